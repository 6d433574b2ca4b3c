"""Attacks on the search: queries that nobody would type, against names and texts in both scripts."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.marked import indexed
from tests.search.models import model
from tests.test_search_fields import MODEL
from tuiapp.archive import Archive
from tuiapp.search import ALL, Index, Query, Result, Scope, parse
from tuiapp.search.entries import entries
from tuiapp.search.query import HEADS
from tuiapp.search.spare import SPARE

INDEX = indexed(MODEL)
COUNT = len(MODEL.items)
SCOPES = sorted({ALL, *HEADS.values()} - {"since", "until"})
OWN = [
    *("минский", "тракторный", "завод", "атлант", "иван", "петров", "министр", "кабины", "казань", "эшелон", "урал"),
    *("беларусь", "tractor", "cabs", "herald", "tribune", "подписано", "verbatim", "тк-17", "№558", "о'кей", "2025"),
    *("rf,bys", "fnkfyn", "'itkjy", "ьштыл", "vbyского", "kabiny", "Mahilioŭ", "мтз", "vnp", "31.10.2025", "2025-1"),
]
SIGNS = ["", "", "", "!", "'", "^", "!^", "!'", "!!", "^'", *sorted(HEADS)]
ODD = [
    "\u0301",
    "а\u0301\u0302",
    "\u200b",
    "\u00ad",
    "ß",
    "ŉ",
    "ﬃ",
    "İ",
    "①",
    "²",
    "𝔐",
    "½",
    "ى",
    "漢字",
    "😀",
    "\u202e",
    "Ǆ",
]
CODES = {ord(sign): " " for sign in "/|+"}
"""What has a meaning of its own in the rows of a test's model."""
PIECES = st.one_of(
    st.sampled_from(OWN),
    st.sampled_from(ODD),
    st.sampled_from(sorted(SPARE)),
    st.text(max_size=6),
    st.text(alphabet="абвё'[];,.`^!:Жabcz019-№", max_size=8),
    st.integers(0, 10**12).map(str),
    st.sampled_from(["ы" * 300, "z" * 300, "мотор" * 80, "9" * 400, "'" * 60, "[;" * 50]),
)
QUERIES = st.lists(st.tuples(st.sampled_from(SIGNS), PIECES, st.sampled_from(["", "", *OWN])), max_size=4).map(
    lambda parts: " ".join("".join(part) for part in parts)
)


def answer(result: Result) -> tuple[object, ...]:
    """All that can be seen of a result."""
    rows = result.window(0, COUNT)
    return rows, [result.matches(row) for row in rows], result.rewritings, result.emptied_by, result.left_out


def check(result: Result, query: Query) -> None:
    """What holds for every result."""
    rows = result.window(0, COUNT)
    assert len(rows) == len(set(rows)) == len(result) == result.items.bit_count()
    assert [result.row_of(row) for row in rows] == [*range(len(rows))]
    assert [row for at in range(len(rows)) for row in result.window(at, at + 1)] == rows
    # A term that is taken apart at its signs may have a part left out.
    assert all(any(left.text in term.text for term in query.terms) for left in result.left_out)
    for row in rows:
        for match in result.matches(row):
            before = -1
            for start, end in match.spans:
                assert before < start < end <= len(match.name), match
                before = end
            assert match.word in match.name


@settings(max_examples=400, deadline=None)
@given(QUERIES, st.sampled_from(SCOPES), st.booleans())
def test_no_query_breaks_the_search(text: str, scope: Scope, rewrite: bool) -> None:
    query = parse(text)
    found = INDEX.search(query, scope, rewrite=rewrite)
    check(found, query)
    seen = answer(found)
    assert answer(INDEX.search(query, scope, rewrite=rewrite)) == seen, "asked again"
    INDEX.forget()
    assert answer(INDEX.search(query, scope, rewrite=rewrite)) == seen, "asked anew"


@settings(max_examples=200, deadline=None)
@given(QUERIES)
def test_every_match_marks_a_word_of_its_name(text: str) -> None:
    found = INDEX.search(parse(text))
    for row in found.window(0, COUNT):
        for match in found.matches(row):
            assert match.spans, match
            if match.rule != "clipped":
                words = [match.name[entry.places[0] : entry.ends[-1]] for entry in entries(match.name)]
                assert match.word in words, match


LETTERS = st.one_of(
    st.text(st.sampled_from("абвёйщьыіўabcdehz №-'«»./0123'АБВABС"), max_size=12),
    st.text(max_size=4),
    st.sampled_from(ODD),
)
ODD_NAMES = st.lists(LETTERS, min_size=1, max_size=5).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(ODD_NAMES, min_size=1, max_size=3), st.integers(0, 9), st.integers(1, 9), st.sampled_from(SIGNS))
def test_names_and_titles_of_any_letters(names: list[str], start: int, length: int, sign: str) -> None:
    names = [name.translate(CODES) for name in names]
    index = indexed(model([(f"{name}.", "s") for name in names], titles=names, quotes=names))
    query = parse(sign + names[0][start : start + length])
    found = index.search(query)
    check(found, query)
    seen = answer(found)
    index.forget()
    assert answer(index.search(query)) == seen


def test_filling_step_by_step_ends_at_the_same_answers() -> None:
    index, chance = Index(Archive(MODEL)), random.Random(1)
    queries = [parse(" ".join(chance.sample(OWN, chance.randint(1, 2)))) for _ in range(60)]
    queries += [parse(chance.choice(SIGNS) + chance.choice(OWN)) for _ in range(60)]
    grown = [0] * len(queries)
    for more in index.fill():
        for number in chance.sample(range(len(queries)), 8):
            check(index.search(queries[number]), queries[number])
        if more and index.ready:
            grown = [len(index.search(query)) for query in queries]
    assert index.ready
    assert [answer(index.search(query)) for query in queries] == [answer(INDEX.search(query)) for query in queries]
    assert grown == [len(INDEX.search(query)) for query in queries]


@pytest.mark.parametrize("text", ["", "!", "^", "'", "!^", "!'", "--", "— —", "\u0301", "\u200b", "\u00ad", "😀"])
def test_what_has_no_letter_finds_everything(text: str) -> None:
    assert len(INDEX.search(parse(text))) == COUNT


@pytest.mark.parametrize("text", ["в", "оао в", "и на с", "jfj d", "ОАО ООО"])
def test_a_query_of_nothing_but_spare_words_leaves_none_out(text: str) -> None:
    assert INDEX.search(parse(text)).left_out == ()
