"""Changes of a file: read, changed and written in one go, and taken back; never over what somebody else wrote."""

import time
from collections.abc import Callable, Iterable

from msgspec import Struct

from tuiapp.editing.change import Change
from tuiapp.editing.changes import changed
from tuiapp.language import gettext
from tuiapp.library.listing import MODEL_LIMIT
from tuiapp.library.opening import ChangedError, RefusedError, read_regular
from tuiapp.library.stamp import Stamp
from tuiapp.library.writing import write

_PATIENCE = 2.5
"""Seconds until a file that was just written can be told from one written once more: 2 s where times have no parts."""
_PAUSE = 0.02


class Edited(Struct, frozen=True):
    """A file before and after its change."""

    path: str
    before: bytes
    after: bytes


def text_of(path: str) -> str:
    """The text of the file at `path` as it is now. Raises RefusedError."""
    return _decoded(read_regular(path, MODEL_LIMIT, _untold)[0])


def edit(path: str, make: Callable[[str], Iterable[Change]]) -> Edited:
    """Change the file at `path` as `make` says, which gets its text, with its line ends and its mark if it has one.

    A link is followed, and its target changed. Waits up to 2.5 s for a file that was written just now. Raises
    PlaceError, RefusedError, and ChangedError if somebody wrote it meanwhile; then nothing has changed.
    """
    before, stamp = _read(path)
    text = _decoded(before)
    after = changed(text, make(text)).encode()
    if after != before:
        write(path, after, stamp)
    return Edited(path, before, after)


def undo(edited: Edited) -> None:
    """Put back what was there before.

    Raises ChangedError if the file is not as the change left it, and RefusedError.
    """
    there, stamp = _read(edited.path)
    if there != edited.after:
        raise ChangedError(gettext("the file has changed since it was written"))
    if edited.before != edited.after:
        write(edited.path, edited.before, stamp)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        wrong = gettext("it is not UTF-8: byte {number} is {byte}")
        raise RefusedError(wrong.format(number=error.start + 1, byte=f"0x{raw[error.start]:02X}")) from None


def _read(path: str) -> tuple[bytes, Stamp]:
    """The file's bytes, and a stamp that tells of each later change, if the system gives one in time."""
    patient = time.monotonic() + _PATIENCE
    while True:
        raw, stamp = read_regular(path, MODEL_LIMIT, _untold)
        if stamp.settled or time.monotonic() > patient:
            return raw, stamp
        time.sleep(_PAUSE)


def _untold(_: int) -> None:
    """Ignore progress: a file that people write is read in a millisecond."""
