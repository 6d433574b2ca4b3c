"""The entries of a name: its words, and what is made of several words and typed as one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from tuiapp.fold import Word, words
from tuiapp.search.spare import is_spare

HYPHENS = ("\u2010", "\u2011", "-")
SEWN = re.compile(f"[a-zа-яё][A-ZА-ЯЁ]|[{''.join(HYPHENS)}]")


JOINED = range(2, 5)
"""How many neighbouring words may be typed as one."""
SHORTEST_INITIALS = 3
"""Words that a name must have to be found by its initials."""

Kind = Literal["word", "joined", "initials"]


class Entry(NamedTuple):
    """A word of a name; or neighbouring words joined: `пегасагро` finds Пегас-Агро too; or the initials of a name."""

    word: str
    parts: tuple[Word, ...]
    first: bool
    """Whether the name begins with it."""
    kind: Kind
    """`word`: a word, or two joined that the name joins by a hyphen; `joined`: two to four words that stand apart."""

    @property
    def places(self) -> list[int]:
        """For each letter of `word`, where it stands in the name."""
        return [place for part in self.parts for place in part.places]

    @property
    def ends(self) -> list[int]:
        """For each letter of `word`, where its character in the name ends, combining marks included."""
        return [end for part in self.parts for end in part.ends]


def entries(name: str) -> Iterator[Entry]:
    """The entries of one name."""
    found = words(name)
    for word in found:
        yield Entry(word.folded, (word,), word is found[0], "word")
    for count in JOINED:
        for at in range(len(found) - count + 1):
            parts = found[at : at + count]
            hyphened = count == 2 and name[parts[0].ends[-1] : parts[1].places[0]] in HYPHENS
            yield Entry("".join(part.folded for part in parts), parts, at == 0, "word" if hyphened else "joined")
    yield from _initials(found)


def _initials(found: tuple[Word, ...]) -> Iterator[Entry]:
    """The initials of a name of three words and more: of all words, and of those that are neither legal forms nor
    prepositions."""
    meant = tuple(word for word in found if not is_spare(word.folded))
    for chosen in (found,) if meant == found else (found, meant):
        if len(chosen) >= SHORTEST_INITIALS and not any(word.folded.isdigit() for word in chosen):
            letters = tuple(Word(word.folded[:1], word.places[:1], word.ends[:1]) for word in chosen)
            yield Entry("".join(letter.folded for letter in letters), letters, True, "initials")


def seam(name: str, entry: Entry) -> int:
    """The letters of `entry` before its seam: its second part, or a capital inside a word (CamelCase); 0: no seam."""
    if len(entry.parts) > 1:
        return len(entry.parts[0].folded)
    places = entry.parts[0].places
    letters = [name[place] for place in places]
    humps = (n for n, (a, b) in enumerate(pairwise(letters), 1) if a.islower() and b.isupper())
    return next(humps, 0)
