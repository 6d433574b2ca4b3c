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
    """The item in `width` cells: title, enterprises, sector, stage; narrow rows leave the stage out.

    An item without enterprises gives their column to its title.
    """
    columns = _columns(width, bool(item.enterprises))
    texts: list[Line] = [((title(item), "plain"),)]
    if item.enterprises:
        texts.append(enterprises(model, item, matches))
    texts.append(sector(model, item, matches))
    texts.append(((stage_name(item.stage), "dim"),))
    line: list[Run] = []
    for place, (text, room) in enumerate(zip(texts, columns, strict=False)):
        if place:
            line.append(_GAP)
        line += crop(_to_match(text, room), room)
    return tuple(line)


def _columns(width: int, enterprises: bool) -> tuple[int, ...]:
    """Cells of title, enterprises (where there are any), sector and stage (from 76 cells on)."""
    stage = 11 if width >= 76 else 0
    rest = max(width - stage - (2 if stage else 0) - 4, 3)
    party, sector = min(rest * 30 // 100, 28), min(rest * 25 // 100, 24)
    name = rest - party - sector
    columns = (name, party, sector) if enterprises else (name + party + 2, sector)
    return (*columns, stage) if stage else columns


def enterprises(model: Model, item: Item, matches: Sequence[Match]) -> Line:
    """The item's enterprises by name, matched letters marked."""
    line: list[Run] = []
    for each in item.enterprises:
        if line:
            line.append((", ", "plain"))
        line += named(model.enterprises[each].name, _of(matches, Scope.ENTERPRISE, each))
    return tuple(line)


def sector(model: Model, item: Item, matches: Sequence[Match]) -> Line:
    """The item's sector by name, matched letters marked."""
    return named(model.sectors[item.sector].name, _of(matches, Scope.SECTOR, item.sector), "dim")


def _of(matches: Sequence[Match], scope: Scope, owner: str) -> list[Match]:
    return [match for match in matches if match.scope == scope and match.owner == owner]


def named(name: Text, matches: Iterable[Match], role: Role = "plain") -> Line:
    """A name in the language in use; where another spelling of it matched, that one follows in brackets."""
    shown = flat(worded(name))
    spans: dict[str, set[tuple[int, int]]] = {}
    for match in matches:
        spans.setdefault(flat(match.name), set()).update(match.spans)
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
    size = sum(cells(text) for text, _ in line)
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
    return (*cut, (padded(ellipsis, len(ellipsis) + room)[:width], "dim"))
