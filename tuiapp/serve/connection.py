"""asyncssh's connection and channel, with what they leave open closed: all that a client can make grow has a limit.

Only this module overrides or reads what asyncssh does not document; `tests/serve/test_private.py` fails when a release
renames it.
"""

import asyncio
import socket
import sys
import zlib
from collections.abc import Callable
from typing import Any, cast

import asyncssh
from asyncssh.channel import SSHServerChannel
from asyncssh.compression import Decompressor
from asyncssh.packet import SSHPacket

from tuiapp.language import deferred

CHUNK = 8 * 1024
"""Bytes taken from a connection in one step of the loop; 256 kB of window changes would delay all others by 0.3 s."""
BURST, PACE = 128 * 1024, 16 * 1024
"""Bytes that a client may send at once, and bytes a second after that. A key takes 68 bytes, a key exchange 2 kB and 2
ms of the server: so no client takes more than a sixtieth of its time."""
CHEAPER = 8
"""Bytes of keys that count as one byte: they are held back by their channel's window too, and 1 MB of them takes 30 ms
of the server. A paste of 1 MB passes at once; its reader would wait a minute for it, and with Ctrl+C behind it."""
FLOOD = 256 * 1024
"""Bytes other than keys after which a client that does not pause is ended, 12 s at PACE. When it dies its kernel still
sends what waits there, megabytes, and until all of that is read nobody learns of its end. Of keys only a window waits
there: so a paste ends nothing, however long it is."""
UNSENT = 256 * 1024
"""Bytes that a client has not read yet, after which nothing more is taken from it or from its session."""
UNREAD = 512 * 1024
"""Bytes that wait while asyncssh handles a packet; only who sends without waiting for an answer comes there."""
HELD = 256
"""Packets that may wait for a key exchange to end."""
PACKET = 64 * 1024
"""Bytes that a packet may have once it is inflated."""
LEAST_PACKET = 1024
"""Bytes that a client must take in one packet; RFC 4253 wants 32,768. With one byte each, a picture would be 40,000
packets, which took 80 % of the server's time from one client."""
FOREIGN_CHANNELS = 32
"""Channels that are refused before the connection is ended."""

ENDED = deferred("a connection was ended by a fault")

_QUIET, _PROBES = 60, 4
"""Seconds of silence after which TCP asks whether the client is there, and how often it asks in vain."""


class Inflated(Decompressor):
    """zlib with a limit: 32 kB can hold 32 MB."""

    def __init__(self) -> None:
        self._inflating = zlib.decompressobj()

    def decompress(self, data: bytes) -> bytes | None:
        try:
            found = self._inflating.decompress(data, PACKET)
        except zlib.error:
            return None
        return None if self._inflating.unconsumed_tail else found


class Channel(SSHServerChannel[bytes]):
    """A session's channel: no variable is kept but those that are wanted, and every request is answered at once."""

    def __init__(self, wanted: Callable[[bytes, bytes], bool], *arguments: Any) -> None:
        super().__init__(*arguments)
        self._wanted = wanted

    def _process_env_request(self, packet: SSHPacket) -> bool:
        key, value = packet.get_string(), packet.get_string()
        packet.check_end()
        return self._wanted(key, value)

    def _accept_data(self, data: bytes, datatype: int | None = None) -> None:
        cast(Connection, self._conn).typed(len(data))
        super()._accept_data(data, datatype)

    def _process_x11_req_request(self, packet: SSHPacket) -> bool:
        return False

    def _process_auth_agent_req_at_openssh_dot_com_request(self, packet: SSHPacket) -> bool:  # type: ignore[override]
        return False


