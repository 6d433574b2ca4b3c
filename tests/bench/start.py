"""Times the start until the list is on the screen: the explorer with its article, compared with a bare Textual app.

    python -m tests.bench.start [ROUNDS]

Each runs in its own pseudo-terminal of 80×24, in turn; the time counts from the start of the process until its last row
was read from the terminal. The bare app has only an Input and an OptionList of eleven rows.
"""

import os
import pty
import signal
import statistics
import sys
import termios
import time
from pathlib import Path

BARE = """
from textual.app import App
from textual.widgets import Input, OptionList
class Bare(App):
    def compose(self):
        yield Input()
        yield OptionList(*(f"row {n}" for n in range(10)), "last row")
Bare().run(mouse=False)
"""


def until(argv: list[str], wanted: bytes) -> float:
    """Seconds from the start of `argv` until its output has `wanted`."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", TEXTUAL_FPS="500")
        termios.tcsetwinsize(0, (24, 80))
        os.execv(argv[0], argv)
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 65536)
    took = time.perf_counter() - began
    os.kill(child, signal.SIGKILL)
    os.close(terminal)
    os.waitpid(child, 0)
    return took


def main(rounds: int) -> None:
    """Print both medians and their ratio."""
    runs: dict[str, tuple[list[str], bytes]] = {
        "tuiapp": ([str(Path(sys.executable).with_name("tuiapp")), "--lang", "en"], b"Engines for"),
        "bare": ([sys.executable, "-c", BARE], b"last row"),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (argv, wanted) in runs.items():
            times[name].append(until(argv, wanted))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:8} {median * 1000:7.1f} ms")  # noqa: T201
    print(f"ratio    {medians['tuiapp'] / medians['bare']:7.2f}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
