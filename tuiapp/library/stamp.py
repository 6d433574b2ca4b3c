"""Tell whether a file has changed, without reading it."""

import os
import time

from msgspec import Struct

# Nanoseconds, with a margin: Linux counts file times in ticks of at most 10 ms; file systems without fractions, in
# steps of 1 s or 2 s.
_TICK, _COARSE_TICK = 50_000_000, 2_000_000_000


class Stamp(Struct, frozen=True):
    """A file's status at one moment."""

    size: int
    """In bytes."""
    mtime_ns: int
    ctime_ns: int
    """Last change of its content, name or mode; unlike mtime, no program can set it."""
    inode: int
    device: int
    settled: bool
    """False if the file had changed so recently that one more change may leave the same stamp.

    Git calls such an index entry racy.
    """

    def same(self, status: os.stat_result) -> bool:
        """Whether `status` is certainly of the same file, unchanged since."""
        return self.settled and self == _stamp(status, self.settled)


def stamped(status: os.stat_result, before: int) -> Stamp:
    """The stamp of a file whose `status` was taken at `before`, in nanoseconds since the epoch, or later."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    tick = _TICK if status.st_ctime_ns % 1_000_000_000 else _COARSE_TICK
    return _stamp(status, changed + tick < before)


def now() -> int:
    """The time in nanoseconds, for the parameter `before`: call this first, and then ask for the file's status."""
    return time.time_ns()


def _stamp(status: os.stat_result, settled: bool) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev, settled)
