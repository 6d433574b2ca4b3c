"""The enterprises that a text names: those that the folder knows, and new ones by the tables of `firms`."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tuiapp.draft.firms import (
    IN_QUOTES,
    LATIN_LIST,
    LEGAL,
    LIST,
    NO_NAMES,
    NO_PLACE,
    OFFICE,
    OPEN,
    ROWS,
    SEWN,
    TAIL,
    WORD_LIST,
    WORKS,
)  # fmt: skip
from tuiapp.draft.forms import GIVEN, ROMAN_NAMES, singular, works_called
from tuiapp.draft.known import Known
from tuiapp.draft.letters import tidy
from tuiapp.draft.places import is_place
from tuiapp.draft.sentences import Span
from tuiapp.fold import sound, stems, words

_PATTERNS = [re.compile(row.pattern) for row in ROWS]
_QUOTED = [row.pattern.startswith(r"(?<!\w)") and "[«“„" in row.pattern for row in ROWS]
_LEGAL = re.compile(rf"^(?:(?:{'|'.join(LEGAL)})\s+)+[«“„\"]?")
_SHORTEST = 2
_TRADE = re.compile(r"[А-ЯЁ][а-яё]+н(?:ый|ое|ая) (?:[а-яё]*завод|комбинат|фабрика|объединение)")
_PLANT = re.compile("завод|комбинат|фабрик|Plant$|Works$|Factory$")


class Mention(NamedTuple):
    """An enterprise at a place of the text."""

    span: Span
    name: str
    """In the nominative as far as the rules go; a known one's id."""
    known: bool


def mentions(text: str, known: Known) -> list[Mention]:
    """Every mention, in order; what overlaps an earlier or a longer one is left out."""
    found = [Mention(each.span, each.id, True) for each in known.enterprises(text)]
    found += _of_list(text)
    for at, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            found += _new(text, match, quoted=_QUOTED[at])
    return _unified(_apart(found))


def _new(text: str, match: re.Match[str], *, quoted: bool) -> Iterator[Mention]:
    yield from _one(text, match)
    further: re.Pattern[str] | None
    further = LIST if quoted else WORD_LIST if match[0].startswith(("companies", "Companies")) else None
    end = match.end()
    while further and (match := further.match(text, end) or (quoted and LATIN_LIST.match(text, end))):  # type: ignore[assignment]
        yield from _one(text, match)
        end = match.end()


def _one(text: str, match: re.Match[str]) -> Iterator[Mention]:
    start, end = match.span("name")
    name = _LEGAL.sub("", tidy(text[start:end])).strip("«»“”\"' ")
    bare = TAIL.sub("", name.removeprefix("The "))
    if not re.match(OPEN, text[start - 1 : start]):
        bare = _without_others(bare)
        start = max(start, text.find(bare, start, end))
        end = start + len(bare) if text.startswith(bare, start) else end
        if "letters" in match.re.groupindex and _letters(bare) != match["letters"].casefold():
            return
    if re.search("завод|комбинат|фабрик|верф|объединени", bare) and (inner := IN_QUOTES.match(text, end)):
        # `Рельсовый завод «Кубань»` is called by both, `Рельсовый завод «Якорь»` by the latter.
        if not is_place(inner["name"]):
            return
        bare, end = f"{bare} «{inner['name']}»", inner.end("name")
    if len(bare) < _SHORTEST or (not bare[0].isupper() and not bare[0].isdigit()) or NO_NAMES.match(bare):
        return
    works = re.search("завод|комбинат|фабрик|объединени|корпораци|компани|холдинг|концерн", bare)
    if is_place(bare) or (works and NO_PLACE.match(bare) and len(bare.split()) < 3):
        return
    # A capital at the beginning of a sentence names nothing: `Молочный комбинат выпускает …`.
    if _TRADE.fullmatch(bare) and re.search(r"(?:^|[.!?…»”\"]\s+|\n\s*)$", text[max(0, start - 3) : start]):
        return
    if oblique := SEWN.fullmatch(bare):
        bare = oblique[1]
    yield Mention(Span(start, end), works_called(bare), False)


def _without_others(name: str) -> str:
    """A name without whoever has it before, and who works there behind: `Anna’s Hoist Works Ivan Petrov`."""
    words = re.sub(r"^.*[’']s (?=\S)", "", name).split()
    person = (at for at, word in enumerate(words) if word in GIVEN or sound(word.lower()) in ROMAN_NAMES)
    at = next(person, len(words))
    return " ".join(words[:at]) if " " in name else name


def _letters(name: str) -> str:
    return "" if OFFICE.search(name) else "".join(word[0] for word in name.split()).casefold()


def _of_list(text: str) -> Iterator[Mention]:
    """Each of `Минский, Могилевский и Белорусский автомобильные заводы`."""
    for match in WORKS.finditer(text):
        for place in re.finditer(r"[А-ЯЁ][а-яё-]+", match["places"]):
            start = match.start("places") + place.start()
            name = works_called(" ".join([place[0], *singular(match["middle"]).split(), "завод"]))
            yield Mention(Span(start, start + len(place[0])), name, False)


def _apart(found: list[Mention]) -> list[Mention]:
    # A known name first, then the longer. The places that are kept lie apart, so one look on either side is enough.
    kept: dict[int, Mention] = {}
    starts: list[int] = []
    for each in sorted(found, key=lambda one: (not one.known, one.span.start - one.span.end)):
        at = bisect_left(starts, each.span.start)
        before = at == 0 or kept[starts[at - 1]].span.end <= each.span.start
        after = at == len(starts) or each.span.end <= starts[at]
        if before and after:
            starts.insert(at, each.span.start)
            kept[each.span.start] = each
    return [kept[start] for start in starts]


def _unified(found: list[Mention]) -> list[Mention]:
    """New names that are forms, scripts or initials of one another get one name, that of the shortest whole form."""
    called: dict[str, str] = {}
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted({each.name for each in found if not each.known}, key=len):
        keys = _keys(name)
        other = next((one for key in keys for one in by_key[key]), None)
        called[name] = other or name
        for key in keys if other is None else ():
            by_key[key].append(name)
    # `the Borisov plant` is the Borisov Machine Plant of the same text.
    for first, rest in (one.split(" ", 1) for one in list(called) if " " in one and _PLANT.search(one)):
        if first in called:
            called[first] = called[f"{first} {rest}"]
    full = {_initials(name): name for name in called if len(name.split()) > 2}
    for name in called:
        if name.isupper() and (whole := full.get(name.casefold())):
            called[name] = called[whole]
    return [each if each.known else each._replace(name=called[called[each.name]]) for each in found]


def _keys(name: str) -> list[str]:
    parts = [word.folded for word in words(name)]
    if len(parts) != 1:
        return ["|".join(sound(stems(part)[0]) for part in parts)]
    return [sound(stem) for stem in stems(parts[0]) if len(parts[0]) - len(stem) <= 2 and len(stem) >= 3]


def _initials(name: str) -> str:
    return "".join(word.folded[0] for word in words(name) if len(word.folded) > 2)
