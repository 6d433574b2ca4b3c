"""A text cut into paragraphs, quotations and sentences, each a place in it.

The splitter is ours: razdel, the one small library for it, was last published in 2020 and knows Russian alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from tuiapp.printable import UNFIT, one_of


class Span(NamedTuple):
    """A half-open place in a text, in characters."""

    start: int
    end: int

    def has(self, other: "Span") -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end


class Placed(Protocol):
    """What stands at a place of a text."""

    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=Placed)


def within(placed: Sequence[P], span: Span, *, reaching: int = 0) -> list[P]:
    """Those of `placed`, which are in order, that lie within `span`; or that begin before its end and not more than
    `reaching` characters before it."""
    first = bisect_left(placed, span.start - reaching, key=_start)
    last = bisect_left(placed, span.end, key=_start)
    return [each for each in placed[first:last] if reaching or each.span.end <= span.end]


def _start(each: Placed) -> int:
    return each.span.start


LONGEST = 1_500
"""Characters of a sentence; a longer run is a table or a page without full stops, and no quote."""
LONGEST_NAME = 80
"""Characters of a name in quotation marks."""
LONGEST_SPEECH = 6_000
"""Characters of a quotation; one that is not closed before ends with its paragraph."""

LEAST_WIDTH, MOST_WIDTH = 50, 130
"""Characters of the longest line of a text that was broken for its width."""

DEEPEST = 4
"""Quotations within one another; a page full of opening marks is no speech."""

_UNFIT = one_of(UNFIT)
BAR = re.compile(r"(?<!\S)\|+|\|+(?!\S)")
"""What parts a heading, a rubric and an address on one line; it is no word."""
_WORD = re.compile(r"[^\W_]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|[\u2028\u2029\x0c]")
_SPEECH_ENDS = re.compile(rf"{_BLANK_LINE.pattern}|(?<=[.!?…])[»”\"]?[^\S\n]*\n")
_LINE = re.compile(r"\r?\n|\r")
_ENDED = re.compile(r"[.!?…:;][»”\"')\]]*\s*$")
# A line that begins so goes on with the line before it.
_GOES_ON = re.compile(r"\s*(?![—–-]\s+[A-ZА-ЯЁ«\"])[a-zа-яё(«“„\"—–,-]")
_LABEL = re.compile(
    r"[A-ZА-ЯЁ]\w{2,15}: ?\S|\d{1,2}[./]\d\d[./]\d{2,4}(?!\d)|\d{1,2} (?:[а-я]+|[A-Z][a-z]+) \d{4}|"
    r"[A-Z][a-z]+ \d{1,2}, \d{4}|\||https?://"
)
_STOP = re.compile(r"[.!?…]+[»”\"’')\]]*(?=\s+[«“„\"('—–-]*\s*[A-ZА-ЯЁ0-9«“„\"])|(?<=[а-яё]{3})[.!?](?=[А-ЯЁ][а-яё])")
# Without a blank only where a word of Russian ends and the next begins; `Lift.By` may be an address.
# After these a full stop ends no sentence. The letters before it are looked at, small and capital alike.
_ABBREVIATED = re.compile(
    r"(?:(?<![^\W\d_])(?:г|гг|в|вв|р|руб|коп|тыс|млн|млрд|трлн|им|ул|стр|д|корп|пр|проф|акад|чел|шт|кв|куб|га|см|"
    r"др|пос|"
    r"обл|респ|зам|ген|т|е|ст|п|рис|табл|тел|mr|mrs|ms|dr|st|no|inc|ltd|co|corp|vs|jan|feb|mar|apr|jun|jul|aug|"
    r"sept|sep|"
    r"oct|nov|dec|approx|gen|gov)|(?<!\w)[A-ZА-ЯЁ]|(?<=[a-z]\.)[a-z])\.$",
    re.IGNORECASE,
)
# What may stand inside these and yet ends a sentence: «в 2024 г. Завод …» is rarer than «10 млн. Также …».
_PAIRS = {"«": "»", "“": "”", "„": "“”"}


class Quotation(NamedTuple):
    """What stands between quotation marks, without them."""

    start: int
    end: int
    closed: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def paragraphs(text: str) -> Iterator[Span]:
    """The runs of lines that belong together: a blank line parts them, and so does the end of a line that ends a
    sentence or a heading. Lines that were broken for their width are one paragraph."""
    start = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        yield from _joined(text, start, end)
        start = gap.end() if gap else end


def _joined(text: str, start: int, end: int) -> Iterator[Span]:
    edges = [start, *(line.start() for line in _LINE.finditer(text, start, end)), end]
    longest = max(b - a for a, b in pairwise(edges))
    broken = LEAST_WIDTH <= longest <= MOST_WIDTH
    begun = start
    for (before, here), (_, after) in pairwise(pairwise(edges)):
        line, following = text[before:here], text[here:after].lstrip("\r\n")
        whole = _ENDED.search(line) or not line.strip() or not following.strip()
        wrapped = broken and here - before >= longest - 25 and not _LABEL.match(following)
        # Where lines are not broken, one in quotation marks begins a paragraph.
        goes_on = _GOES_ON.match(following) and (broken or following[0] not in '«“„"')
        if whole or line.strip() == following.strip() or not (goes_on or wrapped):
            yield from _span(text, begun, here)
            begun = here
    yield from _span(text, begun, end)


def _span(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    end -= len(part) - len(part.rstrip())
    if start < end:
        yield Span(start, end)


def quotations(text: str) -> list[Quotation]:
    """What stands in quotation marks, in the order of its beginning; a name within a speech is one too."""
    found: list[Quotation] = []
    opened: list[tuple[int, str]] = []
    for mark in re.finditer('[«»“”„"]', text):
        at, sign = mark.start(), mark[0]
        while opened and at - opened[0][0] > LONGEST_SPEECH:
            found.append(_unclosed(text, opened.pop(0)[0]))
        if opened and _closes(text, at, sign, opened[-1][1]):
            begun, _ = opened.pop()
            found.append(Quotation(begun + 1, at, True))
        elif _opens(text, at, sign):
            if opened and text[at - 1 : at] == "\n":
                # One at the beginning of a line is a new speech, or the old one goes on there.
                found += [_unclosed(text, begun, at) for begun, _ in opened]
                opened = []
            if len(opened) < DEEPEST:
                opened.append((at, sign))
    found += [_unclosed(text, begun) for begun, _ in opened]
    return sorted(each for each in found if each.start < each.end)


def _closes(text: str, at: int, sign: str, opening: str) -> bool:
    if sign in _PAIRS.get(opening, ""):
        return True
    # Straight marks are alike on both sides, and a careless hand closes a curly one by a straight one.
    straight = sign == '"' and (opening == '"' or not text[at + 1 : at + 2].isalnum())
    return straight and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _opens(text: str, at: int, sign: str) -> bool:
    if sign in "«„“":
        return True
    around = text[at - 1 : at] if at else ""
    after = text[at + 1 : at + 2]
    return sign == '"' and (not around or not around.isalnum()) and bool(after) and not after.isspace()


def _unclosed(text: str, at: int, before: int | None = None) -> Quotation:
    last = min(len(text) if before is None else before, at + LONGEST_SPEECH)
    gap = _SPEECH_ENDS.search(text, at, last)
    end = gap.start() if gap else last
    return Quotation(at + 1, end, False)


def is_name(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is as short as a name and has no sentence in it."""
    inner = text[quotation.start : quotation.end]
    return len(inner) <= LONGEST_NAME and "\n" not in inner and len(inner.split()) <= 7 and inner[-1:] not in ",.!?…"


