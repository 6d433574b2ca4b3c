"""An item as one row of columns, in which the letters that a query matched are marked."""

from collections.abc import Iterable, Sequence

from tuiapp.archive import Archive
from tuiapp.fields import Field
from tuiapp.present.columns import GAP, ORDER, Placed, columns
from tuiapp.present.lines import Line, Role, Run, runs, size
from tuiapp.printable import cells, fitting, padded, visible
from tuiapp.search import Match
from tuiapp.signs import sign

_GAP: Run = (" " * GAP, "plain")


def item_row(
    archive: Archive, number: int, matches: Sequence[Match], width: int, order: tuple[str, ...] = ORDER
) -> Line:
    """The item in `width` cells, in those columns of `order` that fit.

    A title takes the column of enterprises behind it if there are none.
    """
    placed = columns(archive, width, order)
    names = [column.field.name for column in placed[:2]]
    if names == ["title", "enterprise"] and not placed[1].field.values(archive, number):
        title, parties, *others = placed
        placed = (Placed(title.field, title.width + GAP + parties.width), *others)
    line: list[Run] = []
    for field, room in placed:
        line += [_GAP] if line else []
        line += _fitted(field, archive, number, matches, room)
    return tuple(line)


def headings(archive: Archive, width: int, order: tuple[str, ...] = ORDER) -> Line:
    """The names of the columns."""
    line: list[Run] = []
    for field, room in columns(archive, width, order):
        line += [_GAP] if line else []
        line += crop(((field.heading(), "dim"),), room)
    return tuple(line)


def _fitted(field: Field, archive: Archive, number: int, matches: Sequence[Match], room: int) -> Line:
    """A field of an item in exactly `room` cells; too long a text shows its match, or the shortest names."""
    role: Role = "plain" if field.name in ("title", "enterprise") else "dim"
    text = cell(field, archive, number, matches, role)
    if field.mark:
        text = ((f"{sign(field.mark(archive, number))} ", role), *text)
    if size(text) > room and field.short:
        text = cell(field, archive, number, matches, role, short=True)
    if size(text) > room:
        text = _to_match(cell(field, archive, number, matches, role, brief=True, short=True), room)
    return crop(text, room)


def cell(
    field: Field,
    archive: Archive,
    number: int,
    matches: Sequence[Match],
    role: Role = "plain",
    *,
    brief: bool = False,
    short: bool = False,
    remarks: bool = False,
) -> Line:
    """The values of a field, matched letters marked; empty where there are none.

    `brief`: instead of a name the spelling that matched. `short`: the shortest spelling of each name. `remarks`: each
    with its remark.
    """
    line: list[Run] = []
    for value in field.values(archive, number):
        if line:
            line.append((", ", role))
        plain = (field.alone or field.words)(archive.model, value)
        words = field.short(archive, value) if short and field.short else plain
        if field.containing:
            line += naming(words, matches, field.containing, role)
        else:
            mine = [match for match in matches if match.scope == field.name and match.owner == value]
            line += named(words, mine, role, brief)
        if remarks and (remark := field.remark(archive, number, value)):
            line.append((f" ({remark})", role))
    return tuple(line)


def named(name: str, matches: Iterable[Match], role: Role, brief: bool) -> Line:
    """A name, followed in brackets by other spellings of it that matched.

    If `brief`, and the name itself did not match, another spelling that did is shown instead.
    """
    shown = flat(name)
    spans: dict[str, set[tuple[int, int]]] = {}
    for match in matches:
        spans.setdefault(flat(match.name), set()).update(match.spans)
    if brief and spans and shown not in spans:
        return marked(*next(iter(spans.items())), role)
    line = list(marked(shown, spans.pop(shown, set()), role))
    for other, places in spans.items():
        line += [(" (", role), *marked(other, places, role), (")", role)]
    return tuple(line)


def naming(text: str, matches: Iterable[Match], field: str, role: Role = "plain") -> Line:
    """A text that contains names of `field`, with the letters marked that matched in them."""
    text = flat(text)
    found = ((text.find(flat(match.name)), match) for match in matches if match.scope == field)
    return marked(text, ((at + start, at + end) for at, match in found if at >= 0 for start, end in match.spans), role)


def marked(text: str, places: Iterable[tuple[int, int]], role: Role) -> Line:
    """`text` with the characters of `places` marked as matched; places may overlap."""
    return runs(text, 0, len(text), role, matched(places))


def matched(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int, Role], ...]:
    """The spans of a paragraph in which `places`, which may overlap, are marked as matched."""
    joined: list[tuple[int, int, Role]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end, "match"))
    return tuple(joined)


def flat(text: str) -> str:
    """A name on one line, with as many characters as before, so that offsets stay valid."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def _to_match(line: Line, width: int) -> Line:
    """`line`, with an ellipsis for so much of its start that its first matched letters are not cut off."""
    matched_at = next((at for at, (_, role) in enumerate(line) if role == "match"), None)
    if matched_at is None:
        return line
    ellipsis = sign("ellipsis")
    # One cell more is left for the ellipsis of what follows the match.
    left = width - size(line[matched_at : matched_at + 1]) - 2 * len(ellipsis)
    before = "".join(text for text, _ in line[:matched_at])
    if size(line[: matched_at + 1]) + len(ellipsis) <= width:
        return line
    end = len(before)
    while end and cells(before[end - 1 :]) <= left:
        end -= 1
    # Never begin with an accent that belongs to the letter before.
    while end < len(before) and not cells(before[end]):
        end += 1
    return ((ellipsis + before[end:], line[0][1]), *line[matched_at:])


def crop(line: Line, width: int) -> Line:
    """`line` in exactly `width` cells: padded with blanks, or cut and ended with an ellipsis."""
    blank = width - size(line)
    if blank >= 0:
        return (*line, (" " * blank, "plain"))
    cut: list[Run] = []
    ellipsis = sign("ellipsis")
    left = width - len(ellipsis)
    for text, role in line:
        part = text[: fitting(text, left)]
        cut.append((part, role))
        left -= cells(part)
        if part != text:
            break
    return (*cut, (padded(ellipsis, len(ellipsis) + left)[:width], _unmarked(cut)))


def _unmarked(line: Sequence[Run]) -> Role:
    """The role of the unmatched text: an ellipsis in this role avoids a change of style, which costs 28 bytes."""
    return next((role for _, role in reversed(line) if role != "match"), "dim")
