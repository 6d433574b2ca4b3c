"""The texts of a model are read in small steps, between which the program answers keys."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import pytest

from tests.search.marked import indexed, told
from tests.search.models import model
from tuiapp import sets
from tuiapp.archive import Archive
from tuiapp.search import Index, vocabulary
from tuiapp.search.lexicon import alphabetical

WORDS = [f"{letter}{vowel}маш{end}" for letter in "бвгд" for vowel in "аоу" for end in ("", "а", "ский", "-завод")]
MODEL = model([("…", "s")] * len(WORDS), titles=[f"{word} Minsk" for word in WORDS], quotes=WORDS)


class Counted:
    """Functions whose calls are counted, by their names."""

    def __init__(self) -> None:
        self.calls = Counter[str]()

    def __call__(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            self.calls[work.__name__] += 1
            return work(*given)

        return counted


def test_a_step_looks_at_one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted()
    for module, name in ((vocabulary, "sound"), (vocabulary, "heard"), (vocabulary, "stems"), (sets, "from_numbers")):
        monkeypatch.setattr(module, name, counted(getattr(module, name)))
    index = Index(Archive(MODEL))
    most, all_calls = Counter[str](), Counter[str]()
    counted.calls.clear()
    for _ in chain(index.fill(), index.listen()):
        most |= counted.calls
        all_calls += counted.calls
        counted.calls.clear()
    # A word has its items and the items that begin with it.
    assert most == {"sound": 1, "heard": 1, "stems": 1, "from_numbers": 2}
    assert min(all_calls.values()) >= len(WORDS), "and they look at all words"


def test_words_are_sorted_letter_by_letter() -> None:
    found: list[str] = []

    def sort() -> Iterator[None]:
        found.extend((yield from alphabetical(["б", "аб", "", "а", "ба"])))

    steps = len([*sort()])
    assert found == ["", "а", "аб", "б", "ба"]
    assert steps == len(found) + len({word[:1] for word in found})


def test_a_word_written_by_ear_waits_for_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ["Магілёўліфтмаш", "Керамин"]
    without, index = (indexed(model([("…", "s")] * 2, titles=titles)) for _ in range(2))
    assert [number for number, _ in told(without, "kerameen")] == [1]
    for _ in index.listen():
        pass
    monkeypatch.setattr(vocabulary, "Sounds", None)
    assert told(index, "kerameen") == told(without, "kerameen")
