"""The screen of the stand-in: what the guard cannot do for an App, and little else."""

import time
from collections.abc import Collection
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tuiapp import terminal

ROWS = [f"{number:03} Могилевлифтмаш поставит лифты в Самару" for number in range(200)]


class Lines(Widget):
    """The rows that contain the filter, the highlighted one marked and reversed; scrolls by pages."""

    DEFAULT_CSS = "Lines { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.rows = ROWS
        self.at = 0

    def narrow(self, text: str) -> None:
        self.rows = [row for row in ROWS if text.casefold() in row.casefold()]
        self.at = 0
        self.refresh()

    def move(self, by: int) -> None:
        self.at = max(0, min(len(self.rows) - 1, self.at + by))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        height = max(1, self.size.height)
        row = self.at // height * height + y
        here = row == self.at and row < len(self.rows)
        text = (">" if here else " ") + (self.rows[row] if row < len(self.rows) else "")
        return Strip([Segment(text, Style(reverse=here))]).adjust_cell_length(self.size.width, Style())


class Standin(App[None]):
    """`faults` as in `__main__`."""

    BINDINGS: ClassVar = [
        Binding("ctrl+q,ctrl+й", "quit", priority=True),
        Binding("ctrl+c", "clear", priority=True),
        Binding("ctrl+l", "repaint", priority=True),
        Binding("ctrl+z", "suspend", priority=True),
        Binding("f2", "fault", priority=True),
        Binding("down", "move(1)", priority=True),
        Binding("up", "move(-1)", priority=True),
        Binding("home", "move(-1000)", priority=True),
        Binding("end", "move(1000)", priority=True),
    ]
    CSS = "Input { border: none; height: 1; padding: 0; }"

    def __init__(self, guard: terminal.Guard, faults: Collection[str]) -> None:
        super().__init__()
        self.guard = guard
        self.faults = faults

    def compose(self) -> ComposeResult:
        entry = Input(placeholder="filter", max_length=200)
        entry.cursor_blink = False
        yield entry
        yield Lines()

    def on_mount(self) -> None:
        # https://github.com/Textualize/textual/issues/6298: without this the screen is blank after `fg`.
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.action_repaint))
        if "late" in self.faults:
            self.call_after_refresh(self.exit)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self.query_one(Lines).narrow(event.value)

    def action_clear(self) -> None:
        self.query_one(Input).value = ""

    def action_repaint(self) -> None:
        self.refresh(layout=True)

    def action_move(self, by: int) -> None:
        self.query_one(Lines).move(by)

    def action_suspend(self) -> None:
        if self.guard.can_suspend:
            with self.suspend():
                terminal.stop_job()

    def action_fault(self) -> None:
        if "raise" in self.faults:
            raise RuntimeError("a fault on demand")
        if "block" in self.faults:
            time.sleep(30)
