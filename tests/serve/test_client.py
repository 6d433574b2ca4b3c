"""Nothing that OpenSSH's client can ask for leads out of a session, as it does not for the guests of an sshd."""

import os
import socket
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.guests.test_client import free, inside, reached  # noqa: F401
from tests.terminal.guests.test_environment import hostile, sets
from tests.terminal.program import DOWN, assert_down_moves, row

from .served import Served


@pytest.mark.parametrize("subsystem", ["sftp", "shell", "netconf"])
def test_a_subsystem_is_not_run(subsystem: str, served: Served) -> None:
    refused = served.run(subsystem, options=["-T", "-s"])
    assert refused.returncode != 0
    assert refused.stdout == ""


@pytest.mark.parametrize("program", [["sftp", "-b"], ["scp", "-O"], ["scp", "-s"]])
def test_no_file_goes_either_way(program: list[str], served: Served, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("get /etc/passwd got\nput mine left\n")
    client = served.client()
    settings = ["-F", "none", "-P", str(served.port), *client[client.index("-o") : -1]]
    ways = (["127.0.0.1:/etc/passwd", f"{tmp_path}/got"], [f"{tmp_path}/mine", f"127.0.0.1:{tmp_path}/left"])
    for words in [[f"{tmp_path}/mine", "127.0.0.1"]] if program[0] == "sftp" else ways:
        end = [*settings, *words] if program[0] == "scp" else [words[0], *settings, *words[1:]]
        command = [*program, *end]
        assert os.spawnvp(os.P_WAIT, command[0], command) != 0
    assert sorted(os.listdir(tmp_path)) == ["mine"]


def test_no_way_through_by_standard_input(served: Served, inside: socket.socket) -> None:  # noqa: F811
    refused = served.run(options=["-W", f"127.0.0.1:{inside.getsockname()[1]}"])
    assert refused.returncode != 0
    assert not reached(inside)


@pytest.mark.parametrize("option", ["-L", "-D"])
def test_no_way_through_by_a_local_port(
    option: str,
    served: Served,
    inside: socket.socket,  # noqa: F811
    start: Start,
) -> None:
    near, far = free(), inside.getsockname()[1]
    where = f"127.0.0.1:{near}" + (f":127.0.0.1:{far}" if option == "-L" else "")
    terminal = start(served.client(options=["-tt", option, where]))
    with socket.create_connection(("127.0.0.1", near), 5) as connection:
        if option == "-D":
            connection.sendall(b"\x05\x01\x00" + b"\x05\x01\x00\x01\x7f\x00\x00\x01" + far.to_bytes(2, "big"))
        assert not reached(inside)
    assert_down_moves(terminal)


@pytest.mark.parametrize("where", ["127.0.0.1:0:127.0.0.1:1", "/tmp/guest.sock:127.0.0.1:1", "0"])
def test_no_port_is_opened_on_the_server(where: str, served: Served) -> None:
    options = ["-T", "-N", "-o", "ExitOnForwardFailure=yes", "-R", where]
    assert served.run(options=options).returncode == 255


def test_no_tunnel_agent_or_display_comes_along(served: Served, start: Start) -> None:
    options = ["-tt", "-A", "-X", "-o", "Tunnel=point-to-point"]
    start(served.client(options=options), DISPLAY=":0", SSH_AUTH_SOCK="/tmp/agent")
    assert served.run(options=["-T", "-N", "-w", "0:0", "-o", "ExitOnForwardFailure=yes"]).returncode == 255


def test_a_second_session_on_one_connection_is_refused(served: Served, start: Start, tmp_path: Path) -> None:
    master = ["-o", "ControlMaster=yes", "-o", f"ControlPath={tmp_path}/control"]
    terminal = start(served.client(options=["-tt", *master]))
    second = served.run(
        "list", "--limit", "1", options=["-o", f"ControlPath={tmp_path}/control", "-o", "ControlMaster=no"]
    )
    # The client makes a connection of its own instead.
    assert second.returncode == 0
    assert_down_moves(terminal)


def test_no_variable_of_a_client_leads_out(served: Served, start: Start, tmp_path: Path) -> None:
    variables = hostile(tmp_path)
    terminal = start(served.client(options=sets(variables)))
    assert_down_moves(terminal)
    terminal.press("\x1a")
    terminal.send("\x11")
    assert terminal.wait_end() == 0
    assert sorted(os.listdir(tmp_path)) == ["evil.py", "sitecustomize.py"]


def test_keys_are_made_anew_under_load(served: Served, start: Start) -> None:
    terminal = start(served.client(options=["-tt", "-o", "RekeyLimit=4K"]))
    for key in (DOWN, b"\x1b[A") * 8:
        before = row(terminal)
        terminal.send(key)
        terminal.wait_until(lambda before=before: row(terminal) not in ("", before))  # type: ignore[misc]
    terminal.press("\x0c")
    assert_down_moves(terminal)


def test_a_compressed_connection(served: Served, start: Start) -> None:
    assert_down_moves(start(served.client(options=["-tt", "-C"])))


def test_escapes_of_the_client_end_it(served: Served, start: Start) -> None:
    terminal = start(served.client(options=["-tt"]))
    terminal.send("\r~.")
    terminal.wait_end()
    served.wait_until(lambda: not served.sessions())
