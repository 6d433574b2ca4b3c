"""Parts of what a file says, whether it is right or wrong."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from operator import attrgetter
from typing import Any

from msgspec import Struct, ValidationError

from tuiapp.library.checks.document import Document
from tuiapp.library.checks.typed import typed


def part(node: object, name: str) -> Any:
    """What `node` has at `name`; a right file has structs where a wrong one has mappings, or anything."""
    if isinstance(node, Struct):
        return getattr(node, name)
    return node.get(name) if isinstance(node, dict) else None


def right(node: object, name: str, kind: Any) -> Any:
    """The same as a `kind`; None where it is none, which `judge` has said."""
    found = part(node, name)
    if found is None or isinstance(node, Struct):
        return found
    with suppress(ValidationError):
        return typed(found, kind)
    return None


def items_of(document: Document) -> Sequence[object]:
    """Its items, right or wrong."""
    found = part(document.said, "items")
    return found if isinstance(found, (list, tuple)) else ()


def table_of(document: Document, table: str) -> Mapping[str, object]:
    """What it defines in `table`, right or wrong."""
    found = part(document.said, table)
    return found if isinstance(found, dict) else {}


def any_item(document: Document, name: str) -> bool:
    """Whether an item has anything at `name`."""
    if document.content:
        # The map of a method of C runs through 100,000 items in three milliseconds.
        return any(map(attrgetter(name), document.content.items))
    return any(part(item, name) for item in items_of(document))
