"""The text of an article, for its quotes to be checked against: found beside the model, and nowhere else."""

import os

from tuiapp.load.fault import quoted
from tuiapp.load.files import Listed
from tuiapp.load.opening import OutsideError, RefusedError, Tick, read_regular

LIMIT = 16 << 20
"""Bytes of a source."""


def source_text(source: str, file: Listed, tick: Tick) -> str:
    """The text at `source`, relative to the model `file`, to the letter; raises RefusedError."""
    shown = quoted(source)
    if os.path.isabs(source):
        raise RefusedError(f"the source {shown} must be a path relative to this file")
    try:
        return read_regular(os.path.join(file.folder, source), LIMIT, tick, file.fence).decode()
    except OutsideError:
        # Whether a file outside exists is nobody's business.
        raise RefusedError(f"the source {shown} lies outside of what this model may read") from None
    except RefusedError as error:
        raise RefusedError(f"the source {shown} cannot be read: {error}") from None
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start + 1} is 0x{error.object[error.start]:02X}"
        raise RefusedError(f"the source {shown} is not UTF-8: {wrong}") from None
