"""Snapshots of the screen. After an intended change of looks run

    pytest tests/screen/test_pictures.py --snapshot-update

and look at every picture that `git diff` names. The pictures are the same with every Python, and made with the Textual
and Rich of tests/requirements.lock.
"""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.screen.driving import Driven
from tests.screen.models import proofs
from tuiapp import language
from tuiapp.app import Tuiapp
from tuiapp.language import Language
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

SMALL, LARGE = (80, 24), (120, 40)

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("size", "spoken", "keys"),
    [
        pytest.param(SMALL, "en", [], id="brackets"),
        pytest.param(LARGE, "ru", ["j"], id="differs-ru"),
        pytest.param(SMALL, "en", ["j", "enter"], id="nearest-passage"),
        pytest.param(SMALL, "ru", ["G"], id="no-source-ru"),
    ],
)
def test_statuses(snap_compare: Compare, size: tuple[int, int], spoken: Language, keys: list[str]) -> None:
    assert matches(snap_compare, Snapshot(proofs()), size, spoken, keys)


@pytest.mark.parametrize(
    ("size", "spoken", "keys"),
    [
        pytest.param(LARGE, "en", ["slash", *"лифт"], id="filter"),
        pytest.param(SMALL, "ru", ["slash", *"маз"], id="filter-ru"),
        pytest.param(LARGE, "en", ["d", "f", "j", "space", "j", "space"], id="picks-light"),
        pytest.param(SMALL, "en", ["f", "j", "space"], id="picks-narrow"),
        pytest.param(SMALL, "en", ["slash", *"лифт паровоз"], id="nothing-found"),
        pytest.param(LARGE, "en", ["j", "enter", "]"], id="article"),
        pytest.param(LARGE, "ru", ["d", "j", "enter", "slash", *"беларус", "enter", "n"], id="article-search-light-ru"),
        pytest.param(SMALL, "ru", ["question_mark"], id="help-ru"),
        pytest.param((60, 20), "en", ["G"], id="small"),
        pytest.param((200, 50), "ru", ["j"], id="wide-ru"),
    ],
)
def test_the_article(
    snap_compare: Compare, ready: Snapshot, size: tuple[int, int], spoken: Language, keys: list[str]
) -> None:
    assert matches(snap_compare, ready, size, spoken, keys)


def matches(compare: Compare, ready: Snapshot, size: tuple[int, int], spoken: Language, keys: list[str]) -> bool:
    """Whether the screen after `keys` equals the stored snapshot."""
    language.use(spoken)

    async def press(pilot: Pilot[None]) -> None:
        screen = Driven(pilot, ready)
        await screen.settle()
        await screen.press(*keys)

    return compare(Tuiapp(View.begun(ready, Question())), terminal_size=size, run_before=press)
