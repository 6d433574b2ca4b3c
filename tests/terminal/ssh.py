"""An OpenSSH server on loopback with its own keys and settings, and a proxy that simulates a bad connection to it."""

import os
import random
import shlex
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Self

PRIVILEGE_SEPARATION = Path("/run/sshd")
"""As root, the server does not start without this folder."""

CONFIG = """
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
AcceptEnv LANG LC_*
PrintMotd no
PrintLastLog no
Subsystem sftp internal-sftp
"""


class NoServerError(Exception):
    """This machine cannot run the server; the message says why."""


class Server:
    """An sshd that accepts the user who runs the tests; raises NoServerError if it does not start.

    `more` is appended to its configuration: `Match` blocks, `ForceCommand`.
    """

    def __init__(self, more: str = "") -> None:
        sshd = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/sbin")
        if not (sshd and shutil.which("ssh") and shutil.which("ssh-keygen")):
            raise NoServerError("no OpenSSH server and client")
        self._folder = Path(tempfile.mkdtemp(prefix="sshd-"))
        self.port = free_port()
        for name in ("host", "user"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self._folder / name)]
            subprocess.run(command, check=True)
        config = self._folder / "config"
        config.write_text(CONFIG.format(port=self.port, folder=self._folder) + more, encoding="utf-8")
        with suppress(OSError):
            PRIVILEGE_SEPARATION.mkdir(exist_ok=True)
        self._log = (self._folder / "log").open("wb")
        # The full path, which sshd requires, since it executes itself again for every connection.
        self._process = subprocess.Popen([sshd, "-D", "-e", "-f", str(config)], stderr=self._log)
        self._wait_up()

    def _wait_up(self) -> None:
        end = time.monotonic() + 5
        while self._process.poll() is None and time.monotonic() < end:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as connection:
                if connection.recv(4) == b"SSH-":
                    return
            time.sleep(0.02)
        said = (self._folder / "log").read_text(errors="replace")
        self.close()
        raise NoServerError(f"sshd does not come up: {said.strip()[-200:]}")

    def client(self, remote: str = "", *, port: int | None = None, options: Sequence[str] = ("-tt",)) -> list[str]:
        """A command that logs in and runs `remote`; `port` may be that of a Link to this server."""
        settings = {
            "IdentityFile": f"{self._folder}/user",
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": f"{self._folder}/known",
            "StrictHostKeyChecking": "accept-new",
            "LogLevel": "ERROR",
            "SendEnv": "LANG LC_*",
        }
        words = ["ssh", "-F", "none", *options, "-p", str(port or self.port)]
        for name, value in settings.items():
            words += ["-o", f"{name}={value}"]
        return [*words, "127.0.0.1", *([remote] if remote else [])]

    def close(self) -> None:
        """End the server; open connections last until their clients end."""
        self._process.terminate()
        self._process.wait(5)
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def remotely(argv: Sequence[str], **env: str) -> str:
    """`argv` as a remote command with the variables `env`, in the current folder of the tests."""
    words = ["env", *(f"{name}={value}" for name, value in env.items()), *argv]
    return f"cd {shlex.quote(os.getcwd())} && exec {shlex.join(words)}"


class Link:
    """A connection to `port` with `delay` seconds one way, up to `jitter` more, and `rate` bytes per second.

    It loses nothing and its queue has no limit, like that of a router with bufferbloat. `tc netem` would affect the
    whole machine and need root.
    """

    def __init__(self, port: int, *, delay: float = 0.0, jitter: float = 0.0, rate: float = float("inf")) -> None:
        self._upstream, self._delay, self._jitter, self._rate = port, delay, jitter, rate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.received = 0
        """Bytes that the client has received so far, encrypted."""
        self._sockets: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """Break every connection at once."""
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._upstream))
                for end in (near, far):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._sockets += [near, far]
                self._join(near, far)
                self._join(far, near)

    def _join(self, source: socket.socket, target: socket.socket) -> None:
        queue: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        threading.Thread(target=self._take, args=(source, queue), daemon=True).start()
        threading.Thread(target=self._give, args=(queue, target), daemon=True).start()

    def _take(self, source: socket.socket, queue: SimpleQueue[tuple[float, bytes]]) -> None:
        sent, data = 0.0, b"-"
        chance = random.Random(self.port)
        while data:
            try:
                data = source.recv(1460)
            except OSError:
                data = b""
            sent = max(sent, time.monotonic()) + len(data) / self._rate
            queue.put((sent + self._delay + chance.uniform(0, self._jitter), data))

    def _give(self, queue: SimpleQueue[tuple[float, bytes]], target: socket.socket) -> None:
        to_client = target.getsockname()[1] == self.port
        with suppress(OSError):
            while (each := queue.get())[1]:
                time.sleep(max(0.0, each[0] - time.monotonic()))
                target.sendall(each[1])
                self.received += len(each[1]) * to_client
            target.shutdown(socket.SHUT_WR)
