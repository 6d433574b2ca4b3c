"""A login for guests as docs/ssh.md sets it up, and what its programs did that a guest's must not."""

import getpass
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tuiapp.shipped import shipped

from ..program import ROOT, environment
from ..ssh import Server

AUDITED = str(Path(__file__).with_name("audited.py"))


def settings() -> str:
    """The lines of docs/ssh.md for sshd_config."""
    page = (ROOT / "docs" / "ssh.md").read_text("utf-8")
    found = re.search(r"^```sshd_config\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def fitted(lines: str, program: str, model: Path) -> str:
    """`lines` for this machine: its Python, whoever runs the tests as the guest, the arguments of `python -IB`."""
    for there, here in {
        "Match User guest": f"Match User {getpass.getuser()}",
        "/opt/tuiapp/bin/python": sys.executable,
        "-m tuiapp": program,
        "/srv/tuiapp": str(model),
    }.items():
        assert there in lines
        lines = lines.replace(there, here)
    return lines


class Audit:
    """What audited programs did that they must not."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "audit"
        os.mkfifo(self.path)
        # To be written to at any time, its reader must be there, and to be read without an end, a writer.
        self._fd = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def told(self) -> list[str]:
        """A line for each, since the last call."""
        data = b""
        with suppress(BlockingIOError):
            while chunk := os.read(self._fd, 65536):
                data += chunk
        return data.decode(errors="replace").splitlines()

    def close(self) -> None:
        os.close(self._fd)


class Guests(NamedTuple):
    """A server that lets guests in, and what they did."""

    server: Server
    audit: Audit

    def pids(self) -> list[int]:
        """The programs that run for guests now; Linux."""
        return running(str(self.audit.path))


def running(argument: str) -> list[int]:
    """Processes that were started with `argument`; Linux."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            words = Path("/proc", pid, "cmdline").read_bytes().split(b"\0")
            if argument.encode() in words and b"-IB" in words:
                found.append(int(pid))
    return found


def model_of_the_host(folder: Path) -> Path:
    """The article that the program ships with, where nothing else is."""
    for name in ("data", "seeds"):
        shutil.copytree(Path(shipped()).with_name(name), folder / "srv" / name)
    return folder / "srv" / "data"


@contextmanager
def guests(folder: Path, lines: str | None = None) -> Iterator[Guests]:
    """Raises NoServerError where there can be no server."""
    audit = Audit(folder)
    program = f"{AUDITED} {audit.path}"
    server = Server(fitted(lines or settings(), program, model_of_the_host(folder)))
    try:
        yield Guests(server, audit)
    finally:
        server.close()
        audit.close()


def only_pid(login: Guests) -> int:
    (pid,) = login.pids()
    return pid


def state(pid: int) -> str:
    return Path("/proc", str(pid), "stat").read_text().rpartition(")")[2].split()[0]


def children(pid: int) -> list[str]:
    return Path("/proc", str(pid), "task", str(pid), "children").read_text().split()


def given(pid: int) -> dict[str, str]:
    """The environment that a process was started with; Linux."""
    pairs = Path("/proc", str(pid), "environ").read_bytes().decode(errors="replace").split("\0")
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def assert_held(pid: int, keys: str) -> None:
    assert state(pid) in "SR", f"{keys!r} stopped it"
    assert children(pid) == [], f"{keys!r} started something"


def run(argv: Sequence[str], **more: str) -> subprocess.CompletedProcess[str]:
    """A client that has no terminal, to its end."""
    return subprocess.run(
        argv,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=20,
        check=False,
        env=environment(**more),
        input="",
    )
