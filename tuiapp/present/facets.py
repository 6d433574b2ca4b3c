"""The facets as rows: headings, and values with how many of the shown items have them."""

from msgspec import Struct

from tuiapp.explorer import Answer, Explorer
from tuiapp.facets import Count, Facet, Value
from tuiapp.language import gettext, worded
from tuiapp.model import Model, Stage
from tuiapp.present.lines import Line, Run
from tuiapp.present.signs import sign
from tuiapp.present.wording import direction, stage_name
from tuiapp.printable import one_line


class FacetRow(Struct, frozen=True):
    """One row of the facets."""

    line: Line
    count: str = ""
    """How many of the shown items have the value; `+2` where picking it would add two."""
    value: tuple[Facet, Value] | None = None
    """What the row picks; None for a heading."""


def facet_name(facet: Facet) -> str:
    """The facet in the language in use."""
    return {
        Facet.SECTOR: gettext("Sector"),
        Facet.ENTERPRISE: gettext("Enterprise"),
        Facet.STAGE: gettext("Stage"),
        Facet.DIRECTION: gettext("Direction"),
    }[facet]


def value_name(model: Model, facet: Facet, value: Value) -> str:
    """A value of a facet in the language in use."""
    match facet, value:
        case Facet.DIRECTION, ((str() | None) as origin, (str() | None) as destination):
            return direction(model, origin, destination) or gettext("not said")
        case Facet.SECTOR, str(id):
            return one_line(worded(model.sectors[id].name))
        case Facet.ENTERPRISE, str(id):
            return one_line(worded(model.enterprises[id].name))
        case _:
            return stage_name(Stage(str(value)))


def facet_rows(explorer: Explorer, answer: Answer) -> list[FacetRow]:
    """Every facet with the values that the shown items have, those picked, and those whose pick would add items."""
    picks = answer.question.picks
    rows: list[FacetRow] = []
    for facet, counts in explorer.facets.counts(answer.matched.items, picks).items():
        values = [
            _row(explorer.model, facet, value, count, value in picks[facet])
            for value, count in counts.items()
            if count.shown or count.more or value in picks[facet]
        ]
        if values:
            rows += [FacetRow(((facet_name(facet), "title"),)), *values]
    return rows


def _row(model: Model, facet: Facet, value: Value, count: Count, picked: bool) -> FacetRow:
    box: Run = (f"{sign('picked' if picked else 'unpicked')} ", "picked" if picked else "dim")
    name: Run = (value_name(model, facet, value), "picked" if picked else "plain")
    number = f"+{count.more}" if count.more else f"{count.shown}"
    return FacetRow((box, name), number, (facet, value))
