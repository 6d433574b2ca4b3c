"""When the terminal or the connection is gone, the program ends at once, even if it was stuck."""

import os
import signal
import time

import pytest

from .conftest import Start
from .program import PROGRAM, faulty
from .session import Terminal, alive, in_shell, number_after

SOON = 1.0


def cpu_seconds(pid: int) -> float:
    """CPU time that a process has used so far; Linux."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_gone(terminal: Terminal, pid: int) -> None:
    """Assert that the process ends within SOON; reap it if it is our child."""
    if pid == terminal.pid:
        terminal.wait_end(SOON)
    else:
        terminal.wait_until(lambda: not alive(pid), SOON)


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param("exec {}", id="in its place"),
        pytest.param("trap '' HUP; exec {}", id="SIGHUP ignored by the parent"),
        pytest.param("trap '' HUP TERM QUIT INT; exec {}", id="every signal ignored by the parent"),
        pytest.param("exec setsid -w {}", id="without a controlling terminal"),
    ],
)
def test_a_hang_up_ends_it(start: Start, shell: str) -> None:
    terminal = start(["sh", "-c", shell.format("sh -c 'echo pid=$$; exec " + " ".join(PROGRAM) + "'")])
    pid = number_after("pid", terminal)
    terminal.hang_up()
    wait_gone(terminal, pid)


def stall(terminal: Terminal) -> None:
    """Stop reading, and let the program write until it blocks."""
    terminal.pause_reading()
    for _ in range(40):
        terminal.send(b"\x0c")
    # A blocked write cannot be seen from outside; but the program then uses no more CPU time.
    used = -1.0
    while used != (used := cpu_seconds(terminal.pid)):
        time.sleep(0.3)


def test_a_hang_up_ends_it_when_the_terminal_had_stalled(start: Start) -> None:
    terminal = start()
    stall(terminal)
    terminal.hang_up()
    wait_gone(terminal, terminal.pid)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGQUIT])
def test_a_signal_ends_it_when_the_terminal_had_stalled(start: Start, number: signal.Signals) -> None:
    terminal = start()
    stall(terminal)
    os.kill(terminal.pid, number)
    assert terminal.wait_end(SOON) == 128 + number


def test_a_signal_ends_it_when_the_event_loop_is_blocked(start: Start) -> None:
    terminal = start(in_shell(faulty("block")))
    pid = number_after("pid", terminal)
    terminal.press(b"\x0c")
    os.kill(pid, signal.SIGTERM)
    terminal.wait_until(lambda: not alive(pid), SOON)
    assert number_after("rc", terminal) == 128 + signal.SIGTERM


def test_idle_writes_nothing_and_uses_no_processor(start: Start) -> None:
    terminal = start()
    mark, used = terminal.mark(), cpu_seconds(terminal.pid)
    terminal.settle(5)
    assert terminal.since(mark) == b""
    assert cpu_seconds(terminal.pid) - used <= 0.05
