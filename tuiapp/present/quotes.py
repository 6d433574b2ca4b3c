"""A quote with everything about it: the item, the words, the speaker, the proof, the translation."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.evidence import Change, Evidence, Status
from tuiapp.fields import NAMED, PANEL
from tuiapp.language import Language, deferred, gettext, ngettext
from tuiapp.model import Item, Model
from tuiapp.present.history import history
from tuiapp.present.lines import Line, Paragraph, Role, Series, runs
from tuiapp.present.rows import cell, matched, naming
from tuiapp.present.sample import enough, sample
from tuiapp.printable import one_line
from tuiapp.search import Match, Rule, Term
from tuiapp.signs import sign
from tuiapp.wording import publication, status_name, translation, voice

PROVEN: dict[Status, Role] = {
    Status.VERBATIM: "good",
    Status.NORMALISED: "good",
    Status.CUT: "bad",
    Status.DIFFERS: "bad",
    Status.MISSING: "bad",
    Status.NO_SOURCE: "warn",
}
_REWRITINGS = {"layout": deferred("other layout"), "script": deferred("other script")}
_RULES = {
    Rule.EXACT: deferred("exact"),
    Rule.PREFIX: deferred("beginning of a word"),
    Rule.FORM: deferred("another form of the word"),
    Rule.INITIALS: deferred("initials"),
    Rule.INSIDE: deferred("inside a word"),
    Rule.CLIPPED: deferred("beginning of one word and another word"),
}
"""The explanation of a match, by the rule that found it. For `Rule.SLIPS` it is the number of typing errors instead."""
_REASONS = {
    Status.NO_SOURCE: deferred("the model names no source for this article"),
    Status.MISSING: deferred("no passage of the article is like it"),
    Status.CUT: deferred("a word or a number is cut"),
}
_FOUND = Evidence(status=Status.VERBATIM, start=1_000, end=1_100)
"""Stands for the evidence of any good quote."""


class Told(NamedTuple):
    """What the panel tells of a quote."""

    words: list[Paragraph | Series]
    """The item's title, the words, what is wrong with them, and the translation."""
    origin: list[Series]
    """The speaker, and the publication."""
    facts: list[Paragraph | Series]
    """The fields of the item; its matter; last, why it is found, and where the article has the words."""


def quote_panel(
    archive: Archive,
    number: int,
    nth: int,
    evidence: Evidence,
    matches: Sequence[Match],
    left_out: Sequence[Term] = (),
    keys: str = "",
) -> Told:
    """Quote `nth` of item `number`, in the order in which it is read. `keys`: those that lead along its matter."""
    model = archive.model
    item = model.items[number]
    article = model.article_of(number)
    aside = [*map(explanation, matches), *map(omission, left_out), whereabouts(evidence)]
    return Told(
        [
            Series((cell(NAMED["title"], archive, number, matches),)),
            _words(item, nth, matches),
            *_doubted(evidence),
            *_translation(model, number, nth),
        ],
        [
            Series(tuple(naming(said, matches, "person") for said in voice(model, item.quotes[nth]))),
            Series((naming(publication(article), matches, "publisher"), ((one_line(article.url or ""), "dim"),))),
        ],
        [
            *facts(archive, number, matches),
            *history(archive, number, keys=keys),
            _dim(aside),
        ],
    )


def others(archive: Archive, number: int, nth: int) -> list[list[Paragraph | Series]]:
    """The item's quotes without quote `nth`, in the order of the article: the status, the words and the speaker."""
    model, item = archive.model, archive.model.items[number]
    found = {at: archive.evidence(number, at) for at in range(len(item.quotes)) if at != nth}
    ascending = sorted(found, key=lambda at: (found[at].start is None, found[at].start))
    return [
        [
            Series((((f"{ordinal(item, at)} ", "dim"), *status(found[at])),)),
            Paragraph(item.quotes[at].exact, "dim", margin=((f"{sign('bar')} ", "dim"),)),
            _dim(voice(model, item.quotes[at])),
        ]
        for at in ascending
    ]


def _dim(said: Iterable[str]) -> Series:
    return Series(tuple(((each, "dim"),) for each in said))


@lru_cache(maxsize=1)
def usual(archive: Archive, width: int, language: Language) -> tuple[int, int, int]:
    """How many lines of `width` cells are enough for each part of `Told`, measured on a sample in `language`.

    Only first quotes are measured, and none is looked for in its article, which may take long.
    """
    told = [quote_panel(archive, number, 0, _FOUND, ()) for number in sample(archive)]
    words, origin, facts = (
        enough(sum(1 for part in each[at] for _ in part.lines(width)) for each in told) for at in range(3)
    )
    return words, origin, facts


def heading(item: Item, nth: int, evidence: Evidence, following: str = "n") -> Line:
    """Which of the item's quotes is shown, and its status; `following` is the key of the next one, or empty."""
    more: Line = ()
    if following and len(item.quotes) > 1:
        more = ((" ", "plain"), (gettext("{key}: next").format(key=following), "key"))
    return ((f"{ordinal(item, nth)} ", "plain"), *status(evidence), *more)


