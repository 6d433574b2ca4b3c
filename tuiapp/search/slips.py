"""Slips of the fingers: letters left out, doubled, changed or swapped with their neighbour.

The distance is optimal string alignment. Words are compared with those of the same first letter only: another
first letter counts as one slip more, so that such a word has one slip at most, and is looked up.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

SHORTEST = 5
"""Letters from which a slip is forgiven."""
LONG = 9
"""Letters from which two are."""
SHORTEST_LOOSE = 7
"""Letters from which a slip is forgiven in another form of a word."""
SHORTEST_BEGINNING = 7
"""Letters from which a slip is forgiven in a word not yet typed to its end: `балет` is not Балтика."""

LAST = "\U0010ffff"
"""Sorts behind every letter."""

Slip = tuple[int, bool]
"""What a word costs, and whether it is met loosely: in its beginning, or in another form."""


class Slipped(NamedTuple):
    """Words that a typed word is after the same slips."""

    cost: int
    """How many slips; one more where the first letter is wrong."""
    loose: bool
    """Met in the beginning of a longer word, or in another form of a word."""
    places: list[int]


def forgiven(typed: int, meant: int) -> int:
    """How many slips are forgiven in a word of `typed` letters that is meant to have `meant`."""
    if typed < SHORTEST:
        return 0
    # Letters left out must not cost the second slip: the nine are those of the longer spelling.
    return 2 if max(typed, meant) >= LONG else 1


class Slips:
    """Words in alphabetical order, to be found in spite of slips."""

    def __init__(self, words: list[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        self._words = words
        self._stems = stems

    def of(self, word: str) -> Iterator[Slipped]:
        """The words that `word` is after a slip or two, by cost, the loose ones of the same cost behind."""
        if len(word) < SHORTEST or word.isdigit():
            return
        best: dict[int, Slip] = {}
        for found in (self._whole(word), self._loose(word), self._wrong_first(word)):
            best |= {place: min(slip, best.get(place, slip)) for place, slip in found.items()}
        by_slip: defaultdict[Slip, list[int]] = defaultdict(list)
        for place, slip in best.items():
            by_slip[slip].append(place)
        for (cost, loose), places in sorted(by_slip.items()):
            yield Slipped(cost, loose, sorted(places))

    def prepare(self) -> None:
        """Make the tables that are looked into, so that no letter typed waits for them."""
        _ = self._bare, self._tails

    @cached_property
    def _bare(self) -> list[str]:
        """Every word without its ending."""
        return [self._stems(word)[0] for word in self._words]

    @cached_property
    def _tails(self) -> dict[str, list[int]]:
        """Words by what follows their first letter."""
        tails: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            tails[word[1:]].append(place)
        return dict(tails)

    def _same_first(self, word: str) -> slice:
        return slice(bisect_left(self._words, word[0]), bisect_left(self._words, word[0] + LAST))

    def _whole(self, word: str) -> dict[int, Slip]:
        same = self._same_first(word)
        near = _near(word, self._words[same], 2 if len(word) >= SHORTEST_BEGINNING else 1)
        return {
            same.start + place: (cost, False)
            for place, cost in near
            if cost <= forgiven(len(word), len(self._words[same.start + place]))
        }

    def _loose(self, word: str) -> dict[int, Slip]:
        """Slips in other forms, and in the beginnings of words."""
        if len(word) < SHORTEST_LOOSE:
            return {}
        same = self._same_first(word)
        most = forgiven(len(word), 0)
        found = dict(_near(self._stems(word)[0], self._bare[same], most))
        if len(word) >= SHORTEST_BEGINNING:
            for length in range(len(word) - most, len(word) + most + 1):
                begun = [one[:length] if len(one) > length else "" for one in self._words[same]]
                for place, cost in _near(word, begun, most):
                    found[place] = min(cost, found.get(place, cost))
        return {same.start + place: (cost, True) for place, cost in found.items()}

    def _wrong_first(self, word: str) -> dict[int, Slip]:
        """Words whose first letter was left out, added, changed or swapped, and no other."""
        if forgiven(len(word), len(word) + 1) < 2:
            return {}
        places = [*self._tails.get(word, ()), *self._tails.get(word[1:], ())]
        for whole in (word[1:], word[1] + word[0] + word[2:]):
            place = bisect_left(self._words, whole)
            places += [place] * (self._words[place : place + 1] == [whole])
        return {place: (2, False) for place in places if self._words[place] != word}


def _near(word: str, choices: Sequence[str], most: int) -> Iterator[tuple[int, int]]:
    """The places of those of `choices` that are up to `most` slips from `word`, but not it, with how many."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    return ((place, cost) for _, cost, place in hits if cost)
