"""Which characters to exchange so that a value stands at a place: over another, behind a key, at the end of a list."""

from tuiapp.editing.places import Page, Written
from tuiapp.editing.spelling import Guess, Piece, Value, block, inline, piece, scalar
from tuiapp.editing.taking import Edit, dropped, hints_of, without_marks


def replaced(page: Page, node: Written, value: Value) -> list[Edit]:
    """`value` in the place of `node`, whose anchor, and what stands before and behind it, stays."""
    around = node.around
    if around is None:
        edits = [(node.inner, node.end, "\n".join(_whole(value)))]
    elif around.flow:
        edits = [(node.inner, node.end, _after_key(page, node) + inline(value))]
    else:
        column = page.column(node.entry)
        # A list or mapping with an anchor begins below it.
        dash = around.kind == "list" and node.start == node.inner
        if dash and node.inner < node.end and not page.breaks(node.entry, node.inner):
            # More blanks may stand behind a dash than one, and the other lines are as far in as the first.
            column = page.column(node.inner) - 2
        new = piece(value, column, dash=dash)
        edits = _over_block(page, node, new) if node.blocky else _over_inline(page, node, new)
    if isinstance(value, Guess) and around and around.flow:
        return edits
    return without_marks(page, page.begins(node.entry), page.ends(node.end), edits)


def _whole(value: Value) -> list[str]:
    return block(value, 0) if isinstance(value, (dict, list)) and value else [inline(value)]


def _after_key(page: Page, node: Written) -> str:
    """What is missing between a key or dash and its value if that is written as nothing."""
    if node.inner < node.end:
        return ""
    around = node.around
    key = around.keys[around.children.index(node)] if around and around.keys else None
    if key and page.sign(":", key.end, node.inner) < 0:
        return ": "
    return "" if page.text[node.end - 1 : node.end].isspace() else " "


def emptied(page: Page, node: Written) -> list[Edit]:
    """A list or mapping in block style without the one element that it has."""
    nothing: Value = [] if node.kind == "list" else {}
    if node.around is None or not page.breaks(sign := _sign_end(page, node), node.inner):
        return replaced(page, node, nothing)
    return [(sign, sign, f" {inline(nothing)}"), *dropped(page, node.children[0])]


def _sign_end(page: Page, node: Written) -> int:
    """Where the colon or dash of a block's value ends, and its anchor, if it has one on that line."""
    around = node.around
    assert around
    if node.start < node.inner:
        lead = page.text[node.start : node.inner]
        return node.start + len(lead.split("\n")[0].split(" #")[0].rstrip())
    if around.kind == "list":
        return node.entry + 1
    key = around.keys[around.children.index(node)]
    return page.sign(":", key.end, node.start) + 1


def _below(body: list[str]) -> str:
    return "".join(f"\n{line}" for line in body)


def _over_block(page: Page, node: Written, new: Piece) -> list[Edit]:
    end = page.ends(node.end)
    sign = _sign_end(page, node)
    if not page.breaks(sign, node.inner):
        # Its first line stands behind the dash.
        return [(node.inner, end, new.head + new.mark + _below(new.body))]
    head = f" {new.head}{new.mark}" if new.head else ""
    return [(sign, sign, head), (page.begins(node.inner) - 1, end, _below(new.body))]


def _over_inline(page: Page, node: Written, new: Piece) -> list[Edit]:
    below = (page.ends(node.head), page.ends(node.end), _below(new.body))
    if not new.head:
        sign = _sign_end(page, node)
        if not page.breaks(sign, node.inner):
            return [(sign, node.head, ""), below]
        if page.text[node.head : page.ends(node.head)].lstrip().startswith("#"):
            # A person's comment behind the old value stays, above the new one.
            return [(node.inner, node.head, ""), below]
        return [(page.begins(node.inner) - 1, page.ends(node.end), below[2])]
    head = _after_key(page, node) + new.head + new.mark
    return [(node.inner, node.head, head), below]


def added(page: Page, node: Written, key: str | None, value: Value) -> list[Edit]:
    """`value` as the last of a list (`key` None) or mapping, which is not empty unless it is in flow style."""
    if node.flow:
        lead = "" if key is None else f"{scalar(key, flow=True)}: "
        return _added_in_flow(page, node, lead + inline(value))
    last = node.children[-1]
    column = page.column(last.entry)
    lines = block([value] if key is None else {key: value}, column)
    apart = key is None and len(node.children) > 1 and "\n\n" in page.text[node.children[-2].end : last.entry]
    end = page.ends(last.end)
    hints = [] if key is None else hints_of(page, key, column, page.begins(node.inner), end)
    return [*hints, (end, end, ("\n" if apart else "") + _below(lines))]


def _added_in_flow(page: Page, node: Written, new: str) -> list[Edit]:
    if not node.children:
        # Below the comments that are in it.
        return [(node.end - 1, node.end - 1, new)]
    last = node.children[-1]
    comma = page.sign(",", last.end, node.end - 1)
    first_on_line = not page.text[page.begins(last.entry) : last.entry].strip()
    if first_on_line and page.breaks(last.end, node.end - 1):
        # One on each line: a comment behind the last stays with it.
        end = page.ends(max(last.end, comma))
        pad = page.text[page.begins(last.entry) : last.entry]
        if comma >= 0:
            return [(end, end, f"\n{pad}{new},")]
        return [(last.end, last.end, ","), (end, end, f"\n{pad}{new}")]
    if comma >= 0:
        return [(comma + 1, comma + 1, f" {new}")]
    return [(last.end, last.end, f", {new}")]
