"""The facets as rows: headings, and values with the number of shown items that have them."""

from collections.abc import Callable
from typing import NamedTuple

from tuiapp.facets import Count
from tuiapp.fields import Field, Value
from tuiapp.language import gettext
from tuiapp.model import Model
from tuiapp.present.lines import Line, Run
from tuiapp.signs import sign
from tuiapp.snapshot import Answer


class FacetRow(NamedTuple):
    """One row of the facets. Only rows that are drawn are put into words: about 40 of thousands fit on a screen."""

    facet: Field
    value: Value | None = None
    """None in a facet's heading, and in the row that counts items without a value."""
    items: Count | None = None
    """None only in a heading."""
    picked: bool = False
    share: float = 0.0
    """Its count as a part of the largest in the facet."""


def value_name(model: Model, facet: Field, value: Value | None) -> str:
    """A value of a facet in the language in use."""
    return gettext(facet.unsaid) if value is None else facet.words(model, value)


def facet_rows(answer: Answer, wanted: Callable[[str], bool] | None = None) -> list[FacetRow]:
    """Every facet with the values that the shown items have, those picked, and those whose pick would add items.

    With a test `wanted`, only the values whose names pass it.
    """
    rows: list[FacetRow] = []
    for facet, counts in answer.counts().items():
        picked = answer.question.picks[facet]
        most = max((_told(count) for count in counts.values()), default=0) or 1
        values = [
            FacetRow(facet, value, count, value in picked, _told(count) / most)
            for value, count in counts.items()
            if (count.shown or count.more or value in picked)
            and (not wanted or wanted(value_name(answer.model, facet, value)))
        ]
        if values:
            rows += [FacetRow(facet), *values]
    return rows


def facet_line(model: Model, row: FacetRow) -> Line:
    """The row in words, without its count."""
    if row.items is None:
        return ((row.facet.heading(), "title"),)
    box: Run = (f"{sign('picked' if row.picked else 'unpicked')} ", "picked" if row.picked else "dim")
    return (box, (value_name(model, row.facet, row.value), "picked" if row.picked else "plain"))


def facet_count(row: FacetRow) -> str:
    """How many of the shown items have the value; `+2` where picking it as well would add two."""
    if row.items is None:
        return ""
    return f"+{row.items.more}" if row.items.more else f"{row.items.shown}"


def _told(count: Count) -> int:
    """The number that stands in the value's row."""
    return count.more or count.shown
