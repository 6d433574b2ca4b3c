"""What can be chosen for an item, row by row."""

from collections.abc import Iterator

from tuiapp import wording
from tuiapp.model import Ends, Model
from tuiapp.present.lines import Line
from tuiapp.printable import cells, one_line
from tuiapp.signs import sign

_LABEL = 22
"""Cells of a value's name."""


def choice_line(text: str, has: bool) -> Line:
    """A value, and whether the item has it."""
    return ((f"{sign('picked' if has else 'unpicked')} ", "picked" if has else "dim"), (one_line(text), "plain"))


def speaker_line(model: Model, speaker: str, has: bool) -> Line:
    """A person with the role, or an enterprise."""
    person = model.people.get(speaker)
    role = f", {wording.text(person.role)}" if person and person.role else ""
    return choice_line(wording.speaker_name(model, speaker) + role, has)


def value_line(label: str, now: str) -> Line:
    """A value's name, and what it is now."""
    return ((one_line(label) + " " * max(_LABEL - cells(label), 1), "dim"), (one_line(now) or sign("dash"), "plain"))


def directions(ends: Ends, region: str | None) -> Iterator[Ends]:
    """What an item's regions can become with `region`: first what keeps those that it has. None: without another one,
    turned round, or with one less."""
    one, other, mutual = ends
    if region is None:
        if one or other:
            if not mutual:
                yield Ends(other, one)
            if one and other:
                yield Ends(one, other, mutual=not mutual)
                yield from (Ends(one, None), Ends(None, other))
            yield Ends(None, None)
        return
    offered = [Ends(one, region), Ends(region, other)]
    # First what adds, then what puts it in the place of another.
    offered.sort(key=lambda each: not (each.one and each.other) or bool(one and other))
    offered += [Ends(end, region, mutual=True) for end in (one, other) if end]
    offered += [Ends(other, region), Ends(region, one), Ends(region, None), Ends(None, region)]
    yield from (each for each in dict.fromkeys(offered) if each.one != each.other)
