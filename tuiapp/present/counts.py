"""Counts of items as a table, JSON or CSV, for pipes and files. Each line ends with a line feed."""

from collections.abc import Callable, Iterator, Sequence

from tuiapp.fields import Field, Value
from tuiapp.language import gettext
from tuiapp.model import Model
from tuiapp.present.facets import value_name
from tuiapp.present.formats import csv_rows, escaped_json
from tuiapp.printable import cells, padded
from tuiapp.snapshot import Answer

Counted = Iterator[tuple[tuple[Value, ...], int]]
"""A value of each field, and how many items have them all."""


def _counted(answer: Answer, fields: Sequence[Field]) -> Counted:
    """The values that occur, in the order of their facets."""
    facets, items = answer.snapshot.facets, answer.shown.items
    first, *others = fields
    for value, count in facets.tally(first, items).items():
        if not others:
            yield (value,), count
            continue
        for other, both in facets.tally(others[0], items & facets.having(first, value)).items():
            yield (value, other), both


def _names(model: Model, fields: Sequence[Field], values: Sequence[Value]) -> list[str]:
    return [value_name(model, field, value) for field, value in zip(fields, values, strict=True)]


def _table(answer: Answer, fields: Sequence[Field]) -> Iterator[str]:
    """A line for each value of the first field; with two fields a column for each value of the second.

    The last column is the number of items; it may be less than the sum of the others, as an item may have two values.
    """
    if not len(answer.shown):
        return
    first, *others = fields
    facets, items = answer.snapshot.facets, answer.shown.items
    columns = list(facets.tally(others[0], items)) if others else []
    rows = [["", *(value_name(answer.model, others[0], value) for value in columns), gettext("all")]] if others else []
    for value, count in facets.tally(first, items).items():
        both = facets.tally(others[0], items & facets.having(first, value)) if others else {}
        row = [value_name(answer.model, first, value), *(str(both.get(column, "")) for column in columns), str(count)]
        rows.append(row)
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for name, *counts in rows:
        right = (f"{' ' * (width - cells(count))}{count}" for count, width in zip(counts, widths[1:], strict=True))
        yield "  ".join((padded(name, widths[0]), *right)) + "\n"


def _json(answer: Answer, fields: Sequence[Field]) -> Iterator[str]:
    """An array with an object for each combination of values: the values, their names, and `count`."""
    keys = (*(field.name for field in fields), *(f"{field.name}_name" for field in fields))
    yield from escaped_json(
        {**dict(zip(keys, (*values, *_names(answer.model, fields, values)), strict=True)), "count": count}
        for values, count in _counted(answer, fields)
    )


def _csv(answer: Answer, fields: Sequence[Field]) -> Iterator[str]:
    """A row for each combination of values: their names, and the count."""
    yield from csv_rows([[*(field.name for field in fields), "count"]])
    for values, count in _counted(answer, fields):
        yield from csv_rows([[*_names(answer.model, fields, values), str(count)]])


FORMATS: dict[str, Callable[[Answer, Sequence[Field]], Iterator[str]]] = {"table": _table, "json": _json, "csv": _csv}
"""Every format that `count` knows, by its name on the command line."""
