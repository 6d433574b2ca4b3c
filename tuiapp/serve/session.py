"""The front's side of one session: from the channel of a client to the terminal of a forked process, and back.

What a client wrote or typed passes through here as bytes that nothing looks at.
"""

import asyncio
import os
from collections.abc import Callable
from typing import Protocol

import asyncssh

from tuiapp.language import Language, preferred, translated
from tuiapp.serve import wanted
from tuiapp.serve.connection import Connection
from tuiapp.serve.messages import RENEWED, Message
from tuiapp.serve.sentences import BEHIND, CRASHED, IDLE, LONG_COMMAND, NO_TERMINAL, NOT_YET
from tuiapp.serve.warmer import Warmer
from tuiapp.serve.wires import Wires

REFUSED = 2
LONGEST_COMMAND = 4096
PATIENCE = 2.0
"""Seconds that a session has to end when its client is gone."""
OFTEN = 1.0
"""Seconds between two notices that somebody types."""
REST, RENEWAL = 2.0, 10.0
"""Seconds without a key after which a session that must be renewed is, and seconds after which it is ended instead."""


class Host(Protocol):
    """What a session needs of the server."""

    language: Language
    idle_timeout: float
    patience: float
    """Seconds that a connection may last without a session."""

    def warmer(self) -> Warmer | None:
        """The newest warm process; None if there is none."""

    def begins(self, session: "Session") -> None:
        """A session has a channel; `over` is called for it too."""

    def over(self, session: "Session") -> None:
        """A session has ended, and its client is told or gone."""


class Who(Protocol):
    """Whose session it is."""

    address: str

    @property
    def fingerprint(self) -> str: ...


