"""What can be changed in a YAML text, and how it is said that it cannot."""

from collections.abc import Iterable

from msgspec import Struct

from tuiapp.editing.spelling import Value, block
from tuiapp.library.fault import ValuePath
from tuiapp.printable import visible


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
        # A key may hold a line feed.
        super().__init__(visible(message))
        self.lines = tuple(lines)
        """What a person can paste there; empty if nothing has to be written."""


class MissingError(Exception):
    """There is no such place."""


class OtherError(Exception):
    """The new text would say something else than it should."""


def lines_of(change: Change) -> list[str]:
    """What a person pastes: the key and its value, or the dash and its element."""
    if not isinstance(change, (Put, Append)):
        return []
    if isinstance(change, Put) and change.path and isinstance(change.path[-1], str):
        return block({change.path[-1]: change.value}, 0)
    return block([change.value], 0)
