"""The index against its slow, plain twin, and what must hold for every model and every query."""

import re
from collections import deque
from itertools import chain

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.search.models import model
from tests.search.spelling import RUSSIAN, other_keys, romanised
from tests.search.twin import twin
from tuiapp.archive import Archive
from tuiapp.fold import fold, unfinished, words
from tuiapp.model import Model
from tuiapp.search import ALL, Index, Rule, Scope, parse
from tuiapp.search.matching import Way, layouts, letters, spelled
from tuiapp.search.readings import apart
from tuiapp.search.spare import spare_terms

STEMS = [
    *("маз", "МАЗ", "АвтоВАЗ", "ГАЗ", "Могилёвлифтмаш", "Могилевский", "лифтовый", "лифты", "станок", "станки"),
    *("Станкостроение", "станкостроительный", "завод", "заводы", "Пегас-Агро", "борец", "Экран", "экраны"),
    *("Химволокно", "химия", "химический", "Minsk", "MAZ", "Mogilev", "Lift", "Ekran", "Škoda", "Щёкино"),
    *("трансформатор", "трансформаторный", "транспорт", "МA3", "558", "Мінск", "Магілёў", "й", "ё"),
]
NAMES = st.lists(st.sampled_from(STEMS), min_size=1, max_size=3).map(" ".join)
OWNERS = st.one_of(NAMES, st.tuples(NAMES, NAMES).map("/".join), st.tuples(NAMES, NAMES).map("|".join))
Case = tuple[list[tuple[str, str]], str]
TITLES = st.lists(st.one_of(st.just("…"), NAMES), min_size=1, max_size=3)
ROWS = st.lists(st.tuples(st.lists(OWNERS, max_size=2, unique=True).map("+".join), OWNERS), min_size=1, max_size=6)
MODELS = ROWS.map(model)


def _slip(draw: st.DrawFn, word: str) -> str:
    place: int = draw(st.integers(0, len(word)))
    letter: str = draw(st.sampled_from(["", *RUSSIAN]))
    return word[:place] + letter + word[place + draw(st.integers(0, 1)) :]


@st.composite
def typed(draw: st.DrawFn, names: tuple[str, ...] = tuple(STEMS)) -> str:
    """A word of `names` as somebody may type it: begun or cut, with slips, romanised, on the wrong layout."""
    word = draw(st.sampled_from(names)).lower()
    cut = draw(st.sampled_from(["", "", "", "end", "beginning", "ending"]))
    if cut == "end":
        word = word[: draw(st.integers(1, len(word)))]
    elif cut == "beginning":
        word = word[draw(st.integers(0, len(word) - 1)) :]
    elif cut == "ending":
        word += draw(st.sampled_from(["а", "ов", "ами", "ского"]))
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2]))):
        word = _slip(draw, word)
    spelled = draw(st.sampled_from(["", "", "", "chat", "scientific", "gost-b", "keys"]))
    if spelled == "keys":
        return other_keys(word)
    return romanised(word, spelled) if spelled else word


SIGNS = st.sampled_from(["", "", "", "", "", "'", "^", "!", "s:", "e:", "!^"])


@st.composite
def asked(draw: st.DrawFn) -> Case:
    """The rows of a model, and a query made mostly of their own words."""
    rows = draw(ROWS)
    own = tuple(word for row in rows for name in row for word in re.split(r"[ /|+]", name) if word)
    words_typed = st.lists(st.tuples(SIGNS, typed(own)).map("".join), min_size=1, max_size=2)
    return rows, " ".join(draw(words_typed))


def resort(way: Way) -> bool:
    """Whether a word was looked up that no name has: cut in two, or as it sounds."""
    return way.rule is Rule.CLIPPED or (way.loose and way.rule in (Rule.EXACT, Rule.PREFIX))


