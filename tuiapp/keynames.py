"""Names of keys: as people write them, as Textual has them, and what the same key sends on Cyrillic layouts.

A key has a name here only if every plain terminal sends it over SSH, and sends nothing else like it.
"""

import re
import string
import unicodedata

from tuiapp.fold import on_same_key
from tuiapp.fold.layout import TO_LATIN
from tuiapp.language import gettext
from tuiapp.signs import sign

_SHORT = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Unicode's names of signs that Textual shortens."""


def _unicode_name(character: str) -> str:
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _SHORT.get(name, name)


_SIGNS = {_unicode_name(character): character for character in string.punctuation}
_NAMES = {character: name for name, character in _SIGNS.items()} | {" ": "space"}
_PLAIN = {
    "enter", "escape", "tab", "shift+tab", "space", "backspace", "up", "down", "left", "right", "home", "end",
    "pageup", "pagedown", "insert", "delete", *(f"f{number}" for number in range(1, 13)),
}  # fmt: skip
_ALSO = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "ins": "insert", "del": "delete"}
_SAME = {"ctrl+h": "Backspace", "ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+[": "Esc"}
"""Keys that a terminal sends as another."""

_MOVED = {"slash": ("full_stop",), "question_mark": ("comma",)}
"""What the keys / and ? send on the Cyrillic layouts; they are no letters there, as the keys of `fold` are."""
_SHOWN = {"pagedown": "PgDn", "pageup": "PgUp", "shift+tab": "Shift+Tab", "escape": "Esc"}


class NoKeyError(ValueError):
    """A plain terminal sends no such key; the message says why."""


def read(written: str) -> str:
    """Textual's name of the key that a person writes as `ctrl+n`, `G`, `/` or `PgDn`; raises NoKeyError."""
    if len(written) == 1:
        return _character(written)
    name = _ALSO.get(written.lower(), written.lower())
    if name in _PLAIN or (re.fullmatch(r"ctrl\+[a-z]", name) and name not in _SAME):
        return name
    if name in _SAME:
        raise NoKeyError(gettext("a terminal sends it as {key}").format(key=_SAME[name]))
    if re.fullmatch(r"(alt|meta|option)\+.+", name):
        raise NoKeyError(gettext("a terminal sends Alt as Esc and the key, and the two may arrive apart"))
    if capital := re.fullmatch(r"shift\+([a-z])", name):
        raise NoKeyError(gettext("write the capital letter: {letter}").format(letter=capital[1].upper()))
    if re.fullmatch(r"((ctrl|shift|super|cmd)\+)+.+", name):
        raise NoKeyError(gettext("a plain terminal cannot send it"))
    # Imported here because only a wrong name needs it.
    from tuiapp.library.fault import guessing

    raise NoKeyError(guessing(gettext("there is no such key"), written, _PLAIN))


def _character(character: str) -> str:
    if character.isascii() and character.isprintable():
        return _NAMES.get(character, character)
    if (latin := character.translate(TO_LATIN)) != character:
        same = gettext("name the key by its Latin letter, {letter}: the Cyrillic one then works too")
        raise NoKeyError(same.format(letter=latin))
    raise NoKeyError(gettext("not every keyboard has this character"))


def written(name: str) -> str:
    """What `read` takes for the key `name`."""
    return _SIGNS.get(name, name)


def types(name: str) -> bool:
    """Whether the key `name` types a character into a text field."""
    return len(name) == 1 or name in _SIGNS or name == "space"


def twins(name: str) -> tuple[str, ...]:
    """The names of the key events that `name` sends on Cyrillic layouts; empty if it sends the same on all."""
    if name in _MOVED:
        return _MOVED[name]
    modifier, _, last = name.rpartition("+")
    character = _SIGNS.get(last, last)
    found = on_same_key(character) if len(character) == 1 else ()
    return tuple(f"{modifier}+{twin}" if modifier else _NAMES.get(twin, twin) for twin in found)


def label(name: str) -> str:
    """The name of a key for people: `ctrl+q` is `Ctrl+Q`, `slash` is `/`."""
    if name in _SHOWN or name in _SIGNS:
        return _SHOWN.get(name) or _SIGNS[name]
    if name in ("down", "up"):
        return sign(name)
    modifier, _, letter = name.rpartition("+")
    if modifier:
        return f"{modifier.capitalize()}+{letter.upper()}"
    return letter if len(letter) == 1 else letter.capitalize()
