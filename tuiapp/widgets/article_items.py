"""The items of the article that is read, beside its text where the screen is wide enough."""

from collections.abc import Collection

from tuiapp.archive import Archive
from tuiapp.present.articles import items_heading, narrow_row
from tuiapp.present.lines import Run
from tuiapp.present.rows import crop
from tuiapp.signs import sign
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import paged


class ArticleItems(LineView):
    """A narrow list without a focus: its cursor shows which item's quotes are marked."""

    def __init__(self) -> None:
        super().__init__()
        self._archive: Archive | None = None
        self._number = 0
        self._proposed: Collection[str] = ()
        self._top = 0

    def show(self, archive: Archive, number: int, proposed: Collection[str] = ()) -> None:
        """List the items of the article of item `number`, that one marked; `proposed`: the ids of those not decided."""
        self._archive, self._number, self._proposed = archive, number, proposed
        self.redraw()

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The heading and the visible rows; a blank column parts them from the text."""
        if self._archive is None:
            return []
        items = self._archive.beside(self._number)
        rows = max(height - 1, 1)
        top = paged(self._number - items.start, self._top, rows)
        self._top = max(0, min(top, len(items) - rows))
        heading = crop(items_heading(self._archive, self._number), width)
        shown = items[self._top : self._top + rows]
        return [Drawn(heading, "bar"), *(self._row(self._archive, number, width - 2) for number in shown)]

    def _row(self, archive: Archive, number: int, width: int) -> Drawn:
        here = number == self._number
        marker: Run = (sign("cursor") if here else " ", "key" if here else "plain")
        proposed = archive.model.items[number].id in self._proposed
        return Drawn((marker, *narrow_row(archive, number, width, proposed=proposed)), "cursor" if here else "")
