"""Over a real ssh connection: the program and the terminal survive a dropped, a frozen and a slow connection."""

import os
import signal
import time

import pytest

from .conftest import Start
from .modes import modes_ever_on
from .program import PROGRAM, assert_down_moves, environment, row, typed
from .session import LATE, Terminal, alive, in_shell, number_after
from .ssh import Link, Server, remotely
from .test_restore import ALLOWED

SLOW = {"delay": 0.15, "rate": 16_000}
"""128 kbit/s and 150 ms one way."""


@pytest.fixture
def remote() -> str:
    """A remote command that prints its pid and then becomes the program."""
    env = {name: environment()[name] for name in ("PYTHONPATH", "LANG")}
    return remotely(["sh", "-c", 'echo "pid=$$"; exec "$@"', "sh", *PROGRAM], **env)


def test_it_ends_with_its_client(server: Server, remote: str, start: Start) -> None:
    terminal = start(server.client(remote))
    pid = number_after("pid", terminal)
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait_until(lambda: not alive(pid), 1.0)


def test_it_ends_with_its_line(server: Server, remote: str, start: Start) -> None:
    with Link(server.port) as link:
        terminal = start(server.client(remote, port=link.port))
        pid = number_after("pid", terminal)
        link.cut()
        terminal.wait_until(lambda: not alive(pid), 1.0)


def test_a_frozen_client_finds_the_screen_again(server: Server, remote: str, start: Start) -> None:
    terminal = start(server.client(remote))
    os.kill(terminal.pid, signal.SIGSTOP)
    terminal.settle(1.0)
    terminal.send(b"\x1b[B")
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_until(lambda: row(terminal))
    terminal.settle()
    assert_down_moves(terminal)


def test_quitting_over_ssh(server: Server, remote: str, start: Start) -> None:
    terminal = start(server.client(remote))
    assert modes_ever_on(terminal.since()) <= ALLOWED
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0


def test_without_a_terminal(server: Server, remote: str, start: Start) -> None:
    terminal = start(server.client(remote, options=["-T"]), ready=False)
    assert terminal.wait_end() == 2
    terminal.settle()
    assert b"ssh -t" in terminal.since()
    assert b"\x1b" not in terminal.since()


def test_an_arrow_over_a_line_with_jitter(server: Server, remote: str, start: Start) -> None:
    with Link(server.port, delay=0.05, jitter=0.1) as link:
        terminal = start(server.client(remote, port=link.port))
        for _ in range(5):
            assert_down_moves(terminal)
        assert typed(terminal) == ""


def test_late_replies_do_not_reach_the_prompt(server: Server, start: Start) -> None:
    # An unsuitable terminal must be refused before it gets any query.
    command = remotely(PROGRAM, PYTHONPATH=environment()["PYTHONPATH"], TERM="dumb")
    with Link(server.port, delay=0.3) as link:
        terminal = start(in_shell(server.client(command, port=link.port)), answers=LATE, ready=False)
        assert number_after("rc", terminal) == 2
        terminal.settle(0.8)
        assert b"\x1b" not in terminal.since()
        assert b"$y" not in terminal.since()


def test_a_held_key_on_a_slow_line(server: Server, remote: str, start: Start) -> None:
    with Link(server.port, **SLOW) as link:
        terminal = start(server.client(remote, port=link.port))
        released = hold(terminal, b"\x1b[B", times=60, rate=30)
        assert terminal.settle(1.5, timeout=60) - released <= 1.0


def hold(terminal: Terminal, key: bytes, *, times: int, rate: float) -> float:
    """Repeat `key` as a held key does; return the time of its release."""
    for _ in range(times - 1):
        terminal.send(key)
        time.sleep(1 / rate)
    return terminal.send(key)