@settings(max_examples=300, deadline=None)
@given(
    asked(),
    TITLES,
    TITLES,
    st.sampled_from([ALL, ALL, "enterprise", "sector", "title", "quote"]),
    st.sampled_from([True, True, False]),
)
def test_the_same_items_in_the_same_order_as_the_twin(
    case: Case, titles: list[str], quotes: list[str], scope: Scope, rewrite: bool
) -> None:
    rows, text = case
    items = model(rows, titles=titles, quotes=quotes)
    # `'word` is read again as a letter where nothing matches, which depends on the whole model.
    query = parse(text.replace("'", ""))
    index = Index(Archive(items))
    deque(index.fill(), 0)
    found = index.search(query, scope, rewrite=rewrite)
    # What is tried where nothing else matches depends on the whole model, and has tests of its own.
    assume(not spare_terms(query.terms) and all(letters(term.text) > 1 for term in query.terms))
    # Of `ab-agro` the legal form is left out.
    assume(not found.left_out)
    assume(not any(resort(hit.way) for one in found._found for hit in one.hits))
    read = [reading.word for term in query.terms for reading in (*layouts(term.text), spelled(term.text))]
    assume(len(found._found) == len(query.terms) and not any(chain(*map(unfinished, read))))
    assert found.window(0, len(found)) == twin(items, query, scope, rewrite=rewrite)


@settings(max_examples=100, deadline=None)
@given(asked())
def test_rows_know_their_places(case: Case) -> None:
    items, text = model(case[0]), case[1]
    found = Index(Archive(items)).search(parse(text))
    rows = found.window(0, len(items.items))
    assert len(rows) == len(found) == found.items.bit_count()
    assert [found.row_of(number) for number in rows] == list(range(len(rows)))
    assert [row for start in range(len(rows)) for row in found.window(start, start + 1)] == rows


@settings(max_examples=100, deadline=None)
@given(asked(), ROWS)
def test_an_item_more_never_changes_the_order_of_the_others(case: Case, more: list[tuple[str, str]]) -> None:
    rows, text = case
    # What `!` leaves out depends on all names: conversions count only where no name has the word itself.
    query = parse(text.replace("'", "").replace("!", ""))
    before = Index(Archive(model(rows))).search(query).window(0, len(rows))
    after = Index(Archive(model(rows + more))).search(query).window(0, len(rows + more))
    assert [number for number in after if number < len(rows)] == before


@settings(max_examples=100, deadline=None)
@given(MODELS, typed())
def test_what_is_found_to_the_letter_is_found_with_tolerance_and_stands_before_it(items: Model, word: str) -> None:
    index = Index(Archive(items))
    strict = index.search(parse(f"'{word}"), rewrite=False)
    found = index.search(parse(word.lstrip("'^!")))
    if not parse(word).terms or word[0] in "'^!":
        return
    assert strict.items & ~found.items == 0
    first = [found.matches(number)[0] for number in found.window(0, 99)]
    exact = [match.rule is Rule.EXACT and not match.rewriting for match in first]
    assert exact == sorted(exact, reverse=True)


@settings(max_examples=200, deadline=None)
@given(asked())
def test_marks_lie_in_the_name_and_spell_what_matched(case: Case) -> None:
    items, text = model(case[0]), case[1]
    query = parse(text)
    # What is taken apart are several terms, and has tests of its own.
    assume(all(apart(term) == (term,) for term in query.terms))
    found = Index(Archive(items)).search(query)
    told = [term for term in query.terms if not term.excludes and term not in found.left_out]
    # Punctuation alone is a letter only behind a word that was typed on the other layout.
    wanted = [term.text for term in told if letters(term.text) or term is query.terms[0]]
    for number in found.window(0, 99):
        matches = found.matches(number)
        # Neighbours that are read as one word are one term.
        first = told[:1] == list(query.terms[:1])
        spelled_out = [match.term for at, match in enumerate(matches) if letters(match.term) or (first and not at)]
        assert " ".join(spelled_out) == " ".join(wanted)
        for match in matches:
            ends = [place for span in match.spans for place in span]
            assert ends == sorted(set(ends))
            assert all(0 <= place <= len(match.name) for place in ends)
            assert match.word in match.name
            marked = "".join(match.name[start:end] for start, end in match.spans)
            if match.rule in (Rule.EXACT, Rule.PREFIX, Rule.INSIDE):
                read = match.rewritten or match.term
                assert _letters(marked) == _letters(read)


def _letters(text: str) -> str:
    return "".join(word.folded for word in words(fold(text)))
