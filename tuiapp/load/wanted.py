"""What a type of the model asks for, in words."""

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.load.fault import quoted, shortened
from tuiapp.load.node import Node, Scalar, Sequence
from tuiapp.load.scalars import described
from tuiapp.model import UNMATCHED


def options(kind: Any) -> list[Any]:
    """What `kind` is a union of, without annotations and None."""
    if get_origin(kind) is Annotated:
        return options(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [option for part in get_args(kind) for option in options(part)]
    return [] if kind is NoneType else [kind]


def explained(node: Node, kind: Any, refusal: str) -> str:
    """Why `node` is not a `kind`, where none of its parts is at fault; `refusal` is msgspec's word for it."""
    wanted = list(dict.fromkeys(map(_sort, options(kind))))
    found = _found(node)
    if found in wanted:
        return _content(node, kind, refusal)
    due = " or ".join(wanted)
    if not isinstance(node, Scalar):
        return f"{due} is due, not {found}"
    if isinstance(node.value, str):
        return f"{due} is due, not {quoted(node.value)}"
    if "text" in wanted and node.spelled:
        return f"text is due, but YAML reads {shortened(node.spelled)} as {found}: put it in quotes"
    return f"{due} is due, not {found}"


_SORTS = {
    Date: "a day, a month or a year, such as 2025-09-30, 2025-09 or 2025",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text",
    tuple: "a list",
    dict: "a mapping",
}


def _sort(option: Any) -> str:
    """What a type is called; KeyError for one that no model has used yet."""
    if get_origin(option) is Literal:
        return " or ".join(map(quoted, get_args(option)))
    if isinstance(option, type) and issubclass(option, Enum):
        return "text"
    if isinstance(option, type) and issubclass(option, Struct):
        return "a mapping"
    return _SORTS[get_origin(option) or option]


def _found(node: Node) -> str:
    if isinstance(node, Scalar):
        return "text" if isinstance(node.value, str) else described(node.value)
    return "a list" if isinstance(node, Sequence) else "a mapping"


def _content(node: Node, kind: Any, refusal: str) -> str:
    """What is wrong with a value of the right sort."""
    if isinstance(node, Sequence) and not node.children:
        return "the list is empty: at least one value is due"
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return _text(node.value, kind, refusal)
    return refusal


def _text(text: str, kind: Any, refusal: str) -> str:
    for option in options(kind):
        if isinstance(option, type) and issubclass(option, Enum):
            return f"unknown {option.__name__.lower()} {quoted(text)}, one of: {', '.join(option)}"
    # msgspec gives the pattern as Python would.
    said = (words for pattern, words in UNMATCHED.items() if repr(pattern) in refusal)
    return next(said, refusal).replace("{text}", quoted(text))
