"""Clipped compounds: `мехзавод` for Механический завод, `промкомбинат` for Промышленный комбинат.

Such a word is cut in two: the beginning of one word of a name, and the whole of another word of the same name.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from tuiapp.fold import stems
from tuiapp.search.entries import Entry, entries
from tuiapp.search.lexicon import Lexicon

SHORTEST_HEAD = 3
"""Letters of the beginning; two begin too many words."""
SHORTEST_TAIL = 4
"""Letters of the whole word."""


class Cut(NamedTuple):
    """One way to cut a word in two."""

    head: str
    """The beginning of a word."""
    tails: Collection[int]
    """The numbers of the words that the rest is, or is a form of."""


def cuts(word: str, lexicon: Lexicon) -> Iterator[Cut]:
    """Every way to cut `word` so that both parts are known."""
    for at in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        head, rest = word[:at], word[at:]
        tails = frozenset((*lexicon.exact(rest), *lexicon.forms(rest, stems(rest))))
        if tails and lexicon.beginning(head):
            yield Cut(head, tails)


def parted(name: str, head: str, tails: Collection[str]) -> tuple[Entry, Entry] | None:
    """The words of `name` that a clipped compound is made of: one that begins with `head`, and one of `tails`.

    For `мехзавод` in Механический завод: механический, завод. None if `name` has no such two words.
    """
    found = [entry for entry in entries(name) if len(entry.parts) == 1]
    pairs = ((one, other) for one in found for other in found if one is not other)
    return next((pair for pair in pairs if pair[0].word.startswith(head) and pair[1].word in tails), None)
