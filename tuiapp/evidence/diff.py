"""The differences between a quote and a passage, in whole words."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from msgspec import Struct

from tuiapp.evidence.evening import shaped
from tuiapp.evidence.words import is_word, tokens

Kind = Literal["same", "quote", "source"]


class Change(Struct, frozen=True):
    """A stretch of a diff between a quote and a passage of its source."""

    kind: Kind
    """Where the words are: in both, only in the quote, or only in the source."""
    text: str
    """Never empty."""


# If two texts have the same number of tokens, and more than this, each token is compared only with the one at the same
# position. That takes 1 s; the Levenshtein distance would take up to a minute.
_LONGEST = 50_000

_STRETCH: tuple[Kind, ...] = ("quote", "source", "same")


def compare(quote: str, passage: str) -> tuple[Change, ...]:
    """What `quote` and `passage` share and what only one of them has, in reading order.

    The texts of "same" and "quote" joined are exactly `quote`; those of "same" and "source" are exactly
    `passage`. As few tokens as possible are changed (Levenshtein, "Binary codes capable of correcting
    deletions, insertions, and reversals", 1966). Changes with no word between them are merged into one:
    "a b" for "x y", not "a" for "x", a blank, "b" for "y". The quote's side comes first.
    """
    # Each stretch: the text that only the quote has, the text that only the passage has, and the text after these that
    # both have.
    stretches = [["", "", ""]]
    ours, theirs = _tokens(quote), _tokens(passage)
    has_word = False
    for equal, src, dest in _blocks(ours, theirs):
        mine, other = "".join(ours[src]), "".join(theirs[dest])
        alone, opposite, shared = stretches[-1]
        if equal:
            stretches[-1][2] = mine
            has_word = any(map(is_word, ours[src]))
        elif shared and (has_word or not (alone or opposite)):
            stretches.append([mine, other, ""])
        else:
            stretches[-1] = [alone + shared + mine, opposite + shared + other, ""]
    told = (pair for stretch in stretches for pair in zip(_STRETCH, stretch, strict=True))
    return tuple(Change(kind, text) for kind, text in told if text)


def _blocks(ours: list[str], theirs: list[str]) -> Iterator[tuple[bool, slice, slice]]:
    """The runs of equal and of changed tokens, in order: whether they are equal, and their slice of either list."""
    if len(ours) == len(theirs) > _LONGEST:
        runs = groupby(range(len(ours)), key=lambda at: ours[at] == theirs[at])
        for equal, places in ((equal, list(run)) for equal, run in runs):
            stretch = slice(places[0], places[-1] + 1)
            yield equal, stretch, stretch
        return
    from rapidfuzz.distance import Levenshtein

    # Give rapidfuzz numbers instead of words: it compares hashes, and two words may have the same hash.
    numbers: dict[str, int] = {}
    ranked = [[numbers.setdefault(token, len(numbers)) for token in tokens] for tokens in (ours, theirs)]
    for block in Levenshtein.opcodes(*ranked):
        src, dest = slice(block.src_start, block.src_end), slice(block.dest_start, block.dest_end)
        yield block.tag == "equal", src, dest


def _tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(shaped(text))]
