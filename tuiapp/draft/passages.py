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
_OPENS = {"«": "»", "“": "”", "„": "“”"}
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
        """Without the marks around a speech, and the comma before a dash."""
        if opening := OPENING.match(self.text, *span) or CRAWLED.match(self.text, *span):
            span = Span(opening.end(), span.end)
        said = self.text[span.start : span.end]
        if speech is not Speech.DIRECT:
            alone = said[:1] in _OPENS and not any(mark in said for mark in _OPENS[said[:1]])
            if alone or (said[:1] == '"' and said.count('"') % 2):
                span, said = Span(span.start + 1, span.end), said[1:]
            return Span(
                span.start + len(said) - len(said.lstrip()), span.start + len(said.rstrip().rstrip(",;:").rstrip())
            )
        return Span(
            span.start + len(said) - len(said.lstrip(_TRIMMED)), max(span.start, span.start + len(self._end(said)))
        )

    def _end(self, said: str) -> str:
        bare = said.rstrip(_TRIMMED)
        # `наших опрыскивателей "Туманы`: the mark behind belongs to the name before it.
        closing = said[len(bare) : len(bare) + 1]
        pairs = {"»": "«", "”": "“", '"': '"'}
        if closing in pairs and (
            bare.count(pairs[closing]) % 2 if closing == '"' else bare.count("«") > bare.count("»")
        ):
            return bare + closing
        return bare
