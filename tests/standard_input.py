"""Standard input with a content, on a descriptor as the real one: the program waits on it."""

import io
import tempfile


def standard_input(content: bytes) -> io.TextIOWrapper:
    """A stream in place of `sys.stdin`."""
    file = tempfile.TemporaryFile()  # noqa: SIM115
    file.write(content)
    file.seek(0)
    return io.TextIOWrapper(file, encoding="utf-8")
