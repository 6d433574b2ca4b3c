"""What holds a client back, in numbers: a connection and its wires without a network."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from typing import Any

import asyncssh
import pytest
from asyncssh.packet import SSHPacket, String

from tuiapp.serve.connection import BURST, CHEAPER, CHUNK, FLOOD, HELD, PACE, UNREAD, Channel, Connection
from tuiapp.serve.log import Log
from tuiapp.serve.server import Server
from tuiapp.serve.settings import Settings
from tuiapp.serve.visitor import Visitor
from tuiapp.serve.wires import Sink, Source


class Wire(asyncio.Transport):
    """A transport that only notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = True
        self.aborted = False

    def pause_reading(self) -> None:
        self.reads = False

    def resume_reading(self) -> None:
        self.reads = True

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """There is no buffer."""

    def is_closing(self) -> bool:
        return self.aborted

    def abort(self) -> None:
        self.aborted = True

    def write(self, data: object) -> None:
        """Nobody listens."""


@pytest.fixture
async def plugged() -> tuple[Connection, Wire]:
    options = asyncssh.SSHServerConnectionOptions(
        server_factory=asyncssh.SSHServer,
        server_host_keys=[asyncssh.generate_private_key("ssh-ed25519")],
        config=[],
        login_timeout=0,
    )
    connection, wire = Connection(asyncio.get_running_loop(), options), Wire()
    connection.connection_made(wire)
    return connection, wire


async def test_a_client_that_does_not_read_is_not_read_either(plugged: tuple[Connection, Wire]) -> None:
    connection, wire = plugged
    told: list[bool] = []
    connection.flowing = told.append
    connection.pause_writing()
    assert (wire.reads, connection.holds_back) == (False, True)
    connection.resume_writing()
    assert wire.reads
    assert told == [False, True]


