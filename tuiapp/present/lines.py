"""Text with roles, broken into lines: every room (pane of the screen) is drawn from it.

A role says why a stretch of text looks different; the screen has a style for each. Where the difference matters, the
style differs from plain text even without colour.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Literal, TypeAlias

from msgspec import Struct

from tuiapp.printable import cells, fitting, visible
from tuiapp.signs import sign

Role = Literal[
    "plain", "title", "dim", "match", "quote", "good", "warn", "bad", "added", "removed", "mark", "hit",
    "faint mark", "good mark", "bad mark", "key", "picked",
]  # fmt: skip
Run: TypeAlias = tuple[str, Role]
Line: TypeAlias = tuple[Run, ...]
"""Runs from left to right; no run contains a line break."""

_WORD = re.compile(r"\n|[^\S\n]+|\S+")


class Paragraph(Struct, frozen=True):
    """Text of one role, with spans of other roles, to be broken at a width."""

    text: str
    role: Role = "plain"
    spans: tuple[tuple[int, int, Role], ...] = ()
    """(start, end, role) in characters of `text`, ascending, not overlapping."""
    margin: Line = ()
    """Stands before every line."""
    hanging: bool = False
    """Whether the margin stands before the first line only, and blanks before the others."""

    def lines(self, width: int) -> Iterator[Line]:
        """The paragraph in lines of at most `width` cells, the margin included."""
        text = drawable(self.text)
        indent = sum(cells(run) for run, _ in self.margin)
        available = max(width - indent, 1)
        for start, end in _balanced(text, available):
            margin: Line = ((" " * indent, "plain"),) if self.hanging and start else self.margin
            yield margin + runs(text, start, end, self.role, self.spans)


class Series(Struct, frozen=True):
    """Short texts one after the other; where they need several lines, a line ends with one of them, not inside it."""

    parts: tuple[Line, ...]
    """Empty ones are left out."""

    def lines(self, width: int) -> Iterator[Line]:
        """The parts in lines of at most `width` cells; one that is longer than a line is broken like a paragraph."""
        between = sign("between")
        line: Line = ()
        for part in self.parts:
            if not any(text for text, _ in part):
                continue
            role: Role = "dim" if part[0][1] == "dim" else "plain"
            longer = (*line, (between, role), *part) if line else part
            if line and size(longer) > width:
                yield line
                longer = part
            if size(longer) > width:
                *full, longer = whole(part).lines(width)
                yield from full
            line = longer
        if line:
            yield line


def size(line: Line) -> int:
    """The cells that a line takes."""
    return sum(cells(text) for text, _ in line)


def whole(line: Iterable[Run]) -> Paragraph:
    """A line as a paragraph, to be broken anew."""
    text = ""
    spans: list[tuple[int, int, Role]] = []
    for run, role in line:
        spans.append((len(text), len(text) + len(run), role))
        text += run
    return Paragraph(text, spans=tuple(spans))


def drawable(text: str) -> str:
    """`text` with control characters visible and the same number of characters, so that offsets stay valid."""
    return visible(text.replace("\t", " "), keep="\n")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of `text` as (start, end) offsets, each at most `width` cells, broken at blanks.

    The blank at a break belongs to neither line; a word longer than a line is cut. Empty text is one empty line.
    """
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for token in _WORD.finditer(text):
        word = token[0]
        if word == "\n":
            lines.append((start, end))
            start = end = token.end()
            used = 0
            continue
        # Marks take no cell, and a word of them alone may have 16 MB: as in `_cut`, a line has four characters a cell.
        size = cells(word) if len(word) <= 4 * width else width + 1
        if used + size <= width:
            used += size
            end = token.end()
        elif word.isspace():
            # Start a new line with the next token, even if that takes no cell.
            used = width + 1
        else:
            if end > start:
                lines.append((start, _trimmed(text, start, end)))
            start, used = _cut(lines, text, token.start(), token.end(), width)
            end = token.end()
    lines.append((start, end))
    return lines


BALANCED = 600
"""Characters of the longest paragraph whose last word is kept from standing alone: it is broken several times."""


def _balanced(text: str, width: int) -> list[tuple[int, int]]:
    """As `wrap`, but if the last line has one word only, in as many lines of less width, so that it has two."""
    places = wrap(text, width)
    if len(text) > BALANCED or not _lonely(text, places):
        return places
    # A third less is enough: the word that comes down to the last one is seldom longer.
    narrower = (wrap(text, less) for less in range(width - 1, width * 2 // 3, -1))
    as_high = takewhile(lambda lines: len(lines) == len(places), narrower)
    return next((lines for lines in as_high if not _lonely(text, lines)), places)


def _lonely(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the last line is a single word that was parted from the line before by a blank."""
    if len(lines) < 2:
        return False
    (_, before), (start, end) = lines[-2:]
    return before < start and "\n" not in text[before:start] and not any(map(str.isspace, text[start:end]))


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _cut(lines: list[tuple[int, int]], text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Break a word into full lines; returns the offset and the width in cells of the rest."""
    # Measure only the next 4 * `width` characters: a word may have 16 MB. A line may hold more characters than cells,
    # because combining marks take no cell.
    while (cut := start + max(fitting(text[start : min(end, start + 4 * width)], width), 1)) < end:
        lines.append((start, cut))
        start = cut
    return start, cells(text[start:end])


def runs(text: str, start: int, end: int, role: Role, spans: tuple[tuple[int, int, Role], ...]) -> Line:
    """The characters from `start` to `end` as runs of `role`, those inside a span as runs of its role."""
    line: list[Run] = []
    for first, last, other in spans:
        first, last = max(first, start), min(last, end)
        if first < last:
            if start < first:
                line.append((text[start:first], role))
            line.append((text[first:last], other))
            start = last
    if start < end:
        line.append((text[start:end], role))
    return tuple(line)
