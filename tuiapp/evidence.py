"""Whether a quote stands in its source, and where: the one place that decides a quote's status.

Nothing here guesses. A quote that differs from the article by one letter is `differs`, never `verbatim`, and
the passage it is shown against is the one with the fewest edits, not one that merely looks alike.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Literal

from msgspec import Struct


class Status(StrEnum):
    """How a quote stands to its source; from the best to the worst."""

    VERBATIM = "verbatim"
    """To the character."""
    NORMALISED = "normalised"
    """The same once white space and the shapes of quotation marks and dashes are evened out."""
    DIFFERS = "differs"
    """The nearest passage is alike, and not the same."""
    MISSING = "missing"
    """No passage is alike."""
    NO_SOURCE = "no source"
    """Nothing to check against."""


ChangeKind = Literal["same", "quote", "source"]


class Change(Struct, frozen=True):
    """A stretch of a diff between a quote and its passage."""

    kind: ChangeKind
    """Who has the words: both, only the quote, or only the source."""
    text: str


class Evidence(Struct, frozen=True, kw_only=True):
    """What was found of a quote in its source."""

    status: Status
    start: int | None = None
    end: int | None = None
    """The place, half-open, in characters of the source; both None where there is no place."""
    occurrences: int = 0
    """In how many places, not overlapping, the quote stands as its status says; 0 for the other statuses."""
    diff: tuple[Change, ...] = ()
    """Quote against passage, for `differs` alone. "same" and "quote" joined are the quote to the character,
    "same" and "source" joined are the passage."""


NO_SOURCE = Evidence(status=Status.NO_SOURCE)
"""For the quotes of an article without a source."""

MISSING = Evidence(status=Status.MISSING)

Span = tuple[int, int]

_STRETCH: tuple[ChangeKind, ...] = ("quote", "source", "same")

_SHAPES = {'"': "«»„“”‟″", "'": "‘’‚‛", "-": "‐‑‒–—―−"}
# A blank that stands alone is even already; most of a text is left untouched by this.
_UNEVEN = re.compile(r"\s\s+|[^\S ]")

# Python's \w leaves out the accents, and Russian marks its stress with one.
_LETTER = r"[\w\u0300-\u036f]"
# A run longer than any word is an address or a script without blanks: it is not snapped to, and its diff goes
# by characters.
_LONGEST_WORD = 32
_WORD = re.compile(rf"(?<!{_LETTER}){_LETTER}{{1,{_LONGEST_WORD}}}(?!{_LETTER})")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s+|.", re.DOTALL)

_ALIKE = 0.4


class Source:
    """The text of an article, ready to be asked for quotes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, exact: str) -> Evidence:
        """The status of the quote `exact` and its place in the text, the first where there are several.

        A quote of nothing but white space is missing.
        """
        quote = " ".join(_evened(exact).split())
        if not quote:
            return MISSING
        if (start := self.text.find(exact)) >= 0:
            count = self.text.count(exact)
            return Evidence(status=Status.VERBATIM, start=start, end=start + len(exact), occurrences=count)
        if (start := self._even.find(quote)) >= 0:
            start, end = self._place(start, start + len(quote))
            count = self._even.count(quote)
            return Evidence(status=Status.NORMALISED, start=start, end=end, occurrences=count)
        return self._differing(exact, quote)

    def _differing(self, exact: str, quote: str) -> Evidence:
        edits, start, end = nearest(quote, self._even)
        if edits > _ALIKE * len(quote):
            return MISSING
        passage = self._even[start:end]
        start += len(passage) - len(passage.lstrip())
        end -= len(passage) - len(passage.rstrip())
        start, end = _whole_words(self.text, *self._place(start, end))
        return Evidence(
            status=Status.DIFFERS, start=start, end=end, diff=compare(exact, self.text[start:end])
        )

    @cached_property
    def _even(self) -> str:
        """The text evened out; each run of white space has become one blank, at the ends too."""
        return _UNEVEN.sub(" ", _evened(self.text))

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """From which offsets of the evened text on (ascending) the text's own are larger, and by how much."""
        offsets, shifts, shift = [0], [0], 0
        for run in _UNEVEN.finditer(self.text):
            if (width := run.end() - run.start()) > 1:
                offsets.append(run.start() - shift + 1)
                shift += width - 1
                shifts.append(shift)
        return offsets, shifts

    def _place(self, start: int, end: int) -> Span:
        """The place in the text of a place in the evened text that begins and ends with a letter."""
        offsets, shifts = self._shifts
        return (
            start + shifts[bisect_right(offsets, start) - 1],
            end + shifts[bisect_right(offsets, end - 1) - 1],
        )


