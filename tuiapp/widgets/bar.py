"""One-line bars: what narrows the list, and the footer with the keys or the latest notice."""

from tuiapp.present.lines import Line
from tuiapp.present.rows import crop
from tuiapp.printable import cells
from tuiapp.widgets.lines import Drawn, LineView


class Bar(LineView):
    """Shows one line, cut to its width."""

    def __init__(self, line: Line = (), name: str | None = None) -> None:
        super().__init__(id=name)
        self._line = line

    def say(self, line: Line) -> None:
        """Show another line."""
        if line != self._line:
            self._line = line
            self.redraw()

    def lines(self, width: int, height: int) -> list[Drawn]:
        return [Drawn(crop(((" ", "plain"), *self._line), width), "bar")]


class Footer(Bar):
    """Shows as many keys as fit, none of them cut."""

    def lines(self, width: int, height: int) -> list[Drawn]:
        line = self._line
        # One blank stands before the keys; the blanks behind the last one need no room.
        while len(line) > 2 and 1 + cells("".join(text for text, _ in line).rstrip()) > width:
            line = line[:-2]
        line = (*line[:-1], *((text.rstrip(), role) for text, role in line[-1:]))
        return [Drawn(crop(((" ", "plain"), *line), width), "bar")]
