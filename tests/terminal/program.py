"""The program under test, as far as the tests must know its screen."""

import os
import re
import sys
from pathlib import Path

from tuiapp import language
from tuiapp.widgets.filter_bar import HINT

from .session import Terminal

ROOT = Path(__file__).parents[2]
"""The folder that has `tests` in it."""

PROGRAM = [sys.executable, "-m", "tuiapp"]
DOWN = b"\x1b[B"

_MARKS = ("▸ ", "> ")
"""What stands before the highlighted row, with all signs and with ASCII alone."""


def faulty(name: str) -> list[str]:
    """The program with a fault on Ctrl+L, see `faulty`."""
    return [sys.executable, "-m", "tests.terminal.faulty", name]


def environment(**more: str) -> dict[str, str]:
    """A small environment that is the same everywhere; `more` wins."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return kept | fixed | more


FACETS = 28
"""Columns that the facets take on a wide screen."""


def row(terminal: Terminal) -> str:
    """The highlighted row without its mark, that of the list before that of the facets; empty when there is none."""
    lines = terminal.lines()
    marked = (line[at + 2 :] for at in (FACETS, 0) for line in lines if line[at:].startswith(_MARKS))
    return next(marked, "")


def typed(terminal: Terminal) -> str:
    """What the filter holds; empty when it shows its hint."""
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
    """The first screen is painted; keys are answered."""
    terminal.wait_until(lambda: row(terminal))
    terminal.settle()


def to_filter(terminal: Terminal) -> None:
    """Letters go into the filter from here on."""
    terminal.press(b"/")


def assert_down_moves(terminal: Terminal) -> None:
    """The row below the highlighted one is highlighted next."""
    terminal.settle()
    before = row(terminal)
    below = next(at for at, line in enumerate(terminal.lines()) if line.startswith(_MARKS)) + 1
    terminal.send(DOWN)
    terminal.wait_until(lambda: row(terminal) not in ("", before))
    assert terminal.lines()[below][2:] == row(terminal)
