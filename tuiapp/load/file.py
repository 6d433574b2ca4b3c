"""One file of a library, and its text again for whoever asks where in it a value stands."""

from functools import cached_property

from msgspec import Struct

from tuiapp.load.characters import Characters, mend
from tuiapp.load.fault import Path, Place
from tuiapp.load.files import Listed, contents
from tuiapp.load.node import Node, Span, child, span
from tuiapp.load.opening import ChangedError
from tuiapp.load.part import Part
from tuiapp.load.sources import Source
from tuiapp.load.stamp import Stamp
from tuiapp.load.tree import Composer


class File(Struct, frozen=True, eq=False, dict=True):
    """A model file as it was read; its bytes are not kept, which may be many."""

    listed: Listed
    """How it is named for people, its path, its folder and fence."""
    real: str
    """The path without links; no other file of the library has it."""
    part: Part
    stamp: Stamp | None = None
    """None where there was nothing to read, and of standard input."""
    digest: int = 0
    """Of its bytes, good in this process alone."""
    raw: bytes | None = None
    """What came from standard input, which cannot be read twice."""
    source: Source | None = None
    """None where the article names none."""

    def text(self) -> str:
        """The text that places and spans count in; raises RefusedError, ChangedError where it is another by now."""
        return self._characters().text

    @cached_property
    def root(self) -> Node | None:
        """The tree of its values, kept once it was asked for; raises as `text` does.

        A wrong file's has been kept, as far as it goes. 13 times the size of the file.
        """
        if self.part.content is None:
            return self.part.root
        return Composer(self._characters(), _untold).root

    def place(self, path: Path) -> Place:
        """Line and column of the value at `path`, that of what an alias stands for; 1:1 where there is none."""
        node = child(self.root, *path)
        return node.place if node else (1, 1)

    def span(self, path: Path) -> Span | None:
        """Where in `text` the value at `path` stands, that of an alias itself; None where there is none."""
        return span(self.root, *path)

    def _characters(self) -> Characters:
        raw = contents(self.listed, _untold)[0] if self.raw is None else self.raw
        if hash(raw) != self.digest:
            raise ChangedError("the file has changed since it was read")
        return mend(raw)


def _untold(_: int) -> None:
    """Nobody waits for what is read for one place."""
