"""Restricted mode on a terminal of one's own: what switches it on, and what it forbids."""

import os
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from ..conftest import Start
from ..program import DOWN, PROGRAM, assert_down_moves, environment, faulty, row
from ..session import Terminal
from .login import (
    AUDITED,
    Audit,
    model_of_the_host,
)


def audited(audit: Audit, folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-IB", AUDITED, str(audit.path), *arguments, str(model_of_the_host(folder))]


def test_the_audit_sees_what_others_may_do(audit: Audit, start: Start, tmp_path: Path) -> None:
    terminal = start(audited(audit, tmp_path))
    terminal.press("\x1a")
    assert any(line.startswith("os.posix_spawn") for line in audit.told())


@pytest.mark.parametrize(
    ("arguments", "variable", "restricted"),
    [(["--restricted"], "", True), ([], "1", True), ([], "0", True), ([], "", False)],
)
def test_either_switches_it_on_and_neither_off(
    arguments: list[str], variable: str, restricted: bool, audit: Audit, start: Start, tmp_path: Path
) -> None:
    terminal = start(audited(audit, tmp_path, *arguments), TUIAPP_RESTRICTED=variable)
    terminal.press("\x1a")
    assert (audit.told() == []) is restricted
    assert_down_moves(terminal)


def test_where_a_shell_waits_a_guest_does_not_come_to_it(start: Start) -> None:
    shell = start(["bash", "--norc", "-i"], ready=False, PS1="prompt> ", HISTFILE="")
    shell.wait_for("prompt>")
    shell.send(" ".join([*PROGRAM, "--restricted"]) + "\n")
    shell.wait_until(lambda: row(shell))
    shell.settle()
    shell.press("\x1a")
    assert shell.screen.alternate
    assert_down_moves(shell)


@pytest.mark.parametrize("fault", ["raise", "thread"])
@pytest.mark.parametrize("restricted", [True, False])
def test_a_crash_leaves_no_file(fault: str, restricted: bool, start: Start, tmp_path: Path) -> None:
    terminal = start(faulty(fault) + ["--restricted"] * restricted, XDG_STATE_HOME=str(tmp_path))
    terminal.send(b"\x0c")
    assert terminal.wait_end() == 1
    assert "a fault on demand" not in terminal.text()
    terminal.wait_for("the details were not written down" if restricted else "crash.log")
    assert (os.listdir(tmp_path) == []) is restricted


def test_line_by_line_too(audit: Audit, start: Start, tmp_path: Path) -> None:
    terminal = start(audited(audit, tmp_path, "--restricted", "--plain"), ready=False)
    terminal.wait_for("quit")
    for keys in ("\x1a", "a\n", "1\n", "!sh\n", "/etc/passwd\n"):
        terminal.press(keys)
    terminal.send("q\n")
    assert terminal.wait_end() == 0
    assert audit.told() == []
    assert "root:" not in terminal.text()


def test_the_kernel_lets_nothing_be_written(tmp_path: Path) -> None:
    script = "from tuiapp.terminal import restrict; restrict(); print('text', file=open('left', 'w'), flush=True)"
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, env=environment()
    )
    assert "File too large" in ran.stderr
    assert (tmp_path / "left").read_text() == ""


def test_a_window_of_any_size_takes_no_memory(start: Start) -> None:
    terminal = start([*PROGRAM, "--restricted"])
    for size in (5000, 65535):
        termios.tcsetwinsize(terminal._fd, (size, size))
        terminal.settle(0.5)
        assert resident(terminal) < 60
    terminal.send(DOWN)
    terminal.settle()


def resident(terminal: Terminal) -> int:
    """Megabytes of a program on its terminal; Linux."""
    status = Path("/proc", str(terminal.pid), "status").read_text()
    return int(re.findall(r"VmRSS:\s*(\d+)", status)[0]) // 1024
