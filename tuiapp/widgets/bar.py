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
        line: Line = ((" ", "plain"), *self._line)
        # The blanks behind the last key need no room.
        while len(line) > 3 and cells("".join(text for text, _ in line).rstrip()) > width:
            line = line[:-2]
        last = tuple((text.rstrip(), role) for text, role in line[-1:])
        return [Drawn(crop((*line[:-1], *last), width), "bar")]
