"""Moving a cursor or a text by lines and pages, and the base of the rooms that scroll text."""

from tuiapp.widgets.lines import LineView

Move = str
"""`down`, `up`, `page_down`, `page_up`, `top` or `bottom`."""


def moved(move: Move, at: int, page: int, last: int, count: int = 0) -> int:
    """The position after `move` from `at`, limited to 0 to `last`.

    A `count` repeats `down` and `up`, and is the place, from 1, that `bottom` goes to. 0 is no count.
    """
    times, end = count or 1, count - 1 if count else last
    steps = {"down": times, "up": -times, "page_down": page, "page_up": -page, "top": -at, "bottom": end - at}
    return max(0, min(at + steps[move], last))


def paged(cursor: int, top: int, height: int) -> int:
    """The first visible row: `top` as long as `cursor` is visible, otherwise a page further up or down.

    Scrolling row by row would repaint the whole room for every key at the edge.
    """
    if top <= cursor < top + height:
        return top
    if cursor == top + height:
        return cursor - min(1, height - 1)
    if cursor == top - 1:
        return max(0, cursor - max(height - 2, 0))
    return max(0, cursor - height // 2)


class TextView(LineView, can_focus=True):
    """A room of text that scrolls by lines or pages."""

    top = 0

    def length(self) -> int:
        """How many lines there are at the room's width."""
        raise NotImplementedError

    def action_move(self, move: Move, count: int = 0) -> None:
        height = self.size.height
        self.top = self.within(moved(move, self.top, max(height - 1, 1), self.length(), count), height)
        self.redraw()

    def within(self, top: int, height: int) -> int:
        """`top`, limited so that the last line does not move above the bottom of a room of `height`."""
        return max(0, min(top, self.length() - height))
