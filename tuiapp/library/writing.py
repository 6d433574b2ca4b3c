"""Write a file atomically: whatever happens, the path has the old file or the new one, never a part.

No other module writes a model's files, so that callers need not think of full disks and power cuts.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tuiapp.language import gettext
from tuiapp.library.opening import ChangedError, RefusedError, expect_regular, reason
from tuiapp.library.stamp import Stamp

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# Errors of a file system without hard links.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)


def write(path: str, data: bytes, expected: Stamp | None) -> None:
    """Write `data` to `path`, where the file of `expected` must still be, or with None no file.

    A symbolic link is followed, and its target replaced. The file keeps its mode, and its owner, group and access list
    as far as the system allows. Its other hard links keep the old content. Raises ChangedError if the file has changed
    since it was stamped, or may have, and RefusedError if it is not a regular file, may not be written, or the system
    fails; then nothing has changed. Two things cannot be prevented: a change by another program in the microseconds
    between the last check and the rename is lost, and a program killed by force leaves its unfinished file behind,
    `.tuiapp-` and digits, which no reader looks at.
    """
    try:
        if expected is None:
            _create(path, data)
        else:
            _replace(os.path.realpath(path), data, expected)
    except (OSError, ValueError) as error:
        raise RefusedError(reason(error)) from None


def _create(path: str, data: bytes) -> None:
    parent, name = os.path.split(path)
    with _opened(parent or ".") as folder:
        # As other programs create files: the umask and the folder's own rules decide who may read it.
        _put(folder, data, 0o666, lambda _: None, lambda new: _name(new, name, folder))


def _replace(path: str, data: bytes, expected: Stamp) -> None:
    parent, name = os.path.split(path)
    with _opened(parent) as folder:
        old = _expect(name, folder, expected)
        # A rename needs write access to the folder only; a file that somebody made read-only must stay protected.
        if not os.access(name, os.W_OK, dir_fd=folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        def rename(new: str) -> None:
            _expect(name, folder, expected)
            os.rename(new, name, src_dir_fd=folder, dst_dir_fd=folder)

        _put(folder, data, 0o600, lambda new: _liken(new, name, folder, old), rename)


@contextmanager
def _opened(path: str) -> Iterator[int]:
    folder = os.open(path, _FOLDER)
    try:
        yield folder
    finally:
        with suppress(OSError):
            os.close(folder)


def _put(folder: int, data: bytes, mode: int, liken: Callable[[int], None], settle: Callable[[str], None]) -> None:
    """Write `data` to a temporary file, and call `settle` to give it its name once it is safe on disk."""
    # The loader skips names with a leading dot.
    temporary = f".tuiapp-{os.urandom(8).hex()}"
    file = os.open(temporary, _NEW, mode, dir_fd=folder)
    try:
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(file, left) :]
            liken(file)
            os.fsync(file)
        finally:
            os.close(file)
        settle(temporary)
    finally:
        # After a rename there is nothing left to remove.
        with suppress(OSError):
            os.unlink(temporary, dir_fd=folder)
    # The new name is visible already; if this fails, a power cut may bring back the old file, complete.
    with suppress(OSError):
        os.fsync(folder)


def _expect(name: str, folder: int, expected: Stamp) -> os.stat_result:
    """The file's status; raises ChangedError if the file is not that of `expected`."""
    status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    expect_regular(status)
    if not expected.settled:
        raise ChangedError(gettext("the file was changed just before it was read: read it once more"))
    if not expected.same(status):
        raise ChangedError(gettext("the file has changed since it was read"))
    return status


def _liken(new: int, name: str, folder: int, old: os.stat_result) -> None:
    """Copy the old file's owner, group, mode and attributes to the new one."""
    for user, group in ((-1, old.st_gid), (old.st_uid, -1)):
        with suppress(OSError):
            os.fchown(new, user, group)
    mode = old.st_mode & 0o777
    if os.fstat(new).st_gid != old.st_gid:
        # The group could not be kept, so the new one gets only the rights of all others.
        mode = mode & 0o707 | (mode & 0o007) << 3
    else:
        _copy_attributes(new, name, folder)
    os.fchmod(new, mode)


def _copy_attributes(new: int, name: str, folder: int) -> None:
    """Copy the access list and other extended attributes, as far as the system allows."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        old = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
        try:
            for attribute in os.listxattr(old):
                with suppress(OSError):
                    os.setxattr(new, attribute, os.getxattr(old, attribute))
        finally:
            os.close(old)


def _name(temporary: str, name: str, folder: int) -> None:
    """Give the file its name unless a file has that name."""
    try:
        os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Reserve the name with an empty file: a rename alone would replace any file.
        os.close(os.open(name, _NEW, 0o600, dir_fd=folder))
        try:
            os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            os.unlink(name, dir_fd=folder)
            raise
