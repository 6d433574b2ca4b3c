"""The list of items that match the question, best first."""

from collections.abc import Sequence

from tuiapp.keys import bindings
from tuiapp.present.lines import Paragraph, Run
from tuiapp.present.rows import item_row
from tuiapp.signs import sign
from tuiapp.view import View
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import paged


class ItemList(LineView, can_focus=True):
    """Draws only the visible rows, so that its cost does not grow with the model."""

    # The screen handles moving, so that list and quote change in the same frame.
    BINDINGS = bindings("items", "rooms") + bindings("moving", on="screen")

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._nothing: Sequence[Paragraph] = ()
        self._top = 0

    def show(self, view: View, nothing: Sequence[Paragraph] = ()) -> None:
        """List the items of a view, or show the text `nothing` if there are none."""
        self._view = view
        self._nothing = nothing
        self.redraw()

    @property
    def page(self) -> int:
        """Rows that a page moves by."""
        return max(self.size.height - 1, 1)

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The visible rows, or the reason why there are none."""
        if not len(self._view):
            lines = [line for part in self._nothing for line in part.lines(width - 2)]
            return [Drawn(((" ", "plain"), *line)) for line in lines[:height]]
        cursor = self._view.row
        self._top = max(0, min(paged(cursor, self._top, height), len(self._view) - height))
        last = self._top + height - 1
        numbers = self._view.rows(self._top, last + 1)
        return [self._row(row, number, row == cursor, width, last) for row, number in enumerate(numbers, self._top)]

    def _row(self, row: int, number: int, here: bool, width: int, last: int) -> Drawn:
        """A row after its cursor mark. An arrow at the end of the first or `last` visible row tells of more rows."""
        line = item_row(self._view.archive, number, self._view.matches(number), width - 3)
        marker: Run = (f"{sign('cursor') if here else ' '} ", "key" if here else "plain")
        more = ""
        if row == last and row < len(self._view) - 1:
            more = sign("more")
        elif row == self._top and row:
            more = sign("before")
        return Drawn((marker, *line, (more, "dim")), "cursor" if here else "")
