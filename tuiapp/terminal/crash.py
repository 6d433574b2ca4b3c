"""What is left of a crash: one line for the person, the traceback in a file that the line names."""

import os
import traceback
from datetime import UTC, datetime

from tuiapp.terminal.restricted import restricted


def log_file() -> str | None:
    """Where tracebacks go: the user's state folder, by the XDG Base Directory specification.

    None where no variable says so by an absolute path: wherever the program was started is no place for a log.
    """
    named = os.environ.get("XDG_STATE_HOME", "")
    state = named if os.path.isabs(named) else os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(state, "tuiapp", "crash.log") if os.path.isabs(state) else None


def logged(error: BaseException) -> str | None:
    """Append the traceback of `error`; the file's path, or None where it cannot or must not be written.

    Without the values of variables: they hold what the person was looking for.
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
