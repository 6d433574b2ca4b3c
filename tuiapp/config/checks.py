"""From the bytes of the file to settings, or every fault with its place."""

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tuiapp.config.keymap import actions, chosen_keys
from tuiapp.config.places import places
from tuiapp.config.settings import THEMES, Settings, SettingsError
from tuiapp.language import LANGUAGES, gettext
from tuiapp.library import Fault
from tuiapp.library.fault import MOST_TOLD, Place, ValuePath, guessing, quoted, spelled
from tuiapp.orders import NAMED
from tuiapp.present.columns import ORDER

Complain = Callable[[ValuePath, str], None]
"""Called with the path of a wrong value and what is wrong with it."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def settings(file: str, content: bytes) -> Settings:
    """The settings that `content` says; raises SettingsError with the name of the `file` in its faults."""
    text = _decoded(file, content)
    said = _parsed(file, text)
    notes: list[tuple[ValuePath, str]] = []
    found = _checked(said, lambda path, message: notes.append((path, message)))
    if notes:
        where = places(text)
        faults = [_fault(file, where, path, message) for path, message in notes]
        raise SettingsError(sorted(faults, key=lambda fault: (fault.line, fault.column))[:MOST_TOLD])
    return found


def _fault(file: str, where: dict[ValuePath, Place], path: ValuePath, message: str) -> Fault:
    """The fault at the statement that sets the value, or else what it is in."""
    known = next((where[path[:length]] for length in range(len(path), 0, -1) if path[:length] in where), (1, 1))
    return Fault(file, *known, spelled(path), message)


def _decoded(file: str, content: bytes) -> str:
    try:
        # A byte order mark is left out, and line ends are what TOML takes for one: a parser counts neither.
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(errors="replace")
        wrong = gettext("not UTF-8: byte {byte}").format(byte=f"0x{content[error.start]:02X}")
        raise SettingsError([Fault(file, *_end(before), "$", wrong)]) from None


def _parsed(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise SettingsError([Fault(file, 1, 1, "$", gettext("nested too deeply"))]) from None
    except ValueError as error:
        message = str(error)
        place = (1, 1)
        if at := _PLACE.search(message):
            place = (int(at[1]), int(at[2])) if at[1] else _end(text)
        reason = _PLACE.sub("", message)
        wrong = gettext("no TOML: {reason}").format(reason=reason[:1].lower() + reason[1:])
        raise SettingsError([Fault(file, *place, "$", wrong)]) from None


def _end(text: str) -> Place:
    """The place behind the last character."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _checked(said: dict[str, Any], complain: Complain) -> Settings:
    """The settings; where `complain` was called, they are not to be used."""
    one_of = {"language": LANGUAGES, "theme": THEMES, "order": tuple(NAMED)}
    known = (*one_of, "columns", "keys")
    found: dict[str, Any] = {}
    for name, value in said.items():
        if name in one_of:
            _choice((name,), value, one_of[name], complain)
            found[name] = value
        elif name == "columns":
            found[name] = _columns(value, complain)
        elif name == "keys":
            found[name] = chosen_keys(value, complain)
        elif name in actions():
            complain((name,), gettext("this is an action: write it below [keys]"))
        else:
            complain((name,), guessing(gettext("there is no such setting"), name, known))
    return Settings(**found)


def _choice(path: ValuePath, value: object, known: Sequence[str], complain: Complain) -> None:
    if isinstance(value, str) and value in known:
        return
    due = gettext("one of these is due: {names}").format(names=_listed(known))
    complain(path, guessing(due, value, known) if isinstance(value, str) else due)


def _columns(value: object, complain: Complain) -> tuple[str, ...]:
    path = ("columns",)
    if not isinstance(value, list):
        complain(path, gettext("a list is due, of these: {names}").format(names=_listed(ORDER)))
        return ORDER
    seen: set[str] = set()
    for number, name in enumerate(value):
        _choice((*path, number), name, ORDER, complain)
        if isinstance(name, str):
            if name in seen:
                complain((*path, number), gettext("{name} is given twice").format(name=quoted(name)))
            seen.add(name)
    if "title" not in value:
        complain(path, gettext("the title is always shown: add {name}").format(name=quoted("title")))
    return tuple(value)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))
