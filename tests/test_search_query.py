"""How a line of typed text is read, before any model is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.search import ALL, Problem, Term, parse

ENTERPRISE, SECTOR = "enterprise", "sector"

READ = [
    ("маз", [Term("маз")], "a word"),
    ("  маз   лифт ", [Term("маз"), Term("лифт")], "white space only parts words"),
    ("sector:станк", [Term("станк", SECTOR)], "a scope holds its word"),
    ("s:станк завод", [Term("станк", SECTOR), Term("завод", SECTOR)], "and those after it"),
    ("s:станк e:маз", [Term("станк", SECTOR), Term("маз", ENTERPRISE)], "up to the next"),
    ("s:станк all:маз", [Term("станк", SECTOR), Term("маз", ALL)], "all: leaves every scope"),
    ("sector: станк", [Term("станк", SECTOR)], "the word may stand apart"),
    ("Отрасль:лифт ПРЕДПРИЯТИЕ:маз", [Term("лифт", SECTOR), Term("маз", ENTERPRISE)], "Russian, in any case"),
    (
        "о:лифт п:маз в:маз",
        [Term("лифт", SECTOR), Term("маз", ENTERPRISE), Term("маз", ALL)],
        "short Russian",
    ),
    (
        "с:лифт е:маз",
        [Term("лифт", SECTOR), Term("маз", ENTERPRISE)],
        "Cyrillic letters that look like s and e",
    ),
    ("ыусещкЖстанк", [Term("станк", SECTOR)], "sector: on the Russian layout, key by key"),
    ("ыусещк:станк", [Term("станк", SECTOR)], "the same with the colon where that layout has it"),
    ("jnhfckm^kban", [Term("kban", SECTOR)], "отрасль: on the English layout, key by key"),
    ("jnhfckm:kban", [Term("kban", SECTOR)], "the same with the colon where that layout has it"),
    ("УЖГОРОД", [Term("УЖГОРОД")], "Ж in a word of capitals is no colon"),
    ("'маз", [Term("маз", anchor="letter")], "to the letter"),
    ("^маз", [Term("маз", anchor="beginning")], "at the beginning"),
    ("!маз", [Term("маз", excludes=True)], "left out"),
    ("!^маз", [Term("маз", excludes=True, anchor="beginning")], "left out where it begins a name"),
    ("e:!маз", [Term("маз", ENTERPRISE, excludes=True)], "an operator after a scope"),
    ("'", [], "an operator that waits for its word; the list stays on the way to it"),
    ("маз !", [Term("маз")], "an operator waits for its word"),
    ("агат — системы", [Term("агат"), Term("системы")], "a dash between words is none"),
    (",tkfp", [Term(",tkfp")], "punctuation may be letters"),
    (":bu", [Term(":bu")], "a colon at the beginning is Ж"),
    ("10:30", [Term("10:30")], "a colon between figures is no scope"),
]


@pytest.mark.parametrize(("text", "terms", "why"), READ, ids=[text for text, *_ in READ])
def test_what_a_line_is_read_as(text: str, terms: list[Term], why: str) -> None:
    query = parse(text)
    assert (list(query.terms), query.problems) == (terms, ()), why


PROBLEMS = [
    ("foo:маз", Problem("unknown scope", "foo:")),
    ("sector:", Problem("empty scope", "sector:")),
    ("маз s:", Problem("empty scope", "s:")),
    ("s: e:маз", Problem("empty scope", "s:")),
]


@pytest.mark.parametrize(("text", "problem"), PROBLEMS)
def test_what_can_never_match_is_said(text: str, problem: Problem) -> None:
    assert parse(text).problems == (problem,)


@pytest.mark.parametrize("text", ["", "  ", "—", "!", "^"])
def test_what_asks_for_nothing_is_blank(text: str) -> None:
    assert (parse(text).terms, parse(text).problems) == ((), ())


@given(st.text())
def test_anything_can_be_read(text: str) -> None:
    query = parse(text)
    assert query.text == text
    assert all(term.text and term.text in text for term in query.terms)
