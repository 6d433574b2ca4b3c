"""Ctrl+Z returns to the shell and `fg` to the screen; without a shell Ctrl+Z does nothing."""

import os
import shlex
import signal
import time
from contextlib import suppress

import pytest

from .conftest import Start
from .modes import modes_left_on
from .program import PROGRAM, assert_down_moves, wait_ready
from .session import Terminal
from .storm import fresh


@pytest.fixture
def shell(start: Start) -> Terminal:
    """An interactive shell with the program in its foreground."""
    terminal = start(["bash", "--norc", "-i"], ready=False, PS1="prompt> ", HISTFILE="")
    terminal.wait_for("prompt>")
    # Otherwise bash itself switches on bracketed paste at its prompt.
    terminal.send("bind 'set enable-bracketed-paste off'\n")
    terminal.send(shlex.join(PROGRAM) + "\n")
    wait_ready(terminal)
    return terminal


def suspend(terminal: Terminal) -> None:
    terminal.send(b"\x1a")
    terminal.wait_for("Stopped")
    terminal.settle()


def test_the_shell_has_its_terminal_back(shell: Terminal) -> None:
    suspend(shell)
    assert modes_left_on(shell.since()) == []
    assert not shell.screen.alternate
    shell.send("echo $((6*7))\n")
    shell.wait_for("42")


def test_fg_paints_the_screen_as_it_was(shell: Terminal) -> None:
    before = shell.lines()
    for _ in range(2):
        suspend(shell)
        shell.send("fg\n")
        shell.wait_until(lambda: shell.lines() == before)
    assert_down_moves(shell)


def test_a_terminal_resized_meanwhile(shell: Terminal, start: Start) -> None:
    suspend(shell)
    shell.resize(60, 20)
    shell.send("fg\n")
    fresh = start(cols=60, rows=20)
    shell.wait_until(lambda: shell.lines() == fresh.lines())


def test_under_a_wrapper_the_whole_job_stops(start: Start) -> None:
    terminal = start(["bash", "--norc", "-i"], ready=False, PS1="prompt> ", HISTFILE="")
    terminal.wait_for("prompt>")
    terminal.send("sh -c " + shlex.quote(shlex.join(PROGRAM) + "; true") + "\n")
    wait_ready(terminal)
    before = terminal.lines()
    suspend(terminal)
    terminal.send("fg\n")
    terminal.wait_until(lambda: terminal.lines() == before)


@pytest.mark.parametrize(
    "wrapper", ["exec {}", "{}; true"], ids=["as `ssh HOST 'exec tuiapp'`", "as `ssh HOST tuiapp`"]
)
def test_without_a_shell_nothing_freezes(start: Start, wrapper: str) -> None:
    terminal = start(["sh", "-c", wrapper.format(shlex.join(PROGRAM))])
    terminal.press(b"\x1a")
    assert_down_moves(terminal)


def test_a_stray_write_is_painted_over(start: Start) -> None:
    terminal = start()
    before = terminal.lines()
    with terminal._changed:
        terminal.screen.erase_in_display(2)
    assert terminal.lines() != before
    terminal.send(b"\x0c")
    terminal.wait_until(lambda: terminal.lines() == before)


@pytest.mark.parametrize("pause", [0.0, 0.1])
def test_stopped_from_outside_and_continued(start: Start, pause: float) -> None:
    """SIGSTOP cannot be caught, so the screen is not left; and a SIGCONT may come while the last one is handled."""
    terminal = start()
    for step in range(5):
        os.kill(terminal.pid, signal.SIGSTOP)
        terminal.resize(80 + step, 24)
        os.kill(terminal.pid, signal.SIGCONT)
        time.sleep(pause)
    terminal.resize(80, 24)
    wanted = fresh(*PROGRAM).lines
    terminal.wait_until(lambda: terminal.lines() == wanted)
    assert_down_moves(terminal)
    threads = len(os.listdir(f"/proc/{terminal.pid}/task"))
    terminal.send(b"\x11")
    assert terminal.wait_end(2.0) == 0
    assert threads <= 7


def test_stopped_from_outside_by_the_shells_own_signal(shell: Terminal) -> None:
    before = shell.lines()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            if os.getsid(int(pid)) == shell.pid and int(pid) != shell.pid:
                os.kill(int(pid), signal.SIGTSTP)
    shell.wait_for("Stopped")
    shell.settle()
    assert modes_left_on(shell.since()) == []
    shell.send("fg\n")
    shell.wait_until(lambda: shell.lines() == before)
    assert_down_moves(shell)


@pytest.mark.parametrize("pause", [0.0, 0.002, 0.01, 0.05])
@pytest.mark.parametrize("keys", [b"\x1a", b"\x1a\x1aj", b"\x11"], ids=["Ctrl+Z", "Ctrl+Z twice, and j", "Ctrl+Q"])
def test_keys_typed_while_it_comes_back_are_keys(start: Start, keys: bytes, pause: float) -> None:
    """If a Ctrl+Z meanwhile stopped the program, no shell could continue it; and no key may be lost."""
    terminal = start()
    os.kill(terminal.pid, signal.SIGSTOP)
    os.kill(terminal.pid, signal.SIGCONT)
    time.sleep(pause)
    terminal.send(keys)
    if keys != b"\x11":
        terminal.settle()
        terminal.send(b"\x11")
    assert terminal.wait_end(2.0) == 0
    terminal._reader.join(10)
    assert modes_left_on(terminal.since()) == []
