"""Once logged in: whatever a client opens, requests, sends or does not read, it has its one session and no more."""

import asyncio
import os
import signal
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import asyncssh
import pytest
from asyncssh.packet import String, UInt32

from tests.terminal.conftest import Start
from tests.terminal.program import DOWN, assert_down_moves, row
from tests.terminal.session import Terminal

from .attacker import CHANNELS, GLOBAL_REQUESTS, REQUESTS, Session, connect, explorer
from .served import Served, status

MOST_MEMORY = 100_000
"""kB of address space that the server may have, whatever is done to it."""
GROWTH = 6_000
"""kB that the server may grow by in one attack: its buffers for one connection have less than 1 MB."""


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the usual limits, but for the rate of logins."""
    with Served(tmp_path_factory.mktemp("usual"), "--login-rate", "100000") as made:
        yield made
        assert status(made.process.pid, "VmPeak") < MOST_MEMORY
        assert "Traceback" not in made.told()


@pytest.fixture
def reader(usual: Served, start: Start) -> Terminal:
    """Somebody who is in."""
    return start(usual.client())


@pytest.fixture
async def attack(usual: Served, reader: Terminal) -> AsyncIterator[asyncssh.SSHClientConnection]:
    """An attacker's connection. In the end the reader is still served, and the server has not grown."""
    before = status(usual.process.pid, "VmSize")
    connection = await connect(usual)
    yield connection
    assert status(usual.process.pid, "VmSize") < before + GROWTH
    connection.abort()
    await connection.wait_closed()
    for key in (DOWN, b"\x1b[A"):
        shown = row(reader)
        reader.send(key)
        reader.wait_until(lambda shown=shown: row(reader) not in ("", shown), 10)  # type: ignore[misc]


def reads(connection: asyncssh.SSHClientConnection, reads: bool) -> None:
    """Let the client read from its socket, or not."""
    transport = connection._transport
    assert transport
    # Else the kernel would take megabytes in place of the client.
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    (transport.resume_reading if reads else transport.pause_reading)()


def ascii_id(text: str) -> str:
    return ascii(text)[:12]


async def test_no_global_request_is_granted(attack: asyncssh.SSHClientConnection) -> None:
    for name, words in GLOBAL_REQUESTS.items():
        answer, _ = await attack._make_global_request(name.encode(), words)
        granted = answer == asyncssh.constants.MSG_REQUEST_SUCCESS
        assert granted is name.startswith("keepalive"), name
    await explorer(attack)


@pytest.mark.parametrize("kind", CHANNELS)
async def test_no_channel_but_a_session_is_opened(kind: str, attack: asyncssh.SSHClientConnection) -> None:
    channel = attack.create_tcp_channel()
    with pytest.raises(asyncssh.ChannelOpenError):
        await channel._open(kind.encode(), CHANNELS[kind])
    await explorer(attack)


async def test_no_request_of_a_session_is_granted_but_a_terminal(attack: asyncssh.SSHClientConnection) -> None:
    channel, session = await explorer(attack)
    for name, words in REQUESTS.items():
        assert not await channel._make_request(name.encode(), words), name
    for name in ("shell", "exec", "pty-req"):
        words = {"shell": b"", "exec": String("id")}.get(name, String("xterm") + UInt32(80) * 4 + String(""))
        assert not await channel._make_request(name.encode(), words), name
    for signal_name in ("KILL", "TERM", "HUP", "\x1b[2J"):
        channel._send_request(b"signal", String(signal_name))
    before = session.got
    channel.write(DOWN)
    async with asyncio.timeout(10):
        while session.got == before:
            await asyncio.sleep(0.02)


async def test_channels_by_the_hundred(attack: asyncssh.SSHClientConnection, usual: Served) -> None:
    before = len(usual.sessions())
    tries = [attack.create_session(Session, term_type="xterm", encoding=None) for _ in range(300)]
    opened = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in opened) <= 1
    async with asyncio.timeout(10):
        await attack.wait_closed()
    usual.wait_until(lambda: len(usual.sessions()) <= before)


