"""What is said of a value of the wrong type, for every type that a model may use."""

from enum import StrEnum
from typing import Any, Literal

import pytest
from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.load.characters import mend
from tuiapp.load.judge import judged
from tuiapp.load.tree import Composer


class Colour(StrEnum):
    RED = "red"


class Thing(Struct):
    name: str


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (float, "x", 'a number is due, not "x"'),
        (float | None, "[1]", "a number is due, not a list"),
        (int, "x", 'a whole number is due, not "x"'),
        (int, "1.5", "a whole number is due, not a number"),
        (bool, "x", 'true or false is due, not "x"'),
        (bool, "1", "true or false is due, not a number"),
        (Literal["ru", "en"], "fr", '"ru" or "en" is due, not "fr"'),
        (Literal["ru", "en"], "{}", '"ru" or "en" is due, not a mapping'),
        (Date, "x", 'a day, a month or a year, such as 2025-09-30, 2025-09 or 2025 is due, not "x"'),
        (tuple[str, ...], "x", 'a list is due, not "x"'),
        (str | tuple[str, ...], "{}", "text or a list is due, not a mapping"),
        (dict[str, str], "x", 'a mapping is due, not "x"'),
        (Thing, "x", 'a mapping is due, not "x"'),
        (Colour, "[x]", "text is due, not a list"),
        (Colour, "blue", 'unknown colour "blue", one of: red'),
        (str, "2025-09-30", "text is due, but YAML reads 2025-09-30 as a date: put it in quotes"),
    ],
)
def test_a_type_is_called_by_its_name(kind: Any, value: str, said: str) -> None:
    root = Composer(mend(f"v: {value}\n".encode()), lambda _: None).root
    assert root
    assert [message for _, _, message in judged(root, dict[str, kind])] == [said]
