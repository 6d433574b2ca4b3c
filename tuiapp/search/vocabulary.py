"""The words of all names, and whose they are: what a typed word is looked up in.

Names repeat and items repeat them; a query is matched against the distinct words, and from there goes to
the enterprises and sectors that own them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from tuiapp.fold import is_cyrillic, sound, stems, words
from tuiapp.model import Enterprise, Model, Sector, wordings
from tuiapp.search.lexicon import Lexicon


class Entry(NamedTuple):
    """A word of a name, or two neighbours written as one: Пегас-Агро is found by `пегасагро` as well."""

    word: str
    places: tuple[int, ...]
    """For each letter of `word` where it stands in the name."""
    ends: tuple[int, ...]
    """For each letter of `word` where its mark in the name ends."""
    first: bool
    """Whether the name begins with it."""


def entries(name: str) -> Iterator[Entry]:
    """What the vocabulary holds of one name."""
    found = words(name)
    for place, word in enumerate(found):
        yield Entry(*word, place == 0)
    for place, (one, two) in enumerate(pairwise(found)):
        yield Entry(one.folded + two.folded, one.places + two.places, one.ends + two.ends, place == 0)


def spellings(owner: Enterprise | Sector) -> tuple[str, ...]:
    """Every name of an enterprise or a sector, in the model's spelling: its name, then its aliases."""
    return (*wordings(owner.name), *owner.aliases)


def _romanised_stems(key: str) -> tuple[str, ...]:
    return stems(key, "romanised")


class Vocabulary:
    """The distinct words of a model's enterprises and sectors; a word is known by its place in `plain`."""

    def __init__(self, model: Model) -> None:
        owners: defaultdict[str, dict[int, bool]] = defaultdict(dict)
        everybody: tuple[Enterprise | Sector, ...] = (*model.enterprises.values(), *model.sectors.values())
        for number, owner in enumerate(everybody):
            for name in spellings(owner):
                for entry in entries(name):
                    begun = owners[entry.word].get(number, False)
                    owners[entry.word][number] = begun or entry.first
        self.plain = Lexicon(owners, stems)
        self.owners = [tuple(owners[word]) for word in self.plain.words]
        """For each word the numbers of its owners, ascending."""
        self.heads = [tuple(n for n, first in owners[word].items() if first) for word in self.plain.words]
        """For each word the owners that have a name beginning with it."""

    @cached_property
    def cyrillic(self) -> "Sounds":
        """Cyrillic words by their sound, for Latin letters typed."""
        return Sounds(self.plain.words, cyrillic=True)

    @cached_property
    def latin(self) -> "Sounds":
        """Latin words by their sound, for Cyrillic letters typed."""
        return Sounds(self.plain.words, cyrillic=False)


class Sounds:
    """The words of one script by their sound keys."""

    def __init__(self, plain: list[str], *, cyrillic: bool) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(plain):
            if is_cyrillic(word) == cyrillic and (key := sound(word)):
                places[key].append(place)
        self.keys = Lexicon(places, _romanised_stems)
        self._places = [places[key] for key in self.keys.words]

    def words(self, keys: Sequence[int]) -> list[int]:
        """The words that have the sound keys at the places `keys`."""
        return [place for key in keys for place in self._places[key]]
