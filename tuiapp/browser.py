"""The main screen of the explorer: composes the rooms, and passes on the messages of one room to the others.

A room is one pane of the screen: the filter, the facets, the list of items, the quote, the article or a bar. The screen
holds the view, and no state that a room can hold itself.
"""

from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.timer import Timer
from textual.widget import Widget

from tuiapp.article_page import ArticlePage
from tuiapp.desk import Desk
from tuiapp.following import Follower
from tuiapp.keys import bindings, shortcut
from tuiapp.language import gettext
from tuiapp.legend import footer
from tuiapp.present.finding import count, narrowed_by, nothing, scope_name
from tuiapp.present.lines import Line
from tuiapp.quoting import Quoting
from tuiapp.snapshot import Snapshot
from tuiapp.taking import Taking
from tuiapp.terminal import restricted
from tuiapp.view import View
from tuiapp.widgets.bar import Bar, Footer
from tuiapp.widgets.facet_list import FacetList
from tuiapp.widgets.facet_room import FacetRoom
from tuiapp.widgets.filter_bar import FilterBar
from tuiapp.widgets.item_list import ItemList
from tuiapp.widgets.quote_panel import QuotePanel
from tuiapp.widgets.scrolling import TextView, moved

MOMENT, PAUSE = 0.01, 0.001
"""Background work runs for MOMENT seconds, then lets the keys that have come meanwhile be handled, and waits PAUSE
seconds. The texts of 100,000 items are read in 3 s."""
PATIENCE = 0.08
"""Seconds without a key after which the quote follows the cursor. While a key is held, drawing every quote would be too
much for a slow connection."""


