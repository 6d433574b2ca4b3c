"""Questions and their answers: filter, scope and picks together."""

import pytest
from msgspec.structs import replace

from tuiapp.explorer import Explorer, Question
from tuiapp.facets import Facet, Picks
from tuiapp.model import Stage
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
