"""What has been opened: the files, the model that they make, and where in them everything stands."""

from collections.abc import Callable
from functools import cached_property, lru_cache

from msgspec import Struct

from tuiapp.library.fault import Fault, ModelError, Path, Place, spelled
from tuiapp.library.file import File
from tuiapp.library.opening import RefusedError
from tuiapp.library.yaml.node import Mapping, Node, Span, child, span
from tuiapp.model import Model


class Library(Struct, frozen=True, eq=False, dict=True):
    """Files that were opened together, as they were at one time.

    Of wrong ones as well, so that whoever waits for them to be mended need not read the others again.
    """

    paths: tuple[str, ...]
    """What was asked for: files, folders, or `-`."""
    files: tuple[File, ...]
    """In the order of `paths`, those of a folder by name; each once."""
    faults: tuple[Fault, ...]
    """All that is wrong, in the order of the files, within a file by place."""
    merged: Model | None
    """None where something is wrong."""

    @property
    def model(self) -> Model:
        """The files as one model; raises ModelError with all that is wrong."""
        if self.merged is None:
            raise ModelError(self.faults)
        return self.merged

    def file_of(self, article: str) -> File:
        """The file that holds an article with all of its items; KeyError where none does."""
        return self._owners[article]

    def place(self, article: str, path: Path) -> Place:
        """Line and column, from 1, of the value at `path` of an article's file; 1:1 where it says nothing there.

        The first place asked for in a file reads it once more, in half a second for a megabyte. Raises RefusedError
        where it cannot be read, ChangedError where it has changed, and KeyError where there is no such article.
        """
        return self._place(self.file_of(article), path)

    def span(self, article: str, path: Path) -> Span | None:
        """Where the value at `path` begins and ends in the file's `text()`, in characters from 0; None where none is.

        Of a list or a mapping in block style the end is that of its last value, and of a text in block style that of
        its last line, without the line feed. With an anchor a value begins there. Raises as `place` does.
        """
        return span(self._tree(self.file_of(article)), *path)

    def fault(self, article: str | None, path: Path, message: str) -> Fault:
        """Something wrong with the value at `path` of the file that holds `article`, with its place.

        Without an article it is the name at `path`, a table and a key of it, in the first file that defines it. Where
        the file is not there any more as it was, it is a fault of the whole file, and says why.
        """
        file = self._definitions[path] if article is None else self.file_of(article)
        try:
            line, column = self._place(file, path) if article is not None else self._place_of_key(file, path)
        except RefusedError as error:
            line, column, message = 1, 1, f"{message} ({error})"
        return Fault(file.listed.name, line, column, spelled(path), message)

    def _place(self, file: File, path: Path) -> Place:
        node = child(self._tree(file), *path)
        return node.place if node else (1, 1)

    def _place_of_key(self, file: File, path: Path) -> Place:
        around = child(self._tree(file), *path[:-1])
        return around.keys.get(str(path[-1]), (1, 1)) if isinstance(around, Mapping) else (1, 1)

    @cached_property
    def _definitions(self) -> dict[Path, File]:
        # From the last to the first, whose definition is the one.
        return {
            (table, name): file
            for file in reversed(self.files)
            for table in ("regions", "sectors", "enterprises", "people")
            for name in getattr(file.part.content, table, ())
        }

    @cached_property
    def _tree(self) -> Callable[[File], Node | None]:
        # Of one file alone, as it is large; places are asked for file by file.
        return lru_cache(maxsize=1)(File.tree)

    @cached_property
    def _owners(self) -> dict[str, File]:
        return {file.part.article: file for file in self.files if file.part.article}
