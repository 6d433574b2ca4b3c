"""The quote of the selected item, with its speaker, its evidence and the translation."""

from collections.abc import Sequence

from tuiapp.keys import bindings
from tuiapp.present.lines import Line, Paragraph
from tuiapp.printable import cells
from tuiapp.signs import sign
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.scrolling import TextView


class QuotePanel(TextView):
    """A fixed heading, and text under it that scrolls."""

    BINDINGS = bindings("rooms") + bindings("moving", on="screen")

    def __init__(self) -> None:
        super().__init__()
        self._heading: Line = ()
        self._content: Sequence[Paragraph] = ()
        self._lines: list[Line] = []
        self._width = 0
        """The width that the content is wrapped to; 0 if it is not wrapped yet."""

    def show(self, heading: Line, content: Sequence[Paragraph]) -> None:
        """Show another quote, from its beginning."""
        self._heading, self._content = heading, content
        self.top = 0
        self._width = 0
        self.redraw()

    def length(self) -> int:
        return len(self._lines) + 1

    def lines(self, width: int, height: int) -> list[Drawn]:
        """A horizontal rule with the heading and the number of lines below the visible ones; then the visible lines."""
        if width != self._width:
            self._width = width
            self._lines = [line for part in self._content for line in part.lines(max(width - 2, 1))]
            self.top = self.within(self.top, height)
        shown = self._lines[self.top : self.top + height - 1]
        below = len(self._lines) - self.top - len(shown)
        return [self._rule(width, below), *(Drawn(((" ", "plain"), *line)) for line in shown)]

    def _rule(self, width: int, below: int) -> Drawn:
        more = f"+{below} {sign('more')} " if below else ""
        line = ((sign("rule") * 2 + " ", "dim"), *self._heading, (" ", "plain")) if self._heading else ()
        # Put the number of lines right after the heading. A changed line is sent from its left edge to its last change,
        # so at the right end of the rule a new number would send the whole rule again.
        line += ((more, "dim"),)
        rest = width - sum(cells(text) for text, _ in line)
        return Drawn((*line, (sign("rule") * max(rest, 0), "dim")))
