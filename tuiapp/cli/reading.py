"""Read the model for a command, and show progress on the terminal if it takes long."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from time import monotonic

from tuiapp import language
from tuiapp.cli.streams import say
from tuiapp.following import left_out
from tuiapp.library import Library, read
from tuiapp.present.finding import unread
from tuiapp.present.lines import whole
from tuiapp.shipped import shipped
from tuiapp.snapshot import Snapshot
from tuiapp.terminal import restricted

_kept: tuple[Library, Snapshot] | None = None


def keep(library: Library, snapshot: Snapshot) -> None:
    """From now on every command of this process is about this library, which is not read again."""
    global _kept
    _kept = library, snapshot


def library(paths: Sequence[str], *, strict: bool = False, quietly: bool = False) -> Library:
    """The model in `paths`, or the one that ships with the program; raises ModelError.

    Faulty files of folders are left out unless `strict`.
    """
    if _kept:
        return _kept[0]
    if quietly:
        return read(paths or [shipped()], partly=not strict)
    with progress() as tell:
        return read(paths or [shipped()], tell, partly=not strict)


def snapshot(library: Library) -> Snapshot:
    """The library's model, ready to be asked."""
    return _kept[1] if _kept else Snapshot(library.model)


def say_left_out(library: Library) -> None:
    """Say on standard error why files were left out; to a guest, who must learn nothing of them, only how many."""
    if restricted():
        if told := unread(left_out(library, telling=False)):
            say(f"tuiapp: {whole(told).text}")
        return
    for _, faults in groupby(library.left_out, attrgetter("file")):
        first, *others = faults
        text = language.gettext("{fault} (and {count} more)").format(fault=first, count=len(others))
        say(text if others else str(first))


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show the progress on a terminal once reading has taken half a second; clear the line at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    next_at = monotonic() + 0.5
    size = 0

    def tell(done: int, total: int) -> None:
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
        yield tell
    finally:
        if size:
            sys.stderr.write(f"\r{' ' * size}\r")
            sys.stderr.flush()
