"""Where a change takes place: its path followed through a text, to the characters that are exchanged."""

from tuiapp.editing.change import Append, Change, Drop, MissingError, OtherError, PlaceError, Settle, lines_of
from tuiapp.editing.places import Page, Written
from tuiapp.editing.putting import added, emptied, replaced
from tuiapp.editing.spelling import Value
from tuiapp.editing.taking import Edit, dropped, without_marks
from tuiapp.language import gettext
from tuiapp.library.fault import ValuePath, spelled


def edits(page: Page, change: Change) -> list[Edit]:
    """What to exchange for `change`; raises MissingError, OtherError, and PlaceError for what others use too."""
    if isinstance(change, Settle):
        return _settled(page, change)
    if isinstance(change, Drop):
        return _drop(page, change)
    if isinstance(change, Append):
        return _append(page, change)
    return _put(page, change.path, change.value, change)


def _put(page: Page, path: ValuePath, value: Value, change: Change) -> list[Edit]:
    if not path:
        raise OtherError
    around = _found(page, path[:-1], change)
    node, step = around.child(path[-1]), path[-1]
    if node:
        _refuse_shared(node, path, change)
        return replaced(page, node, value)
    if around.kind == "map" and isinstance(step, str):
        if _holds(page, around):
            return added(page, around, step, value)
        return replaced(page, around, {step: value})
    if _nothing(around) and isinstance(step, str):
        return replaced(page, around, {step: value})
    raise MissingError


def _append(page: Page, change: Append) -> list[Edit]:
    path = change.path
    around = _found(page, path[:-1], change) if path else None
    if around and around.child(path[-1]) is None:
        return _put(page, path, [change.value], change)
    node = _found(page, path, change)
    if _nothing(node) or (node.kind == "list" and not _holds(page, node)):
        return replaced(page, node, [change.value])
    if node.kind != "list":
        raise MissingError
    return added(page, node, None, change.value)


def _drop(page: Page, change: Drop) -> list[Edit]:
    if not change.path:
        raise OtherError
    around = _found(page, change.path[:-1], change)
    node = around.child(change.path[-1])
    if node is None:
        raise MissingError
    _refuse_shared(node, change.path, change)
    return dropped(page, node) if around.flow or len(around.children) > 1 else emptied(page, around)


def _settled(page: Page, change: Settle) -> list[Edit]:
    if not change.path:
        return without_marks(page, 0, len(page.text), [])
    around = _found(page, change.path[:-1], change, shared=True)
    node = around.child(change.path[-1])
    if node is None:
        raise MissingError
    return without_marks(page, page.begins(node.entry), page.ends(node.end), [])


def _found(page: Page, path: ValuePath, change: Change, *, shared: bool = False) -> Written:
    """The value at `path`, which no alias stands for, nor for one around it unless `shared`."""
    node = page.root
    if node is None:
        raise MissingError
    for at in range(len(path) + 1):
        if node.kind == "alias" or not shared:
            _refuse_shared(node, path[:at], change, inside=True)
        if at < len(path):
            inner = node.child(path[at])
            if inner is None:
                raise MissingError
            node = inner
    return node


def _refuse_shared(node: Written, path: ValuePath, change: Change, *, inside: bool = False) -> None:
    """Raise PlaceError if others use what stands there; an alias itself may be exchanged."""
    if node.used or (inside and node.kind == "alias"):
        message = gettext("{path} is written once and stands in several places").format(path=spelled(path))
        raise PlaceError(message, lines_of(change))


def _holds(page: Page, node: Written) -> bool:
    """Whether brackets hold anything, be it a comment; else what comes in is written in block style."""
    return bool(node.children) or any(node.start < at < node.end for at, _ in page.comments)


def _nothing(node: Written) -> bool:
    return node.kind == "scalar" and node.value is None
