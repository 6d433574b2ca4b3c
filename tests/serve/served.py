"""A `tuiapp serve` of one's own on loopback, and what the kernel knows of its processes."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.terminal.program import ROOT, environment

FOLDER = ROOT / "tests" / "search" / "folder"
GENEROUS = ("--max-per-address", "1000", "--login-rate", "100000", "--max-sessions", "500")
"""Limits that do not come in the way of what a test is about."""


class Served:
    """The server, started as a person would, with its state in a folder of its own."""

    def __init__(
        self,
        state: Path,
        *options: str,
        model: Path = FOLDER,
        wait: bool = True,
        program: Sequence[str] = (),
        timeout: float = 60.0,
        **env: str,
    ) -> None:
        """`program`, with everything in it, in place of `python -m tuiapp serve` and `options`."""
        self.state = state
        self.log = state / "err"
        command = [sys.executable, "-m", "tuiapp", "serve", str(model), "--listen", "127.0.0.1:0", "--user", "root"]
        if os.geteuid():
            command = command[:-2]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                program or [*command, *options], stderr=log, env=environment(XDG_STATE_HOME=str(state), **env)
            )
        self.port = 0
        if wait:
            self.wait_until(lambda: "tuiapp: ssh -p" in self.told(), timeout)
            self.port = int(re.findall(r"ssh -p (\d+)", self.told())[-1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)

    def told(self) -> str:
        """All that the server has said on standard error, its access log too."""
        return self.log.read_text(errors="replace")

    def visits(self) -> list[str]:
        """The lines of the access log."""
        return [line for line in self.told().splitlines() if " status=" in line]

    def wait_until(self, condition: Callable[[], object], timeout: float = 60.0) -> None:
        """Return as soon as `condition` holds; raise AssertionError with what the server has said after `timeout`."""
        end = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < end, f"not within {timeout} s; the server said:\n{self.told()}"
            assert self.process.poll() is None, f"the server ended:\n{self.told()}"
            time.sleep(0.02)

    def client(self, *command: str, options: Sequence[str] = (), port: int = 0) -> list[str]:
        """An OpenSSH client that logs in here without a key."""
        settings = {
            "StrictHostKeyChecking": "accept-new",
            "UserKnownHostsFile": str(self.state / "known"),
            "IdentityFile": "none",
            "IdentityAgent": "none",
            "LogLevel": "ERROR",
            "SendEnv": "LANG LC_* NO_COLOR COLORTERM",
        }
        words = ["ssh", "-F", "none", "-p", str(port or self.port)]
        for name, value in settings.items():
            words += ["-o", f"{name}={value}"]
        return [*words, *options, "127.0.0.1", *command]

    def run(self, *command: str, options: Sequence[str] = (), **env: str) -> subprocess.CompletedProcess[str]:
        """A client without a terminal, to its end."""
        return subprocess.run(
            self.client(*command, options=options),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=30,
            check=False,
            env=environment(**env),
            input="",
        )

    # Its processes, by /proc

    def warm(self) -> list[int]:
        """The warm processes."""
        return children(self.process.pid)

    def sessions(self) -> list[int]:
        """The sessions of all warm processes."""
        return [pid for warm in self.warm() for pid in children(warm)]

    def descriptors(self) -> int:
        """How many the front has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


def children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def gone(pid: int) -> bool:
    """Whether there is no such process any more."""
    return not Path(f"/proc/{pid}").exists()


def status(pid: int, name: str) -> int:
    """A number of /proc/PID/status, such as VmSize in kB."""
    found = re.search(rf"^{name}:\s*(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1])


def copied(folder: Path, to: Path) -> Path:
    """The model of `folder` where a test may change it."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("__*"))
    return to
