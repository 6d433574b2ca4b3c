"""Where in a TOML file a value is set: the parser of the standard library does not say."""

import tomllib
from collections.abc import Iterator
from typing import Any

from tuiapp.library.fault import Place, ValuePath

_LONGEST = 4_000
"""Characters of one statement. In a longer one each line would be parsed again and again, and the file is no longer
looked through."""


def places(text: str) -> dict[ValuePath, Place]:
    """The place of the statement that sets each value of a valid file; what stands behind a very long one has none.

    A statement is a line, or several while a list or a text is open: its lines are parsed alone, one more at a time,
    until they are valid. That way quoted and dotted keys and inline tables are read as the parser reads them.
    """
    found: dict[ValuePath, Place] = {}
    header: ValuePath = ()
    for place, said in _statements(text):
        table, whole = said
        for path in _paths(whole, () if table else header):
            found.setdefault(path, place)
            header = path if table else header
    return found


def _statements(text: str) -> Iterator[tuple[Place, tuple[bool, dict[str, Any]]]]:
    """Each statement's place, whether it begins a table, and what it says."""
    held, start = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        if not held:
            start = number
        held += f"{line}\n"
        try:
            said = tomllib.loads(held)
        except ValueError:
            if len(held) > _LONGEST:
                return
            continue
        if said:
            yield (start, len(held) - len(held.lstrip(" \t")) + 1), (held.lstrip().startswith("["), said)
        held = ""


def _paths(said: dict[str, Any], before: ValuePath) -> Iterator[ValuePath]:
    """The paths in `said` of one step and of two; no setting has a longer one."""
    for key, value in said.items():
        yield (*before, key)
        if isinstance(value, dict):
            yield from ((*before, key, inner) for inner in value)
