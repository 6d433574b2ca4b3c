"""Open files safely: only regular files, and only inside the fence, if there is one.

Anything else is refused before it is opened, so that no pipe or device can block the program.
"""

import errno
import os
import stat
from collections.abc import Callable

from tuiapp.language import deferred, gettext
from tuiapp.library.stamp import Stamp, now, stamped

_CHUNK = 1 << 20
# O_NOCTTY: a terminal must not become the controlling one. O_NONBLOCK: a pipe put in the file's place must not block.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
# O_PATH (on Linux) also opens a folder that may be entered but not read.
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC

_USUAL = {
    errno.ENOENT: deferred("no such file or directory"),
    errno.EEXIST: deferred("file exists"),
    errno.EACCES: deferred("permission denied"),
    errno.EISDIR: deferred("is a directory"),
    errno.ENOTDIR: deferred("not a directory"),
    errno.ENOSPC: deferred("no space left on device"),
    errno.ELOOP: deferred("too many levels of symbolic links"),
    errno.ENAMETOOLONG: deferred("file name too long"),
}
"""The system's messages, to be translated."""

Tick = Callable[[int], None]
"""Called with the size of each piece read; an exception from it ends the reading."""


class RefusedError(Exception):
    """The file cannot be read or written; the message says why."""


class ChangedError(RefusedError):
    """The file has changed since it was read."""


class OutsideError(RefusedError):
    """The resolved path leads outside of the fence; whether anything is there is not checked."""


def fence(folder: str, owned: str) -> str:
    """Real path of the folder below which a model in `folder` may read: the parent of `folder`.

    It is `folder` itself if the parent is the root or has another owner than `owned`, the model's file or folder. It is
    "" (nothing may be read) if `folder` is the root or cannot be resolved.
    """
    here = real(folder)
    if not os.path.isabs(here) or here == os.path.dirname(here):
        return ""
    around = os.path.dirname(here)
    return around if around != os.path.dirname(around) and _same_owner(around, owned) else here


def real(path: str) -> str:
    """`path` with symbolic links resolved, or unchanged if that fails."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


class Ways:
    """Resolves the paths of many files; each folder is resolved once."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}

    def real(self, path: str) -> str:
        """As the function `real`, but with folders cached."""
        return self.look(path)[0]

    def look(self, path: str) -> tuple[str, os.stat_result | None]:
        """The real path and the status of the file there; None if there is none."""
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


def read_regular(
    path: str, limit: int, tick: Tick, within: str | None = None, resolved: str | None = None
) -> tuple[bytes, Stamp]:
    """All bytes of a regular file of at most `limit` bytes, inside the fence `within` if one is given; and its stamp.

    `resolved` is the path with symbolic links resolved, if that is known. The stamp is taken before reading, so that a
    change during the reading counts as a later change. Raises RefusedError.
    """
    try:
        way = path if within is None else resolved or os.path.realpath(path)
        with open(_opened(path) if within is None else _opened_within(way, within), "rb", buffering=0) as file:
            before = now()
            stamp = stamped(_expect_stored(file.fileno()), before)
            # A refused file is tried again at each reading, so refuse it before reading any of it.
            if stamp.size > limit:
                raise _too_large(limit)
            # A piece is allocated whole before it is read: for small files, 1 MB takes longer than the reading.
            return read_all(file.read, limit, tick, min(stamp.size + 1, _CHUNK)), stamp
    except (OSError, ValueError) as error:
        raise RefusedError(reason(error)) from None


def read_all(read: Callable[[int], bytes | None], limit: int, tick: Tick, chunk: int = _CHUNK) -> bytes:
    """All that `read` returns until the end, `chunk` bytes at a time; raises RefusedError if `limit` is not enough."""
    pieces: list[bytes] = []
    size = 0
    while piece := read(chunk):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        tick(len(piece))
    return b"".join(pieces)


def _too_large(limit: int) -> RefusedError:
    if limit < 1 << 20:
        return RefusedError(gettext("larger than {size} kB").format(size=limit >> 10))
    return RefusedError(gettext("larger than {size} MB").format(size=limit >> 20))


def reason(error: Exception) -> str:
    """Why a file could not be opened or read: our own message for what happens often, else the system's, in English."""
    if isinstance(error, OSError) and error.errno in _USUAL:
        return gettext(_USUAL[error.errno])
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return gettext("no file can have this name")


def _opened(path: str) -> int:
    expect_regular(os.stat(path))
    return os.open(path, _FLAGS)


def _opened_within(path: str, within: str) -> int:
    """A descriptor of the file at `path`, which had no links; one put into it meanwhile is not followed."""
    if not within or not path.startswith(within + os.sep):
        raise OutsideError(gettext("leads out of the folder that was opened"))
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
    """Raise RefusedError or OSError for anything but a regular file."""
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError(gettext("a folder, not a file"))
    if stat.S_ISFIFO(status.st_mode):
        raise RefusedError(gettext("a pipe, not a file; what comes from a pipe is read as -, standard input"))
    if stat.S_ISLNK(status.st_mode):
        # Links have been resolved before; one that is left is a loop, or was put there since.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    raise RefusedError(gettext("a device or a socket, not a file"))


def _expect_stored(fd: int) -> os.stat_result:
    """Refuse files that the kernel generates, in /proc and /sys: their file systems have no blocks."""
    status = os.fstat(fd)
    expect_regular(status)
    if not status.st_blocks and not os.fstatvfs(fd).f_blocks:
        raise RefusedError(gettext("a part of the running system, not a file"))
    return status


def _same_owner(path: str, other: str) -> bool:
    try:
        return os.stat(path).st_uid == os.stat(other).st_uid
    except (OSError, ValueError):
        return False
