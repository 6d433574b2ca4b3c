"""A file while it is compared with others: what they find wrong with it, and where."""

from collections.abc import Callable
from functools import cached_property
from operator import itemgetter

from tuiapp.library.checks.part import Part
from tuiapp.library.fault import MOST_TOLD, Fault, Note, Path, Place, spelled
from tuiapp.library.opening import RefusedError
from tuiapp.library.yaml.node import Mapping, Node, child
from tuiapp.model import ModelFile


class Document:
    """One reading's view of a file; `notes` grows."""

    def __init__(self, name: str, part: Part, tree: Callable[[], Node | None]) -> None:
        self.name, self._part, self._read = name, part, tree
        """`tree` reads the file once more and raises RefusedError where it has changed meanwhile."""
        self.notes: list[Note] = list(part.notes)

    @property
    def content(self) -> ModelFile | None:
        """What the file says; None where something in it is wrong."""
        return self._part.content

    @property
    def said(self) -> object:
        """What the file says, right or wrong and as far as it goes: a ModelFile, or plain values like one's."""
        return self._part.said

    @property
    def complete(self) -> bool:
        """Whether `said` is all that the file says."""
        return self._part.complete

    @property
    def full(self) -> bool:
        """Whether more is wrong with the file than is told."""
        return len(self.notes) > MOST_TOLD

    def complain(self, path: Path, message: str, *, of_key: bool = False) -> None:
        """Note what is wrong with the value at `path`, or with its key."""
        self.notes.append((self.place(path, of_key=of_key), path, message))

    def spot(self, path: Path, *, of_key: bool = False) -> str:
        """Where the value at `path` stands, or its key, for people."""
        line, column = self.place(path, of_key=of_key)
        return f"{self.name}:{line}:{column}"

    def faults(self) -> list[Fault]:
        """What is wrong, by place; of more than MOST_TOLD the first, and that there are more."""
        notes = sorted(dict.fromkeys(self.notes), key=itemgetter(0))
        if len(notes) > MOST_TOLD:
            more = f"{MOST_TOLD:,} faults stand above, and from here on there are more: mend those first"
            notes[MOST_TOLD:] = [(notes[MOST_TOLD][0], (), more)]
        return [Fault(self.name, line, column, spelled(path), message) for (line, column), path, message in notes]

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Where the value at `path` stands, or its key; 1:1 where the file says nothing there."""
        if of_key and isinstance(around := child(self._tree, *path[:-1]), Mapping):
            return around.keys.get(str(path[-1]), (1, 1))
        node = child(self._tree, *path)
        return node.place if node else (1, 1)

    @cached_property
    def _tree(self) -> Node | None:
        try:
            return self._read()
        except RefusedError:
            # It has changed since it was parsed, and a place would be that of something else.
            return None
