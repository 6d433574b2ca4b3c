"""Textual's driver for terminals, writing as little as it can."""

from textual.drivers.linux_driver import LinuxDriver

from tuiapp.terminal.thrift import thrifty


class Driver(LinuxDriver):
    """Says no style twice."""

    def write(self, data: str) -> None:
        super().write(thrifty(data))
