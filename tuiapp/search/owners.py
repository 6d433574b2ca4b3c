"""The enterprises and sectors of a model by number, and the items that name them.

An owner of words is an enterprise or a sector; enterprises come first, then sectors, each in the model's
order.
"""

from array import array

from tuiapp.model import Enterprise, Item, Model, Sector
from tuiapp.sets import Postings


class Owners:
    """Every enterprise and sector, known by its number."""

    def __init__(self, model: Model) -> None:
        self.ids = (*model.enterprises, *model.sectors)
        self.values: tuple[Enterprise | Sector, ...] = (*model.enterprises.values(), *model.sectors.values())
        self.first_sector = len(model.enterprises)
        """The number of the first owner that is a sector."""
        self._enterprises = {name: number for number, name in enumerate(model.enterprises)}
        self._sectors = {name: number for number, name in enumerate(model.sectors, self.first_sector)}
        self.postings = self._postings(model)

    def enterprises_of(self, item: Item) -> tuple[int, ...]:
        """The enterprises that `item` names, in its order."""
        return tuple(self._enterprises[name] for name in dict.fromkeys(item.enterprises))

    def sectors_of(self, item: Item) -> tuple[int, ...]:
        """The sectors of `item`, in its order."""
        return tuple(self._sectors[name] for name in item.sectors)

    def _postings(self, model: Model) -> Postings:
        lists = [array("I") for _ in self.ids]
        for number, item in enumerate(model.items):
            for owner in (*self.sectors_of(item), *self.enterprises_of(item)):
                lists[owner].append(number)
        return Postings(lists, len(model.items))
