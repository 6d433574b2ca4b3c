"""Matters: items that tell of the same thing, because one follows the other, directly or through others."""

from array import array
from collections.abc import Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush

from tuiapp import sets
from tuiapp.model import Model


class Matters:
    """The matters of a model; an item that follows none and is followed by none is a matter by itself."""

    def __init__(self, model: Model) -> None:
        self._size = len(model.items)
        self._followed = _followed(model)
        """For each item that follows others, the numbers of those."""
        self._matter: dict[int, int] = {}
        """For each item that is joined to others, its matter."""
        self._told: list[array[int]] = []
        """For each matter of several items, these from the oldest to the newest."""
        self._join(_in_order(model, self._followed))

    def of(self, number: int) -> Sequence[int]:
        """All items of the matter of item `number`, from the oldest to the newest."""
        matter = self._matter.get(number)
        return (number,) if matter is None else self._told[matter]

    def beside(self, number: int, step: int) -> int:
        """The item `step` places after item `number` in its matter, or the last in that direction."""
        told = self.of(number)
        return told[max(0, min(told.index(number) + step, len(told) - 1))]

    @cached_property
    def newest(self) -> int:
        """The newest item of each matter, as a bit set."""
        older = sets.from_numbers((told[:-1] for told in self._told), self._size)
        return sets.everything(self._size) & ~older

    def _join(self, order: Sequence[int]) -> None:
        """Number the matters, and list the items of each in `order`."""
        top = _tops(self._followed)
        matters: dict[int, int] = {}
        for number in order:
            matter = self._matter[number] = matters.setdefault(top[number], len(matters))
            if matter == len(self._told):
                self._told.append(array("I"))
            self._told[matter].append(number)


def _followed(model: Model) -> dict[int, list[int]]:
    """For each item that follows others, their numbers; what a model lacks is left out."""
    told_before = {number: item.told_before for number, item in enumerate(model.items) if item.follows}
    wanted = {name for names in told_before.values() for name in names}
    if not wanted:
        return {}
    numbers: dict[str, int] = {}
    ends = (*model.starts[1:], len(model.items))
    for article, start, end in zip(model.articles, model.starts, ends, strict=True):
        for number in range(start, end):
            if (name := f"{article.id}/{model.items[number].id}") in wanted:
                numbers.setdefault(name, number)
    return {
        number: found
        for number, names in told_before.items()
        if (found := [numbers[name] for name in dict.fromkeys(names) if name in numbers])
    }


def _tops(followed: dict[int, list[int]]) -> dict[int, int]:
    """For each item that is joined to others, one item that stands for all of these."""
    over = {number: number for item, others in followed.items() for number in (item, *others)}

    def top(number: int) -> int:
        while over[number] != number:
            # Path halving (union-find): it keeps all paths short.
            over[number] = over[over[number]]
            number = over[number]
        return number

    for item, others in followed.items():
        for other in others:
            over[top(item)] = top(other)
    return {number: top(number) for number in over}


def _in_order(model: Model, followed: dict[int, list[int]]) -> list[int]:
    """All items that are joined to others, by date, but each after those that it follows.

    Dates alone do not tell: an article may be undated, or two may be of one day. An undated item comes right after
    those that it follows, and before all others if it follows none. Of items with the same date, those come first that
    the model has first.
    """
    followers: dict[int, list[int]] = {}
    for item, others in followed.items():
        for other in others:
            followers.setdefault(other, []).append(item)
    waits = {item: len(others) for item, others in followed.items()}
    ready = [(_date(model, number), number) for number in followers if number not in waits]
    heapify(ready)
    order: list[int] = []
    while ready:
        date, number = heappop(ready)
        order.append(number)
        for item in followers.get(number, ()):
            waits[item] -= 1
            if not waits[item]:
                heappush(ready, (_date(model, item) or date, item))
    # Only an invalid model has circles, and in it these items are left.
    return order + [item for item, left in waits.items() if left]


def _date(model: Model, number: int) -> str:
    """The end of the article's day, month or year, as its place in the model is; empty if it is undated."""
    published = model.article_of(number).published
    return published.last if published else ""
