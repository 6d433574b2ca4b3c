"""An error in any callback ends its own connection, and costs nobody else anything."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import suppress

import asyncssh
import pytest

from tests.terminal.conftest import Start
from tests.terminal.program import assert_down_moves
from tuiapp.serve.settings import Settings

from .attacker import Session, connect
from .faulty import FAULTS
from .served import FOLDER, Served


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    settings = Settings(paths=(str(FOLDER),), port=0, user="root", login_rate=1000)
    command = [sys.executable, "-m", "tests.serve.faulty", settings.encoded()]
    with Served(tmp_path_factory.mktemp("faulty"), program=command) as made:
        yield made


async def visit(served: Served, source: str, patience: float) -> None:
    """Everything that a session has: it comes, types, changes its window, ends its input and goes."""
    async with await connect(served, source) as connection:
        session = Session()
        channel, _ = await connection.create_session(
            lambda: session, term_type="xterm", term_size=(80, 24), encoding=None, env={"LANG": "en"}, window=4096
        )
        # Before the screen is there, the terminal itself would take Ctrl+Q. Some faults keep it away.
        with suppress(TimeoutError):
            async with asyncio.timeout(4):
                while session.got < 1000 and not session.ended.is_set():
                    await asyncio.sleep(0.02)
        channel.write(b"j")
        channel.change_terminal_size(90, 30)
        await asyncio.sleep(0.2)
        channel.write(b"\x11")
        channel.write_eof()
        async with asyncio.timeout(patience):
            await session.ended.wait()
            # A client would end its connection itself only now.
            await connection.wait_closed()


async def test_an_error_in_any_callback(broken: Served, start: Start) -> None:
    reader = start(broken.client())
    before = broken.descriptors()

    async def ends(number: int) -> bool:
        with suppress(asyncssh.Error, OSError):
            try:
                await visit(broken, f"127.0.3.{number + 1}", 20 if number < len(FAULTS) else 3)
            except TimeoutError:
                return False
        return True

    ended = await asyncio.gather(*map(ends, range(len(FAULTS) + 1)))
    assert [FAULTS[at] for at, each in enumerate(ended[:-1]) if not each] == []
    assert not ended[-1], "without a fault the server keeps the connection"
    assert_down_moves(reader)
    broken.wait_until(lambda: broken.descriptors() <= before and len(broken.sessions()) == 1)
    again = broken.run("list", "--limit", "1")
    assert again.returncode == 0
    reader.send("\x11")
    reader.wait_end()
