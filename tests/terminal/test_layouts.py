"""Every binding works on every keyboard layout, in plain terminals and in those with the kitty protocol."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tuiapp.fold.layout import BELARUSIAN, RUSSIAN, TO_RUSSIAN, US
from tuiapp.keytable import KEYS, Room

from .conftest import Start

SEQUENCES = {
    "down": "\x1b[B", "up": "\x1b[A", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "home": "\x1b[H", "end": "\x1b[F",
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "escape": "\x1b", "f1": "\x1bOP", "f2": "\x1bOQ",
    "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
}  # fmt: skip
"""What a terminal sends for keys without a letter, on every layout."""
SIGNS = {
    "slash": ("/", "."), "question_mark": ("?", ","), "colon": (":", "Ж"), "left_square_bracket": ("[", "х"),
    "right_square_bracket": ("]", "ъ", "'"), "less_than_sign": ("<", "Б"), "greater_than_sign": (">", "Ю"),
}  # fmt: skip
"""The characters of these keys on the US layout, and on the Cyrillic ones."""
SHIFT, CTRL, CAPS_LOCK = 1, 4, 64


def kitty(code: str, modifiers: int, text: str = "") -> str:
    """A key as sent with the flags that Textual requests: every key as an escape code, with its text."""
    return f"\x1b[{ord(code)};{1 + modifiers}{f';{ord(text)}' if text else ''}u"


def letters(name: str) -> Iterator[str]:
    """The characters of the key `name` on the US, the Russian and the Belarusian layout."""
    yield name
    if name in US:
        yield name.translate(TO_RUSSIAN)
        yield name.translate(TO_RUSSIAN).translate(BELARUSIAN).translate(str.maketrans("иИ", "іІ"))


def sent(name: str) -> Iterator[str]:
    """All sequences that terminals send for the key `name`."""
    modifier, _, letter = name.rpartition("+")
    if name in SEQUENCES:
        yield SEQUENCES[name]
    elif name in SIGNS:
        for sign in SIGNS[name]:
            yield from (sign, kitty(sign, 0, sign))
    elif modifier == "ctrl":
        yield chr(ord(letter) - ord("a") + 1)
        for each in letters(letter):
            yield from (kitty(each, CTRL), kitty(each, CTRL | CAPS_LOCK))
    else:
        for each in letters(letter):
            yield each
            yield kitty(each.lower(), SHIFT, each) if each.isupper() else kitty(each, 0, each)


ROOMS: dict[str, tuple[bytes, tuple[Room, ...]]] = {
    "items": (b"", ("items", "moving", "rooms", "listing", "panes", "browser", "everywhere")),
    "facets": (b"f", ("facets", "moving", "rooms", "listing", "panes", "browser", "everywhere")),
    "filter": (b"/", ("filter", "panes", "browser", "everywhere")),
    "article": (b"\r", ("article", "moving", "rooms", "browser", "everywhere")),
    "articles": (b"A", ("articles", "moving", "everywhere")),
    "search": (b"\r/", ("search", "browser", "everywhere")),
    "page": (b"?", ("page", "moving", "everywhere")),
    "palette": (b":", ("palette", "everywhere")),
}
"""The keys that lead to each room, and the parts of the key table that work there."""


@pytest.mark.parametrize("room", ROOMS)
def test_every_key_of_a_room_on_every_layout(start: Start, tmp_path: Path, room: str) -> None:
    way, parts = ROOMS[room]
    record = tmp_path / "actions"
    terminal = start([sys.executable, "-m", "tests.terminal.recording", str(record)], cols=120)
    terminal.press(way)
    terminal.press(b"\x0c")
    pairs = [(key, name) for key in KEYS if key.room in parts for name in key.keys.split(",")]
    # Esc comes last: with bytes after it, it would be read as the start of a sequence.
    keys = sorted(pairs, key=lambda pair: pair[1] == "escape")
    # The screen moves its rooms; a page moves itself.
    mover = "" if room == "page" else "screen."
    acts = {key: mover + key.action if key.room == "moving" else key.action for key, _ in keys}
    wanted = [(sequence, acts[key].format(key=name)) for key, name in keys for sequence in sent(name)]
    # One by one, since the keys that quit overtake waiting keys.
    for count, (sequence, _) in enumerate(wanted, 1):
        terminal.send(sequence)
        terminal.wait_until(partial(_is_recorded, record, count))
    done = record.read_text().splitlines()
    assert [(sequence, action) for (sequence, _), action in zip(wanted, done, strict=True)] == wanted


def _is_recorded(record: Path, count: int) -> bool:
    return record.exists() and len(record.read_text().splitlines()) >= count


def test_every_letter_has_its_twins() -> None:
    assert len(RUSSIAN) == len(US)
    assert list(letters("b")) == ["b", "и", "і"]
    assert list(letters("O")) == ["O", "Щ", "Ў"]
    assert kitty("й", CTRL) == "\x1b[1081;5u"
    assert kitty("п", SHIFT, "П") == "\x1b[1087;2;1055u"
    assert kitty("j", 0, "j") == "\x1b[106;1;106u"
