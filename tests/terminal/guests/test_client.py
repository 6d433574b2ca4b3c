"""Nothing that an ssh client can ask for leads a guest out."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import Start
from ..program import assert_down_moves
from .login import (
    Guests,
    given,
    only_pid,
    run,
)


def transfer(login: Guests, program: str, *words: str) -> list[str]:
    """sftp or scp with the client's settings."""
    client = login.server.client(options=())
    if not shutil.which(program):
        pytest.skip(f"no {program}")
    return [program, "-F", "none", "-P", str(login.server.port), *client[client.index("-o") : -1], *words]


@pytest.mark.parametrize("command", ["id; cat /etc/passwd", "tuiapp list /etc", "; id"])
def test_a_command_is_not_run(command: str, login: Guests, start: Start) -> None:
    terminal = start(login.server.client(command))
    assert "uid=" not in terminal.text()
    assert_down_moves(terminal)
    refused = run(login.server.client(command, options=["-T"]))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "ssh -t" in refused.stderr


@pytest.mark.parametrize("subsystem", ["sftp", "shell", "netconf"])
def test_a_subsystem_is_not_run(subsystem: str, login: Guests) -> None:
    refused = run(login.server.client(subsystem, options=["-T", "-s"]))
    assert refused.returncode != 0
    assert refused.stdout == ""


def test_sftp_gets_nothing(login: Guests, tmp_path: Path) -> None:
    batch = tmp_path / "batch"
    batch.write_text(f"get /etc/passwd {tmp_path}/got\nput {batch} {tmp_path}/left\n")
    refused = run(transfer(login, "sftp", "-b", str(batch), "127.0.0.1"))
    assert refused.returncode != 0
    assert os.listdir(tmp_path) == ["batch"]


@pytest.mark.parametrize("protocol", ["-O", "-s"])
def test_scp_gets_nothing(protocol: str, login: Guests, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    for words in (["127.0.0.1:/etc/passwd", f"{tmp_path}/got"], [f"{tmp_path}/mine", f"127.0.0.1:{tmp_path}/left"]):
        assert run(transfer(login, "scp", protocol, *words)).returncode != 0
    assert os.listdir(tmp_path) == ["mine"]


@pytest.fixture
def inside() -> Iterator[socket.socket]:
    """What a guest would like to reach through the server."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        yield listener


def reached(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except TimeoutError:
        return False
    return True


def test_no_way_through_by_standard_input(login: Guests, inside: socket.socket) -> None:
    refused = run(login.server.client(options=["-W", f"127.0.0.1:{inside.getsockname()[1]}"]))
    assert refused.returncode != 0
    assert not reached(inside)


@pytest.mark.parametrize("option", ["-L", "-D"])
def test_no_way_through_by_a_local_port(option: str, login: Guests, inside: socket.socket, start: Start) -> None:
    near, far = free(), inside.getsockname()[1]
    where = f"127.0.0.1:{near}" + (f":127.0.0.1:{far}" if option == "-L" else "")
    start(login.server.client(options=["-tt", option, where]))
    with socket.create_connection(("127.0.0.1", near), 5) as connection:
        if option == "-D":
            connection.sendall(b"\x05\x01\x00" + b"\x05\x01\x00\x01\x7f\x00\x00\x01" + far.to_bytes(2, "big"))
        assert not reached(inside)


@pytest.mark.parametrize("where", ["127.0.0.1:0:127.0.0.1:1", "/tmp/guest.sock:127.0.0.1:1", "0"])
def test_no_port_is_opened_on_the_server(where: str, login: Guests) -> None:
    options = ["-T", "-N", "-o", "ExitOnForwardFailure=yes", "-R", where]
    assert run(login.server.client(options=options)).returncode == 255


def test_no_agent_and_no_display_come_along(login: Guests, start: Start) -> None:
    start(login.server.client(options=["-tt", "-A", "-X"]), DISPLAY=":0", SSH_AUTH_SOCK="/tmp/agent")
    assert not {"SSH_AUTH_SOCK", "DISPLAY"} & given(only_pid(login)).keys()


def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
