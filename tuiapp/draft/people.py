"""The people that a text names, and what they are."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tuiapp.draft.enterprises import Mention
from tuiapp.draft.forms import GIVEN, ROMAN_NAMES, person_called
from tuiapp.draft.letters import lowered, tidy
from tuiapp.draft.places import is_place
from tuiapp.draft.saying import NO_PERSON, ROLE, VERB
from tuiapp.draft.sentences import Span
from tuiapp.fold import sound, stems

_RU = re.compile(
    r"(?<![\w.-])(?P<given>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?)(?:[^\S\n]+[А-ЯЁ][а-яё]+(?:вич|"
    r"вн)\w{0,3})?(?:[^\S\n]+|(?<=\.))"
    r"(?P<surname>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)(?![\w-])"
)
_EN = re.compile(
    r"(?<![\w.-])(?P<given>[A-Z][a-z]+(?:-[A-Z][a-z]+)?|"
    r"[A-Z]\.)(?:[^\S\n]+[A-Z]\.)?(?:[^\S\n]+|(?<=\.))(?P<surname>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?![\w-])"
)
_ADJECTIVE = re.compile(r"(?:ск|цк)(?:ий|ого|ому|им|ом|ой|ая|ую|ое|их)$")
_ROLE = f"(?i:{ROLE.pattern.removeprefix('(?i)')})"
_OFFICE = re.compile(
    rf"{_ROLE}\s+(?:of|for)\s+(?:the\s+)?"
    rf"(?P<of>[A-Z][\w’'-]*(?:(?:,? and (?!{_ROLE})|, (?=[A-Z][\w’'-]*(?:,| and ))| )[A-Z][\w’'-]*)+)"
)
_LONGEST_ROLE = 160
# What parts a role from the words before it; a minister of industry, energy and trade is one role.
_PARTED = re.compile(
    rf"[.!?:;—–]\s|\n\s*\n|,\s(?!торгов|эконом|технол|энерг|инвест)|{VERB.pattern.removeprefix('(?i)')}", re.IGNORECASE
)


class Person(NamedTuple):
    """Somebody at a place of the text."""

    span: Span
    name: str
    """Given name and surname, in the nominative as far as the rules go."""
    role: str
    """As this place gives it; empty if it does not."""

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


def people(text: str, firms: list[Mention]) -> list[Person]:
    """Everybody who is named by given name and surname, in order; a person has one name everywhere."""
    taken = sorted(each.span for each in firms)
    found: list[Person] = []
    titles = list(_titles(text))
    for pattern, russian in ((_RU, True), (_EN, False)):
        at = passed = 0
        while match := pattern.search(text, at):
            if _no_person(match, russian=russian) or _within(match, taken) or _within(match, titles):
                at = match.end("given")
                continue
            role = _role(text, match, passed, russian=russian)
            if not (role or _is_given(match["given"]) or _speaks(text, match)):
                at = match.end("given")
                continue
            at = passed = match.end()
            name = (
                person_called(*match.group("given", "surname"), woman=_woman(text, match))
                if russian
                else tidy(match[0])
            )
            found.append(Person(Span(*match.span()), " ".join(name.split()), role))
    return _unified(sorted(found))


def _titles(text: str) -> Iterator[Span]:
    """What belongs to a role though it is in capitals: in `Minister of Trade and Industry A B` all but the name."""
    for match in _OFFICE.finditer(text):
        words = match["of"].rsplit(" and ", 1)[-1].split()
        name = len(" ".join(words[-2:])) if len(words) > 2 else 0
        yield Span(match.start("of"), match.end("of") - name)


def _is_given(name: str) -> bool:
    return name in GIVEN or sound(name.lower()) in ROMAN_NAMES


def _no_person(match: re.Match[str], *, russian: bool) -> bool:
    given, surname = match.group("given", "surname")
    role = ROLE.match(given)
    if (
        (role and role.end() == len(given) and given not in GIVEN)
        or NO_PERSON.match(given)
        or NO_PERSON.match(surname)
        or is_place(given)
    ):
        return True
    if russian and given not in GIVEN:
        return bool(_ADJECTIVE.search(given) or given.endswith(("ая", "ый", "ое", "ые", "ого", "ция", "ние")))
    return False


def _within(match: re.Match[str], taken: list[Span]) -> bool:
    """Whether it is a part of an enterprise's name."""
    at = bisect_left(taken, (match.end(), 0))
    return any(span.end > match.start() for span in taken[max(0, at - 1) : at])


