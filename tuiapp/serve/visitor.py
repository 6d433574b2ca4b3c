"""One connection, as asyncssh's callbacks tell of it: who it is, and the one session that it may have."""

from typing import Protocol

import asyncssh

from tuiapp.serve.connection import Channel, Connection
from tuiapp.serve.keyring import Keyring
from tuiapp.serve.session import Session


class House(Protocol):
    """What a connection needs of the server."""

    keyring: Keyring | None
    patience: float
    """Seconds that a connection may last without a session."""

    def proves(self) -> str:
        """A connection has proven who it is; returns why there is no place for it, or nothing."""

    def leaves(self, address: str, *, proven: bool) -> None:
        """A connection has ended."""

    def session(self, visitor: "Visitor", connection: Connection, refusal: str) -> Session: ...


class Visitor(asyncssh.SSHServer):
    """Everything that is not overridden here is refused by asyncssh: passwords, forwarding, listening."""

    def __init__(self, house: House, address: str, connection: Connection) -> None:
        self._house, self.address, self._connection = house, address, connection
        self._proven = self._had_session = False
        self._refusal = ""

    @property
    def fingerprint(self) -> str:
        """Of the key whose signature was right; empty if none was asked for."""
        if not self._connection.proven:
            return ""
        line = _openssh(self._connection.proven)
        try:
            return asyncssh.import_public_key(line).get_fingerprint()
        except asyncssh.KeyImportError:
            # A certificate; its name and serial are the signer's words, the key is what was proven.
            return asyncssh.import_certificate(line).key.get_fingerprint()

    def begin_auth(self, username: str) -> bool:
        if self._house.keyring is None:
            return False
        self._connection.set_authorized_keys(self._house.keyring.keys())
        return True

    def auth_completed(self) -> None:
        self._proven = True
        self._refusal = self._house.proves()
        self._connection.end_in(self._house.patience)

    def session_requested(self) -> tuple[Channel, Session] | bool:
        if self._had_session:
            return False
        self._had_session = True
        connection = self._connection
        session = self._house.session(self, connection, self._refusal)
        return connection.session_channel(session.wants), session

    def connection_lost(self, exc: Exception | None) -> None:
        self._house.leaves(self.address, proven=self._proven)


def _openssh(blob: bytes) -> bytes:
    """A public key as a line of OpenSSH."""
    from base64 import b64encode

    kind = blob[4 : 4 + int.from_bytes(blob[:4], "big")]
    return kind + b" " + b64encode(blob)
