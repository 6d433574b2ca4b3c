"""The list of items that the question leaves, best first; the one that is selected is looked at by the others."""

from collections.abc import Sequence

from textual.message import Message

from tuiapp.explorer import Answer
from tuiapp.keys import bindings
from tuiapp.model import Model
from tuiapp.present.lines import Paragraph, Run
from tuiapp.present.rows import item_row
from tuiapp.present.signs import sign
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import Move, moved, paged


class ItemList(LineView, can_focus=True):
    """Draws only the rows on the screen, so that its cost does not grow with the model."""

    BINDINGS = bindings("moving", "items", "rooms")

    class Selected(Message):
        """A key has led to another item.

        Whoever hears it has the list redrawn, so that list and quote change in one frame.
        """

    def __init__(self, model: Model, answer: Answer) -> None:
        super().__init__()
        self._model = model
        self._answer = answer
        self._nothing: Sequence[Paragraph] = ()
        self.cursor = 0
        self.top = 0
        self.selected: int | None = self._number(0)
        """The item under the cursor; while nothing is found, the one that was there last."""

    def show(self, answer: Answer, nothing: Sequence[Paragraph] = ()) -> None:
        """List what `answer` found, or say `nothing` where that is no item; keep to the selected item."""
        self._answer = answer
        self._nothing = nothing
        row = answer.shown.row_of(self.selected) if self.selected is not None else None
        self._select(row or 0)
        self.redraw()

    def action_move(self, move: Move) -> None:
        page = max(self.size.height - 1, 1)
        before = self.selected
        self._select(moved(move, self.cursor, page, max(len(self._answer.shown) - 1, 0)))
        if self.selected != before:
            self.post_message(self.Selected())

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The rows of one screen, or why there are none."""
        if not len(self._answer.shown):
            lines = [line for part in self._nothing for line in part.lines(width - 2)]
            return [Drawn(((" ", "plain"), *line)) for line in lines[:height]]
        top = paged(self.cursor, self.top, height)
        self.top = max(0, min(top, len(self._answer.shown) - height))
        last = self.top + height - 1
        numbers = self._answer.shown.window(self.top, last + 1)
        return [self._row(row, number, width, last) for row, number in enumerate(numbers, self.top)]

    def _row(self, row: int, number: int, width: int, last: int) -> Drawn:
        """A row behind the cursor's mark; an arrow at the end of the first and the `last` one says of more."""
        here = row == self.cursor
        matches = self._answer.shown.matches(number)
        line = item_row(self._model, self._model.items[number], matches, width - 3)
        marker: Run = (f"{sign('cursor') if here else ' '} ", "key" if here else "plain")
        more = ""
        if row == last and row < len(self._answer.shown) - 1:
            more = sign("more")
        elif row == self.top and row:
            more = sign("before")
        return Drawn((marker, *line, (more, "dim")), "cursor" if here else "")

    def _select(self, row: int) -> None:
        self.cursor = row
        if (found := self._number(row)) is not None:
            self.selected = found

    def _number(self, row: int) -> int | None:
        return next(iter(self._answer.shown.window(row, row + 1)), None)
