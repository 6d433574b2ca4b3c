"""The entries of a name: its words, and what is made of several words and typed as one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from tuiapp.fold import Word, fold, one_script, words
from tuiapp.search.spare import is_spare

HYPHENS = ("\u2010", "\u2011", "-")
SEWN = re.compile(f"[a-zа-яё][A-ZА-ЯЁ]|[{''.join(HYPHENS)}]")


JOINED = range(2, 5)
"""How many neighbouring words may be typed as one."""
SHORTEST_INITIALS = 3
"""Letters that initials must have."""
LONGEST_ABBREVIATION = 5
QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')

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
    yield from _initials(name, found)


class Piece(NamedTuple):
    """A word of what stands between two blanks of a text (a chunk)."""

    word: str
    first: bool
    """Whether the chunk begins with it."""
    seam: int
    """As `seam` returns it."""


def pieces(chunk: str) -> Iterator[Piece]:
    """The words of a chunk, and those joined that it joins by a hyphen."""
    sewn = SEWN.search(chunk) is not None
    if not sewn and chunk.isalpha() and (folded := fold(chunk)).isalpha() and len(folded) == len(chunk):
        # Most are a single word; to look for more would take most of the time of reading.
        yield Piece(one_script(folded), True, 0)
    else:
        words_only = (entry for entry in entries(chunk) if entry.kind == "word")
        yield from (Piece(entry.word, entry.first, seam(chunk, entry) if sewn else 0) for entry in words_only)


def _initials(name: str, found: tuple[Word, ...]) -> Iterator[Entry]:
    """The initials of a name: of all words; of those that are neither legal forms nor prepositions; and of what stands
    outside of quotation marks. Numbers do not count, and of an abbreviation all letters do: МНПЗ is Мозырский НПЗ."""
    every = tuple(word for word in found if not word.folded[0].isdigit())
    meant = tuple(word for word in every if not is_spare(word.folded))
    quoted = [mark.span() for mark in QUOTED.finditer(name)]
    outside = tuple(word for word in meant if not any(start < word.places[0] < end for start, end in quoted))
    told = set[str]()
    for chosen in (every, meant, outside):
        parts = tuple(_first(name, word) for word in chosen)
        word = "".join(part.folded for part in parts)
        if len(parts) > 1 and len(word) >= SHORTEST_INITIALS and word not in told:
            told.add(word)
            yield Entry(word, parts, True, "initials")


def _first(name: str, word: Word) -> Word:
    """The first letter of a word, or all letters of an abbreviation."""
    abbreviated = 1 < len(word.folded) <= LONGEST_ABBREVIATION and name[word.places[0] : word.ends[-1]].isupper()
    count = len(word.folded) if abbreviated else 1
    return Word(word.folded[:count], word.places[:count], word.ends[:count])


def seam(name: str, entry: Entry) -> int:
    """The letters of `entry` before its seam: its second part, or a capital inside a word (CamelCase); 0: no seam."""
    if len(entry.parts) > 1:
        return len(entry.parts[0].folded)
    places = entry.parts[0].places
    letters = [name[place] for place in places]
    humps = (n for n, (a, b) in enumerate(pairwise(letters), 1) if a.islower() and b.isupper())
    return next(humps, 0)
