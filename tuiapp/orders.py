"""The orders in which rows may stand; one row of the table for each."""

from array import array
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from tuiapp import wording
from tuiapp.archive import Archive
from tuiapp.language import deferred
from tuiapp.model import Stage

BEST = "best"
"""The best match first, and of equal ones the newest."""

_STAGES = {stage: place for place, stage in enumerate(Stage)}


class Order(Struct, frozen=True):
    """One order of rows."""

    name: str
    label: str
    """Its name for people, to be translated."""
    key: Callable[[Archive, int], Any] | None = None
    """What an item, given its number, is sorted by; None: as the search ranks it. Equal items: the newest first."""


def _oldest(archive: Archive, number: int) -> str:
    published = archive.model.article_of(number).published
    return published or "9999~"


def _enterprise(archive: Archive, number: int) -> str:
    found = archive.model.items[number].enterprises
    names = sorted(wording.enterprise(archive.model, key).casefold() for key in found)
    return names[0] if names else "\U0010ffff"


ORDERS = (
    Order(BEST, deferred("best match first")),
    Order("newest", deferred("newest first"), lambda _, number: number),
    Order("oldest", deferred("oldest first"), _oldest),
    Order("stage", deferred("by stage"), lambda archive, number: _STAGES[archive.model.items[number].stage]),
    Order("enterprise", deferred("by enterprise"), _enterprise),
)
NAMED = {order.name: order for order in ORDERS}


def after(name: str) -> str:
    """The order after the one called `name`; after the last the first."""
    names = [*NAMED]
    return names[(names.index(name) + 1) % len(names)]


def sorted_items(archive: Archive, name: str) -> "array[int] | None":
    """All items in the order called `name`; None if the search ranks them."""
    key = NAMED[name].key
    if key is None:
        return None
    # Sorting is stable, and items are numbered from the newest article to the oldest.
    return array("I", sorted(range(len(archive.model.items)), key=lambda number: key(archive, number)))
