"""The keys that are let in, from a file in the format of OpenSSH's authorized_keys, read again when it changes."""

import errno
import os
import stat
from collections.abc import Callable

import asyncssh

from tuiapp.language import gettext
from tuiapp.serve.cause import cause


class Keyring:
    """Looks at the file whenever somebody logs in."""

    def __init__(self, path: str, say: Callable[[str], object]) -> None:
        """Raises OSError or ValueError if the file cannot be used."""
        self._path, self._say = path, say
        self._stamp = self._look()
        self._keys: asyncssh.SSHAuthorizedKeys = self._read()

    def keys(self) -> asyncssh.SSHAuthorizedKeys:
        """The keys that the file has now: none while it cannot be read, those before while it is wrong."""
        try:
            if (stamp := self._look()) != self._stamp:
                self._keys, self._stamp = self._read(), stamp
                self._say(gettext("tuiapp: {file} was read again").format(file=self._path))
        except OSError as error:
            self._say(f"tuiapp: {self._path}: {cause(error)}")
            return asyncssh.import_authorized_keys("")
        except ValueError as error:
            self._stamp = stamp
            self._say(gettext("tuiapp: {why}; the keys from before are let in").format(why=error))
        return self._keys

    def _look(self) -> tuple[int, int, int]:
        status = os.stat(self._path)
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            # To open a pipe would wait for whoever writes, and it could not be read again.
            raise OSError(errno.EINVAL, gettext("is not a regular file"), self._path)
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _read(self) -> asyncssh.SSHAuthorizedKeys:
        with open(self._path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        try:
            return asyncssh.import_authorized_keys(text)
        except ValueError:
            # The library's words name no file.
            raise ValueError(gettext("{file} has no line that is a key").format(file=self._path)) from None
