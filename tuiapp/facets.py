"""The values by which a list of items is narrowed, and how many of the items shown have each.

Values of one facet widen, facets narrow one another. A count is exact for the items now shown; where a
facet has picks, it also says how many items another of its values would add.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import reduce
from itertools import accumulate, chain, pairwise
from operator import and_, itemgetter
from types import MappingProxyType
from typing import NamedTuple

from tuiapp import sets
from tuiapp.model import Item, Model, Stage
from tuiapp.sets import Postings

Value = Hashable
"""A sector's or an enterprise's id, a `Stage`, or a direction (`Ends`)."""

FEW = 500
"""Items that are looked at one by one in any model; in a large one, also one in so many:"""
ONE_IN = 64
BITS_PER_NUMBER = 256
"""A value of one item in 256 is kept as a bit set: counting it costs no look at the items."""


class Facet(StrEnum):
    """What a value is a value of."""

    SECTOR = "sector"
    ENTERPRISE = "enterprise"
    STAGE = "stage"
    DIRECTION = "direction"


class Picks:
    """The values picked, by facet; immutable."""

    def __init__(self, picked: Mapping[Facet, Iterable[Value]] = MappingProxyType({})) -> None:
        self._picked = {facet: frozenset(picked.get(facet, ())) for facet in Facet}

    def __getitem__(self, facet: Facet) -> frozenset[Value]:
        return self._picked[facet]

    def __bool__(self) -> bool:
        return any(self._picked.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Picks) and self._picked == other._picked

    def __hash__(self) -> int:
        return hash(tuple(self._picked.values()))

    def toggle(self, facet: Facet, value: Value) -> Picks:
        """These picks with `value` picked where it was not, and the other way round."""
        return Picks({**self._picked, facet: self[facet] ^ {value}})

    def clear(self, facet: Facet | None = None) -> Picks:
        """These picks without those of `facet`; without any where it is None."""
        return Picks({**self._picked, facet: frozenset[Value]()}) if facet else Picks()


class Count(NamedTuple):
    """How many items a value stands for."""

    shown: int
    """Items now shown that have it."""
    more: int | None
    """Items that picking it as well would add; None where it is picked, or nothing of its facet is."""


class _Shown(dict[int, Count]):
    """Counts of facets without picks, each made once: there are thousands at every letter typed."""

    def __missing__(self, shown: int) -> Count:
        count = self[shown] = Count(shown, None)
        return count


_SHOWN = _Shown()


class Facets:
    """The facets of a model."""

    def __init__(self, model: Model) -> None:
        self._everything = sets.everything(len(model.items))
        self._columns = {
            Facet.SECTOR: _Column(model, model.sectors, lambda item: item.sectors),
            Facet.ENTERPRISE: _Column(model, model.enterprises, lambda item: tuple(item.enterprises)),
            Facet.STAGE: _Column(model, Stage, lambda item: (item.stage,)),
            Facet.DIRECTION: _Column(model, (), lambda item: (item.ends,)),
        }

    def values(self, facet: Facet) -> tuple[Value, ...]:
        """The values of `facet` that occur, in the model's order."""
        return self._columns[facet].values

    def allowed(self, picks: Picks) -> int:
        """The items that `picks` leave, as a bit set."""
        return reduce(and_, (self._of(facet, picks) for facet in Facet), self._everything)

    def counts(self, found: int, picks: Picks) -> dict[Facet, dict[Value, Count]]:
        """For every value of every facet its count, where a query has `found` these items."""
        return {facet: self._counts(facet, found, picks) for facet in Facet}

    def _of(self, facet: Facet, picks: Picks) -> int:
        return self._columns[facet].union(picks[facet]) if picks[facet] else self._everything

    def _counts(self, facet: Facet, found: int, picks: Picks) -> dict[Value, Count]:
        column, picked = self._columns[facet], picks[facet]
        pool = found & self.allowed(picks.clear(facet))
        mine = self._of(facet, picks)
        shown = column.tally(pool & mine)
        if not picked:
            return dict(zip(column.values, map(_SHOWN.__getitem__, shown), strict=True))
        more = column.tally(pool & ~mine)
        return {
            value: Count(count, None if value in picked else extra)
            for value, count, extra in zip(column.values, shown, more, strict=True)
        }


class _Column:
    """One facet: which items have which of its values."""

    def __init__(self, model: Model, order: Iterable[Value], of: Callable[[Item], Iterable[Value]]) -> None:
        lists: dict[Value, array[int]] = {value: array("I") for value in order}
        for number, item in enumerate(model.items):
            for value in dict.fromkeys(of(item)):
                lists.setdefault(value, array("I")).append(number)
        occurring = {value: items for value, items in lists.items() if items}
        self.values = tuple(occurring)
        self._items = model.items
        self._of = of
        self._totals = [len(items) for items in occurring.values()]
        self._places = {value: place for place, value in enumerate(self.values)}
        self._postings = Postings(list(occurring.values()), len(model.items), BITS_PER_NUMBER)
        rare = self._postings.rare
        # The first two for nobody: of one item or none `itemgetter` gives no tuple.
        self._group = itemgetter(0, 0, *chain.from_iterable(rare.values()))
        ends = accumulate(map(len, rare.values()), initial=2)
        self._stretches = dict(zip(rare, pairwise(ends), strict=True))
        """For each rare value where its items begin and end in what `_group` gives."""

    def union(self, values: Iterable[Value]) -> int:
        """The items that have any of `values`; a value that does not occur has none."""
        return self._postings.union(self._places[value] for value in values if value in self._places)

    def tally(self, items: int) -> list[int]:
        """How many of `items` have each value, by its place."""
        size, all_items = items.bit_count(), len(self._items)
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
            for value in dict.fromkeys(self._of(self._items[number])):
                counts[self._places[value]] += 1
        return counts

    def _tally_rare(self, items: int) -> Iterator[tuple[int, int]]:
        """The items of each rare value put side by side: counting them there takes one call a value."""
        flags = sets.to_flags(items, len(self._items))
        grouped = bytes(self._group(flags))
        for value, (start, end) in self._stretches.items():
            yield value, grouped.count(1, start, end)
