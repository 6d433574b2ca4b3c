"""Any file, however it is written: a change makes what it should and nothing else, or it is refused with a sentence."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.draft.texts import ENGLISH, RUSSIAN
from tests.editing.hands import broken, paths, shared, text, value
from tests.editing.twin import REFUSED, change, check, root_of, said
from tuiapp.draft import Given, document, draft
from tuiapp.editing import Append, Change, Drop, Guess, PlaceError, Put, Settle, Value, changed, guesses
from tuiapp.library.fault import ValuePath
from tuiapp.shipped import shipped

SEEDS = st.integers(0, 2**32)


@given(SEEDS)
def test_a_change_makes_what_it_should_and_nothing_else(seed: int) -> None:
    random = Random(seed)
    before = text(random, value(random))
    for _ in range(3):
        made = change(random, said(before))
        after = check(before, made)
        if after == REFUSED:
            # In a correct file without aliases that is for the whole of it, and for what is not there.
            assert not made.path or isinstance(made, Append) or written_oddly(before), (before, made)
        else:
            before = after


def written_oddly(before: str) -> bool:
    return "? " in before or "\r" in before


@given(SEEDS)
def test_a_file_with_slips_is_changed_right_or_not_at_all(seed: int) -> None:
    attack(seed)


@pytest.mark.heavy
def test_ten_thousand_files_with_slips() -> None:
    for seed in range(10_000):
        attack(seed)


def attack(seed: int) -> None:
    random = Random(seed)
    before = random.choice(REAL) if random.random() < 0.05 else text(random, value(random))
    before = random.choice([broken, shared])(random, before)
    guesses(before)
    root, whole = root_of(before)
    if root is not None and whole:
        check(before, change(random, said(before)))
    else:
        with suppress(PlaceError):
            changed(before, [change(random, {"a": ["b"], "c": {}})])


SEED = Path(__file__).parents[2] / "seeds" / "000_601df9e75d1f0f37.txt"
REAL = [
    *(each.read_text() for each in sorted(Path(shipped()).glob("*.yaml"))),
    *(document(draft(each, "a.txt", Given(), None)) for each in (RUSSIAN, ENGLISH, SEED.read_text())),
]


def changes(path: ValuePath, there: object) -> list[Change]:
    """Every kind of change of one place."""
    long = "Очень длинные слова, " * 9 + "и всё."
    values: list[Value] = [
        "new",
        Guess(": # ?", "why"),
        long,
        [],
        {"exact": long, "speech": Guess("direct")},
        [{"a": "b"}, "c"],
    ]
    made: list[Change] = [Settle(path), Drop(path), *(Put(path, each) for each in values)]
    if isinstance(there, dict):
        made += [Put((*path, "new"), values[4]), Append((*path, "new"), values[4])]
    if isinstance(there, list):
        made += [Append(path, each) for each in values]
    return made


@pytest.mark.parametrize("number", range(len(REAL)))
def test_real_files_under_every_change_at_some_places(number: int) -> None:
    everywhere(REAL[number], range(0, 10_000, 79))


@pytest.mark.heavy
@pytest.mark.parametrize("number", range(len(REAL)))
def test_real_files_under_every_change_at_many_places(number: int) -> None:
    everywhere(REAL[number], range(1, 10_000, 4))


def everywhere(before: str, places: range) -> None:
    for at, (path, there) in enumerate(paths(said(before))):
        for made in changes(path, there) if at in places and path else ():
            assert check(before, made) != REFUSED, made


def test_the_whole_of_real_files_can_be_settled() -> None:
    for before in REAL:
        after = check(before, Settle(()))
        assert guesses(after) == frozenset()
        assert "  # ?" not in after
    assert any(map(guesses, REAL))
