"""Ends the process on a fatal signal, after restoring the terminal, or on a hang-up, even if the main thread is stuck.

No signal handler is used, because handlers run in the main thread. When the terminal stops reading, Textual's event
loop blocks on a full queue and no Python handler runs (measured: SIGTERM and SIGHUP unanswered after 8 s), so threads
wait for signals instead.
"""

import os
import select
import signal
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any

from tuiapp.terminal.restricted import restricted
from tuiapp.terminal.start import KEYBOARD, SCREEN, set_defaults, write_utf8

FATAL = frozenset({signal.SIGINT, signal.SIGQUIT, signal.SIGTERM})
"""Signals that end the process. Ctrl+C and Ctrl+\\ send theirs only before the screen is up. SIGHUP keeps the kernel's
default action: once the terminal is gone, there is nothing to restore."""

BLOCKED = FATAL | {signal.SIGWINCH}
"""Signals that our threads wait for, so that no handler interrupts the main thread."""

HUNG_UP = 128 + signal.SIGHUP

RESET = (
    b"\x1b\\"  # ends a string, such as OSC 52, that the flush may have cut off
    b"\x1b[?2026l"  # synchronised output
    b"\x1b[?2004l"  # bracketed paste
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    b"\x1b[?1004l"  # focus reports
    b"\x1b[?2048l"  # resize reports
    b"\x1b[?7h"  # wrap at the margin
    b"\x1b[<u"  # kitty keyboard; must precede the end of the alternate screen, which has its own stack of modes
    b"\x1b[0m"
    b"\x1b[?1049l"  # alternate screen
    b"\x1b[?25h"  # cursor
)
"""Switches off whatever Textual may have switched on."""

INTERRUPTS = frozenset({signal.SIGINT, signal.SIGQUIT})
"""Those of FATAL that keys send to all programs at a terminal."""

STALLED = 0.5
"""Seconds to wait for the terminal to take RESET. If it does not read, the process ends anyway."""


class Guard:
    """The terminal's state before the program started."""

    def __init__(self, attributes: list[Any]) -> None:
        self.attributes = attributes
        """The result of `termios.tcgetattr`."""

    def restore(self) -> None:
        """Restore the terminal after a crash or on a signal, unless Textual has done so.

        Leaving the alternate screen twice, or without having entered it, would move the cursor onto existing text of
        the main screen. So do nothing if the terminal has the attributes that it had before the start. Textual then
        has not changed it yet, or is restoring it: it restores the attributes before it leaves the alternate screen.
        """
        with suppress(termios.error):
            if termios.tcgetattr(KEYBOARD) == self.attributes or not in_foreground():
                return
            termios.tcflush(SCREEN, termios.TCOFLUSH)
            # The main thread may be blocked in a write to the same terminal and hold its lock.
            writer = Thread(target=_write_reset, daemon=True)
            writer.start()
            writer.join(STALLED)
            termios.tcsetattr(KEYBOARD, termios.TCSANOW, self.attributes)

    def _end_on_signal(self) -> None:
        number = signal.sigwait(FATAL)
        while _lent.is_set() and number in INTERRUPTS:
            number = signal.sigwait(FATAL)
        self.restore()
        os._exit(128 + number)


def prepare() -> Guard:
    """Set the process up for a screen. Call it once, from the main thread, before Textual is imported.

    Raises termios.error when standard input is no terminal: call `refusal` first.
    """
    set_defaults()
    write_utf8()
    # If the parent ignored SIGCHLD, we could not learn the exit status of our children.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    guard = Guard(termios.tcgetattr(KEYBOARD))
    # A serial line has no size. Textual would take it for 80×24 in one place and 80×25 in another, and repeat the
    # layout for ever.
    if 0 in termios.tcgetwinsize(SCREEN):
        termios.tcsetwinsize(SCREEN, (24, 80))
    # The parent may have ignored SIGHUP (nohup, `trap '' HUP`). Textual would then read end-of-file in an endless
    # loop, at 126 % of a core, https://github.com/Textualize/textual/issues/6690.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # Later threads inherit the mask, so only sigwait receives these signals. By default they would end the process
    # with the alternate screen and raw mode still on, https://github.com/Textualize/textual/issues/5140.
    signal.pthread_sigmask(signal.SIG_BLOCK, BLOCKED)
    Thread(target=guard._end_on_signal, name="end-on-signal", daemon=True).start()
    Thread(target=_end_on_hang_up, name="end-on-hang-up", daemon=True).start()
    return guard


_lent = Event()


@contextmanager
def lent() -> Iterator[None]:
    """While another program has the terminal, Ctrl+C and Ctrl+\\ are meant for it alone, though we get them too."""
    _lent.set()
    try:
        yield
    finally:
        _lent.clear()


@contextmanager
def unblocked_for_children() -> Iterator[None]:
    """Unblock the signals while a child is started: a child inherits blocked signals, and Ctrl+C would not end it."""
    before = signal.pthread_sigmask(signal.SIG_UNBLOCK, BLOCKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def stop_job() -> None:
    """Stop the whole job, as Ctrl+Z does in cooked mode; return when the shell continues it.

    Call it inside `App.suspend()`, which leaves the alternate screen and returns to it. Textual's own action stops only
    its own process: under a wrapper (`uv run tuiapp`, a script) the shell sees a job that still runs, and never shows
    its prompt.
    """
    os.killpg(0, signal.SIGTSTP)
    # After `kill %1` the shell continues this process with SIGTERM pending. Let the thread that waits for SIGTERM run
    # before Textual does: otherwise Textual, in the background, sets the terminal's modes, and the kernel stops the
    # process again (SIGTTOU) before SIGTERM is handled.
    time.sleep(0.05)


def can_suspend() -> bool:
    """Whether a shell can continue us after a stop. False in restricted mode, where the user must not reach a shell.

    Without a shell (`ssh HOST tuiapp`, a forced command, a tmux window that runs only us) a stopped program freezes the
    session for good. By POSIX the kernel ignores SIGTSTP in an orphaned process group, one without such a shell; so a
    child in our group sends it to itself, and we see whether it stops.
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
    # With no events requested, poll returns only on a hang-up or an error. SIGHUP alone is not enough: a process
    # without a controlling terminal never receives it.
    poller = select.poll()
    poller.register(KEYBOARD, 0)
    # Where poll does not support terminals (macOS: POLLNVAL at once), the thread ends and only SIGHUP is left.
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in poller.poll()):
        os._exit(HUNG_UP)


def _write_reset() -> None:
    with suppress(OSError):
        os.write(SCREEN, RESET)


def in_foreground() -> bool:
    """Whether our process group is in the foreground and may write to the terminal; a job that was stopped and then
    killed may not."""
    try:
        return os.tcgetpgrp(KEYBOARD) == os.getpgrp()
    except OSError:
        # This is not our controlling terminal, so there is no job control, and no other job uses it.
        return True