def ordinal(item: Item, nth: int) -> str:
    """Which of the item's quotes it is."""
    return gettext("Quote {number} of {count}").format(number=nth + 1, count=len(item.quotes))


def status(evidence: Evidence) -> Line:
    """The status as a sign and a word."""
    return ((f"{sign(evidence.status)} {status_name(evidence.status)}", PROVEN[evidence.status]),)


def facts(archive: Archive, number: int, matches: Sequence[Match]) -> list[Series]:
    """The fields that the panel shows.

    In short series: a long one would take one line for some items and two for others, and all below it would move.
    """
    told: dict[int, list[Line]] = {}
    for field in PANEL:
        told.setdefault(field.panel // 10, []).append(cell(field, archive, number, matches, remarks=True))
    return [Series(tuple(lines)) for lines in told.values() if any(lines)]


def explanation(match: Match) -> str:
    """Why a word of the query finds the row: what it was read as, in which field it was found, and by which rule."""
    shown = [match.term if match.rewriting == "layout" else _bare(match.term)]
    if match.rewritten:
        shown.append(match.rewritten)
    if match.rule in (Rule.FORM, Rule.SLIPS) and match.rewriting != "script":
        shown.append(match.word)
    why = [NAMED[match.scope].heading().lower()]
    if match.rewriting:
        why.append(gettext(_REWRITINGS[match.rewriting]))
    slips = ngettext("{count} slip", "{count} slips", match.slips).format(count=match.slips)
    why.append(slips if match.slips else gettext(_RULES[match.rule]))
    way = f" {sign('arrow')} ".join(shown)
    return one_line(f"{way}: {', '.join(why)}")


def omission(term: Term) -> str:
    """That a word of the query was left out, and why."""
    said = gettext("{word}: left out, a legal form, a preposition or the like")
    return one_line(said.format(word=_bare(term.text)))


def _bare(typed: str) -> str:
    """A word without the comma or the quotation marks around it; on the other layout these are letters."""
    return typed.strip("".join(one for one in typed if not one.isalnum())) or typed


def _words(item: Item, nth: int, matches: Sequence[Match]) -> Paragraph:
    exact = item.quotes[nth].exact
    mine = (span for match in matches if match.scope == "quote" and match.owner == exact for span in match.spans)
    return Paragraph(exact, "quote", matched(mine), margin=((f"{sign('bar')} ", "quote"),))


def _doubted(evidence: Evidence) -> list[Paragraph | Series]:
    """Why the article is not known to have the quote, and the words of both; nothing more for a good quote."""
    return [*([Series((verdict(evidence),))] if evidence.status in _REASONS else []), *sides(evidence)]


def verdict(evidence: Evidence) -> Line:
    """Whether the article has the quote, and if not, why; a good status is coloured only in the heading."""
    line: Line = tuple((text, "plain" if role == "good" else role) for text, role in status(evidence))
    why = gettext(_REASONS[evidence.status]) if evidence.status in _REASONS else ""
    return (*line, (f": {why}", "plain")) if why else line


def whereabouts(evidence: Evidence) -> str:
    """Where the article has the quote or, if it differs, the passage most like it; empty if it has neither.

    People count the first character as 1 and the last one in; the exports keep the offsets.
    """
    if evidence.start is None:
        return ""
    return gettext("characters {start} to {end} of the article").format(start=evidence.start + 1, end=evidence.end)


def proof(evidence: Evidence) -> str:
    """The verdict and the whereabouts in one text."""
    said = "".join(text for text, _ in verdict(evidence))
    where = whereabouts(evidence)
    return f"{said}{'; ' if evidence.status in _REASONS else ': '}{where}" if where else said


def sides(evidence: Evidence) -> list[Paragraph]:
    """The quote's words and the article's, if the quote is cut or differs."""
    return [_side(evidence.diff, "quote"), _side(evidence.diff, "source")] if evidence.diff else []


_MARKS = {"removed": "[-{}-]", "added": "{{+{}+}}"}
"""wdiff's marks for what only one side has; used where there is no colour: on paper, in pipes, read aloud."""


def in_marks(side: Paragraph) -> str:
    """One of the `sides` on one line, without colour."""
    margin = "".join(text for text, _ in side.margin)
    line = runs(side.text, 0, len(side.text), side.role, side.spans)
    return one_line(margin + "".join(_MARKS.get(role, "{}").format(text) for text, role in line))


def _side(diff: Sequence[Change], side: str) -> Paragraph:
    """One side of a diff: the quote's words or the article's, with those marked that the other side does not have."""
    label = gettext("quote:   ") if side == "quote" else gettext("article: ")
    role: Role = "removed" if side == "quote" else "added"
    text = ""
    spans: list[tuple[int, int, Role]] = []
    for change in diff:
        if change.kind == side:
            spans.append((len(text), len(text) + len(change.text), role))
        if change.kind in ("same", side):
            text += change.text
    return Paragraph(text, spans=tuple(spans), margin=((label, "dim"),))


def _translation(model: Model, number: int, nth: int) -> list[Paragraph]:
    text = translation(model, number, nth)
    margin: Line = ((" " * len(f"{sign('bar')} "), "plain"),)
    return [Paragraph(gettext("Translation: ") + text, "dim", margin=margin)] if text else []
