"""Read an article's text, to check its quotes against: from a file inside the model's fence, never from elsewhere."""

import os

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.language import gettext
from tuiapp.library.fault import quoted
from tuiapp.library.listing import Listed
from tuiapp.library.opening import OutsideError, RefusedError, Tick, Ways, read_regular
from tuiapp.library.stamp import Stamp

LIMIT = 16 << 20
"""Largest source, in bytes."""


class Source(Struct, frozen=True, eq=False):
    """What was found at the path that an article names as its source."""

    path: str
    """As the article names it."""
    text: str | None
    """The exact text; None if it cannot be read."""
    refused: str = ""
    """Why it cannot be read; empty if it can."""
    real: str = ""
    """Its path with symbolic links resolved."""
    stamp: Stamp | None = None
    """None if nothing could be read."""


def source(path: str, file: Listed, ways: Ways, kept: Source | None, tick: Tick) -> Source:
    """The source at `path`, relative to the model `file`; `kept`, found there before, if it is unchanged."""
    if os.path.isabs(path):
        relative = gettext("the source {source} must be a path relative to this file")
        return Source(path, None, relative.format(source=quoted(path)))
    whole = os.path.join(file.folder, path)
    if kept and kept.path == path and kept.stamp:
        real, status = ways.look(whole)
        if status and kept.real == real and kept.stamp.same(status):
            return kept
    found = _read(path, whole, file.fence, ways, tick)
    if kept and (kept.path, kept.text, kept.refused) == (path, found.text, found.refused):
        return replace(found, text=kept.text) if found.stamp or kept.stamp else kept
    return found


def _read(path: str, whole: str, fence: str, ways: Ways, tick: Tick) -> Source:
    named = quoted(path)
    try:
        real = ways.real(whole)
        raw, stamp = read_regular(whole, LIMIT, tick, fence, real)
    except OutsideError:
        # Do not reveal whether a file outside of the fence exists.
        outside = gettext("the source {source} lies outside of what this model may read")
        return Source(path, None, outside.format(source=named))
    except RefusedError as error:
        unread = gettext("the source {source} cannot be read: {reason}")
        return Source(path, None, unread.format(source=named, reason=error))
    try:
        return Source(path, raw.decode(), real=real, stamp=stamp)
    except UnicodeDecodeError as error:
        wrong = gettext("the source {source} is not UTF-8: byte {number} is {byte}")
        byte = f"0x{raw[error.start]:02X}"
        return Source(path, None, wrong.format(source=named, number=error.start + 1, byte=byte), real, stamp)
