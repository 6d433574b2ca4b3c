"""Changes of one place of a YAML text: every other character stays, and what they made is read again."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct
from yaml import YAMLError

from tuiapp.editing.places import Page, Written, guessed
from tuiapp.editing.putting import added, emptied, replaced
from tuiapp.editing.spelling import Value, block, piece, read_back, texts
from tuiapp.editing.taking import Edit, dropped, without_marks
from tuiapp.language import gettext
from tuiapp.library.fault import ValuePath, spelled
from tuiapp.library.yaml.characters import UNFIT, mend, refused
from tuiapp.library.yaml.events import IrregularError, Pieces, build
from tuiapp.library.yaml.node import plain
from tuiapp.library.yaml.tree import Composer

_LINE_END = re.compile(r"\r\n|\r|\n")


class Put(Struct, frozen=True):
    """The value at `path` becomes `value`; the last key is added if it is missing."""

    path: ValuePath
    value: Value


class Append(Struct, frozen=True):
    """The list at `path`, which is made if it is missing, gets one more element."""

    path: ValuePath
    value: Value


class Drop(Struct, frozen=True):
    """The key or the element at `path` is taken out; a list that becomes empty stays as `[]`."""

    path: ValuePath


class Settle(Struct, frozen=True):
    """What is guessed at `path`, or in it, is a guess no more."""

    path: ValuePath


Change = Put | Append | Drop | Settle


class PlaceError(Exception):
    """The place cannot be changed without a risk for others; the message says why."""

    def __init__(self, message: str, lines: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.lines = tuple(lines)
        """What a person can paste there; empty if nothing has to be written."""


class _MissingError(Exception):
    """There is no such place."""


def guesses(text: str) -> frozenset[ValuePath]:
    """The paths of the values whose line ends in a comment that begins `# ?`; none if the text is no YAML."""
    try:
        _said(text)
        return guessed(Page(mend(_bytes(text)).text))
    except (PlaceError, YAMLError):
        return frozenset()


def values(text: str) -> object:
    """The values of a text, plain; raises PlaceError if it cannot be read to its end."""
    return _said(text)[0]


def changed(text: str, changes: Iterable[Change]) -> str:
    """`text` with `changes`, one after the other; raises PlaceError, also if one of them changed anything else."""
    for change in changes:
        text = _changed(text, change)
    return text


def _changed(text: str, change: Change) -> str:
    for said in texts(change.value) if isinstance(change, (Put, Append)) else ():
        if wrong := UNFIT.search(said):
            raise PlaceError(refused(wrong[0]))
    value, faults = _said(text)
    try:
        page = Page(mend(_bytes(text)).text)
        new = _applied(text, page.text, _edits(page, change))
        expected = _expected(value, change)
    except _MissingError:
        missing = gettext("the file has no {path}").format(path=spelled(change.path))
        raise PlaceError(missing, _lines(change)) from None
    except YAMLError:
        raise _refusal(change) from None
    try:
        got, wrong_now = _said(new)
    except PlaceError:
        raise _refusal(change) from None
    if repr(got) != repr(expected) or wrong_now > faults:
        raise _refusal(change)
    return new


def _refusal(change: Change) -> PlaceError:
    message = gettext("{path} is written in a way that only a person can change").format(path=spelled(change.path))
    return PlaceError(message, _lines(change))


def _lines(change: Change) -> list[str]:
    """What a person pastes."""
    if isinstance(change, Append):
        return block([change.value], 0)
    if not isinstance(change, Put):
        return []
    if change.path and isinstance(change.path[-1], str):
        return block({change.path[-1]: change.value}, 0)
    new = piece(change.value, 0)
    return [new.head + new.mark, *new.body]


def _bytes(text: str) -> bytes:
    # A surrogate is no character; one for one, so that the places stay.
    return text.encode(errors="replace")


def _said(text: str) -> tuple[object, int]:
    """The plain value of `text`, and how many faults it has; raises PlaceError if it cannot be read to its end."""
    characters = mend(_bytes(text))
    if not characters.unfit:
        try:
            return build(Pieces(characters.text.encode(), _untold)), len(characters.faults)
        except (IrregularError, YAMLError):
            pass
    composer = Composer(characters, _untold)
    if composer.root is None or not composer.complete:
        (line, _), _, message = composer.notes[-1] if composer.notes else ((1, 1), (), "")
        broken = gettext("the file is no YAML as it stands, line {line}: {message}").format(line=line, message=message)
        raise PlaceError(broken)
    return plain(composer.root), len(composer.notes)


def _untold(_: int) -> None:
    """Ignore progress: a file that people write takes a few milliseconds."""


# Places


def _edits(page: Page, change: Change) -> list[Edit]:
    if isinstance(change, Settle):
        return _settled(page, change)
    if isinstance(change, Drop):
        return _drop(page, change)
    if isinstance(change, Append):
        return _append(page, change)
    return _put(page, change.path, change.value, change)


def _put(page: Page, path: ValuePath, value: Value, change: Change) -> list[Edit]:
    if not path:
        raise _refusal(change)
    around = _found(page, path[:-1], change)
    node, step = around.child(path[-1]), path[-1]
    if node:
        _refuse_shared(node, path, change)
        return replaced(page, node, value)
    if around.kind == "map" and isinstance(step, str):
        if around.children:
            return added(page, around, step, value)
        return replaced(page, around, {step: value})
    if _nothing(around) and isinstance(step, str):
        return replaced(page, around, {step: value})
    raise _MissingError


def _append(page: Page, change: Append) -> list[Edit]:
    path = change.path
    around = _found(page, path[:-1], change) if path else None
    if around and around.child(path[-1]) is None:
        return _put(page, path, [change.value], change)
    node = _found(page, path, change)
    if _nothing(node) or (node.kind == "list" and not node.children):
        return replaced(page, node, [change.value])
    if node.kind != "list":
        raise _MissingError
    return added(page, node, None, change.value)


def _drop(page: Page, change: Drop) -> list[Edit]:
    if not change.path:
        raise _refusal(change)
    around = _found(page, change.path[:-1], change)
    node = around.child(change.path[-1])
    if node is None:
        raise _MissingError
    _refuse_shared(node, change.path, change)
    return dropped(page, node) if around.flow or len(around.children) > 1 else emptied(page, around)


def _settled(page: Page, change: Settle) -> list[Edit]:
    if not change.path:
        return without_marks(page, 0, len(page.text), [])
    around = _found(page, change.path[:-1], change, shared=True)
    node = around.child(change.path[-1])
    if node is None:
        raise _MissingError
    return without_marks(page, page.begins(node.entry), page.ends(node.end), [])


def _found(page: Page, path: ValuePath, change: Change, *, shared: bool = False) -> Written:
    """The value at `path`, which no alias stands for, nor for one around it unless `shared`."""
    node = page.root
    if node is None:
        raise _MissingError
    for at in range(len(path) + 1):
        if node.kind == "alias" or not shared:
            _refuse_shared(node, path[:at], change, inside=True)
        if at < len(path):
            inner = node.child(path[at])
            if inner is None:
                raise _MissingError
            node = inner
    return node


def _refuse_shared(node: Written, path: ValuePath, change: Change, *, inside: bool = False) -> None:
    """Raise PlaceError if others use what stands there; an alias itself may be exchanged."""
    if node.used or (inside and node.kind == "alias"):
        message = gettext("{path} is written once and stands in several places").format(path=spelled(path))
        raise PlaceError(message, _lines(change))


def _nothing(node: Written) -> bool:
    return node.kind == "scalar" and node.value is None


def _expected(value: object, change: Change) -> object:
    """`value`, which is changed for that, as it is to be afterwards."""
    if isinstance(change, Settle):
        return value
    # Append takes the path () too, so that the whole gets a step of its own.
    holder: Any = {"": value}
    inner: Any = holder
    path: ValuePath = ("", *change.path)
    *steps, last = path
    for step in steps:
        outer, inner = inner, _step(inner, step)
        if inner is None:
            inner = outer[step] = {}
    if isinstance(change, Drop):
        del inner[last]
    elif isinstance(change, Put):
        inner[last] = read_back(change.value)
    else:
        there: Any = inner.get(last) if isinstance(inner, dict) else _step(inner, last)
        inner[last] = [*(there or ()), read_back(change.value)]
    return holder[""]


def _step(value: Any, step: str | int) -> object:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        raise _MissingError from None


# Characters


def _applied(text: str, page: str, edits: list[Edit]) -> str:
    """`text` with `edits`, which are of `page`: the same without its mark and with line feeds alone."""
    first = _LINE_END.search(text)
    ending = first[0] if first else "\n"
    raw = _in_raw(text, page)
    done, pieces = 0, []
    for start, end, new in sorted(edits):
        pieces += [text[done : raw(start)], new.replace("\n", ending)]
        done = raw(end)
    return "".join(pieces) + text[done:]


def _in_raw(text: str, page: str) -> Callable[[int], int]:
    """Where a place of `page` is in `text`."""
    lead = text.startswith("\ufeff")
    if "\r" not in text:
        return lambda at: at + lead
    lines = [int(lead), *(match.end() for match in _LINE_END.finditer(text))]
    starts = [0, *(match.end() for match in re.finditer("\n", page))]

    def raw(at: int) -> int:
        line = bisect_right(starts, at) - 1
        return lines[line] + at - starts[line]

    return raw
