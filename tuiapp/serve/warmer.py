"""The front's hold on a warm process: starts it, asks it for sessions, hears when they end and when files change."""

import asyncio
import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from tuiapp.serve.messages import Message, pair, received, send
from tuiapp.serve.settings import Settings

Ended = Callable[[int, str], object]
"""Told of a session's exit status, -1 if nobody knows it, and of what one that is to be renewed has shown."""


class Owner(Protocol):
    """Who is told what becomes of a warm process."""

    def warm_ready(self, warmer: "Warmer", message: Message) -> None: ...
    def warm_failed(self, warmer: "Warmer", faults: Sequence[str]) -> None: ...
    def warm_changed(self, warmer: "Warmer") -> None: ...
    def warm_gone(self, warmer: "Warmer") -> None: ...


class Warmer:
    """One warm process and the sessions that were forked from it."""

    def __init__(self, settings: Settings, owner: Owner) -> None:
        self._owner = owner
        self._loop = asyncio.get_running_loop()
        self._sessions: dict[int, Ended] = {}
        self._next = 0
        self.gone = False
        self._unsent: deque[tuple[Message, list[int]]] = deque()
        self._here, there = pair()
        with there:
            # The same Python in the same mode; it inherits nothing but its end of the socket.
            flags = ["-I"] * sys.flags.isolated + ["-B"] * sys.flags.dont_write_bytecode
            self.process = subprocess.Popen(
                [sys.executable, *flags, "-m", "tuiapp.warm", str(there.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                # glibc reserves 64 MB of address space for each thread that allocates.
                env={**os.environ, "MALLOC_ARENA_MAX": "1"},
                pass_fds=[there.fileno()],
                process_group=0,
            )
        self._here.setblocking(False)
        self._loop.add_reader(self._here, self._hear)
        self._tell({"settings": settings.encoded()})

    @property
    def sessions(self) -> int:
        return len(self._sessions)

    def start(self, ended: Ended, descriptors: Sequence[int], start: Message) -> int:
        """Ask for a session on `descriptors`, which the caller may close; returns its number here."""
        self._next += 1
        self._sessions[self._next] = ended
        self._tell({"start": self._next, **start}, [os.dup(each) for each in descriptors])
        return self._next

    def typed(self, session: int) -> None:
        """Somebody has typed, so the session gets processor time again."""
        if not self._unsent:
            self._tell({"typed": session})

    def end(self, session: int) -> None:
        """End a session that has not ended by itself."""
        if session in self._sessions:
            self._tell({"end": session})

    def leave(self, session: int) -> None:
        """Ask a session to give its terminal back and end."""
        self._tell({"leave": session})

    def renew(self, session: int) -> None:
        """Ask a session to end like one whose reader wants to see the newest articles."""
        self._tell({"renew": session})

    def retire(self) -> None:
        """There is a newer one: no session is asked for any more."""
        self._tell({"retire": True})

    def close(self) -> None:
        """Let go of the process, which then ends, with its sessions."""
        if not self.gone:
            self.gone = True
            self._loop.remove_reader(self._here)
            self._loop.remove_writer(self._here)
            self._here.close()
            for _, descriptors in self._unsent:
                for each in descriptors:
                    os.close(each)
            self._unsent.clear()

    def _tell(self, message: Message, descriptors: Sequence[int] = ()) -> None:
        if self.gone:
            return
        self._unsent.append((message, list(descriptors)))
        if len(self._unsent) == 1 and not self._flush():
            self._loop.add_writer(self._here, self._drain)

    def _drain(self) -> None:
        if self._flush():
            self._loop.remove_writer(self._here)

    def _flush(self) -> bool:
        """Send what is unsent; returns whether all of it was."""
        while self._unsent:
            message, descriptors = self._unsent[0]
            try:
                send(self._here, message, descriptors)
            except BlockingIOError:
                return False
            except OSError:
                # It is gone, and `_hear` is about to learn that.
                pass
            self._unsent.popleft()
            for each in descriptors:
                os.close(each)
        return True

    def _hear(self) -> None:
        try:
            got = received(self._here)
        except BlockingIOError:
            return
        if got is None:
            self.close()
            for ended in list(self._sessions.values()):
                # Its parent is gone, but it may live on; whoever holds its terminal sees when it ends.
                ended(-1, "")
            self._sessions.clear()
            self._owner.warm_gone(self)
            return
        match got[0]:
            case {"ready": _} as message:
                self._owner.warm_ready(self, message)
            case {"failed": list(faults)}:
                self._owner.warm_failed(self, faults)
            case {"changed": True}:
                self._owner.warm_changed(self)
            case {"ended": int(session), "status": int(status), **rest}:
                if session in self._sessions:
                    self._sessions.pop(session)(status, str(rest.get("left", "")))
