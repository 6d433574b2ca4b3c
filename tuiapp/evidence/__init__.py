"""Whether a quote stands in its source, and where: the one place that decides a quote's status.

Nothing here guesses. A quote that is off by one letter is `differs`, never `verbatim`, and the passage that
it is shown against is the one with the fewest edits, not one that merely looks alike.
"""

import re
from enum import StrEnum

from msgspec import Struct

from tuiapp.evidence.diff import Change, compare
from tuiapp.evidence.evening import Evened
from tuiapp.evidence.nearest import alike

__all__ = ["MISSING", "NO_SOURCE", "Change", "Evidence", "Source", "Status"]


class Status(StrEnum):
    """How a quote stands to its source, from best to worst."""

    VERBATIM = "verbatim"
    """It stands there to the character."""
    NORMALISED = "normalised"
    """It does once white space, what nobody sees, and the shapes of quotation marks and dashes are evened out."""
    CUT = "cut"
    """It does the one or the other, but begins or ends inside of a word, a number, or a letter with its marks."""
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
    diff: tuple[Change, ...] = ()
    """The quote against the passage at the place; empty unless it is cut or differs."""


MISSING = Evidence(status=Status.MISSING)
NO_SOURCE = Evidence(status=Status.NO_SOURCE)
"""For the quotes of an article without a source."""

_SAYING = re.compile(r"[^\W_]")


class Source:
    """The text of an article, to be asked for quotes; what that needs is prepared when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._evened = Evened(text)

    def find(self, exact: str) -> Evidence:
        """The status of the quote `exact` and its place, the first of those with that status.

        A place where the quote is not cut counts before one where it is. The place of a normalised quote has no
        white space at its ends, that of one that is cut or differs no half of a word. In a large text the
        nearest passage may be overlooked, as `alike` has it, but never one that is the same. A quote without a
        letter or a digit is missing.
        """
        asked, source = Evened(exact), self._evened
        quote = asked.plain.strip(" ")
        if not _SAYING.search(quote):
            return MISSING
        if starts := list(source.whole(quote)):
            if (start := self._verbatim(asked, starts)) is not None:
                return Evidence(status=Status.VERBATIM, start=start, end=start + len(exact))
            if (at := self._alike(asked, quote, starts)) is None:
                return self._against(exact, Status.DIFFERS, starts[0], starts[0] + len(quote))
            start, end = source.place(at, at + len(quote))
            return Evidence(status=Status.NORMALISED, start=start, end=end)
        if (at := source.plain.find(quote)) >= 0:
            return self._against(exact, Status.CUT, at, at + len(quote))
        if passage := alike(quote, source.plain):
            return self._against(exact, Status.DIFFERS, *passage)
        return MISSING

    def _verbatim(self, asked: Evened, starts: list[int]) -> int | None:
        """The first of the places in the evened text where the quote stands to the character, in the text."""
        exact = asked.text
        if exact not in self.text:
            return None
        first = len(asked.plain) - len(asked.plain.lstrip(" "))
        lead = asked.place(first, first + 1)[0]
        found = (self._evened.place(start, start + 1)[0] - lead for start in starts)
        return next((start for start in found if start >= 0 and self.text.startswith(exact, start)), None)

    def _alike(self, asked: Evened, quote: str, starts: list[int]) -> int | None:
        """The first of the places where the same numbers are read: `12` over `500` is no `12 500`, a dash no minus.

        A quote may be broken where the source is not: a line of it ends wherever its author's editor broke it.
        """
        if not any(map(str.isdigit, quote)):
            return starts[0]
        first = asked.plain.index(quote)
        dashes, blanks = _edges(quote, "-"), _edges(quote, " ")
        signs = asked.parts(first, dashes)
        kept = [place for place, joined in zip(blanks, asked.parts(first, blanks), strict=True) if joined]
        parts = self._evened.parts
        return next((at for at in starts if all(parts(at, kept)) and parts(at, dashes) == signs), None)

    def _against(self, exact: str, status: Status, start: int, end: int) -> Evidence:
        """The quote against the whole words of a passage of the evened text."""
        start, end = self._evened.widened(start, end)
        return Evidence(status=status, start=start, end=end, diff=compare(exact, self.text[start:end]))


def _edges(text: str, sign: str) -> list[int]:
    """The places before and behind every `sign`, but for the ends of the text."""
    places = {place for at, each in enumerate(text) if each == sign for place in (at, at + 1)}
    return sorted(places - {0, len(text)})
