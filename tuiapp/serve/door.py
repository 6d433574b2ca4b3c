"""The first protocol of every connection: asks whether it may come in, and tells those who may not why."""

import asyncio
from collections.abc import Callable
from typing import cast

from tuiapp.serve.connection import Connection

LINGER = 2.0
"""Seconds for a client to read why it may not come in."""
MOST_LINGERING = 128
"""Connections that are told why; further ones are just closed."""


class Door(asyncio.Protocol):
    """Hands the transport on to a connection of its own, or says farewell."""

    lingering = 0

    def __init__(self, admit: Callable[[str], str], enter: Callable[[str], Connection]) -> None:
        self._admit, self._enter = admit, enter
        self._lingers = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        wire = cast(asyncio.Transport, transport)
        address = str((wire.get_extra_info("peername") or ("",))[0])
        if not (sentence := self._admit(address)):
            connection = self._enter(address)
            wire.set_protocol(connection)
            connection.connection_made(wire)
        elif Door.lingering >= MOST_LINGERING:
            wire.abort()
        else:
            Door.lingering += 1
            self._lingers = True
            # To close with something unread would reset the connection, and the client might not see the sentence.
            wire.write(farewell(sentence))
            wire.write_eof()
            asyncio.get_running_loop().call_later(LINGER, wire.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._lingers:
            Door.lingering -= 1
            self._lingers = False


def farewell(sentence: str) -> bytes:
    """All that is sent to a client that may not come in: the version and a disconnect message, RFC 4253, 11.1.

    It costs no key exchange; a client shows the sentence.
    """
    text = sentence.encode()
    payload = b"\x01" + (12).to_bytes(4, "big") + len(text).to_bytes(4, "big") + text + bytes(4)
    padding = 4 + (-(5 + len(payload) + 4) % 8)
    packet = bytes([padding]) + payload + bytes(padding)
    return b"SSH-2.0-tuiapp\r\n" + len(packet).to_bytes(4, "big") + packet
