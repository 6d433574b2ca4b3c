"""Reports a crash: one line for the user, which names the file that has the traceback."""

import os
import traceback
from datetime import UTC, datetime

from tuiapp.terminal.restricted import restricted


def log_file() -> str | None:
    """The path of the log, in the user's state folder by the XDG Base Directory specification.

    None if neither XDG_STATE_HOME nor HOME gives an absolute path: a log does not belong in the current folder.
    """
    named = os.environ.get("XDG_STATE_HOME", "")
    state = named if os.path.isabs(named) else os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(state, "tuiapp", "crash.log") if os.path.isabs(state) else None


def logged(error: BaseException) -> str | None:
    """Append the traceback of `error` to the log. Return the log's path, or None if it cannot or must not be written.

    The values of variables are left out: they contain what the user searched for.
    """
    if restricted() or (path := log_file()) is None:
        return None
    lines = traceback.format_exception(error)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(path, "a", encoding="utf-8", errors="replace") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}\n{''.join(lines)}\n")
    except OSError:
        return None
    return path
