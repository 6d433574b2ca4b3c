"""Questions and their answers: filter, scope and picks together."""

import gc
import weakref

import pytest
from msgspec.structs import replace

from tests.screen.models import matter
from tuiapp.facets import Picks
from tuiapp.fields import NAMED
from tuiapp.model import Model, Stage
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View


def ids(ready: Snapshot, question: Question) -> list[str]:
    """What is shown, best first."""
    answer = ready.ask(question)
    return [ready.model.items[number].id for number in answer.shown.window(0, 99)]


LIFTS = ["lift-replacement", "lift-localisation"]


@pytest.mark.parametrize(
    ("question", "found", "why"),
    [
        (Question("лифт"), LIFTS, "the words alone"),
        (Question("лифт", picks=Picks({"stage": {Stage.PLANNED}})), LIFTS[:1], "a pick narrows the words"),
        (Question(picks=Picks({"sector": {"lifts", "engines"}})), ["sprayer-engines", *LIFTS], "one facet widens"),
        (Question("могилев", "sector"), [], "no sector is called so"),
        (Question("enterprise:могилев", "sector"), LIFTS, "a word's own scope goes before the key's"),
        (Question("vjubk", rewrite=False), [], "to the letter nothing is called so"),
    ],
)
def test_asking(ready: Snapshot, question: Question, found: list[str], why: str) -> None:
    assert ids(ready, question) == found, why


def test_the_filter_alone_is_told_from_what_picks_leave(ready: Snapshot) -> None:
    answer = ready.ask(Question("лифт", picks=Picks({"sector": {"drones"}})))
    assert (len(answer.matched), len(answer.shown)) == (2, 0)


def test_only_the_newest_of_each_matter() -> None:
    ready = Snapshot(matter())
    newest = ready.ask(Question("lifts", latest=True))
    assert newest.shown.window(0, 9) == [0]
    assert newest.counts()[NAMED["stage"]][Stage.PLANNED].shown == 0, "facets count what is shown"
    assert ready.ask(Question(latest=True)).shown.window(0, 9) == [0, 1, 3, 5, 7]


@pytest.mark.parametrize(
    ("question", "older", "matched"),
    [
        (Question("stage:planned", latest=True), 2, 0),
        (Question("lifts", picks=Picks({"stage": {Stage.PLANNED}}), latest=True), 2, 1),
        (Question("lifts", picks=Picks({"stage": {Stage.ACTIVE}}), latest=True), 0, 1),
        (Question("lifts", picks=Picks({"stage": {Stage.ACTIVE}})), 0, 4),
        (Question("жжжж", latest=True), 0, 0),
    ],
)
def test_a_list_without_the_newest_tells_how_many_are_older(question: Question, older: int, matched: int) -> None:
    emptied = Snapshot(matter()).ask(question).emptied
    assert emptied is not None
    assert (emptied.older, emptied.matched) == (older, matched)


def test_what_narrows_can_be_cleared() -> None:
    question = Question("лифт")
    assert question.narrows
    assert not replace(question, text="  ").narrows
    assert replace(question, text="", picks=Picks({"sector": {"lifts"}})).narrows
    assert replace(question, text="", latest=True).narrows


def test_nothing_asked_makes_neither_index_nor_facets(model: Model) -> None:
    ready = Snapshot(model)
    answer = ready.ask(Question())
    assert answer.shown.window(0, 20) == list(range(len(model.items)))
    assert answer.shown.matches(0) == ()
    assert answer.shown.rewritings == ()
    assert answer.shown.emptied_by is None
    assert not {"index", "facets"} & vars(ready).keys()
    assert ready.ask(Question(text="'")).shown.items == answer.shown.items


def test_a_snapshot_that_is_dropped_is_freed(model: Model) -> None:
    dropped = Snapshot(model)
    for _ in dropped.fill():
        pass
    view = View.begun(dropped, Question())
    for text in ("", "лифт", "vjubk"):
        view = view.typed(text)
        for number in view.rows(0, 20):
            view.matches(number)
            view.evidence(number, 0)
    known = [weakref.ref(each) for each in (dropped, dropped.index, dropped.facets, dropped.archive, view.answer)]
    gc.disable()
    try:
        view = view.over(Snapshot(model))
        del dropped
        assert [each() for each in known] == [None] * len(known), "by the collector the program's start is frozen"
    finally:
        gc.enable()
