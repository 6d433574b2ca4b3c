"""Messages between the front and a warm process: JSON over a Unix socket that keeps their borders, with descriptors."""

import json
import socket
from collections.abc import Sequence
from typing import Any

LONGEST = 64 * 1024
"""Bytes of one message."""
RENEWED = 75
"""Exit status of a session that wants to go on in a newer warm process; EX_TEMPFAIL of sysexits.h."""
_MOST_DESCRIPTORS = 3

Message = dict[str, Any]


def pair() -> tuple[socket.socket, socket.socket]:
    """Two connected ends."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send(to: socket.socket, message: Message, descriptors: Sequence[int] = ()) -> None:
    """Send a message and copies of `descriptors`; raises BlockingIOError if the other end has not read for long."""
    socket.send_fds(to, [json.dumps(message).encode()], list(descriptors))


def received(by: socket.socket) -> tuple[Message, list[int]] | None:
    """The next message and its descriptors, which no program inherits; None if the other end is gone."""
    try:
        data, descriptors, flags, _ = socket.recv_fds(by, LONGEST, _MOST_DESCRIPTORS)
    except ConnectionResetError:
        return None
    if not data:
        return None
    if flags & socket.MSG_TRUNC:
        raise ValueError("a message was too long")
    return json.loads(data), descriptors
