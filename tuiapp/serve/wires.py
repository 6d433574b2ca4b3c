"""The front's ends of a session's terminal or pipes: read and written without waiting, and only as fast as the other
side takes it."""

import asyncio
import os
from collections.abc import Callable

_READ = 16 * 1024


class Source:
    """Reads a descriptor and hands on what it reads; while paused it reads nothing, and the session waits."""

    def __init__(self, descriptor: int, deliver: Callable[[bytes], object], ended: Callable[[], object]) -> None:
        self._loop = asyncio.get_running_loop()
        self._descriptor, self._deliver, self._ended = descriptor, deliver, ended
        self._flows = False
        self.over = False
        """Whether everything has been read, or `close` was called."""
        os.set_blocking(descriptor, False)

    def flow(self, flows: bool) -> None:
        """Read, or pause."""
        if self.over or flows is self._flows:
            return
        self._flows = flows
        if flows:
            self._loop.add_reader(self._descriptor, self._read)
        else:
            self._loop.remove_reader(self._descriptor)

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, _READ)
        except BlockingIOError:
            return
        except OSError:
            # A terminal whose last process has ended.
            data = b""
        if data:
            self._deliver(data)
        else:
            self.close()
            self._ended()

    def close(self) -> None:
        """Read no more."""
        self.flow(False)
        self.over = True


class Sink:
    """Writes to a descriptor; what it does not take at once is kept, and the giver told to wait."""

    def __init__(self, descriptor: int, wait: Callable[[bool], object]) -> None:
        self._loop = asyncio.get_running_loop()
        self._descriptor, self._wait = descriptor, wait
        self._kept = b""
        os.set_blocking(descriptor, False)

    def write(self, data: bytes) -> None:
        """Write now or later; after `wait(True)` no more should come until `wait(False)`."""
        if self._kept:
            self._kept += data
            return
        self._kept = data[self._taken(data) :]
        if self._kept:
            self._wait(True)
            self._loop.add_writer(self._descriptor, self._write)

    def _write(self) -> None:
        self._kept = self._kept[self._taken(self._kept) :]
        if not self._kept:
            self._loop.remove_writer(self._descriptor)
            self._wait(False)

    def _taken(self, data: bytes) -> int:
        try:
            return os.write(self._descriptor, data)
        except BlockingIOError:
            return 0
        except OSError:
            # Nobody reads it any more.
            return len(data)

    def close(self) -> None:
        """Forget what was not taken."""
        if self._kept:
            self._kept = b""
            self._loop.remove_writer(self._descriptor)