class Browser(Quoting, Taking):
    """Shows the filter and below it facets, items and quote, or instead of these three the article."""

    BINDINGS = bindings("browser")

    def __init__(
        self, view: View, columns: tuple[str, ...], follower: Follower | None = None, *, reading: bool = False
    ) -> None:
        """`columns`: the names of the list's columns, from left to right. `follower`: see `Live`. `reading`: begin in
        the article of the selected item."""
        super().__init__(view, follower)
        self._columns = columns
        self._reading = reading
        self.desk = Desk(follower) if follower and not restricted() else None
        self._row = 0
        """The row that the article was opened from."""
        self._moved = 0.0
        self._rest: Timer | None = None

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    def compose(self) -> ComposeResult:
        # Set the classes before the rooms exist: any later change recalculates the styles of all rooms.
        self.lay_out(self.app.size)
        yield FilterBar(self._view.question.text, self._prompt(), self._count())
        yield self.search_bar()
        yield Bar(self._narrowed(), "narrowed")
        with Container(id="body"):
            yield FacetRoom(self._view.answer)
            yield ItemList(self._view, self._columns, self.undecided)
            yield QuotePanel(self._view)
        yield from self.compose_article()
        yield Footer(footer("items", top=not self.narrows()), "keys")

    def on_mount(self) -> None:
        self.set_focus(self.items)
        self._show_quote()
        if self._reading:
            self.action_read()

    def prepare(self, then: Callable[[], None]) -> None:
        """Make the search index and the facets, start to fill them in the background, and call `then` at the end."""
        snapshot = self._view.answer.snapshot
        snapshot.prepare()
        self._fill(snapshot, snapshot.fill(), then)

    def _fill(self, snapshot: Snapshot, steps: Iterator[bool], then: Callable[[], None]) -> None:
        """Run `steps` for MOMENT seconds at a time, until none are left or another snapshot is shown."""
        until = monotonic() + MOMENT
        while self._view.answer.snapshot is snapshot:
            found_more = next(steps, None)
            if found_more is None:
                self.facets.show(self._view.answer)
                self.items.redraw()
                break
            if found_more and self._view.question.text:
                self.show(self._view.over(snapshot))
            if monotonic() > until:
                self.set_timer(PAUSE, partial(self._fill, snapshot, steps, then))
                return
        then()

    # The question

    def show(self, view: View) -> None:
        """Show another view: another question, or the same over another snapshot."""
        if view != self._view:
            self._view = view
            self.retell()

    def retell(self) -> None:
        """Redraw all texts: the view or the language has changed."""
        self.filter.say(self._prompt(), self._count())
        self.narrowed.say(self._narrowed())
        self.facets.show(self._view.answer)
        self.items.show(self._view, nothing(self._view.answer, shortcut("leave-filter"), shortcut("clear")))
        self._show_quote()
        self.tell_keys()

    def interrupt(self) -> None:
        """Clear the filter, and show how to quit."""
        self.fill("")
        once_more = gettext("{interrupt} once more quits; so does {quit}.")
        self.notice(once_more.format(interrupt=shortcut("interrupt"), quit=shortcut("quit")))

    def action_clear(self) -> None:
        self.fill("")
        self.facet_room.close()
        self.show(self._view.cleared())

    def narrows(self) -> bool:
        return self._view.back() is not None

    def widen(self) -> bool:
        if (view := self._view.back()) is None:
            return False
        self._leave_for(view)
        return True

    def action_scope(self, scope: str) -> None:
        self.ask_words()
        self.show(self._view.scoped(scope))

    def action_sorted(self) -> None:
        self.show(self._view.sorted())

    def action_rewriting(self) -> None:
        self.show(self._view.rewriting())

    def action_newest(self) -> None:
        self.show(self._view.newest())

    async def action_articles(self) -> None:
        self.ask_words()
        await self.app.push_screen(ArticlePage(self._view.archive, self._view.selected, self._narrow))

    def _narrow(self, article: str, number: int | None) -> None:
        """Show the items of an article alone, with item `number` selected, or else the first."""
        self.action_close_article()
        self._leave_for(self._view.in_article(article, number))

    def _leave_for(self, view: View) -> None:
        """Show a view that may have other words."""
        self.filter.words.value = view.question.text
        self.show(view)

    @on(FilterBar.Changed)
    def ask_words(self) -> None:
        """Search for the words in the field now: of several letters in one packet only the last starts a search."""
        self.show(self._view.typed(self.filter.words.value))

    @on(FacetList.Picked)
    def _pick(self, event: FacetList.Picked) -> None:
        self.show(self._view.picked(event.facet, event.value))

    # The selected item

    def action_move(self, move: str) -> None:
        """Move what has the focus, as often as the number before says; from the filter, the list."""
        inside: dict[Widget | None, Widget] = {self.facet_room.words: self.facets, self.proposal: self.article}
        room = inside.get(self.focused, self.focused)
        if isinstance(room, FacetList | TextView):
            self.facet_room.narrow()
            room.action_move(move, self.count)
        else:
            self._select(move)

    def _select(self, move: str) -> None:
        """Select another item. Show its quote at once or, while a key is held, PATIENCE seconds after the last move."""
        self.ask_words()
        row = moved(move, self._view.row, self.items.page, max(len(self._view) - 1, 0), self.count)
        if (view := self._view.at(row)) == self._view:
            return
        self._view = view
        self.items.show(view)
        now, before = monotonic(), self._moved
        self._moved = now
        if self._rest:
            self._rest.stop()
        if now - before >= PATIENCE:
            self._show_quote()
        else:
            self._rest = self.set_timer(PATIENCE, self._show_quote)

    def action_told(self, step: int) -> None:
        """Select the item that is told `step` places later in the matter, as often as the number before says."""
        self.ask_words()
        before = self._view
        self._leave_for(before.told(step * max(self.count, 1)))
        if self._view.selected == before.selected:
            self.notice(
                gettext("No article tells of this matter earlier.")
                if step < 0
                else gettext("No article tells of this matter later.")
            )
        elif self._view.question != before.question:
            self.notice(gettext("The list left this item out, so all items are shown; Esc goes back."))

    def action_quote(self, step: int) -> None:
        self.turn(self._view.turned(step))

    def action_item(self, step: int) -> None:
        self.turn(self._view.along(step))

    def turn(self, view: View) -> None:
        self._view = view
        self._show_quote()
        self.article.to_quote()

    def action_read(self) -> None:
        if self._view.selected is not None:
            self._row = self._view.row
            self.read(self._view)

    def leave_article(self) -> None:
        """Select the item read last in the list or, if the list does not have it, the row that one came from."""
        if self.has_class("-reading"):
            super().leave_article()
            self._view = self._view if self._view.listed else self._view.at(self._row)
            self.retell()

    def _show_quote(self) -> None:
        view = self._view
        self.panel.show(view)
        if self.has_class("-reading"):
            self.tell_article(view)

    # The texts

    def _prompt(self) -> Line:
        return ((f" {scope_name(self._view.question.scope)} ", "picked"), ("/ ", "key"))

    def _count(self) -> Line:
        return ((f" {count(self._view.answer)} ", "title"),)

    def _narrowed(self) -> Line:
        return narrowed_by(self._view.answer, len(self._view.marked), shortcut("articles"))
