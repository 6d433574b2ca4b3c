"""The distinct words of all names, and the owners of each: what a typed word is looked up in.

Many names share a word, and many items share a name. So a query is matched against the distinct words, which
lead to the owners of the names: enterprises, sectors.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tuiapp.fold import Word, is_cyrillic, sound, stems, words
from tuiapp.search.lexicon import Lexicon, Rule

HYPHENS = ("\u2010", "\u2011", "-")
SEWN = re.compile(f"[a-zа-яё][A-ZА-ЯЁ]|[{''.join(HYPHENS)}]")


class Entry(NamedTuple):
    """A word of a name, or two neighbouring words joined: `пегасагро` finds Пегас-Агро too."""

    word: str
    parts: tuple[Word, ...]
    first: bool
    """Whether the name begins with it."""
    spaced: bool
    """Whether its two parts are separated in the name by something other than a hyphen."""

    @property
    def places(self) -> list[int]:
        """For each letter of `word`, its place in the name."""
        return [place for part in self.parts for place in part.places]

    @property
    def ends(self) -> list[int]:
        """For each letter of `word`, where its character in the name ends, combining marks included."""
        return [end for part in self.parts for end in part.ends]


def entries(name: str) -> Iterator[Entry]:
    """The entries of one name: each word, and each pair of neighbouring words joined."""
    found = words(name)
    for word in found:
        yield Entry(word.folded, (word,), word is found[0], False)
    for one, two in pairwise(found):
        spaced = name[one.ends[-1] : two.places[0]] not in HYPHENS
        yield Entry(one.folded + two.folded, (one, two), one is found[0], spaced)


def seam(name: str, entry: Entry) -> int:
    """The letters of `entry` before its seam: its second part, or a capital inside a word (CamelCase); 0: no seam."""
    if len(entry.parts) > 1:
        return len(entry.parts[0].folded)
    places = entry.parts[0].places
    letters = [name[place] for place in places]
    humps = (n for n, (a, b) in enumerate(pairwise(letters), 1) if a.islower() and b.isupper())
    return next(humps, 0)


def _romanised_stems(key: str) -> tuple[str, ...]:
    return stems(key, "romanised")


class _Spelled:
    """What is collected about a word while the names are read."""

    __slots__ = ("owners", "seam", "spaced")

    def __init__(self) -> None:
        self.owners: dict[int, bool] = {}
        """The numbers of its owners, ascending, and whether a name of the owner begins with it."""
        self.spaced = True
        """Whether it occurs only as two separate words."""
        self.seam = 0
        """The result of `seam` for the last name that has it."""


def _gathered(owners: Iterable[tuple[str, ...]]) -> dict[str, _Spelled]:
    """Every entry of every name, by its folded letters."""
    gathered: defaultdict[str, _Spelled] = defaultdict(_Spelled)
    for number, names in enumerate(owners):
        for name in names:
            sewn = SEWN.search(name) is not None
            for entry in entries(name):
                spelled = gathered[entry.word]
                spelled.owners[number] = spelled.owners.get(number, False) or entry.first
                if not entry.spaced:
                    spelled.spaced = False
                    spelled.seam = seam(name, entry) if sewn else spelled.seam
    return gathered


class Vocabulary:
    """The distinct words of all names.

    A word is identified by its number: first the words of `plain`, then those of `spaced`.
    """

    def __init__(self, owners: Iterable[tuple[str, ...]]) -> None:
        """`owners` has the names of each owner, in the order of the owners' numbers."""
        gathered = _gathered(owners)
        whole = {word for word, spelled in gathered.items() if not spelled.spaced}
        self.plain = Lexicon(whole, stems)
        """Single words, and hyphenated pairs joined."""
        self.spaced = Lexicon(gathered.keys() - whole, stems)
        """Pairs of separate words, joined. They match only exactly or as a prefix; otherwise they would outnumber
        the words."""
        listed = [gathered[word] for word in (*self.plain.words, *self.spaced.words)]
        self.owners = [tuple(spelled.owners) for spelled in listed]
        """For each word, the numbers of its owners, ascending."""
        self.heads = [tuple(n for n, first in spelled.owners.items() if first) for spelled in listed]
        """For each word, the owners with a name that begins with it."""
        self._seams = {word: spelled.seam for word, spelled in gathered.items() if spelled.seam}
        self.cyrillic = Sounds(self.plain.words, cyrillic=True)
        """Cyrillic words by their sound key, for words typed in Latin letters."""
        self.latin = Sounds(self.plain.words, cyrillic=False)
        """Latin words by their sound key, for words typed in Cyrillic letters."""
        for lexicon in (self.plain, self.cyrillic.keys, self.latin.keys):
            lexicon.prepare()

    def number(self, word: str) -> int | None:
        """The number of `word`; None if no name has it."""
        place = self.plain.place(word)
        if place is None and (place := self.spaced.place(word)) is not None:
            place += len(self.plain.words)
        return place

    def initials(self) -> dict[str, set[int]]:
        """For each letter, the owners of the words that begin with it."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for word, owners in zip((*self.plain.words, *self.spaced.words), self.owners, strict=True):
            found[word[0]].update(owners)
        return found

    def neighbours(self, word: str) -> list[tuple[Rule, range]]:
        """The pairs of separate words that, joined, are `word` or begin with it, by rule."""
        first = len(self.plain.words)
        begun = self.spaced.beginning(word)
        exact = self.spaced.exact(word)
        return [
            (rule, range(some.start + first, some.stop + first))
            for rule, some in ((Rule.EXACT, exact), (Rule.PREFIX, begun))
            if some
        ]

    def inside_a_part(self, place: int, part: str) -> bool:
        """Whether a plain word contains `part` on one side of its seam; `скх` lies across that of СветлогорскХим-."""
        word = self.plain.words[place]
        if not (at := self._seams.get(word, 0)):
            return True
        return part in word[:at] or part in word[at:]


class Sounds:
    """The words of one script by their sound keys."""

    def __init__(self, plain: list[str], *, cyrillic: bool) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(plain):
            if is_cyrillic(word) == cyrillic and (key := sound(word)):
                places[key].append(place)
        self.keys = Lexicon(places, _romanised_stems)
        """Distinct keys; two words may share one."""
        self._places = [places[key] for key in self.keys.words]

    def words(self, keys: Collection[int]) -> list[int]:
        """The words whose sound keys are at the places `keys`."""
        return [place for key in keys for place in self._places[key]]
