"""A file while it is compared with others, and the faults found in it, with their places."""

from collections.abc import Callable
from functools import cached_property
from operator import itemgetter

from tuiapp.language import gettext, grouped
from tuiapp.library.checks.part import Part
from tuiapp.library.fault import MOST_TOLD, Fault, Note, Place, ValuePath, spelled
from tuiapp.library.opening import RefusedError
from tuiapp.library.yaml.node import Mapping, Node, child
from tuiapp.model import ModelFile


class Document:
    """A file as the checks see it; they add to `notes`."""

    def __init__(self, name: str, part: Part, tree: Callable[[], Node | None]) -> None:
        self.name, self._part, self._read = name, part, tree
        """`tree` reads the file once more and raises RefusedError if it has changed since."""
        self.notes: list[Note] = list(part.notes)

    @property
    def content(self) -> ModelFile | None:
        """What the file says; None if it has faults."""
        return self._part.content

    @property
    def said(self) -> object:
        """What the file says: a ModelFile, or of a faulty file the plain values that could be read."""
        return self._part.said

    @property
    def complete(self) -> bool:
        """Whether `said` is all that the file says; False if the reading broke off."""
        return self._part.complete

    @property
    def full(self) -> bool:
        """Whether the file has more faults than are reported."""
        return len(self.notes) > MOST_TOLD

    def complain(self, path: ValuePath, message: str, *, of_key: bool = False) -> None:
        """Note a fault of the value at `path`, or of its key."""
        self.notes.append((self.place(path, of_key=of_key), path, message))

    def spot(self, path: ValuePath, *, of_key: bool = False) -> str:
        """FILE:LINE:COLUMN of the value at `path`; of its key if `of_key`."""
        line, column = self.place(path, of_key=of_key)
        return f"{self.name}:{line}:{column}"

    def faults(self) -> list[Fault]:
        """The faults, ordered by place: at most MOST_TOLD. If there are more, one last entry says so."""
        notes = sorted(dict.fromkeys(self.notes), key=itemgetter(0))
        if len(notes) > MOST_TOLD:
            more = gettext("{count} faults stand above, and from here on there are more: mend those first")
            notes[MOST_TOLD:] = [(notes[MOST_TOLD][0], (), more.format(count=grouped(MOST_TOLD)))]
        return [Fault(self.name, line, column, spelled(path), message) for (line, column), path, message in notes]

    def place(self, path: ValuePath, *, of_key: bool = False) -> Place:
        """The place of the value at `path`, or of its key; 1:1 if the file has none."""
        if of_key and isinstance(around := child(self._tree, *path[:-1]), Mapping):
            return around.keys.get(str(path[-1]), (1, 1))
        node = child(self._tree, *path)
        return node.place if node else (1, 1)

    @cached_property
    def _tree(self) -> Node | None:
        try:
            return self._read()
        except RefusedError:
            # The file has changed since it was parsed, so its places would be wrong.
            return None
