"""What one file says by itself, correct or not; `names` and `ties` check whether it fits the others."""

from functools import cached_property

from msgspec import Struct, ValidationError
from yaml import YAMLError

from tuiapp.language import gettext
from tuiapp.library.checks.judge import judged
from tuiapp.library.checks.typed import typed
from tuiapp.library.fault import MOST_TOLD, Note
from tuiapp.library.opening import Tick
from tuiapp.library.yaml.characters import mend, regular, wide
from tuiapp.library.yaml.events import TAG_LINES, IrregularError, Pieces, build
from tuiapp.library.yaml.node import Node, Scalar, child, plain
from tuiapp.library.yaml.tree import Composer
from tuiapp.model import ModelFile

MARK = "# ?"
"""What begins a comment that calls a value a guess."""


class Part(Struct, frozen=True, eq=False, dict=True):
    """One file's part of a model; the same object as long as the file does not change."""

    content: ModelFile | None
    """What the file says; None if it has faults."""
    notes: tuple[Note, ...] = ()
    """All faults of the file by itself."""
    root: Node | None = None
    """The tree of a faulty file, as far as it was read; that of a correct file is built when it is asked for."""
    complete: bool = True
    """Whether the file was read to its end, and all its tables."""
    marked: bool = False
    """Whether the bytes of a mark of a guess, `# ?`, are in the file, be it in a text."""

    @cached_property
    def said(self) -> object:
        """What the file says: a ModelFile, or of a faulty file the plain values that could be read."""
        return self.content or (plain(self.root) if self.root else {})

    @property
    def article(self) -> str:
        """The id of the file's article; "" if there is none or the file has faults."""
        return self.content.article.id if self.content and self.content.article else ""

    @property
    def source(self) -> str | None:
        """Path of the article's source; known for a faulty file too, if that part could be read."""
        if self.content:
            return self.content.article.source if self.content.article else None
        source = child(self.root, "article", "source")
        found = source.value if isinstance(source, Scalar) else None
        # A path with U+0000 has been reported, and the system would not accept it.
        return found if isinstance(found, str) and "\0" not in found else None


def parse(raw: bytes, tick: Tick) -> Part:
    """Parse `raw`, the bytes of a model file."""
    # The faults of a text read in the wrong encoding would not help its author.
    if wide(raw):
        return unread(gettext("UTF-16: save the file as UTF-8"))
    try:
        if regular(raw) and raw.count(b"\n%TAG") < TAG_LINES:
            return Part(typed(build(Pieces(raw, tick)), ModelFile), marked=MARK.encode() in raw)
    except (IrregularError, YAMLError, UnicodeDecodeError, ValidationError):
        pass
    composer = Composer(mend(raw), tick, _too_faulty)
    notes = [*composer.notes, *(judged(composer.root, ModelFile) if composer.root else ())]
    if composer.root and not notes:
        return Part(typed(plain(composer.root), ModelFile), marked=MARK.encode() in raw)
    return Part(None, tuple(notes), composer.root, composer.complete)


def unread(reason: str) -> Part:
    """The part of a file that cannot be read: one fault and no content."""
    return Part(None, (((1, 1), (), reason),), complete=False)


def _too_faulty(root: Node) -> bool:
    """Whether what has been read so far has more faults than are reported."""
    return len(judged(root, ModelFile)) > MOST_TOLD
