"""Many guests at once: whether each gets its screen, the memory of each, and how fast keys are answered.

    python -m tests.bench.guests [GUESTS]

Each guest is an ssh client with its own terminal, logged in to an sshd on loopback with the settings of docs/ssh.md.
The clients and the terminal emulators run on the same cores, so the programs do not have all cores to themselves.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.terminal.guests.login import fitted, model_of_the_host, running, settings
from tests.terminal.program import environment, row, wait_ready
from tests.terminal.session import Terminal
from tests.terminal.ssh import Server

ROUNDS = 10
KEYS = (b"\x1b[B", b"\x1b[A")
REST = 2.0
"""Seconds after which a key counts as unanswered."""


def memory(pid: int, name: str) -> float:
    """Megabytes of memory of a process by the measure `name`; `Pss` counts a page of n processes as 1/n. Linux."""
    for line in Path("/proc", str(pid), "smaps_rollup").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise ValueError(name)


def press(terminals: Sequence[Terminal], key: bytes, apart: float) -> list[float]:
    """Press `key` on each terminal in turn; return the seconds to the last byte of each repaint."""
    sent = []
    for terminal in terminals:
        mark = terminal.mark()
        sent.append((terminal, mark, terminal.send(key)))
        time.sleep(apart)
    time.sleep(REST)
    return [terminal.settle(0) - at if terminal.mark() > mark else float("inf") for terminal, mark, at in sent]


def report(what: str, values: Sequence[float], unit: str) -> None:
    """Print one row of the table."""
    ordered = sorted(values)
    p95 = ordered[round(0.95 * (len(ordered) - 1))]
    print(f"{what:42} {statistics.median(ordered):8.1f} {p95:8.1f} {ordered[-1]:8.1f}  {unit}")  # noqa: T201


def in_ms(press_all: Callable[[bytes], list[float]]) -> list[float]:
    return [seconds * 1000 for at in range(ROUNDS) for seconds in press_all(KEYS[at % len(KEYS)])]


def main(guests: int) -> None:
    """Start the guests, measure, and print the table."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        model = model_of_the_host(folder)
        server = Server(fitted(settings(), "-m tuiapp", model))
        stack.callback(server.close)
        began = time.monotonic()
        argv, env = server.client(), environment()
        terminals = [stack.enter_context(Terminal(argv, env)) for _ in range(guests)]
        for terminal in terminals:
            terminal.wait_until(lambda terminal=terminal: row(terminal), 120)  # type: ignore[misc]
        painted = time.monotonic() - began
        for terminal in terminals:
            wait_ready(terminal)
        pids = running(str(model))
        screens = [row(terminal) for terminal in terminals]
        print(f"{guests} guests came at once; {len(pids)} programs; the last screen after {painted:.1f} s")  # noqa: T201
        press(terminals[::2], KEYS[0], 0)
        moved = [row(terminal) != before for terminal, before in zip(terminals, screens, strict=True)]
        assert moved == [at % 2 == 0 for at in range(guests)], "each has a screen of its own"
        press(terminals[::2], KEYS[1], 0)
        print(f"{'':42} {'median':>8} {'p95':>8} {'worst':>8}")  # noqa: T201
        report("a key a second each, to the last byte", in_ms(lambda key: press(terminals, key, 1 / guests)), "ms")
        report("a key of all at the same moment", in_ms(lambda key: press(terminals, key, 0)), "ms")
        report("proportional set size", [memory(pid, "Pss") for pid in pids], "MB")
        report("resident set size", [memory(pid, "Rss") for pid in pids], "MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
