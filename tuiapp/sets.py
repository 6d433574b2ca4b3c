"""Sets of item numbers, for search and facets: bit sets as Python integers, and postings.

Item n is in a bit set if bit n is 1. The integers' own AND, OR and bit count run at memory speed (a million items in
0.1 ms); this module adds making a set from a list, and reading a part of it. Postings list the items of each value.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

DIGITS = b"01" + bytes(254)
FLAGS = bytes(ord("1")) + b"\x01" + bytes(255 - ord("1"))
BLOCK = 8192
"""Bits in a block. To find a position in a set, whole blocks are counted, and only the last is read bit by bit."""


def from_numbers(lists: Iterable[Iterable[int]], size: int) -> int:
    """The set of all numbers in `lists`, each below `size`."""
    flags = bytearray(size)
    for listed in lists:
        for number in listed:
            flags[number] = 1
    return from_flags(flags)


def from_flags(flags: bytes | bytearray) -> int:
    """The set of the places where `flags` has a 1; its other bytes are 0."""
    # Parsing a string of 0s and 1s is four times as fast as setting the bits one by one.
    return int(flags.translate(DIGITS)[::-1], 2) if flags else 0


def to_flags(bits: int, size: int) -> bytes:
    """One byte for each of `size` items: 1 where it is in the set."""
    return f"{bits:0{size}b}".encode()[::-1].translate(FLAGS)[:size]


def everything(size: int) -> int:
    """The set of the first `size` numbers."""
    return (1 << size) - 1


def has(bits: int, number: int) -> bool:
    """Whether `number` is in the set."""
    return bool(bits >> number & 1)


def numbers(bits: int, start: int = 0, stop: int | None = None) -> Iterator[int]:
    """The numbers of the set in ascending order, from position `start` up to, not including, position `stop`."""
    left = (bits.bit_count() if stop is None else stop) - start
    raw = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for first in range(0, len(raw), BLOCK // 8):
        if left <= 0:
            return
        block = int.from_bytes(raw[first : first + BLOCK // 8], "little")
        count = block.bit_count()
        if start >= count:
            start -= count
            continue
        base = first * 8
        digits = f"{block:b}"[::-1]
        position = -1
        while left > 0 and (position := digits.find("1", position + 1)) >= 0:
            if start:
                start -= 1
                continue
            yield base + position
            left -= 1


BITS_PER_NUMBER = 32
"""Size of an item number in an array; a value that more than one item in 32 has is smaller as a bit set."""


class Postings:
    """The items of every value; values are numbered in the order in which they are given."""

    def __init__(self, lists: Iterable[Collection[int]], size: int, bits_per_number: int = BITS_PER_NUMBER) -> None:
        self.size = size
        """How many items there are."""
        self.common: dict[int, int] = {}
        """Value to the bit set of its items."""
        self._bits_per_number = bits_per_number
        # All in one array: an array for each value takes a hundred bytes more, and most values have few items.
        self._rare = array("I")
        self._ends = array("I", [0])
        """Where the items of each value end in `_rare`, after a 0."""
        for items in lists:
            self.append(items)

    def append(self, items: Collection[int]) -> None:
        """Add the next value; its `items` ascend."""
        if len(items) * self._bits_per_number > self.size:
            self.common[len(self._ends) - 1] = from_numbers((items,), self.size)
        else:
            self._rare.extend(items)
        self._ends.append(len(self._rare))

    @property
    def rare(self) -> dict[int, array[int]]:
        """Value to the numbers of its items, ascending, for each value that is not in `common`."""
        places = enumerate(pairwise(self._ends))
        return {value: self._rare[start:end] for value, (start, end) in places if value not in self.common}

    def union(self, values: Iterable[int]) -> int:
        """The items that have any of `values`."""
        found = 0
        rare: list[array[int]] = []
        for value in values:
            if value in self.common:
                found |= self.common[value]
            else:
                rare.append(self._rare[self._ends[value] : self._ends[value + 1]])
        return found | from_numbers(rare, self.size) if rare else found
