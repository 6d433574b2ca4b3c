"""A day, a month or a year: a date as exact as the article gives it."""

import datetime
import re
from calendar import monthrange

from tuiapp.language import gettext

PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

_DAY_FIRST = re.compile(r"(?:(\d\d?)[./])?(\d\d?)[./](\d{4})", re.ASCII)


def mistake(text: str) -> str:
    """Why there is no such date as `text`; "" for a date, and for a text that is not written as one."""
    form = _FORM.fullmatch(text)
    return _mistaken(form) if form else ""


def _mistaken(form: re.Match[str]) -> str:
    year, month, day = (int(part or 1) for part in form.groups())
    if not year:
        return gettext("there is no year {year}").format(year=form[1])
    if not 1 <= month <= 12:
        return gettext("there is no month {month}").format(month=form[2])
    if not 1 <= day <= monthrange(year, month)[1]:
        return gettext("there is no day {day} in {month}").format(day=form[3], month=f"{form[1]}-{form[2]}")
    return ""


def turned(text: str) -> str:
    """A date that begins with its day or month, with its year first; "" for any other text."""
    # Do not advise on 01/02/2025: with slashes it is 2 January for some readers, 1 February for others.
    if not (form := _DAY_FIRST.fullmatch(text)) or (form[1] and "/" in text):
        return ""
    day, month, year = form.groups()
    return f"{year}-{month:>02}" + (f"-{day:>02}" if day else "")


class Date(str):
    """`2025-09-30`, `2025-09` or `2025`, as in ISO 8601; as text, a month sorts before its days."""

    __slots__ = ()

    def __new__(cls, text: str) -> "Date":
        """The date that `text` spells; raises ValueError if there is no such day, month or year."""
        if not (form := _FORM.fullmatch(text)) or _mistaken(form):
            raise ValueError("no date")
        return super().__new__(cls, text)

    @property
    def year(self) -> str:
        return self[:4]

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as many as are known."""
        return tuple(map(int, self.split("-")))

    def before(self, other: "Date") -> bool:
        """Whether it is certainly earlier: only what both dates say counts, so a month is not before a day in it."""
        known = min(len(self), len(other))
        return self[:known] < other[:known]

    @property
    def last(self) -> str:
        """An upper bound as text: it sorts after all dates within this one and before all later ones."""
        return f"{self}~"


def dated(value: object) -> Date:
    """Convert a YAML value: one of YAML's dates, a whole number for a year, or a text; raises ValueError."""
    if isinstance(value, (datetime.datetime, bool)):
        raise ValueError("no date")
    if isinstance(value, datetime.date):
        return Date(value.isoformat())
    return Date(str(value))
