"""Facets: the values by which the list is filtered, and how many of the items shown have each.

Values of one facet are combined with OR, different facets with AND. A count is exact for the items now shown;
if a facet has picks, it also says how many items another of its values would add.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial, reduce
from itertools import accumulate, chain, pairwise
from operator import and_, itemgetter
from types import MappingProxyType
from typing import NamedTuple

from tuiapp import sets
from tuiapp.archive import Archive
from tuiapp.fields import FACETS, PICKABLE, Field, Value
from tuiapp.model import Model
from tuiapp.sets import Postings

UNSAID = (None,)
"""Stands for the missing value of an item, in a facet that counts items without a value."""
FEW = 500
ONE_IN = 64
"""Up to FEW items, or 1/ONE_IN of a large model, are counted one by one."""
BITS_PER_NUMBER = 256
"""A value that more than one item in 256 has is kept as a bit set, others as a list of items: a bit set is counted
without visiting the items, and in a smaller set most bits would be counted for nothing."""


class Picks:
    """The picked values, by the name of their facet; immutable."""

    def __init__(self, picked: Mapping[str, Iterable[Value]] = MappingProxyType({})) -> None:
        self._picked = {facet.name: frozenset(picked.get(facet.name, ())) for facet in PICKABLE}

    def __getitem__(self, facet: Field) -> frozenset[Value]:
        return self._picked[facet.name]

    def __bool__(self) -> bool:
        return any(self._picked.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Picks) and self._picked == other._picked

    def __hash__(self) -> int:
        return hash(tuple(self._picked.values()))

    def toggle(self, facet: Field, value: Value) -> Picks:
        """These picks with `value` added, or removed if it was picked."""
        return Picks({**self._picked, facet.name: self[facet] ^ {value}})

    def clear(self, facet: Field | None = None) -> Picks:
        """These picks without those of `facet`; no picks at all if it is None."""
        return Picks({**self._picked, facet.name: frozenset[Value]()}) if facet else Picks()


class Count(NamedTuple):
    """How many items have a value."""

    shown: int
    """Items now shown that have it."""
    more: int | None
    """Items that picking it too would add; None if it is picked already, or if its facet has no picks."""


class _Shown(dict[int, Count]):
    """Cache of the counts of facets without picks: every keystroke needs thousands of them."""

    def __missing__(self, shown: int) -> Count:
        count = self[shown] = Count(shown, None)
        return count


_SHOWN = _Shown()


class Facets:
    """The facets of a model, each made when it is first needed.

    A late facet (`Field.late`) is one whose values take long to compute. `prepare` leaves it out, and `fill` makes it
    while the program is idle.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._everything = sets.everything(len(archive.model.items))
        self._columns: dict[str, _Column] = {}

    @property
    def ready(self) -> tuple[Field, ...]:
        """The facets that can be counted now. A late facet can be once it is filled."""
        return tuple(facet for facet in FACETS if not facet.late or facet.name in self._columns)

    def prepare(self) -> None:
        """Make all facets except the late ones, now."""
        for facet in self.ready:
            self._column(facet)

    def fill(self) -> Iterator[None]:
        """Fill the late facets, one item at a step, so that the caller can do other work between the steps."""
        for facet in PICKABLE:
            if facet.late and facet.name not in self._columns:
                kept: list[tuple[Value, ...]] = []
                for number in range(len(self._archive.model.items)):
                    kept.append(_values(self._archive, facet, number))
                    yield
                self._columns[facet.name] = _Column(self._archive.model, facet, kept.__getitem__)

    def values(self, facet: Field) -> tuple[Value, ...]:
        """The values of `facet` that occur, in the facet's order."""
        return self._column(facet).values

    def allowed(self, picks: Picks) -> int:
        """The items that match `picks`, as a bit set."""
        return reduce(and_, (self._of(facet, picks) for facet in PICKABLE), self._everything)

    def counts(self, found: int, picks: Picks) -> dict[Field, dict[Value, Count]]:
        """The count of every value among the items `found` by a query; only for facets with picks, or that can narrow
        a list."""
        told = (facet for facet in self.ready if picks[facet] or self._column(facet).narrows)
        return {facet: self._counts(facet, found, picks) for facet in told}

    def tally(self, facet: Field, items: int) -> dict[Value, int]:
        """How many of `items` have each value of `facet`, for the values that occur there, in the facet's order."""
        column = self._column(facet)
        return {value: count for value, count in zip(column.values, column.tally(items), strict=True) if count}

    def having(self, facet: Field, value: Value) -> int:
        """The items that have `value`, as a bit set."""
        return self._column(facet).union([value])

    def _column(self, facet: Field) -> _Column:
        if facet.name not in self._columns:
            values = partial(_values, self._archive, facet)
            self._columns[facet.name] = _Column(self._archive.model, facet, values)
        return self._columns[facet.name]

    def _of(self, facet: Field, picks: Picks) -> int:
        return self._column(facet).union(picks[facet]) if picks[facet] else self._everything

    def _counts(self, facet: Field, found: int, picks: Picks) -> dict[Value, Count]:
        column, picked = self._column(facet), picks[facet]
        pool = found & self.allowed(picks.clear(facet))
        mine = self._of(facet, picks)
        shown = column.tally(pool & mine)
        if not picked:
            return dict(zip(column.values, map(_SHOWN.__getitem__, shown), strict=True))
        more = column.tally(pool & ~mine)
        counts = {
            value: Count(count, None if value in picked else extra)
            for value, count, extra in zip(column.values, shown, more, strict=True)
        }
        # Keep a picked value that no item has any more, so that it can be removed.
        return counts | dict.fromkeys(picked - counts.keys(), _SHOWN[0])


