"""Which characters to take out of a text, so that a value is gone, or no guess any more."""

from tuiapp.editing.places import Page, Written
from tuiapp.library.checks.part import MARK

Edit = tuple[int, int, str]
"""Start, exclusive end, and what stands there afterwards."""


def without_marks(page: Page, start: int, end: int, edits: list[Edit]) -> list[Edit]:
    """`edits`, and each guess mark between two ends of lines taken out that they leave."""
    marks = [_mark(page, *mark) for mark in page.marks(start, end)]
    return edits + [mark for mark in marks if not any(one < mark[1] and mark[0] < two for one, two, _ in edits)]


def hints_of(page: Page, key: str, column: int, start: int, end: int) -> list[Edit]:
    """The lines `# ? KEY: …` taken out, by which a draft says what it does not know."""
    hints = [(at, until) for at, until in page.marks(start, end) if page.text.startswith(f"{MARK} {key}: ", at)]
    return [_mark(page, *hint) for hint in hints if _comment_at(page, hint[0]) == column == page.column(hint[0])]


def _mark(page: Page, at: int, end: int) -> Edit:
    """A mark with the blanks before it; with its line if it stands alone on it."""
    begins, ends = page.begins(at), page.ends(at)
    lead = page.text[begins:at]
    if lead.strip():
        return at - len(lead) + len(lead.rstrip()), end, ""
    if page.text[end:ends].strip():
        return at, end + len(page.text[end:ends]) - len(page.text[end:ends].lstrip()), ""
    return (begins, ends + 1, "") if ends < len(page.text) else (max(begins - 1, 0), ends, "")


def dropped(page: Page, node: Written) -> list[Edit]:
    """`node` taken out of the list or mapping around it, with its key and the comment lines that belong to it.

    A block that has nothing else would become nothing.
    """
    around = node.around
    assert around
    at = next(number for number, each in enumerate(around.children) if each is node)
    before = around.children[at - 1] if at else None
    after = around.children[at + 1] if at + 1 < len(around.children) else None
    if around.flow:
        return [_out_of_flow(page, node, before, after)]
    if page.text[page.begins(node.entry) : node.entry].strip() and after:
        return [_from_first_line(page, node, after)]
    return [_lines(page, node, before, after)]


def _out_of_flow(page: Page, node: Written, before: Written | None, after: Written | None) -> Edit:
    text = page.text
    if before and "#" not in text[before.end : node.entry]:
        return before.end, node.end, ""
    if after and "#" not in text[node.end : after.entry]:
        return node.entry, after.entry, ""
    around = node.around
    assert around
    comma = page.sign(",", node.end, after.entry if after else around.end - 1)
    return node.entry, max(node.end, comma + 1), ""


def _from_first_line(page: Page, node: Written, after: Written) -> Edit:
    """Out of the line of the dash around: what comes next moves there, or stays below its comments."""
    end = page.ends(node.end)
    if page.text[end : after.entry].strip():
        return node.entry, end, ""
    return node.entry, after.entry, ""


def _lines(page: Page, node: Written, before: Written | None, after: Written | None) -> Edit:
    """Whole lines, with comments: those right above as far in as it, and those right below that are further in."""
    text, column = page.text, page.column(node.entry)
    around = node.around
    assert around
    floor = page.ends(before.end) + 1 if before else page.begins(node.entry)
    if not before and around.around is not None and not text[page.begins(around.inner) : around.inner].strip():
        # Comments may stand below the key or dash of the list or mapping, before its first element.
        floor = page.ends(around.entry) + 1
    start = page.begins(node.entry)
    while start > floor and _comment_at(page, start - 1) == column:
        start = page.begins(start - 1)
    end = min(page.ends(node.end) + 1, len(text))
    while end < len(text) and (after is None or end < after.entry) and _comment_at(page, end) > column:
        end = min(page.ends(end) + 1, len(text))
    if before is None:
        while after and end < after.entry and not text[end : page.ends(end)].strip():
            end = page.ends(end) + 1
    else:
        while start > floor and not text[page.begins(start - 1) : start].strip():
            start = page.begins(start - 1)
    if end == len(text) and not text.endswith("\n") and start:
        # The file had no line feed at its end, and has none.
        return start - 1, end, ""
    return start, end, ""


def _comment_at(page: Page, at: int) -> int:
    """Column of the comment on the line of `at` if nothing else stands there, else -1."""
    line = page.text[page.begins(at) : page.ends(at)]
    return len(line) - len(line.lstrip(" ")) if line.lstrip(" ").startswith("#") else -1
