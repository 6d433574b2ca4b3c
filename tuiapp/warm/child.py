"""A session: what a process that was just forked from a warm one does, on the terminal that it was given.

It is the explorer of `tuiapp --restricted`, or one of the commands that only read.
"""

import io
import json
import mmap
import os
import signal
import sys
import termios
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from os import _exit
from threading import Thread
from typing import Any, NoReturn

from tuiapp import language
from tuiapp.cli.crash import crashed
from tuiapp.cli.explore import refused, show
from tuiapp.cli.streams import CRASHED, UNUSABLE, prepare, say, written
from tuiapp.config import Settings
from tuiapp.serve.messages import RENEWED
from tuiapp.snapshot import Question, Snapshot
from tuiapp.terminal import Refusal, refusal, restrict
from tuiapp.view import View
from tuiapp.warm import commands
from tuiapp.warm.sandbox import Sandbox, enter


@dataclass(frozen=True)
class Start:
    """What the front says of a session."""

    terminal: bool
    """Whether there is one descriptor, of a terminal; otherwise three, for input, output and errors."""
    env: dict[str, str] = field(default_factory=dict)
    command: str | None = None
    """What the client wrote after the host's name."""
    left: str = ""
    """What the session showed that this one renews."""


def run(
    start: Start, descriptors: Sequence[int], snapshot: Snapshot, sandbox: Sandbox, left: mmap.mmap, *, commands: bool
) -> NoReturn:
    """Be the session to its end; never returns, so that no code of the warm process runs in it."""
    status = CRASHED
    try:
        try:
            _take(descriptors, sandbox.ruleset, terminal=start.terminal)
        except OSError:
            # The client is gone already, and its terminal with it.
            _exit(status)
        _settle(start.env)
        enter(sandbox)
        status = _answered(start, snapshot, left, commands=commands)
    except SystemExit as end:
        # argparse exits like this after help or a wrong option.
        status = end.code if isinstance(end.code, int) else 0
    except Exception as error:
        with suppress(Exception):
            status = crashed(error)
    finally:
        with suppress(Exception):
            status = status if written() else UNUSABLE
        _exit(status)


def _take(descriptors: Sequence[int], ruleset: int | None, *, terminal: bool) -> None:
    """Leave the warm process's group, and have no descriptors but those that were given, as 0, 1 and 2.

    That of the `ruleset` stays until the sandbox is entered.
    """
    os.setsid()
    if terminal:
        descriptors = [descriptors[0]] * 3
        ioctl(descriptors[0], termios.TIOCSCTTY, 0)
    # Above all that are duplicated to, so that none is overwritten before it is copied.
    high = [os.dup(each) for each in descriptors]
    for to, each in enumerate(high):
        os.dup2(each, to)
    most = os.sysconf("SC_OPEN_MAX")
    kept = most if ruleset is None else ruleset
    os.closerange(3, kept)
    os.closerange(kept + 1, most)


def _settle(env: dict[str, str]) -> None:
    """Python's streams anew, since the old ones belong to other files; the environment, the language, the mode."""
    for name, mode in (("stdin", "rb"), ("stdout", "wb"), ("stderr", "wb")):
        raw = open(("stdin", "stdout", "stderr").index(name), mode, closefd=False)  # noqa: SIM115
        stream = io.TextIOWrapper(raw, encoding="utf-8", errors="replace", line_buffering=name == "stderr")
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    asked = language.preferred(env) if language.asked(env) else language.spoken()
    os.environ.clear()
    os.environ.update(env, SSH_CONNECTION="")
    language.use(asked)
    restrict()
    prepare()


def _answered(start: Start, snapshot: Snapshot, left: mmap.mmap, *, commands: bool) -> int:
    if start.command is not None:
        return _commanded(start.command, allowed=commands)
    if (reason := refusal()) is not None:
        say(refused(reason is Refusal.NO_TERMINAL))
        return UNUSABLE
    from tuiapp.app import Newer

    told = _resumed(start.left)
    newer = Newer(_told, lambda view, asked: _leave(view, asked, left), unasked=bool(told.get("unasked")))
    return show(_begun(snapshot, told), Settings(), newer=newer)


def _commanded(text: str, *, allowed: bool) -> int:
    if not allowed:
        say(language.gettext("tuiapp: this host answers no commands; `ssh -t` alone opens the explorer"))
        return UNUSABLE
    return commands.run(text)


def _resumed(left: str) -> dict[str, Any]:
    """What `_leave` left; empty if nothing was."""
    with suppress(ValueError):
        told = json.loads(left)
        return told if isinstance(told, dict) else {}
    return {}


def _begun(snapshot: Snapshot, told: dict[str, Any]) -> View:
    # What another version left, or a session that had been taken over, may have any shape.
    with suppress(KeyError, TypeError, ValueError):
        if (spoken := told.get("language")) in language.LANGUAGES:
            language.use(spoken)
        return View.resumed(snapshot, told)
    return View.begun(snapshot, Question())


def _told(changed: Callable[[], object], overdue: Callable[[], object]) -> None:
    """Call `changed` whenever the warm process says by SIGUSR1 that there is a newer one, and `overdue` when it says by
    SIGUSR2 that it is to end."""
    calls = {signal.SIGUSR1: changed, signal.SIGUSR2: overdue}

    def wait() -> None:
        while True:
            calls[signal.Signals(signal.sigwait(calls))]()

    Thread(target=wait, name="newer", daemon=True).start()


def _leave(view: View, asked: bool, left: mmap.mmap) -> int:
    """Leave what is shown on the page that the warm process reads, without what does not fit."""
    told = {**view.kept(), "language": language.spoken(), "unasked": not asked}
    for shown in (told, {**told, "marked": []}, {**told, "marked": [], "picks": {}}, {}):
        data = json.dumps(shown, ensure_ascii=False).encode()
        if len(data) <= len(left):
            left[: len(data)] = data
            break
    return RENEWED
