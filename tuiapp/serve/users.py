"""Be somebody who may do less."""

import ctypes
import os
import pwd
import sys
from contextlib import suppress

from tuiapp.language import gettext

NOBODY = "nobody"
_DUMPABLE = 4


def become(name: str) -> str:
    """Become the user `name` for good if this process is root, by default `nobody`; returns who it is, or "" if the
    same as before. Raises ValueError if there is no such user, or if only root could become it."""
    name = name or (NOBODY if os.geteuid() == 0 else "")
    if not name:
        return ""
    try:
        user = pwd.getpwnam(name)
    except KeyError:
        raise ValueError(gettext("there is no user {name}").format(name=name)) from None
    if user.pw_uid == os.geteuid():
        return ""
    if os.geteuid():
        raise ValueError(gettext("only root can become {name}").format(name=name))
    try:
        os.initgroups(user.pw_name, user.pw_gid)
        os.setresgid(user.pw_gid, user.pw_gid, user.pw_gid)
        os.setresuid(user.pw_uid, user.pw_uid, user.pw_uid)
    except PermissionError:
        # Root without these capabilities, as in some containers.
        raise ValueError(gettext("this root may not become {name}").format(name=name)) from None
    for file in (sys.executable, os.__file__, __file__):
        if not os.access(file, os.R_OK):
            told = gettext("{name} cannot read {file}: install the program where everybody can, or give --user")
            raise ValueError(told.format(name=name, file=file))
    return name


def hide_memory() -> None:
    """Let no other process of this user read this one's memory, which has the host key in it."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)
