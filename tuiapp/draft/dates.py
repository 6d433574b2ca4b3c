"""Dates as a text gives them: in figures or in words, with the year that stands there or none."""

import re
from typing import NamedTuple

from tuiapp.dates import Date

MONTHS = (
    ("янв(?:ар[ьяею])?", "jan(?:uary)?"), ("фев(?:р(?:ал[ьяею])?)?", "feb(?:ruary)?"), ("мар(?:т[ае]?)?", "mar(?:ch)?"),
    ("апр(?:ел[ьяею])?", "apr(?:il)?"), ("ма[йяе]", "may"), ("июн[ьяею]?", "june?"), ("июл[ьяею]?", "july?"),
    ("авг(?:уст[ае]?)?", "aug(?:ust)?"), ("сент?(?:ябр[ьяею])?", "sept?(?:ember)?"),
    ("окт(?:ябр[ьяею])?", "oct(?:ober)?"), ("ноя(?:бр[ьяею])?", "nov(?:ember)?"),
    ("дек(?:абр[ьяею])?", "dec(?:ember)?"),
)  # fmt: skip
"""Their names in Russian and in English, whole and short."""
_MONTH = "|".join(rf"(?P<m{{0}}{at}>(?:{ru}|{en})(?!\w)\.?)" for at, (ru, en) in enumerate(MONTHS, 1))
_DAY = re.compile(
    r"(?i)(?<![\d.,/-])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)(?=[T\s.,;)]|$)"
    r"|(?P<d1>\d{1,2})[./](?P<n1>\d{1,2})[./](?P<y1>(?:19|20)\d\d)(?!\d)"
    r"|(?P<d4>\d{1,2})\.(?P<n4>\d\d)\.(?P<y4>\d\d)(?![\d.])"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|-го)?\s+(?:of\s+)?(?:{_MONTH.format('a')})(?:[,\s]+(?P<y2>(?:19|"
    rf"20)\d\d))?(?!\d)"
    rf"|(?:{_MONTH.format('b')})\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<y3>(?:19|20)\d\d))?(?!\d)"
    r")"
)
_MONTH_ALONE = re.compile(
    rf"(?i)(?:в |до (?:конца )?|by |in |until )?(?:{_MONTH.format('c')})\s+(?P<y>(?:19|20)\d\d)(?!\d)"
)
OLD = 70
"""Years in two figures that are of the last century."""
_BY = re.compile(
    rf"(?i)(?<!\w)(?:(?P<by>до (?:конца )?|к (?:концу )?|by (?:the end of )?|until (?:the end of )?|"
    rf"before (?:the end of )?|"
    rf"в конце |в начале |в |in (?:late |early )?)(?:(?:{_MONTH.format('d')})\s+)?(?P<y>20\d\d)(?:-?(?:го|му|м))?(?!\d)"
    r"(?: год| г\.|(?=[\s,.;)]|$)))"
)


class Told(NamedTuple):
    """A date at a place of a text."""

    start: int
    end: int
    date: Date | None
    """None if the text gives no year, or there is no such day."""
    words: str


def days(text: str) -> list[Told]:
    """Every day that `text` names, in order."""
    return [Told(*match.span(), _date(match), match[0]) for match in _DAY.finditer(text)]


def due(text: str) -> Date | None:
    """By when something is to be, as a sentence says it with its year."""
    for match in _BY.finditer(text):
        month = _month(match, "d")
        by = match["by"].strip().lower()
        if by in ("в", "in") and not month:
            continue
        return _made(match["y"], month)
    return None


def _date(match: re.Match[str]) -> Date | None:
    if match["iso"]:
        return _made(*match["iso"].split("-"))
    if match["d1"]:
        return _made(match["y1"], match["n1"], match["d1"])
    if match["d4"]:
        return _made(f"{20 if int(match['y4']) < OLD else 19}{match['y4']}", match["n4"], match["d4"])
    if match["d2"]:
        return _made(match["y2"], _month(match, "a"), match["d2"])
    return _made(match["y3"], _month(match, "b"), match["d3"])


def _month(match: re.Match[str], group: str) -> str | None:
    return next((str(at) for at in range(1, 13) if match[f"m{group}{at}"]), None)


def _made(year: str | None, month: str | None = None, day: str | None = None) -> Date | None:
    parts = [year or "", *(f"{part:0>2}" for part in (month, day) if part)]
    try:
        return Date("-".join(parts)) if year else None
    except ValueError:
        return None
