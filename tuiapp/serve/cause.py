"""Why the system refuses something, in the reader's language."""

import errno
import socket

from tuiapp.language import deferred, gettext

_USUAL = {
    errno.ENOENT: deferred("no such file or directory"),
    errno.EACCES: deferred("permission denied"),
    errno.EISDIR: deferred("is a directory"),
    errno.ENOTDIR: deferred("not a directory"),
    errno.ENOSPC: deferred("no space left on device"),
    errno.EADDRINUSE: deferred("another program listens there"),
    errno.EADDRNOTAVAIL: deferred("this machine does not have this address"),
}


def cause(error: OSError) -> str:
    """Our own words for what happens often, else the system's, in English."""
    if isinstance(error, socket.gaierror):
        return gettext("there is no such address")
    if error.errno in _USUAL:
        return gettext(_USUAL[error.errno])
    return error.strerror or type(error).__name__
