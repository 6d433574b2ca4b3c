"""One file of a library, which can be read again to find the place of a value."""

from msgspec import Struct

from tuiapp.language import gettext
from tuiapp.library.checks.part import Part
from tuiapp.library.listing import Listed, contents
from tuiapp.library.opening import ChangedError
from tuiapp.library.sources import Source
from tuiapp.library.stamp import Stamp
from tuiapp.library.yaml.characters import Characters, mend
from tuiapp.library.yaml.node import Node
from tuiapp.library.yaml.tree import Composer


class File(Struct, frozen=True, eq=False):
    """A model file as it was read. Its bytes are not kept, because they may be many."""

    listed: Listed
    """The file's name for people, its path, its folder, and the fence: the folder that its links may not leave."""
    real: str
    """The path with symbolic links resolved; unique within the library."""
    part: Part
    stamp: Stamp | None = None
    """None if there was nothing to read, and for standard input."""
    digest: int = 0
    """Hash of its bytes; valid only in this process."""
    raw: bytes | None = None
    """The bytes of standard input, which cannot be read twice; None for a file."""
    source: Source | None = None
    """None if the article names none."""

    def text(self) -> str:
        """The text that places and spans refer to. Raises RefusedError, or ChangedError if the file has changed."""
        return self._characters().text

    def tree(self) -> Node | None:
        """Its values with their places, in a faulty file as far as they were read; raises as `text` does.

        For a correct file the tree is built on each call: that is a second reading, and the tree takes 20 times the
        size of the file.
        """
        return self.part.root if self.part.content is None else Composer(self._characters(), _untold).root

    def _characters(self) -> Characters:
        raw = contents(self.listed, _untold)[0] if self.raw is None else self.raw
        if hash(raw) != self.digest:
            raise ChangedError(gettext("the file has changed since it was read"))
        return mend(raw)


def _untold(_: int) -> None:
    """Ignore progress: reading a file for one place is not reported."""
