"""Whether a quote stands in its source, and where: the one place that decides a quote's status.

Nothing here guesses. A quote that is off by one letter is `differs`, never `verbatim`, and the passage that
it is shown against is the one with the fewest edits, not one that merely looks alike.
"""

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from tuiapp.evidence.diff import Change, compare
from tuiapp.evidence.nearest import alike
from tuiapp.evidence.words import whole_words

__all__ = ["MISSING", "NO_SOURCE", "Change", "Evidence", "Source", "Status"]


class Status(StrEnum):
    """How a quote stands to its source, from best to worst."""

    VERBATIM = "verbatim"
    """It stands there to the character."""
    NORMALISED = "normalised"
    """It does once white space and the shapes of quotation marks and dashes are evened out."""
    DIFFERS = "differs"
    """A passage is alike, and not the same."""
    MISSING = "missing"
    """No passage is alike."""
    NO_SOURCE = "no source"
    """There is nothing to check it against."""


class Evidence(Struct, frozen=True):
    """What was found of a quote in its source."""

    status: Status
    start: int | None = None
    """Half-open with `end`, in characters of the source; None where there is no place."""
    end: int | None = None
    occurrences: int = 0
    """In how many places, not overlapping, the quote stands; 0 unless it is verbatim or normalised."""
    diff: tuple[Change, ...] = ()
    """The quote against the passage at the place; empty unless it differs."""


MISSING = Evidence(status=Status.MISSING)
NO_SOURCE = Evidence(status=Status.NO_SOURCE)
"""For the quotes of an article without a source."""

_SHAPES = {'"': "«»„“”‟″", "'": "‘’‚‛", "-": "‐‑‒–—―−"}
# Most white space is a blank that stands alone, and even already.
_UNEVEN = re.compile(r"\s\s+|[^\S ]")


class Source:
    """The text of an article, to be asked for quotes; what that needs is prepared when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, exact: str) -> Evidence:
        """The status of the quote `exact` and its place, the first where there are several.

        The place of a normalised quote has no white space at its ends, that of one that differs no half of a
        word. In a large text the nearest passage may be overlooked, as `alike` has it, but never one that is
        the same. A quote of nothing but white space is missing.
        """
        quote = " ".join(_even(exact).split())
        if not quote:
            return MISSING
        if (start := self.text.find(exact)) >= 0:
            count = self.text.count(exact)
            return Evidence(status=Status.VERBATIM, start=start, end=start + len(exact), occurrences=count)
        if (start := self._evened.find(quote)) >= 0:
            start, end = self._place(start, start + len(quote))
            count = self._evened.count(quote)
            return Evidence(status=Status.NORMALISED, start=start, end=end, occurrences=count)
        if passage := alike(quote, self._evened):
            start, end = whole_words(self.text, *self._place(*passage))
            diff = compare(exact, self.text[start:end])
            return Evidence(status=Status.DIFFERS, start=start, end=end, diff=diff)
        return MISSING

    @cached_property
    def _evened(self) -> str:
        """The text evened out; white space at its ends is one blank as well."""
        return _UNEVEN.sub(" ", _even(self.text))

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """From which offsets of the evened text on, ascending, the text's own are larger, and by how much."""
        offsets, shifts, shift = [0], [0], 0
        for run in _UNEVEN.finditer(self.text):
            if (width := run.end() - run.start()) > 1:
                offsets.append(run.start() - shift + 1)
                shift += width - 1
                shifts.append(shift)
        return offsets, shifts

    def _place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text, without white space at its ends, of a place in the evened text."""
        passage = self._evened[start:end]
        start += len(passage) - len(passage.lstrip())
        end -= len(passage) - len(passage.rstrip())
        offsets, shifts = self._shifts
        before, last = bisect_right(offsets, start) - 1, bisect_right(offsets, end - 1) - 1
        return start + shifts[before], end + shifts[last]


def _even(text: str) -> str:
    """`text` with one shape for each kind of quotation mark and dash; every character keeps its place."""
    for plain, shapes in _SHAPES.items():
        for shape in shapes:
            text = text.replace(shape, plain)
    return text
