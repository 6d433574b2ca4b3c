"""Before anybody has logged in: who stalls, floods, breaks off or sends noise costs no reader anything."""

import random
import socket
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread

import pytest

from tests.terminal.conftest import Start
from tests.terminal.program import DOWN, row
from tests.terminal.session import Terminal
from tuiapp.serve.door import MOST_LINGERING, farewell
from tuiapp.serve.gate import BUSY, HALF_OPEN, MANY
from tuiapp.serve.settings import Settings

from .attacker import framed, handshake, plugged, rest
from .served import FOLDER, Served, status

MOST_MEMORY = 100_000
"""kB of address space that the server may have, whatever is done to it."""


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the usual limits, but for the time to log in and the rate."""
    settings = Settings(paths=(str(FOLDER),), port=0, login_timeout=1.0, login_rate=100_000.0, user="root")
    command = [sys.executable, "-m", "tuiapp.serve", settings.encoded()]
    with Served(tmp_path_factory.mktemp("hasty"), program=command) as made:
        yield made
        assert status(made.process.pid, "VmPeak") < MOST_MEMORY


@pytest.fixture(scope="module")
def said(hasty: Served) -> bytes:
    return handshake(hasty)


@pytest.fixture
def reader(hasty: Served, start: Start) -> Iterator[Terminal]:
    """Somebody who is in, and stays served."""
    terminal = start(hasty.client())
    yield terminal
    assert_served(terminal)


def assert_served(terminal: Terminal) -> None:
    """A key is answered."""
    for key in (DOWN, b"\x1b[A"):
        before = row(terminal)
        terminal.send(key)
        terminal.wait_until(lambda before=before: row(terminal) not in ("", before), 10)  # type: ignore[misc]


def test_who_stalls_at_any_stage_is_let_go(hasty: Served, reader: Terminal, said: bytes) -> None:
    version = said.index(b"\n") + 1
    ends = [0, 1, version - 1, version, version + 3, version + 20, len(said) // 2, len(said) - 40]
    with ExitStack() as stack:
        wires = []
        for end in ends:
            wire = stack.enter_context(plugged(hasty))
            wire.sendall(said[:end])
            wires.append(wire)
        assert_served(reader)
        for wire in wires:
            rest(wire, 10)
    hasty.wait_until(lambda: hasty.run("list", "--limit", "1").returncode == 0)


def test_half_open_connections_leave_places_for_others(hasty: Served, reader: Terminal) -> None:
    with ExitStack() as stack:
        many = [stack.enter_context(plugged(hasty)) for _ in range(12)]
        assert [MANY.encode() in wire.recv(4096) for wire in many] == [False] * 10 + [True] * 2
        assert hasty.run("list", "--limit", "1").returncode == 0
        for each in range(HALF_OPEN):
            stack.enter_context(plugged(hasty, f"127.0.1.{each + 1}"))
        refused = hasty.run("list")
        assert BUSY in refused.stderr
        assert_served(reader)
    hasty.wait_until(lambda: hasty.run("list", "--limit", "1").returncode == 0)


def test_a_thousand_connections_at_once(hasty: Served, reader: Terminal) -> None:
    before = hasty.descriptors()
    with ExitStack() as stack:
        for each in range(1000):
            wire = stack.enter_context(socket.socket())
            wire.setblocking(False)
            wire.bind((f"127.0.2.{each % 4 + 1}", 0))
            wire.connect_ex(("127.0.0.1", hasty.port))
        assert_served(reader)
        assert hasty.descriptors() < before + HALF_OPEN + MOST_LINGERING + 20
    hasty.wait_until(lambda: hasty.descriptors() <= before)


def test_who_breaks_off_at_any_moment_leaves_nothing(hasty: Served, reader: Terminal, said: bytes) -> None:
    before = hasty.descriptors()
    for end in range(0, len(said), max(1, len(said) // 100)):
        with plugged(hasty) as wire:
            wire.sendall(said[:end])
            if end % 2:
                # A reset in place of an end.
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    hasty.wait_until(lambda: hasty.descriptors() <= before)


def noise(seed: int, said: bytes) -> bytes:
    """First bytes as nobody sends them: lines, packets and a client's own bytes with some changed."""
    chance = random.Random(seed)
    version = b"SSH-2.0-noise\r\n"
    match seed % 6:
        case 0:
            return chance.randbytes(chance.randrange(1, 5000))
        case 1:
            return b"SSH-2.0-" + chance.randbytes(chance.randrange(1, 40_000))
        case 2:
            return version + chance.randbytes(4000)
        case 3:
            return version + b"".join(
                framed(bytes([chance.randrange(256)]) + chance.randbytes(chance.randrange(200)), chance)
                for _ in range(30)
            )
        case 4:
            return (
                version + chance.choice([0, 1, 5, 2**31, 2**32 - 1, 40_000]).to_bytes(4, "big") + chance.randbytes(3000)
            )
        case _:
            changed = bytearray(said)
            for _ in range(chance.randrange(1, 20)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            return bytes(changed)


def test_noise_ends_its_own_connection_alone(hasty: Served, reader: Terminal, said: bytes) -> None:
    before = hasty.descriptors()
    for seed in range(240):
        with plugged(hasty) as wire:
            # The server may have closed it before the noise ends.
            with suppress(OSError):
                wire.sendall(noise(seed, said))
                wire.shutdown(socket.SHUT_WR)
            rest(wire)
    hasty.wait_until(lambda: hasty.descriptors() <= before)
    assert "Traceback" not in hasty.told()


@pytest.mark.parametrize("length", range(12))
def test_a_farewell_is_a_whole_packet(length: int) -> None:
    version, packet = farewell("x" * length).split(b"\r\n", 1)
    size, padding = int.from_bytes(packet[:4], "big"), packet[4]
    assert version.startswith(b"SSH-2.0-")
    assert len(packet) == 4 + size
    assert len(packet) % 8 == 0
    assert 4 <= padding < 20
    assert packet[5 : 5 + size - padding - 1] == b"\1" + (12).to_bytes(4, "big") + length.to_bytes(
        4, "big"
    ) + b"x" * length + bytes(4)


def test_no_version_line_means_nothing(hasty: Served, tmp_path: Path) -> None:
    with plugged(hasty) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert rest(wire).startswith(b"SSH-2.0-tuiapp")


def knock(served: Served, said: bytes) -> None:
    """Five seconds long 500 connections a second from 50 addresses, each for a tenth of a second."""
    began, inside = time.monotonic(), deque[socket.socket]()
    for number in range(2500):
        time.sleep(max(0.0, began + number / 500 - time.monotonic()))
        # The server closes most of them while this speaks.
        with suppress(OSError):
            wire = socket.create_connection(("127.0.0.1", served.port), 5, (f"127.0.4.{number % 50 + 1}", 0))
            inside.append(wire)
            wire.sendall(said[: number % len(said)])
        if len(inside) > 50:
            inside.popleft().close()
    for wire in inside:
        wire.close()


@pytest.mark.heavy
def test_five_hundred_connections_a_second(hasty: Served, reader: Terminal, said: bytes) -> None:
    hasty.wait_until(lambda: len(hasty.sessions()) == 1)
    before = hasty.descriptors()
    knocking = Thread(target=knock, args=(hasty, said))
    knocking.start()
    times = 0
    while knocking.is_alive():
        assert_served(reader)
        times += 1
    assert times > 1
    hasty.wait_until(lambda: hasty.descriptors() <= before)
    assert hasty.run("list", "--limit", "1").returncode == 0
