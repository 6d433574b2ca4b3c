"""The matter of an item in words: how far along each of its articles says it is, and where they disagree."""

from collections.abc import Sequence

from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.disagreements import Disagreement, disagreements
from tuiapp.language import gettext
from tuiapp.present.lines import Paragraph, Run, whole
from tuiapp.present.rows import flat
from tuiapp.signs import sign
from tuiapp.wording import day_in_figures, stage_name

WHOLE = 5
"""Items up to which a matter is told whole."""


def history(archive: Archive, number: int, *, keys: str = "") -> list[Paragraph]:
    """The items of the matter with the current one in brackets, then each disagreement; empty if there are no others.

    Of a long matter only the first and the last item are told, and those beside the current one. `keys`: the keys that
    lead to the others stand before it.
    """
    told = archive.matters.of(number)
    if len(told) == 1:
        return []
    at = told.index(number)
    places = range(len(told))
    shown = [*places] if len(told) <= WHOLE else sorted({0, at - 1, at, at + 1, places[-1]}.intersection(places))
    dates = _dates(archive, [told[place] for place in shown])
    arrow: Run = (f" {sign('arrow')} ", "dim")
    heading = gettext("history, {place} of {count}: ") if len(shown) < len(told) else gettext("history: ")
    line: list[Run] = [(f"{keys} ", "key")] if keys else []
    line.append((heading.format(place=at + 1, count=len(told)), "dim"))
    for place, date, before in zip(shown, dates, [-1, *shown], strict=False):
        line += [arrow] if place else []
        line += [(sign("ellipsis"), "dim"), arrow] if place > before + 1 else []
        words = f"{date} {stage_name(archive.model.items[told[place]].stage)}"
        line.append((f"[{words}]", "title") if place == at else (words, "plain"))
    return [whole(line), *(_difference(archive, each) for each in disagreements(archive, number))]


def _dates(archive: Archive, numbers: Sequence[int]) -> list[str]:
    """The months of the items, or the days where two are of one month."""
    dates = [archive.model.article_of(number).published for number in numbers]
    months = [Date(date[:7]) if date else None for date in dates]
    return list(map(day_in_figures, months if len(set(months)) == len(months) else dates))


def _difference(archive: Archive, found: Disagreement) -> Paragraph:
    """Both values, the earlier first, and since when the later is said."""
    field = found.field
    before, after = (flat(field.said(archive, number)) for number in (found.before, found.after))
    date = day_in_figures(archive.model.article_of(found.after).published)
    return whole(
        [
            (f"{field.heading().lower()}: ", "dim"),
            (before, "removed"),
            (f" {sign('arrow')} ", "dim"),
            (after, "added"),
            (f" ({date})", "dim"),
        ]
    )
