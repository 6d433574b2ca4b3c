"""The keys that are let in, from a file in the format of OpenSSH's authorized_keys, read again when it changes."""

import os
from collections.abc import Callable

import asyncssh

from tuiapp.language import gettext


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
            stamp = self._look()
            if stamp != self._stamp:
                self._keys, self._stamp = self._read(), stamp
                self._say(gettext("tuiapp: {file} was read again").format(file=self._path))
        except OSError as error:
            self._say(f"tuiapp: {self._path}: {error.strerror}")
            return asyncssh.import_authorized_keys("")
        except ValueError as error:
            self._say(f"tuiapp: {self._path}: {error}")
        return self._keys

    def _look(self) -> tuple[int, int, int]:
        status = os.stat(self._path)
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _read(self) -> asyncssh.SSHAuthorizedKeys:
        with open(self._path, encoding="utf-8") as file:
            return asyncssh.import_authorized_keys(file.read())
