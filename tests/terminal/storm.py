"""Random storms of keys, pastes, sequences, sizes and signals; after each, the screen must be that of a fresh start.

`python -m tests.terminal.storm [--minutes N] [--seed N] [--items N] [--restricted]` runs one seed after the other for N
minutes. It prints each storm that the program fails, reduced to the steps that are needed.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .large import Large
from .modes import modes_left_on
from .program import PROGRAM, environment, wait_ready
from .session import MODERN, SILENT, Terminal

STEPS = 120
QUIT_WITHIN = 2.0
"""Seconds that Ctrl+Q may take after a storm."""
SIZES = [
    (1, 1),
    (2, 2),
    (3, 1),
    (10, 3),
    (20, 5),
    (40, 9),
    (60, 20),
    (80, 24),
    (109, 30),
    (120, 36),
    (200, 50),
    (640, 100),
]
TOGGLES = ("", "L", "w", "Lw")
"""The keys that switch language and rewriting back: a storm may have switched either."""


class Step(NamedTuple):
    """One event of a storm."""

    kind: str
    """`send`, `size`, `wait` or `stop` (SIGSTOP, then SIGCONT after `seconds`)."""
    data: bytes = b""
    size: tuple[int, int] = (0, 0)
    seconds: float = 0.0


KEYS = [
    *(f"\x1b[{letter}".encode() for letter in "ABCDFHZ"),
    *(f"\x1b[{number}~".encode() for number in (1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 17, 20)),
    *(f"\x1bO{letter}".encode() for letter in "ABPQRS"),
    *(bytes([code]) for code in b"\r\r\t\x1b\x1b\x7f\x10\x10\x0c\x1a\x15\x17\x0e "),
    *(b"\x1b[1;5A", b"\x1b[1083::107;1u", b"\x1b[97;1:3u"),
]
LETTERS = [*"abcdefghijklmnoprstuvwxyz/?:[]GLN059", *"абвгдеёжзиклмнопрстуфхцчшщъыьэюяіў.,"]
"""Without q and its twin on Cyrillic layouts, which may quit."""
WORDS = ["лифт", "lift", "vjubktd", "sector:", "минский завод"]
PARTS = [
    *(b"\x1b[", b"\x1b", b"\x1bO", b"\x1b]", b"\x1b]11;", b"\x1bP", b"\x1bP1", b"\x1b\\", b"\x07", b"~", b"u", b";"),
    *(b":", b"<", b"\x1b[M", b"\x1b[?", b"$y", b"\x1b[200~", b"\x1b[201~", b"t", b"R", b"M", b"1", b"48", b"5", b"97"),
    *(b"99999999", b"\xff", b"\x00", "ж".encode()[:1]),
]
REPORTS = [
    *(b"\x1b[48;24;80;0;0t", b"\x1b[48;5000;5000;1;1t", b"\x1b[48;1;1;1;1t", b"\x1b[?2048;2$y", b"\x1b[<0;5;5M"),
    *(b"\x1b[<64;1;1M", b"\x1b[I", b"\x1b[O", b"\x1b[5;10R", b"\x1b[?62;22c", b"\x1b]11;rgb:1/1/1\x07"),
]


def storm(seed: int, steps: int = STEPS) -> list[Step]:
    """The storm of this seed, always the same."""
    chance = random.Random(seed)
    kinds: list[tuple[int, Callable[[random.Random], Step]]] = [
        (30, lambda chance: Step("send", chance.choice(KEYS))),
        (20, lambda chance: Step("send", chance.choice(LETTERS + WORDS).encode())),
        (6, _packet),
        (6, lambda chance: Step("send", b"".join(chance.choices(PARTS, k=chance.randint(1, 12))))),
        (4, lambda chance: Step("send", chance.choice(REPORTS))),
        (3, lambda chance: Step("send", b"\x1b[200~" + chance.choice(WORDS).encode() * 50 + b"\x1b[201~")),
        (2, lambda chance: Step("send", chance.choice(KEYS) * chance.choice((50, 2000)))),
        (6, lambda chance: Step("size", size=chance.choice(SIZES))),
        (3, lambda chance: Step("size", size=(chance.randint(1, 220), chance.randint(1, 60)))),
        (12, lambda chance: Step("wait", seconds=chance.choice((0.01, 0.05, 0.3)))),
        (3, lambda chance: Step("stop", seconds=chance.choice((0.0, 0.02, 0.1)))),
    ]
    weights = [weight for weight, _ in kinds]
    return [chance.choices(kinds, weights)[0][1](chance) for _ in range(steps)]


def _packet(chance: random.Random) -> Step:
    """Keys and letters in one packet, as over a slow connection."""
    keys = [chance.choice(KEYS) if chance.random() < 0.6 else chance.choice(LETTERS).encode() for _ in range(8)]
    return Step("send", b"".join(keys))


class Fresh(NamedTuple):
    """The screen of the program after a fresh start, and the command that starts it."""

    argv: Sequence[str]
    lines: list[str]


@cache
def fresh(*argv: str) -> Fresh:
    """Start `argv` once and keep its screen."""
    with Terminal(argv, environment()) as terminal:
        wait_ready(terminal)
        return Fresh(argv, terminal.lines())


def weather(start: Fresh, steps: Sequence[Step], modern: bool) -> str:
    """Run `steps`; return what is wrong afterwards, or the empty string."""
    with Terminal(start.argv, environment(), answers=MODERN if modern else SILENT) as terminal:
        wait_ready(terminal)
        try:
            for step in steps:
                if terminal._has_ended():
                    break
                _happen(terminal, step)
            wrong = "" if terminal._has_ended() else _wrong(terminal, start)
        except (AssertionError, OSError) as error:
            wrong = f"{type(error).__name__}: {error}"
        # If the program has ended meanwhile, that explains whatever the screen shows.
        return _ended(terminal) if terminal._has_ended() else wrong


def _happen(terminal: Terminal, step: Step) -> None:
    if step.kind == "send":
        terminal.send(step.data)
    elif step.kind == "size":
        terminal.resize(*step.size)
    elif step.kind == "stop":
        os.kill(terminal.pid, signal.SIGSTOP)
        time.sleep(step.seconds)
        os.kill(terminal.pid, signal.SIGCONT)
    time.sleep(step.seconds)


def _ended(terminal: Terminal) -> str:
    """What is wrong with the end of the program: a storm may quit from the palette; any other end is a fault."""
    # Wait until all output has been read.
    terminal._reader.join(10)
    left = modes_left_on(terminal.since())
    return f"ended with {terminal.status}, {left} left on:\n{terminal.text()}" if terminal.status or left else ""


def _wrong(terminal: Terminal, start: Fresh) -> str:
    # After a silence unfinished sequences are given up; then send a key that only removes a notice.
    terminal.send(b"\x1b[201~")
    terminal.settle(2.3, timeout=30)
    terminal.press(b"\x1b[20~")
    before = terminal.lines()
    terminal.press(b"\x0c")
    if terminal.lines() != before:
        return "another screen after Ctrl+L:\n" + "\n".join(before) + "\n\n" + terminal.text()
    terminal.resize(80, 24)
    terminal.settle()
    # From the quote, the list can be reached only through another room.
    for key in (b"\x03", b"\x1b", b"\x1b", b"c", b"f", b"\x1b", b"G", b"g"):
        terminal.press(key, 0.3)
    for toggles in TOGGLES:
        for letter in toggles:
            terminal.press(letter)
        if terminal.lines() == start.lines:
            return _quits(terminal)
        for letter in toggles:
            terminal.press(letter)
    return f"another screen than a fresh start's:\n{terminal.text()}"


def _quits(terminal: Terminal) -> str:
    terminal.send(b"\x11")
    terminal.wait_end(QUIT_WITHIN)
    return _ended(terminal)


def shrunk(steps: Sequence[Step], fails: Callable[[Sequence[Step]], str]) -> Sequence[Step]:
    """The steps reduced as far as they still fail, by dropping halves, quarters and so on, after Zeller's ddmin."""
    size = len(steps) // 2
    while size:
        at = 0
        while at < len(steps):
            fewer = [*steps[:at], *steps[at + size :]]
            if fails(fewer):
                steps = fewer
            else:
                at += size
        size //= 2
    return steps


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--items", type=int, default=0, help="of a model made for this; 0: the article it ships with")
    parser.add_argument("--restricted", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        argv = [*PROGRAM, *["--restricted"] * options.restricted]
        if options.items:
            argv.append(str(Large(options.items).write(Path(folder))))
        start = fresh(*argv)
        end = time.monotonic() + 60 * options.minutes
        seed = options.seed
        while time.monotonic() < end:
            if not _stands(start, seed):
                return 1
            seed += 1
    sys.stdout.write(f"{seed - options.seed} storms of {STEPS} steps stood\n")
    return 0


def _stands(start: Fresh, seed: int) -> bool:
    """Whether the program survives the storm of this seed; if not, print what is wrong and the steps needed."""

    def fails(steps: Sequence[Step]) -> str:
        return weather(start, steps, modern=seed % 2 == 0)

    steps = storm(seed)
    if not (wrong := fails(steps)):
        return True
    # Print it before the reduction, which takes minutes.
    sys.stdout.write(f"seed {seed}: {wrong}\n")
    sys.stdout.flush()
    sys.stdout.writelines(f"{step}\n" for step in shrunk(steps, fails))
    return False


if __name__ == "__main__":
    sys.exit(main())
