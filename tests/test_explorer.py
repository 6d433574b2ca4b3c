"""Questions and their answers: filter, scope and picks together."""

import gc
import weakref

import pytest
from msgspec.structs import replace

from tuiapp.explorer import Explorer, Question
from tuiapp.facets import Facet, Picks
from tuiapp.model import Model, Stage
from tuiapp.search import Scope


def ids(explorer: Explorer, question: Question) -> list[str]:
    """What is shown, best first."""
    answer = explorer.ask(question)
    return [explorer.model.items[number].id for number in answer.shown.window(0, 99)]


LIFTS = ["lift-replacement", "lift-localisation"]


@pytest.mark.parametrize(
    ("question", "found", "why"),
    [
        (Question("лифт"), LIFTS, "the words alone"),
        (Question("лифт", picks=Picks({Facet.STAGE: {Stage.PLANNED}})), LIFTS[:1], "a pick narrows the words"),
        (Question(picks=Picks({Facet.SECTOR: {"lifts", "engines"}})), ["sprayer-engines", *LIFTS], "one facet widens"),
        (Question("могилев", Scope.SECTOR), [], "no sector is called so"),
        (Question("enterprise:могилев", Scope.SECTOR), LIFTS, "a word's own scope goes before the key's"),
        (Question("vjubk", rewrite=False), [], "to the letter nothing is called so"),
    ],
)
def test_asking(explorer: Explorer, question: Question, found: list[str], why: str) -> None:
    assert ids(explorer, question) == found, why


def test_the_filter_alone_is_told_from_what_picks_leave(explorer: Explorer) -> None:
    answer = explorer.ask(Question("лифт", picks=Picks({Facet.SECTOR: {"drones"}})))
    assert (len(answer.matched), len(answer.shown)) == (2, 0)


def test_what_narrows_can_be_cleared() -> None:
    question = Question("лифт")
    assert question.narrows
    assert not replace(question, text="  ").narrows
    assert replace(question, text="", picks=Picks({Facet.SECTOR: {"lifts"}})).narrows


def test_nothing_asked_makes_neither_index_nor_facets(model: Model) -> None:
    explorer = Explorer(model)
    answer = explorer.ask(Question())
    assert answer.shown.window(0, 20) == list(range(len(model.items)))
    assert answer.shown.matches(0) == ()
    assert answer.shown.rewritings == ()
    assert answer.shown.emptied_by is None
    assert not {"index", "facets", "archive"} & vars(explorer).keys()
    assert explorer.ask(Question(text="'")).shown.items == answer.shown.items


def test_an_explorer_that_is_dropped_is_freed(model: Model) -> None:
    explorer = Explorer(model)
    for text in ("", "лифт", "vjubk"):
        answer = explorer.ask(Question(text=text))
        for number in answer.shown.window(0, 20):
            answer.shown.matches(number)
    index = weakref.ref(explorer.index)
    gc.disable()
    try:
        del explorer, answer
        assert index() is None, "without the collector, from which the program's start is frozen"
    finally:
        gc.enable()
