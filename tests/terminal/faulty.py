"""The program with a fault on Ctrl+L: `raise` an exception, or `block` the event loop for 30 s; or on any key, in
the `thread` that reads them.

`python -m tests.terminal.faulty FAULT [ARGUMENT…]`
"""

import sys
import time
from typing import Any

from tuiapp import cli, terminal

wrap_textual = terminal.wrap_textual


def wrap_and_break() -> None:
    """What the program calls once Textual is imported, and then the fault."""
    wrap_textual()
    from tuiapp.app import Tuiapp

    if sys.argv[1] == "thread":
        from textual._xterm_parser import XTermParser

        XTermParser.feed = fault  # type: ignore[assignment, method-assign]
    Tuiapp.action_redraw = fault  # type: ignore[assignment, method-assign]


def fault(*_: Any) -> None:
    if sys.argv[1] == "block":
        time.sleep(30)
    raise RuntimeError("a fault on demand")


if __name__ == "__main__":
    terminal.wrap_textual = wrap_and_break
    sys.exit(cli.main(sys.argv[2:]))
