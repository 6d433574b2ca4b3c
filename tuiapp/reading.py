"""Reading an article on the main screen: its items beside the text, and the search in it."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one

from tuiapp.keys import shortcut
from tuiapp.language import gettext
from tuiapp.present.lines import Line
from tuiapp.rooms import Rooms
from tuiapp.view import View
from tuiapp.widgets.article_items import ArticleItems
from tuiapp.widgets.article_view import ArticleView
from tuiapp.widgets.excerpt_bar import ExcerptBar
from tuiapp.widgets.proposal import Proposal
from tuiapp.widgets.search_bar import SearchBar


class Reading(Rooms):
    """Shows the article of a view's item. The search is open, with its line at the top, as long as hits are marked."""

    beside = query_one(ArticleItems)

    def compose_article(self) -> ComposeResult:
        """The article and its items, side by side."""
        with Container(id="reading"):
            yield ArticleItems()
            with Container(id="text"):
                yield ArticleView()
                yield Proposal()
                yield ExcerptBar()

    def search_bar(self) -> SearchBar:
        """The line of the search."""
        return SearchBar("", self._search_prompt(), ())

    def read(self, view: View) -> None:
        """Open the article of the view's item, which there must be, at the quote."""
        self._drop()
        self.add_class("-reading")
        self.enter_article()
        self.tell_article(view)
        self.article.to_quote()

    def proposed(self, view: View) -> Mapping[str, frozenset[str]]:
        """The ids of the items of the view's article that are not decided, each with the keys of its guesses."""
        return {}

    def action_item(self, step: int) -> None:
        """Show another item of the article."""
        raise NotImplementedError

    def enter_article(self) -> None:
        """Give the keys to the article."""
        self.set_focus(self.article)

    def tell_article(self, view: View) -> None:
        """Show the view's quote in its article, and all texts in the language in use."""
        if view.number is not None:
            self.beside.show(view.archive, view.number, self.proposed(view))
            self.article.show(view.archive, view.number, view.nth)
            if self.has_class("-searching"):
                self.seek_words()

    @on(SearchBar.Changed)
    def seek_words(self) -> None:
        """Search for the words in the field now: of several letters in one packet only the last starts a search."""
        self.article.find(self.search.words.value)
        self.search.say(self._search_prompt(), self._hit_note())

    def action_find(self) -> None:
        self.article.begin()
        # A room that is hidden cannot have the focus: show it first.
        self.add_class("-searching")
        self.set_focus(self.search.words)
        self.seek_words()

    def action_hit(self, step: int) -> None:
        if self.has_class("-proposing") and not self.has_class("-searching"):
            # Beside a proposal, who is used to `git add -p` goes to the next one.
            self.action_item(step)
            return
        if not self.has_class("-searching"):
            self.notice(gettext("{key} searches in the article.").format(key=shortcut("find")))
            return
        self.seek_words()
        self.article.turn(step)
        self.seek_words()

    def action_keep_search(self) -> None:
        self.seek_words()
        self.enter_article()
        if not self.search.words.value.strip():
            self._drop()

    def action_drop_search(self) -> None:
        self._drop()
        self.article.return_()
        self.enter_article()

    def _back(self) -> bool:
        """First clear the search, and stay at the hit."""
        if self.has_class("-reading") and self.has_class("-searching"):
            self._drop()
            return True
        return super()._back()

    def _drop(self) -> None:
        self.remove_class("-searching")
        self.search.words.value = ""
        self.article.forget()

    @staticmethod
    def _search_prompt() -> Line:
        return ((f" {gettext('article')} ", "picked"), ("/ ", "key"))

    def _hit_note(self) -> Line:
        note = self.article.note()
        return ((f" {note} ", "title"),) if note else ()
