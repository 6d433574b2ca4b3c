"""Who a clause with a verb of saying names: a person, an office by its press service, an enterprise."""

import re
from typing import NamedTuple

from tuiapp.draft.enterprises import Mention
from tuiapp.draft.letters import lowered, tidy
from tuiapp.draft.people import Person, keys_of
from tuiapp.draft.places import is_place
from tuiapp.draft.saying import (
    ADDRESSED,
    BEFORE,
    BY_PAPER,
    CITED,
    HEAD_OF_STATE,
    NO_PERSON,
    PRESS,
    PRONOUN,
    RELATIVE,
    ROLE,
    VERB,
)
from tuiapp.draft.sentences import Span, within

_CAPITAL = re.compile(r"(?<![\w-])[A-ZА-ЯЁ][\w-]{3,}")
_VERB = f"(?i:{VERB.pattern.removeprefix('(?i)')})"
_ALONE = re.compile(
    rf"{_VERB}\s+(?P<after>[А-ЯЁA-Z][а-яёa-z]{{3,}})(?=[.,;!?\s]|$)(?!\s+[А-ЯЁA-Z«\"“])|"
    rf"(?P<before>[А-ЯЁA-Z][а-яёa-z]{{3,}})\s+(?:\w+\s+)?{_VERB.replace('P<ru>', 'P<ru2>').replace('P<en>', 'P<en2>')}"
)
_AT = re.compile(r"(?:^|\s)(?:в|на|at|by|to|данным|информации|сведениям)\s+(?:\w+\s+)?[«“\"]?$")
"""Before an enterprise that says something itself."""


class Speaker(NamedTuple):
    """Who says something: a person, or an enterprise or an office by its press service."""

    name: str
    role: str = ""
    enterprise: bool = False
    """Whether `name` is that of an enterprise of the text."""
    known: bool = False


class Speakers:
    """Whoever can speak in one text."""

    def __init__(self, text: str, persons: list[Person], firms: list[Mention]) -> None:
        self._text = text
        self._persons = persons
        self._firms = firms
        self._names: dict[str, Person] = {}
        for person in persons:
            for key in keys_of(person.surname):
                self._names.setdefault(key, person)

    def of(self, clause: Span, last: Speaker | None, *, of_verb: int, spoken: int) -> Speaker | None:
        """Whoever the clause names; `of_verb`: where its verb stands, `last`: who spoke before, until `spoken`."""
        text = RELATIVE.sub(_blank, self._text[clause.start : clause.end])
        press = PRESS.search(text)
        if press and not (CITED.search(text) and self._all(clause)):
            return self._office(clause, press)
        if BY_PAPER.search(text):
            return self._last_office(clause.start)
        text = ADDRESSED.sub(_blank, text)
        if named := [each for each in self._all(clause) if text[each.span.start - clause.start].strip()]:
            return self._subject(named, of_verb)
        if head := HEAD_OF_STATE.search(text):
            return self._with_role(clause.start + head.start(), "президент", "president") or last
        if role := ROLE.search(text):
            return self._with_role(clause.start + role.start(), lowered(role[0])[:6]) or last
        if PRONOUN.search(text):
            # Who is only met, or of whom something is, does not speak next.
            recent = [
                one
                for one in self.named(Span(spoken, clause.start))
                if self.is_subject(one) or BEFORE.search(self._text, max(0, one.span.start - 100), one.span.start)
            ]
            recent = recent or ([] if last else self.named(Span(0, clause.start)))
            return Speaker(recent[-1].name, recent[-1].role) if recent else last
        firm = next(iter(within(self._firms, clause)), None)
        if firm and _AT.search(self._text[max(0, firm.span.start - 25) : firm.span.start]):
            return Speaker(firm.name, enterprise=True, known=firm.known)
        return None

    def named(self, span: Span) -> list[Person]:
        """Who is named within, by given name and surname."""
        return within(self._persons, span)

    def _all(self, clause: Span) -> list[Person]:
        """Who is named within, also by the surname alone."""
        found = self.named(clause)
        for word in _CAPITAL.finditer(self._text, clause.start, clause.end):
            span = Span(*word.span())
            person = next((self._names[key] for key in keys_of(word[0]) if key in self._names), None)
            if person and not any(each.span.has(span) for each in found):
                found.append(person._replace(span=span))
        return found

    def _subject(self, named: list[Person], of_verb: int) -> Speaker:
        """Who is in the nominative, and of these the one next to the verb; before a verb the last one counts, as in
        `Belarusian President A B said`."""

        def distance(one: Person) -> tuple[bool, int]:
            ahead = one.span.start - of_verb
            return not self.is_subject(one), ahead if ahead >= 0 else of_verb - one.span.end

        person = min(named, key=distance)
        return Speaker(person.name, person.role)

    def is_subject(self, one: Person) -> bool:
        """Whether somebody stands in the nominative, as far as the rules go."""
        return tidy(self._text[one.span.start : one.span.end]) in (one.name, one.surname)

    def alone(self, clause: Span) -> Speaker | None:
        """A surname right beside the verb, of somebody whom the text introduces nowhere."""
        text = self._text[clause.start : clause.end]
        found = _ALONE.match(text)
        name = found["after"] or found["before"] if found else ""
        if not name or NO_PERSON.match(name) or is_place(name) or ROLE.match(name):
            return None
        start = clause.start + text.find(name)
        return None if within(self._firms, Span(start, start + len(name))) else Speaker(name)

    def _with_role(self, before: int, *keys: str) -> Speaker | None:
        passed = self.named(Span(0, before))
        fits = [person for person in passed if any(key in lowered(person.role) for key in keys)]
        chosen = fits[-1:] or passed[-1:]
        return Speaker(chosen[0].name, chosen[0].role) if chosen else None

    def _office(self, clause: Span, press: re.Match[str]) -> Speaker:
        stop = re.compile(r"[.\n]|$").search(self._text, clause.start + press.end())
        reach = min(clause.start + press.end() + 80, stop.start() if stop else len(self._text))
        place = Span(clause.start + press.start(), reach)
        firm = next(iter(within(self._firms, place)), None)
        if firm:
            return Speaker(firm.name, enterprise=True, known=firm.known)
        name = _owner(press)
        if " " not in name and (other := self._last_office(place.start)):
            return other
        return Speaker(name)

    def _last_office(self, before: int) -> Speaker | None:
        """The press service that was named last with its owner."""
        start = max(0, before - 2_000)
        for press in reversed(list(PRESS.finditer(self._text, start, before))):
            if " " in _owner(press):
                return self._office(Span(0, before), press)
        return None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _owner(press: re.Match[str]) -> str:
    """A press service as it is called, without the verb behind it."""
    told = VERB.search(press[0])
    name = re.sub(r"(?i)^(?:в |the )", "", tidy(press[0][: told.start()] if told else press[0]))
    return re.sub(r"(?i)^пресс-служб\w+", "Пресс-служба", name)
