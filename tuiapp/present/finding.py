"""The query and its result in words: the bar under the filter, and the text in an empty list."""

from collections.abc import Sequence

from tuiapp.fields import NAMED, SEARCHED
from tuiapp.language import gettext, ngettext, spoken
from tuiapp.model import Model
from tuiapp.orders import BEST
from tuiapp.orders import NAMED as ORDERED
from tuiapp.present.facets import value_name
from tuiapp.present.lines import Line, Paragraph, Run
from tuiapp.printable import one_line
from tuiapp.search import ALL, DATES, Problem, Scope, Term
from tuiapp.signs import sign
from tuiapp.snapshot import Answer, Emptied, LeftOut
from tuiapp.wording import asked_for, in_marks, publication, worded


def scope_name(scope: Scope) -> str:
    """What the words of the filter are matched against."""
    return gettext("everything") if scope == ALL else gettext(NAMED[scope].plural)


def count(answer: Answer) -> str:
    """How many items of how many are shown; the width is constant, because a change lays the screen out anew."""
    total = len(answer.model.items)
    words = gettext("{shown} of {total}")
    return words.format(shown=f"{len(answer.shown):{len(str(total))}}", total=total)


def narrowed_by(answer: Answer, marked: int = 0, key: str = "") -> Line:
    """The picks and rewritings in effect, and how many items are marked; if there is none of it, the files left out or,
    without any, the open articles and the `key` that shows them. The fault of an edit comes before all of that."""
    if answer.snapshot.left_out.stale:
        return unread(answer.snapshot.left_out)
    runs: list[Run] = []
    for typed, kind, read in answer.shown.rewritings:
        label = gettext("layout") if kind == "layout" else gettext("script")
        runs.append((one_line(f"{label}: {typed} {sign('arrow')} {read}"), "match"))
    if not answer.question.rewrite:
        runs.append((gettext("to the letter: no other layout or script"), "warn"))
    runs += [(picked, "picked") for picked in _picked(answer)]
    if (order := answer.question.order) != BEST:
        runs.append((gettext(ORDERED[order].label), "picked"))
    if answer.question.latest:
        runs.append((gettext("only the newest of each matter"), "picked"))
    if answer.question.text and answer.snapshot.filling:
        runs.append((gettext("still reading titles and quotes"), "dim"))
    if marked:
        runs.append((ngettext("{count} marked", "{count} marked", marked).format(count=marked), "picked"))
    if not runs:
        return unread(answer.snapshot.left_out) or _opened(answer.model, key)
    line: list[Run] = []
    for run in runs:
        line += [(sign("between"), "dim"), run] if line else [run]
    return tuple(line)


def _opened(model: Model, key: str) -> Line:
    """The articles that are open and, if there are several, the `key` that shows them."""
    told: Line = ((opened(model), "dim"),)
    return (*told, (": ", "dim"), (key, "key")) if key and len(model.articles) > 1 else told


def unread(left_out: LeftOut) -> Line:
    """How many files were left out, how to learn why, and the first fault; empty if there are none."""
    if not left_out.count:
        return ()
    many = ngettext("{count} file not read", "{count} files not read", left_out.count).format(count=left_out.count)
    if not left_out.fault:
        return ((many, "warn"),)
    if left_out.stale:
        return ((one_line(left_out.fault), "warn"),)
    told = gettext("{files}: tuiapp check").format(files=many)
    return ((told, "warn"), (sign("between"), "dim"), (one_line(left_out.fault), "dim"))


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
        *others, last = (f"{_word(words)}:" for words in (*(field.scopes for field in SEARCHED), *DATES.values()))
        said = gettext("There is no scope {part}; there are {others}, {last} and all:.")
        return said.format(part=in_marks(problem.part), others=", ".join(others), last=last)
    if problem.kind == "no date":
        said = gettext("{part} has no date: write 2025-10-31, 2025-10, 2025, a weekday, today or yesterday.")
        return said.format(part=in_marks(problem.part))
    if problem.kind in ("no stage", "no status"):
        *others, last = asked_for(problem.kind.removeprefix("no "))
        said = gettext("There is no {part}; there are {others} and {last}.")
        return said.format(part=in_marks(problem.part), others=", ".join(others), last=last)
    return gettext("{part} has no word after it.").format(part=in_marks(problem.part))


def _word(words: Sequence[str]) -> str:
    """The first of the words that stand before a colon in the language in use."""
    return next(word for word in words if word.isascii() == (spoken() == "en"))


def nothing(answer: Answer, leave: str = "Esc", clear: str = "c") -> list[Paragraph]:
    """Why the list is empty, what may have been meant, and how to get back; no paragraphs if it is not empty.

    `leave` and `clear` are the keys of these actions; empty if they have none.
    """
    if answer.emptied is None:
        return []
    ways = [
        gettext("{key} in the filter clears it").format(key=leave) if leave else "",
        gettext("{key} clears the filter and all picks").format(key=clear) if clear else "",
    ]
    back = f"{'; '.join(filter(None, ways))}."
    said = (Paragraph(each) for each in reasons(answer))
    return [Paragraph(""), *said, Paragraph(""), Paragraph(back, "dim")]


def reasons(answer: Answer) -> list[str]:
    """Why nothing was found, and what may have been meant, each on one line."""
    if (why := answer.emptied) is None:
        return []
    said = [problem(each) for each in why.problems]
    if why.term is not None:
        said += _emptied(why, why.term)
    elif why.older:
        said.append(_older(why.older))
    elif why.matched:
        said.append(_picked_away(answer, why.matched))
    elif not said:
        said.append(gettext("Nothing for {word}.").format(word=in_marks(answer.query.text)))
    return [one_line(each) for each in said]


def _emptied(why: Emptied, term: Term) -> list[str]:
    """The messages for the word that leaves no items: where else it occurs, or what may have been meant."""
    if why.alone:
        return [gettext("Nothing has {word} together with the words before it.").format(word=in_marks(term.typed))]
    said = [gettext("Nothing for {word}.").format(word=in_marks(term.typed))]
    if count := why.elsewhere:
        found = ngettext("{count} item has it in another scope.", "{count} items have it in another scope.", count)
        said.append(found.format(count=count))
    if why.near and not term.excludes:
        said.append(gettext("Did you mean {names}?").format(names=", ".join(why.near)))
    return said


def _picked(answer: Answer) -> list[str]:
    """The picked values, one text for each facet."""
    return [
        f"{facet.heading()}: {', '.join(value_name(answer.model, facet, value) for value in values)}"
        for facet, values in answer.picked().items()
    ]


def _older(count: int) -> str:
    found = ngettext(
        "{count} item is found, but it is not the newest of its matter.",
        "{count} items are found, but none is the newest of its matter.",
        count,
    )
    return found.format(count=count)


def _picked_away(answer: Answer, count: int) -> str:
    left = ngettext(
        "{count} item matches the filter, but not what is picked: {names}.",
        "{count} items match the filter, but none what is picked: {names}.",
        count,
    )
    return left.format(count=count, names="; ".join(_picked(answer)))
