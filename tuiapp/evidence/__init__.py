"""Whether a quote is in its source, and where. Only this package decides a quote's status.

It does not guess: a quote with one wrong letter is `differs`, never `verbatim`. It is compared with the
passage at the smallest edit distance, not with one that merely looks similar.
"""

import re
from enum import StrEnum

from msgspec import Struct

from tuiapp.evidence.diff import Change, compare
from tuiapp.evidence.evening import Evened
from tuiapp.evidence.nearest import alike

__all__ = ["MISSING", "NO_SOURCE", "WRONG", "Change", "Evidence", "Source", "Status"]


class Status(StrEnum):
    """How well a quote agrees with its source, from best to worst."""

    VERBATIM = "verbatim"
    """The source has it, character for character."""
    NORMALISED = "normalised"
    """The source has it, apart from white space, invisible characters, and shapes of quotation marks and dashes."""
    CUT = "cut"
    """As one of the above, but it begins or ends inside a word, a number, or a letter with its combining marks."""
    DIFFERS = "differs"
    """The source has a similar passage, but not the same one."""
    MISSING = "missing"
    """The source has no similar passage."""
    NO_SOURCE = "no source"
    """There is nothing to check it against."""


BADNESS = (
    Status.VERBATIM,
    Status.NORMALISED,
    Status.NO_SOURCE,
    Status.CUT,
    Status.DIFFERS,
    Status.MISSING,
)
"""All statuses, the worst last."""
WRONG = (Status.CUT, Status.DIFFERS, Status.MISSING)
"""A quote without a source cannot be called wrong, and a normalised one says the same as its source."""


class Evidence(Struct, frozen=True):
    """The result of checking a quote against its source."""

    status: Status
    start: int | None = None
    """With `end` the passage, half-open, in characters of the source; None if there is no passage."""
    end: int | None = None
    diff: tuple[Change, ...] = ()
    """The differences between the quote and the passage; empty unless the status is `cut` or `differs`."""


MISSING = Evidence(status=Status.MISSING)
NO_SOURCE = Evidence(status=Status.NO_SOURCE)
"""For the quotes of an article without a source."""

_SAYING = re.compile(r"[^\W_]")


class Source:
    """The text of an article, searched for quotes; what the search needs is made when it is first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._evened = Evened(text)

    def find(self, exact: str) -> Evidence:
        """The status of the quote `exact`, and the first passage with that status.

        A passage where the quote is not cut is preferred to one where it is. The passage of a normalised quote has
        no white space at its ends; that of a quote that is cut or differs is widened to whole words. In a large
        text the nearest passage may be overlooked (see `alike`), but never an identical one. A quote without a
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
            start, end = source.passage(at, at + len(quote))
            return Evidence(status=Status.NORMALISED, start=start, end=end)
        if (at := source.plain.find(quote)) >= 0:
            return self._against(exact, Status.CUT, at, at + len(quote))
        if passage := alike(quote, source.plain):
            return self._against(exact, Status.DIFFERS, *passage)
        return MISSING

    def _verbatim(self, asked: Evened, starts: list[int]) -> int | None:
        """The first place in the original text that has the quote character for character.

        `starts` are the places to try, in the normalised text.
        """
        exact = asked.text
        if exact not in self.text:
            return None
        first = len(asked.plain) - len(asked.plain.lstrip(" "))
        lead = asked.passage(first, first + 1)[0]
        found = (self._evened.passage(start, start + 1)[0] - lead for start in starts)
        return next((start for start in found if start >= 0 and self.text.startswith(exact, start)), None)

    def _alike(self, asked: Evened, quote: str, starts: list[int]) -> int | None:
        """The first of `starts` where the source has the quote's numbers; None if it has them nowhere.

        A quote `12 500` differs from a source with `12` at the end of a line and `500` on the next, and a minus differs
        from a dash. A line break that only the quote has makes no difference: the editor in which the YAML file is
        written may break lines anywhere.
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
        """The quote compared with a passage of the normalised text, widened to whole words."""
        start, end = self._evened.widened(start, end)
        return Evidence(status=status, start=start, end=end, diff=compare(exact, self.text[start:end]))


def _edges(text: str, sign: str) -> list[int]:
    """The places before and after every `sign`, except the ends of the text."""
    places = {place for at, each in enumerate(text) if each == sign for place in (at, at + 1)}
    return sorted(places - {0, len(text)})
