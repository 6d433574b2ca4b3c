"""How a line of typed text is read, before any model is asked."""

import datetime
from itertools import accumulate, chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.search.spelling import other_keys
from tuiapp.fields import SEARCHED
from tuiapp.search import ALL, DATES, Problem, Query, Term, days, parse
from tuiapp.search.query import HEADS, SCOPES, date_of

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
    ("!e:маз", [Term("маз", ENTERPRISE, excludes=True)], "and before it"),
    ("!e:маз лифт", [Term("маз", ENTERPRISE, excludes=True), Term("лифт", ENTERPRISE)], "for one word"),
    (
        "e:маз !лифт станок",
        [Term("маз", ENTERPRISE), Term("лифт", excludes=True), Term("станок", ENTERPRISE)],
        "a word left out is not in the scope before it",
    ),
    ("e: !маз", [Term("маз", ENTERPRISE, excludes=True)], "but in its own"),
    ("!since:2025", [Term("2025", "since", excludes=True)], "or a condition"),
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
    ("since:", Problem("empty scope", "since:")),
    ("until: s:маз", Problem("empty scope", "until:")),
    ("since:завтра", Problem("no date", "since:завтра")),
    ("since: завтра", Problem("no date", "since:завтра")),
    ("от:2025-02-30", Problem("no date", "от:2025-02-30")),
    ("до:31.02.2025", Problem("no date", "до:31.02.2025")),
    ("since:2025-13", Problem("no date", "since:2025-13")),
    ("since:20250", Problem("no date", "since:20250")),
    ("since:01/02/2025", Problem("no date", "since:01/02/2025")),
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
    assert all(term.text and term.text in " ".join(text.split()) for term in query.terms)


DATED = [
    ("since:2025", [Term("2025", "since")], "a year"),
    ("от:10.2025", [Term("10.2025", "since")], "a month, as in Russian"),
    ("until:31.10.2025 маз", [Term("31.10.2025", "until"), Term("маз")], "it holds for one word"),
    ("s:лифт since:2025 маз", [Term("лифт", SECTOR), Term("2025", "since"), Term("маз", SECTOR)], "the scope goes on"),
    ("stage:план маз", [Term("план", "stage"), Term("маз")], "a stage holds for one word"),
    ("status:cut since:2025 маз", [Term("cut", "status"), Term("2025", "since"), Term("маз")], "two conditions"),
    *((f"since:{typed}", [], "a date on its way") for typed in ("2", "20", "202", "2025-", "2025-1", "2025-10-")),
    *(
        (f"до:{typed}", [], "a date on its way")
        for typed in ("3", "31", "31.", "31.1", "31.10.", "31.10.20", "1.2.202")
    ),
]


@pytest.mark.parametrize(("text", "terms", "why"), DATED, ids=[text for text, *_ in DATED])
def test_how_conditions_are_read(text: str, terms: list[Term], why: str) -> None:
    assert (list(parse(text).terms), parse(text).problems) == (terms, ()), why


# A Thursday.
NOW = datetime.date(2026, 3, 5)
DAYS = [
    ("понедельник", "2026-03-02", "the last one"),
    ("понедельника", "2026-03-02", "as people say behind от"),
    ("thursday", "2026-03-05", "today included"),
    ("fri", "2026-02-27", "begun"),
    ("пн", "2026-03-02", "in short"),
    ("Вчера", "2026-03-04", "in any case"),
    ("yest", "2026-03-04", "begun"),
    ("сегодня", "2026-03-05", "today"),
    ("gjytl", "2026-03-02", "on the other layout"),
    ("ещвфн", "2026-03-05", "today on the other layout"),
    ("03.03", "2026-03-03", "a day of this year"),
    ("5.03", "2026-03-05", "today"),
    ("06.03", "2025-03-06", "or of the last, if it is still to come"),
    ("29.02", "2024-02-29", "or of a leap year"),
    ("31.02", None, "no year has it"),
    ("завтра", None, "there is no article of tomorrow"),
    ("mondays", None, "no day is called so"),
    ("!", None, "nor so"),
]


