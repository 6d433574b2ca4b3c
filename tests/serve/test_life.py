"""The server's life: signals, and processes that end when they should not."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.modes import modes_left_on
from tests.terminal.program import DOWN, assert_down_moves, environment, row
from tests.terminal.session import Terminal
from tests.terminal.ssh import free_port
from tuiapp.serve.messages import RENEWED

from .attacker import connect, explorer
from .served import FOLDER, GENEROUS, Served, gone, status

MOST_HELD = 4_000
"""kB that the server may hold for one client that does not read: 256 kB here, and as much in each of its buffers."""


def test_hang_up_reads_again(tmp_path: Path) -> None:
    with Served(tmp_path, "--log", str(tmp_path / "log")) as served:
        before = served.warm()
        os.rename(tmp_path / "log", tmp_path / "log.1")
        served.process.send_signal(signal.SIGHUP)
        served.wait_until(lambda: len(served.warm()) == 1 and served.warm() != before)
        assert served.run("list", "--limit", "1").returncode == 0
        served.wait_until(lambda: "command" in (tmp_path / "log").read_text())
        assert (tmp_path / "log.1").read_text() == ""


def frozen(terminal: Terminal) -> None:
    """Stop the client as a lost network does: it neither reads nor ends."""
    os.kill(terminal.pid, signal.SIGSTOP)


def test_termination_says_goodbye_and_gives_terminals_back(tmp_path: Path, start: Start) -> None:
    with Served(tmp_path) as served:
        reader, stalled = start(served.client()), start(served.client())
        frozen(stalled)
        pids = [served.process.pid, *served.warm(), *served.sessions()]
        served.process.terminate()
        assert served.process.wait(3) == 0
        reader.wait_for("the server stops here; goodbye")
        reader.wait_end()
        assert modes_left_on(reader.since()) == []
        end = time.monotonic() + 3
        while not all(map(gone, pids)):
            assert time.monotonic() < end


def test_a_stalled_session_does_not_hold_the_server_up(tmp_path: Path, start: Start) -> None:
    with Served(tmp_path) as served:
        stalled = start(served.client())
        (pid,) = served.sessions()
        os.kill(pid, signal.SIGSTOP)
        served.process.terminate()
        assert served.process.wait(3) == 0
        stalled.wait_end()
        end = time.monotonic() + 3
        while not gone(pid):
            assert time.monotonic() < end


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_session_that_crashes_costs_nobody_else_anything(
    number: signal.Signals, served: Served, start: Start
) -> None:
    other = start(served.client())
    before = set(served.sessions())
    victim = start(served.client())
    (pid,) = set(served.sessions()) - before
    os.kill(pid, number)
    assert victim.wait_end() == 128 + number
    victim.wait_for("a fault of the program ended it")
    assert_down_moves(other)


def test_a_client_that_is_gone_leaves_no_session(served: Served, start: Start) -> None:
    served.wait_until(lambda: not served.sessions())
    before = served.descriptors()
    terminal = start(served.client())
    os.kill(terminal.pid, signal.SIGKILL)
    served.wait_until(lambda: not served.sessions() and served.descriptors() == before)


def test_a_session_that_ignores_the_end_of_its_client_is_ended(served: Served, start: Start) -> None:
    served.wait_until(lambda: not served.sessions())
    terminal = start(served.client())
    (pid,) = served.sessions()
    os.kill(pid, signal.SIGSTOP)
    os.kill(terminal.pid, signal.SIGKILL)
    served.wait_until(lambda: gone(pid))


async def test_a_session_whose_channel_is_closed_is_ended(served: Served) -> None:
    served.wait_until(lambda: not served.sessions())
    async with await connect(served) as connection:
        channel, _ = await explorer(connection)
        (pid,) = served.sessions()
        os.kill(pid, signal.SIGSTOP)
        channel.close()
        async with asyncio.timeout(30):
            while not gone(pid):
                await asyncio.sleep(0.05)


def test_a_client_that_stops_reading_holds_up_nobody_but_itself(served: Served, start: Start) -> None:
    reader, stalled = start(served.client()), start(served.client(), cols=300, rows=100)
    stalled.pause_reading()
    before, lines = status(served.process.pid, "VmSize"), len(served.sessions())
    for _ in range(200):
        # 30 kB each.
        stalled.send(b"\x0c")
        time.sleep(0.01)
    assert status(served.process.pid, "VmSize") < before + MOST_HELD
    assert_down_moves(reader)
    assert len(served.sessions()) == lines
    mark = stalled.mark()
    stalled._reading.set()
    stalled.wait_until(lambda: stalled.mark() > mark)
    stalled.settle()
    shown = row(stalled)
    stalled.send(DOWN)
    stalled.wait_until(lambda: row(stalled) not in ("", shown))
    for terminal in (reader, stalled):
        terminal.send(b"\x11")
        assert terminal.wait_end() == 0


@pytest.mark.heavy
def test_without_its_warm_process_readers_stay_and_others_come(tmp_path: Path, start: Start) -> None:
    with Served(tmp_path, *GENEROUS) as served:
        reader = start(served.client())
        os.kill(served.warm()[0], signal.SIGKILL)
        served.wait_until(lambda: "another one is started" in served.told())
        assert_down_moves(reader)
        refused = served.run("list")
        assert "not ready yet" in refused.stderr
        served.wait_until(lambda: served.run("list", "--limit", "1").returncode == 0)
        reader.send("\x11")
        reader.wait_end()


@pytest.mark.heavy
def test_who_presses_r_when_there_is_nothing_newer_any_more_is_told(folder: Path, tmp_path: Path, start: Start) -> None:
    with Served(tmp_path, model=folder) as served:
        reader = start(served.client())
        (folder / "export-2026-03.yaml").touch()
        reader.wait_for("R shows them")
        os.kill(served.warm()[-1], signal.SIGKILL)
        served.wait_until(lambda: "another one is started" in served.told())
        reader.send("R")
        assert reader.wait_end() == RENEWED
        reader.wait_for("not ready yet")


@pytest.mark.heavy
def test_a_server_that_has_lost_its_articles_finds_them_again(folder: Path, tmp_path: Path) -> None:
    with Served(tmp_path, *GENEROUS, model=folder) as served:
        folder.rename(tmp_path / "away")
        served.wait_until(lambda: "what was read before is shown" in served.told())
        assert served.run("list", "--limit", "1").returncode == 0
        os.kill(served.warm()[0], signal.SIGKILL)
        served.wait_until(lambda: "nothing is shown until they can" in served.told())
        assert "not ready yet" in served.run("list").stderr
        (tmp_path / "away").rename(folder)
        served.wait_until(lambda: served.run("list", "--limit", "1").returncode == 0)


def test_hang_ups_by_the_hundred(tmp_path: Path) -> None:
    with Served(tmp_path) as served:
        for _ in range(300):
            served.process.send_signal(signal.SIGHUP)
            assert len(served.warm()) <= 3
        served.wait_until(lambda: "the articles have changed" in served.told())
        assert served.run("list", "--limit", "1").returncode == 0
        served.wait_until(lambda: len(served.warm()) == 1)


def test_it_serves_without_streams_and_without_room_for_a_log(tmp_path: Path) -> None:
    port = free_port()
    words = [
        sys.executable,
        "-m",
        "tuiapp",
        "serve",
        str(FOLDER),
        "--listen",
        f"127.0.0.1:{port}",
        "--log",
        "/dev/full",
    ]
    words += ["--user", "root"] * (not os.geteuid())
    with Served(tmp_path, program=["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *words], wait=False) as served:
        client = served.client("list", "--limit", "1", port=port)
        served.wait_until(lambda: subprocess.run(client, capture_output=True, env=environment()).returncode == 0)


def test_who_does_not_type_is_sent_home(tmp_path: Path, start: Start) -> None:
    with Served(tmp_path, "--idle-timeout", "2") as served:
        terminal = start(served.client())
        terminal.wait_end(60)
        terminal.wait_for("nobody has typed for long")
        assert modes_left_on(terminal.since()) == []


def test_what_cannot_be_served_is_said_at_once(served: Served, tmp_path: Path) -> None:
    model = tmp_path / "model.yaml"
    model.write_text("article: 1\n")
    with Served(tmp_path, model=model, wait=False) as refused:
        assert refused.process.wait(60) == 2
        assert "model.yaml:1:" in refused.told()
    for options, words in (
        (["--listen", f"127.0.0.1:{served.port}"], "another program listens there"),
        (["--listen", "[::1:4423"], "an address and a port are due"),
        (["--listen", "no.such.host.invalid:0"], "there is no such address"),
        (["--max-sessions", "9" * 30], "a number is due, from 1 to"),
        (["--idle-timeout", "0"], "a number is due, from 1 to"),
        (["--log", str(tmp_path)], "is a directory"),
        (["--user", "no-such-user"], "no-such-user"),
        (["--authorized-keys", str(tmp_path / "none")], "none: no such file"),
        (["--authorized-keys", "/dev/null"], "/dev/null: is not a regular file"),
    ):
        with Served(tmp_path, *options, wait=False) as refused:
            assert refused.process.wait(60) == 2
            assert words in refused.told()


def test_the_host_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    prints = set()
    for _ in range(2):
        with Served(tmp_path) as served:
            (line,) = [line for line in served.told().splitlines()[-4:] if "SHA256:" in line]
            prints.add(line)
    assert len(prints) == 1
    key = tmp_path / "tuiapp" / "ssh_host_ed25519_key"
    assert key.stat().st_mode & 0o777 == 0o600
    shown = subprocess.run(["ssh-keygen", "-lf", key], capture_output=True, text=True, check=True).stdout
    assert shown.split()[1] in prints.pop()
    key.chmod(0o644)
    with Served(tmp_path, wait=False) as refused:
        assert refused.process.wait(60) == 2
