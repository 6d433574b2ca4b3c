"""What was asked and what came of it, in words: the bar under the filter, and the list when it is empty."""

from msgspec.structs import replace

from tuiapp.explorer import Answer, Explorer
from tuiapp.facets import Facet, Picks
from tuiapp.language import gettext, ngettext, worded
from tuiapp.model import Model
from tuiapp.present.facets import facet_name, value_name
from tuiapp.present.lines import Line, Paragraph, Run
from tuiapp.present.signs import sign
from tuiapp.present.wording import publication, quoted
from tuiapp.printable import one_line
from tuiapp.search import Problem, Query, Scope, Term


def scope_name(scope: Scope) -> str:
    """What the words of the filter are matched against."""
    return {
        Scope.ALL: gettext("everything"),
        Scope.ENTERPRISE: gettext("enterprises"),
        Scope.SECTOR: gettext("sectors"),
    }[scope]


def count(answer: Answer, total: int) -> str:
    """How many items are shown of how many, as wide for few as for all: another width lays the screen out anew."""
    words = gettext("{shown} of {total}")
    return words.format(shown=f"{len(answer.shown):{len(str(total))}}", total=total)


def narrowed_by(explorer: Explorer, answer: Answer) -> Line:
    """The picks and the rewritings at work; where there are none, what is being read."""
    runs: list[Run] = []
    for typed, kind, read in answer.shown.rewritings:
        label = gettext("layout") if kind == "layout" else gettext("script")
        runs.append((one_line(f"{label}: {typed} {sign('arrow')} {read}"), "match"))
    if not answer.question.rewrite:
        runs.append((gettext("to the letter: no other layout or script"), "warn"))
    picked = ((facet, _picked(explorer, facet, answer.question.picks)) for facet in Facet)
    runs += [(f"{facet_name(facet)}: {', '.join(names)}", "picked") for facet, names in picked if names]
    if not runs:
        return ((opened(explorer.model), "dim"),)
    line: list[Run] = []
    for run in runs:
        line += [(sign("between"), "dim"), run] if line else [run]
    return tuple(line)


def opened(model: Model) -> str:
    """The articles that are open."""
    first = model.articles[0]
    if len(model.articles) == 1:
        return one_line(f"{publication(first)}{sign('between')}{worded(first.title)}")
    many = ngettext("{count} article", "{count} articles", len(model.articles))
    return many.format(count=len(model.articles))


def problem(problem: Problem) -> str:
    """A part of the query that can never match."""
    if problem.kind == "unknown scope":
        said = gettext("There is no scope {part}; there are enterprise:, sector: and all:.")
    else:
        said = gettext("{part} has no word after it.")
    return said.format(part=quoted(problem.part))


def nothing(explorer: Explorer, answer: Answer) -> list[Paragraph]:
    """Why the list is empty, what may have been meant, and how to get back."""
    back = gettext("Esc in the filter clears it; c clears the filter and all picks.")
    said = (Paragraph(each) for each in reasons(explorer, answer))
    return [Paragraph(""), *said, Paragraph(""), Paragraph(back, "dim")]


def reasons(explorer: Explorer, answer: Answer) -> list[str]:
    """Why nothing was found, and what may have been meant, each on one line."""
    said: list[str] = [problem(each) for each in answer.query.problems]
    emptied = answer.matched.emptied_by
    if emptied is not None:
        said += _emptied(explorer, answer, emptied)
    elif not len(answer.matched) and not said:
        said.append(gettext("Nothing for {word}.").format(word=quoted(answer.query.text)))
    elif len(answer.matched):
        said.append(_picked_away(explorer, answer))
    return [one_line(each) for each in said]


def _emptied(explorer: Explorer, answer: Answer, term: Term) -> list[str]:
    """What is said of the word that leaves nothing: where it is to be found, or what it may have been meant to be."""
    question = answer.question
    alone = explorer.index.search(Query(terms=(term,)), question.scope, rewrite=question.rewrite)
    if len(alone) and not term.excludes:
        return [gettext("Nothing has {word} together with the words before it.").format(word=quoted(term.typed))]
    said = [gettext("Nothing for {word}.").format(word=quoted(term.typed))]
    anywhere = explorer.index.search(Query(terms=(replace(term, scope=Scope.ALL),)), rewrite=question.rewrite)
    if len(anywhere) and not term.excludes:
        count = len(anywhere)
        found = ngettext("{count} item has it in another scope.", "{count} items have it in another scope.", count)
        said.append(found.format(count=count))
    elif near := explorer.index.nearest(term.text):
        said.append(gettext("Did you mean {names}?").format(names=", ".join(near)))
    return said


def _picked(explorer: Explorer, facet: Facet, picks: Picks) -> list[str]:
    """The values of `facet` that are picked, in the facet's order."""
    values = explorer.facets.values(facet) if picks[facet] else ()
    return [value_name(explorer.model, facet, value) for value in values if value in picks[facet]]


def _picked_away(explorer: Explorer, answer: Answer) -> str:
    picked = ((facet_name(facet), _picked(explorer, facet, answer.question.picks)) for facet in Facet)
    names = "; ".join(f"{facet}: {', '.join(values)}" for facet, values in picked if values)
    count = len(answer.matched)
    left = ngettext(
        "{count} item matches the filter, but not what is picked: {names}.",
        "{count} items match the filter, but none what is picked: {names}.",
        count,
    )
    return left.format(count=count, names=names)
