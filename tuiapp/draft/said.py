"""Whose words each part of a text is: told by quotation marks and by verbs of saying."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tuiapp.draft.enterprises import Mention
from tuiapp.draft.people import Person
from tuiapp.draft.saying import AGENCY, BEFORE, BY_PAPER, PRESS, ROLE, VERB
from tuiapp.draft.sentences import LONGEST_SPEECH, Quotation, Span, is_name, paragraphs, within
from tuiapp.draft.speakers import Speaker, Speakers
from tuiapp.model import Speech

NEAR = 400
"""Characters before a speech in which its speaker is named."""
SHORTEST = 4
"""Words of a speech; fewer in quotation marks are a name or a turn of phrase."""
_INSERTED = re.compile(r"[,.!?…]\s*[—–-]\s+(?=\S)")
_PHRASE_ENDS = re.compile(r",(?! (?:торгов|эконом|технол|энерг|инвест|продовол))|[;:—–]")
_NEXT = re.compile(r"\s*[,.]?\s*[—–-]?\s*")
_DASHED = re.compile(r"[—–-]\s+(?=[А-ЯЁA-Z«\"])")


class Part(NamedTuple):
    """A part of the text in one voice."""

    span: Span
    speech: Speech
    speaker: Speaker | None


class Voices:
    """The voices of one text."""

    def __init__(self, text: str, marked: list[Quotation], persons: list[Person], firms: list[Mention]) -> None:
        self.text = text
        self._who = Speakers(text, persons, firms)
        self._paragraphs = list(paragraphs(text))
        self._starts = [each.start for each in self._paragraphs]
        self.speeches: list[Part] = []
        """What stands in quotation marks, or after a dash at the beginning of a paragraph, in order; without what is
        inserted by the journalist."""
        self._spoken = 0
        last: Speaker | None = None
        for each in self._marked(marked):
            speaker = self._speaker_of(each, last)
            last = speaker or last
            self._spoken = each.end
            self.speeches += [Part(span, Speech.DIRECT, speaker) for span in self._without_inserted(each)]

    def parts(self, sentence: Span) -> list[Part]:
        """The parts of a sentence, in order: its speeches, and what is told."""
        direct = [
            Part(
                Span(max(each.span.start, sentence.start), min(each.span.end, sentence.end)), each.speech, each.speaker
            )
            for each in within(self.speeches, sentence, reaching=LONGEST_SPEECH)
            if sentence.start < each.span.end
        ]
        return [each for each in direct if each.speaker] or [self.told(sentence)]

    def told(self, sentence: Span) -> Part:
        """A sentence as the journalist's, with whoever it says to have said it."""
        part = self.text[sentence.start : sentence.end]
        spoken = (
            self.speeches[bisect_left(self.speeches, sentence.start, key=_start) - 1 :][:1] if self.speeches else []
        )
        last = next((each for each in spoken if each.span.end <= sentence.start), None)
        speaker = None
        for clause, verb in self._clauses(part):
            speaker = self._who.of(
                Span(sentence.start + clause.start, sentence.start + clause.end),
                last.speaker if last else None,
                of_verb=sentence.start + verb,
                spoken=last.span.end if last else 0,
            )
            if speaker:
                break
        return Part(sentence, Speech.REPORTED if speaker else Speech.NARRATION, speaker)

    def _clauses(self, part: str) -> Iterator[tuple[Span, int]]:
        """Where a sentence may name its speaker, and the verb there: `According to X`, then the rest."""
        whole = Span(0, len(part))
        if before := BEFORE.search(part):
            # A minister of industry, energy and trade is one; else the comma ends who speaks.
            end = _PHRASE_ENDS.search(part, before.end())
            yield Span(before.start(), end.start() if end else len(part)), before.start()
        verbs = (verb for verb in VERB.finditer(part) if not AGENCY.match(part, verb.end()))
        if found := PRESS.search(part) or next(verbs, None):
            yield whole, found.start()

    def _marked(self, marked: list[Quotation]) -> list[Quotation]:
        """The speeches among what is marked; those within another are part of it."""
        found: list[Quotation] = []
        dashed = [
            Quotation(dash.end(), each.end, True)
            for at, each in enumerate(self._paragraphs)
            if (dash := _DASHED.match(self.text, each.start)) and self._answers(Span(dash.end(), each.end), at)
        ]
        unmarked = [Quotation(*each, True) for at, each in enumerate(self._paragraphs) if self._announced(each, at)]
        for each in sorted([*(one for one in marked if self._says(one)), *dashed, *unmarked]):
            if not found or each.start >= found[-1].end:
                found.append(each)
        return found

    def _answers(self, said: Span, at: int) -> bool:
        """Whether what stands behind a dash at the beginning of a paragraph is a speech, and no entry of a list."""
        if self._inserted(said):
            return True
        before = self._paragraphs[at - 1] if at else None
        long = len(self.text[said.start : said.end].split()) >= 8
        return long and before is not None and VERB.search(self.text, before.start, before.end) is not None

    def _announced(self, each: Span, at: int) -> bool:
        """Whether `Name, role:` stands before a paragraph without marks."""
        before = self._paragraphs[at - 1] if at else None
        if before is None or before.end - before.start > 200 or not self.text[: before.end].rstrip().endswith(":"):
            return False
        named = bool(self._who.named(before))
        return named and self.text[each.start] not in '«“„"—–-'

    def _says(self, each: Quotation) -> bool:
        inner = self.text[each.start : each.end]
        if len(inner.split()) < SHORTEST:
            return False
        if not is_name(self.text, each):
            return True
        if self.text[: each.start - 1].rstrip(" \n").endswith(":") and len(inner.split()) > SHORTEST:
            return True
        after = self.text[each.end + 1 : each.end + 60]
        if self._paragraphs[self._paragraph(each.start)].start >= each.start - 1 and after.lstrip(".")[:1] in (
            "",
            "\n",
        ):
            return len(inner.split()) > SHORTEST
        return bool(re.match(r"\s*,\s*[—–-]", after) or (VERB.match(after.lstrip(" ,—–-")) and inner[:1].isupper()))

    def _inserted(self, span: Span) -> list[Span]:
        """`, — said X. —` inside a speech."""
        found = []
        for dash in _INSERTED.finditer(self.text, span.start, span.end):
            start = dash.end()
            rest = self.text[start : min(span.end, start + 300)]
            verb = VERB.search(rest[:120])
            if verb and not re.search(r"[.!?…]", rest[: verb.start()]):
                end = re.search(r"[,.!?]\s*[—–-]\s|$", rest[verb.end() :])
                found.append(Span(dash.start(), start + verb.end() + (end.end() if end else 0)))
        return found

    def _without_inserted(self, each: Quotation) -> list[Span]:
        at, spans = each.start, []
        for gap in self._inserted(each.span):
            if gap.start >= at:
                spans.append(Span(at, gap.start))
                at = gap.end
        return [span for span in [*spans, Span(at, each.end)] if span.start < span.end]

    def _speaker_of(self, each: Quotation, last: Speaker | None) -> Speaker | None:
        for gap in self._inserted(each.span):
            if speaker := self._in(gap, last, of_verb=gap.start):
                return speaker
        here = self._paragraph(each.start)
        found = self._signed(each, here) or self._according(each, here, last) or self._after(each, last)
        if found:
            return found
        if paper := BY_PAPER.match(self.text, self._behind(each)):
            return self._in(Span(*paper.span()), last, of_verb=paper.start())
        return self._ahead(each, here, last) or self._going_on(each, last)

    def _signed(self, each: Quotation, here: int) -> Speaker | None:
        """`«…».` and below it a line `Name, role`."""
        below = next((one for one in self._paragraphs[here + 1 : here + 2] if one.start >= each.end), None)
        if below is None or below.end - below.start > 150 or self.text[below.end - 1] in ".:!?":
            return None
        named = self._who.named(below)
        signed = (
            len(named) == 1
            and named[0].span.start == below.start
            and ROLE.search(self.text, named[0].span.end, below.end)
        )
        return Speaker(named[0].name, named[0].role) if signed else None

    def _according(self, each: Quotation, here: int, last: Speaker | None) -> Speaker | None:
        """`According to X, «…»`: whatever a sentence behind it tells."""
        start = max(self._paragraphs[here].start, each.start - NEAR)
        clause = self._clause(each.start - 1, Span(start, each.start - 1))
        said = self.text[clause.start : clause.end]
        led = BEFORE.search(said)
        return self._in(clause, last, of_verb=clause.start) if led and said.rstrip().endswith(",") else None

    def _after(self, each: Quotation, last: Speaker | None) -> Speaker | None:
        """`…», — said X` behind the closing mark."""
        start = self._behind(each)
        clause = re.match(r"(?:[^.!?…\n«“„]|(?<=\b[A-ZА-ЯЁ])\.){0,260}", self.text[start : start + 260])
        if (
            not clause
            or not (verb := VERB.search(clause[0]))
            or (verb.start() > 90 and "," in clause[0][: verb.start()])
        ):
            return None
        # A sentence of its own behind a full stop is nobody's tag, unless it follows at once.
        if re.match(r"[»”\"]?\s*\.?\s*\n", self.text[each.end : each.end + 4]):
            return None
        tag = Span(start, start + clause.end())
        return self._in(tag, last, of_verb=start + verb.start()) or self._who.alone(tag)

    def _behind(self, each: Quotation) -> int:
        """Where the words behind a speech begin."""
        begun = _NEXT.match(self.text, each.end + 1)
        return begun.end() if begun else each.end + 1

    def _ahead(self, each: Quotation, here: int, last: Speaker | None) -> Speaker | None:
        """`X said: «…`, also in a paragraph of its own before."""
        paragraph = self._paragraphs[here]
        before = self.text[paragraph.start : each.start - 1].rstrip()
        start = paragraph.start
        if not before.strip('«“"„ ') and here:
            start = self._paragraphs[here - 1].start
            before = self.text[start : self._paragraphs[here - 1].end].rstrip()
            if not before.endswith(":"):
                return None
        if not before.endswith((":", ",", "что", "that")) and not re.search(r"(?:что|as|of|that)\s*$", before):
            tail = re.split(r"(?<=[.!?…])\s", before)[-1]
            if not (VERB.search(tail) or BEFORE.search(tail)):
                return None
        cut = max((stop.end() for stop in re.finditer(r"[.!?…][»”\"]?\s+(?=[А-ЯЁA-Z])", before)), default=0)
        clause = Span(start + cut, start + len(before))
        return self._in(clause, last, of_verb=clause.start)

    def _going_on(self, each: Quotation, last: Speaker | None) -> Speaker | None:
        """A speech without a tag is of whoever spoke before, or is named just before it."""
        between = Span(self._spoken, each.start)
        verbs = list(VERB.finditer(self.text, max(between.start, between.end - 800), between.end))
        for verb in reversed(verbs):
            clause = self._clause(verb.start(), between)
            if self._who.named(clause):
                return self._in(clause, last, of_verb=verb.start())
        # Who took the picture is named as well, but has no role.
        named = [one for one in self._who.named(Span(0, each.start)) if one.role]
        near = [one for one in named if one.span.start >= each.start - NEAR]
        # If all who are near are only met, whom the article begins with speaks.
        chosen = [one for one in near if self._who.is_subject(one)][-1:] or (named[:1] if near else [])
        return last or (Speaker(chosen[0].name, chosen[0].role) if chosen else None)

    def _clause(self, at: int, around: Span) -> Span:
        """The sentence around a place, within `around`."""
        start = max(
            (stop.end() for stop in re.finditer(r"[.!?…][»”\"]?\s|\n", self.text[around.start : at])), default=0
        )
        end = re.search(r"[.!?…](?=[»”\"]?\s|$)|\n|$", self.text[at : around.end])
        return Span(around.start + start, at + (end.start() if end else 0))

    def _in(self, clause: Span, last: Speaker | None, *, of_verb: int) -> Speaker | None:
        """Whoever a clause with a verb of saying names."""
        return self._who.of(clause, last, of_verb=of_verb, spoken=self._spoken)

    def _paragraph(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)


def _start(part: Part) -> int:
    return part.span.start
