"""Textual's driver for terminals, which here reads no more than keys, writes as little as it can, and lasts.

All that is overridden is Textual's own and partly private: `tests/terminal/test_driver.py` fails when a release
renames it or no longer calls it.
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
"""What is never written: a shape for the mouse's pointer, which a console without one prints, and the request for
focus reports, each of which would repaint the screen."""

_READ = 4096
"""Bytes read at a time."""


class Driver(LinuxDriver):
    """Says no style twice, believes no impossible size, and lets no flood of keys hold up the one that quits."""

    overtaking: ClassVar[Collection[str]] = ()
    """Textual's names of the keys that come before all that wait."""

    def __init__(self, app: "App[Any]", **options: Any) -> None:
        super().__init__(app, **{**options, "size": options.get("size") or believed()})
        self.inbox = Inbox(self._later, app.post_message)
        """Closed until the app opens it: keys that come before the rooms are there wait."""
        self._waking, self._wake = os.pipe()
        self._stopped = False
        """Whether the screen was left because the process was to be stopped."""
        if restricted():
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        watch(lambda: self._later(self._report_size))

    def _later(self, action: Any) -> None:
        """Run `action` in the app's thread, unless that has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(action)

    # Writing

    def write(self, data: str) -> None:
        if not data.startswith(UNSAID):
            super().write(thrifty(data, erasing=self._erasing))

    @cached_property
    def _erasing(self) -> bool:
        """Whether terminfo has an erasure in the colour of the ground: that of GNU screen takes its own."""
        try:
            curses.setupterm(fd=SCREEN)
        except curses.error:
            return False
        return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") is not None

    # Reading

    def run_input_thread(self) -> None:
        """Read keys until the input is disabled; a fault here ends the program as any other does.

        Textual would show its traceback, to a guest too.
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
                    return  # the terminal is gone, and so will be the process
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
        """Stop the thread that reads, which may wait for a key."""
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
        """Ask for no reports of the size, since SIGWINCH tells the same.

        The answer to a program that ended within one round trip is typed at the shell's prompt, and a terminal that
        says yes has mode 1016 switched on and never off. Nothing upstream.
        """

    # Stopping

    def _sigtstp_application(self, *_: object) -> None:
        """SIGTSTP: stop; inside of `App.suspend` at once, where the screen has been left already."""
        if self._auto_restart:
            self._later(self._stop)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """SIGCONT: go on; `App.suspend` comes back to the screen by itself."""
        if self._auto_restart:
            self._later(self._continue)

    def _stop(self) -> None:
        """Leave the screen, then stop, where a shell can continue us.

        Not in the signal's handler, which may interrupt a write.
        """
        if self._stopped or not can_suspend():
            return
        self._stopped = True
        self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _continue(self) -> None:
        """Come back to the screen.

        Textual would start a second thread that reads, and one that writes, for every SIGCONT.
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
        """Take the terminal again after SIGSTOP, which left no time to give it back.

        It stays raw: leaving and coming back would let a Ctrl+Z typed meanwhile stop us for good, and drop a Ctrl+Q.
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

    `App.copy_to_clipboard`, the public way, writes a bare OSC 52 of any length, which tmux and GNU screen swallow
    and some terminals drop. Only the driver knows where one frame ends; nothing upstream.
    """
    if app._driver is not None:
        app._driver.write(sequence)
