"""What is said of a value of the wrong type, for every type that a model may use."""

from enum import StrEnum
from typing import Any, Literal

import pytest
from msgspec import Struct

from tuiapp.dates import WANTED, Date
from tuiapp.library.checks.judge import judged
from tuiapp.library.yaml.characters import mend
from tuiapp.library.yaml.tree import Composer


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
        (Date, "2025-13", '"2025-13" is no date: there is no month 13'),
        (Date | None, "2025-00", '"2025-00" is no date: there is no month 00'),
        (Date, "'2025-02-29'", '"2025-02-29" is no date: there is no day 29 in 2025-02'),
        (Date, "'0000'", '"0000" is no date: there is no year 0000'),
        (Date, "31.12.2025", f'{WANTED} is due, not "31.12.2025": write 2025-12-31'),
        (Date, "1.2.2025", f'{WANTED} is due, not "1.2.2025": write 2025-02-01'),
        (Date, "12/2025", f'{WANTED} is due, not "12/2025": write 2025-12'),
        (Date, "1/2/2025", f'{WANTED} is due, not "1/2/2025"'),
        (Date, "31.02.2025", f'{WANTED} is due, not "31.02.2025": there is no day 31 in 2025-02'),
        (tuple[str, str], "[a]", "two values are due, not 1"),
        (tuple[str, str], "[]", "two values are due, not 0"),
        (tuple[str, str] | None, "[a, b, c]", "two values are due, not 3"),
        (Colour, "[x]", "a colour is due, not a list: one of red"),
        (Colour, "", "a colour is due, not nothing: one of red"),
        (Colour, "no", "a colour is due, not false: one of red"),
        (Colour, "blue", 'unknown colour "blue", one of: red'),
        (str, "2025-09-30", "text is due, but YAML reads 2025-09-30 as a date: put it in quotes"),
    ],
)
def test_a_type_is_called_by_its_name(kind: Any, value: str, said: str) -> None:
    root = Composer(mend(f"v: {value}\n".encode()), lambda _: None).root
    assert root
    assert [message for _, _, message in judged(root, dict[str, kind])] == [said]
