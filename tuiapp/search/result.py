"""The result of a search: all matching items by rank, of which only the rows shown are listed."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cached_property, reduce
from itertools import accumulate, compress
from operator import and_, or_

from tuiapp import sets
from tuiapp.search.explain import Explainer, Match
from tuiapp.search.found import Found
from tuiapp.search.matching import Rewriting
from tuiapp.search.query import Term

SCREENFUL = 60
"""How many rows, from the first on, have their conversions reported: about a screen."""


class Result:
    """The items that match a query, best first; items of one rank in the model's order."""

    def __init__(
        self, size: int, explainer: Explainer | None, found: tuple[Found, ...], levels: tuple[int, ...]
    ) -> None:
        self._size = size
        """Number of items in the model."""
        self._explainer = explainer
        """None if there are no words to explain."""
        self._found = found
        self._levels = levels
        """Bit sets by rank, best first; disjoint, and none is empty."""
        self.left_out: tuple[Term, ...] = ()
        """The terms of the query that were not asked for: legal forms and prepositions that no name has."""
        self._sorted: array[int] | None = None
        """The items in another order than by rank."""
        self._explained: dict[int, tuple[Match, ...]] = {}
        """Cache of `matches` by item: list, panel and bar all ask for the same rows."""

    def sorted(self, order: Sequence[int]) -> Result:
        """The same items in the order of `order`, which lists all items of the model."""
        result = Result(self._size, self._explainer, self._found, self._levels).leaving_out(self.left_out)
        flags = sets.to_flags(self.items, self._size)
        result._sorted = array("I", compress(order, map(flags.__getitem__, order)))
        return result

    @cached_property
    def items(self) -> int:
        """All items that match, as a bit set."""
        return reduce(or_, self._levels, 0)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(level.bit_count() for level in self._levels))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @classmethod
    def everything(cls, size: int) -> Result:
        """All items in the model's order: the result of an empty query."""
        return cls(size, None, (), (sets.everything(size),) if size else ())

    def leaving_out(self, terms: tuple[Term, ...]) -> Result:
        """The same result, which says that these terms of the query were left out."""
        self.left_out = terms
        return self

    def within(self, picked: int) -> Result:
        """Only the rows that are in the bit set `picked`, in the same order."""
        levels = tuple(left for level in self._levels if (left := level & picked))
        return Result(self._size, self._explainer, self._found, levels).leaving_out(self.left_out)

    def window(self, start: int, stop: int) -> list[int]:
        """The item numbers of the rows from `start` up to `stop`; fewer if the list ends earlier."""
        if self._sorted is not None:
            return self._sorted[start:stop].tolist()
        rows: list[int] = []
        before = 0
        for level, end in zip(self._levels, self._ends, strict=True):
            first, last = max(start, before), min(stop, end)
            if first < last:
                rows += sets.numbers(level, first - before, last - before)
            before = end
        return rows

    def row_of(self, number: int) -> int | None:
        """The row of item `number`; None if it does not match."""
        if self._sorted is not None:
            return self._sorted.index(number) if sets.has(self.items, number) else None
        before = 0
        for level, end in zip(self._levels, self._ends, strict=True):
            if sets.has(level, number):
                return before + (level & sets.everything(number)).bit_count()
            before = end
        return None

    def matches(self, number: int) -> tuple[Match, ...]:
        """Why item `number` is in the list: one match for every word of the query that is not excluded."""
        if self._explainer is None:
            return ()
        if number not in self._explained:
            found = (one for one in self._found if not one.term.excludes)
            matches = [self._explainer.match(one, number) for one in found]
            self._explained[number] = tuple(match for match in matches if match)
        return self._explained[number]

    @cached_property
    def rewritings(self) -> tuple[tuple[str, Rewriting, str | None], ...]:
        """The conversions that the first rows needed: the word as typed, the kind of conversion, the result."""
        told: dict[tuple[str, Rewriting, str | None], None] = {}
        # Rows that match only after conversion come last: going backwards, stop at the first that needs none.
        for number in reversed(self.window(0, SCREENFUL)):
            rewritten = [(one.term, one.rewriting, one.rewritten) for one in self.matches(number) if one.rewriting]
            if not rewritten:
                break
            told.update(dict.fromkeys(rewritten))
        return tuple(reversed(told))

    @cached_property
    def emptied_by(self) -> Term | None:
        """The term that makes the result empty; None if the result is not empty, or no term is to blame.

        It is the first term that matches no item at all. If each matches some, it is the first one that, together
        with the terms before it, leaves no item.
        """
        wanted = [one for one in self._found if not one.term.excludes]
        for one in wanted:
            if not one.items:
                return one.term
        left = sets.everything(self._size)
        for one in (*wanted, *(one for one in self._found if one.term.excludes)):
            left = left & ~one.items if one.term.excludes else and_(left, one.items)
            if not left:
                return one.term
        return None
