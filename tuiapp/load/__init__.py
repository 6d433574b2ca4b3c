"""YAML to a model, or every error with its place.

A model in which all is well is read in one fast pass: `events` makes plain values of libyaml's events, and
msgspec makes a ModelFile of them. Anything else is read once more, slowly: `tree` keeps the place of every
value, and `judge` says all that is wrong with them. `names` sees whether the files fit together.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tuiapp.load.document import Document
from tuiapp.load.fault import Fault, ModelError, Path, spelled
from tuiapp.load.files import Listed, contents, listed
from tuiapp.load.merge import merged
from tuiapp.load.names import compare
from tuiapp.load.opening import RefusedError
from tuiapp.load.sources import source_text
from tuiapp.model import Model

__all__ = ["Fault", "Loaded", "ModelError", "load", "read"]

Progress = Callable[[int, int], None]


class Loaded:
    """A model, and the files that it was read from."""

    def __init__(self, model: Model, documents: Sequence[Document]) -> None:
        self.model = model
        self._documents = {
            file.article.id: document for document in documents if (file := document.content) and file.article
        }

    def fault(self, article: str, path: Path, message: str) -> Fault:
        """Something wrong with the value at `path` of the file that holds `article`, with its place."""
        document = self._documents[article]
        line, column = document.place(path)
        return Fault(document.listed.name, line, column, spelled(path), message)


def load(paths: Sequence[str], progress: Progress | None = None) -> Model:
    """The model in `paths` without its files, which may be large; otherwise as `read`."""
    return read(paths, progress).model


def read(paths: Sequence[str], progress: Progress | None = None) -> Loaded:
    """The model in `paths`, at least one: files, folders (their *.yaml and *.yml at every depth), or `-`.

    `progress` is told how many bytes have been read and of how many, every 20 ms or so; what it raises ends
    the reading. Raises ModelError with all that is wrong in all of the files.
    """
    if not paths:
        raise ValueError("nothing to load")
    with _collector_paused():
        meter = _Meter(progress)
        documents = [_document(file, meter) for file in listed(paths)]
        for document in documents:
            meter.begin(document.size)
            document.parse(meter.add)
        sources = _sources(documents, meter)
        compare(documents)
        faults = [fault for document in documents for fault in document.faults()]
        files = [document.content for document in documents if document.content]
        if faults or len(files) < len(documents):
            raise ModelError(faults)
        return Loaded(merged(files, sources), documents)


class _Meter:
    """How far the reading is; the place where it can be stopped."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = self._end = self._total = 0

    def found(self, size: int) -> None:
        """`size` more bytes are to be read."""
        self._total += size
        self.add(0)

    def begin(self, size: int) -> None:
        """The next file is read."""
        self._done = self._end
        self._end += size

    def add(self, size: int) -> None:
        """`size` bytes of the file have been read; of one that is read twice no more than it has."""
        self._done = min(self._done + size, self._end)
        # Nothing of nothing is no share that could be shown.
        if self._progress and self._total:
            self._progress(self._done, self._total)


@contextmanager
def _collector_paused() -> Iterator[None]:
    # Nothing made here is garbage, and looking for it among 100,000 items takes a tenth of the time and more.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _document(file: Listed, meter: _Meter) -> Document:
    try:
        return Document(file, contents(file, meter.found))
    except RefusedError as error:
        return Document(file, None, str(error))


def _sources(documents: Sequence[Document], meter: _Meter) -> dict[str, str]:
    """The texts of the articles that have one, by the article's id; what cannot be read is noted."""
    texts = {}
    for document in documents:
        article, source = document.article()
        if source is None:
            continue
        try:
            texts[article] = source_text(source, document.listed, lambda _: meter.add(0))
        except RefusedError as error:
            document.complain(("article", "source"), str(error))
    return texts