async def test_who_sends_too_fast_waits(plugged: tuple[Connection, Wire], monkeypatch: pytest.MonkeyPatch) -> None:
    connection, wire = plugged
    monkeypatch.setattr(connection, "data_received", lambda _: None)
    waits: list[float] = []
    monkeypatch.setattr(connection._loop, "call_later", lambda seconds, _: waits.append(seconds))
    for _ in range(BURST // CHUNK):
        connection.buffer_updated(CHUNK)
        assert wire.reads
    connection.buffer_updated(CHUNK)
    assert not wire.reads
    assert waits == [pytest.approx(CHUNK / PACE, rel=0.2)]
    connection._continue()
    assert wire.reads


async def test_a_flood_ends_the_connection_and_a_paste_does_not(
    plugged: tuple[Connection, Wire], monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, wire = plugged
    connection._pktlen = CHUNK
    monkeypatch.setattr(connection, "data_received", lambda _: connection.typed(CHUNK))
    for _ in range((BURST * CHEAPER - CHUNK) // CHUNK):
        connection.buffer_updated(CHUNK)
        assert wire.reads
    for _ in range(10 * FLOOD // CHUNK):
        connection.buffer_updated(CHUNK)
    assert not wire.reads
    # 1 MB of keys that came as ten bytes pays for ten.
    connection._pktlen = 10
    monkeypatch.setattr(connection, "data_received", lambda _: connection.typed(1 << 20))
    for _ in range(FLOOD // CHUNK):
        connection.buffer_updated(CHUNK)
    await asyncio.sleep(0)
    assert not wire.aborted
    connection.buffer_updated(CHUNK)
    await asyncio.sleep(0)
    assert wire.aborted


async def test_who_pauses_is_no_flood(plugged: tuple[Connection, Wire], monkeypatch: pytest.MonkeyPatch) -> None:
    connection, wire = plugged
    monkeypatch.setattr(connection, "data_received", lambda _: None)
    for _ in range(5):
        for _ in range(FLOOD // CHUNK):
            connection.buffer_updated(CHUNK)
        connection._tokens = BURST / 2 + 1
    await asyncio.sleep(0)
    assert not wire.aborted


async def test_what_piles_up_ends_the_connection(plugged: tuple[Connection, Wire]) -> None:
    for pile in ("_inpbuf", "_deferred_packets"):
        connection, wire = plugged
        connection._transport, wire.aborted = wire, False
        setattr(connection, pile, bytes(UNREAD + 1) if pile == "_inpbuf" else [(0, ())] * (HELD + 1))
        connection._recv_handler = lambda: False
        connection.buffer_updated(1)
        await asyncio.sleep(0)
        assert wire.aborted, pile
        connection._inpbuf, connection._deferred_packets = b"", []


async def test_a_session_goes_on_when_a_key_exchange_ends(
    plugged: tuple[Connection, Wire], monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, _ = plugged
    told: list[bool] = []
    connection.flowing = told.append
    monkeypatch.setattr(asyncssh.SSHServerConnection, "_process_newkeys", lambda *_: None)
    assert connection.holds_back
    connection._process_newkeys(21, 0, SSHPacket(b""))
    assert told == [True]


async def test_a_key_that_is_only_offered_is_not_proven(
    plugged: tuple[Connection, Wire], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def valid(*_: object) -> bool:
        return True

    connection, _ = plugged
    monkeypatch.setattr(asyncssh.SSHServerConnection, "validate_public_key", valid)
    assert await connection.validate_public_key("user", b"offered", b"", b"")
    assert connection.proven == b""
    assert await connection.validate_public_key("user", b"signed", b"message", b"signature")
    assert connection.proven == b"signed"


async def test_variables_that_are_not_wanted_are_not_kept(plugged: tuple[Connection, Wire]) -> None:
    channel = plugged[0].session_channel(lambda key, _: key == b"LANG")
    for name, taken in ((b"LANG", True), (b"LD_PRELOAD", False)):
        assert channel._process_env_request(SSHPacket(String(name) + String("x"))) is taken
    assert channel._env == {}
    assert isinstance(channel, Channel)


async def test_an_error_in_a_callback_ends_the_connection(plugged: tuple[Connection, Wire]) -> None:
    connection, wire = plugged
    told: list[dict[str, Any]] = []
    connection._loop.set_exception_handler(lambda _, context: told.append(context))
    connection.guarded(lambda: 1 / 0)()
    await asyncio.sleep(0)
    assert wire.aborted
    assert isinstance(told[0]["exception"], ZeroDivisionError)


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for each in ends:
        os.close(each)


async def test_keys_that_are_not_taken_are_waited_for(pipe: tuple[int, int]) -> None:
    told: list[bool] = []
    sink = Sink(pipe[1], told.append)
    size = 200_000
    sink.write(bytes(size))
    assert told == [True]
    sink.write(b"x")
    read = 0
    os.set_blocking(pipe[0], False)
    async with asyncio.timeout(10):
        while read <= size:
            await asyncio.sleep(0.001)
            with suppress(BlockingIOError):
                read += len(os.read(pipe[0], 65536))
    await asyncio.sleep(0.01)
    assert told == [True, False]
    assert read == size + 1
    sink.close()


async def test_a_source_that_is_paused_reads_nothing(pipe: tuple[int, int]) -> None:
    got: list[bytes] = []
    over: list[bool] = []
    source = Source(pipe[0], got.append, lambda: over.append(True))
    os.write(pipe[1], b"one")
    await asyncio.sleep(0.01)
    assert got == []
    source.flow(True)
    await asyncio.sleep(0.01)
    source.flow(False)
    os.write(pipe[1], b"two")
    await asyncio.sleep(0.01)
    assert (got, source.over) == ([b"one"], False)
    source.close()
    assert source.over
    assert over == []


async def test_a_session_counts_from_its_channel_on(plugged: tuple[Connection, Wire]) -> None:
    connection, _ = plugged
    server = Server(Settings(), Log(), asyncssh.generate_private_key("ssh-ed25519"), None)
    visitor = Visitor(server, "127.0.0.1", connection)
    session = server.session(visitor, connection, "")
    # A client that is gone before the channel is open has no end of a session.
    assert server._sessions == set()
    session.connection_made(connection.session_channel(session.wants))
    assert server._sessions == {session}


async def test_a_fault_is_noted_without_the_words_of_a_client(plugged: tuple[Connection, Wire]) -> None:
    connection, _ = plugged
    server, lines = Server(Settings(), Log(), asyncssh.generate_private_key("ssh-ed25519"), None), StringIO()
    server._log._file = lines
    connection._loop.set_exception_handler(server._note)
    try:
        raise ValueError("words of a client")
    except ValueError:
        connection.internal_error()
    assert "a connection was ended by a fault: ValueError test_connection.py:" in lines.getvalue()
    assert "words" not in lines.getvalue()


async def test_a_connection_ends_when_it_was_told_to(plugged: tuple[Connection, Wire]) -> None:
    connection, wire = plugged
    connection.end_in(0)
    connection.end_in(None)
    await asyncio.sleep(0.02)
    assert not wire.aborted
    connection.end_in(0)
    await asyncio.sleep(0.02)
    assert wire.aborted
