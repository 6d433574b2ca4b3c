"""The size of the terminal window, limited to plausible values, and notice of its changes."""

import os
import signal
import time
from collections.abc import Callable
from threading import Thread

from tuiapp.terminal.start import SCREEN

MOST_COLUMNS = 2_000
MOST_CELLS = 250_000
"""A terminal may report 65,535 columns and rows, and a screen of that size takes all memory. An 8K monitor with the
smallest letters has about 1,500 by 500 cells."""

PACE = 0.02
"""Seconds between two reports of a new size: 50,000 changes a second cost no more than 50."""


def believed() -> tuple[int, int]:
    """Columns and rows of the terminal: at least 1 each, at most MOST_COLUMNS and MOST_CELLS.

    Read from the terminal, not from COLUMNS and LINES, which do not follow a change.
    """
    try:
        columns, rows = os.get_terminal_size(SCREEN)
    except OSError:
        columns, rows = 80, 24
    columns = min(columns or 80, MOST_COLUMNS)
    return columns, min(rows or 24, MOST_CELLS // columns)


def watch(changed: Callable[[], object]) -> None:
    """Start a thread that calls `changed` whenever the terminal's size may have changed.

    SIGWINCH must be blocked: a handler would interrupt the main thread on every signal.
    """

    def wait() -> None:
        while True:
            signal.sigwait({signal.SIGWINCH})
            changed()
            time.sleep(PACE)

    Thread(target=wait, name="window", daemon=True).start()
