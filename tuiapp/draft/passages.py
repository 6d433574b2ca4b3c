"""The passages of a text that say something, with all that the rules find in them."""

import re
from typing import NamedTuple

from tuiapp.draft.deeds import Told, told
from tuiapp.draft.enterprises import Mention, mentions
from tuiapp.draft.goods import Good, goods
from tuiapp.draft.head import CRAWLED, OPENING, Head, head
from tuiapp.draft.known import Known
from tuiapp.draft.letters import lowered, tidy
from tuiapp.draft.people import people
from tuiapp.draft.places import There, places
from tuiapp.draft.said import Part, Voices
from tuiapp.draft.sentences import Span, paragraphs, quotations, sentences, within
from tuiapp.draft.speakers import Speaker
from tuiapp.model import Speech

LEAST_WORDS = 4
"""Words of a passage; with fewer it is a heading or a remnant. Of a speech three will do."""
LONGEST_RUBRIC = 60
"""Characters that stand beside a title that the page repeats."""
_MARKS = '«»“”„"'
_LAST = re.compile(r"[«»“”„\"][.,;:!?…]*$")
_TRIMMED = ' \t\r\n,;:—–-«»“”„"'
_CAPITALS = re.compile(
    r"(?:(?:[A-Z\d«“‘\"$€&–—-]\S*|(?:a|an|and|the|in|on|at|of|to|for|by|with|from|as|or)(?!\w))(?:\s+|$))+"
)
_ENDS = re.compile(r"[.!?…»”\"')\]]$")


class Passage(NamedTuple):
    """Words of the text that say something."""

    span: Span
    exact: str
    """As a quote gives them: on one line, without characters that nobody sees."""
    told: Told
    speech: Speech
    speaker: Speaker | None
    firms: tuple[Mention, ...]
    goods: tuple[Good, ...]
    places: tuple[There, ...]
    paragraph: int
    """Where its paragraph begins."""


class Reading:
    """A text, read by the rules."""

    def __init__(self, text: str, known: Known, publishers: list[str]) -> None:
        self.text = text
        self.low = lowered(text)
        lines = list(paragraphs(text))
        self.head: Head = head(text, lines, publishers)
        marked = quotations(text)
        self.firms = mentions(text, known)
        # Where every word of a title has a capital, none tells a person.
        heading = self.head.heading if self.head.title and _CAPITALS.fullmatch(self.head.title) else None
        self.people = [each for each in people(text, self.firms) if not (heading and heading.has(each.span))]
        self.voices = Voices(text, marked, self.people, self.firms)
        self.sentences = sentences(text, marked)
        self._lines = lines
        self.passages = self._passages()

    def _passages(self) -> list[Passage]:
        found: list[Passage] = []
        firm, line = 0, 0
        for sentence in self.sentences:
            if not self._whole(sentence) or self._heads(sentence):
                continue
            while firm < len(self.firms) and self.firms[firm].span.end <= sentence.start:
                firm += 1
            while line + 1 < len(self._lines) and self._lines[line + 1].start <= sentence.start:
                line += 1
            here = []
            for each in self.firms[firm:]:
                if each.span.start >= sentence.end:
                    break
                here.append(each)
            found += self._of(sentence, here, self._lines[line].start if self._lines else 0)
        return found

    def _heads(self, sentence: Span) -> bool:
        """Whether it is the title, or the title once more, with a rubric or a date beside it and no full stop."""
        if self.head.heading is None or self.head.title is None:
            return False
        said = tidy(self.text[sentence.start : sentence.end])
        again = self.head.title in said and len(said) <= len(self.head.title) + LONGEST_RUBRIC
        return self.head.heading.has(sentence) or (again and not said.endswith((".", "!", "?")))

    def _whole(self, sentence: Span) -> bool:
        """Whether it is a sentence and no heading: it ends as one, or is as long as one, and announces no speaker."""
        said = self.text[sentence.start : sentence.end].rstrip()
        if said.endswith(":") and any(one.span.start == sentence.start for one in within(self.people, sentence)):
            return False
        return len(said.split()) >= LEAST_WORDS and (bool(_ENDS.search(said)) or len(said) >= 60 or said.endswith(","))

    def _of(self, sentence: Span, firms: list[Mention], paragraph: int) -> list[Passage]:
        parts = self.voices.parts(sentence)
        direct = [part for part in parts if part.speech is Speech.DIRECT]
        found = [each for part in direct if (each := self._passage(part, firms, paragraph))]
        # What stands behind a speech is who said it.
        if found or any(part.span.start - sentence.start < 3 for part in direct):
            return found
        whole = self.voices.told(sentence) if direct else parts[0]
        passage = self._passage(whole, firms, paragraph)
        return [passage] if passage else []

    def _passage(self, part: Part, firms: list[Mention], paragraph: int) -> Passage | None:
        span = self._trimmed(part.span, part.speech)
        if len(self.text[span.start : span.end].split()) < LEAST_WORDS - (part.speech is Speech.DIRECT):
            return None
        low = self.low[span.start : span.end]
        here = tuple(firm for firm in firms if span.has(firm.span))
        products = tuple(goods(low))
        what = told(low, bool(here or products))
        if what is None:
            return None
        exact = tidy(self.text[span.start : span.end])
        there = tuple(places(self.text, *span))
        return Passage(span, exact, what, part.speech, part.speaker, here, products, there, paragraph)

    def _trimmed(self, span: Span, speech: Speech) -> Span:
        """Without the marks around a speech, the comma before a dash, and half of a pair of marks at either end."""
        if opening := OPENING.match(self.text, *span) or CRAWLED.match(self.text, *span):
            span = Span(opening.end(), span.end)
        said = self.text[span.start : span.end]
        if speech is Speech.DIRECT:
            start, end = span.start + len(said) - len(said.lstrip(_TRIMMED)), span.start + len(said.rstrip(_TRIMMED))
        else:
            start, end = span.start + len(said) - len(said.lstrip()), span.start + len(said.rstrip().rstrip(",;:"))
        if start >= end:
            return Span(span.start, span.start)
        # `our sprayers "Fogs`: the mark behind belongs to the name before it.
        if end in _paired(self.text, start, end + 1):
            end += 1
        if start > span.start and start - 1 in _paired(self.text, start - 1, end):
            start -= 1
        paired = _paired(self.text, start, end)
        if self.text[start] in _MARKS and start not in paired:
            start += 1
        last = _LAST.search(self.text, start, end)
        end = last.start() if last and last.start() not in paired else end
        return Span(start, max(start, end))


def _paired(text: str, start: int, end: int) -> set[int]:
    """Where the quotation marks stand that have their other half between `start` and `end`."""
    pairs = (each for each in quotations(text[start:end]) if each.closed)
    return {start + at for each in pairs for at in (each.start - 1, each.end)}
