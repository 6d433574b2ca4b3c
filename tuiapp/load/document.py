"""One model file: what it says if it is right, else what is wrong with it and where."""

from functools import cached_property
from operator import itemgetter

from msgspec import ValidationError
from yaml import YAMLError

from tuiapp.load.characters import mend, regular
from tuiapp.load.events import TAG_LINES, IrregularError, Pieces, build
from tuiapp.load.fault import MOST_TOLD, Fault, Note, Path, Place, spelled
from tuiapp.load.files import Listed
from tuiapp.load.judge import judged
from tuiapp.load.node import Mapping, Node, Scalar, child, plain
from tuiapp.load.opening import Tick
from tuiapp.load.tree import Composer
from tuiapp.load.typed import typed
from tuiapp.model import ModelFile


class Document:
    """A file that has been read; `notes` grows while it is compared with others."""

    def __init__(self, listed: Listed, raw: bytes | None, refused: str = "") -> None:
        self.listed, self._raw = listed, raw
        self.content: ModelFile | None = None
        """What the file says; None where something in it is wrong."""
        self.notes: list[Note] = [] if raw is not None else [((1, 1), (), refused)]
        self._composer: Composer | None = None
        self._tick: Tick = lambda _: None

    @property
    def size(self) -> int:
        """In bytes; 0 where there is nothing to read."""
        return len(self._raw or b"")

    @property
    def complete(self) -> bool:
        """Whether `said` is all that the file says."""
        return self.content is not None or (self._composer is not None and self._composer.complete)

    @property
    def full(self) -> bool:
        """Whether more is wrong with the file than is told."""
        return len(self.notes) > MOST_TOLD

    @cached_property
    def said(self) -> object:
        """What the file says, right or wrong and as far as it goes: a ModelFile, or plain values like one's."""
        return self.content or (plain(self._root) if self._root else {})

    def parse(self, tick: Tick) -> None:
        """Fill in `content`, or `notes` with all that keeps the file from being a model."""
        if self._raw is None:
            return
        self._tick = tick
        try:
            if regular(self._raw) and self._raw.count(b"\n%TAG") < TAG_LINES:
                self.content = typed(build(Pieces(self._raw, tick)), ModelFile)
                return
        except (IrregularError, YAMLError, UnicodeDecodeError, ValidationError):
            pass
        composer = self._composer = Composer(mend(self._raw), tick, _hopeless)
        self.notes += composer.notes
        if composer.root:
            self.notes += judged(composer.root, ModelFile)
            if not self.notes:
                self.content = typed(plain(composer.root), ModelFile)

    def article(self) -> tuple[str, str | None]:
        """The article's id and its source, as far as they can be made out."""
        if self.content:
            article = self.content.article
            return (article.id, article.source) if article else ("", None)
        source = child(self._root, "article", "source")
        found = source.value if isinstance(source, Scalar) else None
        # One with U+0000 has been complained about, and the system would not take it.
        return "", found if isinstance(found, str) and "\0" not in found else None

    def complain(self, path: Path, message: str, *, of_key: bool = False) -> None:
        """Note what is wrong with the value at `path`, or with its key."""
        self.notes.append((self.place(path, of_key=of_key), path, message))

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """Where the value at `path` stands, or its key; the file is read once more for the first one."""
        if self._composer is None and self._raw is not None:
            self._composer = Composer(mend(self._raw), self._tick)
        if of_key and isinstance(around := child(self._root, *path[:-1]), Mapping):
            return around.keys.get(str(path[-1]), (1, 1))
        node = child(self._root, *path)
        return node.place if node else (1, 1)

    def spot(self, path: Path, *, of_key: bool = False) -> str:
        """The same for people, with the file's name."""
        line, column = self.place(path, of_key=of_key)
        return f"{self.listed.name}:{line}:{column}"

    def faults(self) -> list[Fault]:
        """What is wrong, by place; of more than MOST_TOLD the first, and that there are more."""
        notes = sorted(dict.fromkeys(self.notes), key=itemgetter(0))
        if len(notes) > MOST_TOLD:
            more = f"{MOST_TOLD:,} faults stand above, and from here on there are more: mend those first"
            notes[MOST_TOLD:] = [(notes[MOST_TOLD][0], (), more)]
        return [
            Fault(self.listed.name, line, column, spelled(path), message) for (line, column), path, message in notes
        ]

    @property
    def _root(self) -> Node | None:
        return self._composer.root if self._composer else None


def _hopeless(root: Node) -> bool:
    """Whether more is wrong with what has been read so far than is told."""
    return len(judged(root, ModelFile)) > MOST_TOLD
