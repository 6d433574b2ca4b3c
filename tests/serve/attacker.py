"""A client that keeps to no rules: asyncssh's, and bare sockets. It comes from other addresses than the readers do."""

import asyncio
import random
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import asyncssh
from asyncssh.channel import SSHClientChannel
from asyncssh.packet import Boolean, String, UInt32

from .served import Served

HERE = "127.0.0.2"
"""Where attackers come from; all of 127/8 is this machine."""


async def connect(served: Served, source: str = HERE, **options: Any) -> asyncssh.SSHClientConnection:
    """An authenticated connection."""
    return await asyncssh.connect(
        "127.0.0.1",
        served.port,
        local_addr=(source, 0),
        **{"username": "attacker", "known_hosts": None, "client_keys": None, "agent_path": None, "config": None}
        | options,
    )


@contextmanager
def plugged(served: Served, source: str = HERE) -> Iterator[socket.socket]:
    """A bare connection."""
    with socket.create_connection(("127.0.0.1", served.port), 5, (source, 0)) as wire:
        yield wire


def rest(wire: socket.socket, timeout: float = 5.0) -> bytes:
    """All that the server still sends, until it closes; raises TimeoutError if it does not."""
    wire.settimeout(timeout)
    found = b""
    with suppress(ConnectionResetError):
        while data := wire.recv(65536):
            found += data
    return found


class Session(asyncssh.SSHClientSession[bytes]):
    """Counts what it is sent, and does not read when it is told so."""

    def __init__(self) -> None:
        self.got = 0
        self.ended = asyncio.Event()

    def data_received(self, data: bytes, datatype: object) -> None:
        self.got += len(data)

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended.set()


async def explorer(
    connection: asyncssh.SSHClientConnection, **options: Any
) -> tuple[asyncssh.SSHClientChannel[bytes], Session]:
    """A session on a terminal, once it has painted."""
    session = Session()
    channel, _ = await connection.create_session(
        lambda: session, **{"term_type": "xterm", "term_size": (80, 24), "encoding": None} | options
    )
    async with asyncio.timeout(20):
        while session.got < 1000:
            await asyncio.sleep(0.02)
    return channel, session


def handshake(served: Served) -> bytes:
    """What a client sends up to its first encrypted packet, and noise in place of what comes after."""
    with socket.create_server(("127.0.0.1", 0)) as listener, plugged(served) as far:

        async def come() -> None:
            with suppress(asyncssh.Error, OSError, TimeoutError):
                async with asyncio.timeout(2):
                    await asyncssh.connect(
                        "127.0.0.1", listener.getsockname()[1], known_hosts=None, client_keys=None, config=None
                    )

        return asyncio.run(_record(come, listener, far))


async def _record(come: Any, listener: socket.socket, far: socket.socket) -> bytes:
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(come())
    listener.setblocking(False)
    far.setblocking(False)
    near, _ = await loop.sock_accept(listener)
    near.setblocking(False)
    said = bytearray()

    async def back() -> None:
        while data := await loop.sock_recv(far, 65536):
            await loop.sock_sendall(near, data)

    backwards = asyncio.create_task(back())
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(1):
            while data := await loop.sock_recv(near, 65536):
                said += data
                await loop.sock_sendall(far, data)
    for each in (backwards, task):
        each.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await each
    near.close()
    return bytes(said)


def framed(payload: bytes, chance: random.Random) -> bytes:
    """A packet without encryption."""
    padding = 4 + (-(5 + len(payload) + 4) % 8)
    return (len(payload) + padding + 1).to_bytes(4, "big") + bytes([padding]) + payload + chance.randbytes(padding)


GLOBAL_REQUESTS = {
    "tcpip-forward": String("127.0.0.1") + UInt32(0),
    "cancel-tcpip-forward": String("127.0.0.1") + UInt32(1),
    "streamlocal-forward@openssh.com": String("/tmp/attacker.sock"),
    "cancel-streamlocal-forward@openssh.com": String("/tmp/attacker.sock"),
    "hostkeys-00@openssh.com": b"",
    "hostkeys-prove-00@openssh.com": String("nothing"),
    "no-more-sessions@openssh.com": b"",
    "keepalive@openssh.com": b"",
    "unheard-of": b"",
    "__init__": b"",
}
CHANNELS = {
    "direct-tcpip": String("127.0.0.1") + UInt32(22) + String("127.0.0.1") + UInt32(1),
    "forwarded-tcpip": String("127.0.0.1") + UInt32(22) + String("127.0.0.1") + UInt32(1),
    "direct-streamlocal@openssh.com": String("/run/dbus/system_bus_socket") + String("") + UInt32(0),
    "forwarded-streamlocal@openssh.com": String("/tmp/x") + String(""),
    "tun@openssh.com": UInt32(1) + UInt32(0),
    "x11": String("127.0.0.1") + UInt32(1),
    "auth-agent@openssh.com": b"",
    "unheard-of": b"",
}
REQUESTS = {
    "subsystem": String("sftp"),
    "x11-req": Boolean(False) + String("MIT-MAGIC-COOKIE-1") + String("00" * 16) + UInt32(0),
    "auth-agent-req@openssh.com": b"",
    "break": UInt32(100),
    "eow@openssh.com": b"",
    "xon-xoff": Boolean(True),
    "exit-status": UInt32(0),
    "unheard-of": b"",
    "env": String("LD_PRELOAD") + String("/tmp/evil.so"),
}


async def bare(
    connection: asyncssh.SSHClientConnection, packet: int = 32768
) -> tuple[asyncssh.SSHClientChannel[bytes], Session]:
    """A channel of a session without any request; the server may put `packet` bytes into each of its packets."""
    session = Session()
    channel = SSHClientChannel[bytes](connection, connection._loop, "strict", None, "strict", 1 << 20, packet)
    await channel._open(b"session")
    channel._session, channel._recv_paused = session, False
    channel._send_state = channel._recv_state = "open"
    return channel, session


PTY = String("xterm") + UInt32(80) + UInt32(24) + UInt32(0) + UInt32(0) + String("")


async def asked(channel: asyncssh.SSHClientChannel[bytes], *names: str) -> list[bool]:
    """Which of these requests are granted, one after the other; `list` is a command."""
    words = {"pty-req": PTY, "window-change": UInt32(100) + UInt32(30) + UInt32(0) + UInt32(0), "env": REQUESTS["env"]}
    granted = []
    for name in names:
        kind, data = ("exec", String("list --limit 1")) if name == "list" else (name, words.get(name, b""))
        granted.append(bool(await channel._make_request(kind.encode(), data)))
    return granted
