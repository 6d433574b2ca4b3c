"""Typing errors ("slips"): letters left out, added, changed, or swapped with their neighbour.

The edit distance is optimal string alignment (OSA). At most two errors are allowed. A wrong first letter counts as two,
or as one if the right one is on the next key, so a word that begins otherwise than the typed one can have no other
error: it is looked up. The distance is computed only for words with the same first letter.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from tuiapp.fold import neighbours

SHORTEST = 5
"""A word needs at least so many letters for one typing error to be allowed in it."""
LONG = 9
"""A word needs at least so many letters for two typing errors to be allowed in it."""
SHORTEST_LOOSE = 7
"""Letters that a word must have for an error in another form of it to be allowed."""
SHORTEST_BEGINNING = 7
"""Letters that an unfinished word must have for an error to be allowed: `балет` must not match Балтика."""

LAST = "\U0010ffff"
"""Sorts after every letter."""

Slip = tuple[int, bool]
"""Number of typing errors, and whether the match is loose: with the beginning or another form of the word."""


class Slipped(NamedTuple):
    """Words at the same edit distance from the typed one, either all matched loosely or none."""

    cost: int
    """Number of typing errors; a wrong first letter counts as two."""
    loose: bool
    """Whether the beginning of a longer word, or another form of a word, was matched."""
    numbers: list[int]


def forgiven(typed: int, meant: int) -> int:
    """How many typing errors are allowed in a typed word of `typed` letters that matches a word of `meant` letters."""
    if typed < SHORTEST:
        return 0
    # The longer of the two counts, so that leaving a letter out does not lower the limit from two to one.
    return 2 if max(typed, meant) >= LONG else 1


def same_digits(typed: str, meant: str, *, begun: bool) -> bool:
    """Whether both have the same digits, or those of `typed` begin the others: another number is another thing."""
    one, other = ("".join(filter(str.isdigit, word)) for word in (typed, meant))
    return other.startswith(one) if begun else one == other


class Slips:
    """Finds words in spite of typing errors; the words are in alphabetical order."""

    def __init__(self, words: list[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        self._words = words
        self._stems = stems
        self._bare: list[str] = []
        """Every word without its ending."""

    def of(self, word: str) -> Iterator[Slipped]:
        """The words within one or two typing errors of `word`, fewest errors first; loose matches come after others
        with as many errors."""
        if len(word) < SHORTEST:
            return
        best: dict[int, Slip] = {}
        for found in (self._whole(word), self._loose(word), self._neighbour_first(word), self._wrong_first(word)):
            best |= {
                number: min(slip, best.get(number, slip))
                for number, slip in found.items()
                if same_digits(word, self._words[number], begun=slip[1])
            }
        by_slip: defaultdict[Slip, list[int]] = defaultdict(list)
        for number, slip in best.items():
            by_slip[slip].append(number)
        for (cost, loose), numbers in sorted(by_slip.items()):
            yield Slipped(cost, loose, sorted(numbers))

    def prepare(self, bare: list[str]) -> None:
        """Build the lookup tables now, so that no keystroke waits for them; `bare` are the words without endings."""
        self._bare = bare
        _ = self._distinct, self._firsts

    @cached_property
    def _distinct(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _firsts(self) -> tuple[str, ...]:
        """The letters that words begin with: some sixty, so that looking up a word with each takes 20 µs."""
        firsts: list[str] = []
        while (at := bisect_left(self._words, firsts[-1] + LAST) if firsts else 0) < len(self._words):
            firsts.append(self._words[at][0])
        return tuple(firsts)

    def _known(self, meant: Iterable[str]) -> Iterator[int]:
        """The numbers of those of `meant` that are words."""
        return (bisect_left(self._words, word) for word in self._distinct.intersection(meant))

    def _same_first(self, word: str) -> slice:
        return slice(bisect_left(self._words, word[0]), bisect_left(self._words, word[0] + LAST))

    def _whole(self, word: str) -> dict[int, Slip]:
        same = self._same_first(word)
        near = _near(word, self._words[same], 2 if len(word) >= SHORTEST_BEGINNING else 1)
        return {
            same.start + number: (cost, False)
            for number, cost in near
            if cost <= forgiven(len(word), len(self._words[same.start + number]))
        }

    def _loose(self, word: str) -> dict[int, Slip]:
        """Words with typing errors in another form of them, or in their beginning."""
        if len(word) < SHORTEST_LOOSE:
            return {}
        same = self._same_first(word)
        most = forgiven(len(word), 0)
        bare = self._stems(word)[0]
        found = {
            number: cost
            for number, cost in _near(bare, self._bare[same], most)
            # Two errors are too many where little is left without the endings: `брестское` must not match Братск.
            if cost < 2 or min(len(bare), len(self._bare[same.start + number])) >= LONG - 1
        }
        if len(word) >= SHORTEST_BEGINNING:
            for length in range(len(word) - most, len(word) + most + 1):
                begun = [one[:length] if len(one) > length else "" for one in self._words[same]]
                for number, cost in _near(word, begun, most):
                    found[number] = min(cost, found.get(number, cost))
        return {same.start + number: (cost, True) for number, cost in found.items()}

    def _neighbour_first(self, word: str) -> dict[int, Slip]:
        """Words that differ from `word` only in their first letter, which is on a key next to the typed one."""
        return dict.fromkeys(self._known(near + word[1:] for near in neighbours(word[0])), (1, False))

    def _wrong_first(self, word: str) -> dict[int, Slip]:
        """Words that differ from `word` only in that the first letter was left out, added, changed or swapped."""
        if forgiven(len(word), len(word) + 1) < 2:
            return {}
        begun = (first + rest for first in self._firsts for rest in (word, word[1:]))
        meant = {*begun, word[1:], word[1] + word[0] + word[2:]} - {word}
        return dict.fromkeys(self._known(meant), (2, False))


def _near(word: str, choices: Sequence[str], most: int) -> Iterator[tuple[int, int]]:
    """The numbers in `choices` of words at edit distance 1 to `most` from `word`, each with its distance."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    return ((number, cost) for _, cost, number in hits if cost)
