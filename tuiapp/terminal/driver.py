"""Textual's terminal driver, changed: it accepts only keys and pastes, writes fewer bytes, and handles stopping.

It overrides methods of Textual that are partly private: `tests/terminal/test_driver.py` fails when a release renames
one or no longer calls it.
"""

import curses
import os
import select
import signal
import termios
import tty
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual import constants, events, messages
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from tuiapp.terminal.guard import can_suspend, in_foreground
from tuiapp.terminal.inbox import Inbox
from tuiapp.terminal.keyboard import Keyboard, Pasted, Synchronises, Token
from tuiapp.terminal.restricted import restricted
from tuiapp.terminal.start import SCREEN
from tuiapp.terminal.strokes import pressed
from tuiapp.terminal.thrift import thrifty
from tuiapp.terminal.window import believed, watch

if TYPE_CHECKING:
    from textual.app import App

UNSAID = ("\x1b]22;", "\x1b[?1004h")
"""Prefixes of output that is dropped: the mouse pointer's shape, which some consoles print as text, and the request for
focus reports, each of which would repaint the screen."""

_READ = 4096
"""Bytes read at a time."""


class Driver(LinuxDriver):
    """Writes no style twice, corrects impossible sizes, and lets the keys that quit overtake all waiting keys."""

    overtaking: ClassVar[Collection[str]] = ()
    """Textual's names of the keys that overtake all waiting keys."""

    def __init__(self, app: "App[Any]", **options: Any) -> None:
        super().__init__(app, **{**options, "size": options.get("size") or believed()})
        self.inbox = Inbox(self._later, app.post_message)
        """Closed until the app opens it: keys typed before the first screen exists wait."""
        self._waking, self._wake = os.pipe()
        self._stopped = False
        """Whether the alternate screen was left in order to stop the process."""
        if restricted():
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        watch(lambda: self._later(self._report_size))

    def _later(self, action: Any) -> None:
        """Run `action` in the app's thread, unless its event loop is closed."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(action)

    # Writing

    def write(self, data: str) -> None:
        if not data.startswith(UNSAID):
            super().write(thrifty(data, erasing=self._erasing))

    @cached_property
    def _erasing(self) -> bool:
        """Whether, by terminfo, erasing uses the current background colour; in GNU screen it uses the default one."""
        try:
            curses.setupterm(fd=SCREEN)
        except curses.error:
            return False
        return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") is not None

    # Reading

    def run_input_thread(self) -> None:
        """Read keys until the input is disabled. An error here ends the program like any other error.

        Textual would print its traceback, even in restricted mode.
        """
        try:
            self._read_keys(Keyboard())
        except Exception as error:
            self._app.call_later(_raise, error)

    def _read_keys(self, keyboard: Keyboard) -> None:
        wait: float | None = None
        while not self.exit_event.is_set():
            ready = select.select([self.fileno, self._waking], [], [], wait)[0]
            if self.fileno in ready:
                data = os.read(self.fileno, _READ)
                if not data:
                    return  # the terminal is gone; the guard's thread ends the process
                tokens, wait = keyboard.feed(data), constants.ESCAPE_DELAY
            else:
                tokens, wait = keyboard.rest(), None
            for token in tokens:
                self._take(token)

    def _take(self, token: Token) -> None:
        if isinstance(token, Synchronises):
            self.send_message(messages.TerminalSupportsSynchronizedOutput())
            return
        taken: list[events.Key] | list[events.Paste]
        taken = [events.Paste(token.text)] if isinstance(token, Pasted) else pressed(token)
        for event in taken:
            event.set_sender(self._app)
            self.inbox.put(event, self.overtaking)

    def disable_input(self) -> None:
        """Stop the reading thread, even while it waits for a key."""
        os.write(self._wake, b"\0")
        super().disable_input()
        os.read(self._waking, 1)

    # The window

    def _get_terminal_size(self) -> tuple[int, int]:
        return believed()

    def _report_size(self) -> None:
        size = Size(*believed())
        self._app.post_message(events.Resize(size, size))

    def _query_in_band_window_resize(self) -> None:
        """Request no resize reports: SIGWINCH gives the same information.

        If the program ends within one round trip, the terminal's answer appears at the shell's prompt. After a positive
        answer Textual switches mode 1016 on and never off. No upstream issue known.
        """

    # Stopping

    def _sigtstp_application(self, *_: object) -> None:
        """SIGTSTP: stop. Inside `App.suspend` at once, since the alternate screen has been left already.

        There an editor may have stopped the whole job. SIGSTOP, unlike its signal, stops us without a shell too.
        """
        if self._auto_restart:
            self._later(self._stop)
        elif can_suspend():
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """SIGCONT: continue. Inside `App.suspend` do nothing: it returns to the screen by itself."""
        if self._auto_restart:
            self._later(self._continue)

    def _stop(self) -> None:
        """Leave the alternate screen and stop, if a shell can continue us.

        Runs in the event loop and not in the signal handler, which may interrupt a write.
        """
        if self._stopped or not can_suspend():
            return
        self._stopped = True
        self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _continue(self) -> None:
        """Return to the alternate screen.

        Textual's own method would start another reading and another writing thread on every SIGCONT.
        """
        if self._app._exit:
            return
        if not in_foreground():
            os.kill(os.getpid(), signal.SIGSTOP)
        elif self._stopped:
            self._stopped = False
            self._must_signal_resume = True
            self.resume_application_mode()
        else:
            self._reclaim()

    def _reclaim(self) -> None:
        """Set the terminal's modes again after SIGSTOP, which cannot be caught, so that the screen was not left.

        Raw mode is not switched off in between: a Ctrl+Z typed meanwhile would stop us for good, and a Ctrl+Q would be
        lost.
        """
        settings = termios.tcgetattr(self.fileno)
        settings[tty.LFLAG] = self._patch_lflag(settings[tty.LFLAG])
        settings[tty.IFLAG] = self._patch_iflag(settings[tty.IFLAG])
        termios.tcsetattr(self.fileno, termios.TCSANOW, settings)
        self.write("\x1b[?1049l\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l")
        self._app.post_message(self.SignalResume())


def _raise(error: Exception) -> None:
    raise error


def write_raw(app: "App[Any]", sequence: str) -> None:
    """Write an escape sequence between two frames.

    The public `App.copy_to_clipboard` writes a bare OSC 52 of any length; tmux and GNU screen swallow it, and some
    terminals drop it. Only the driver can write between frames. No upstream issue known.
    """
    if app._driver is not None:
        app._driver.write(sequence)
