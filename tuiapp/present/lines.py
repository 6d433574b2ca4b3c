"""Text with roles, broken into lines: every room (pane of the screen) is drawn from it.

A role says why a stretch of text looks different; the screen has a style for each. Where the difference matters, the
style differs from plain text even without colour.
"""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from tuiapp.printable import cells, fitting, visible

Role = Literal[
    "plain", "title", "dim", "match", "quote", "good", "warn", "bad", "added", "removed", "mark", "key", "picked"
]
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

    def lines(self, width: int) -> Iterator[Line]:
        """The paragraph in lines of at most `width` cells, the margin included."""
        text = drawable(self.text)
        available = max(width - sum(cells(run) for run, _ in self.margin), 1)
        for start, end in wrap(text, available):
            yield self.margin + runs(text, start, end, self.role, self.spans)


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
        size = cells(word)
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