@pytest.mark.parametrize(("typed", "date", "why"), DAYS, ids=[typed for typed, *_ in DAYS])
def test_a_day_may_be_told_by_name(monkeypatch: pytest.MonkeyPatch, typed: str, date: str | None, why: str) -> None:
    monkeypatch.setattr(days, "today", lambda: NOW)
    assert date_of(typed) == date, why


def test_a_name_that_several_days_begin_with_is_still_being_typed() -> None:
    every = [names.split() for names in (*days.WEEKDAYS, *days.BACK)]
    for name in chain(*every):
        for begun in accumulate(name):
            query = parse(f"since:{begun} маз")
            assert query.problems == ()
            one = sum(any(each.startswith(begun) for each in names) for names in every) == 1
            assert [term.text for term in query.terms] == ([begun] if one else []) + ["маз"]


STATUS = Term("no source", "status")
TWO_WORDS = [
    ("status:no source", [STATUS], "a name of two words"),
    ("status:no source лифт", [STATUS, Term("лифт")], "and a word behind it"),
    ("e:маз status:no  source лифт", [Term("маз", ENTERPRISE), STATUS, Term("лифт", ENTERPRISE)], "the scope goes on"),
    ("status: no source", [STATUS], "apart from its scope"),
    ("!status:no source", [replace(STATUS, excludes=True)], "left out"),
    ("status:no so", [Term("no so", "status")], "while it is being typed"),
    ('status:"no source"', [Term('"no source"', "status")], "in quotation marks, which say nothing"),
    ("Статус:Нет текста статьи маз", [Term("Нет текста статьи", "status"), Term("маз")], "three words, in Russian"),
    ("status:ytn ntrcnf", [Term("ytn ntrcnf", "status")], "on the other layout"),
    ("status:no лифт", [Term("no", "status"), Term("лифт")], "a word that no name goes on with"),
    ("status:n source", [Term("n", "status"), Term("source")], "a word of a name that is not typed to its end"),
    ("status:no s:", [Term("no", "status")], "a scope is no word of a name"),
    ("status:no !source", [Term("no", "status"), Term("source", excludes=True)], "nor is a word left out"),
    ("title:no source", [Term("no", "title"), Term("source", "title")], "other scopes hold words"),
]


@pytest.mark.parametrize(("text", "terms", "why"), TWO_WORDS, ids=[text for text, *_ in TWO_WORDS])
def test_a_condition_takes_a_name_of_several_words(text: str, terms: list[Term], why: str) -> None:
    assert list(parse(text).terms) == terms, why


NAMED = [(name, field.name) for field in SEARCHED for name in field.scopes]
NAMED += [(name, date) for date, names in DATES.items() for name in names]


def heads(name: str) -> list[str]:
    """What the keys of a scope and its colon type, on its own layout and on the other, with either colon."""
    keys = "".join(map(other_keys, name))
    return [f"{name}:", f"{name.upper()}:", f"{keys}:", keys + ("Ж" if name.isascii() else "^")]


def test_no_two_scopes_share_a_name_or_what_its_keys_type() -> None:
    assert dict(NAMED) == {name: scope for name, scope in SCOPES.items() if scope != ALL}
    assert len(NAMED) == len(dict(NAMED))
    meant: dict[str, set[str]] = {}
    for name, scope in SCOPES.items():
        for head in heads(name):
            meant.setdefault(head.lower(), set()).add(scope)
    assert {head: scopes for head, scopes in meant.items() if len(scopes) > 1} == {}
    assert {head: HEADS[head] for head in HEADS if {HEADS[head]} != meant.get(head, {HEADS[head]})} == {}


@pytest.mark.parametrize(("name", "scope"), SCOPES.items())
def test_every_scope_is_reached_by_what_its_keys_type(name: str, scope: str) -> None:
    word = "2025" if scope in DATES else "маз"
    expected = Query("", (Term(word, scope),))
    for head in heads(name):
        query = parse(head + word)
        assert (query.terms, query.problems) == (expected.terms, ()), head
