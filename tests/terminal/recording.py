"""The program, but from the first Ctrl+L on it records the actions of keys instead of running them.

`python -m tests.terminal.recording FILE [ARGUMENT…]`
"""

import sys
from typing import Any

from tuiapp import cli, terminal

prepare = terminal.prepare


def prepare_and_record() -> terminal.Guard:
    """Do what the program does before it imports Textual, then install the recording."""
    guard = prepare()
    from tuiapp.app import Tuiapp

    do = Tuiapp.run_action
    recording = False

    async def record(app: Tuiapp, action: str, *arguments: Any) -> bool:
        nonlocal recording
        if not recording:
            recording = action == "app.redraw"
            return await do(app, action, *arguments)
        with open(sys.argv[1], "a", encoding="utf-8") as file:
            file.write(f"{action}\n")
        return True

    Tuiapp.run_action = record  # type: ignore[assignment, method-assign]
    return guard


if __name__ == "__main__":
    terminal.prepare = prepare_and_record
    sys.exit(cli.main(sys.argv[2:]))
