"""Finds words anywhere in a text, whatever their spelling, and says where they stand in the text itself.

Text and words are folded, and each run of white space counts as one blank, so that lines may break anywhere.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import islice

from tuiapp.fold.layout import other_layout
from tuiapp.fold.letters import MARK, fold

Place = tuple[int, int]
"""Start and end of a passage, half-open, in characters of the text."""

MOST = 20_000
"""At most so many places are found, which takes 0.1 s: one letter may stand in 16 MB a million times."""

_WHITE = re.compile(r"[^\S ]")


class Folded:
    """A text folded once, to be searched for every letter typed."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        # What does not fold to one letter each: where it stands in the folded text and, from start to end, in the text.
        self._starts: list[int] = [0]
        self._uneven: list[tuple[int, Place]] = [(0, (0, 0))]
        at = size = 0
        for found in _uneven(text).finditer(text):
            start, end = found.span()
            parts += [text[at:start], " " if found[0].isspace() else _even(found[0])]
            size += start - at
            self._starts.append(size)
            size += len(parts[-1])
            self._uneven.append((size, (start, end)))
            at = end
        self._plain = _WHITE.sub(" ", fold("".join([*parts, text[at:]])))

    def find(self, typed: str) -> list[Place]:
        """Where `typed` stands, ascending and not overlapping, at most MOST places; blanks alone stand nowhere.

        If it stands nowhere, what the same keys type on the other keyboard layout is looked for.
        """
        found = (self._find(_even(reading)) for reading in (typed, *other_layout(typed)))
        return next(filter(None, found), [])

    def _find(self, words: str) -> list[Place]:
        if not words.strip():
            return []
        places: list[Place] = []
        for found in islice(re.finditer(re.escape(words), self._plain), MOST):
            start, end = self._place(*found.span())
            # ß folds to two letters: a search for one of them would find it twice.
            if not places or start >= places[-1][1]:
                places.append((start, end))
        return places

    def _place(self, start: int, end: int) -> Place:
        """The passage of the text for one of the folded text, which is not empty; letters are taken whole."""
        folded, place = self._uneven[bisect_right(self._starts, start) - 1]
        first = place[0] if start < folded else place[1] + start - folded
        folded, place = self._uneven[bisect_right(self._starts, end - 1) - 1]
        return first, place[1] + max(end - folded, 0)


@lru_cache(maxsize=4096)
def _even(text: str) -> str:
    """`text` folded, its white space as single blanks."""
    return re.sub("  +", " ", _WHITE.sub(" ", fold(text)))


def _uneven(text: str) -> re.Pattern[str]:
    """What of `text` does not fold to as many letters as it has: letters with marks, white space, ß and the like."""
    odd = "".join(re.escape(each) for each in sorted(set(text)) if len(fold(each)) != 1)
    # More marks than eight are odd each by itself.
    marked = [f".{MARK.pattern}{{1,8}}"] if MARK.search(text) else []
    return re.compile("|".join([*marked, r"\s\s+", *([f"[{odd}]"] if odd else [])]), re.DOTALL)
