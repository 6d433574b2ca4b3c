"""Normalises a text for the search of quotes, and maps places in it back to the original text.

Invisible characters are removed, a run of white space becomes one blank, and blanks, quotation marks and dashes get
one shape each.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from tuiapp.evidence.words import rule_for, widened
from tuiapp.printable import BLANKS, ROOMLESS, one_of

_ROOMLESS = one_of(ROOMLESS)
_BLANKS = re.compile(f"[{BLANKS}]")
_RUN = re.compile(r"\s\s+")
# The blanks that may stand inside a number besides the space: no-break and thin ones. Any other white space, and two
# blanks in a row, end the number.
_KEEPING = "\u00a0\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_PARTING = re.compile(f"\\s\\s+|[^\\S {_KEEPING}]")

# An em dash is a dash, but not a minus.
_SHAPES = {" ": _KEEPING, '"': "«»„“”‟″", "'": "‘’‚‛", "-": "‐‑‒–−－﹣⁻˗➖", "—": "―"}

# If a quote occurs in more places than this, one pattern for all is faster than a check of each. Making the pattern
# takes 10 ms, and 2 µs more for each character of the quote.
_MANY = 10_000
_LONG = 1_000


class Evened:
    """A source or a quote and its normalised forms, each made when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> str:
        """The normalised text; white space at its ends also becomes one blank."""
        return self._outline.replace("\n", " ").replace("—", "-")

    @cached_property
    def _outline(self) -> str:
        """As `plain`, but with two distinctions that the rule for words and numbers needs.

        White space that cannot be part of a number becomes a line feed, not a blank. An em dash remains an em dash.
        """
        return shaped(_PARTING.sub("\n", self._seen))

    @cached_property
    def _seen(self) -> str:
        """The text without zero-width characters; a character that looks like a blank is replaced by one."""
        return _ROOMLESS.sub("", _BLANKS.sub("\u2003", self.text))

    @cached_property
    def _rule(self) -> re.Pattern[str]:
        return rule_for(self._outline)

    def whole(self, quote: str) -> Iterator[int]:
        """The places in `plain` of `quote`, which is normalised too, with neither end inside a word or a number.

        They may overlap.
        """
        if quote not in self.plain:
            return
        if len(quote) <= _LONG and self.plain.count(quote) > _MANY:
            yield from self._matched(quote)
            return
        # `find` prepares a long string slowly before it starts to search, so search for the beginning only.
        beginning = quote[:_LONG]
        at = self.plain.find(beginning)
        while at >= 0:
            cut = self._rule.match(self._outline, at) or self._rule.match(self._outline, at + len(quote))
            if not cut and self.plain.startswith(quote, at):
                yield at
            at = self.plain.find(beginning, at + 1)

    def parts(self, at: int, places: Iterable[int]) -> list[bool]:
        """For each of `places`, counted from `at` in `plain`, whether it is inside a word or a number."""
        return [self._rule.match(self._outline, at + place) is not None for place in places]

    def _matched(self, quote: str) -> Iterator[int]:
        shapes = [re.escape(character) for character in quote]
        first, *rest = ({r"\ ": "[ \n]", r"\-": "[-—]"}.get(shape, shape) for shape in shapes)
        # The quote comes first in the pattern, so that the rule is tried only where the quote occurs.
        inside = self._rule.pattern
        whole = re.compile(f"{first}(?={''.join(rest)}(?!{inside}))(?<=(?!{inside}){first})")
        yield from (found.start() for found in whole.finditer(self._outline))

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of a passage of `plain`, widened to whole words."""
        passage = self.plain[start:end]
        start += len(passage) - len(passage.lstrip(" "))
        end -= len(passage) - len(passage.rstrip(" "))
        return self.passage(*widened(self._outline, start, end, self._rule))

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """The passage of the original text for one of `plain`."""
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
    """How to map offsets back to `text` after each match of `run` was shortened to `left` characters.

    From each of the first list's offsets on, ascending, the number in the second list is to be added.
    """
    offsets, shifts, shift = [0], [0], 0
    for found in run.finditer(text):
        # If `left` is 0 and `text` begins with a run, this is offset 0 again; the later entry counts.
        offsets.append(found.start() - shift + left)
        shift += found.end() - found.start() - left
        shifts.append(shift)
    return offsets, shifts


def _lengthened(shifts: tuple[list[int], list[int]], start: int, end: int) -> tuple[int, int]:
    offsets, by = shifts
    return start + by[bisect_right(offsets, start) - 1], end + by[bisect_right(offsets, end - 1) - 1]
