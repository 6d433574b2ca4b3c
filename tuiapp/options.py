"""What a person can choose for the values of an item at hand: rows, each with the decision that it stands for."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from typing import Any

from tuiapp import decisions, wording
from tuiapp.desk import Decision
from tuiapp.draft import identifier, unused
from tuiapp.fold import having
from tuiapp.language import gettext
from tuiapp.model import Ends, Item, Model, Quote, Speech, Stage
from tuiapp.present.choices import choice_line, directions, speaker_line
from tuiapp.view import View
from tuiapp.widgets.choosing import Choice

MOST = 200
"""Rows of names that are offered: whoever wants another one types."""
PAIRED = 3
"""So many regions for each of two that are typed."""


def stages(view: View, typed: str) -> list[Choice]:
    """Every stage."""

    def decision(stage: Stage) -> Decision:
        return partial(decisions.put, key="stage", value=stage.value)

    return _named(item_of(view).stage, Stage, wording.stage_name, decision, typed)


def speeches(view: View, typed: str) -> list[Choice]:
    """What the quote's speech can be; without a speaker only narration."""
    quote = quote_of(view)
    offered = [each for each in Speech if quote.speaker or each is Speech.NARRATION]
    voiced = partial(decisions.voiced, nth=view.nth, exact=quote.exact, speaker=quote.speaker)
    return _named(quote.speech, offered, wording.speech_name, lambda each: partial(voiced, speech=each), typed)


def _named(
    now: Any, offered: Any, name: Callable[[Any], str], decision: Callable[[Any], Decision], typed: str
) -> list[Choice]:
    named = having(typed)
    return [Choice(choice_line(name(each), each is now), decision(each)) for each in offered if named(name(each))]


def speakers(view: View, typed: str) -> list[Choice]:
    """Nobody, the people and the enterprises that match what is typed, and a new person of that name."""
    quote, model = quote_of(view), view.model
    speech = Speech.REPORTED if quote.speech is Speech.NARRATION else quote.speech
    by = partial(decisions.voiced, nth=view.nth, exact=quote.exact, speech=speech)
    found = _found(view, typed, "person")
    found += [each for each in _found(view, typed, "enterprise") if each not in found]
    rows = []
    if not typed.strip():
        rows.append(Choice(choice_line(gettext("the article itself"), not quote.speaker), partial(by, speaker=None)))
    rows += [Choice(speaker_line(model, each, each == quote.speaker), partial(by, speaker=each)) for each in found]
    if name := _words(typed):
        own = unused(identifier(name.split()[-1], "person"), {*model.people, *model.enterprises})
        rows.append(Choice(_new(name), partial(by, speaker=own, name=name)))
    return rows if found or not name else _warned(rows)


def sectors(view: View, typed: str) -> list[Choice]:
    """The sectors that match what is typed, and a new one of that name."""
    has = item_of(view).sectors
    rows, found = [], _found(view, typed, "sector")
    for each in found:
        line = choice_line(wording.sector(view.model, each), each in has)
        rows.append(Choice(line, partial(decisions.sectored, sector=each)))
    if name := _words(typed):
        own = unused(identifier(name, "sector"), set(view.model.sectors))
        rows.append(Choice(_new(name), partial(decisions.sectored, sector=own, name=name)))
    return rows if found or not name else _warned(rows)


def enterprises(view: View, typed: str) -> list[Choice]:
    """The enterprises that match what is typed, those of the item first, and a new one of that name."""
    mine = list(item_of(view).enterprises)
    found = _found(view, typed, "enterprise")
    ordered = found if typed.strip() else [*mine, *(each for each in found if each not in mine)]
    # The deed is that of the row: pressed twice before the file is read again, it must not be its opposite.
    rows = [
        Choice(
            choice_line(wording.enterprise(view.model, each), each in mine),
            partial(decisions.left_by if each in mine else decisions.joined_by, enterprise=each),
        )
        for each in ordered
    ]
    if name := _words(typed):
        own = unused(identifier(name, "enterprise"), {*view.model.enterprises, *view.model.people})
        rows.append(Choice(_new(name), partial(decisions.joined_by, enterprise=own, name=name)))
    return rows if found or not name else _warned(rows)


def regions(view: View, typed: str) -> list[Choice]:
    """What the direction can become with the one or two regions that match what is typed; if nothing is typed, also
    turned or taken out."""
    ends, found = item_of(view).ends, _found(view, typed, "region")
    new: dict[str, str] = {}
    pairs = [] if found else list(_pairs(view, typed))
    if not found and not pairs and (name := _words(typed)):
        own = unused(identifier(name, "region"), set(view.model.regions))
        found, new = [own], {own: name}
    offered = [] if typed.strip() else [*directions(ends, None)]
    offered += pairs or [each for region in found for each in directions(ends, region)]
    rows = []
    for each in dict.fromkeys(offered):
        line = choice_line(_direction(view.model, each, new), each == ends)
        rows.append(Choice(line, partial(decisions.directed, ends=each, new=new)))
    return _warned(rows) if new else rows


def _pairs(view: View, typed: str) -> Iterator[Ends]:
    """The directions between two regions, as in `бел сам`: the one typed first supplies, then both, then the other."""
    words = [word for word in typed.split() if any(map(str.isalnum, word))]
    for at in range(1, len(words)):
        one, other = (_found(view, " ".join(part), "region")[:PAIRED] for part in (words[:at], words[at:]))
        for first, second in product(one, other):
            if first != second:
                yield from (Ends(first, second), Ends(first, second, mutual=True), Ends(second, first))


def _direction(model: Model, ends: Ends, new: dict[str, str]) -> str:
    said = {own: gettext("new: {name}").format(name=name) for own, name in new.items()}
    return wording.direction(model, ends, said) or gettext("no region")


def _new(name: str) -> Any:
    return choice_line(gettext("new: {name}").format(name=name), False)


def _warned(rows: list[Choice]) -> list[Choice]:
    """Rows of new names alone; who expected another one and presses Enter defines nothing."""
    return [Choice(((gettext("no name is like that; the rows below define one"), "dim"),), lambda _: []), *rows]


def _words(typed: str) -> str:
    return " ".join(typed.split())


def _found(view: View, typed: str, scope: str) -> list[str]:
    return [str(each) for each in view.answer.snapshot.index.named(typed, scope)[:MOST]]


def item_of(view: View) -> Item:
    """The item at hand, which there must be."""
    return view.model.items[view.number or 0]


def quote_of(view: View) -> Quote:
    """The quote at hand."""
    return item_of(view).quotes[view.nth]
