"""The front with a fault: `python -m tests.serve.faulty SETTINGS`.

Every callback of asyncssh, and every other of a session, raises an error for the client whose address ends in the
callback's number in CALLBACKS.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

from tuiapp.serve.__main__ import main
from tuiapp.serve.session import Session
from tuiapp.serve.visitor import Visitor

CALLBACKS = {
    Visitor: ["begin_auth", "auth_completed", "session_requested"],
    Session: [
        "connection_made",
        "wants",
        "pty_requested",
        "shell_requested",
        "session_started",
        "data_received",
        "terminal_size_changed",
        "eof_received",
        "ended",
        "_deliver",
        "_look_over",
        "_flow",
    ],
}
FAULTS = [(kind, name) for kind, names in CALLBACKS.items() for name in names]


def break_down(number: int, kind: type, name: str) -> None:
    """Let the callback raise an error for one address."""
    whole: Callable[..., object] = getattr(kind, name)

    def broken(self: Any, *arguments: object) -> object:
        address = self.address if kind is Visitor else self._connection._peer_addr
        if address == f"127.0.3.{number + 1}":
            raise RuntimeError("a fault on demand")
        return whole(self, *arguments)

    setattr(kind, name, broken)


if __name__ == "__main__":
    for at, (owner, callback) in enumerate(FAULTS):
        break_down(at, owner, callback)
    status = main(sys.argv[1])
    sys.stderr.flush()
    os._exit(status)
