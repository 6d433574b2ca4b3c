"""What one term of a query matches: its interpretations, and the items at each level."""

from typing import NamedTuple

from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term


class Found(NamedTuple):
    """What one term matches."""

    term: Term
    scope: Scope
    ways: tuple[Way, ...]
    levels: dict[int, int]
    """For each level, best first, the bit set of its items; the sets are disjoint."""
    owners: frozenset[int]
    items: int
    """The union of `levels`."""
