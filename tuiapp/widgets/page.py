"""A page over the screen: text at full width without frames, so that a mouse can select it."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tuiapp.keys import bindings
from tuiapp.present.lines import Line, Paragraph
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.scrolling import TextView


class PageText(TextView):
    """The page's text."""

    BINDINGS = bindings("moving", "page")

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._lines: list[Line] = []

    def length(self) -> int:
        return len(self._lines)

    def lines(self, width: int, height: int) -> list[Drawn]:
        return [Drawn(line) for line in self._lines[self.top : self.top + height]]

    def on_resize(self, event: events.Resize) -> None:
        self._lines = [line for part in self._paragraphs for line in part.lines(max(self.size.width, 1))]
        super().on_resize(event)


class Page(Screen[None]):
    """Closed by the keys that close things."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._paragraphs = paragraphs

    def compose(self) -> ComposeResult:
        yield PageText(self._paragraphs)
