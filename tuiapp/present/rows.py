"""An item as one row: its columns, with the letters marked that a query matched."""

from collections.abc import Iterable, Sequence

from tuiapp.language import worded
from tuiapp.model import Item, Model, Text
from tuiapp.present.lines import Line, Role, Run, runs
from tuiapp.present.signs import sign
from tuiapp.present.wording import stage_name, title
from tuiapp.printable import cells, fitting, padded, visible
from tuiapp.search import Match, Scope

_GAP: Run = ("  ", "plain")


def item_row(model: Model, item: Item, matches: Sequence[Match], width: int) -> Line:
    """The item in `width` cells: title, enterprises, sector, stage; narrow rows leave out from the end.

    An item without enterprises gives their column to its title.
    """
    first, *rooms = _columns(width, bool(item.enterprises))
    line = list(crop(((title(item), "plain"),), first))
    for names in (enterprises, sector) if item.enterprises else (sector,):
        if rooms:
            room = rooms.pop(0)
            text = names(model, item, matches)
            if _size(text) > room:
                text = _to_match(names(model, item, matches, brief=True), room)
            line += [_GAP, *crop(text, room)]
    for room in rooms:
        line += [_GAP, *crop(((stage_name(item.stage), "dim"),), room)]
    return tuple(line)


def _size(line: Line) -> int:
    return sum(cells(text) for text, _ in line)


def _columns(width: int, enterprises: bool) -> tuple[int, ...]:
    """Cells of title, enterprises (where there are any), sector (both from 20 cells on) and stage (from 76)."""
    if width < 20:
        return (max(width, 1),)
    stage = 11 if width >= 76 else 0
    rest = width - stage - (2 if stage else 0) - 4
    party, sector = min(rest * 30 // 100, 28), min(rest * 25 // 100, 24)
    name = rest - party - sector
    columns = (name, party, sector) if enterprises else (name + party + 2, sector)
    return (*columns, stage) if stage else columns


def enterprises(model: Model, item: Item, matches: Sequence[Match], *, brief: bool = False) -> Line:
    """The item's enterprises by name, matched letters marked."""
    line: list[Run] = []
    for each in item.enterprises:
        if line:
            line.append((", ", "plain"))
        line += named(model.enterprises[each].name, _of(matches, Scope.ENTERPRISE, each), "plain", brief)
    return tuple(line)


def sector(model: Model, item: Item, matches: Sequence[Match], role: Role = "dim", *, brief: bool = False) -> Line:
    """The item's sector by name, matched letters marked."""
    line: list[Run] = []
    for each in item.sectors:
        if line:
            line.append((", ", role))
        line += named(model.sectors[each].name, _of(matches, Scope.SECTOR, each), role, brief)
    return tuple(line)


def _of(matches: Sequence[Match], scope: Scope, owner: str) -> list[Match]:
    return [match for match in matches if match.scope == scope and match.owner == owner]


def named(name: Text, matches: Iterable[Match], role: Role, brief: bool) -> Line:
    """A name in the language in use; where another spelling of it matched, that one follows in brackets.

    Where that is to be `brief` and nothing of the name itself matched, the other spelling stands in its place.
    """
    shown = flat(worded(name))
    spans: dict[str, set[tuple[int, int]]] = {}
    for match in matches:
        spans.setdefault(flat(match.name), set()).update(match.spans)
    if brief and spans and shown not in spans:
        return marked(*next(iter(spans.items())), role)
    line = list(marked(shown, spans.pop(shown, set()), role))
    for other, places in spans.items():
        line += [(" (", role), *marked(other, places, role), (")", role)]
    return tuple(line)


def marked(text: str, places: Iterable[tuple[int, int]], role: Role) -> Line:
    """`text` with the characters of `places` marked as matched; places may overlap."""
    joined: list[tuple[int, int, Role]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end, "match"))
    return runs(text, 0, len(text), role, tuple(joined))


def flat(text: str) -> str:
    """A name on one line, as many characters as before, so that offsets into it hold."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def _to_match(line: Line, width: int) -> Line:
    """`line` begun later where its first matched letters would else be cut off; the cut is said by an ellipsis."""
    before = 0
    for place, (text, role) in enumerate(line):
        before += cells(text)
        if role == "match":
            return line if before < width else ((sign("ellipsis"), "dim"), *line[place:])
    return line


def crop(line: Line, width: int) -> Line:
    """`line` in exactly `width` cells: filled up with blanks, or cut, the cut said by an ellipsis."""
    size = _size(line)
    if size <= width:
        return (*line, (" " * (width - size), "plain"))
    cut: list[Run] = []
    ellipsis = sign("ellipsis")
    room = width - len(ellipsis)
    for text, role in line:
        part = text[: fitting(text, room)]
        cut.append((part, role))
        room -= cells(part)
        if part != text:
            break
    return (*cut, (padded(ellipsis, len(ellipsis) + room)[:width], _unmarked(cut)))


def _unmarked(line: Sequence[Run]) -> Role:
    """The role of the text around what is matched: an ellipsis in it is no change of style, which costs 28 bytes."""
    return next((role for _, role in reversed(line) if role != "match"), "dim")
