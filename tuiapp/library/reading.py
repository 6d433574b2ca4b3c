"""Read paths into a library, or a library again; the second time only what has changed is read."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.library.checks.part import parse, unread
from tuiapp.library.fault import ModelError
from tuiapp.library.file import File
from tuiapp.library.joining import compared, fit_as_before, joined, same, standing, without_faulty
from tuiapp.library.kept import Library
from tuiapp.library.listing import STDIN, Found, contents, found
from tuiapp.library.meter import Meter, Progress
from tuiapp.library.opening import RefusedError, Ways
from tuiapp.library.sources import source
from tuiapp.model import Model


def load(paths: Sequence[str], progress: Progress | None = None) -> Model:
    """As `read`, but returns only the model, without its files."""
    return read(paths, progress).model


def read(paths: Sequence[str], progress: Progress | None = None, *, partly: bool = False) -> Library:
    """Read the model in `paths`, at least one: files, folders (their *.yaml and *.yml at every depth), or `-`.

    `progress` is called about every 20 ms with the bytes read and their total; an exception from it ends the reading.
    Raises ModelError with the faults of all files. If `partly`, faulty files of folders are left out instead; it is
    still raised if none is left, and for a file whose path is among `paths`.
    """
    found = survey(paths, progress)
    return _partly(found, found) if partly else _right(found)


def reread(library: Library, progress: Progress | None = None, *, partly: bool = False) -> Library:
    """Read the library's paths again; returns the same library if nothing has changed.

    Unchanged files and sources keep the objects made from them, and if the model's content is unchanged, so does
    `model`. Standard input is not read again. Raises ModelError as `read` would.
    """
    found = resurvey(library, progress)
    return _partly(found, library) if partly else _right(found)


def follow(library: Library) -> Library:
    """As `reread`, but what has become faulty since stays as it was, and `faults` says why; for the screen.

    The others are new. Raises ModelError if the model cannot be kept: then the caller has the last one.
    """
    with _collector_paused():
        return standing(resurvey(library), library)


def survey(paths: Sequence[str], progress: Progress | None = None) -> Library:
    """As `read`, but returns a library for faulty files too, with its `faults`."""
    if not paths:
        raise ValueError("nothing to load")
    return _surveyed(Library(tuple(paths), (), (), None), Meter(progress))


def resurvey(library: Library, progress: Progress | None = None) -> Library:
    """As `reread`, but returns a library for faulty files too; call it again once they are fixed."""
    return _surveyed(library, Meter(progress))


def _right(library: Library) -> Library:
    if library.faults or not library.merged:
        raise ModelError(library.faults)
    return library


def _partly(library: Library, before: Library) -> Library:
    with _collector_paused():
        return without_faulty(library, before)


@contextmanager
def _collector_paused() -> Iterator[None]:
    # Reading makes no garbage, and the search for it among 100,000 items takes a tenth of the time or more.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Due(Struct):
    """A file that was found, and what is known of it so far."""

    found: Found
    old: File | None
    """The file that had the same real path before."""
    kept: bool
    """Whether it has not changed."""
    raw: bytes | None = None
    """Bytes of standard input, whose size is unknown until it is read."""
    refused: str = ""
    size: int = 0
    """In bytes; 0 if nothing has to be read."""


def _surveyed(before: Library, meter: Meter) -> Library:
    with _collector_paused():
        ways = Ways()
        known = {file.real: file for file in before.files}
        due = [_due(each, known.get(each.real), meter) for each in found(before.paths, ways)]
        files = tuple([_sourced(_read(each, meter), each.old, ways, meter) for each in due])
        if same(files, before.files):
            return before
        faults = () if fit_as_before(files, before) else compared(files)
        if faults or not all(file.part.content for file in files):
            return Library(before.paths, files, faults, None)
        return Library(before.paths, files, (), joined(files, before))


def _due(each: Found, old: File | None, meter: Meter) -> _Due:
    due = _Due(each, old, _kept(each, old))
    if due.kept:
        return due
    if each.real == STDIN:
        try:
            due.raw, _ = contents(each.listed, meter.found)
            due.size = len(due.raw)
        except RefusedError as error:
            due.refused = str(error)
    elif each.status:
        due.size = each.status.st_size
        meter.found(due.size)
    return due


def _kept(each: Found, old: File | None) -> bool:
    if old is None or each.real == STDIN:
        return old is not None
    return bool(old.listed == each.listed and old.stamp and each.status and old.stamp.same(each.status))


def _read(due: _Due, meter: Meter) -> File:
    if due.kept and due.old:
        return due.old
    listed, real, old = due.found.listed, due.found.real, due.old
    meter.begin(due.size)
    try:
        if due.refused:
            raise RefusedError(due.refused)
        raw, stamp = (due.raw, None) if due.raw is not None else contents(listed, meter.pulse, real)
    except RefusedError as error:
        part = unread(str(error))
        if old and old.listed == listed and old.part.notes == part.notes:
            return old
        return File(listed, real, part)
    # Equal bytes need no new parsing, even if the file was saved again or changed just before the last reading.
    digest = hash(raw)
    part = old.part if old and old.stamp and old.digest == digest else parse(raw, meter.add)
    return File(listed, real, part, stamp, digest, due.raw)


def _sourced(file: File, old: File | None, ways: Ways, meter: Meter) -> File:
    """The file with the source that its article names now."""
    path = file.part.source
    if path is None:
        return file
    kept = old.source if old and old.listed == file.listed else None
    there = source(path, file.listed, ways, kept, meter.pulse)
    return file if there is file.source else replace(file, source=there)
