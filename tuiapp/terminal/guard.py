"""The life and death of the process: a signal gives the terminal back, a hang-up ends it, whatever is stuck.

No handler here runs in the main thread. When the terminal stops reading, Textual's event loop blocks in a
full queue and no Python handler runs any more (measured: SIGTERM and SIGHUP unanswered after 8 s), so
threads wait instead.
"""

import os
import select
import signal
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

from tuiapp.terminal.restricted import restricted
from tuiapp.terminal.start import KEYBOARD, SCREEN, set_defaults, write_utf8

FATAL = frozenset({signal.SIGINT, signal.SIGQUIT, signal.SIGTERM})
"""Signals that end the process from outside; Ctrl+C and Ctrl+\\ send theirs only before the screen is up.
SIGHUP is left to the kernel, since with the terminal gone there is nothing to give back."""

BLOCKED = FATAL | {signal.SIGWINCH}
"""Signals that threads of ours wait for. No handler interrupts the main thread."""

HUNG_UP = 128 + signal.SIGHUP

RESET = (
    b"\x1b\\"  # ends a string, such as a clipboard's, that flushing may have cut
    b"\x1b[?2026l"  # synchronised output
    b"\x1b[?2004l"  # bracketed paste
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    b"\x1b[?1004l"  # focus reports
    b"\x1b[?2048l"  # resize reports
    b"\x1b[?7h"  # wrap at the margin
    b"\x1b[<u"  # kitty keyboard; before the alternate screen is left, which has a stack of its own
    b"\x1b[0m"
    b"\x1b[?1049l"  # alternate screen
    b"\x1b[?25h"  # cursor
)
"""Switches off whatever Textual may have switched on."""

STALLED = 0.5
"""Seconds that a terminal has to take RESET. One that does not read gets nothing; the process ends anyway."""


class Guard:
    """The terminal as it was found."""

    def __init__(self, attributes: list[Any]) -> None:
        self.attributes = attributes
        """What `termios.tcgetattr` gave."""

    def restore(self) -> None:
        """Give the terminal back, where that is still to be done: after a crash, on a signal.

        Leaving the alternate screen twice, or without having entered it, would move the cursor onto what
        stands on the other; raw mode, the first thing that Textual takes back, tells which it is.
        """
        with suppress(termios.error):
            if termios.tcgetattr(KEYBOARD) == self.attributes or not in_foreground():
                return
            termios.tcflush(SCREEN, termios.TCOFLUSH)
            # The main thread may sit in a write to the same terminal and hold its lock.
            writer = Thread(target=_write_reset, daemon=True)
            writer.start()
            writer.join(STALLED)
            termios.tcsetattr(KEYBOARD, termios.TCSANOW, self.attributes)

    def _end_on_signal(self) -> None:
        number = signal.sigwait(FATAL)
        self.restore()
        os._exit(128 + number)


def prepare() -> Guard:
    """Set the process up for a screen; once, from the main thread, before Textual is imported.

    Raises termios.error when standard input is no terminal: ask `refusal` first.
    """
    set_defaults()
    write_utf8()
    # Ignored by the parent, it would hide from us how our children end.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    guard = Guard(termios.tcgetattr(KEYBOARD))
    # A serial line has no size. Textual would take it for 80×24 here and 80×25 there, and lay out for ever.
    if 0 in termios.tcgetwinsize(SCREEN):
        termios.tcsetwinsize(SCREEN, (24, 80))
    # The parent may have ignored it (nohup, `trap '' HUP`); then Textual reads end-of-file in a loop at 126
    # % of a core for ever, https://github.com/Textualize/textual/issues/6690.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # Blocked here, so in every thread to come: only sigwait gets them. By default they leave the alternate
    # screen, raw mode and the rest to the shell, https://github.com/Textualize/textual/issues/5140.
    signal.pthread_sigmask(signal.SIG_BLOCK, BLOCKED)
    Thread(target=guard._end_on_signal, name="end-on-signal", daemon=True).start()
    Thread(target=_end_on_hang_up, name="end-on-hang-up", daemon=True).start()
    return guard


@contextmanager
def unblocked_for_children() -> Iterator[None]:
    """Start a child inside: it would else inherit that signals are blocked, and not end by them."""
    before = signal.pthread_sigmask(signal.SIG_UNBLOCK, BLOCKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stop_job() -> None:
    """Stop the whole job, as Ctrl+Z does on a plain terminal; returns when the shell continues it.

    To be called inside `App.suspend()`, which leaves the screen and comes back to it. Textual's own action
    stops its process alone: under a wrapper (`uv run tuiapp`, a script) the shell sees a job that still
    runs, and never gives the prompt back.
    """
    os.killpg(0, signal.SIGTSTP)
    # `kill %1` continues us with SIGTERM pending. Its thread must come first, or Textual reaches for a
    # terminal that is the shell's and is stopped for it, signal and all.
    time.sleep(0.05)


def can_suspend() -> bool:
    """Whether a shell is there to continue us, asked of the kernel; not for a guest, who must not come to one.

    Where none is (`ssh HOST tuiapp`, a forced command, a tmux window of our own) a stopped program freezes the
    session for good. The kernel ignores a stop from the keyboard in a group that no shell could see (an orphaned
    one, POSIX), so a child of our group tries it.
    """
    if restricted():
        return False
    try:
        child = os.posix_spawn("/bin/sh", ["sh", "-c", "kill -TSTP $$"], {}, setsigmask=[], setsigdef=[signal.SIGTSTP])
    except OSError:
        return False
    _, status = os.waitpid(child, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        return False
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _end_on_hang_up() -> None:
    # Without an event asked for, poll returns only for a hang-up: SIGHUP may be lost on the way (a process
    # without a controlling terminal never gets it).
    poller = select.poll()
    poller.register(KEYBOARD, 0)
    # Where poll does not know terminals (macOS: POLLNVAL at once) the thread ends and SIGHUP has to do.
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in poller.poll()):
        os._exit(HUNG_UP)


def _write_reset() -> None:
    with suppress(OSError):
        os.write(SCREEN, RESET)


def in_foreground() -> bool:
    """Whether the terminal is ours to write to: a job that was stopped, then killed, must leave the shell
    alone."""
    try:
        return os.tcgetpgrp(KEYBOARD) == os.getpgrp()
    except OSError:
        return True  # not our controlling terminal: no job control, nobody to share it with
