"""Dates that are told by the day: today, yesterday, the last day of a weekday, the last 31.10., today included."""

import datetime
import re
from contextlib import suppress
from typing import NamedTuple

from tuiapp.dates import Date
from tuiapp.fold import fold, other_layout

WEEKDAYS = (
    "monday понедельник понедельника пн",
    "tuesday вторник вторника вт",
    "wednesday среда среды ср",
    "thursday четверг четверга чт",
    "friday пятница пятницы пт",
    "saturday суббота субботы сб",
    "sunday воскресенье воскресенья вс",
)
"""What each weekday is called, from Monday on; in Russian as behind `от`, too."""
BACK = ("today сегодня", "yesterday вчера")
"""What the days up to today are called, from today back."""

_DAY_AND_MONTH = re.compile(r"([0-9]{1,2})[.]([0-9]{2})")


class _Named(NamedTuple):
    weekday: int | None
    """0 is Monday; None: `back` days before today."""
    back: int
    names: tuple[str, ...]


NAMED = (
    *(_Named(weekday, 0, tuple(names.split())) for weekday, names in enumerate(WEEKDAYS)),
    *(_Named(None, back, tuple(names.split())) for back, names in enumerate(BACK)),
)


def today() -> datetime.date:
    """The day it is, by the clock of this machine."""
    return datetime.date.today()


def day_of(typed: str) -> Date | None:
    """The day that `typed` is, or begins and nothing else does; as it stands or on the other keyboard layout."""
    if form := _DAY_AND_MONTH.fullmatch(typed):
        return _last(*map(int, form.groups()))
    if len(begun := _begun(typed)) != 1:
        return None
    day, (weekday, back, _) = today(), begun[0]
    if weekday is not None:
        back = (day.weekday() - weekday) % 7
    return Date((day - datetime.timedelta(back)).isoformat())


def _last(day: int, month: int) -> Date | None:
    """The last such day of a year; None if no year has it."""
    # Of nine years, at least one is a leap year.
    for year in range(today().year, today().year - 9, -1):
        with suppress(ValueError):
            if (found := datetime.date(year, month, day)) <= today():
                return Date(found.isoformat())
    return None


def begins_day(typed: str) -> bool:
    """Whether `typed` begins the names of several days, and is still being typed."""
    return len(_begun(typed)) > 1


def _begun(typed: str) -> list[_Named]:
    for reading in filter(None, map(fold, (typed, *other_layout(typed)))):
        if found := [named for named in NAMED if any(name.startswith(reading) for name in named.names)]:
            return found
    return []
