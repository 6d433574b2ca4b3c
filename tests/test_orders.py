"""The orders of rows: the same items, each order by its own rule, and the selection on the first row."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.search import folder
from tuiapp import language
from tuiapp.library import load
from tuiapp.model import Stage
from tuiapp.orders import BEST, NAMED, after
from tuiapp.snapshot import Answer, Question, Snapshot
from tuiapp.view import View
from tuiapp.wording import enterprise

READY = Snapshot(load([str(Path(folder.__file__).parent)]))
MODEL = READY.model
STAGES = [*Stage]


def asked(order: str, text: str = "") -> Answer:
    return READY.ask(Question(text=text, order=order))


def rows(order: str, text: str = "") -> list[int]:
    return asked(order, text).shown.window(0, len(MODEL.items))


def dates(order: str) -> list[str]:
    return [str(MODEL.article_of(number).published) for number in rows(order)]


def test_articles_are_read_newest_first() -> None:
    assert dates(BEST) == sorted(dates(BEST), reverse=True)
    assert len(set(dates(BEST))) > 1


@pytest.mark.parametrize("order", NAMED)
@pytest.mark.parametrize("text", ["", "завод", "лифт", "беларусь"])
def test_an_order_has_the_same_items(order: str, text: str) -> None:
    assert sorted(rows(order, text)) == sorted(rows(BEST, text))
    shown = asked(order, text).shown
    for row, number in enumerate(rows(order, text)):
        assert shown.row_of(number) == row
        assert shown.window(row, row + 1) == [number]
    assert shown.matches(rows(order, text)[0]) == asked(BEST, text).shown.matches(rows(order, text)[0])


def test_each_order_has_its_rule() -> None:
    assert dates("newest") == sorted(dates("newest"), reverse=True)
    assert dates("oldest") == sorted(dates("oldest"))
    stages = [STAGES.index(MODEL.items[number].stage) for number in rows("stage")]
    assert stages == sorted(stages)
    for (one, stage), (other, next_stage) in pairwise(zip(rows("stage"), stages, strict=True)):
        assert stage < next_stage or one < other, "of equal ones the newest first"


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_enterprises_are_sorted_in_the_language_in_use(spoken: language.Language) -> None:
    language.use(spoken)
    first = [
        min(enterprise(MODEL, key).casefold() for key in MODEL.items[number].enterprises)
        for number in rows("enterprise")
        if MODEL.items[number].enterprises
    ]
    assert first == sorted(first)


def test_an_item_that_does_not_match_has_no_row() -> None:
    missing = next(number for number in range(len(MODEL.items)) if number not in rows("stage", "лифт"))
    assert asked("stage", "лифт").shown.row_of(missing) is None


def test_the_next_order_begins_at_the_first_row_and_comes_round() -> None:
    view = View.begun(READY, Question(text="завод")).at(3)
    seen = []
    for _ in NAMED:
        seen.append(view.question.order)
        view = view.sorted()
        assert view.row == 0
    assert sorted(seen) == sorted(NAMED)
    assert view.question.order == BEST == after([*NAMED][-1])


def test_an_order_holds_under_other_words_and_picks() -> None:
    random = Random(12)
    view = View.begun(READY, Question(order="oldest"))
    for _ in range(30):
        view = view.typed(random.choice(["", "завод", "лифт", "минск"]))
        assert view.question.order == "oldest"
        told = [str(MODEL.article_of(number).published) for number in view.rows(0, 99)]
        assert told == sorted(told)
