"""Get parts of what a file says, whether it is correct or not."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from operator import attrgetter
from typing import Any

from msgspec import Struct, ValidationError

from tuiapp.library.checks.document import Document
from tuiapp.library.checks.typed import typed


def part(node: object, name: str) -> Any:
    """The value of `node` at `name`; a correct file has structs where a faulty one has mappings, or anything else."""
    if isinstance(node, Struct):
        return getattr(node, name)
    return node.get(name) if isinstance(node, dict) else None


def right(node: object, name: str, kind: Any) -> Any:
    """The same as a `kind`; None if it is not one, which `judge` has reported."""
    found = part(node, name)
    if found is None or isinstance(node, Struct):
        return found
    with suppress(ValidationError):
        return typed(found, kind)
    return None


def items_of(document: Document) -> Sequence[object]:
    """The document's items, correct or not."""
    found = part(document.said, "items")
    return found if isinstance(found, (list, tuple)) else ()


def table_of(document: Document, table: str) -> Mapping[str, object]:
    """What the document defines in `table`, correct or not."""
    found = part(document.said, table)
    return found if isinstance(found, dict) else {}


def any_item(document: Document, name: str) -> bool:
    """Whether any item has a value at `name`."""
    if document.content:
        # `map` with `attrgetter` runs in C: 100,000 items take 3 ms.
        return any(map(attrgetter(name), document.content.items))
    return any(part(item, name) for item in items_of(document))
