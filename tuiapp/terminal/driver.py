"""Textual's driver for terminals, which here writes as little as it can and shows nobody a traceback."""

import curses
from functools import cached_property

from textual.drivers.linux_driver import LinuxDriver

from tuiapp.terminal.start import SCREEN
from tuiapp.terminal.thrift import thrifty

POINTER = "\x1b]22;"
"""Begins a shape for the mouse's pointer: there is no mouse here, and a console that does not know it prints it."""


class Driver(LinuxDriver):
    """Says no style twice, and blanks in as few bytes as the terminal allows."""

    def write(self, data: str) -> None:
        if not data.startswith(POINTER):
            super().write(thrifty(data, erasing=self._erasing))

    def run_input_thread(self) -> None:
        """Read keys; what goes wrong ends the program as any fault does, where Textual would show it to a guest too."""
        try:
            super().run_input_thread()
        except Exception as error:
            self._app.call_later(_raise, error)

    @cached_property
    def _erasing(self) -> bool:
        """Whether terminfo has an erasure in the colour of the ground: that of GNU screen takes its own."""
        try:
            curses.setupterm(fd=SCREEN)
        except curses.error:
            return False
        return curses.tigetflag("bce") > 0 and curses.tigetstr("ech") is not None


def _raise(error: Exception) -> None:
    raise error
