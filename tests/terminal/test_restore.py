"""However the program ends, the terminal is restored, and the exit status tells how it ended."""

import os
import signal

import pytest

from .conftest import Start
from .modes import modes_ever_on, modes_left_on
from .program import PROGRAM, faulty, wait_ready
from .session import MODERN, SILENT, Answers, Terminal, alive, in_shell, number_after

PROFILES = pytest.mark.parametrize("answers", [SILENT, MODERN], ids=["silent", "modern"])

ALLOWED = {"alternate screen", "bracketed paste", "cursor", "synchronised output", "wrap"}
"""The modes that the program may switch on at all: after `kill -9` or a lost connection they stay on in the user's
terminal. No mouse mode, so that the terminal's own selection with the mouse works."""


def assert_as_before(terminal: Terminal, settings: list[object]) -> None:
    """Assert that no mode is left on and that the terminal's attributes are those of the shell."""
    assert modes_left_on(terminal.since()) == []
    assert terminal.attributes() == settings


def started_in_shell(start: Start, argv: list[str], answers: Answers) -> tuple[Terminal, int, list[object]]:
    """The terminal, the program's pid, and the terminal's attributes before the start."""
    terminal = start(["sh", "-c", 'read -r _; exec "$@"', "sh", *in_shell(argv)], answers=answers, ready=False)
    settings = terminal.attributes()
    terminal.send("\n")
    return terminal, number_after("pid", terminal), settings


def test_what_is_left_on_is_found(start: Start) -> None:
    terminal = start(answers=MODERN)
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait_end()
    left = ["alternate screen", "bracketed paste", "cursor", "wrap", "kitty keyboard"]
    assert modes_left_on(terminal.since()) == left


@PROFILES
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGQUIT, signal.SIGINT])
def test_a_signal(start: Start, answers: Answers, number: signal.Signals) -> None:
    terminal, pid, settings = started_in_shell(start, PROGRAM, answers)
    wait_ready(terminal)
    os.kill(pid, number)
    assert number_after("rc", terminal) == 128 + number
    assert_as_before(terminal, settings)


@PROFILES
def test_quitting(start: Start, answers: Answers) -> None:
    terminal, _, settings = started_in_shell(start, PROGRAM, answers)
    wait_ready(terminal)
    terminal.send(b"\x11")
    assert number_after("rc", terminal) == 0
    assert_as_before(terminal, settings)
    assert not terminal.screen.alternate


@PROFILES
def test_an_exception(start: Start, answers: Answers) -> None:
    terminal, _, settings = started_in_shell(start, faulty("raise"), answers)
    wait_ready(terminal)
    terminal.send(b"\x0c")
    assert number_after("rc", terminal) == 1
    assert_as_before(terminal, settings)


def blocks(pid: int, number: int) -> bool:
    """Whether the main thread blocks the signal; Linux."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        mask = next(line.split()[1] for line in file if line.startswith("SigBlk:"))
    return bool(int(mask, 16) >> number - 1 & 1)


def test_ctrl_c_before_the_screen_is_up(start: Start) -> None:
    terminal = start(ready=False)
    terminal.wait_until(lambda: blocks(terminal.pid, signal.SIGINT))
    terminal.send(b"\x03")
    assert terminal.wait_end() == 128 + signal.SIGINT
    assert terminal.since().replace(b"^C", b"") == b""


def test_an_exception_is_one_line(start: Start) -> None:
    terminal = start(in_shell(faulty("raise")))
    mark = terminal.mark()
    terminal.send(b"\x0c")
    number_after("rc", terminal)
    said = terminal.since(mark).rpartition(b"\x1b[?1004l")[2].partition(b"rc=")[0]
    assert said.count(b"\n") == 1
    assert b"Traceback" not in said


@pytest.mark.parametrize("ssh", [False, True])
def test_little_is_switched_on(start: Start, ssh: bool) -> None:
    terminal = start(answers=MODERN, **({"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"} if ssh else {}))
    # Over SSH not even the kitty keyboard: the connection may drop, and nothing would switch it off.
    assert modes_ever_on(terminal.since()) <= ALLOWED | (set() if ssh else {"kitty keyboard"})


def test_a_job_that_was_stopped_and_killed_leaves_the_shell_alone(start: Start) -> None:
    command = " ".join(PROGRAM)
    terminal = start(["bash", "--norc", "-i"], ready=False, PS1="prompt> ", HISTFILE="")
    terminal.wait_for("prompt>")
    terminal.send(f"{command}\n")
    wait_ready(terminal)
    terminal.send(b"\x1a")
    terminal.wait_for("Stopped")
    terminal.send("jobs -p | tail -n1 | sed s/^/pid=/\n")
    pid = number_after("pid", terminal)
    terminal.settle()
    mark = terminal.mark()
    terminal.send("kill %1\n")
    terminal.wait_until(lambda: not alive(pid), 1.0)
    terminal.settle()
    assert b"\x1b[?1049l" not in terminal.since(mark)
