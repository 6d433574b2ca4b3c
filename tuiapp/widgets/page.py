"""A page on top of the main screen: text at full width without borders, so that the mouse can select it."""

from collections.abc import Sequence

from textual.app import ComposeResult

from tuiapp.keys import bindings
from tuiapp.present.lines import Line, Paragraph
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.overlay import Overlay
from tuiapp.widgets.scrolling import TextView


class PageText(TextView):
    """The page's text."""

    BINDINGS = bindings("moving", "page")

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._lines: list[Line] = []
        self._width = 0

    def length(self) -> int:
        return len(self._lines)

    def lines(self, width: int, height: int) -> list[Drawn]:
        if width != self._width:
            self._width = width
            self._lines = [line for part in self._paragraphs for line in part.lines(width)]
            self.top = self.within(self.top, height)
        return [Drawn(line) for line in self._lines[self.top : self.top + height]]


class Page(Overlay):
    """A screen with one text."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._paragraphs = paragraphs

    def compose(self) -> ComposeResult:
        yield PageText(self._paragraphs)