def _evened(text: str) -> str:
    """`text` with one shape for each kind of quotation mark and dash; offsets stay as they are."""
    for plain, shapes in _SHAPES.items():
        for shape in shapes:
            text = text.replace(shape, plain)
    return text


def nearest(quote: str, text: str) -> tuple[int, int, int]:
    """Edits, start and end of the passage of `text` with the fewest edits to `quote`, which is not empty.

    An edit inserts, deletes or replaces one character. Of several passages with the fewest edits it is the
    one that starts first, and of those that start there the longest. Exact: this is the approximate substring
    matching of Sellers, "The theory and computation of evolutionary distances", J. Algorithms 1 (1980).
    """
    edits, start = len(quote), len(text)
    backwards = last_row(quote[::-1], reversed(text), anywhere=True)
    for offset, distance in zip(range(len(text) - 1, -1, -1), backwards, strict=True):
        if distance <= edits:
            edits, start = distance, offset
    end = start
    reach = text[start : start + len(quote) + edits]
    for offset, distance in enumerate(last_row(quote, reach, anywhere=False), start + 1):
        if distance == edits:
            end = offset
    return edits, start, end


def last_row(quote: str, text: Iterable[str], *, anywhere: bool) -> Iterator[int]:
    """For each end of a passage of `text` the fewest edits between it and `quote`.

    The passage starts `anywhere`, or at the start of `text`. A column of the table of edits is kept as the
    bits of two integers, by Myers, "A fast bit-vector algorithm for approximate string matching based on
    dynamic programming", J. ACM 46 (1999), in the wording of Hyyrö (2003): about 1 µs a character of `text`
    and 1 µs more for each 1,000 characters of `quote`.
    """
    full = (1 << len(quote)) - 1
    top = 1 << (len(quote) - 1)
    places: dict[str, int] = {}
    for offset, character in enumerate(quote):
        places[character] = places.get(character, 0) | 1 << offset
    more, fewer, edits = full, 0, len(quote)
    first = 0 if anywhere else 1
    for character in text:
        equal = places.get(character, 0)
        vertical = equal | fewer
        horizontal = (((equal & more) + more) ^ more) | equal
        up = fewer | (full & ~(horizontal | more))
        down = more & horizontal
        if up >= top:
            edits += 1
        elif down >= top:
            edits -= 1
        up = up << 1 | first
        more = (down << 1 | ~(vertical | up)) & full
        fewer = up & vertical & full
        yield edits


def _whole_words(text: str, start: int, end: int) -> Span:
    """The place widened to whole words."""
    return _word_around(text, start)[0], _word_around(text, end)[1]


def _word_around(text: str, offset: int) -> Span:
    """The place of the word that `offset` is inside of; the offset itself between words."""
    # One character more on either side, so that the ends of a word of full length are seen.
    for word in _WORD.finditer(text, max(0, offset - _LONGEST_WORD - 1), offset + _LONGEST_WORD + 1):
        if word.start() < offset < word.end():
            return word.span()
    return offset, offset


def compare(quote: str, passage: str) -> tuple[Change, ...]:
    """What `quote` and `passage` share and what only one of them has, by whole words, in reading order.

    The fewest words and stretches between words are changed (Levenshtein). Changes with no word between them
    are told as one, the quote's side first.
    """
    from rapidfuzz.distance import Levenshtein

    ids: dict[str, int] = {}
    ours, theirs = _TOKEN.findall(quote), _TOKEN.findall(passage)
    numbers = [[ids.setdefault(token, len(ids)) for token in tokens] for tokens in (ours, theirs)]
    # What only the quote has, what only the passage has, and what both have after that.
    stretches = [["", "", ""]]
    for block in Levenshtein.opcodes(*numbers):
        mine = "".join(ours[block.src_start : block.src_end])
        other = "".join(theirs[block.dest_start : block.dest_end])
        last = stretches[-1]
        if block.tag == "equal":
            last[2] = mine
        elif last[2] and (_WORD.search(last[2]) or not (last[0] or last[1])):
            stretches.append([mine, other, ""])
        else:
            stretches[-1] = [last[0] + last[2] + mine, last[1] + last[2] + other, ""]
    told = (pair for stretch in stretches for pair in zip(_STRETCH, stretch, strict=True))
    return tuple(Change(kind, text) for kind, text in told if text)
