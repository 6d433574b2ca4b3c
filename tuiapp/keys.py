"""The keys in use: which work together, and Textual's bindings of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tuiapp.keynames import label, twins
from tuiapp.keytable import DIGITS, KEYS, Key, Room

if TYPE_CHECKING:
    from textual.binding import BindingType

TOGETHER: tuple[tuple[Room, ...], ...] = (
    ("rooms", "listing", "panes", "browser", "everywhere", "moving", "items"),
    ("rooms", "listing", "panes", "browser", "everywhere", "moving", "facets"),
    ("rooms", "browser", "everywhere", "moving", "article"),
    ("proposal", "browser", "everywhere", "moving"),
    ("excerpt", "browser", "everywhere"),
    ("filter", "panes", "browser", "everywhere"),
    ("values", "panes", "browser", "everywhere"),
    ("search", "browser", "everywhere"),
    ("articles", "moving", "everywhere"),
    ("page", "moving", "everywhere"),
    ("palette", "everywhere"),
    ("entry", "everywhere"),
)
"""The rooms whose keys work at the same time."""
TYPING = ("filter", "values", "search", "palette", "entry", "panes", "browser", "everywhere")
"""The rooms whose keys also work where characters are typed into a field."""

_table = KEYS
"""The table with the chosen keys."""
_bound = False
"""Whether a class has its bindings."""


def use(chosen: Mapping[str, Sequence[str]]) -> None:
    """Replace the keys of the actions that `chosen` names, for the whole process.

    Call it before the screen is imported: its classes get their bindings then. Later it raises RuntimeError.
    """
    global _table
    if _bound:
        raise RuntimeError("keys were chosen after the screen had been bound to others")
    _table = rekeyed(chosen)


def table() -> tuple[Key, ...]:
    """The table with the keys in use."""
    return _table


def rekeyed(chosen: Mapping[str, Sequence[str]]) -> tuple[Key, ...]:
    """KEYS with other keys, by Textual's names, for the actions that `chosen` names."""
    return tuple(key._replace(keys=",".join(chosen[key.called])) if key.called in chosen else key for key in KEYS)


def names(key: Key) -> tuple[str, ...]:
    """Every name that triggers `key`: its own names and their twins."""
    return tuple(dict.fromkeys([*key.own, *(twin for name in key.own for twin in twins(name))]))


def overtaking() -> frozenset[str]:
    """The names of the keys that quit or interrupt: they overtake all waiting keys."""
    return frozenset(
        name for key in _table if key.action in ("app.interrupt", "app.quit") for name in names(key) if "+" in name
    )


def working(*rooms: Room) -> list[Key]:
    """The actions whose keys work in `rooms`, in the table's order. A key of two rooms is that of the first."""
    taken: dict[str, Room] = {}
    for room in rooms:
        for key in (key for key in _table if key.room == room):
            for name in key.own:
                taken.setdefault(name, room)
    having = (
        key._replace(keys=",".join(n for n in key.own if taken[n] == key.room)) for key in _table if key.room in rooms
    )
    return [key for key in having if key.keys]


def bindings(*rooms: Room, on: str = "") -> "list[BindingType]":
    """Textual's bindings of all keys that work in `rooms`. Their actions belong to the room, or to the namespace `on`.

    All have priority, so that they act as soon as the key arrives. Without it they would wait for the room to handle
    the key, and of `/lift` in one packet only the `/` would arrive.
    """
    # Imported here so that the table can be read, to check the settings, without the screen.
    from textual.binding import Binding

    global _bound
    _bound = True
    room = f"{on}." if on else ""
    return [
        Binding(name, room + key.action.format(key=name), key.description, show=False, priority=True)
        for key in working(*rooms)
        for name in names(key)
    ]


def labels(key: Key) -> str:
    """The names of all keys of an action, for people."""
    if key.keys == DIGITS:
        return "0-9"
    return " ".join(label(name) for name in key.own)


def shortcut(called: str) -> str:
    """The first key of the action of this name, for people; empty if it has none."""
    return next((label(key.own[0]) for key in _table if key.called == called and key.own), "")
