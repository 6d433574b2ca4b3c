"""Textual's driver for terminals, writing as little as it can."""

from textual.drivers.linux_driver import LinuxDriver

from tuiapp.terminal.thrift import thrifty

POINTER = "\x1b]22;"
"""Begins a shape for the mouse's pointer: there is no mouse here, and a console that does not know it prints it."""


class Driver(LinuxDriver):
    """Says no style twice."""

    def write(self, data: str) -> None:
        if not data.startswith(POINTER):
            super().write(thrifty(data))
