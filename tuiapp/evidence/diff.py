"""How a quote and a passage differ, told in whole words."""

from typing import Literal

from msgspec import Struct

from tuiapp.evidence.words import TOKEN, WORD

Kind = Literal["same", "quote", "source"]


class Change(Struct, frozen=True):
    """A stretch of a diff between a quote and a passage of its source."""

    kind: Kind
    """Who has the words: both, the quote alone, or the source alone."""
    text: str
    """Never empty."""


_STRETCH: tuple[Kind, ...] = ("quote", "source", "same")


def compare(quote: str, passage: str) -> tuple[Change, ...]:
    """What `quote` and `passage` share and what only one of them has, in reading order.

    The texts of "same" and "quote" joined are `quote`, those of "same" and "source" are `passage`, to the
    character. The fewest words and signs between words are changed (Levenshtein, "Binary codes capable of
    correcting deletions, insertions, and reversals", 1966). Changes with no word between them are told as
    one: "a b" for "x y", not "a" for "x", a blank, "b" for "y". The quote's side comes first.
    """
    from rapidfuzz.distance import Levenshtein

    # What the quote alone has, what the passage alone has, and what both have after that.
    stretches = [["", "", ""]]
    ours, theirs = TOKEN.findall(quote), TOKEN.findall(passage)
    # Numbers in place of words: rapidfuzz compares by hash, which two words may share.
    numbers: dict[str, int] = {}
    ranked = [[numbers.setdefault(token, len(numbers)) for token in tokens] for tokens in (ours, theirs)]
    for block in Levenshtein.opcodes(*ranked):
        mine = "".join(ours[block.src_start : block.src_end])
        other = "".join(theirs[block.dest_start : block.dest_end])
        alone, opposite, shared = stretches[-1]
        if block.tag == "equal":
            stretches[-1][2] = mine
        elif shared and (WORD.search(shared) or not (alone or opposite)):
            stretches.append([mine, other, ""])
        else:
            stretches[-1] = [alone + shared + mine, opposite + shared + other, ""]
    told = (pair for stretch in stretches for pair in zip(_STRETCH, stretch, strict=True))
    return tuple(Change(kind, text) for kind, text in told if text)
