"""The columns of the list, and which of them fit."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.fields import NAMED, Field

GAP = 2
"""Blank cells between two columns."""


class Column(NamedTuple):
    """One column of the list; all rows have the same columns, and these are as wide in all rows."""

    field: str
    least: int
    """Cells that it needs; where these are not left, it is not shown."""
    most: int
    """Cells that it gets at most."""
    grows: int = 0
    """Its share of the cells that are left over."""
    above: int = 0
    """Cells that the list needs to have; with fewer, the columns before it are the wider."""
    several: str = ""
    """Only shown if the articles have several values of this field."""


# In the order in which they are given room; the list shows them in the order of ORDER, or in a chosen one.
COLUMNS = (
    Column("title", 24, 70, grows=6),
    Column("enterprise", 12, 40, grows=4),
    Column("stage", 13, 13),
    Column("published", 10, 10, several="published"),
    Column("sector", 14, 24, grows=1),
    Column("publisher", 12, 16, grows=1, above=106, several="publisher"),
    Column("direction", 20, 30, grows=1, above=130),
)
ORDER = ("title", "enterprise", "sector", "direction", "stage", "published", "publisher")


class Placed(NamedTuple):
    """A column with its width in cells."""

    field: Field
    width: int


def columns(archive: Archive, width: int, order: tuple[str, ...] = ORDER) -> tuple[Placed, ...]:
    """The columns of a list of this width, from left to right: those of `order` that fit and have something to tell.

    `order` has the title. Where a person has chosen columns, `above` keeps none of them out.
    """
    kept = tuple(
        column if order == ORDER else column._replace(above=0)
        for column in COLUMNS
        if column.field in order and (not column.several or column.several in archive.several)
    )
    return _placed(kept, order, max(width, 1))


@lru_cache(maxsize=64)
def _placed(wanted: tuple[Column, ...], order: tuple[str, ...], width: int) -> tuple[Placed, ...]:
    taken = [wanted[0]]
    left = width - wanted[0].least
    for column in wanted[1:]:
        if column.least + GAP > left or width < column.above:
            continue
        taken.append(column)
        left -= column.least + GAP
    widths = _grown(taken, max(left, 0))
    if left < 0 or len(taken) == 1:
        widths["title"] = width
    found = [name for name in order if name in widths]
    return tuple(Placed(NAMED[name], widths[name]) for name in found)


def _grown(taken: Sequence[Column], left: int) -> dict[str, int]:
    """The widths of the columns taken, with the cells that are left shared out; what nobody wants goes to the first."""
    widths = {column.field: column.least for column in taken}
    growing = [column for column in taken if column.grows]
    while left and growing:
        shares = sum(column.grows for column in growing)
        for column in growing:
            more = min(max(left * column.grows // shares, 1), column.most - widths[column.field], left)
            widths[column.field] += more
            left -= more
        growing = [column for column in growing if widths[column.field] < column.most]
    widths[taken[0].field] += left
    return widths
