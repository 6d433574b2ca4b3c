"""The front: `python -m tuiapp.serve SETTINGS`, which `tuiapp serve` becomes."""

import asyncio
import gc
import logging
import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from os import _exit
from typing import cast

import asyncssh

from tuiapp.language import Language, gettext, use
from tuiapp.serve import activation, users
from tuiapp.serve.cause import cause
from tuiapp.serve.host_key import host_key
from tuiapp.serve.keyring import Keyring
from tuiapp.serve.log import Log
from tuiapp.serve.messages import Message
from tuiapp.serve.server import Server
from tuiapp.serve.settings import Settings

UNUSABLE = 2


def main(argument: str) -> int:
    """Serve; returns the exit status."""
    _open_streams()
    settings = Settings.decoded(argument)
    use(cast(Language, settings.language))
    # asyncssh's own log would hold what clients write, and asyncio's a line for each packet to a client that is gone.
    for name in ("asyncssh", "asyncio"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    # Nobody waits for the warm processes; the kernel clears them away.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        listener = activation.handed_over() or activation.opened(settings.address, settings.port)
        key = host_key()
        log = Log(settings.log)
        # The port, the key and the log were for whoever started it; all else is for the user.
        user = users.become(settings.user)
        keyring = Keyring(settings.authorized_keys, log.say) if settings.authorized_keys else None
    except OSError as error:
        return _unusable(f"{error.filename or f'{settings.address}:{settings.port}'}: {cause(error)}")
    except ValueError as error:
        return _unusable(str(error))
    _prepare()
    return asyncio.run(_serve(settings, listener, key, log, keyring, user))


def _open_streams() -> None:
    """Have something as 0, 1 and 2 also where the starter has closed them, lest the listening socket become one."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(opened, True)
    os.close(opened)
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


async def _serve(
    settings: Settings, listener: socket.socket, key: asyncssh.SSHKey, log: Log, keyring: Keyring | None, user: str
) -> int:
    server = Server(settings, log, key, keyring)

    def ready(message: Message) -> None:
        _tell(settings, listener, key, keyring is not None, user, message)
        gc.freeze()

    try:
        return await server.run(listener, ready)
    finally:
        server.close()


def _prepare() -> None:
    """As many descriptors as are allowed: five for each session. Nobody reads this process's memory."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    users.hide_memory()


def _tell(
    settings: Settings, listener: socket.socket, key: asyncssh.SSHKey, guarded: bool, user: str, message: Message
) -> None:
    """Say on standard error where the server listens, and what holds there."""
    address, port = listener.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    fingerprint = key.get_fingerprint()
    host = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(address, address)
    lines = [
        gettext("tuiapp: {shown}, at {address}:{port}").format(shown=message["ready"], address=shown, port=port),
        gettext("tuiapp: the key of this host is {fingerprint}").format(fingerprint=fingerprint),
        f"tuiapp: ssh -p {port} {host}",
        f"tuiapp: {message['sandbox']}",
    ]
    if user:
        lines.append(gettext("tuiapp: runs as {user}").format(user=user))
    if not guarded and not activation.is_loopback(address):
        lines.append(
            gettext("tuiapp: everybody who reaches this address is let in; --authorized-keys FILE lets only some")
        )
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()
    activation.tell_manager("READY=1")


def _unusable(text: str) -> int:
    sys.stderr.write(f"tuiapp: {text}\n")
    return UNUSABLE


if __name__ == "__main__":
    status = main(sys.argv[1])
    sys.stderr.flush()
    _exit(status)
