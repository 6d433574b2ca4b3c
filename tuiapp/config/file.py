"""Finds the file with the settings and reads it."""

import os

from tuiapp.config.settings import Settings, SettingsError

LIMIT = 16 << 10
"""Largest file, in bytes; one with every setting has 5 kB. The parser takes a second for a dotted key of so many bytes,
and 25 seconds for one of four times as many."""


def path() -> str | None:
    """The path of the file, by the XDG Base Directory specification, whether it exists or not.

    None if neither XDG_CONFIG_HOME nor HOME gives an absolute path: settings do not belong in the current folder.
    """
    named = os.environ.get("XDG_CONFIG_HOME", "")
    folder = named if os.path.isabs(named) else os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(folder, "tuiapp", "config.toml") if os.path.isabs(folder) else None


def read() -> Settings:
    """The settings in the file; the defaults if there is none. Raises SettingsError with every fault."""
    file = path()
    if file is None or not _there(file):
        return Settings()
    # Imported here because most people have no such file, and the TOML parser takes 5 ms.
    from tuiapp.config.checks import settings

    return settings(file, _content(file))


def _there(file: str) -> bool:
    try:
        os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        # A folder that cannot be entered, for one: reading says why.
        return True
    return True


def _content(file: str) -> bytes:
    """The bytes of the file; raises SettingsError unless it is a regular file of at most LIMIT bytes."""
    from tuiapp.library import Fault, RefusedError
    from tuiapp.library.opening import read_regular

    try:
        return read_regular(file, LIMIT, lambda _: None)[0]
    except RefusedError as error:
        raise SettingsError([Fault(file, 1, 1, "$", str(error))]) from None
