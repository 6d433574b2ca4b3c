"""Read the model for a command, and show progress on the terminal if it takes long."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from time import monotonic

from tuiapp import language
from tuiapp.library import Fault, Library, read
from tuiapp.shipped import shipped


def library(paths: Sequence[str], *, strict: bool = False, quietly: bool = False) -> Library:
    """The model in `paths`, or the one that ships with the program; raises ModelError.

    Faulty files of folders are left out unless `strict`.
    """
    if quietly:
        return read(paths or [shipped()], partly=not strict)
    with progress() as say:
        return read(paths or [shipped()], say, partly=not strict)


def left_out(library: Library) -> list[tuple[Fault, int]]:
    """For each file that was left out its first fault, and how many more it has."""
    files = (list(faults) for _, faults in groupby(library.left_out, attrgetter("file")))
    return [(first, len(others)) for first, *others in files]


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show the progress on a terminal once reading has taken half a second; clear the line at the end."""
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
        # One for the blank, two for the ^C that the terminal may add.
        size = len(text) + 3

    try:
        yield say
    finally:
        if size:
            sys.stderr.write(f"\r{' ' * size}\r")
            sys.stderr.flush()
