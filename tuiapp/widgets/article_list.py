"""The list of all articles, the newest first; the items of each can be shown below it."""

from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.keys import bindings
from tuiapp.present.article_rows import article_headings, article_row, item_line
from tuiapp.present.lines import Run
from tuiapp.signs import sign
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.scrolling import Move, moved, paged


class Row(NamedTuple):
    """One line of the list: an article, or one of its items."""

    place: int
    """The article's place in the model."""
    number: int | None = None
    """The item's number; None for the article itself."""


class ArticleList(LineView, can_focus=True):
    """Draws only the visible lines; only the articles that a person has unfolded show their items."""

    BINDINGS = bindings("articles") + bindings("moving", on="screen")

    def __init__(self, archive: Archive, number: int | None) -> None:
        """`number`: the item on whose article the cursor is at first."""
        super().__init__()
        self._archive = archive
        self._unfolded: set[int] = set()
        self._rows = [Row(place) for place in range(len(archive.model.articles))]
        self._cursor = 0 if number is None else archive.model.articles.index(archive.model.article_of(number))
        self._top = 0

    def move(self, move: Move, count: int) -> None:
        """Move the cursor, `count` times if that is not 0."""
        page = max(self.size.height - 2, 1)
        self._cursor = moved(move, self._cursor, page, len(self._rows) - 1, count)
        self.redraw()

    def action_unfold(self) -> None:
        """Show the items of the article at the cursor, or hide them and go to their article."""
        place = self._rows[self._cursor].place
        at = self._rows.index(Row(place))
        items = [Row(place, number) for number in self._archive.items_of(place)]
        if place in self._unfolded:
            self._unfolded.remove(place)
            del self._rows[at + 1 : at + 1 + len(items)]
        else:
            self._unfolded.add(place)
            self._rows[at + 1 : at + 1] = items
        self._cursor = at
        self.redraw()

    @property
    def here(self) -> Row:
        """The line at the cursor."""
        return self._rows[self._cursor]

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The names of the columns and the visible lines."""
        height -= 1
        self._top = max(0, min(paged(self._cursor, self._top, height), len(self._rows) - height))
        rows = self._rows[self._top : self._top + height]
        heading = Drawn((("  ", "plain"), *article_headings(max(width - 3, 1))))
        return [heading, *(self._row(row, at == self._cursor, width) for at, row in enumerate(rows, self._top))]

    def _row(self, row: Row, here: bool, width: int) -> Drawn:
        marker: Run = (f"{sign('cursor')} " if here else "  ", "key")
        room = max(width - 3, 1)
        if row.number is None:
            line = article_row(self._archive, row.place, unfolded=row.place in self._unfolded, width=room)
        else:
            line = item_line(self._archive, row.number, room)
        return Drawn((marker, *line), "cursor" if here else "")
