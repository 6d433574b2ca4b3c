"""The systemd units of docs/: what they allow, and that a socket is handed over."""

import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.program import ROOT, environment
from tests.terminal.ssh import free_port
from tuiapp.cli import arguments, serve

from .served import FOLDER, Served

MOST_EXPOSED = 2.0
SERVICE = ROOT / "docs" / "tuiapp.service"


def test_the_unit_exposes_little() -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd")
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(SERVICE)]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Unknown" not in shown.stderr
    exposed = re.search(r"exposure level for \S+: ([\d.]+)", shown.stdout)
    if not exposed:
        pytest.skip("this systemd rates no unit that is not installed")
    assert float(exposed[1]) <= MOST_EXPOSED


def test_its_command_is_understood() -> None:
    (command,) = re.findall(r"^ExecStart=(.*)", SERVICE.read_text(), re.MULTILINE)
    words = command.split()
    assert words[1:5] == ["-IB", "-m", "tuiapp", "serve"]
    parser = arguments.parser("serve", "")
    serve.add_arguments(parser)
    assert parser.parse_args(words[5:]).paths == ["/srv/tuiapp"]


@pytest.fixture(params=["here", "systemd"])
def activator(request: pytest.FixtureRequest) -> list[str]:
    """A command that opens a port and hands it over to the program behind it."""
    if request.param == "here":
        return [sys.executable, "-m", "tests.serve.handing"]
    if not shutil.which("systemd-socket-activate"):
        pytest.skip("no systemd")
    return ["systemd-socket-activate", "-E", "XDG_STATE_HOME", "-E", "PYTHONPATH", "-E", "HOME"]


def test_a_socket_that_is_handed_over_is_served(activator: list[str], tmp_path: Path) -> None:
    port = free_port()
    program = [sys.executable, "-m", "tuiapp", "serve", str(FOLDER), "--user", "root"]
    command = [*activator, "-l", f"127.0.0.1:{port}", *program]
    with Served(tmp_path, program=command, wait=False) as served:
        served.wait_until(lambda: answers(port))
        ran = subprocess.run(
            served.client("list", "--limit", "1", port=port),
            capture_output=True,
            check=False,
            env=environment(),
            timeout=30,
        )
        assert ran.returncode == 0
        assert f"127.0.0.1:{port}" in served.told()


def answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 20) as wire:
            return wire.recv(4) == b"SSH-"
    except OSError:
        return False


def test_the_manager_is_told_when_readers_can_come(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "manager"))
        manager.settimeout(20)
        with Served(tmp_path, NOTIFY_SOCKET=str(tmp_path / "manager")) as served:
            assert manager.recv(100) == b"READY=1"
            assert served.run("list", "--limit", "1").returncode == 0
