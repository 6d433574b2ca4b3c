"""Say in words what a type of the model requires."""

from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from msgspec import Struct

from tuiapp.dates import Date, mistake, turned
from tuiapp.language import deferred, gettext, ngettext
from tuiapp.library.fault import quoted, shortened
from tuiapp.library.yaml.node import Node, Scalar, Sequence
from tuiapp.library.yaml.scalars import described
from tuiapp.model import UNMATCHED, Role, Speech, Stage


def options(kind: Any) -> list[Any]:
    """The members of the union `kind`, without annotations and None."""
    if get_origin(kind) is Annotated:
        return options(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [option for part in get_args(kind) for option in options(part)]
    return [] if kind is NoneType else [kind]


def complaint(node: Node, kind: Any, refusal: str) -> str:
    """Why `node` is not a `kind`, if none of its parts is at fault; `refusal` is msgspec's message."""
    wanted = tuple(dict.fromkeys(map(_sort, options(kind))))
    if _sort_of(node) in wanted:
        return _content(node, kind, refusal)
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return _date(node.value) if Date in wanted else _due(wanted, quoted(node.value))
    found = _found(node)
    if enum := _enum(kind):
        return gettext(_ENUMS[enum].due).format(found=found, names=", ".join(enum))
    if isinstance(node, Scalar) and str in wanted and node.spelled:
        misread = gettext("text is due, but YAML reads {word} as {kind}: put it in quotes")
        return misread.format(word=shortened(node.spelled), kind=found)
    return _due(wanted, found)


_DUE: dict[tuple[type, ...], str] = {
    (Date,): deferred("a day, a month or a year, such as 2025-09-30, 2025-09 or 2025 is due, not {found}"),
    (str,): deferred("text is due, not {found}"),
    (tuple,): deferred("a list is due, not {found}"),
    (dict,): deferred("a mapping is due, not {found}"),
    (dict, str): deferred("a mapping or text is due, not {found}"),
    (str, tuple): deferred("text or a list is due, not {found}"),
    (tuple, dict): deferred("a list or a mapping is due, not {found}"),
}
"""The message for a value of none of these sorts; a row for each type of a field in the model."""


class _Enum(NamedTuple):
    """What to tell the author if a value should be one of an enum's values and is not."""

    due: str
    """For a value that is not text."""
    unknown: str
    """For another text."""


_ENUMS: dict[type[StrEnum], _Enum] = {
    Stage: _Enum(
        deferred("a stage is due, not {found}: one of {names}"), deferred("unknown stage {value}, one of: {names}")
    ),
    Speech: _Enum(
        deferred("a speech is due, not {found}: one of {names}"), deferred("unknown speech {value}, one of: {names}")
    ),
    Role: _Enum(
        deferred("a role is due, not {found}: one of {names}"), deferred("unknown role {value}, one of: {names}")
    ),
}


def _due(wanted: tuple[type, ...], found: str) -> str:
    return gettext(_DUE[wanted]).format(found=found)


def _sort(option: Any) -> type:
    """What YAML has for a type: Date, str, tuple or dict."""
    if isinstance(option, type) and issubclass(option, StrEnum):
        return str
    if isinstance(option, type) and issubclass(option, Struct):
        return dict
    sort: type = get_origin(option) or option
    return sort


def _sort_of(node: Node) -> type | None:
    """The sort of a value; None for a scalar that is not text."""
    if isinstance(node, Scalar):
        return str if isinstance(node.value, str) else None
    return tuple if isinstance(node, Sequence) else dict


def _enum(kind: Any) -> type[StrEnum] | None:
    """The enum that is required; None for other types."""
    return next((each for each in options(kind) if isinstance(each, type) and issubclass(each, StrEnum)), None)


def _date(text: str) -> str:
    """Why `text` is not a date."""
    iso = turned(text)
    if wrong := mistake(iso or text):
        return gettext("{text} is no date: {reason}").format(text=quoted(text), reason=wrong)
    due = _due((Date,), quoted(text))
    return gettext("{message}: write {date}").format(message=due, date=iso) if iso else due


def _found(node: Node) -> str:
    """How a message names a value that is not text; in Russian in the nominative."""
    if isinstance(node, Scalar):
        return described(node.value)
    return gettext("a list") if isinstance(node, Sequence) else gettext("a mapping")


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
            due = ngettext("{count} value is due, not {found}", "{count} values are due, not {found}", len(parts))
            return due.format(count=len(parts), found=found)
    return "" if found else gettext("the list is empty: at least one value is due")


def _text(text: str, kind: Any, refusal: str) -> str:
    if enum := _enum(kind):
        return gettext(_ENUMS[enum].unknown).format(value=quoted(text), names=", ".join(enum))
    # msgspec's message holds the `repr` of the pattern.
    for pattern, message in UNMATCHED.items():
        if repr(pattern) in refusal:
            return gettext(message).format(text=quoted(text))
    return refusal
