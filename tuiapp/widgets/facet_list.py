"""The facets: every value with how many of the shown items have it, to be picked and dropped."""

from collections.abc import Sequence

from textual.message import Message

from tuiapp.facets import Facet, Value
from tuiapp.keys import bindings
from tuiapp.present.facets import FacetRow
from tuiapp.present.lines import Run
from tuiapp.present.rows import crop
from tuiapp.present.signs import sign
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import Move, moved, paged


class FacetList(LineView, can_focus=True):
    """Keeps its cursor on the same value while the counts change."""

    BINDINGS = bindings("moving", "facets", "rooms")

    class Picked(Message):
        """The value is to be picked, or dropped if it was."""

        def __init__(self, facet: Facet, value: Value) -> None:
            super().__init__()
            self.facet = facet
            self.value = value

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[FacetRow] = ()
        self._at: tuple[Facet, Value] | None = None
        self._top = 0

    def show(self, rows: Sequence[FacetRow]) -> None:
        """List `rows`: headings and values."""
        self._rows = rows
        self.redraw()

    def action_move(self, move: Move) -> None:
        values = [row.value for row in self._rows if row.value]
        if values:
            here = values.index(self._at) if self._at in values else 0
            self._at = values[moved(move, here, max(self.size.height - 2, 1), len(values) - 1)]
            self.redraw()

    def action_pick(self) -> None:
        if self._at and any(row.value == self._at for row in self._rows):
            self.post_message(self.Picked(*self._at))

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The rows of one screen; the heading of the first value stays in sight."""
        cursor = self._cursor()
        self._top = paged(cursor, self._top, height) if cursor > 1 else 0
        return [
            self._row(row, at == cursor, width)
            for at, row in enumerate(self._rows[self._top : self._top + height], self._top)
        ]

    def _cursor(self) -> int:
        """The row of the value looked at; the first value where that one is gone."""
        places = {row.value: at for at, row in enumerate(self._rows) if row.value}
        if self._at not in places:
            self._at = next(iter(places), None)
        return places[self._at] if self._at else 0

    def _row(self, row: FacetRow, here: bool, width: int) -> Drawn:
        marker: Run = (f"{sign('cursor')} " if here else "  ", "key")
        room = max(width - 4 - len(row.count), 1)
        line = (marker, *crop(row.line, room), (f" {row.count} ", "dim"))
        return Drawn(line, "cursor" if here else "")
