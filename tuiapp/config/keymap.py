"""Checks the keys that a person gives to actions."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tuiapp import keynames
from tuiapp.keys import TOGETHER, TYPING, names, rekeyed
from tuiapp.keytable import KEYS, Key
from tuiapp.language import gettext
from tuiapp.library.fault import ValuePath, guessing, quoted

EDITING = frozenset(
    {"left", "right", "home", "end", "backspace", "delete"} | {f"ctrl+{letter}" for letter in "acdeuvwx"}
) - {name for key in KEYS if key.room in TYPING for name in key.own}
"""The keys that move or edit in a text field, without those that the program itself takes there."""


def actions() -> tuple[str, ...]:
    """The names of the actions whose keys can be chosen, each once."""
    return tuple(dict.fromkeys(key.called for key in KEYS if key.called))


def chosen_keys(said: object, complain: Callable[[ValuePath, str], None]) -> dict[str, tuple[str, ...]]:
    """Textual's names of the keys for each action of the table `keys`; calls `complain` for every fault."""
    if not isinstance(said, dict):
        complain(("keys",), gettext("a table is due: [keys], and below it a line for each action"))
        return {}
    known = actions()
    chosen: dict[str, tuple[str, ...]] = {}
    for action, value in said.items():
        path = ("keys", action)
        if action not in known:
            complain(path, guessing(gettext("there is no such action"), action, known))
        elif isinstance(value, str):
            chosen[action] = tuple(_read([(path, value)], action, complain))
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            each = (((*path, number), one) for number, one in enumerate(value))
            chosen[action] = tuple(dict.fromkeys(_read(each, action, complain)))
        else:
            complain(path, gettext("a key is due, or a list of keys"))
    if said.get("quit") == []:
        complain(("keys", "quit"), gettext("a key must be left that quits from everywhere"))
    for action, message in _clashes(chosen):
        complain(("keys", action), message)
    return chosen


def _read(
    written: Sequence[tuple[ValuePath, str]] | Iterator[tuple[ValuePath, str]],
    action: str,
    complain: Callable[[ValuePath, str], None],
) -> Iterator[str]:
    """The names of those keys that the action can have."""
    rows = [key for key in KEYS if key.called == action]
    for path, text in written:
        try:
            name = keynames.read(text)
        except keynames.NoKeyError as reason:
            complain(path, f"{quoted(text)}: {reason}")
            continue
        if any(key.room in TYPING for key in rows) and (why := _typed(name)):
            complain(path, f"{quoted(text)}: {why}")
        else:
            yield name


def _typed(name: str) -> str:
    """Why a key cannot have an action where text is typed; empty if it can."""
    if keynames.types(name):
        return gettext("it is typed into the field, where this action works too: take Ctrl and a letter, or F1 to F12")
    if name in EDITING:
        return gettext("it edits the text in the field, where this action works too")
    return ""


def _clashes(chosen: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Each chosen action with a key that another action has in the same room, and what is wrong; each pair once."""
    told: set[frozenset[str]] = set()
    table = rekeyed(chosen)
    for rooms in TOGETHER:
        first: dict[str, Key] = {}
        for key in (key for key in table if key.room in rooms):
            for name in names(key):
                other = first.setdefault(name, key)
                pair = frozenset((key.called, other.called))
                if other is not key and pair not in told:
                    told.add(pair)
                    mine, theirs = (key, other) if key.called in chosen else (other, key)
                    yield mine.called, _clash(name, mine, theirs)


def _clash(name: str, mine: Key, other: Key) -> str:
    if not other.called:
        return gettext("{key} is a digit of a number").format(key=quoted(keynames.label(name)))
    if name in mine.own and name in other.own:
        return gettext("{key} is a key of {action} in the same place").format(
            key=quoted(keynames.label(name)), action=quoted(other.called)
        )
    return gettext("{key} is on a Cyrillic layout a key of {action} in the same place").format(
        key=quoted(keynames.label(name)), action=quoted(other.called)
    )