def sentences(text: str, marked: list[Quotation]) -> list[Span]:
    """The sentences, in order; none reaches over a paragraph or a character that no quote may hold."""
    names = [each for each in marked if each.closed and is_name(text, each) and not _unfit_in(text, each.span)]
    found: list[Span] = []
    at = 0
    for paragraph in paragraphs(text):
        stops = [stop.end() for stop in _STOP.finditer(text, *paragraph) if not _runs_on(text, stop)]
        stops += [end for unfit in _UNFIT.finditer(text, *paragraph) if not _fits(unfit[0]) for end in unfit.span()]
        stops += [end for bar in BAR.finditer(text, *paragraph) for end in bar.span()]
        while at < len(names) and names[at].end <= paragraph.start:
            at += 1
        inside = [each for each in names[at : at + 1_000] if each.start < paragraph.end]
        kept = _outside(sorted(stops), inside)
        for start, end in pairwise([paragraph.start, *kept, paragraph.end]):
            found += (
                each
                for each in _span(text, start, end)
                if each.end - each.start <= LONGEST and _WORD.search(text, *each)
            )
    return found


def _runs_on(text: str, stop: re.Match[str]) -> bool:
    return stop[0][0] == "." and bool(_ABBREVIATED.search(text[max(0, stop.start() - 8) : stop.start() + 1]))


def _unfit_in(text: str, span: Span) -> bool:
    return any(not _fits(unfit[0]) for unfit in _UNFIT.finditer(text, *span))


def _fits(character: str) -> bool:
    """Whether it only spaces or vanishes, so that a quote may leave it out."""
    return character.isspace() or not one_of(r"\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff").match(character)


def _outside(stops: list[int], names: list[Quotation]) -> Iterator[int]:
    at = 0
    for stop in stops:
        while at < len(names) and names[at].end < stop:
            at += 1
        if at == len(names) or not names[at].start < stop <= names[at].end:
            yield stop
