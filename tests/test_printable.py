"""What may reach a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.printable import UNPRINTABLE, cells, fitting, one_line, padded, visible


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("Могилевлифтмаш", "Могилевлифтмаш", "letters stay"),
        ("\x1b[31m", "␛[31m", "an escape is a sign, its tail is text"),
        ("a\x07b", "a␇b", "BEL"),
        ("\x7f", "␡", "DEL is not in C0 and has a sign of its own"),
        ("\x9b31m", "\ufffd31m", "C1 CSI has no sign in Unicode"),
        ("а\u202eб", "а\ufffdб", "a bidi override reorders what follows it"),
        ("\ud800", "\ufffd", "a lone surrogate cannot be written at all"),
        ("согла\u0301сие", "согла\u0301сие", "a stress mark is part of the word"),
        ("a\nb\tc", "a␊b␉c", "white space that breaks a line is a sign unless it is kept"),
    ],
)
def test_visible(text: str, shown: str, why: str) -> None:
    assert visible(text) == shown, why


def test_kept_characters_stay() -> None:
    assert visible("a\nb\x1b", keep="\n") == "a\nb␛"


def test_one_line_folds_white_space() -> None:
    assert one_line(" a\n\t b\u00a0c ") == "a b c"


@given(st.text())
def test_nothing_unprintable_is_left_and_places_hold(text: str) -> None:
    shown = visible(text)
    assert not UNPRINTABLE.search(shown)
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    ("text", "size", "why"),
    [
        ("лифт", 4, "Cyrillic is one cell a letter"),
        ("согла\u0301сие", 8, "a combining mark takes none"),
        ("漢字", 4, "wide letters take two"),
        ("→…│✓", 4, "the program's own signs take one"),
    ],
)
def test_cells(text: str, size: int, why: str) -> None:
    assert cells(text) == size, why


def test_a_mark_stays_with_its_letter() -> None:
    assert fitting("а\u0301б", 1) == 2


@given(st.text(), st.integers(0, 30))
def test_what_fits_fits_and_is_filled_up(text: str, width: int) -> None:
    text = visible(text)
    part = text[: fitting(text, width)]
    assert cells(part) <= width
    assert cells(padded(part, width)) == width
