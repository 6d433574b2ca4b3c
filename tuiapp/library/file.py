"""One file of a library, and its text again for whoever asks where in it a value stands."""

from msgspec import Struct

from tuiapp.library.checks.part import Part
from tuiapp.library.listing import Listed, contents
from tuiapp.library.opening import ChangedError
from tuiapp.library.sources import Source
from tuiapp.library.stamp import Stamp
from tuiapp.library.yaml.characters import Characters, mend
from tuiapp.library.yaml.node import Node
from tuiapp.library.yaml.tree import Composer


class File(Struct, frozen=True, eq=False):
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

    def tree(self) -> Node | None:
        """Its values with their places, of a wrong file as far as they go; raises as `text` does.

        Made for whoever asks, which is a second reading, and 20 times the size of the file.
        """
        return self.part.root if self.part.content is None else Composer(self._characters(), _untold).root

    def _characters(self) -> Characters:
        raw = contents(self.listed, _untold)[0] if self.raw is None else self.raw
        if hash(raw) != self.digest:
            raise ChangedError("the file has changed since it was read")
        return mend(raw)


def _untold(_: int) -> None:
    """Nobody waits for what is read for one place."""
