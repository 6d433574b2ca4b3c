"""What is said of a value of the wrong type, for every type that a model may use."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from msgspec import Struct
from msgspec.structs import fields

from tuiapp.dates import Date
from tuiapp.library.checks.judge import judged
from tuiapp.library.checks.wanted import options
from tuiapp.library.yaml.characters import mend
from tuiapp.library.yaml.tree import Composer
from tuiapp.model import ModelFile, Role, Speech, Stage, Text

WANTED = "a day, a month or a year, such as 2025-09-30, 2025-09 or 2025"
VALUES = ["x", "''", "2025-09-30", "2025-09-30 10:00:00", "1.5", "no", "~", "", "[]", "[[]]", "{}", "{a: []}"]
"""One of each sort."""
ROLES = ", ".join(Role)


class Thing(Struct):
    name: str


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Date, "x", f'{WANTED} is due, not "x"'),
        (Date, "1.5", f"{WANTED} is due, not a number"),
        (tuple[str, ...], "x", 'a list is due, not "x"'),
        (tuple[str, ...] | None, "1", "a list is due, not a number"),
        (Text, "[]", "a mapping or text is due, not a list"),
        (tuple[str, ...] | dict[str, Role], "x", 'a list or a mapping is due, not "x"'),
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
        (Date, "31.02.2025", '"31.02.2025" is no date: there is no day 31 in 2025-02'),
        (tuple[str, str], "[a]", "2 values are due, not 1"),
        (tuple[str, str], "[]", "2 values are due, not 0"),
        (tuple[str, str] | None, "[a, b, c]", "2 values are due, not 3"),
        (Role, "[x]", f"a role is due, not a list: one of {ROLES}"),
        (Role, "", f"a role is due, not nothing: one of {ROLES}"),
        (Role, "no", f"a role is due, not false: one of {ROLES}"),
        (Role, "blue", f'unknown role "blue", one of: {ROLES}'),
        (Stage | None, "{}", f"a stage is due, not a mapping: one of {', '.join(Stage)}"),
        (Stage, "blue", f'unknown stage "blue", one of: {", ".join(Stage)}'),
        (Speech, "1", f"a speech is due, not a number: one of {', '.join(Speech)}"),
        (Speech, "blue", f'unknown speech "blue", one of: {", ".join(Speech)}'),
        (str, "2025-09-30", "text is due, but YAML reads 2025-09-30 as a date: put it in quotes"),
    ],
)
def test_a_type_is_called_by_its_name(kind: Any, value: str, said: str) -> None:
    assert messages(kind, value) == [said]


def messages(kind: Any, value: str) -> list[str]:
    root = Composer(mend(f"v: {value}\n".encode()), lambda _: None).root
    assert root
    return [message for _, _, message in judged(root, dict[str, kind])]


def kinds(kind: Any) -> Iterator[Any]:
    """`kind`, and all types in it."""
    yield kind
    for option in options(kind):
        if isinstance(option, type) and issubclass(option, Struct):
            for field in fields(option):
                yield from kinds(field.type)
        for part in get_args(option):
            if part is not ...:
                yield from kinds(part)


def test_every_type_of_the_model_has_its_messages() -> None:
    for kind in kinds(ModelFile):
        for value in (
            "x",
            "''",
            "2025-09-30",
            "2025-09-30 10:00:00",
            "1.5",
            "no",
            "~",
            "",
            "[]",
            "[[]]",
            "{}",
            "{a: []}",
        ):
            assert all(messages(kind, value)), kind
