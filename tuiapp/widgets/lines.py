"""What every room is drawn with: lines of runs, of which only those that changed go out to the terminal.

Stock widgets repaint regions, 15 kB for one `down` at 80×24; two changed lines of this one are some 200 bytes.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tuiapp.present.lines import Line
from tuiapp.theme import Ground, styles


class Drawn(NamedTuple):
    """One line of a room."""

    line: Line
    ground: Ground = ""


class LineView(Widget):
    """A room that says what its lines are; subclasses give `lines` and call `redraw` when something changed."""

    _drawn: Sequence[Drawn] = ()
    _drawn_at: Size | None = None
    """The size that the lines were taken for."""

    def lines(self, width: int, height: int) -> Sequence[Drawn]:
        """The lines that fill the room now, at most `height`; missing ones are blank."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Take the lines anew and send those that changed."""
        if not self.display:
            self._drawn_at = None
            return
        before, resized = self._drawn, self._drawn_at != self.size
        self._take()
        rows = max(len(before), len(self._drawn))
        changed = [y for y in range(rows) if before[y : y + 1] != self._drawn[y : y + 1]]
        if changed and not resized:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _take(self) -> None:
        self._drawn_at = self.size
        self._drawn = self.lines(*self.size) if self.size else ()

    def on_focus(self) -> None:
        self._refresh_cursor()

    def on_blur(self) -> None:
        self._refresh_cursor()

    def _refresh_cursor(self) -> None:
        """The cursor's line looks otherwise where another room is used."""
        here = [y for y, drawn in enumerate(self._drawn) if drawn.ground == "cursor"]
        if here:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in here))

    def render_line(self, y: int) -> Strip:
        """Line `y` of the room, styled, exactly as wide as the room."""
        if self._drawn_at != self.size:
            self._take()
        line, ground = self._drawn[y] if y < len(self._drawn) else Drawn(())
        if ground == "cursor" and not self.has_focus:
            ground = "resting"
        palette = styles(self.app.theme, self.app.no_color)
        segments = [Segment(text, palette[ground, role]) for text, role in line]
        return Strip(segments).adjust_cell_length(self.size.width, palette[ground, "plain"])