class Session(asyncssh.SSHServerSession[bytes]):
    """One channel. asyncssh calls it; an exception in a call ends the connection."""

    def __init__(self, host: Host, visitor: Who, connection: Connection, refusal: str) -> None:
        self.visitor = visitor
        self._host, self._connection, self._refusal = host, connection, refusal
        self._loop = asyncio.get_running_loop()
        self._channel: asyncssh.SSHServerChannel[bytes] | None = None
        self._env: dict[str, str] = {}
        self._size = (24, 80)
        self._terminal = ""
        self._started = False
        self._command: str | None = None
        self._wires: Wires | None = None
        self.warmer: Warmer | None = None
        """The warm process that the session was forked from, last."""
        self._number = 0
        self._status: int | None = None
        self._channel_full = False
        self._goodbye = ""
        self._idle: asyncio.TimerHandle | None = None
        self.began = self._typed_at = self._told_at = self._loop.time()
        self.received = self.sent = 0
        self.exit_status = -1
        """What the client was told; -1 if it was gone before."""

    @property
    def what(self) -> str:
        """For the log."""
        if self._refusal or not self._started:
            return "refused" if self._refusal else "nothing"
        return "explorer" if self._command is None else "command"

    # What a client asks for before it starts

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        self._channel = chan
        self._host.begins(self)
        chan.set_write_buffer_limits(64 * 1024)
        self._connection.flowing = self._connection.guarded(lambda _: self._flow())

    def wants(self, key: bytes, value: bytes) -> bool:
        """Keep a variable of the client if it is one of those that are."""
        found = wanted.variable(key, value) if len(self._env) < wanted.MOST else None
        if found:
            self._env[found[0]] = found[1]
        return found is not None

    def pty_requested(self, term_type: str, term_size: tuple[int, int, int, int], term_modes: object) -> bool:
        if self._started or not wanted.is_terminal(term_type):
            return False
        self._terminal, self._size = term_type, wanted.size(*term_size[:2])
        return True

    def shell_requested(self) -> bool:
        return True

    def exec_requested(self, command: str) -> bool:
        if len(command) > LONGEST_COMMAND:
            self._refusal = self._refusal or LONG_COMMAND
        self._command = command
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        return False

    def session_started(self) -> None:
        self._started = True
        self._connection.end_in(None)
        if not self._refusal and not self._terminal and self._command is None:
            self._refusal = NO_TERMINAL
        if not self._refusal and not self._fork():
            self._refusal = NOT_YET
        if self._refusal:
            self._finish(REFUSED, self._refusal)
        elif self._host.idle_timeout:
            self._idle = self._later(self._host.idle_timeout, self._look_idle)

    # The session's process

    def _fork(self, left: str = "") -> bool:
        """Ask the newest warm process for a session; returns whether there is one."""
        if (warmer := self._host.warmer()) is None:
            return False
        env = {**self._env, "TERM": self._terminal} if self._terminal else self._env
        start: Message = {"terminal": bool(self._terminal), "env": env, "command": self._command, "left": left}
        self._wires = self._wires or Wires(self._connection.guarded, self._size if self._terminal else None)
        descriptors = self._wires.open(self._deliver, self._deliver_error, self._look_over)
        self.warmer, self._status = warmer, None
        try:
            self._number = warmer.start(self._connection.guarded(self.ended), descriptors, start)
        finally:
            for each in descriptors:
                os.close(each)
        self._flow()
        return True

    def ended(self, status: int, left: str) -> None:
        """The process has ended; what it wrote last may not have been read yet."""
        self._number = 0
        if status == RENEWED and left and self._channel and not self._goodbye and self._fork(left):
            return
        self._status = status
        self._look_over()

    def renew(self) -> None:
        """Go on in the newest warm process, as after R, once the reader rests; a session that cannot is ended."""
        warmer, number, latest = self.warmer, self._number, self._loop.time() + RENEWAL

        def look() -> None:
            if self._channel is None or not warmer or not number or (self.warmer, self._number) != (warmer, number):
                return
            now = self._loop.time()
            if now >= latest:
                self.leave(BEHIND)
                return
            # Who never rests is not waited for to the last moment.
            if now - self._typed_at >= REST or now >= latest - RENEWAL / 2:
                warmer.renew(number)
            self._later(REST, look)

        look()

    def _look_over(self) -> None:
        """Finish once the process has ended and all that it wrote is sent."""
        if self._channel is None or (self._wires and not self._wires.over):
            return
        if self._status is None and self.warmer and self.warmer.gone:
            self._status = -1
        if self._status is None:
            return
        crashed = self._status < 0 or self._status in _BY_FAULT
        why = CRASHED if crashed else NOT_YET if self._status == RENEWED else ""
        self._finish(self._status if self._status >= 0 else 1, self._goodbye or why)

    # Data, both ways

    def data_received(self, data: bytes, datatype: object) -> None:
        self.received += len(data)
        if self._wires is None:
            return
        now = self._typed_at = self._loop.time()
        if self.warmer and self._number and now - self._told_at > OFTEN:
            self._told_at = now
            self.warmer.typed(self._number)
        self._wires.type_into(data, self._hold)

    def _deliver(self, data: bytes, datatype: int | None = None) -> None:
        if self._channel and not self._channel.is_closing():
            self.sent += len(data)
            self._channel.write(data, datatype)
            self._flow()

    def _deliver_error(self, data: bytes) -> None:
        self._deliver(data, asyncssh.EXTENDED_DATA_STDERR)

    def _hold(self, full: bool) -> None:
        """The terminal takes no more keys for now, or does again."""
        if self._channel and not self._channel.is_closing():
            (self._channel.pause_reading if full else self._channel.resume_reading)()

    def _flow(self) -> None:
        """Read from the process as long as the client reads."""
        if self._wires:
            self._wires.flow(not (self._channel_full or self._connection.holds_back))

    def pause_writing(self) -> None:
        self._channel_full = True
        self._flow()

    def resume_writing(self) -> None:
        self._channel_full = False
        self._flow()

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        self._size = wanted.size(width, height)
        if self._wires:
            self._wires.resize(self._size)

    def eof_received(self) -> bool:
        # A client without input, `ssh -n`, still gets its answer.
        return True

    def signal_received(self, signal: str) -> None:
        """A client signals nothing: its keys do."""

    # The end

    def _later(self, seconds: float, action: Callable[[], object]) -> asyncio.TimerHandle:
        return self._loop.call_later(seconds, self._connection.guarded(action))

    def _look_idle(self) -> None:
        rest = self._typed_at + self._host.idle_timeout - self._loop.time()
        if rest > 0:
            self._idle = self._later(rest, self._look_idle)
        else:
            self.leave(IDLE)

    def leave(self, sentence: str) -> None:
        """End the session from here: the process gives the terminal back, and the client gets the sentence."""
        self._goodbye = sentence
        if self.warmer and self._number:
            self.warmer.leave(self._number)
            self._later(PATIENCE / 2, self._give_up)
        else:
            self._finish(0, sentence)

    def _give_up(self) -> None:
        """The process or the client is stalled: end both."""
        if self._channel is not None:
            self._end_process()
            self._connection.abort()

    def _finish(self, status: int, sentence: str) -> None:
        if self._channel is None or self._channel.is_closing():
            return
        if sentence:
            asked = preferred(self._env) if self._env else self._host.language
            text = translated(asked, sentence) + "\r\n"
            self._channel.write(text.encode(), None if self._terminal else asyncssh.EXTENDED_DATA_STDERR)
        self.exit_status = status
        self._channel.exit(status)
        # It has had its one session. A client that does not take the last of it would keep its place for ever.
        self._connection.end_in(self._host.patience)

    def connection_lost(self, exc: Exception | None) -> None:
        self._channel = None
        self._connection.flowing = None
        if self._idle:
            self._idle.cancel()
        if self._wires:
            self._wires.close()
        self._later(PATIENCE, self._end_process)
        self._connection.end_in(self._host.patience)
        self._host.over(self)

    def _end_process(self) -> None:
        if self.warmer and self._number:
            self.warmer.end(self._number)


_BY_FAULT = {128 + number for number in (4, 6, 7, 8, 9, 11, 24, 31)}
"""Statuses after signals that nobody sends on purpose: ILL, ABRT, BUS, FPE, KILL, SEGV, XCPU, SYS."""
