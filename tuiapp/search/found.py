"""What one term of a query matches: the ways in which it may be meant, and the items by level."""

from typing import NamedTuple

from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term


class Found(NamedTuple):
    """What one term matches."""

    term: Term
    scope: Scope
    ways: tuple[Way, ...]
    levels: dict[int, int]
    """Level to the items that stand there: disjoint bit sets, best level first."""
    owners: frozenset[int]
    items: int
    """All of `levels` together."""
