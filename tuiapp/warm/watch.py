"""Notice that the files of a model have changed, by looking at them now and then.

No file system tells of changes everywhere: on a network share inotify sees only what this machine writes.
"""

import os
from collections.abc import Iterable, Iterator
from time import monotonic

SHORTEST, LONGEST = 1.0, 8.0
"""Seconds between two looks: the shortest within a minute of a change, the longest when nothing changes."""
_STIR = 60.0
"""Seconds after a change in which another is likely."""

Look = frozenset[tuple[str, int, int, int]]
"""Name, time of change in nanoseconds, bytes and inode of each file."""


class Watch:
    """Watches files and, at every depth, folders; names with a leading dot are skipped, as the loader does."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = tuple(paths)
        self._seen = look(self._paths)
        self._stirred = monotonic()

    def add(self, paths: Iterable[str]) -> None:
        """Watch these too, from now on."""
        new = tuple(paths)
        self._paths += new
        self._seen |= look(new)

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        return SHORTEST if monotonic() - self._stirred < _STIR else LONGEST

    def changed(self) -> bool:
        """Whether anything has changed since the last call."""
        seen = look(self._paths)
        if seen == self._seen:
            return False
        self._seen, self._stirred = seen, monotonic()
        return True


def look(paths: Iterable[str]) -> Look:
    """What lies at `paths` now."""
    return frozenset(entry for path in paths for entry in _entries(path))


def _entries(path: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        status = os.stat(path)
    except OSError:
        return
    if not os.path.isdir(path):
        yield path, status.st_mtime_ns, status.st_size, status.st_ino
        return
    todo = [path]
    while todo:
        try:
            with os.scandir(todo.pop()) as found:
                for entry in found:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    else:
                        status = entry.stat()
                        yield entry.path, status.st_mtime_ns, status.st_size, status.st_ino
        except OSError:
            # It went away while it was looked at; the next look sees what is there then.
            continue
