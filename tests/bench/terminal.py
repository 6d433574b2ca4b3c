"""Measures the program over a connection, and the faults that it survives: the tables of docs/terminal.md.

    python -m tests.bench.terminal [--write] [--without-faults]

The bytes that arrive at the terminal, from us and from fzf on the same two hundred rows with the quote as its preview;
the time from a key to the last byte of its repaint over a real ssh connection to this machine; and the faults that
`tests/terminal` provokes, counted by running it. `--write` writes the output to docs/terminal.md.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

from tests.terminal import fzf, sizes
from tests.terminal.large import SIZE, Large
from tests.terminal.program import DOWN, PROGRAM, ROOT, environment, to_filter, wait_ready
from tests.terminal.session import Terminal
from tests.terminal.ssh import NoServerError, Server, remotely

PAGE = ROOT / "docs" / "terminal.md"
KEYS = 200
LANG = "ru_RU.UTF-8"
Ready = Callable[[Terminal], None]
Row = Sequence[object]


def table(head: Row, rows: Sequence[Row]) -> str:
    """A table in Markdown, with all columns but the first aligned right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


class Peers:
    """The commands of the program and, if installed, of fzf, on the same items."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._large = folder, Large()
        self._model = self._large.write(folder)

    def __call__(self, cols: int) -> Iterator[tuple[str, list[str], Ready, bool]]:
        """For each: name, command, the function that waits for its first screen, and whether letters need `/` first."""
        yield "tuiapp", [*PROGRAM, str(self._model)], wait_ready, True
        if found := fzf.installed():
            yield "fzf", fzf.command(found, self._large, self._folder, cols), self._fzf_ready, False

    def _fzf_ready(self, terminal: Terminal) -> None:
        fzf.wait_ready(terminal, self._large)


def bytes_table(peers: Peers) -> str:
    """The table of bytes of the first screen and of each key."""
    rows: list[Row] = []
    for cols, lines in ((80, 24), (200, 50)):
        for name, argv, ready, filtered in peers(cols):
            with Terminal(argv, environment(LANG=LANG), cols=cols, rows=lines) as terminal:
                ready(terminal)
                paint = len(terminal.since())
                found = [sizes.downs(terminal), sizes.pages(terminal)]
                if filtered:
                    terminal.press(b"g")
                    to_filter(terminal)
                found.append(sizes.letters(terminal))
            rows.append([f"{name}, {cols}×{lines}", paint, *(f"{median(each):.0f} ({max(each)})" for each in found)])
    return table(["median (most), in bytes", "first screen", "`down`", "page down", "a letter"], rows)


def latency_table(peers: Peers) -> str:
    """The table of milliseconds from a key to the last byte of its repaint over ssh."""
    rows: list[Row] = []
    with server() as made:
        for cols, lines in ((80, 24), (200, 50)):
            for name, argv, ready, _ in peers(cols):
                times = timed(made, argv, ready, cols, lines)
                rows.append([f"{name}, {cols}×{lines}", f"{median(times):.1f}", f"{quantiles(times, n=20)[-1]:.1f}"])
    return table([f"`down`, {KEYS} keys, in ms", "median", "p95"], rows)


@contextmanager
def server() -> Iterator[Server]:
    made = Server()
    try:
        yield made
    finally:
        made.close()


def timed(made: Server, argv: Sequence[str], ready: Ready, cols: int, lines: int) -> list[float]:
    """Milliseconds from each of many `down` keys to the last byte of its repaint."""
    remote = remotely(argv, **{name: environment(LANG=LANG)[name] for name in ("PYTHONPATH", "LANG")})
    with Terminal(made.client(remote), environment(LANG=LANG), cols=cols, rows=lines) as terminal:
        ready(terminal)
        return [_time(terminal) for _ in range(KEYS - 1)]


def _time(terminal: Terminal) -> float:
    time.sleep(0.05)
    sent = terminal.send(DOWN)
    return (terminal.settle(sizes.REST) - sent) * 1000


def faults_table() -> str:
    """The table of the tests in each module of tests/terminal, and how many passed."""
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "tests/terminal"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    results = re.findall(r"^(PASSED|FAILED|ERROR) ([\w/]+)\.py", done.stdout, re.MULTILINE)
    skipped = re.findall(r"^SKIPPED \[(\d+)\] ([\w/]+)\.py", done.stdout, re.MULTILINE)
    groups = sorted({group for _, group in results} | {group for _, group in skipped})
    rows: list[Row] = []
    for group in groups:
        ran = [result for result, name in results if name == group]
        left_out = sum(int(number) for number, name in skipped if name == group)
        rows.append([_subject(group), len(ran), ran.count("PASSED"), left_out])
    rows.append(["all", *(sum(int(str(row[at])) for row in rows) for at in (1, 2, 3))])
    return table(["what", "run", "passed", "left out here"], rows)


def _subject(group: str) -> str:
    """The first sentence of the docstring of the test module at the path `group`."""
    said = " ".join((import_module(group.replace("/", ".")).__doc__ or group).split())
    return re.split(r"\.(?:\s|$)", said)[0]


def report(faults: bool) -> Iterator[str]:
    """The page, piece by piece."""
    yield "# Over a line\n\n"
    yield f"Made by `.venv/bin/python -m tests.bench.terminal --write`: {SIZE} items in Russian, "
    yield "`TERM=xterm-256color`, fzf with the quote as its preview.\n\n"
    with tempfile.TemporaryDirectory() as folder:
        peers = Peers(Path(folder))
        yield f"## Bytes that a key brings\n\n{bytes_table(peers)}\n"
        yield "## From a key to the last byte of its repaint, over ssh on this machine\n\n"
        try:
            yield f"{latency_table(peers)}\n"
        except NoServerError as reason:
            yield f"Not measured: {reason}\n\n"
    if faults:
        yield "## Terminal tests\n\n"
        yield "Each row is a file of `tests/terminal`: how many of its tests were run, and how many passed.\n\n"
        yield faults_table()


def main() -> None:
    """Print the page; with --write also store it."""
    parser = argparse.ArgumentParser(description="The tables of docs/terminal.md.")
    parser.add_argument("--write", action="store_true", help="write them there as well")
    parser.add_argument("--without-faults", action="store_true", help="leave out the suite, which takes minutes")
    options = parser.parse_args()
    said = ""
    for piece in report(not options.without_faults):
        print(piece, end="", flush=True)  # noqa: T201
        said += piece
    if options.write:
        PAGE.write_text(said, encoding="utf-8")


if __name__ == "__main__":
    main()
