"""Words of an article that a person marks to quote them: an immutable value; each step returns another one."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.draft import Marked, Span

_WORD = re.compile(r"\S+")
_EDGE = " \t\r\n,;:—–-|•*"
"""What no quote begins or ends with."""
_HALVES = ("«»", "“”„", "()")
"""A mark at an end whose other half is not among the words is left off."""


class Ground:
    """The text of an article, cut into sentences and words."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.text = marked.text
        self.sentences = marked.sentences

    @cached_property
    def words(self) -> list[Span]:
        """What stands between two blanks."""
        return [Span(*word.span()) for word in _WORD.finditer(self.text)]

    def begun(self, at: int) -> "Excerpt | None":
        """The first sentence that ends behind the character at `at`, or else the last; None if there is none."""
        if not self.sentences:
            return None
        number = bisect_right(self.sentences, at, key=lambda each: each.end)
        return Excerpt(self, self.sentences[min(number, len(self.sentences) - 1)])

    def next_of(self, spans: list[Span], at: int) -> "Excerpt | None":
        """The first of `spans` that begins behind `at`, or else the first of all; None if there is none."""
        if not spans:
            return None
        return Excerpt(self, spans[bisect_right(spans, at, key=lambda each: each.start) % len(spans)])


class Excerpt(Struct, frozen=True, eq=False):
    """One stretch of the text, of whole words."""

    ground: Ground
    span: Span
    backwards: bool = False
    """Whether the steps move its beginning; otherwise they move its end."""

    @property
    def place(self) -> Span:
        """The stretch without the commas and dashes at its ends."""
        start, end = self.span
        while start < end and _is_edge(self.ground.text[start:end]):
            start += 1
        while start < end and _is_edge(self.ground.text[start:end][::-1]):
            end -= 1
        return Span(start, end)

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.ground.text[self.span.start : self.span.end].split())

    def sentence(self, step: int) -> "Excerpt":
        """The sentence `step` after the one in which it begins; at the ends of the text the first or the last."""
        sentences = self.ground.sentences
        here = bisect_right(sentences, self.span.start, key=lambda each: each.start) - 1
        return Excerpt(self.ground, sentences[max(0, min(here + step, len(sentences) - 1))])

    def word(self, step: int) -> "Excerpt":
        """With its moving end `step` words further; it keeps a word at least."""
        return self._moved(self.ground.words, step)

    def more(self, step: int) -> "Excerpt":
        """With its moving end at the end of the sentence `step` further, or if it begins there, its beginning."""
        return self._moved(self.ground.sentences, step)

    def turned(self) -> "Excerpt":
        """With the other end moving."""
        return replace(self, backwards=not self.backwards)

    def _moved(self, units: list[Span], step: int) -> "Excerpt":
        start, end = self.span
        if self.backwards:
            starts = [each.start for each in units]
            at = bisect_left(starts, start) if step > 0 else bisect_right(starts, start) - 1
            at += step if step < 0 or (at < len(starts) and starts[at] == start) else step - 1
            return self if not 0 <= at < len(starts) or starts[at] >= end else replace(self, span=Span(starts[at], end))
        ends = [each.end for each in units]
        at = bisect_left(ends, end)
        exact = at < len(ends) and ends[at] == end
        at += step - (0 if exact or step < 0 else 1)
        return self if not 0 <= at < len(ends) or ends[at] <= start else replace(self, span=Span(start, ends[at]))


def _is_edge(said: str) -> bool:
    """Whether what begins a text, or ends one that is written backwards, is left off: a comma, half of a pair."""
    sign = said[0]
    if sign in _EDGE:
        return True
    if sign == '"':
        return said.count(sign) % 2 == 1
    return any(
        said.count(sign) > sum(said.count(other) for other in set(others) - {sign})
        for others in _HALVES
        if sign in others
    )
