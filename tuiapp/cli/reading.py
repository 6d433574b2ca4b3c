"""The model that a command is about, with a word on the terminal where reading it takes long."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic

from tuiapp import language
from tuiapp.article import shipped
from tuiapp.library import Library, load, read
from tuiapp.model import Model


def model(paths: Sequence[str], *, quietly: bool = False) -> Model:
    """The model in `paths`, or the one that the program ships with; raises ModelError."""
    if quietly:
        return load(paths or [shipped()])
    with progress() as say:
        return load(paths or [shipped()], say)


def library(paths: Sequence[str]) -> Library:
    """The same with its files."""
    with progress() as say:
        return read(paths or [shipped()], say)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Says on a terminal how far the reading is, once it has taken half a second; leaves the line blank again."""
    if not sys.stderr.isatty():
        yield None
        return
    next_at = monotonic() + 0.5
    size = 0

    def say(done: int, total: int) -> None:
        nonlocal next_at, size
        if (now := monotonic()) < next_at:
            return
        next_at = now + 0.2
        text = language.gettext("reading: {percent} %, Ctrl+C leaves").format(percent=done * 100 // total)
        sys.stderr.write(f"\r{text} ")
        sys.stderr.flush()
        # The terminal adds ^C.
        size = len(text) + 3

    try:
        yield say
    finally:
        if size:
            sys.stderr.write(f"\r{' ' * size}\r")
            sys.stderr.flush()
