"""The entries of a name: its words, and what is made of several words and typed as one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tuiapp.fold import Word, words

HYPHENS = ("\u2010", "\u2011", "-")
SEWN = re.compile(f"[a-zа-яё][A-ZА-ЯЁ]|[{''.join(HYPHENS)}]")


class Entry(NamedTuple):
    """A word of a name, or neighbouring words joined: `пегасагро` finds Пегас-Агро too."""

    word: str
    parts: tuple[Word, ...]
    first: bool
    """Whether the name begins with it."""
    spaced: bool
    """Whether its parts are separated in the name by something other than a hyphen."""

    @property
    def places(self) -> list[int]:
        """For each letter of `word`, where it stands in the name."""
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
