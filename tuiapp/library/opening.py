"""Opening what may be read: regular files, and where there is a fence none outside of it.

What is no regular file is refused unopened, so that no pipe and no device can keep the program waiting.
"""

import errno
import os
import stat
from collections.abc import Callable

from tuiapp.library.stamp import Stamp, now, stamped

_CHUNK = 1 << 20
# A terminal must not become the program's own, nor a pipe that took the file's place hold it up.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
# On Linux a folder that may be entered need not be readable.
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC

Tick = Callable[[int], None]
"""Told of each piece how many bytes it had; whatever it raises ends the reading."""


class RefusedError(Exception):
    """This cannot be read, or written; the message says why."""


class ChangedError(RefusedError):
    """This is no longer what was read."""


class OutsideError(RefusedError):
    """This lies, links followed, outside of the fence; nothing is known of it, nor whether it is there."""


def fence(folder: str, owned: str) -> str:
    """The real path of what may be read for a model in `folder`: all that is below the folder around it.

    Below `folder` alone where the one around it is the root or not that of the owner of `owned`, the model's file
    or folder; nothing, "", where `folder` is the root or is not there.
    """
    here = real(folder)
    if not os.path.isabs(here) or here == os.path.dirname(here):
        return ""
    around = os.path.dirname(here)
    return around if around != os.path.dirname(around) and _same_owner(around, owned) else here


def real(path: str) -> str:
    """`path` without links, or as it came where that cannot be known."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


class Ways:
    """Real paths, for one look at many files: each folder is followed once."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}

    def real(self, path: str) -> str:
        """As `real` alone."""
        return self.look(path)[0]

    def look(self, path: str) -> tuple[str, os.stat_result | None]:
        """The real path, and what stands there; None where nothing does."""
        folder, name = os.path.split(path)
        try:
            status = os.lstat(path)
            if name in ("", ".", "..") or stat.S_ISLNK(status.st_mode):
                return real(path), os.stat(path)
        except (OSError, ValueError):
            return real(path), None
        if folder not in self._folders:
            self._folders[folder] = real(folder)
        return os.path.join(self._folders[folder], name), status


def read_regular(path: str, limit: int, tick: Tick, within: str | None = None) -> tuple[bytes, Stamp]:
    """All bytes of a regular file that has at most `limit` of them and lies below the fence `within`, if there is one.

    The stamp is older than they are: a change meanwhile is a change since. Raises RefusedError.
    """
    try:
        with open(_opened(path) if within is None else _opened_within(path, within), "rb", buffering=0) as file:
            before = now()
            stamp = stamped(_expect_stored(file.fileno()), before)
            # One that is refused is looked at again each time, and must cost nothing.
            if stamp.size > limit:
                raise _too_large(limit)
            return read_all(file.read, limit, tick), stamp
    except (OSError, ValueError) as error:
        raise RefusedError(reason(error)) from None


def read_all(read: Callable[[int], bytes | None], limit: int, tick: Tick) -> bytes:
    """What `read` returns until there is no more; raises RefusedError where it is more than `limit` bytes."""
    pieces: list[bytes] = []
    size = 0
    while piece := read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        tick(len(piece))
    return b"".join(pieces)


def _too_large(limit: int) -> RefusedError:
    return RefusedError(f"larger than {limit >> 20} MB")


def reason(error: Exception) -> str:
    """Why a file could not be opened or read: the system's words, or where they are Python's, which change, ours."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return "no file can have this name"


def _opened(path: str) -> int:
    expect_regular(os.stat(path))
    return os.open(path, _FLAGS)


def _opened_within(path: str, within: str) -> int:
    """A descriptor of what lies at `path`, links followed; one that takes a place on the way meanwhile is not."""
    path = os.path.realpath(path)
    if not within or not path.startswith(within + os.sep):
        raise OutsideError("leads out of the folder that was opened")
    *steps, name = path.removeprefix(within + os.sep).split(os.sep)
    folder = os.open(within, _FOLDER)
    try:
        for step in steps:
            inner = os.open(step, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        expect_regular(os.stat(name, dir_fd=folder, follow_symlinks=False))
        return os.open(name, _FLAGS | os.O_NOFOLLOW, dir_fd=folder)
    finally:
        os.close(folder)


def expect_regular(status: os.stat_result) -> None:
    """Raises RefusedError or OSError for what is no regular file."""
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError("a folder, not a file")
    if stat.S_ISFIFO(status.st_mode):
        raise RefusedError("a pipe, not a file; what comes from a pipe is read as -, standard input")
    if stat.S_ISLNK(status.st_mode):
        # Those that lead somewhere have been followed.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    raise RefusedError("a device or a socket, not a file")


def _expect_stored(fd: int) -> os.stat_result:
    """Refuse what the kernel makes up as it is read, in /proc and /sys: its file systems have no blocks."""
    status = os.fstat(fd)
    expect_regular(status)
    if status.st_blocks == os.fstatvfs(fd).f_blocks == 0:
        raise RefusedError("a part of the running system, not a file")
    return status


def _same_owner(path: str, other: str) -> bool:
    try:
        return os.stat(path).st_uid == os.stat(other).st_uid
    except (OSError, ValueError):
        return False
