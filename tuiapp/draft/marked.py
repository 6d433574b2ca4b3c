"""An item or a quote made of words that a person has marked in a text, by the rules of a draft."""

from functools import cached_property
from typing import NamedTuple

from tuiapp.draft.deeds import Told, told
from tuiapp.draft.goods import goods
from tuiapp.draft.items import Offer, offer, quote
from tuiapp.draft.known import Known
from tuiapp.draft.letters import tidy
from tuiapp.draft.names import Names
from tuiapp.draft.passages import Passage, Reading
from tuiapp.draft.places import places
from tuiapp.draft.said import Part
from tuiapp.draft.sentences import Span, quotations, sentences, within
from tuiapp.evidence import Source, Status
from tuiapp.model import Article, Model, Quote, Speech, Stage

LEAST = Stage.INTEREST
"""The stage of words that tell none: the one that claims least."""
MARKS = 3
"""Characters of marks and blanks before a speech."""


class Made(NamedTuple):
    """What was made, with the names that the model lacks."""

    offer: Offer
    names: Names


class Marked:
    """One text in which words are marked. It is read by the rules when they are first needed: 1 s for 100 kB."""

    def __init__(self, text: str, model: Model) -> None:
        self.text = text
        self.model = model

    @cached_property
    def sentences(self) -> list[Span]:
        """Its sentences, in order; these need no rules."""
        return sentences(self.text, quotations(self.text))

    @cached_property
    def telling(self) -> list[Passage]:
        """The passages that say something by the rules, in order."""
        return self._reading.passages

    def status(self, span: Span) -> Status:
        """What the check would say of the marked words as a quote. `CUT`: of `100 %` a quote has both or neither."""
        return self._source.find(tidy(self.text[span.start : span.end])).status

    def item(self, span: Span, article: Article, ids: set[str]) -> Made:
        """A new item of `article` with one quote; its id is none of `ids`."""
        names = Names(self.model, self._known, self.text)
        return Made(offer(self._reading, [self._passage(span)], names, ids, self.model, article.published), names)

    def quote(self, span: Span) -> tuple[Quote, Names]:
        """One more quote, with its speaker as a new name if the model lacks that."""
        names = Names(self.model, self._known, self.text)
        return quote(self._passage(span), names), names

    @cached_property
    def _known(self) -> Known:
        return Known(self.model)

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self.text, self._known, [])

    @cached_property
    def _source(self) -> Source:
        return Source(self.text)

    def _passage(self, span: Span) -> Passage:
        reading = self._reading
        low = reading.low[span.start : span.end]
        firms = tuple(firm for firm in within(reading.firms, span))
        products = tuple(goods(low))
        part = self._part(span)
        return Passage(
            span,
            tidy(self.text[span.start : span.end]),
            told(low, bool(firms or products)) or Told(LEAST, "", 0, False),
            part.speech,
            part.speaker,
            firms,
            products,
            tuple(places(self.text, *span)),
            span.start,
        )

    def _part(self, span: Span) -> Part:
        """The voice in which the marked words begin: of the speech around them, else of their sentence."""
        around = next((each for each in self.sentences if span.start < each.end), span)
        speeches = [each for each in self._reading.voices.parts(around) if each.speech is Speech.DIRECT]
        begun = next((each for each in speeches if each.span.start - MARKS <= span.start < each.span.end), None)
        told = self._reading.voices.told(around)
        # `X: «…»` as a whole is the speech with its tag.
        tagged = next((each for each in speeches if each.span.start < span.end and span.start < each.span.end), None)
        return begun or (told if told.speaker or tagged is None else tagged)
