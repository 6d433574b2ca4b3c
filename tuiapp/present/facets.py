"""The facets as rows: headings, and values with how many of the shown items have them."""

from typing import NamedTuple

from tuiapp.explorer import Answer, Explorer
from tuiapp.facets import Count, Facet, Value
from tuiapp.language import gettext, worded
from tuiapp.model import Ends, Model, Stage
from tuiapp.present.lines import Line, Run
from tuiapp.present.signs import sign
from tuiapp.present.wording import direction, stage_name
from tuiapp.printable import one_line


class FacetRow(NamedTuple):
    """One row of the facets, not yet in words: of thousands a screen shows some forty."""

    facet: Facet
    value: Value | None = None
    """None in the heading of the facet."""
    items: Count | None = None
    picked: bool = False


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
        case Facet.DIRECTION, Ends() as ends:
            return direction(model, ends) or gettext("not said")
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
        picked = picks[facet]
        values = [
            FacetRow(facet, value, count, value in picked)
            for value, count in counts.items()
            if count.shown or count.more or value in picked
        ]
        if values:
            rows += [FacetRow(facet), *values]
    return rows


def facet_line(model: Model, row: FacetRow) -> Line:
    """The row in words, without its count."""
    if row.items is None or row.value is None:
        return ((facet_name(row.facet), "title"),)
    box: Run = (f"{sign('picked' if row.picked else 'unpicked')} ", "picked" if row.picked else "dim")
    return (box, (value_name(model, row.facet, row.value), "picked" if row.picked else "plain"))


def facet_count(row: FacetRow) -> str:
    """How many of the shown items have the value; `+2` where picking it as well would add two."""
    if row.items is None:
        return ""
    return f"+{row.items.more}" if row.items.more else f"{row.items.shown}"
