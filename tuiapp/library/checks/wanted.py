"""Say in words what a type of the model requires."""

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct

from tuiapp.dates import WANTED, Date, mistake
from tuiapp.library.fault import quoted, shortened
from tuiapp.library.yaml.node import Node, Scalar, Sequence
from tuiapp.library.yaml.scalars import described
from tuiapp.model import UNMATCHED


def options(kind: Any) -> list[Any]:
    """The members of the union `kind`, without annotations and None."""
    if get_origin(kind) is Annotated:
        return options(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [option for part in get_args(kind) for option in options(part)]
    return [] if kind is NoneType else [kind]


def complaint(node: Node, kind: Any, refusal: str) -> str:
    """Why `node` is not a `kind`, if none of its parts is at fault; `refusal` is msgspec's message."""
    wanted = list(dict.fromkeys(map(_sort, options(kind))))
    found = _found(node)
    if found in wanted:
        return _content(node, kind, refusal)
    due = " or ".join(wanted)
    if not isinstance(node, Scalar):
        return _choice(kind, found) or f"{due} is due, not {found}"
    if isinstance(node.value, str):
        return _date(node.value) if Date in options(kind) else f"{due} is due, not {quoted(node.value)}"
    if choice := _choice(kind, found):
        return choice
    if "text" in wanted and node.spelled:
        return f"text is due, but YAML reads {shortened(node.spelled)} as {found}: put it in quotes"
    return f"{due} is due, not {found}"


_SORTS = {
    Date: WANTED,
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    tuple: "a list",
    dict: "a mapping",
}
_COUNTS = {2: "two", 3: "three"}


def _sort(option: Any) -> str:
    """How a message names a type; KeyError for one that the model does not use yet."""
    if get_origin(option) is Literal:
        return " or ".join(map(quoted, get_args(option)))
    if isinstance(option, type) and issubclass(option, Enum):
        return "text"
    if isinstance(option, type) and issubclass(option, Struct):
        return "a mapping"
    return _SORTS[get_origin(option) or option]


def _choice(kind: Any, found: str) -> str:
    """The message for a value that is not text where an enum is required; "" for other types."""
    for option in options(kind):
        if isinstance(option, type) and issubclass(option, Enum):
            return f"a {option.__name__.lower()} is due, not {found}: one of {', '.join(option)}"
    return ""


def _date(text: str) -> str:
    """Why `text` is not a date."""
    wrong = mistake(text)
    if wrong.startswith(WANTED):
        due, _, advice = wrong.partition(" is due")
        return f"{due} is due, not {quoted(text)}{advice}"
    return f"{quoted(text)} is no date: {wrong}"


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return "text" if isinstance(node.value, str) else described(node.value)
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _content(node: Node, kind: Any, refusal: str) -> str:
    """What is wrong with a value of the right type."""
    if isinstance(node, Sequence):
        return _length(len(node.children), kind) or refusal
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return _text(node.value, kind, refusal)
    return refusal


def _length(found: int, kind: Any) -> str:
    """What is wrong with the length of a list."""
    for option in options(kind):
        parts = get_args(option)
        if get_origin(option) is tuple and ... not in parts and found != len(parts):
            return f"{_COUNTS.get(len(parts), str(len(parts)))} values are due, not {found}"
    return "" if found else "the list is empty: at least one value is due"


def _text(text: str, kind: Any, refusal: str) -> str:
    for option in options(kind):
        if isinstance(option, type) and issubclass(option, Enum):
            return f"unknown {option.__name__.lower()} {quoted(text)}, one of: {', '.join(option)}"
    # msgspec's message holds the `repr` of the pattern.
    said = (words for pattern, words in UNMATCHED.items() if repr(pattern) in refusal)
    return next(said, refusal).replace("{text}", quoted(text))
