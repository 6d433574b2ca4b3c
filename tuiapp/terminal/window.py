"""How large the window is, as far as a terminal is believed, and when it changes."""

import os
import signal
import time
from collections.abc import Callable
from threading import Thread

from tuiapp.terminal.start import SCREEN

MOST_COLUMNS = 2_000
MOST_CELLS = 250_000
"""A terminal may claim 65,535 columns and rows, and a picture of that size takes all memory. A screen of 8K with the
smallest letters has some 1,500 by 500 cells."""

PACE = 0.02
"""Seconds between two reports of another size; a sender of 50,000 a second costs no more than one of 50."""


def believed() -> tuple[int, int]:
    """Columns and rows of the terminal; never none, and never more than a picture can be made of.

    Asked of the terminal and not of COLUMNS and LINES, which stay what they were when it changes.
    """
    try:
        columns, rows = os.get_terminal_size(SCREEN)
    except OSError:
        columns, rows = 80, 24
    columns = min(columns or 80, MOST_COLUMNS)
    return columns, min(rows or 24, MOST_CELLS // columns)


def watch(changed: Callable[[], object]) -> None:
    """Call `changed` from a thread for ever, whenever the terminal may have another size.

    SIGWINCH must be blocked: a handler would interrupt the main thread for each of them.
    """

    def wait() -> None:
        while True:
            signal.sigwait({signal.SIGWINCH})
            changed()
            time.sleep(PACE)

    Thread(target=wait, name="window", daemon=True).start()
