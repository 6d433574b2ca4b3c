"""A bar of one line: what narrows the list, or the keys of the room with the last word that was said."""

from tuiapp.present.lines import Line
from tuiapp.present.rows import crop
from tuiapp.printable import cells
from tuiapp.widgets.lines import Drawn, LineView


class Bar(LineView):
    """Says one line, cut to its width."""

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
    """Says the keys that it has room for, none of them cut."""

    def lines(self, width: int, height: int) -> list[Drawn]:
        line = self._line
        while len(line) > 2 and sum(cells(text) for text, _ in line) > width:
            line = line[:-2]
        return [Drawn(crop(((" ", "plain"), *line), width), "bar")]
