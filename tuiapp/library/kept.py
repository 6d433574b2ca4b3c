"""The files that were opened, the model that they make, and the places of its values."""

from collections.abc import Callable
from functools import cached_property, lru_cache

from msgspec import Struct

from tuiapp.library.fault import Fault, ModelError, Place, ValuePath, spelled
from tuiapp.library.file import File
from tuiapp.library.opening import RefusedError
from tuiapp.library.yaml.node import Mapping, Node, Span, child, span
from tuiapp.model import Model


class Library(Struct, frozen=True, eq=False, dict=True):
    """Files that were opened together, as they were at one time.

    It may hold faulty files, so that the other files need not be read again once those are fixed.
    """

    paths: tuple[str, ...]
    """As given by the caller: files, folders, or `-`."""
    files: tuple[File, ...]
    """In the order of `paths`, a folder's files by name; each file once."""
    faults: tuple[Fault, ...]
    """All faults, ordered by file, then by place."""
    merged: Model | None
    """None if there are faults, unless the files that have them were left out."""
    left_out: tuple[Fault, ...] = ()
    """Why files were left out of the model, ordered by file; each of these files has a fault here.

    Only some of these are among `faults`: a file may be left out because it needs another that is. And not all faults
    are here: a file is not left out because it differs from another that is.
    """
    stale: tuple[Fault, ...] = ()
    """The faults of files that are shown as they were before they had these, see `follow`."""

    @property
    def model(self) -> Model:
        """The files, without those left out, as one model; raises ModelError with all faults."""
        if self.merged is None:
            raise ModelError(self.faults)
        return self.merged

    @cached_property
    def whole(self) -> tuple[File, ...]:
        """The files that were not left out."""
        without = {fault.file for fault in self.left_out}
        return tuple([file for file in self.files if file.listed.name not in without])

    def file_of(self, article: str) -> File:
        """The file that holds an article and all its items; KeyError if there is none."""
        return self._owners[article]

    def place(self, article: str, path: ValuePath) -> Place:
        """Line and column, from 1, of the value at `path` in an article's file; 1:1 if it has no such value.

        The first request for a file reads it once more, which takes half a second per megabyte. Raises RefusedError if
        the file cannot be read, ChangedError if it has changed, and KeyError if there is no such article.
        """
        return self._place(self.file_of(article), path)

    def span(self, article: str, path: ValuePath) -> Span | None:
        """Start and end of the value at `path` in the file's `text()`, in characters from 0; None if there is none.

        A block list or mapping ends with its last value, a block scalar with its last line, without the line feed. The
        span of a value with an anchor starts at the anchor. Raises as `place` does.
        """
        return span(self._tree(self.file_of(article)), *path)

    def fault(self, article: str | None, path: ValuePath, message: str) -> Fault:
        """A fault of the value at `path` in the file that holds `article`, with its place.

        Without an article, `path` is a table and a name in it, and the fault is that of the first file that defines the
        name. If the file cannot be read any more or has changed, the place is 1:1, and the message says why.
        """
        file = self._definitions[path] if article is None else self.file_of(article)
        try:
            line, column = self._place(file, path) if article is not None else self._place_of_key(file, path)
        except RefusedError as error:
            line, column, message = 1, 1, f"{message} ({error})"
        return Fault(file.listed.name, line, column, spelled(path), message)

    def _place(self, file: File, path: ValuePath) -> Place:
        node = child(self._tree(file), *path)
        return node.place if node else (1, 1)

    def _place_of_key(self, file: File, path: ValuePath) -> Place:
        around = child(self._tree(file), *path[:-1])
        return around.keys.get(str(path[-1]), (1, 1)) if isinstance(around, Mapping) else (1, 1)

    @cached_property
    def _definitions(self) -> dict[ValuePath, File]:
        # In reverse order, so that the first definition wins.
        return {
            (table, name): file
            for file in reversed(self.whole)
            for table in ("regions", "sectors", "enterprises", "people")
            for name in getattr(file.part.content, table, ())
        }

    @cached_property
    def _tree(self) -> Callable[[File], Node | None]:
        # Only one tree is cached: trees are large, and places are asked for file by file.
        return lru_cache(maxsize=1)(File.tree)

    @cached_property
    def _owners(self) -> dict[str, File]:
        return {file.part.article: file for file in self.whole if file.part.article}
