"""The server's own key: made at the first start, the same from then on, so that clients know the server again."""

import os

import asyncssh

from tuiapp.language import gettext


def path() -> str:
    """Where the key lies, by the XDG Base Directory specification; raises ValueError if there is no such place."""
    named = os.environ.get("XDG_STATE_HOME", "")
    state = named if os.path.isabs(named) else os.path.join(os.path.expanduser("~"), ".local", "state")
    if not os.path.isabs(state):
        raise ValueError(gettext("neither XDG_STATE_HOME nor HOME says where the host key belongs"))
    return os.path.join(state, "tuiapp", "ssh_host_ed25519_key")


def host_key() -> asyncssh.SSHKey:
    """The key; raises OSError or ValueError if it can neither be read nor made."""
    file = path()
    if not os.path.exists(file):
        _make(file)
    if os.stat(file).st_mode & 0o077:
        raise ValueError(gettext("{file} must be readable to its owner alone: chmod 600").format(file=file))
    try:
        return asyncssh.read_private_key(file)
    except asyncssh.KeyImportError:
        raise ValueError(gettext("{file} holds no key of a host").format(file=file)) from None


def _make(file: str) -> None:
    os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
    data = asyncssh.generate_private_key("ssh-ed25519", comment="tuiapp").export_private_key()
    # Whole or not at all, and never readable to others, not even for a moment.
    part = f"{file}.{os.getpid()}"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as made:
        made.write(data)
        made.flush()
        os.fsync(made.fileno())
    os.replace(part, file)
