"""Few bytes: how many each key may send to the terminal. They repeat to the byte, so a test never passes by chance."""

from pathlib import Path
from statistics import median

import pytest

from . import fzf
from .conftest import Start
from .large import Large
from .program import PROGRAM, to_filter
from .session import Terminal
from .sizes import REST, downs, letters, pages

SEGMENT = 1460
"""Bytes that one TCP segment carries over Ethernet."""
RUSSIAN = {"LANG": "ru_RU.UTF-8"}


@pytest.fixture
def ours(start: Start, tmp_path: Path) -> Terminal:
    return start([*PROGRAM, str(Large().write(tmp_path))], **RUSSIAN)


def test_a_first_picture_an_arrow_and_a_page(ours: Terminal) -> None:
    paint, arrows, paged = len(ours.since()), downs(ours), pages(ours)
    assert paint <= 10_000
    assert median(arrows) <= SEGMENT, arrows
    assert max(arrows) <= paint
    assert max(paged) <= 6_000


def test_a_number_costs_the_footer_only(ours: Terminal) -> None:
    first, second = len(ours.press("1")), len(ours.press("2"))
    assert first <= 150
    assert second <= 100
    assert len(ours.press("\x1b", 2 * REST)) <= 500, "the footer's keys again"


def test_an_arrow_on_a_large_terminal(start: Start, tmp_path: Path) -> None:
    terminal = start([*PROGRAM, str(Large().write(tmp_path))], cols=200, rows=50, **RUSSIAN)
    paint, arrows = len(terminal.since()), downs(terminal)
    assert median(arrows) <= SEGMENT, arrows
    assert max(arrows) <= paint


def test_reading_an_article(ours: Terminal) -> None:
    assert len(ours.press("\r", REST)) <= 10_000
    assert max(len(ours.press(key, REST)) for key in ("j", "k")) <= 6_000
    assert max(pages(ours)) <= 6_000
    ours.press("g", REST)
    assert max(len(ours.press(key, REST)) for key in "\t\t\t") <= SEGMENT, "another item's quote, in sight"
    assert len(ours.press("/", REST)) <= 600, "the line of the search alone"
    typed = [len(ours.press(letter, REST)) for letter in "станк"]
    assert max(typed) <= 6_000, "a letter that stands in every line costs no more than a page"
    assert len(ours.press("\r", REST)) <= 600
    assert max(len(ours.press(key, REST)) for key in "nN") <= SEGMENT, "hits in sight"
    assert len(ours.press("\x1b", 2 * REST)) <= SEGMENT, "the marks are gone"


def test_a_letter_costs_less_than_in_fzf(ours: Terminal, start: Start, tmp_path: Path) -> None:
    to_filter(ours)
    typed = letters(ours)
    assert max(typed) <= 2 * SEGMENT, "all rows and the quote are others"
    peer = fzf.installed()
    if peer is None:
        pytest.skip("fzf is not installed: within the budget, not held against it")
    large = Large()
    other = start(fzf.command(peer, large, tmp_path, 80), ready=False, **RUSSIAN)
    fzf.wait_ready(other, large)
    theirs = letters(other)
    assert median(typed) < median(theirs)
    assert sum(typed) < sum(theirs)
