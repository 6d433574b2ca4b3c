"""One model file: what it says if it is right, else what is wrong with it and where."""

from operator import itemgetter

from msgspec import ValidationError, convert
from yaml import YAMLError

from tuiapp.load.characters import mend, regular
from tuiapp.load.events import IrregularError, Pieces, build
from tuiapp.load.fault import Fault, Note, Path, spelled
from tuiapp.load.files import Listed
from tuiapp.load.judge import judged
from tuiapp.load.node import Node, Scalar, child, plain
from tuiapp.load.opening import Tick
from tuiapp.load.tree import Composer
from tuiapp.model import ModelFile


class Document:
    """A file that has been read; `notes` grows while it is compared with others."""

    def __init__(self, listed: Listed, raw: bytes | None, refused: str = "") -> None:
        self.listed, self._raw = listed, raw
        self.content: ModelFile | None = None
        """What the file says; None where something in it is wrong."""
        self.root: Node | None = None
        """The same with its places, as far as it goes; only where `compose` was called for."""
        self._composed = False
        self.complete = False
        """Whether `root` is all that the file says."""
        self.notes: list[Note] = [] if raw is not None else [((1, 1), (), refused)]

    @property
    def size(self) -> int:
        """In bytes; 0 where there is nothing to read."""
        return len(self._raw or b"")

    def parse(self, tick: Tick) -> None:
        """Fill in `content`, or `notes` with all that keeps the file from being a model."""
        if self._raw is None:
            return
        try:
            if regular(self._raw):
                self.content = convert(build(Pieces(self._raw, tick)), ModelFile, strict=True)
                return
        except (IrregularError, YAMLError, UnicodeDecodeError, ValidationError):
            pass
        self.compose(tick)
        if not self.notes and self.root:
            self.content = convert(plain(self.root), ModelFile, strict=True)

    def compose(self, tick: Tick) -> None:
        """Fill in `root`; of a file with a content that is all."""
        if self._composed or self._raw is None:
            return
        self._composed = True
        composer = Composer(mend(self._raw), tick)
        self.root, self.complete = composer.root, composer.complete
        if self.content is None:
            self.notes += composer.notes
            self.notes += judged(self.root, ModelFile) if self.root else []

    def article(self) -> tuple[str, str | None]:
        """The article's id and its source, as far as they can be made out."""
        if self.content:
            article = self.content.article
            return (article.id, article.source) if article else ("", None)
        source = child(self.root, "article", "source")
        found = source.value if isinstance(source, Scalar) else None
        # One with U+0000 has been complained about, and the system would not take it.
        return "", found if isinstance(found, str) and "\0" not in found else None

    def complain(self, path: Path, message: str) -> None:
        """Note what is wrong with the value at `path`, which has been composed."""
        node = child(self.root, *path)
        self.notes.append((node.place if node else (1, 1), path, message))

    def faults(self) -> list[Fault]:
        """What is wrong, by place."""
        return [
            Fault(self.listed.name, line, column, spelled(path), message)
            for (line, column), path, message in sorted(dict.fromkeys(self.notes), key=itemgetter(0))
        ]
