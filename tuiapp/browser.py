"""The one screen: puts the rooms together, passes on what one says to those that must know.

It holds the question that is asked and the place that is looked at, and nothing that a room can hold itself.
"""

from functools import partial
from time import monotonic

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.getters import query_one
from textual.reactive import Reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from tuiapp.evidence import Evidence
from tuiapp.explorer import Explorer, Question
from tuiapp.facets import Picks
from tuiapp.keys import Room, bindings, footer
from tuiapp.language import gettext
from tuiapp.present.articles import article_heading, no_text
from tuiapp.present.citation import citation, sent
from tuiapp.present.finding import count, narrowed_by, nothing, scope_name
from tuiapp.present.lines import Line, Paragraph
from tuiapp.present.quotes import heading, quote_panel
from tuiapp.search import Scope
from tuiapp.terminal.clipboard import send
from tuiapp.terminal.driver import write_raw
from tuiapp.widgets.arrangement import arrangement
from tuiapp.widgets.article_view import ArticleView
from tuiapp.widgets.bar import Bar, Footer
from tuiapp.widgets.facet_list import FacetList
from tuiapp.widgets.filter_bar import FilterBar
from tuiapp.widgets.item_list import ItemList
from tuiapp.widgets.page import Page
from tuiapp.widgets.quote_panel import QuotePanel

PATIENCE = 0.08
"""Seconds that a held key must rest before the quote follows it: slow lines would never catch up otherwise."""


