"""What the server writes down: one line a session, and one for whatever happens to the server."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple, TextIO

from tuiapp.printable import one_line

# O_NONBLOCK: a pipe that nobody reads must hold up neither the start nor a session.
_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK


class Visit(NamedTuple):
    """What is known of a session when it has ended; nothing of what was typed."""

    address: str
    key: str
    """Fingerprint of the key that was proven; empty if none was asked for."""
    what: str
    """`explorer`, `command`, or why nothing was shown."""
    seconds: float
    received: int
    """Bytes from the client's keyboard."""
    sent: int
    """Bytes to its terminal."""
    status: int


class Log:
    """A file that is appended to, or standard error."""

    def __init__(self, path: str = "") -> None:
        """Raises OSError if the file cannot be opened."""
        self._path = path
        self._file: TextIO = sys.stderr
        self.reopen()

    def reopen(self) -> None:
        """Open the file again if it was moved away; raises OSError and goes on with the old one."""
        if self._path and not self._is_there():
            descriptor = os.open(self._path, _FLAGS, 0o640)
            before, self._file = self._file, open(descriptor, "w", encoding="utf-8", errors="replace")  # noqa: SIM115
            if before is not sys.stderr:
                # On a full disk what was not written is lost.
                with suppress(OSError):
                    before.close()

    def _is_there(self) -> bool:
        with suppress(OSError):
            return self._file is not sys.stderr and os.path.samestat(os.fstat(self._file.fileno()), os.stat(self._path))
        return False

    def visit(self, visit: Visit) -> None:
        """Write the line of a session."""
        self.say(
            f"{visit.address} {visit.key or '-'} {visit.what} {visit.seconds:.1f}s "
            f"in={visit.received} out={visit.sent} status={visit.status}"
        )

    def say(self, text: str) -> None:
        """Write one line, after the time; no control character gets there, whatever `text` holds."""
        try:
            self._file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {one_line(text)}\n")
            self._file.flush()
        except OSError:
            # A full disk must not end the server.
            return