def _values(archive: Archive, facet: Field, number: int) -> tuple[Value, ...]:
    """The values of an item; UNSAID where it has none and the facet counts those."""
    return facet.values(archive, number) or (UNSAID if facet.unsaid else ())


class _Column:
    """One facet: which items have which of its values."""

    def __init__(self, model: Model, facet: Field, of: Callable[[int], tuple[Value, ...]]) -> None:
        size = len(model.items)
        lists: dict[Value, array[int]] = {value: array("I") for value in facet.order(model)}
        for number in range(size):
            for value in of(number):
                lists.setdefault(value, array("I")).append(number)
        occurring = {value: items for value, items in lists.items() if items}
        self.values = tuple(occurring)
        self._size = size
        self.narrows = len(self.values) > 1 or any(len(items) < size for items in occurring.values())
        """Whether some items have a value that others lack."""
        self._of = of
        self._totals = [len(items) for items in occurring.values()]
        self._places = {value: place for place, value in enumerate(self.values)}
        self._postings = Postings(list(occurring.values()), size, BITS_PER_NUMBER)
        rare = self._postings.rare
        # Put two dummies in front: with fewer than two indexes, `itemgetter` does not return a tuple.
        self._group = itemgetter(0, 0, *chain.from_iterable(rare.values()))
        ends = accumulate(map(len, rare.values()), initial=2)
        self._stretches = dict(zip(rare, pairwise(ends), strict=True))
        """For each rare value, where its items begin and end in the result of `_group`."""

    def union(self, values: Iterable[Value]) -> int:
        """The items that have any of `values`; a value that does not occur has none."""
        return self._postings.union(self._places[value] for value in values if value in self._places)

    def tally(self, items: int) -> list[int]:
        """For each value, by its place, how many of `items` have it."""
        size, all_items = items.bit_count(), self._size
        if size <= max(FEW, all_items // ONE_IN):
            return self._tally_few(items)
        if size == all_items:
            return list(self._totals)
        counts = [0] * len(self.values)
        for value, number in self._tally_rare(items):
            counts[value] = number
        for value, having in self._postings.common.items():
            counts[value] = (having & items).bit_count()
        return counts

    def _tally_few(self, items: int) -> list[int]:
        counts = [0] * len(self.values)
        for number in sets.numbers(items):
            for value in self._of(number):
                counts[self._places[value]] += 1
        return counts

    def _tally_rare(self, items: int) -> Iterator[tuple[int, int]]:
        """Each rare value with its count. The flags of its items are put side by side and counted in one call."""
        flags = sets.to_flags(items, self._size)
        grouped = bytes(self._group(flags))
        for value, (start, end) in self._stretches.items():
            yield value, grouped.count(1, start, end)
