"""The owners of names: the values of some fields, numbered, and the items that have each of them.

Owners are numbered field by field, and within a field in the model's order.
"""

from array import array
from collections.abc import Iterator

from tuiapp.archive import Archive
from tuiapp.fields import Field, Value
from tuiapp.sets import Postings


class Owners:
    """Every value of some fields, identified by its number."""

    def __init__(self, archive: Archive, fields: tuple[Field, ...]) -> None:
        self._archive = archive
        self._fields = fields
        self.values: list[Value] = []
        self.names: list[tuple[str, ...]] = []
        """For each owner, all its names in the model's spelling."""
        self._ranges: dict[str, range] = {}
        self._numbers: dict[str, dict[Value, int]] = {}
        for field in fields:
            names = field.names(archive.model) if field.names else {}
            first = len(self.values)
            self._numbers[field.name] = {value: number for number, value in enumerate(names, first)}
            self._ranges[field.name] = range(first, first + len(names))
            self.values += names
            self.names += names.values()
        self.postings = self._postings()

    def of_field(self, name: str) -> range:
        """The owners that are values of the field `name`; empty if it is another's."""
        return self._ranges.get(name, range(0))

    def of_item(self, number: int, field: Field) -> Iterator[int]:
        """The owners of an item in `field`, in the item's order."""
        numbers = self._numbers[field.name]
        return (numbers[value] for value in field.values(self._archive, number))

    def _postings(self) -> Postings:
        lists = [array("I") for _ in self.values]
        items = range(len(self._archive.model.items))
        for field in self._fields:
            numbers, values = self._numbers[field.name], field.values
            for number in items:
                for value in values(self._archive, number):
                    lists[numbers[value]].append(number)
        return Postings(lists, len(items))
