"""What every room is drawn with: lines of runs, of which only those that changed go out to the terminal.

Stock widgets repaint regions, 15 kB for one `down` at 80×24; two changed lines of this one are some 200 bytes.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tuiapp.present.lines import Line, Role

Ground = Literal["", "cursor", "bar"]
"""What a whole line stands on: the room's own ground, the cursor's, or a bar's."""


class Drawn(NamedTuple):
    """One line of a room."""

    line: Line
    ground: Ground = ""


class LineView(Widget):
    """A room that says what its lines are; subclasses give `lines` and call `redraw` when something changed."""

    COMPONENT_CLASSES = {
        "line--dim", "line--title", "line--match", "line--quote", "line--good", "line--warn", "line--bad",
        "line--added", "line--removed", "line--mark", "line--key", "line--picked", "line--cursor", "line--bar",
    }  # fmt: skip

    DEFAULT_CSS = """
    LineView {
        .line--dim { color: $foreground-muted; }
        .line--title { text-style: bold; }
        .line--match { color: $accent; text-style: bold underline; }
        .line--quote { color: $foreground; }
        .line--good { color: $success; }
        .line--warn { color: $warning; }
        .line--bad { color: $error; text-style: bold; }
        .line--added { color: $success; text-style: underline; }
        .line--removed { color: $error; text-style: underline; }
        .line--mark { background: $primary; color: $background; text-style: bold; }
        .line--key { color: $accent; }
        .line--picked { color: $accent; text-style: bold; }
        .line--cursor { background: $cursor-resting; text-style: bold; }
        .line--bar { background: $panel; }
        &:focus .line--cursor { background: $cursor-here; }
    }
    """

    _drawn: Sequence[Drawn] = ()

    def lines(self, width: int, height: int) -> Sequence[Drawn]:
        """The lines that fill the room now, at most `height`; missing ones are blank."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Take the lines anew and send those that changed."""
        width, height = self.size
        before, self._drawn = self._drawn, self.lines(width, height) if width and height else ()
        rows = max(len(before), len(self._drawn))
        changed = [y for y in range(rows) if before[y : y + 1] != self._drawn[y : y + 1]]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def on_resize(self, _: events.Resize) -> None:
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """Line `y` of the room, styled, exactly as wide as the room."""
        line, ground = self._drawn[y] if y < len(self._drawn) else Drawn(())
        base = self.rich_style
        if ground:
            base += self.get_component_rich_style(f"line--{ground}", partial=True)
        segments = [Segment(text, base + self._style(role)) for text, role in line]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _style(self, role: Role) -> Style:
        if role == "plain":
            return Style.null()
        return self.get_component_rich_style(f"line--{role}", partial=True)
