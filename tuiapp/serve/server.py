"""The server: who comes in, which warm process they get, and its life from the start to the goodbye."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from typing import cast

import asyncssh

from tuiapp.language import Language, gettext
from tuiapp.serve.cause import cause
from tuiapp.serve.connection import Connection
from tuiapp.serve.door import Door
from tuiapp.serve.gate import Gate
from tuiapp.serve.keyring import Keyring
from tuiapp.serve.log import Log, Visit
from tuiapp.serve.messages import Message
from tuiapp.serve.sentences import GOODBYE
from tuiapp.serve.session import PATIENCE, Session
from tuiapp.serve.settings import Settings
from tuiapp.serve.visitor import Visitor
from tuiapp.serve.warmer import Warmer

WINDOW = 32 * 1024
"""Bytes of keys that may be on their way to a session that does not read."""
AGAIN = 5.0
"""Seconds before another warm process is started in place of one that ended by itself."""
OLDER = 2
"""Warm processes that stay beside the newest for readers who have not pressed R; with 100,000 items each has 268 MB."""

# What every OpenSSH since 2014 has; without the exchanges over large groups, which take 0.3 s each.
KEX = ["curve25519-sha256", "curve25519-sha256@libssh.org", "ecdh-sha2-nistp256"]
CIPHERS = [
    "chacha20-poly1305@openssh.com",
    "aes256-gcm@openssh.com",
    "aes128-gcm@openssh.com",
    "aes256-ctr",
    "aes128-ctr",
]
MACS = ["hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256", "hmac-sha2-512"]


class Server:
    """Everything of one server; `run` returns its exit status."""

    def __init__(self, settings: Settings, log: Log, key: asyncssh.SSHKey, keyring: Keyring | None) -> None:
        self._settings, self._log, self._key, self.keyring = settings, log, key, keyring
        self.language = cast(Language, settings.language)
        self.idle_timeout, self.patience = settings.idle_timeout, settings.login_timeout
        self._gate = Gate(settings.max_sessions, settings.max_per_address, settings.login_rate)
        self._now: Warmer | None = None
        self._coming: Warmer | None = None
        self._again = False
        """Whether the files have changed since the coming warm process was started."""
        self._old: list[Warmer] = []
        """From the oldest on."""
        self._sessions: set[Session] = set()
        self._connections: set[Connection] = set()
        self._over = asyncio.Event()
        self._listening = self._leaving = False
        self._status = 0
        self._ready: Callable[[Message], object] = lambda _: None

    async def run(self, listener: socket.socket, ready: Callable[[Message], object]) -> int:
        """Serve until a signal ends it; `ready` is called when the first warm process is. Returns the exit status."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._note)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._leave)
        loop.add_signal_handler(signal.SIGHUP, self._reread)
        self._ready = ready
        self._options = asyncssh.SSHServerConnectionOptions(
            server_factory=asyncssh.SSHServer,
            server_host_keys=[self._key],
            config=[],
            kex_algs=KEX,
            encryption_algs=CIPHERS,
            mac_algs=MACS,
            compression_algs=["none", "zlib@openssh.com"],
            server_version="tuiapp",
            login_timeout=self._settings.login_timeout,
            host_based_auth=False,
            kbdint_auth=False,
            password_auth=False,
            gss_host=None,
            agent_forwarding=False,
            x11_forwarding=False,
            allow_scp=False,
            line_editor=False,
            encoding=None,
            window=WINDOW,
            max_pktsize=WINDOW,
            send_server_host_keys=False,
        )
        self._warm()
        self._listener = listener
        await self._over.wait()
        return self._status

    # Who comes in

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        await loop.create_server(
            lambda: Door(self._gate.arrives, self._connection), sock=self._listener, backlog=128, start_serving=True
        )

    def _connection(self, address: str) -> Connection:
        connection = Connection(asyncio.get_running_loop(), self._options)
        connection.meet(Visitor(self, address, connection))
        self._connections.add(connection)
        return connection

    def proves(self) -> str:
        return self._gate.proves()

    def leaves(self, address: str, *, proven: bool) -> None:
        self._gate.leaves(address, proven=proven)
        self._connections = {each for each in self._connections if not each.is_closed()}

    def session(self, visitor: Visitor, connection: Connection, refusal: str) -> Session:
        return Session(self, visitor, connection, refusal)

    def begins(self, session: Session) -> None:
        self._sessions.add(session)

    def warmer(self) -> Warmer | None:
        return None if self._leaving else self._now

    def over(self, session: Session) -> None:
        self._sessions.discard(session)
        seconds, visitor = asyncio.get_running_loop().time() - session.began, session.visitor
        self._log.visit(
            Visit(
                visitor.address,
                visitor.fingerprint,
                session.what,
                seconds,
                session.received,
                session.sent,
                session.exit_status,
            )
        )
        if self._leaving and not self._sessions:
            asyncio.get_running_loop().call_later(0.05, self._over.set)

    # The warm processes

    def _warm(self) -> None:
        if self._coming or self._leaving:
            self._again = True
            return
        try:
            self._coming = Warmer(self._settings, self)
        except OSError as error:
            self._log.say(f"tuiapp: {sys.executable}: {cause(error)}")
            self._no_warmer()

    def _no_warmer(self) -> None:
        """There is no other warm process: the server cannot begin without one, but goes on, and tries again."""
        if not self._listening:
            self._status = self._status or 1
            self._over.set()
        elif self._now is None:
            asyncio.get_running_loop().call_later(AGAIN, self._warm)

    def warm_ready(self, warmer: Warmer, message: Message) -> None:
        self._coming = None
        before, self._now = self._now, warmer
        if not self._listening:
            self._listening = True
            self._ready(message)
            self._listens = asyncio.ensure_future(self._listen())
        else:
            self._log.say(gettext("tuiapp: the articles have changed: {shown}").format(shown=message["ready"]))
            if before:
                self._retire(before)
        self._warm_again()

    def _retire(self, before: Warmer) -> None:
        """Let a warm process end with its last session, and have those of one that is too old go on in the newest."""
        before.retire()
        self._old.append(before)
        too_old = [each for each in self._old if each.sessions][:-OLDER]
        for session in self._sessions:
            if session.warmer in too_old:
                session.renew()

    def warm_failed(self, warmer: Warmer, faults: Sequence[str]) -> None:
        for fault in faults:
            self._log.say(str(fault))
        if not self._listening:
            self._status = 2
            self._over.set()
        elif self._now:
            self._log.say(gettext("tuiapp: the articles cannot be read; what was read before is shown"))
        else:
            self._log.say(gettext("tuiapp: the articles cannot be read; nothing is shown until they can"))

    def warm_changed(self, warmer: Warmer) -> None:
        if warmer is self._now:
            self._warm()

    def warm_gone(self, warmer: Warmer) -> None:
        warmer.process.poll()
        if warmer in self._old:
            self._old.remove(warmer)
        if self._leaving:
            return
        if warmer is self._coming:
            self._coming = None
            self._no_warmer()
            self._warm_again()
        elif warmer is self._now:
            self._now = None
            self._log.say(gettext("tuiapp: the process that holds the articles has ended; another one is started"))
            self._no_warmer()

    def _warm_again(self) -> None:
        if self._again:
            self._again = False
            self._warm()

    # Its life

    def _reread(self) -> None:
        try:
            self._log.reopen()
        except OSError as error:
            told = gettext("tuiapp: the log cannot be opened again, and goes on where it was: {why}")
            self._log.say(told.format(why=cause(error)))
        self._warm()

    def _leave(self) -> None:
        """Say goodbye in every session, and end when all are gone, or after PATIENCE with those that are stalled."""
        if self._leaving:
            return
        self._leaving = True
        self._listener.close()
        loop = asyncio.get_running_loop()
        for session in list(self._sessions):
            session.leave(GOODBYE)
        loop.call_later(PATIENCE if self._sessions else 0, self._over.set)

    def close(self) -> None:
        """Let go of everything that is left."""
        for connection in self._connections:
            connection.abort()
        for warmer in (self._now, self._coming, *self._old):
            if warmer:
                warmer.close()

    def _note(self, _: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        """A fault: of what kind, and where. Its words may be those of a client."""
        error = cast(BaseException | None, context.get("exception"))
        at = error.__traceback__ if error else None
        while at and at.tb_next:
            at = at.tb_next
        where = f" {os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else ""
        message = gettext(str(context.get("message")))
        self._log.say(f"tuiapp: {message}: {type(error).__name__}{where}")
