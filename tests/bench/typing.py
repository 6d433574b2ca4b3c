"""Times a typed letter until the screen is at rest, compared with fzf on the same lines and with a bare Textual app.

    python -m tests.bench.typing [SIZES]

All three run in pseudo-terminals of 80×24, in turn, in one run. The words are typed letter by letter; the time of a
letter counts from the byte sent to the last byte received before a pause. The bare app has an Input and a virtual list,
which it repaints for every letter at Textual's default frame rate, and does not search.
"""

import os
import pty
import select
import signal
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench import fzf
from tests.bench.search import lines, make

SIZES = (1_000, 100_000)
WORDS = {"names": ("могил", "завод", "сталь", "прибор"), "rewritten": ("vjubk", "pfdjl")}
"""Words as the names are spelled, and words typed on the other layout, for which fzf quickly finds nothing. Each is
used once and no two share a beginning, since fzf caches earlier results."""

EXPLORER = """
import sys
from msgspec.structs import replace
from tests.bench.search import make
from tuiapp.view import View
from tuiapp import terminal
from tuiapp.snapshot import Snapshot, Question
from tuiapp.model import Article, Region
from tuiapp.dates import Date
model = make(int(sys.argv[1]))
article = Article(id="a", title="t", publisher="p", published=Date("2025-09-30"), language="ru")
regions = {name: Region(name=name) for name in "abcd"}
ready = Snapshot(replace(model, articles=(article,), starts=(0,), regions=regions), gradual=True)
terminal.prepare()
from tuiapp.app import Tuiapp
Tuiapp(View.begun(ready, Question())).run(mouse=False)
"""

BARE = """
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input
from rich.segment import Segment
class Rows(ScrollView):
    words = ""
    def on_mount(self):
        self.virtual_size = Size(70, 100000)
    def render_line(self, y):
        return Strip([Segment(f"{self.words} строка {y + self.scroll_offset.y}".ljust(70))])
class Bare(App):
    def compose(self):
        words = Input()
        words.cursor_blink = False  # it would never be at rest
        yield words
        yield Rows(can_focus=False)
    def on_input_changed(self, event):
        rows = self.query_one(Rows)
        rows.words = event.value
        rows.refresh()
Bare().run(mouse=False)
"""


class Screen:
    """A program behind a pseudo-terminal."""

    def __init__(self, argv: list[str], environment: dict[str, str]) -> None:
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.environ.update(environment, TERM="xterm-256color")
            termios.tcsetwinsize(0, (24, 80))
            os.execvp(argv[0], argv)

    def until_rest(self, rest: float) -> float:
        """Wait for `rest` seconds of silence; return the time of the last byte before it."""
        last = time.perf_counter()
        while select.select([self.terminal], [], [], rest)[0]:
            os.read(self.terminal, 1 << 16)
            last = time.perf_counter()
        return last

    def type(self, text: str, rest: float) -> float:
        """Type `text`; return the milliseconds to the last byte of the repaint."""
        began = time.perf_counter()
        os.write(self.terminal, text.encode())
        return (self.until_rest(rest) - began) * 1000

    def end(self) -> None:
        """Kill the program and close its terminal."""
        os.kill(self.child, signal.SIGKILL)
        os.close(self.terminal)
        os.waitpid(self.child, 0)


@contextmanager
def programs(size: int) -> Iterator[dict[str, Screen]]:
    """The three programs, started and at rest."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "lines"
        text.write_text("\n".join(lines(make(size))), encoding="utf-8")
        python = [sys.executable, "-c"]
        screens = {
            "tuiapp": Screen([*python, EXPLORER, str(size)], {}),
            "fzf": Screen(["sh", "-c", f"exec '{fzf.program()}' < '{text}'"], {}),
            "bare": Screen([*python, BARE], {"TEXTUAL_FPS": "60"}),
        }
        # The explorer sends its first byte once its model is loaded.
        select.select([screens["tuiapp"].terminal], [], [])
        for screen in screens.values():
            screen.until_rest(2)
        screens["tuiapp"].type("/", 1)
        try:
            yield screens
        finally:
            for screen in screens.values():
                screen.end()


def measured(screens: dict[str, Screen], words: tuple[str, ...], rest: float) -> dict[str, float]:
    """The median milliseconds per letter, for each program."""
    times: dict[str, list[float]] = {name: [] for name in screens}
    for word in words:
        for name, screen in screens.items():
            times[name] += [screen.type(letter, rest) for letter in word]
            screen.type("\x15", rest)
    return {name: median(taken) for name, taken in times.items()}


def main() -> None:
    """Print a table for each size."""
    for size in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        print(f"{size:,} items{'tuiapp':>13}{'fzf':>13}{'bare':>13}{'to fzf':>9}{'to bare':>9}")  # noqa: T201
        with programs(size) as screens:
            for kind, words in WORDS.items():
                ours, theirs, bare = measured(screens, words, 0.6 if size >= 100_000 else 0.3).values()
                row = f"{kind:12}{ours:10.1f} ms{theirs:10.1f} ms{bare:10.1f} ms{ours / theirs:9.2f}{ours / bare:9.2f}"
                print(row)  # noqa: T201


if __name__ == "__main__":
    main()
