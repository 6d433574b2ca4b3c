"""Text broken into lines: nothing is lost but the blanks at the breaks, no line is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.present.lines import Paragraph, Series, wrap
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
        ("\u0301" * 20, 2, ["\u0301" * 8, "\u0301" * 8, "\u0301" * 4], "a word that takes no cell has an end, too"),
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


@pytest.mark.parametrize(
    ("text", "lines", "why"),
    [
        ("one two three", ["one two", "three"], "with two lines of one word nothing is won"),
        ("aa bb cc dd ee", ["aa bb cc", "dd ee"], "the word before comes down to the last one"),
        ("aa bb cc dd\nee", ["aa bb cc dd", "ee"], "a line that the text itself has may have one word"),
    ],
)
def test_no_word_is_left_alone_on_the_last_line(text: str, lines: list[str], why: str) -> None:
    assert ["".join(run for run, _ in line) for line in Paragraph(text).lines(11)] == lines, why


@given(st.text("ab \n", max_size=60), st.integers(1, 20))
def test_a_paragraph_takes_no_line_more_for_it(text: str, width: int) -> None:
    lines = list(Paragraph(text).lines(width))
    assert len(lines) == len(wrap(text, width))
    assert all(cells("".join(run for run, _ in line)) <= width for line in lines)
    assert "".join(run for line in lines for run, _ in line if run).replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("parts", "width", "lines", "why"),
    [
        (["lifts", "MAZ"], 20, ["lifts · MAZ"], "what fits"),
        (["lifts", "", "MAZ"], 20, ["lifts · MAZ"], "nothing is no part"),
        (["lifts", "Minsk plant"], 18, ["lifts", "Minsk plant"], "a name is not broken, and no dot ends a line"),
        (
            ["lifts", "Minsk motor plant", "MAZ"],
            12,
            ["lifts", "Minsk motor", "plant · MAZ"],
            "but one that is too long",
        ),
        (["Minsk motor plant", "MAZ"], 18, ["Minsk motor plant", "MAZ"], "the next begins a line"),
        ([], 10, [], "nothing takes no line"),
    ],
)
def test_a_series_is_broken_between_its_parts(parts: list[str], width: int, lines: list[str], why: str) -> None:
    series = Series(tuple(((part, "match"),) for part in parts))
    found = list(series.lines(width))
    assert ["".join(run for run, _ in line) for line in found] == lines, why
    assert {role for line in found for run, role in line if run != " · "} <= {"match"}, "each keeps its role"
