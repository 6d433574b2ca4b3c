"""The page of all articles, from which the list is narrowed to one of them."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.getters import query_one

from tuiapp.archive import Archive
from tuiapp.legend import footer
from tuiapp.widgets.article_list import ArticleList
from tuiapp.widgets.bar import Footer
from tuiapp.widgets.counting import Counting
from tuiapp.widgets.overlay import Overlay
from tuiapp.widgets.scrolling import Move

Choose = Callable[[str, int | None], None]
"""Called with the id of an article and, if an item was chosen, its number."""


class ArticlePage(Counting, Overlay):
    """The list and the keys that work in it."""

    list = query_one(ArticleList)
    keys = query_one(Footer)

    def __init__(self, archive: Archive, number: int | None, choose: Choose) -> None:
        """`number`: the item on whose article the cursor is at first. `choose` is called after the page has closed."""
        super().__init__()
        self._archive = archive
        self._number = number
        self._choose = choose

    def compose(self) -> ComposeResult:
        yield ArticleList(self._archive, self._number)
        yield Footer(footer("articles", top=False))

    def take(self, event: events.Key) -> bool:
        self.count_for(event.key)
        if not self._digits:
            self.keys.say(footer("articles", top=False))
        return False

    def notice(self, text: str) -> None:
        self.keys.say(((text, "key"),))

    def action_move(self, move: Move) -> None:
        self.list.move(move, self.count)

    def action_choose(self) -> None:
        # No message from the list: the keys of a packet after Enter must find the main screen.
        if self.is_current:
            self.action_close()
            place, number = self.list.here
            self._choose(self._archive.model.articles[place].id, number)