SIZES = [(0, 0), (2**32 - 1, 2**32 - 1), (1, 1), (2**16, 2**16), (2**31, 1)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_window_of_any_size(size: tuple[int, int], attack: asyncssh.SSHClientConnection, usual: Served) -> None:
    before = set(usual.sessions())
    channel, _ = await explorer(attack, term_size=(80, 24))
    (pid,) = set(usual.sessions()) - before
    for columns, rows in (*SIZES, size):
        channel.change_terminal_size(columns, rows)
    await asyncio.sleep(0.5)
    columns, rows = os.get_terminal_size(os.open(f"/proc/{pid}/fd/0", os.O_RDWR | os.O_NOCTTY))
    assert 1 <= columns <= 2000
    assert 1 <= rows <= 1000
    assert status(pid, "VmRSS") < 80_000


@pytest.mark.heavy
async def test_windows_that_change_by_the_hundred_thousand(
    attack: asyncssh.SSHClientConnection, reader: Terminal
) -> None:
    channel, session = await explorer(attack)
    for each in range(100_000):
        channel.change_terminal_size(60 + each % 60, 20 + each % 20)
        if not each % 1000:
            await asyncio.sleep(0)
        if each == 20_000:
            assert not session.ended.is_set()
            assert_down_moves(reader)
    async with asyncio.timeout(60):
        await attack.wait_closed()


@pytest.mark.heavy
async def test_requests_without_end(attack: asyncssh.SSHClientConnection, usual: Served) -> None:
    channel, _ = await explorer(attack)
    for each in range(20_000):
        channel._send_request(b"env", String(f"LC_{each}") + String("x" * 900))
        if not each % 1000:
            await asyncio.sleep(0)
    await asyncio.sleep(1)
    assert len(usual.sessions()) == 2
    attack.abort()
    await attack.wait_closed()
    # Its kernel goes on sending.
    usual.wait_until(lambda: len(usual.sessions()) == 1, 30)


async def test_a_megabyte_that_is_pasted(attack: asyncssh.SSHClientConnection) -> None:
    channel, session = await explorer(attack)
    channel.write(b"/\x1b[200~" + b"x" * 1_000_000 + b"\x1b[201~")
    got = session.got
    async with asyncio.timeout(20):
        while session.got < got + 200:
            await asyncio.sleep(0.02)
    # The key behind it quits.
    channel.write(b"\x11")
    async with asyncio.timeout(20):
        await session.ended.wait()
    assert channel.get_exit_status() == 0


async def test_keys_that_are_not_taken(attack: asyncssh.SSHClientConnection, usual: Served) -> None:
    before = set(usual.sessions())
    channel, _ = await explorer(attack)
    (pid,) = set(usual.sessions()) - before
    os.kill(pid, signal.SIGSTOP)
    for _ in range(100):
        channel.write(b"x" * 100_000)
    await asyncio.sleep(1)
    os.kill(pid, signal.SIGCONT)


@pytest.mark.heavy
async def test_a_client_that_reads_nothing(attack: asyncssh.SSHClientConnection, usual: Served) -> None:
    channel, session = await explorer(attack, term_size=(400, 100), window=2**31)
    reads(attack, False)
    before = status(usual.process.pid, "VmSize")
    end = time.monotonic() + 6
    while time.monotonic() < end:
        # 40 kB each.
        channel.write(b"\x0c")
        await asyncio.sleep(0.02)
    assert status(usual.process.pid, "VmSize") < before + GROWTH
    reads(attack, True)
    async with asyncio.timeout(20):
        got = session.got
        while session.got == got:
            await asyncio.sleep(0.02)


@pytest.mark.heavy
async def test_requests_whose_answers_are_not_read(attack: asyncssh.SSHClientConnection) -> None:
    await explorer(attack)
    reads(attack, False)
    for each in range(20_000):
        attack.send_packet(asyncssh.constants.MSG_GLOBAL_REQUEST, String("x" * 60) + b"\1")
        if not each % 1000:
            await asyncio.sleep(0.01)
    await asyncio.sleep(1)


async def test_a_key_exchange_that_never_ends(attack: asyncssh.SSHClientConnection) -> None:
    channel, _ = await explorer(attack, window=2**31)
    attack._kex_complete = True
    attack._send_kexinit()
    attack._kex_complete = True
    with suppress(BrokenPipeError):
        for _ in range(200):
            channel.write(b"\x0c")
            await asyncio.sleep(0.01)


@pytest.mark.heavy
async def test_key_exchanges_without_end(attack: asyncssh.SSHClientConnection) -> None:
    _, session = await explorer(attack)
    end = time.monotonic() + 3
    while time.monotonic() < end:
        attack._send_kexinit()
        attack._kexinit_sent = True
        while not attack._kex_complete and time.monotonic() < end:
            await asyncio.sleep(0)
    assert not session.ended.is_set()


async def test_what_is_inflated_has_a_limit(attack: asyncssh.SSHClientConnection, usual: Served) -> None:
    async with await connect(usual, compression_algs=["zlib@openssh.com"]) as other:
        channel, _ = await explorer(other)
        peak = status(usual.process.pid, "VmPeak")
        other.send_packet(asyncssh.constants.MSG_IGNORE, String(bytes(20_000_000)))
        async with asyncio.timeout(10):
            await other.wait_closed()
        assert status(usual.process.pid, "VmPeak") < peak + GROWTH
        assert channel.is_closing()


@pytest.mark.parametrize(
    "term",
    ["\x1b]0;x\x07", "x" * 32_000, "../../etc/passwd", "xterm\n", "\x00", "a/b", "-xterm", "é"],
    ids=ascii_id,
)
async def test_a_terminals_name_is_a_name(term: str, attack: asyncssh.SSHClientConnection) -> None:
    # The client's own library refuses some; what it does not send is not the server's doing.
    with suppress(asyncssh.ChannelOpenError, asyncssh.ConnectionLost, UnicodeEncodeError, asyncssh.ProtocolError):
        await attack.create_session(Session, term_type=term, encoding=None)
        pytest.fail("a terminal was granted")


@pytest.mark.parametrize("name", ["\x1b[2J", "x" * 1000, "x" * 32_000, "\u202eabc", "a b", "root"], ids=ascii_id)
async def test_a_users_name_means_nothing(
    name: str, usual: Served, reader: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The client's own library would not send some of them.
    monkeypatch.setattr("asyncssh.connection.saslprep", str)
    try:
        async with await connect(usual, username=name) as connection:
            await explorer(connection)
    except (asyncssh.Error, OSError):
        assert name != "root"
    assert "abc" not in usual.told()


@pytest.mark.heavy
async def test_a_client_that_is_killed_at_any_moment(usual: Served, reader: Terminal) -> None:
    usual.wait_until(lambda: len(usual.sessions()) == 1)
    before = usual.descriptors()
    for moment in range(30):
        connection = await connect(usual)
        tried = asyncio.create_task(explorer(connection))
        await asyncio.sleep(moment / 100)
        tried.cancel()
        with suppress(asyncio.CancelledError, asyncssh.Error):
            await tried
        connection.abort()
        await connection.wait_closed()
    usual.wait_until(lambda: usual.descriptors() <= before and len(usual.sessions()) == 1)
