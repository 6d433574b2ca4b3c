"""Writes a file with the defaults, every setting commented out with a line that explains it."""

import json
from collections.abc import Iterator

from tuiapp import keynames
from tuiapp.config.file import path
from tuiapp.config.settings import THEMES, Settings
from tuiapp.keytable import KEYS, Key
from tuiapp.language import LANGUAGES, gettext, spoken
from tuiapp.legend import headings
from tuiapp.orders import NAMED
from tuiapp.printable import one_line


def sample() -> str:
    """The file. With the first `#` of each line taken off it is valid as well, and sets what holds without it."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    yield "## " + gettext("The settings of tuiapp: {file}").format(file=one_line(path() or "tuiapp/config.toml"))
    yield "## " + gettext("To change one, take the # off the beginning of its line.")
    yield ""
    default = Settings()
    yield _setting("language", spoken(), _either(LANGUAGES))
    yield _setting("theme", default.theme, _either(THEMES))
    yield _setting("order", default.order, gettext("of the rows: {names}").format(names=_either(tuple(NAMED))))
    yield _setting("columns", default.columns, gettext("of the list, from left to right; a narrow one has fewer"))
    yield ""
    yield "## " + gettext('A key, such as "y", "ctrl+n", "f5", "space" or "/", or a list of keys; [] is none.')
    yield "[keys]"
    told: set[str] = set()
    for room, heading in headings().items():
        keys = [key for key in KEYS if key.room == room and key.called and key.called not in told]
        told.update(key.called for key in keys)
        yield f"## {heading}"
        yield from map(_key, keys)


def _key(key: Key) -> str:
    written = [keynames.written(name) for name in key.own]
    return _setting(key.called, written if len(written) > 1 else written[0], gettext(key.description))


def _setting(name: str, value: object, explanation: str) -> str:
    # What JSON makes of texts and lists without control characters is TOML too.
    return f"# {name} = {json.dumps(value, ensure_ascii=False)}  # {explanation}"


def _either(names: tuple[str, ...]) -> str:
    return gettext(" or ").join(filter(None, (", ".join(names[:-1]), names[-1])))
