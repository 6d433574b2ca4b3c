"""Requests in every order but the usual one, and clients that take a place without using it."""

import asyncio
import sys
from collections.abc import Iterator

import asyncssh
import pytest
from asyncssh.packet import String, UInt32

from tests.terminal.conftest import Start
from tests.terminal.program import assert_down_moves
from tuiapp.serve.settings import Settings

from .attacker import asked, bare, connect, explorer
from .served import FOLDER, Served

DISCONNECT, NEWKEYS, USERAUTH, ADJUST, DATA, EOF, CLOSE = 1, 21, 50, 93, 94, 96, 97


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that lets go of who has no session after two seconds."""
    settings = Settings(paths=(str(FOLDER),), port=0, login_timeout=2.0, login_rate=100_000.0, user="root")
    command = [sys.executable, "-m", "tuiapp.serve", settings.encoded()]
    with Served(tmp_path_factory.mktemp("brief"), program=command) as made:
        yield made
        assert "Traceback" not in made.told()


@pytest.mark.parametrize(
    ("names", "granted"),
    [
        ("pty-req pty-req shell shell list", [True, False, True, False, False]),
        ("window-change pty-req shell window-change", [True, True, True, True]),
        ("list list shell", [True, False, False]),
        ("list pty-req", [True, False]),
        ("shell pty-req", [True, False]),
        ("env pty-req list window-change", [False, True, True, True]),
        ("subsystem pty-req shell", [False, True, False]),
    ],
)
async def test_each_request_counts_once(names: str, granted: list[bool], served: Served) -> None:
    async with await connect(served) as connection:
        channel, _ = await bare(connection)
        if names.startswith("subsystem"):
            first = [await channel._make_request(b"subsystem", String("sftp"))]
            assert first + await asked(channel, *names.split()[1:]) == granted
        else:
            assert await asked(channel, *names.split()) == granted
    served.wait_until(lambda: not served.sessions())


MINE, OTHERS = UInt32(0), UInt32(77)
"""Numbers of the channel that there is, and of one that there is not."""
STEPS = {
    "the end twice": [(EOF, MINE)] * 2,
    "closed twice": [(CLOSE, MINE)] * 2,
    "keys after the end": [(EOF, MINE), (DATA, MINE + String("q"))],
    "keys for another": [(DATA, OTHERS + String("q"))],
    "room without end": [(ADJUST, MINE + UInt32(2**32 - 1))] * 5,
    "more keys than there is room": [(DATA, MINE + String("j" * 30_000))] * 5,
    "a login": [(USERAUTH, String("root") + String("ssh-connection") + String("none"))],
    "keys that were not agreed": [(NEWKEYS, b"")],
    "words of farewell": [(DISCONNECT, UInt32(11) + String("\x1b[2J\nforged") + String("en"))],
}


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("before", ["", "pty-req shell"])
async def test_what_nobody_sends(before: str, name: str, served: Served) -> None:
    connection = await connect(served)
    channel, _ = await bare(connection)
    assert all(await asked(channel, *before.split()))
    for kind, data in STEPS[name]:
        connection.send_packet(kind, data)
    await asyncio.sleep(0.1)
    connection.abort()
    await connection.wait_closed()
    served.wait_until(lambda: not served.sessions())
    assert served.run("list", "--limit", "1").returncode == 0
    assert "forged" not in served.told()


async def test_packets_of_one_byte_are_not_sent(served: Served) -> None:
    async with await connect(served) as connection:
        with pytest.raises(asyncssh.ChannelOpenError):
            await bare(connection, packet=1)
        await connection.wait_closed()


async def test_who_asks_for_nothing_loses_the_place(brief: Served) -> None:
    async with asyncio.timeout(20):
        for opens in (False, True):
            connection = await connect(brief)
            if opens:
                await bare(connection)
            await connection.wait_closed()
    brief.wait_until(lambda: brief.visits() and " nothing " in brief.visits()[-1])


async def test_who_stays_after_the_session_loses_the_place(brief: Served) -> None:
    connection = await connect(brief)
    channel, session = await explorer(connection)
    channel.write(b"\x11")
    async with asyncio.timeout(20):
        await session.ended.wait()
        await connection.wait_closed()


async def test_who_takes_nothing_loses_the_place(brief: Served) -> None:
    connection = await connect(brief)
    channel, _ = await bare(connection)
    # No room is given to the server beyond the first picture, and the channel is never closed.
    channel._init_recv_window = 0
    channel._close_send = lambda: None  # type: ignore[method-assign]
    await asked(channel, "pty-req", "shell")
    await asyncio.sleep(1)
    channel.send_packet(DATA, String("\x11"))
    async with asyncio.timeout(20):
        await connection.wait_closed()


def test_who_has_a_session_keeps_the_place(brief: Served, start: Start) -> None:
    terminal = start(brief.client())
    terminal.settle(3)
    assert_down_moves(terminal)
