"""The program with a fault: on Ctrl+L `raise` an exception or `block` the event loop for 30 s, or on any key raise one
in the reading `thread`.

`python -m tests.terminal.faulty FAULT [ARGUMENT…]`
"""

import sys
import time
from typing import Any

from tuiapp import cli, terminal

prepare = terminal.prepare


def prepare_and_break() -> terminal.Guard:
    """Do what the program does before it imports Textual, then install the fault."""
    guard = prepare()
    from tuiapp.app import Tuiapp

    if sys.argv[1] == "thread":
        from tuiapp.terminal.keyboard import Keyboard

        Keyboard.feed = fault  # type: ignore[assignment, method-assign]
    Tuiapp.action_redraw = fault  # type: ignore[assignment, method-assign]
    return guard


def fault(*_: Any) -> None:
    if sys.argv[1] == "block":
        time.sleep(30)
    raise RuntimeError("a fault on demand")


if __name__ == "__main__":
    terminal.prepare = prepare_and_break
    sys.exit(cli.main(sys.argv[2:]))