class Connection(asyncssh.SSHServerConnection, asyncio.BufferedProtocol):
    """A connection that is read in small steps, at a limited pace, and not at all while its client does not read."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._buffer = bytearray(CHUNK)
        self._tokens, self._counted_at = float(BURST), self._loop.time()
        self._flood = 0
        self._stuffed = self._waiting = False
        self._foreign = 0
        self._end: asyncio.TimerHandle | None = None
        self.flowing: Callable[[bool], None] | None = None
        """Called when the client stops or starts again to read what it is sent."""
        self.proven = b""
        """The public key whose signature was right; a key that was only offered never comes here."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        cast(asyncio.Transport, transport).set_write_buffer_limits(UNSENT)
        wire = transport.get_extra_info("socket")
        if wire is not None and wire.family in (socket.AF_INET, socket.AF_INET6):
            # What the kernel holds for a client that does not read; by itself it would take megabytes.
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNSENT)
            for option, value in {"TCP_KEEPIDLE": _QUIET, "TCP_KEEPINTVL": _QUIET // 2, "TCP_KEEPCNT": _PROBES}.items():
                if hasattr(socket, option):
                    wire.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
        super().connection_made(transport)

    def guarded(self, callback: Callable[..., object]) -> Callable[..., None]:
        """`callback`, for whoever is not asyncssh to call: an error in it ends this connection, and no other."""

        def guard(*arguments: object) -> None:
            try:
                callback(*arguments)
            except Exception as error:
                self.abort()
                self._loop.call_exception_handler({"message": ENDED, "exception": error})

        return guard

    def end_in(self, seconds: float | None) -> None:
        """End this connection after so many seconds, in place of what was said before; None ends it no more."""
        if self._end:
            self._end.cancel()
        self._end = None
        # A connection that is gone is not kept in memory by a timer.
        if seconds is not None and self._transport is not None:
            self._end = self._loop.call_later(seconds, self.abort)

    def connection_lost(self, exc: Exception | None = None) -> None:
        self.end_in(None)
        super().connection_lost(exc)

    def internal_error(self, *arguments: Any, **named: Any) -> None:
        # asyncssh ends the connection, but says why where nobody reads it.
        self._loop.call_exception_handler({"message": ENDED, "exception": sys.exception()})
        super().internal_error(*arguments, **named)

    def meet(self, owner: asyncssh.SSHServer) -> None:
        """Tell `owner` of everything; call it before the connection is made."""
        self._protocol_factory = lambda: owner

    # Reading

    def get_buffer(self, sizehint: int) -> bytearray:
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        now = self._loop.time()
        self._tokens = min(BURST, self._tokens + (now - self._counted_at) * PACE)
        self._counted_at = now
        if self._tokens > BURST / 2:
            # It has paused, or sends slowly.
            self._flood = 0
        self._tokens -= nbytes
        self._flood += nbytes
        self.data_received(bytes(self._buffer[:nbytes]))
        if len(self._inpbuf) > UNREAD or len(self._deferred_packets) > HELD or self._flood > FLOOD:
            self.abort()
        elif self._tokens < 0 and not self._waiting:
            self._waiting = True
            self._loop.call_later(-self._tokens / PACE, self._continue)
            self._read_or_wait()

    def typed(self, size: int) -> None:
        """Take the packet that is handled now for one of `size` bytes of keys."""
        # Compressed they may be more than came, and would pay for what is no keys.
        size = min(size, self._pktlen)
        self._tokens += size * (CHEAPER - 1) / CHEAPER
        self._flood = max(0, self._flood - size)

    def _continue(self) -> None:
        self._waiting = False
        self._read_or_wait()

    def _read_or_wait(self) -> None:
        """Read from the client unless it sends too fast or does not read itself."""
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        if self._waiting or self._stuffed:
            transport.pause_reading()
        else:
            transport.resume_reading()

    # Writing

    def pause_writing(self) -> None:
        self._tell_flowing(stuffed=True)

    def resume_writing(self) -> None:
        self._tell_flowing(stuffed=False)

    def _tell_flowing(self, *, stuffed: bool) -> None:
        self._stuffed = stuffed
        self._read_or_wait()
        if self.flowing:
            self.flowing(not stuffed)

    @property
    def holds_back(self) -> bool:
        """Whether what is sent now waits here: for the client to read, or for a key exchange to end."""
        return self._stuffed or not self._kex_complete

    # Packets

    def _process_newkeys(self, pkttype: int, pktid: int, packet: SSHPacket) -> None:
        super()._process_newkeys(pkttype, pktid, packet)
        if self._decompressor:
            self._decompressor = Inflated()
        # A key exchange has held the session back, and ends here.
        self._tell_flowing(stuffed=self._stuffed)

    def _process_channel_open(self, pkttype: int, pktid: int, packet: SSHPacket) -> None:
        # The packet goes on to asyncssh unread.
        opening = SSHPacket(packet.get_remaining_payload())
        opening.get_string(), opening.get_uint32(), opening.get_uint32()
        if opening.get_uint32() < LEAST_PACKET:
            raise asyncssh.ProtocolError("Packets are too small")
        before = len(self._channels)
        super()._process_channel_open(pkttype, pktid, packet)
        self._foreign += len(self._channels) == before
        if self._foreign > FOREIGN_CHANNELS:
            raise asyncssh.ProtocolError("Too many channels")

    async def validate_public_key(self, username: str, key_data: bytes, msg: bytes, signature: bytes) -> bool:
        valid = await super().validate_public_key(username, key_data, msg, signature)
        if valid and msg:
            self.proven = key_data
        return valid

    async def reload_config(self) -> None:
        """There is no configuration file whose blocks depend on the user."""

    # Forwarding does not exist here: each is answered as a request that nobody has heard of.
    _process_tun_at_openssh_dot_com_open = None  # type: ignore[assignment]
    _process_direct_streamlocal_at_openssh_dot_com_open = None  # type: ignore[assignment]
    _process_direct_tcpip_open = None  # type: ignore[assignment]
    _process_hostkeys_prove_00_at_openssh_dot_com_global_request = None  # type: ignore[assignment]
    _process_tcpip_forward_global_request = None  # type: ignore[assignment]
    _process_cancel_tcpip_forward_global_request = None  # type: ignore[assignment]
    _process_streamlocal_forward_at_openssh_dot_com_global_request = None  # type: ignore[assignment]
    _process_cancel_streamlocal_forward_at_openssh_dot_com_global_request = None  # type: ignore[assignment]

    # asyncssh looks handlers up here by the packet's number.
    _packet_handlers = {
        **asyncssh.SSHServerConnection._packet_handlers,
        asyncssh.constants.MSG_NEWKEYS: _process_newkeys,
        asyncssh.constants.MSG_CHANNEL_OPEN: _process_channel_open,
    }

    def session_channel(self, wanted: Callable[[bytes, bytes], bool]) -> Channel:
        """A channel for a session; `wanted` says which variables of the client are taken."""
        return Channel(
            wanted, self, self._loop, True, False, False, 0, 0, None, "strict", self._window, self._max_pktsize
        )
