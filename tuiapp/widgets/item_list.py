"""The list of items that match the question, best first."""

from collections.abc import Callable, Sequence

from tuiapp.evidence import WRONG, Status
from tuiapp.keys import bindings
from tuiapp.present.articles import GUESS
from tuiapp.present.lines import Paragraph, Role, Run
from tuiapp.present.rows import headings, item_row
from tuiapp.signs import sign
from tuiapp.view import View
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import paged

HEADED = 100
"""From so many columns of the terminal on, the list has a line of headings."""

ASIDE = 4
"""Cells beside the columns: the cursor, the status, the mark, and the arrow at the end."""


class ItemList(LineView, can_focus=True):
    """Draws only the visible rows, so that its cost does not grow with the model."""

    # The screen moves every room, because it knows the count; list and quote change in the same frame.
    BINDINGS = bindings("items", "rooms", "listing", "panes") + bindings("moving", on="screen")

    def __init__(self, view: View, columns: tuple[str, ...], proposed: Callable[[View, int], bool]) -> None:
        """`proposed`: whether an item is not decided yet."""
        super().__init__()
        self._proposed = proposed
        self._view = view
        self._columns = columns
        self._nothing: Sequence[Paragraph] = ()
        self._top = 0

    def show(self, view: View, nothing: Sequence[Paragraph] = ()) -> None:
        """List the items of a view, or show the text `nothing` if there are none.

        In another snapshot the selected item stays on its line of the screen.
        """
        if view.answer.snapshot is not self._view.answer.snapshot:
            self._top += view.row - self._view.row
        self._view = view
        self._nothing = nothing
        self.redraw()

    @property
    def page(self) -> int:
        """Rows that a page moves by."""
        return max(self.size.height - 1 - self.headed, 1)

    @property
    def headed(self) -> bool:
        """Whether a line of headings stands above the rows."""
        return self.app.size.width >= HEADED

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The visible rows, or the reason why there are none."""
        if not len(self._view):
            lines = [line for part in self._nothing for line in part.lines(width - 2)]
            return [Drawn(((" ", "plain"), *line)) for line in lines[:height]]
        heading: list[Drawn] = []
        if self.headed:
            heading = [Drawn((("   ", "plain"), *headings(self._view.archive, width - ASIDE, self._columns)))]
        height -= len(heading)
        cursor = self._view.row
        self._top = max(0, min(paged(cursor, self._top, height), len(self._view) - height))
        last = self._top + height - 1
        numbers = self._view.rows(self._top, last + 1)
        rows = enumerate(numbers, self._top)
        return [*heading, *(self._row(row, number, row == cursor, width, last) for row, number in rows)]

    def _row(self, row: int, number: int, here: bool, width: int, last: int) -> Drawn:
        """A row after its cursor mark. An arrow at the end of the first or `last` visible row tells of more rows."""
        line = item_row(self._view.archive, number, self._view.matches(number), width - ASIDE, self._columns)
        marker: Run = (sign("cursor") if here else " ", "key" if here else "plain")
        mark: Run = (sign("marked") if number in self._view.marked else " ", "picked")
        worst = self._view.archive.worst(number)
        role: Role = "bad" if worst in WRONG else "dim"
        proof: Run = (GUESS, "warn") if self._proposed(self._view, number) else (" ", "plain")
        if worst and worst is not Status.VERBATIM:
            proof = (sign(worst), role)
        more = ""
        if row == last and row < len(self._view) - 1:
            more = sign("more")
        elif row == self._top and row:
            more = sign("before")
        return Drawn((marker, proof, mark, *line, (more, "dim")), "cursor" if here else "")
