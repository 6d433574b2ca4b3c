"""From a value that many items share to those items.

A rare value keeps a sorted array of item numbers, a common one a bit set, whichever is smaller.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from tuiapp.search import bits

BITS_PER_NUMBER = 32
"""What an item number costs in an array; a value of one item in 32 or more is smaller as a bit set."""


class Postings:
    """The items of every value; a value is known by its place in the lists that it was made from."""

    def __init__(self, lists: list[array[int]], size: int, bits_per_number: int = BITS_PER_NUMBER) -> None:
        self.size = size
        """How many items there are."""
        self.common: dict[int, int] = {}
        """Value to the bit set of its items."""
        self.rare: dict[int, array[int]] = {}
        """Value to the numbers of its items, ascending."""
        for value, items in enumerate(lists):
            if len(items) * bits_per_number > size:
                self.common[value] = bits.from_numbers((items,), size)
            else:
                self.rare[value] = items

    def items(self, value: int) -> int:
        """The items that have `value`."""
        return self.union((value,))

    def union(self, values: Iterable[int]) -> int:
        """The items that have any of `values`."""
        found = 0
        rare: list[array[int]] = []
        for value in values:
            if value in self.common:
                found |= self.common[value]
            else:
                rare.append(self.rare[value])
        return found | bits.from_numbers(rare, self.size) if rare else found
