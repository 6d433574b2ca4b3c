"""Whether a file is still the one that was seen, told without reading it."""

import os
import time

from msgspec import Struct

# Linux counts a file's times in ticks, of 10 ms at the longest; file systems that keep no fractions, in seconds or two.
_TICK, _COARSE_TICK = 50_000_000, 2_000_000_000


class Stamp(Struct, frozen=True):
    """What the system said of a file at one moment."""

    size: int
    """In bytes."""
    mtime_ns: int
    ctime_ns: int
    """When anything of it changed last, its name and its mode too; unlike the mtime nobody can set it back."""
    inode: int
    device: int
    settled: bool
    """False where the file had changed so shortly before that one more change may have left the same stamp.

    Git calls such an entry of its index racy.
    """

    def same(self, status: os.stat_result) -> bool:
        """Whether the file of `status` can be no other, and has not changed since."""
        return self.settled and self == _stamp(status, self.settled)


def stamped(status: os.stat_result, before: int) -> Stamp:
    """The stamp of a file of which `status` was asked at `before`, nanoseconds of the epoch, or later."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    tick = _TICK if status.st_ctime_ns % 1_000_000_000 else _COARSE_TICK
    return _stamp(status, changed + tick < before)


def now() -> int:
    """To be asked before a file's status is."""
    return time.time_ns()


def _stamp(status: os.stat_result, settled: bool) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev, settled)
