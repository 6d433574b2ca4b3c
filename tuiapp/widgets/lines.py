"""The base of the rooms: it draws lines of styled runs, and sends only changed lines to the terminal.

A room is one pane of the screen, such as the facets, the list of items, the quote or a bar.

Textual's own widgets repaint regions, 15 kB for one `down` at 80×24; two changed lines here take about 200 bytes. A
change of style costs 28 bytes, as much as a word, so neighbouring runs that look alike are joined.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tuiapp.present.lines import Line, Role, Run
from tuiapp.printable import cells, fitting
from tuiapp.terminal.application import colourless
from tuiapp.theme import Ground, styles


class Drawn(NamedTuple):
    """One line of a room."""

    line: Line
    ground: Ground = ""
    bar: int = 0
    """So many cells at the right end stand on the ground `gauge`, as the bar of a chart."""


class LineView(Widget):
    """A room made of lines. Subclasses implement `lines`, and call `redraw` when something changed."""

    _drawn: Sequence[Drawn] = ()
    _drawn_at: Size | None = None
    """The size for which `_drawn` was made; None if it is out of date."""
    _left = False
    """Whether the room has been hidden since it was last shown. What changed meanwhile was not sent to the terminal, so
    all of it is drawn again."""

    def lines(self, width: int, height: int) -> Sequence[Drawn]:
        """The current lines, at most `height`; missing ones are drawn blank."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Get the lines again and send those that changed."""
        if not all(widget.display for widget in self.ancestors_with_self):
            self._drawn_at = None
            return
        before, resized = self._drawn, self._drawn_at != self.size
        self._take()
        if not resized:
            rows = zip_longest(before, self._drawn, fillvalue=Drawn(()))
            reaches = [changed(*pair, self.size.width) for pair in rows]
            regions = [Region(0, y, reach, 1) for y, reach in enumerate(reaches) if reach]
            if regions:
                self.refresh(*regions)

    def _take(self) -> None:
        self._drawn_at = self.size
        self._drawn = self.lines(*self.size) if self.size else ()
        self.point()

    def point(self) -> None:
        """With the focus, put the terminal's own cursor on the line that one is at.

        It is hidden, but braille displays and magnifiers follow it. Textual moves it at the end of every frame anyway.
        """
        if self.screen.focused is self:
            self.app.cursor_position = self.region.offset + Offset(0, self.at_line())

    def at_line(self) -> int:
        """The line that one is at: the selected row, or else the first line."""
        return next((y for y, drawn in enumerate(self._drawn) if drawn.ground == "cursor"), 0)

    def on_hide(self) -> None:
        self._left = True

    def on_show(self) -> None:
        # Do not refresh the first time: Textual then draws the room by itself, and the first frame would be sent twice.
        if self._left:
            self._drawn_at = None
            self.refresh()

    def on_focus(self) -> None:
        self.refresh_cursor()

    def on_blur(self) -> None:
        self.refresh_cursor()

    def refresh_cursor(self) -> None:
        """Redraw the cursor's line, which looks different without the focus."""
        self.point()
        here = [y for y, drawn in enumerate(self._drawn) if drawn.ground == "cursor"]
        if here:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in here))

    def render_line(self, y: int) -> Strip:
        """Line `y`, styled and exactly as wide as the room."""
        if self._drawn_at != self.size:
            self._take()
        width = self.size.width
        line, ground, bar = self._drawn[y] if y < len(self._drawn) else Drawn(())
        if ground == "cursor" and not self.has_focus:
            ground = "resting"
        palette = styles(self.app.theme, colourless(self.app))
        line = (*line, (" " * (width - sum(cells(text) for text, _ in line)), "plain"))
        before, charted = split(line, width - bar)
        drawn = [(text, palette[ground, role]) for text, role in before]
        drawn += [(text, palette["gauge", role]) for text, role in charted]
        return Strip(joined(drawn)).adjust_cell_length(width)


def changed(before: Drawn, after: Drawn, width: int) -> int:
    """How many cells from the left to send so that `before` becomes `after`; an equal end is not sent.

    Counted from the room's left edge, since Textual sends a line from there, wherever the change begins.
    """
    if before == after:
        return 0
    one, other = _spread(before.line, width), _spread(after.line, width)
    if before.ground != after.ground or before.bar != after.bar or not one or not other:
        return width
    return next((at for at in range(width, 0, -1) if one[at - 1] != other[at - 1]), 0)


def split(line: Line, at: int) -> tuple[Line, Line]:
    """The first `at` cells of a line, and the rest; a wide character at the cut is part of the rest."""
    before: list[Run] = []
    for number, (text, role) in enumerate(line):
        part = text[: fitting(text, at)]
        before.append((part, role))
        at -= cells(part)
        if part != text:
            return tuple(before), ((text[len(part) :], role), *line[number + 1 :])
    return tuple(before), ()


def _spread(line: Line, width: int) -> list[tuple[str, Role]]:
    """The line cell by cell; empty if it is too long or has a character that is not one cell (wide or combining)."""
    text = "".join(run for run, _ in line)
    if len(text) > width or cells(text) != len(text):
        return []
    spread: list[tuple[str, Role]] = [(character, role) for run, role in line for character in run]
    return spread + [(" ", "plain")] * (width - len(text))


def joined(runs: Sequence[tuple[str, Style]]) -> list[Segment]:
    """Runs as segments; neighbours that look alike are joined, and so are blanks whose style would not show."""
    segments: list[Segment] = []
    for text, style in runs:
        before = segments[-1] if segments else None
        if before and before.style and (style == before.style or _blank_alike(text, style, before.style)):
            segments[-1] = Segment(before.text + text, before.style)
        elif before and before.style and _blank_alike(before.text, before.style, style):
            segments[-1] = Segment(before.text + text, style)
        elif text:
            segments.append(Segment(text, style))
    return segments


def _blank_alike(text: str, style: Style, other: Style) -> bool:
    """Whether `text` is blank and looks the same in both styles."""
    return not text.strip(" ") and style.bgcolor == other.bgcolor and not (_shows(style) or _shows(other))


def _shows(style: Style) -> bool:
    """Whether a blank in this style is visible."""
    return bool(style.underline or style.reverse)
