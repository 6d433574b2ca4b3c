"""The columns of the list, and which of them fit."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.fields import NAMED, Field
from tuiapp.language import Language, spoken
from tuiapp.present.sample import enough, sample
from tuiapp.printable import cells

GAP = 2
"""Blank cells between two columns."""


class Column(NamedTuple):
    """One column of the list; all rows have the same columns, and these are as wide in all rows."""

    field: str
    least: int
    """Cells that it needs; where these are not left, it is not shown."""
    most: int
    """Cells that it gets at most, as long as others need some."""
    grows: int = 0
    """Its share of the cells that are left over."""
    above: int = 0
    """Cells that the list needs to have; with fewer, the columns before it are the wider."""
    several: str = ""
    """Only shown if the articles have several values of this field."""
    longest: int = 0
    """Cells that it gets at most, once all others have what they need."""


# In the order in which they are given room; the list shows them in the order of ORDER, or in a chosen one.
COLUMNS = (
    Column("title", 24, 70, grows=8),
    Column("enterprise", 12, 40, grows=4),
    Column("stage", 13, 13),
    Column("published", 11, 11, several="published"),
    Column("sector", 14, 24, grows=1),
    Column("publisher", 12, 16, grows=1, above=120, several="publisher"),
    Column("direction", 20, 30, grows=1, above=150),
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
    return _placed(_measured(archive, spoken(), order), order, max(width, 1))


@lru_cache(maxsize=1)
def _measured(archive: Archive, language: Language, order: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of `order` that have something to tell, none wider than what stands in it in `language`.

    They are measured over the whole model, not over what is found, or they would move while somebody types.
    """
    return tuple(
        _fitting(archive, column if order == ORDER else column._replace(above=0))
        for column in COLUMNS
        if column.field in order and (not column.several or column.several in archive.several)
    )


def _fitting(archive: Archive, column: Column) -> Column:
    """The column with `most` for the short names of its values, and `longest` for the full ones."""
    field = NAMED[column.field]
    full = field.alone or field.words
    brief = field.short or (lambda archive, value: full(archive.model, value))
    said = [field.values(archive, number) for number in sample(archive)]
    named = ([[brief(archive, value) for value in values] for values in said],
             [[full(archive.model, value) for value in values] for values in said])  # fmt: skip
    most, longest = (enough(cells(", ".join(names)) for names in each) for each in named)
    least = max(column.least, cells(field.heading()))
    return column._replace(most=min(max(most, least), column.most), longest=min(max(longest, least), column.most))


@lru_cache(maxsize=64)
def _placed(wanted: tuple[Column, ...], order: tuple[str, ...], width: int) -> tuple[Placed, ...]:
    taken = [wanted[0]]
    left = width - wanted[0].least
    for column in wanted[1:]:
        if column.least + GAP > left or width < column.above:
            continue
        taken.append(column)
        left -= column.least + GAP
    widths = {column.field: column.least for column in taken}
    left = _grow(widths, {column.field: column.most for column in taken}, taken, max(left, 0))
    left = _grow(widths, {column.field: column.longest for column in taken}, taken, left)
    # What no column needs goes to the title.
    widths["title"] += left
    if width < wanted[0].least or len(taken) == 1:
        widths["title"] = width
    found = [name for name in order if name in widths]
    return tuple(Placed(NAMED[name], widths[name]) for name in found)


def _grow(widths: dict[str, int], most: Mapping[str, int], taken: Sequence[Column], left: int) -> int:
    """Share `left` cells out to the columns `taken`, none of them wider than `most`; return what is left then."""
    growing = [column for column in taken if widths[column.field] < most[column.field]]
    while left and growing:
        shares = sum(column.grows for column in growing)
        for column in growing:
            more = min(max(left * column.grows // shares, 1), most[column.field] - widths[column.field], left)
            widths[column.field] += more
            left -= more
        growing = [column for column in growing if widths[column.field] < most[column.field]]
    return left
