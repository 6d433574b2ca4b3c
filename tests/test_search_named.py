"""Names that a person picks are found by the rules that find items."""

from pathlib import Path

import pytest

from tuiapp.library import load
from tuiapp.snapshot import Question, Snapshot

FOLDER = Path(__file__).parent / "search" / "folder"


@pytest.fixture(scope="module")
def folder() -> Snapshot:
    return Snapshot(load([str(FOLDER)]))


@pytest.mark.parametrize(
    ("scope", "typed", "first"),
    [
        ("enterprise", "могилевлифтм", "mogilevliftmash"),
        ("enterprise", "vjubktdkban", "mogilevliftmash"),
        ("enterprise", "mogilevliftmash", "mogilevliftmash"),
        ("enterprise", "гомселмаш", "gomselmash"),
        ("region", "гомель", "gomel-region"),
        ("region", "росия", "russia"),
        ("region", "belarus", "belarus"),
    ],
    ids=["beginning", "other layout", "other script", "a letter less", "form", "typing error", "English"],
)
def test_what_comes_first(folder: Snapshot, scope: str, typed: str, first: str) -> None:
    assert folder.index.named(typed, scope)[0] == first


def test_nothing_typed_finds_all_the_most_used_first(folder: Snapshot) -> None:
    found = folder.index.named(" ", "enterprise")
    assert set(found) == set(folder.model.enterprises)
    counted = [sum(each in item.enterprises for item in folder.model.items) for each in found]
    assert counted == sorted(counted, reverse=True)


def test_a_name_matches_every_word_and_is_of_its_field(folder: Snapshot) -> None:
    assert folder.index.named("могилев лифтмаш", "enterprise") == ["mogilevliftmash"]
    assert folder.index.named("лифты", "region") == []
    assert set(folder.index.named("минск", "region")) <= set(folder.model.regions)


def test_what_finds_an_item_by_an_enterprise_finds_the_enterprise(folder: Snapshot) -> None:
    for key, enterprise in folder.model.enterprises.items():
        name = enterprise.name if isinstance(enterprise.name, str) else enterprise.name.ru
        word = name.split()[-1]
        items = folder.ask(Question(text=word, scope="enterprise")).shown
        having = {one for number in items.window(0, len(items)) for one in folder.model.items[number].enterprises}
        if key in having:
            assert key in folder.index.named(word, "enterprise"), word
