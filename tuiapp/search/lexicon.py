"""The distinct words of the model, and those that a typed word may mean.

The strict rules cost a look-up or a scan at memory speed. Slips are sought only among words with the typed
first letter: another first letter counts as one slip more, so such a word has at most one other, and is
looked up too.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

SHORTEST_INSIDE = 3
"""Letters that a word must have to be looked for inside others; one or two match beginnings only."""
SHORTEST_FORM = 3
SHORTEST_PARTIAL = 7
"""Letters from which a slip is forgiven in a word not yet typed to its end: `балет` is not Балтика."""
SHORTEST_LOOSE = 6
"""Letters from which a slip is forgiven in another form of a word."""
SHORTEST_SLIP = 5
"""Letters from which a slip is forgiven at all."""
LONG = 9
"""Letters from which two are."""
LAST = "\U0010ffff"


class Rule(StrEnum):
    """How a typed word stands to the word it matches; from the closest to the loosest."""

    EXACT = "exact"
    PREFIX = "prefix"
    FORM = "form"
    """The same word with another ending."""
    INSIDE = "inside"
    SLIPS = "slips"


ORDER = {rule: place for place, rule in enumerate(Rule)}


Slip = tuple[int, bool]
"""Cost and looseness, as in `Hit`."""


class Hit(NamedTuple):
    """Words that a typed word matches by one rule."""

    rule: Rule
    cost: int
    """Slips, and one more where the first letter is wrong; 0 for every other rule."""
    loose: bool
    """Slips in the beginning of a longer word, or in another form of a word."""
    words: Sequence[int]
    """Places in the lexicon."""


def forgiven(typed: int, meant: int) -> int:
    """How many slips are forgiven in a word of `typed` letters that is meant to have `meant`."""
    if typed < SHORTEST_SLIP:
        return 0
    # Letters left out must not cost the second slip: the nine are those of the longer spelling.
    return 2 if max(typed, meant) >= LONG else 1


class Lexicon:
    """Distinct words in alphabetical order; a word is known by its place."""

    def __init__(self, words: Iterable[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        self.words = sorted(set(words))
        self._stems = stems
        self._text = ""
        self._starts: list[int] = []
        self._forms: dict[str, list[int]] = {}
        self._primary: list[str] = []
        self._tails: dict[str, list[int]] = {}

    def place(self, word: str) -> int | None:
        """Where `word` is, None where it is not in the lexicon."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    def exact(self, word: str) -> list[int]:
        """The place of `word`, if it is there."""
        place = self.place(word)
        return [] if place is None else [place]

    def beginning(self, prefix: str) -> range:
        """Words that begin with `prefix`."""
        return range(bisect_left(self.words, prefix), bisect_left(self.words, prefix + LAST))

    def forms(self, word: str, stems: Iterable[str]) -> list[int]:
        """Words that share a stem with `word`, whose stems are `stems`."""
        if len(word) < SHORTEST_FORM:
            return []
        forms = self._by_stem()
        return sorted({place for stem in stems for place in forms.get(stem, ())})

    def inside(self, part: str) -> list[int]:
        """Words that have `part` in them."""
        if len(part) < SHORTEST_INSIDE:
            return []
        return list(self._containing(part))

    def slips(self, word: str) -> Iterator[Hit]:
        """Words that `word` is after a slip or two of the fingers, by cost."""
        if len(word) < SHORTEST_SLIP:
            return
        by_cost: defaultdict[tuple[int, bool], list[int]] = defaultdict(list)
        for place, slip in (self._partial(word) | self._whole(word) | self._wrong_first(word)).items():
            by_cost[slip].append(place)
        for (cost, loose), places in sorted(by_cost.items()):
            yield Hit(Rule.SLIPS, cost, loose, sorted(places))

    def _by_stem(self) -> dict[str, list[int]]:
        if not self._forms:
            forms: defaultdict[str, list[int]] = defaultdict(list)
            for place, word in enumerate(self.words):
                for stem in self._stems(word):
                    forms[stem].append(place)
            self._forms = dict(forms)
        return self._forms

    def _containing(self, part: str) -> Iterator[int]:
        if not self._text:
            self._text = "\n" + "\n".join(self.words) + "\n"
            start = 1
            for word in self.words:
                self._starts.append(start)
                start += len(word) + 1
        at = self._text.find(part)
        while at >= 0:
            place = bisect_left(self._starts, at + 1) - 1
            yield place
            at = self._text.find(part, self._text.find("\n", at))

    def _same_first(self, word: str) -> range:
        return self.beginning(word[0])

    def _whole(self, word: str) -> dict[int, Slip]:
        """Slips in whole words, and from six letters on in words without their endings."""
        same = self._same_first(word)
        found = _near(word, [self.words[place] for place in same], same)
        if len(word) >= SHORTEST_LOOSE:
            stem = self._stems(word)[0]
            if not self._primary:
                self._primary = [self._stems(one)[0] for one in self.words]
            near = _near(stem, [self._primary[place] for place in same], same, len(word))
            loose = {place: (cost, True) for place, (cost, _) in near.items()}
            found = {**loose, **{place: min(cost, loose.get(place, cost)) for place, cost in found.items()}}
        return found

    def _partial(self, word: str) -> dict[int, Slip]:
        """Slips in the beginnings of words."""
        if len(word) < SHORTEST_PARTIAL:
            return {}
        found: dict[int, Slip] = {}
        same = self._same_first(word)
        most = forgiven(len(word), 0)
        for length in range(len(word) - most, len(word) + most + 1):
            places = [place for place in same if len(self.words[place]) > length]
            near = _near(word, [self.words[place][:length] for place in places], places, len(word))
            for place, (cost, _) in near.items():
                if cost <= most:
                    found[place] = min(found.get(place, (cost, True)), (cost, True))
        return found

    def _wrong_first(self, word: str) -> dict[int, Slip]:
        """Words whose first letter was mistyped, and nothing else; two slips' worth."""
        if forgiven(len(word), len(word) + 1) < 2:
            return {}
        if not self._tails:
            tails: defaultdict[str, list[int]] = defaultdict(list)
            for place, one in enumerate(self.words):
                tails[one[1:]].append(place)
            self._tails = dict(tails)
        places = [*self._tails.get(word, ()), *self._tails.get(word[1:], ()), *self.exact(word[1:])]
        places += self.exact(word[1] + word[0] + word[2:])
        return {place: (2, False) for place in places if self.words[place] != word}


def _near(word: str, choices: list[str], places: Sequence[int], typed: int | None = None) -> dict[int, Slip]:
    """Which of `choices` are within the slips forgiven, by the place each stands for, with its cost."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    letters = typed or len(word)
    near = process.extract(
        word, choices, scorer=OSA.distance, score_cutoff=2 if letters >= 7 else 1, limit=None, processor=None
    )
    return {
        places[index]: (cost, False)
        for choice, cost, index in near
        if cost <= forgiven(letters, len(choice) if typed is None else typed)
    }
