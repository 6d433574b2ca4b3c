"""The facets: their values, each with the number of listed items that have it; the user picks and drops values."""

from textual.message import Message

from tuiapp.fields import Field, Value
from tuiapp.fold import having
from tuiapp.keys import bindings
from tuiapp.language import gettext
from tuiapp.present.facets import FacetRow, facet_count, facet_line, facet_rows
from tuiapp.present.lines import Run
from tuiapp.present.rows import crop
from tuiapp.signs import sign
from tuiapp.snapshot import Answer
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import Move, moved, paged

BAR = 3
"""The bar behind the largest count of a facet takes one BAR-th of the width."""


class FacetList(LineView, can_focus=True):
    """Keeps its cursor on the same value while the counts change."""

    BINDINGS = bindings("facets", "rooms", "listing", "panes") + bindings("moving", on="screen")

    class Picked(Message):
        """The user picked a value, or dropped a picked one."""

        def __init__(self, facet: Field, value: Value | None) -> None:
            super().__init__()
            self.facet = facet
            self.value = value

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        self._rows: list[FacetRow] | None = None
        """None until they are drawn: while hidden on a narrow screen, they are not even counted."""
        self._at: tuple[Field, Value | None] | None = None
        self._top = 0
        self._typed = ""

    def narrow(self, typed: str) -> None:
        """Show only the values whose names have every word of `typed`; all of them if it is blank."""
        if typed != self._typed:
            self._typed = typed
            self._rows = None
            self.redraw()

    def show(self, answer: Answer) -> None:
        """Show the counts for another answer."""
        self._answer = answer
        self._rows = None
        self.redraw()

    def action_move(self, move: Move, count: int = 0) -> None:
        values = list(self._places())
        if values:
            here = values.index(self._at) if self._at in values else 0
            self._at = values[moved(move, here, max(self.size.height - 2, 1), len(values) - 1, count)]
            self.redraw()

    def action_facet(self, step: int) -> None:
        """Move to the first value of the next facet, or back to the first of this one and then of the one before."""
        places = self._places()
        starts = [place for place in places if self._counted()[places[place] - 1].items is None]
        if not starts:
            return
        here = self._cursor()
        if step > 0:
            self._at = next((start for start in starts if places[start] > here), self._at)
        else:
            self._at = next((start for start in reversed(starts) if places[start] < here), self._at)
        # Show the heading too.
        self._top = min(self._top, self._cursor() - 1)
        self.redraw()

    def action_pick(self) -> None:
        self._cursor()
        if self._at:
            self.post_message(self.Picked(*self._at))

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The visible rows. With the cursor on the first value, the heading above it is visible too."""
        if self._typed and not self._counted():
            return [Drawn(crop((("  ", "plain"), (gettext("Not among those listed."), "dim")), width))]
        cursor = self._cursor()
        top = paged(cursor, self._top, height) if cursor > 1 else 0
        self._top = max(0, min(top, len(self._counted()) - height))
        return [
            self._row(row, at == cursor, width)
            for at, row in enumerate(self._counted()[self._top : self._top + height], self._top)
        ]

    def _counted(self) -> list[FacetRow]:
        if self._rows is None:
            self._rows = facet_rows(self._answer, having(self._typed) if self._typed.strip() else None)
        return self._rows

    def _places(self) -> dict[tuple[Field, Value | None], int]:
        """The values that can be picked, each with its row."""
        return {(row.facet, row.value): at for at, row in enumerate(self._counted()) if row.items is not None}

    def _cursor(self) -> int:
        """The row of the value under the cursor; if that value is gone, move the cursor to the first one."""
        places = self._places()
        if self._at not in places:
            self._at = next(iter(places), None)
        return places[self._at] if self._at else 0

    def _row(self, row: FacetRow, here: bool, width: int) -> Drawn:
        marker: Run = (f"{sign('cursor')} " if here else "  ", "key")
        count = facet_count(row)
        available = max(width - 4 - len(count), 1)
        line = (marker, *crop(facet_line(self._answer.model, row), available), (f" {count} ", "dim"))
        return Drawn(line, "cursor") if here else Drawn(line, "", round(row.share * width / BAR))
