"""Text broken into lines: nothing is lost but the blanks at the breaks, no line is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.present.lines import Paragraph, wrap
from tuiapp.printable import cells


@pytest.mark.parametrize(
    ("text", "width", "lines", "why"),
    [
        ("", 5, [""], "an empty paragraph is an empty line"),
        ("а б в", 3, ["а б", "в"], "the blank at a break stands in neither line"),
        ("раз  два", 20, ["раз  два"], "blanks inside a line are the quote's own"),
        ("Могилевлифтмаш", 6, ["Могиле", "влифтм", "аш"], "a word longer than a line is cut"),
        ("а Могилевлифтмаш", 8, ["а", "Могилевл", "ифтмаш"], "but starts on a line of its own"),
        ("a\n\nb", 5, ["a", "", "b"], "line breaks of the text are kept"),
        ("漢字漢", 4, ["漢字", "漢"], "width is counted in cells"),
        ("漢", 1, ["漢"], "what fits nowhere is drawn all the same, not dropped"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str], why: str) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines, why


@given(st.text(alphabet="абв \n漢\u0301"), st.integers(2, 12))
def test_wrapping_loses_only_blanks_and_keeps_to_the_width(text: str, width: int) -> None:
    places = wrap(text, width)
    assert all(cells(text[start:end].rstrip()) <= width for start, end in places)
    kept = "".join(text[start:end] for start, end in places)
    assert "".join(kept.split()) == "".join(text.split())
    assert places == sorted(places)


def test_spans_cross_line_breaks() -> None:
    paragraph = Paragraph("один два три", spans=((3, 10, "mark"),), margin=(("| ", "dim"),))
    assert list(paragraph.lines(8)) == [
        (("| ", "dim"), ("оди", "plain"), ("н", "mark")),
        (("| ", "dim"), ("два", "mark")),
        (("| ", "dim"), ("т", "mark"), ("ри", "plain")),
    ]


def test_a_control_character_keeps_its_place() -> None:
    paragraph = Paragraph("a\x1b[31mb", spans=((1, 2, "mark"),))
    assert list(paragraph.lines(80)) == [(("a", "plain"), ("␛", "mark"), ("[31mb", "plain"))]
