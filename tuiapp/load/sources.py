"""The text of an article, for its quotes to be checked against: found beside the model, and nowhere else."""

import os

from tuiapp.load.fault import quoted
from tuiapp.load.files import Listed, RefusedError, Tick, read_regular

LIMIT = 16 << 20
"""Bytes of a source."""


def source_text(source: str, file: Listed, tick: Tick) -> str:
    """The text at `source`, relative to the model `file`, to the letter; raises RefusedError."""
    shown = quoted(source)
    if os.path.isabs(source):
        raise RefusedError(f"the source {shown} must be a path relative to this file")
    path = os.path.realpath(os.path.join(file.folder, source))
    # Before it is looked at: whether a file outside exists is nobody's business.
    if not path.startswith(file.fence.rstrip(os.sep) + os.sep):
        raise RefusedError(f"the source {shown} lies outside of what this model may read")
    try:
        return read_regular(path, LIMIT, tick).decode()
    except RefusedError as error:
        raise RefusedError(f"the source {shown} cannot be read: {error}") from None
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start + 1} is 0x{error.object[error.start]:02X}"
        raise RefusedError(f"the source {shown} is not UTF-8: {wrong}") from None
