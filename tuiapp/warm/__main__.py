"""A warm process, `python -m tuiapp.warm DESCRIPTOR`: it forks a session for whoever comes.

It has no thread, so that a fork copies nothing that another thread holds. It never reads anything again: when the files
change, the front starts another one, and this one ends with its last session.
"""

import asyncio
import gc
import mmap
import os
import resource
import select
import signal
import socket
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from os import _exit
from typing import NoReturn

from tuiapp.cli import reading
from tuiapp.following import left_out
from tuiapp.language import ngettext, use
from tuiapp.library import Library, ModelError
from tuiapp.library.watch import Watch
from tuiapp.present.finding import unread
from tuiapp.present.lines import whole
from tuiapp.serve.messages import RENEWED, Message, received, send
from tuiapp.serve.settings import Settings
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View
from tuiapp.warm import kernel
from tuiapp.warm.child import Start, run
from tuiapp.warm.sandbox import IN_ALL, WHILE_IDLE, Sandbox, prepared

LEFT = 4096
"""Bytes in which a session that is renewed leaves what it shows."""
STACK = 1 << 20
"""Bytes of stack of a session's threads."""


class Warm:
    """The sessions of one warm process, by the front's numbers for them."""

    def __init__(self, front: socket.socket, settings: Settings, library: Library, watch: Watch) -> None:
        self._front, self._watch = front, watch
        self._sandbox: Sandbox = prepared(settings.max_sessions)
        self._commands = settings.commands
        self.snapshot = _snapshot(library)
        reading.keep(library, self.snapshot)
        self._pids: dict[int, int] = {}
        self._left: dict[int, mmap.mmap] = {}
        self._retired = False
        self._waking, wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(wake)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        # A session waits for them in a thread; before that thread runs they must not end the session.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1, signal.SIGUSR2})

    def told(self) -> Message:
        """What the front is told when sessions can be started."""
        count = len(self.snapshot.model.items)
        shown = ngettext("{count} item", "{count} items", count).format(count=count)
        if told := unread(self.snapshot.left_out):
            shown = f"{shown}; {whole(told).text}"
        return {"ready": shown, "sandbox": self._sandbox.told()}

    def serve(self) -> None:
        """Do what the front asks, until it is gone, or until this process is retired and its last session has ended."""
        while not self._retired or self._pids:
            pause = None if self._retired else self._watch.pause
            ready = select.select([self._front.fileno(), self._waking], [], [], pause)[0]
            if self._waking in ready:
                with suppress(BlockingIOError):
                    os.read(self._waking, 512)
                self._reap()
            if self._front.fileno() in ready:
                got = received(self._front)
                if got is None:
                    break
                self._obey(*got)
            if not ready and self._watch.changed():
                send(self._front, {"changed": True})
        self._signal_all(signal.SIGTERM)

    def _obey(self, message: Message, descriptors: list[int]) -> None:
        match message:
            case {"start": int(session), **rest}:
                try:
                    self._start(session, Start(**rest), descriptors)
                finally:
                    for each in descriptors:
                        os.close(each)
            case {"typed": int(session)}:
                self._allow_more(self._pids.get(session, 0))
            case {"end": int(session)}:
                self._signal(self._pids.get(session, 0), signal.SIGKILL)
            case {"leave": int(session)}:
                self._signal(self._pids.get(session, 0), signal.SIGTERM)
            case {"renew": int(session)}:
                self._signal(self._pids.get(session, 0), signal.SIGUSR2)
            case {"retire": True}:
                self._retired = True
                self._signal_all(signal.SIGUSR1)

    def _start(self, session: int, start: Start, descriptors: list[int]) -> None:
        left = mmap.mmap(-1, LEFT)
        try:
            pid = os.fork()
        except OSError as error:
            left.close()
            send(self._front, {"ended": session, "status": 1, "why": error.strerror})
            return
        if not pid:
            signal.set_wakeup_fd(-1)
            run(start, descriptors, self.snapshot, self._sandbox, left, commands=self._commands)
        self._pids[session], self._left[session] = pid, left

    def _reap(self) -> None:
        sessions = {pid: session for session, pid in self._pids.items()}
        while sessions:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                break
            if not pid:
                break
            code = os.waitstatus_to_exitcode(status)
            if (session := sessions.get(pid)) is None:
                continue
            del self._pids[session]
            with self._left.pop(session) as page:
                text = page[:].rstrip(b"\0").decode(errors="replace") if code == RENEWED else ""
            # The front may be gone.
            with suppress(OSError):
                send(self._front, {"ended": session, "status": code if code >= 0 else 128 - code, "left": text})

    def _allow_more(self, pid: int) -> None:
        """Give a session processor time again: somebody has typed."""
        if pid:
            with suppress(OSError, ValueError):
                # The clock of another process, as `clock_getcpuclockid` names it.
                used = time.clock_gettime((~pid << 3) | 2)
                resource.prlimit(pid, resource.RLIMIT_CPU, (min(IN_ALL, int(used) + 1 + WHILE_IDLE), IN_ALL))

    def _signal_all(self, number: signal.Signals) -> None:
        for pid in self._pids.values():
            self._signal(pid, number)

    def _signal(self, pid: int, number: signal.Signals) -> None:
        # A session that has ended is a zombie until `_reap`, so its number belongs to nobody else.
        if pid:
            with suppress(ProcessLookupError):
                os.kill(pid, number)


def _snapshot(library: Library) -> Snapshot:
    """The whole index and all counts are made now, once for all sessions."""
    # A fault quotes the files, and a guest must learn nothing of them.
    snapshot = Snapshot(library.model, left_out=left_out(library, telling=False))
    snapshot.prepare()
    deque(snapshot.fill(), 0)
    return snapshot


def _sources(library: Library) -> list[str]:
    return [file.source.real for file in library.files if file.source and file.source.real]


def _bring_in() -> None:
    """Import the screen, which reads its settings now: those of a reader at another machine."""
    from tuiapp.terminal.start import set_defaults

    os.environ["SSH_CONNECTION"] = ""
    set_defaults()
    import tuiapp.app  # noqa: F401


async def _rehearse(snapshot: Snapshot) -> None:
    """Show the screen once to nobody: what Textual imports and remembers then, a third of its work, sessions have."""
    from tuiapp.app import Tuiapp

    async with Tuiapp(View.begun(snapshot, Question())).run_test(size=(80, 24)) as pilot:
        await pilot.pause()


def main(descriptor: int) -> NoReturn:
    """Serve the front behind `descriptor`; its first message has the settings."""
    # Ctrl+C is for the front, which says goodbye first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The front ignores it, and hands that on.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    front = socket.socket(fileno=descriptor)
    first = received(front)
    if first is None:
        _exit(0)
    settings = Settings.decoded(first[0]["settings"])
    use(settings.language)  # type: ignore[arg-type]
    with suppress(OSError):
        kernel.undumpable()
    gc.disable()
    # For the threads of sessions, which wait and call little; the usual 8 MB each count against their limit.
    threading.stack_size(STACK)
    watch = Watch(settings.paths)
    try:
        library = reading.library(settings.paths, strict=settings.strict, quietly=True)
    except ModelError as error:
        send(front, {"failed": [str(fault) for fault in error.faults[:20]]})
        _exit(2)
    watch.add(_sources(library))
    _bring_in()
    warm = Warm(front, settings, library, watch)
    asyncio.run(_rehearse(warm.snapshot))
    gc.disable()
    # What lives as long as this process is not looked at by a session's collector, which would copy its pages.
    gc.collect()
    gc.freeze()
    send(front, warm.told())
    warm.serve()
    sys.stderr.flush()
    _exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
