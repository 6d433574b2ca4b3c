"""Standard output and standard error, and the exit statuses: 0 done, 1 nothing or something wrong, 2 not usable."""

import os
import signal
import sys

from tuiapp.printable import one_line

DONE, NOTHING, UNUSABLE, CRASHED = 0, 1, 2, 1


def prepare() -> None:
    """Data for pipes and files is UTF-8; a terminal of another encoding gets what it can show of it."""
    # A reader that has seen enough, as `head` has, ends the program without a word.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # Python has None for a stream that the shell has closed.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    else:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]


def say(text: str) -> None:
    """Tell the person at the terminal, on standard error."""
    sys.stderr.write(one_line(text) + "\n")


def written() -> bool:
    """Whether both streams took all of it; of one that did not Python must not try again, to end with 120."""
    whole = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            whole = False
    return whole
