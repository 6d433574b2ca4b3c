"""Notice that the files of a model have changed, by looking at them now and then.

No file system tells of changes everywhere: on a network share inotify sees only what this machine writes.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from time import monotonic

SHORTEST, LONGEST = 1.0, 8.0
"""Seconds between two looks: the shortest within a minute of a change, the longest when nothing changes."""
_STIR = 60.0
"""Seconds after a change in which another is likely."""
_SHARE = 50
"""A look takes at most one in so many seconds: at a slow share, or at a million files, looks come less often."""

Entry = tuple[str, int, int, int, int]
"""Name, times of change of the content and of anything, both in nanoseconds, bytes, and inode of a file."""
Look = frozenset[Entry]


class Watch:
    """Watches files and, at every depth, folders; names with a leading dot are skipped, as the loader does."""

    def __init__(self, paths: Iterable[str], longest: float = LONGEST) -> None:
        """`longest`: seconds between two looks when nothing changes."""
        self._paths = tuple(paths)
        self._longest = longest
        self._took = 0.0
        """Seconds that the last look took."""
        self._seen = self._look()
        self._stirred = monotonic()

    def add(self, paths: Iterable[str]) -> None:
        """Watch these too, from now on."""
        new = tuple(paths)
        self._paths += new
        self._seen |= look(new)

    def follow(self, paths: Iterable[str]) -> None:
        """Watch these instead; those that were not watched before count as changed if they are there."""
        self._paths = tuple(paths)

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        usual = SHORTEST if monotonic() - self._stirred < _STIR else self._longest
        return max(usual, self._took * _SHARE)

    def changed(self) -> bool:
        """Whether anything has changed since the last call. It may take as long as the file system likes."""
        seen = self._look()
        if seen == self._seen:
            return False
        self._seen, self._stirred = seen, monotonic()
        return True

    def _look(self) -> Look:
        before = monotonic()
        seen = look(self._paths)
        self._took = monotonic() - before
        return seen


def look(paths: Iterable[str]) -> Look:
    """What lies at `paths` now."""
    return frozenset(entry for path in paths for entry in _entries(path))


def _entries(path: str) -> Iterator[Entry]:
    if not os.path.isdir(path):
        with suppress(OSError, ValueError):
            yield _entry(path, os.stat(path))
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
                        yield _seen(entry)
        except (OSError, ValueError):
            # It went away while it was looked at; the next look sees what is there then.
            continue


def _seen(entry: "os.DirEntry[str]") -> Entry:
    try:
        return _entry(entry.path, entry.stat())
    except OSError:
        # A link that leads nowhere or in a circle is seen too, because it may be mended.
        return (entry.path, 0, 0, 0, 0)


def _entry(path: str, status: os.stat_result) -> Entry:
    # The second time tells of a file made unreadable, and of one changed by a program that sets the first one back.
    return (path, status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
