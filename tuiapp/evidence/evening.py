"""A text as quotes are looked for in it: without what nobody sees, in one shape, and with the way back."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from tuiapp.evidence.words import rule_for, widened
from tuiapp.printable import BLANKS, ROOMLESS, one_of

_ROOMLESS = one_of(ROOMLESS)
_BLANKS = re.compile(f"[{BLANKS}]")
_RUN = re.compile(r"\s\s+")
# Blanks that a number may be written with, alone: no-break and thin ones. Other white space parts it.
_KEEPING = "\u00a0\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_PARTING = re.compile(f"\\s\\s+|[^\\S {_KEEPING}]")

# An em dash is a dash, but no minus.
_SHAPES = {" ": _KEEPING, '"': "«»„“”‟″", "'": "‘’‚‛", "-": "‐‑‒–−－﹣⁻˗➖", "—": "―"}

# Where a quote is in more places, one pattern for all is quicker than a look at each, though it takes 10 ms to make,
# and 2 µs more for each character of the quote.
_MANY = 10_000
_LONG = 1_000


class Evened:
    """A source or a quote; what is made of it is made when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> str:
        """The text evened out; white space at its ends is one blank as well."""
        return self._outline.replace("\n", " ").replace("—", "-")

    @cached_property
    def _outline(self) -> str:
        """`plain`, but of another shape where the rule of words and numbers needs it: white space that parts a
        number is a line feed, and an em dash stays one."""
        return shaped(_PARTING.sub("\n", self._seen))

    @cached_property
    def _seen(self) -> str:
        """The text without what takes no room; a sign that looks like a blank is one."""
        return _ROOMLESS.sub("", _BLANKS.sub("\u2003", self.text))

    @cached_property
    def _rule(self) -> re.Pattern[str]:
        return rule_for(self._outline)

    def whole(self, quote: str) -> Iterator[int]:
        """Where `quote`, of the shape of `plain`, stands with no end inside of a word or a number; some may overlap."""
        if quote not in self.plain:
            return
        if len(quote) <= _LONG and self.plain.count(quote) > _MANY:
            yield from self._matched(quote)
            return
        # To look for a long text takes long before anything is looked at.
        beginning = quote[:_LONG]
        at = self.plain.find(beginning)
        while at >= 0:
            cut = self._rule.match(self._outline, at) or self._rule.match(self._outline, at + len(quote))
            if not cut and self.plain.startswith(quote, at):
                yield at
            at = self.plain.find(beginning, at + 1)

    def parts(self, at: int, places: Iterable[int]) -> list[bool]:
        """For each of `places`, counted from `at` in `plain`, whether it is inside of a word or a number."""
        return [self._rule.match(self._outline, at + place) is not None for place in places]

    def _matched(self, quote: str) -> Iterator[int]:
        shapes = [re.escape(character) for character in quote]
        first, *rest = ({r"\ ": "[ \n]", r"\-": "[-—]"}.get(shape, shape) for shape in shapes)
        # The quote comes first, so that nothing is tried but its places.
        inside = self._rule.pattern
        whole = re.compile(f"{first}(?={''.join(rest)}(?!{inside}))(?<=(?!{inside}){first})")
        yield from (found.start() for found in whole.finditer(self._outline))

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of the whole words of a passage of `plain`."""
        passage = self.plain[start:end]
        start += len(passage) - len(passage.lstrip(" "))
        end -= len(passage) - len(passage.rstrip(" "))
        return self.place(*widened(self._outline, start, end, self._rule))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a place in `plain`."""
        return _lengthened(self._gaps, *_lengthened(self._runs, start, end))

    @cached_property
    def _gaps(self) -> tuple[list[int], list[int]]:
        return _shifts(re.compile(f"[{ROOMLESS}]+"), self.text, 0) if len(self._seen) < len(self.text) else ([0], [0])

    @cached_property
    def _runs(self) -> tuple[list[int], list[int]]:
        return _shifts(_RUN, self._seen, 1)


def shaped(text: str) -> str:
    """`text` with one shape for each kind of blank, quotation mark and dash; every character keeps its place."""
    for shape, others in _SHAPES.items():
        for other in others:
            text = text.replace(other, shape)
    return text


def _shifts(run: re.Pattern[str], text: str, left: int) -> tuple[list[int], list[int]]:
    """From which offsets on, ascending, those in `text` are larger than where `left` characters of each run are
    left, and by how much."""
    offsets, shifts, shift = [0], [0], 0
    for found in run.finditer(text):
        # Of runs with nothing left, what follows one may be the first of all.
        offsets.append(found.start() - shift + left)
        shift += found.end() - found.start() - left
        shifts.append(shift)
    return offsets, shifts


def _lengthened(shifts: tuple[list[int], list[int]], start: int, end: int) -> tuple[int, int]:
    offsets, by = shifts
    return start + by[bisect_right(offsets, start) - 1], end + by[bisect_right(offsets, end - 1) - 1]
