"""Marking words: every step keeps whole words, and what is marked can always be quoted."""

from hypothesis import given
from hypothesis import strategies as st

from tests.draft.texts import ENGLISH, RUSSIAN
from tuiapp.draft import Marked, tidy
from tuiapp.evidence import WRONG, Status
from tuiapp.excerpt import Excerpt, Ground
from tuiapp.library import load
from tuiapp.shipped import shipped

MODEL = load([shipped()])
SHIPPED = next(iter(MODEL.sources.values()))
STEPS = {
    "j": lambda one: one.sentence(1),
    "k": lambda one: one.sentence(-1),
    "l": lambda one: one.word(1),
    "h": lambda one: one.word(-1),
    "J": lambda one: one.more(1),
    "K": lambda one: one.more(-1),
    "o": Excerpt.turned,
}


def begun(text: str, at: int = 0) -> Excerpt:
    excerpt = Ground(Marked(text, MODEL)).begun(at)
    assert excerpt is not None
    return excerpt


def said(excerpt: Excerpt) -> str:
    return excerpt.ground.text[excerpt.place.start : excerpt.place.end]


TEXT = "Завод поставит лифты в Самару. Их будет триста, говорит директор. Потом начнётся монтаж."


def test_words_and_sentences() -> None:
    one = begun(TEXT)
    assert said(one) == "Завод поставит лифты в Самару."
    assert said(one.word(-2)) == "Завод поставит лифты"
    assert said(one.word(1)) == "Завод поставит лифты в Самару. Их"
    assert said(one.more(1)) == "Завод поставит лифты в Самару. Их будет триста, говорит директор."
    assert said(one.word(1).more(1)) == "Завод поставит лифты в Самару. Их будет триста, говорит директор."
    assert said(one.word(1).more(-1)) == "Завод поставит лифты в Самару."
    assert said(one.sentence(1).turned().word(1)) == "будет триста, говорит директор."
    assert said(one.sentence(1).turned().more(-1)) == said(one.more(1))
    assert said(one.sentence(1).word(-2)) == "Их будет триста", "no comma at the end"


def test_the_ends_of_the_text_are_ends() -> None:
    one = begun(TEXT)
    assert one.sentence(-1).span == one.span
    assert said(one.sentence(9)) == "Потом начнётся монтаж."
    assert one.turned().word(-1).span == one.span
    last = one.sentence(9)
    assert last.word(1).span == last.span
    for _ in range(20):
        one = one.word(-1)
    assert said(one) == "Завод"


def test_half_of_a_number_is_no_quote() -> None:
    one = begun("Завод делает 100 % ракет в Самаре.")
    assert said(one.word(-4)) == "Завод делает 100"
    assert one.word(-4).ground.marked.status(one.word(-4).place) is Status.CUT
    assert one.word(-3).ground.marked.status(one.word(-3).place) is Status.VERBATIM


def test_where_one_begins() -> None:
    assert said(begun(TEXT, TEXT.index("будет"))).startswith("Их будет")
    assert said(begun(TEXT, len(TEXT) + 5)) == "Потом начнётся монтаж."
    assert Ground(Marked("\n\n", MODEL)).begun(0) is None


@given(st.sampled_from([RUSSIAN, ENGLISH, SHIPPED]), st.integers(0, 5000), st.text("jklhJKo", max_size=30))
def test_whatever_the_steps_it_can_be_quoted_and_begins_and_ends_at_words(text: str, at: int, keys: str) -> None:
    one = begun(text, at)
    for key in keys:
        one = STEPS[key](one)
    start, end = one.place
    assert 0 <= start < end <= len(text)
    assert start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    assert end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    status = one.ground.marked.status(one.place)
    assert status not in WRONG or (status is Status.CUT and any(each.isdigit() for each in text[start:end]))


@given(st.sampled_from([RUSSIAN, ENGLISH, SHIPPED]), st.integers(0, 5000), st.text("jlhJK", max_size=10))
def test_any_words_make_an_item_that_stands_in_the_text(text: str, at: int, keys: str) -> None:
    one = begun(text, at)
    for key in keys:
        one = STEPS[key](one)
    offer, names = one.ground.marked.item(one.place, MODEL.articles[0], {"taken"})
    assert [quote.exact for quote in offer.quotes] == [tidy(text[one.place.start : one.place.end])]
    assert offer.id != "taken"
    defined = {*MODEL.enterprises, *names.enterprises, *MODEL.people, *names.people}
    assert {*offer.enterprises, *(quote.speaker for quote in offer.quotes if quote.speaker)} <= defined
    assert {end for end in (offer.origin, offer.destination, *(offer.between or ())) if end} <= {
        *MODEL.regions,
        *names.regions,
    }
    assert set(offer.sector) <= {*MODEL.sectors, *names.sectors}