def _woman(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - 140) : match.start()], text[match.end() : match.end() + 30]
    return any(verb["ru"] and verb["ru"].endswith("ла") for side in near for verb in VERB.finditer(side))


def _speaks(text: str, match: re.Match[str]) -> bool:
    """Whether a verb of saying stands beside a name: so does a person's that no table has."""
    return VERB.search(text[max(0, match.start() - 25) : match.end() + 25]) is not None


def _role(text: str, match: re.Match[str], after: int, *, russian: bool) -> str:
    """What stands before the name, but behind `after`, from the noun of the role on; or between commas after it."""
    begun = max(0, after, match.start() - _LONGEST_ROLE)
    before = _PARTED.split(text[begun : match.start()])[-1]
    if not russian:
        before = re.split(r"\b(?:with|following the talks|between)\s", before)[-1]
    roles = list(ROLE.finditer(before))
    if roles and before.strip():
        start = _first_of(before, roles)
        if russian or before[start:].strip():
            return tidy(before[start:] if russian else _english(before, start)).rstrip("])")
    # `the director of the port, A B, said`
    ahead = text[begun : match.start()].rstrip()
    if ahead.endswith(",") and text[match.end() : match.end() + 1] == ",":
        apposed = re.split(r"[.!?;:—–\n,]", ahead[:-1])[-1]
        if role := ROLE.search(apposed):
            return tidy(apposed[role.start() :] if russian else _english(apposed, role.start()))
    behind = re.match(r",\s+((?:[^,.;«»“”\"\n—–:]){3,120})", text[match.end() : match.end() + _LONGEST_ROLE])
    # Behind the comma may be the next of several: `A B, директор C D и E F`.
    next_one = _RU if russian else _EN
    own = behind and ROLE.search(behind[1]) and not any(_is_given(one["given"]) for one in next_one.finditer(behind[1]))
    return tidy(behind[1]) if own and behind else ""


def _first_of(before: str, roles: list[re.Match[str]]) -> int:
    start = roles[0].start()
    # первый заместитель министра, исполняющий обязанности министра
    lead = re.search(r"(?:(?:перв|генеральн|исполнительн|коммерческ|техническ|исполняющ|полномочн|чрезвычайн|"
        r"белорусск|российск|"
                     r"временн)\w+\s+(?:обязанности\s+|и\s+)?)+$", before[:start])  # fmt: skip
    return lead.start() if lead else start


def _english(before: str, start: int) -> str:
    lead = re.search(r"(?:[A-Z][\w’'-]*\s+)+$", before[:start])
    return before[lead.start() if lead else start :]


def _unified(found: list[Person]) -> list[Person]:
    """The same name for a surname in all its cases; the role that is told first."""
    called: dict[str, str] = {}
    roles: dict[str, str] = {}
    # Whole names in the nominative first: they are the shorter.
    for name in sorted({each.name for each in found}, key=lambda one: ("." in one, len(one))):
        keys = keys_of(name.split()[-1])
        called[name] = next((called[key] for key in keys if key in called), name)
        called.update({key: called[name] for key in keys if key not in called})
    for each in found:
        roles.setdefault(called[each.name], each.role) or roles.update({called[each.name]: each.role})
    return [Person(each.span, called[each.name], roles[called[each.name]]) for each in found]


def keys_of(surname: str) -> list[str]:
    """What the forms of a surname share."""
    low = lowered(surname)
    return [f"~{stem}" for stem in stems(low) if len(low) - len(stem) <= 3]
