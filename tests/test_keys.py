"""The one table of keys."""

import pytest

from tuiapp.keynames import twins
from tuiapp.keys import TOGETHER, names
from tuiapp.keytable import KEYS
from tuiapp.legend import headings


@pytest.mark.parametrize(
    ("key", "found", "why"),
    [
        ("q", ("й",), "the letter on the same key"),
        ("G", ("П",), "a capital stays one"),
        ("o", ("щ", "ў"), "the Belarusian layout has another letter there"),
        ("b", ("и", "і"), "likewise"),
        ("ctrl+q", ("ctrl+й",), "as the kitty protocol reports it"),
        ("slash", ("full_stop",), "/ is . on both Cyrillic layouts"),
        ("question_mark", ("comma",), "? is , there"),
        ("colon", ("Ж",), ": is a letter there"),
        ("left_square_bracket", ("х",), "likewise"),
        ("right_square_bracket", ("ъ", "apostrophe"), "the Belarusian layout has an apostrophe there"),
        ("enter", (), "the same on every layout"),
        ("f2", (), "likewise"),
    ],
)
def test_twins(key: str, found: tuple[str, ...], why: str) -> None:
    assert twins(key) == found, why


def test_no_key_does_two_things_in_one_room() -> None:
    for rooms in TOGETHER:
        used = [name for key in KEYS if key.room in rooms for name in names(key)]
        assert len(used) == len(set(used)), rooms


def test_no_key_that_a_plain_terminal_cannot_send() -> None:
    used = {name for key in KEYS for name in names(key)}
    assert not used & {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+left_square_bracket"}
    assert not any("alt+" in name for name in used)


def test_nothing_hangs_on_escape_alone() -> None:
    for key in KEYS:
        if key.keys == "escape":
            others = [other for other in KEYS if other is not key and other.room in (key.room, "rooms", "browser")]
            assert others, key


def test_every_room_has_its_heading() -> None:
    assert {key.room for key in KEYS} == set(headings())
