"""Where the server listens: a socket that systemd hands over, or one of its own."""

import os
import socket

FIRST = 3
"""The first descriptor that is handed over, sd_listen_fds(3)."""


def handed_over() -> socket.socket | None:
    """The listening socket that the service manager has opened; None if there is none."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()) or os.environ.get("LISTEN_FDS", "0") == "0":
        return None
    os.set_inheritable(FIRST, False)
    return socket.socket(fileno=FIRST)


def opened(address: str, port: int) -> socket.socket:
    """A socket bound to the address, not yet listening; raises OSError."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
    except OSError:
        made.close()
        raise
    return made


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches the address."""
    return address == "::1" or address.startswith("127.")


def tell_manager(state: str) -> None:
    """Tell the service manager, if there is one, sd_notify(3)."""
    if path := os.environ.get("NOTIFY_SOCKET"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            try:
                manager.sendto(state.encode(), f"\0{path[1:]}" if path.startswith("@") else path)
            except OSError:
                return
