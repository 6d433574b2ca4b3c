"""What may reach a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from tuiapp import printable
from tuiapp.printable import UNPRINTABLE, cells, fitting, is_control, one_line, padded, visible, without_signs

# The planes in between have no character, and one of those for private use is as another.
EVERY = [chr(code) for code in (*range(0x33480), *range(0xDFF00, 0xE1100), 0xF0000, 0x10FFFF)]
ACTING = ("Cc", "Cf", "Cs", "Zl", "Zp")


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
        ("не\u200bправда", "не\ufffdправда", "a zero-width blank"),
        ("эко\u00adномика", "эко\ufffdномика", "a soft hyphen"),
        ("а\u3164б\u2800в", "а\ufffdб\ufffdв", "letters and signs that are blank"),
        ("\u0600\u06dd", "\ufffd\ufffd", "signs that stand below the digits after them"),
        ("👩\u200d🚀", "👩\ufffd🚀", "a joined sequence is its parts"),
        ("❤\ufe0f 1\ufe0f\u20e3", "❤\ufffd 1\ufffd\ufffd", "what makes a heart wide and a digit a key"),
        ("👍🏽 🇧🇾", "👍\ufffd \ufffd\ufffd", "a skin tone; the halves of a flag"),
        ("\ue000\u0378", "\ufffd\ufffd", "another sign on every machine, and none"),
        ("कि", "क\ufffd", "a mark that some terminals give a cell"),
    ],
)
def test_visible(text: str, shown: str, why: str) -> None:
    assert visible(text) == shown, why


def test_kept_characters_stay() -> None:
    assert visible("a\nb\x1b", keep="\n") == "a\nb␛"


def test_what_would_be_a_sign_can_be_left_out() -> None:
    assert without_signs("a\x1b👍🏽\u200b\u0301б") == "a👍\u0301б"
    assert without_signs("a\n\u3164б", " ") == "a  б"


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
        ("👩\u200d🚀", 5, "a sequence as its parts are shown"),
        ("❤\ufe0f", 2, "a sign takes a cell"),
        ("\u00ad\u0600", 2, "as does what would take none"),
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


def test_whatever_acts_or_is_ignorable_is_unprintable() -> None:
    # The tables of the terminal's library know later characters than Python, and count every ignorable one as nothing.
    ignored = [each for each in EVERY if unicodedata.category(each) in ("Lo", "Cf") and wcwidth(each) == 0]
    jamo = [each for each in ignored if 0x1160 < ord(each) < 0x1200 or 0xD7B0 <= ord(each) < 0xD800]
    acting = [each for each in EVERY if unicodedata.category(each) in ACTING]
    assert [hex(ord(each)) for each in [*acting, *ignored] if not UNPRINTABLE.match(each) and each not in jamo] == []


def test_what_is_read_is_printable() -> None:
    read = [each for each in EVERY if UNPRINTABLE.match(each) and unicodedata.category(each)[0] in "LNPSZ"]
    assert "".join(read) == "\u115f\u1160\u2028\u2029\u2800\u3164\uffa0"


def test_controls_are_told_from_what_is_only_not_seen() -> None:
    unprintable = [each for each in EVERY if UNPRINTABLE.match(each)]
    assert {unicodedata.category(each) for each in unprintable if is_control(each)} == {*ACTING, "Cn"}
    assert all(is_control(each) for each in unprintable if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp"))


def test_rich_and_the_table_of_widths_agree_on_whatever_is_shown() -> None:
    # Textual cuts lines by the one, columns are made by the other.
    shown = [each for each in EVERY if visible(each) == each]
    assert len(shown) > 140_000
    assert [hex(ord(each)) for each in shown if not cell_len(each) == cells(each) == wcwidth(each)] == []


def test_what_is_not_shown_takes_the_cell_of_its_sign() -> None:
    hidden = [each for each in EVERY if visible(each) != each]
    assert [hex(ord(each)) for each in hidden if cells(each) != 1 or cell_len(visible(each)) != 1] == []


def test_the_short_cuts_pass_by_nothing() -> None:
    for each in EVERY:
        if not printable._ODD.match(each):
            assert wcwidth(each) == 1
        if not printable._SUSPECT.match(each):
            assert printable._shown(each) == each


# What has a width of its own only together with its neighbours, and whatever else there is.
SEQUENCES = "👩🚀❤1🇧🇾👍🏽가각\u1161\u200d\ufe0f\ufe0e\u20e3\u0301\u00ad\u0600\u3164\u0903कक"


@given(st.text(st.sampled_from(SEQUENCES) | st.characters()))
def test_no_sequence_is_wider_or_narrower_than_its_characters(text: str) -> None:
    shown = visible(text)
    assert cell_len(shown) == sum(map(wcwidth, shown)) == cells(shown) == cells(text)
