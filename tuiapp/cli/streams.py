"""Standard output and error, and the exit statuses.

0: done. 1: nothing found, faults found, or a crash. 2: the arguments, the model, the terminal or the output cannot be
used.
"""

import os
import signal
import sys

from tuiapp.printable import one_line

DONE, NOTHING, UNUSABLE, CRASHED = 0, 1, 2, 1


def prepare() -> None:
    """Write UTF-8 to pipes and files; on a terminal, replace what its encoding does not have."""
    # Let SIGPIPE end the program silently when a reader such as `head` stops early.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # Python sets a stream to None if the shell has closed it.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]


def say(text: str) -> None:
    """Print one line for the person at the terminal, on standard error."""
    sys.stderr.write(one_line(text) + "\n")


def written() -> bool:
    """Whether both streams took all output; one that did not is replaced, or Python would retry and exit with 120."""
    whole = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            whole = False
    return whole
