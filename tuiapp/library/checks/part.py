"""What one file says by itself, right or wrong; whether it fits to others is `names`' to say."""

from functools import cached_property

from msgspec import Struct, ValidationError
from yaml import YAMLError

from tuiapp.library.checks.judge import judged
from tuiapp.library.checks.typed import typed
from tuiapp.library.fault import MOST_TOLD, Note
from tuiapp.library.opening import Tick
from tuiapp.library.yaml.characters import mend, regular, wide
from tuiapp.library.yaml.events import TAG_LINES, IrregularError, Pieces, build
from tuiapp.library.yaml.node import Node, Scalar, child, plain
from tuiapp.library.yaml.tree import Composer
from tuiapp.model import ModelFile


class Part(Struct, frozen=True, eq=False, dict=True):
    """A file's share of a model: the same object for as long as the file stays as it is."""

    content: ModelFile | None
    """What the file says; None where something in it is wrong."""
    notes: tuple[Note, ...] = ()
    """All that keeps the file from being a model."""
    root: Node | None = None
    """Of a wrong file all that was made out; that of a right one is made again when it is asked for."""
    complete: bool = True
    """Whether that is all that the file says."""

    @cached_property
    def said(self) -> object:
        """What the file says, right or wrong and as far as it goes: a ModelFile, or plain values like one's."""
        return self.content or (plain(self.root) if self.root else {})

    @property
    def article(self) -> str:
        """The id of the file's article; "" where there is none, or the file is wrong."""
        return self.content.article.id if self.content and self.content.article else ""

    @property
    def source(self) -> str | None:
        """The path of the article's source, as far as it can be made out."""
        if self.content:
            return self.content.article.source if self.content.article else None
        source = child(self.root, "article", "source")
        found = source.value if isinstance(source, Scalar) else None
        # One with U+0000 has been complained about, and the system would not take it.
        return found if isinstance(found, str) and "\0" not in found else None


def parse(raw: bytes, tick: Tick) -> Part:
    """What `raw`, the bytes of a model file, says."""
    # What a text in another encoding seems to say is of no use to its author.
    if wide(raw):
        return unread("UTF-16: save the file as UTF-8")
    try:
        if regular(raw) and raw.count(b"\n%TAG") < TAG_LINES:
            return Part(typed(build(Pieces(raw, tick)), ModelFile))
    except (IrregularError, YAMLError, UnicodeDecodeError, ValidationError):
        pass
    composer = Composer(mend(raw), tick, _hopeless)
    notes = [*composer.notes, *(judged(composer.root, ModelFile) if composer.root else ())]
    if composer.root and not notes:
        return Part(typed(plain(composer.root), ModelFile))
    return Part(None, tuple(notes), composer.root, composer.complete)


def unread(reason: str) -> Part:
    """Nothing, of a file that cannot be read."""
    return Part(None, (((1, 1), (), reason),), complete=False)


def _hopeless(root: Node) -> bool:
    """Whether more is wrong with what has been read so far than is told."""
    return len(judged(root, ModelFile)) > MOST_TOLD
