"""A room that shows a part of something longer, and moves through it a page at a time."""

from tuiapp.widgets.lines import LineView

Move = str
"""`down`, `up`, `page_down`, `page_up`, `top` or `bottom`."""


def moved(move: Move, at: int, page: int, last: int) -> int:
    """Where `move` leads from `at`, kept between 0 and `last`."""
    steps = {"down": 1, "up": -1, "page_down": page, "page_up": -page, "top": -at, "bottom": last - at}
    return max(0, min(at + steps[move], last))


def paged(cursor: int, top: int, height: int) -> int:
    """The first row to show so that `cursor` is on the screen: unchanged while it is, else turned by a page.

    Scrolling by single rows would repaint the room for every key at the edge.
    """
    if top <= cursor < top + height:
        return top
    if cursor == top + height:
        return cursor - min(1, height - 1)
    if cursor == top - 1:
        return max(0, cursor - max(height - 2, 0))
    return max(0, cursor - height // 2)


class TextView(LineView, can_focus=True):
    """A room of running text, moved through line by line or page by page."""

    top = 0

    def length(self) -> int:
        """How many lines there are at the room's width."""
        raise NotImplementedError

    def action_move(self, move: Move) -> None:
        height = self.size.height
        self.top = self.within(moved(move, self.top, max(height - 1, 1), self.length()), height)
        self.redraw()

    def within(self, top: int, height: int) -> int:
        """`top`, so that the last line does not leave the bottom of a room of `height`."""
        return max(0, min(top, self.length() - height))