class Browser(Screen[None]):
    """Filter, facets, items and quote; the article in their place while it is read."""

    BINDINGS = bindings("browser")

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Screen's own, which repaints the whole screen for another focus: 19 kB at 200×50 for `/`."""

    filter = query_one(FilterBar)
    facets = query_one(FacetList)
    items = query_one(ItemList)
    panel = query_one(QuotePanel)
    article = query_one(ArticleView)
    narrowed = query_one("#narrowed", Bar)
    keys = query_one("#keys", Footer)

    def __init__(self, explorer: Explorer, question: Question) -> None:
        super().__init__()
        self._explorer = explorer
        self._question = question
        self._answer = explorer.ask(question)
        self._turned = (-1, 0)
        """The item whose quotes were gone through, and the quote reached."""
        self._moved = 0.0
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        # Before there are rooms, since each change of classes looks for the styles of all of them.
        self._arrange(self.app.size)
        yield FilterBar(self._question.text, self._prompt(), self._count())
        yield Bar(self._narrowed(), "narrowed")
        with Container(id="body"):
            yield FacetList(self._explorer, self._answer)
            yield ItemList(self._explorer.model, self._answer)
            yield QuotePanel()
        yield ArticleView()
        yield Footer(footer("items"), "keys")

    def on_mount(self) -> None:
        self.set_focus(self.items)
        self._show_quote()

    def on_resize(self, event: events.Resize) -> None:
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        self.update_classes(arrangement(size))

    # What is asked

    def ask(self, question: Question) -> None:
        """Put another question and show what it leaves."""
        if question != self._question:
            self._question = question
            self._answer = self._explorer.ask(question)
            self.retell()

    def retell(self) -> None:
        """Say everything anew: the answer has changed, or the language."""
        empty = nothing(self._explorer, self._answer) if not len(self._answer.shown) else ()
        self.filter.say(self._prompt(), self._count())
        self.narrowed.say(self._narrowed())
        self.facets.show(self._answer)
        self.items.show(self._answer, empty)
        self._show_quote()
        self._show_keys()

    def interrupt(self) -> None:
        """Clear the filter, and say how the program is left."""
        self.filter.words.value = ""
        self._ask_words()
        self.notice(gettext("Ctrl+C once more quits; so does q."))

    def action_clear(self) -> None:
        self.filter.words.value = ""
        self.ask(replace(self._question, text="", picks=Picks(), scope=Scope.ALL))

    def action_scope(self, scope: str) -> None:
        self._ask_words()
        self.ask(replace(self._question, scope=Scope(scope)))

    def action_rewriting(self) -> None:
        self.ask(replace(self._question, rewrite=not self._question.rewrite))

    def take(self, event: events.Key) -> bool:
        """Type a letter into the filter, at once; whether it was one and the filter is typed into."""
        if self.has_class("-telling"):
            self._show_keys()  # what was said last has been read
        if self.focused is self.filter.words and event.character and event.is_printable:
            self.filter.words.insert_text_at_cursor(event.character)
            return True
        return False

    @on(FilterBar.Changed)
    def _ask_words(self) -> None:
        """Ask for the words as they are now: of many letters that came together only the last asks."""
        self.ask(replace(self._question, text=self.filter.words.value))

    @on(FacetList.Picked)
    def _ask_pick(self, event: FacetList.Picked) -> None:
        self.ask(replace(self._question, picks=self._question.picks.toggle(event.facet, event.value)))

    # What is looked at

    @on(ItemList.Selected)
    def _look(self) -> None:
        """Show the quote at once after a rest, and only after one while a key is held."""
        self.items.redraw()
        now, before = monotonic(), self._moved
        self._moved = now
        if self._rest:
            self._rest.stop()
        if now - before >= PATIENCE:
            self._show_quote()
        else:
            self._rest = self.set_timer(PATIENCE, self._show_quote)

    def action_move(self, move: str) -> None:
        self._ask_words()
        self.items.action_move(move)

    def action_quote(self, step: int) -> None:
        number = self._number
        if number is not None:
            self._turned = number, (self._place + step) % len(self._explorer.model.items[number].quotes)
            self._show_quote()

    def action_read(self) -> None:
        if self._number is not None:
            self.add_class("-reading")
            self.set_focus(self.article)
            self._show_quote()

    def action_close_article(self) -> None:
        self.remove_class("-reading")
        self.set_focus(self.items)

    async def action_copy(self) -> None:
        if self._number is not None:
            known = send(self._citation(), partial(write_raw, self.app))
            if known:
                self.notice(sent(known.tools, known.cut))
            else:
                await self.action_alone()

    async def action_alone(self) -> None:
        if self._number is not None:
            await self.app.push_screen(Page([Paragraph(self._citation())]))

    @property
    def _number(self) -> int | None:
        return self.items.selected if len(self._answer.shown) else None

    @property
    def _place(self) -> int:
        """Which quote of the selected item is looked at: the first, until it is gone on from there."""
        if self._turned[0] != self.items.selected:
            self._turned = (-1, 0)
        return self._turned[1]

    def _citation(self) -> str:
        number = self._number or 0
        return citation(self._explorer.model, number, self._place, self._evidence(number))

    def _evidence(self, number: int) -> Evidence:
        return self._explorer.archive.evidence(number, self._place)

    def _show_quote(self) -> None:
        number = self._number
        if number is None:
            self.panel.show((), ())
            return
        model = self._explorer.model
        evidence = self._evidence(number)
        matches = self._answer.shown.matches(number)
        self.panel.show(
            heading(model.items[number], self._place, evidence),
            quote_panel(model, number, self._place, evidence, matches),
        )
        if self.has_class("-reading"):
            text = model.sources.get(model.article_of(number).id) or no_text(model, number)
            self.article.show(text, article_heading(model, number, self._place, evidence), evidence)

    # Which room is used

    def action_filter(self) -> None:
        self.remove_class("-reading")
        self.set_focus(self.filter.words)

    def action_items(self) -> None:
        self._ask_words()
        self.set_focus(self.items)

    def action_facets(self) -> None:
        self.remove_class("-reading")
        self.add_class("-picking")
        self.set_focus(self.facets)

    def action_leave_filter(self) -> None:
        if self.filter.words.value:
            self.filter.words.value = ""
            self._ask_words()
        else:
            self.set_focus(self.items)

    def action_room(self, step: int) -> None:
        self._ask_words()
        if self.has_class("-reading"):
            self.action_close_article()
            return
        rooms: list[Widget] = [self.filter.words, self.facets, self.items, self.panel]
        here = rooms.index(self.focused) if self.focused in rooms else 2
        room = rooms[(here + step) % len(rooms)]
        self.set_class(room is self.facets, "-picking")
        self.set_focus(room)

    def on_descendant_focus(self) -> None:
        # The rooms tell of their focus each in its own time: the last to tell may have lost it again.
        self.set_class(self.focused is self.facets, "-picking")
        self.set_class(self.focused is self.panel, "-quoting")
        self._show_keys()

    # What is said

    def notice(self, text: str) -> None:
        """Say something in place of the keys, until the next key."""
        self.add_class("-telling")
        self.keys.say(((text, "key"),))

    def _show_keys(self) -> None:
        self.remove_class("-telling")
        self.keys.say(footer(self._room()))

    def _room(self) -> Room:
        if self.focused is self.filter.words:
            return "filter"
        if self.focused is self.facets:
            return "facets"
        return "article" if self.has_class("-reading") else "items"

    def _prompt(self) -> Line:
        return ((f" {scope_name(self._question.scope)} ", "picked"), ("/ ", "key"))

    def _count(self) -> Line:
        return ((f" {count(self._answer, len(self._explorer.model.items))} ", "title"),)

    def _narrowed(self) -> Line:
        return narrowed_by(self._explorer, self._answer)
