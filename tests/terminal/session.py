"""Runs a program on its own pseudo-terminal: its output, its screen, its end."""

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import sys
import termios
import threading
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, Self

from .emulator import Emulator

QUIET = 0.2
"""Seconds of silence after which a screen counts as drawn, if the program is not our direct child: over SSH, in tmux,
under a shell."""
ASLEEP = 0.15
"""The same if we also see that all its threads sleep; more than the 0.1 s after which Esc is a key."""


class Answers(NamedTuple):
    """A terminal's answers to queries, and their delay."""

    replies: Mapping[bytes, bytes] = {}
    delay: float = 0.0


SILENT = Answers()
"""No answers, as of PuTTY, the Linux console and GNU screen."""
MODERN = Answers({b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;2$y"})
LATE = MODERN._replace(delay=0.3)


class Terminal:
    """Runs `argv` with exactly the environment `env`, as the session leader of a new terminal."""

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        *,
        cols: int = 80,
        rows: int = 24,
        answers: Answers = SILENT,
    ) -> None:
        self.pid, self._fd = self._fork(argv, env, cols, rows)
        self._quiet = ASLEEP if argv[0] == sys.executable else QUIET
        # If a child of ours inherited a copy, closing the terminal would cause no hang-up.
        fcntl.fcntl(self._fd, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
        # A console may report 0 × 0 when it does not know its size; the emulator needs at least one cell.
        self._emulator = Emulator(max(1, cols), max(1, rows))
        self._shown = 0  # bytes of the output that the emulator has processed
        self.status: int | None = None
        """Exit status of the first process, 128 + n for signal n; None while it runs."""
        self._answers = answers
        self._stream = bytearray()
        self._last = time.monotonic()
        self._changed = threading.Condition()
        self._reading = threading.Event()
        self._reading.set()
        self._closed = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @staticmethod
    def _fork(argv: Sequence[str], env: Mapping[str, str], cols: int, rows: int) -> tuple[int, int]:
        with warnings.catch_warnings():
            # Since Python 3.12 a fork in a process with threads warns; here the child only calls exec.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid, fd = pty.fork()
        if pid == 0:
            try:
                # Started as a background job of a shell without job control, we and our children ignore both.
                for number in (signal.SIGINT, signal.SIGQUIT):
                    signal.signal(number, signal.SIG_DFL)
                termios.tcsetwinsize(0, (rows, cols))
                os.execvpe(argv[0], list(argv), env)
            finally:
                os._exit(127)
        return pid, fd

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> None:
        while not self._closed:
            if not self._reading.wait(0.05) or not select.select([self._fd], [], [], 0.05)[0]:
                continue
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                data = b""
            with self._changed:
                before = len(self._stream)
                self._stream += data
                self._last = time.monotonic()
                self._changed.notify_all()
            if not data:
                return
            self._answer(before)

    def _answer(self, before: int) -> None:
        for question, reply in self._answers.replies.items():
            start = max(0, before - len(question) + 1)
            for _ in range(self._stream.count(question, start)):
                threading.Timer(self._answers.delay, self._send_late, [reply]).start()

    def _send_late(self, reply: bytes) -> None:
        with suppress(OSError):
            os.write(self._fd, reply)

    def send(self, keys: bytes | str) -> float:
        """Type `keys`; return the time at which they were written."""
        os.write(self._fd, keys.encode() if isinstance(keys, str) else keys)
        return time.monotonic()

    @property
    def screen(self) -> Emulator:
        """The emulated screen, updated only here: the emulator is slower than any program."""
        with self._changed:
            self._emulator.feed(bytes(self._stream[self._shown :]))
            self._shown = len(self._stream)
            return self._emulator

    def resize(self, cols: int, rows: int) -> None:
        """Change the terminal's size, as a user does by dragging the window's corner."""
        with self._changed:
            self.screen.resize(rows, cols)
            termios.tcsetwinsize(self._fd, (rows, cols))

    def pause_reading(self) -> None:
        """Stop reading the output, like a paused terminal or a dead connection."""
        self._reading.clear()

    def hang_up(self) -> None:
        """Close the terminal, as happens when its window is closed or sshd loses the client."""
        self._closed = True
        self._reader.join()
        os.close(self._fd)
        self._fd = -1

    def mark(self) -> int:
        """The current position in the output, for `since`."""
        with self._changed:
            return len(self._stream)

    def since(self, mark: int = 0) -> bytes:
        """The bytes written after `mark`."""
        with self._changed:
            return bytes(self._stream[mark:])

    def attributes(self) -> list[Any]:
        """The terminal's attributes, as `stty` shows them."""
        return termios.tcgetattr(self._fd)

    def lines(self) -> list[str]:
        """The rows of the screen, without trailing blanks."""
        with self._changed:
            return self.screen.text()

    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.lines())

    def reversed(self) -> list[str]:
        """The text in reverse video, one string per row that has any."""
        with self._changed:
            rows = [self.screen.buffer[row] for row in range(self.screen.lines)]
            found = [[row[x].data for x in range(self.screen.columns) if row[x].reverse] for row in rows]
        return ["".join(cells) for cells in found if cells]

    def wait_until(self, condition: Callable[[], Any], timeout: float = 30.0) -> None:
        """Return as soon as `condition` holds; raise AssertionError with the screen after `timeout`.

        Time that the program waited for a processor does not count: a busy machine is not its fault.
        """
        end = time.monotonic() + timeout - queued(self.pid)
        while not condition():
            with self._changed:
                self._changed.wait(0.02)
            late = time.monotonic() >= end and time.monotonic() >= end + queued(self.pid)
            assert not late, f"not within {timeout} s; the screen:\n{self.text()}"

    def wait_for(self, text: str, timeout: float = 30.0) -> None:
        """Return as soon as `text` is on the screen."""
        self.wait_until(lambda: text in self.text(), timeout)

    def settle(self, quiet: float | None = None, timeout: float = 30.0) -> float:
        """Wait until the program sleeps and `quiet` seconds were silent; return the time of the last byte."""
        start = awake = time.monotonic()
        quiet = self._quiet if quiet is None else quiet

        def rests() -> bool:
            nonlocal awake
            now = time.monotonic()
            # To sleep only now is not enough: output written just before may not have been read. To sleep during all
            # the silence is too much: a waiting program wakes up now and then.
            if not asleep(self.pid):
                awake = now
            return now - max(self._last, start) >= quiet and now - awake >= min(quiet, ASLEEP / 2)

        self.wait_until(rests, timeout)
        return self._last

    def press(self, keys: bytes | str, quiet: float | None = None) -> bytes:
        """Type `keys` and wait until the screen settles; return the bytes of the repaint."""
        mark = self.mark()
        self.send(keys)
        self.settle(quiet)
        return self.since(mark)

    def wait_end(self, timeout: float = 5.0) -> int:
        """Wait for the end of the first process; return its exit status."""
        self.wait_until(self._has_ended, timeout)
        assert self.status is not None
        return self.status

    def _has_ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                self.status = code if code >= 0 else 128 - code
        return self.status is not None

    def close(self) -> None:
        """End all processes of this terminal and free its resources."""
        if not self._has_ended():
            for group in groups_of(self.pid):
                with suppress(ProcessLookupError):
                    os.killpg(group, signal.SIGKILL)
            self.wait_end()
        if self._fd >= 0:
            self.hang_up()


def groups_of(session: int) -> set[int]:
    """The process groups of a session that still has processes; Linux."""
    groups = set()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            if os.getsid(int(pid)) == session:
                groups.add(os.getpgid(int(pid)))
    return groups


def alive(pid: int) -> bool:
    """Whether a process runs; a zombie does not. Linux."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def threads(pid: int, name: str) -> list[str]:
    """The contents of the file `name` in /proc for each thread of a process; empty if it has ended. Linux."""
    found = []
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/{name}", encoding="ascii", errors="replace") as file:
                found.append(file.read())
    return found


def asleep(pid: int) -> bool:
    """Whether no thread of a process is running or waiting for a processor."""
    return not any(each.rpartition(")")[2].split()[0] == "R" for each in threads(pid, "stat"))


def queued(pid: int) -> float:
    """Seconds that a process has waited for a processor so far, by the thread that waited longest."""
    return max((int(each.split()[1]) / 1e9 for each in threads(pid, "schedstat")), default=0.0)


def in_shell(argv: Sequence[str]) -> list[str]:
    """A command that runs `argv` under a shell that outlives it: it prints `pid=…`, then `rc=…`, and waits for a line.

    If `argv` led the session, the kernel would reset the attributes that it leaves behind.
    """
    run = f'echo "pid=$$"; exec {shlex.join(argv)}'
    return ["sh", "-c", f'sh -c {shlex.quote(run)}; echo "rc=$?"; read -r _']


def number_after(name: str, terminal: Terminal) -> int:
    """Wait for the number that `in_shell` prints after `name=`, and return it."""
    pattern = re.compile(rf"{name}=(\d+)\r".encode())
    terminal.wait_until(lambda: pattern.search(terminal.since()))
    found = pattern.search(terminal.since())
    assert found
    return int(found[1])
