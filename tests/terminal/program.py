"""Starts the program under test and reads its screen."""

import os
import re
import sys
import tempfile
from pathlib import Path

from tuiapp import language
from tuiapp.widgets.filter_bar import HINT

from .session import Terminal

ROOT = Path(__file__).parents[2]
"""The folder that has `tests` in it."""

PROGRAM = [sys.executable, "-m", "tuiapp"]
DOWN = b"\x1b[B"

_MARK = re.compile("[▸>][ ≈○⊂≠×~o<!?][ •*]")
"""What stands before the highlighted row, in Unicode and in ASCII: the cursor, then the sign of a status and a mark, or
blanks."""


def faulty(name: str) -> list[str]:
    """A command that starts the program with the fault `name`, see faulty.py."""
    return [sys.executable, "-m", "tests.terminal.faulty", name]


def environment(**more: str) -> dict[str, str]:
    """A small environment that is the same on every machine; `more` overrides it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        # Nobody's own settings: below a file there are none.
        "XDG_CONFIG_HOME": os.devnull,
        # What the faulty programs log does not belong into the home of whoever runs the tests.
        "XDG_STATE_HOME": os.path.join(tempfile.gettempdir(), f"tuiapp-tests-{os.getuid()}"),
    }
    return kept | fixed | more


FACETS = 28
"""Columns that the facets take on a wide screen."""


def row(terminal: Terminal) -> str:
    """The highlighted row of the list, else of the facets, without its mark; empty if there is none."""
    lines = terminal.lines()
    marked = (line[at + 3 :] for at in (FACETS, 0) for line in lines if _MARK.match(line, at))
    return next(marked, "")


def typed(terminal: Terminal) -> str:
    """The text in the filter; empty when it shows its hint."""
    text = re.split(r"  | \d+ ", terminal.lines()[0].partition(" / ")[2])[0].strip()
    return "" if any(hint.startswith(text) for hint in _hints()) else text


def _hints() -> list[str]:
    before = language.spoken()
    hints = []
    for each in language.LANGUAGES:
        language.use(each)
        hints.append(language.gettext(HINT))
    language.use(before)
    return hints


def wait_ready(terminal: Terminal) -> None:
    """Wait until the first screen is drawn and keys are handled."""
    terminal.wait_until(lambda: row(terminal))
    terminal.settle()


def to_filter(terminal: Terminal) -> None:
    """Move the focus to the filter, so that letters go there."""
    terminal.press(b"/")


def assert_down_moves(terminal: Terminal) -> None:
    """Assert that an arrow down highlights the next row."""
    terminal.settle()
    before = row(terminal)
    below = next(at for at, line in enumerate(terminal.lines()) if _MARK.match(line)) + 1
    terminal.send(DOWN)
    terminal.wait_until(lambda: row(terminal) not in ("", before))
    assert terminal.lines()[below][3:] == row(terminal)
