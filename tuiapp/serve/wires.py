"""The front's ends of a session's terminal or pipes: read and written without waiting, and only as fast as the other
side takes it."""

import asyncio
import os
import termios
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


Guard = Callable[[Callable[..., object]], Callable[..., None]]


class Wires:
    """The front's ends of a session's terminal or, without one, of the pipes of its output and errors."""

    def __init__(self, guard: Guard, size: tuple[int, int] | None) -> None:
        """`guard` wraps what is called here; `size` is that of the terminal, rows and columns, None for pipes."""
        self._guard, self._size = guard, size
        self._sources: list[Source] = []
        self._sink: Sink | None = None
        self._held: list[int] = []
        self._name = ""

    def open(
        self, deliver: Callable[[bytes], object], deliver_error: Callable[[bytes], object], over: Callable[[], object]
    ) -> list[int]:
        """The process's ends, for the caller to close. Opened again, a terminal goes on with another process."""
        self.stop()
        if self._size is None:
            out, out_end = os.pipe()
            err, err_end = os.pipe()
            self._held = [out, err]
            self._sources = [self._source(out, deliver, over), self._source(err, deliver_error, over)]
            return [os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC), out_end, err_end]
        if self._held:
            there = os.open(self._name, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        else:
            here, there = os.openpty()
            self._held, self._name = [here], os.ttyname(there)
            self.resize(self._size)
        self._sources = [self._source(self._held[0], deliver, over)]
        return [there]

    def _source(self, descriptor: int, deliver: Callable[[bytes], object], over: Callable[[], object]) -> Source:
        return Source(descriptor, self._guard(deliver), self._guard(over))

    def type_into(self, data: bytes, wait: Callable[[bool], object]) -> None:
        """Hand keys to the terminal; `wait` is told when it takes no more for now, and when it does again."""
        if self._size is not None and self._held:
            self._sink = self._sink or Sink(self._held[0], self._guard(wait))
            self._sink.write(data)

    def resize(self, size: tuple[int, int]) -> None:
        """The terminal's window has other rows and columns."""
        if self._size is not None:
            self._size = size
            if self._held:
                termios.tcsetwinsize(self._held[0], size)

    def flow(self, flows: bool) -> None:
        """Read what the process writes, or let it wait."""
        for source in self._sources:
            source.flow(flows)

    @property
    def over(self) -> bool:
        """Whether all that the process has written was read."""
        return all(source.over for source in self._sources)

    def stop(self) -> None:
        """Read no more of this process."""
        for source in self._sources:
            source.close()

    def close(self) -> None:
        """Let go. The kernel tells the process: its terminal hangs up, or its pipes break."""
        self.stop()
        if self._sink:
            self._sink.close()
        for each in self._held:
            os.close(each)
        self._held = []
