"""The text of an article, for its quotes to be checked against: found beside the model, and nowhere else."""

import os

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.library.fault import quoted
from tuiapp.library.listing import Listed
from tuiapp.library.opening import OutsideError, RefusedError, Tick, Ways, read_regular
from tuiapp.library.stamp import Stamp

LIMIT = 16 << 20
"""Bytes of a source."""


class Source(Struct, frozen=True, eq=False):
    """What was found at the path that an article names as its source."""

    path: str
    """As the article names it."""
    text: str | None
    """To the letter; None where it cannot be read."""
    refused: str = ""
    """Why it cannot."""
    real: str = ""
    """Where it was, without links."""
    stamp: Stamp | None = None
    """None where nothing could be read."""


def source(path: str, file: Listed, ways: Ways, kept: Source | None, tick: Tick) -> Source:
    """The source at `path`, relative to the model `file`; `kept`, found there before, where it is still so."""
    if os.path.isabs(path):
        return Source(path, None, f"the source {quoted(path)} must be a path relative to this file")
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
    shown = quoted(path)
    try:
        real = ways.real(whole)
        raw, stamp = read_regular(whole, LIMIT, tick, fence)
    except OutsideError:
        # Whether a file outside exists is nobody's business.
        return Source(path, None, f"the source {shown} lies outside of what this model may read")
    except RefusedError as error:
        return Source(path, None, f"the source {shown} cannot be read: {error}")
    try:
        return Source(path, raw.decode(), real=real, stamp=stamp)
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start + 1} is 0x{raw[error.start]:02X}"
        return Source(path, None, f"the source {shown} is not UTF-8: {wrong}", real, stamp)
