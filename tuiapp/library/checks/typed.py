"""Convert plain values to the types of the model."""

from typing import Any

from msgspec import convert

from tuiapp.dates import Date, dated


def typed(value: object, kind: Any) -> Any:
    """`value` as a `kind`; raises msgspec.ValidationError."""
    return convert(value, kind, strict=True, dec_hook=_own)


def _own(kind: type, value: object) -> object:
    """Convert to a type that msgspec does not know."""
    if kind is Date:
        return dated(value)
    raise NotImplementedError(kind)
