"""A day, a month or a year: what an article says of when, and no more than it says."""

import datetime
import re

PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class Date(str):
    """`2025-09-30`, `2025-09` or `2025`, as in ISO 8601; sorted as text, a month stands before its days."""

    __slots__ = ()

    def __new__(cls, text: str) -> "Date":
        """The date that `text` spells; raises ValueError where there is no such day, month or year."""
        if not (form := _FORM.fullmatch(text)):
            raise ValueError(f"not a day, a month or a year: {text}")
        year, month, day = (int(part or 1) for part in form.groups())
        # Knows how many days a month has, and that there is no year 0.
        datetime.date(year, month, day)
        return super().__new__(cls, text)

    @property
    def year(self) -> str:
        return self[:4]

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as many as are known."""
        return tuple(map(int, self.split("-")))


def dated(value: object) -> Date:
    """The date that a value of YAML is: one of its dates, a whole number for a year, or a text; raises ValueError."""
    if isinstance(value, (datetime.datetime, bool)):
        raise ValueError("no date")
    if isinstance(value, datetime.date):
        return Date(value.isoformat())
    return Date(str(value))
