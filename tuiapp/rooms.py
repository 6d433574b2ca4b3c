"""The rooms of the main screen: which of them are shown, which has the focus, and the keys that lead to another."""

from textual import events
from textual.geometry import Size
from textual.getters import query_one
from textual.widget import Widget

from tuiapp.keytable import Room
from tuiapp.legend import footer
from tuiapp.terminal.screen import SteadyScreen
from tuiapp.widgets.arrangement import arrangement
from tuiapp.widgets.article_view import ArticleView
from tuiapp.widgets.bar import Bar, Footer
from tuiapp.widgets.counting import Counting
from tuiapp.widgets.excerpt_bar import ExcerptBar
from tuiapp.widgets.facet_list import FacetList
from tuiapp.widgets.facet_room import FacetRoom
from tuiapp.widgets.field import Field
from tuiapp.widgets.filter_bar import FilterBar
from tuiapp.widgets.item_list import ItemList
from tuiapp.widgets.lines import LineView
from tuiapp.widgets.proposal import Proposal
from tuiapp.widgets.quote_panel import QuotePanel
from tuiapp.widgets.search_bar import SearchBar


class Rooms(Counting, SteadyScreen):
    """The base of the main screen. It knows the rooms, but not what they show."""

    filter = query_one(FilterBar)
    facet_room = query_one(FacetRoom)
    facets = query_one(FacetList)
    items = query_one(ItemList)
    panel = query_one(QuotePanel)
    article = query_one(ArticleView)
    search = query_one(SearchBar)
    narrowed = query_one("#narrowed", Bar)
    keys = query_one("#keys", Footer)

    def on_screen_resume(self) -> None:
        # A page or the palette had the terminal's cursor.
        if isinstance(self.focused, LineView | Field):
            self.focused.point()

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out(event.size)

    def lay_out(self, size: Size) -> None:
        """Show and arrange the rooms for a screen of `size`."""
        self.update_classes(arrangement(size))

    def ask_words(self) -> None:
        """Search for the words in the filter now."""
        raise NotImplementedError

    def narrows(self) -> bool:
        """Whether the list has less than everything: words are in the filter, or values are picked."""
        raise NotImplementedError

    def widen(self) -> bool:
        """Clear the filter or, if it is empty, all picks. Return whether there was anything to clear."""
        raise NotImplementedError

    def fill(self, text: str) -> None:
        """Replace the words in the filter."""
        self.filter.words.value = text
        self.ask_words()

    def take(self, event: events.Key) -> bool:
        """If the key is a character and a text field has the focus, type it there at once and return True."""
        field = self.focused if isinstance(self.focused, Field) else None
        self.count_for(event.key, typing=field is not None)
        if not self._digits and self.has_class("-telling"):
            # Any key ends the notice.
            self.show_keys()
        if field and event.character and event.is_printable:
            field.insert_text_at_cursor(event.character)
            return True
        return False

    def leave_article(self) -> None:
        """Show list, facets and quote again."""
        self.remove_class("-reading")

    def action_filter(self) -> None:
        """Type: in the facets to narrow their values, elsewhere into the filter."""
        if self.focused is self.facets:
            self.facet_room.open()
            return
        self.leave_article()
        self.set_focus(self.filter.words)

    def action_items(self) -> None:
        self.ask_words()
        self.set_focus(self.items)

    def action_facets(self) -> None:
        self.leave_article()
        self.add_class("-picking")
        self.facet_room.done()
        self.set_focus(self.facets)

    def action_leave_values(self) -> None:
        self.facet_room.close()
        self.set_focus(self.facets)

    def action_close_article(self) -> None:
        self.leave_article()
        self.set_focus(self.items)

    def action_leave_filter(self) -> None:
        if self.filter.words.value:
            self.fill("")
        else:
            self.set_focus(self.items)

    def action_back_or_quit(self) -> None:
        if not self._back():
            self.app.exit()

    def action_back(self) -> None:
        # A number typed before has been dropped by `take`; that is step enough.
        if not self.count:
            self._back()

    def _back(self) -> bool:
        """Go back one step: to the list, then to the whole list. Return whether there was a step."""
        self.ask_words()
        if self.focused is self.items:
            return self.widen()
        if self.focused is self.facets and self.facet_room.close():
            return True
        self.action_close_article()
        return True

    def action_room(self, step: int) -> None:
        self.ask_words()
        rooms: list[Widget] = [self.filter.words, self.facets, self.items, self.panel]
        focused = self.facets if self.focused is self.facet_room.words else self.focused
        here = rooms.index(focused) if focused in rooms else 2
        self._enter(rooms[(here + step) % len(rooms)])

    def _enter(self, room: Widget) -> None:
        # A room that is hidden cannot have the focus: show it first.
        self.set_class(room is self.facets, "-picking")
        self.set_focus(room)

    def action_beside(self, step: int) -> None:
        """Move the focus left or right in the order facets, list, quote; stay at the ends."""
        rooms: list[Widget] = [self.facets, self.items, self.panel]
        if self.focused in rooms:
            self._enter(rooms[max(0, min(rooms.index(self.focused) + step, 2))])

    def on_descendant_focus(self) -> None:
        # Ask `focused`, not the event: the event comes with a delay, and its room may have lost the focus again.
        self.set_class(self.focused in (self.facets, self.facet_room.words), "-picking")
        self.set_class(self.focused is self.panel, "-quoting")
        self.tell_keys()

    def notice(self, text: str) -> None:
        """Show `text` instead of the footer's keys, until the next key."""
        self.add_class("-telling")
        self.keys.say(((text, "key"),))

    def tell_keys(self) -> None:
        """Show the keys of the room that has the focus, unless a notice stands there: that stays until the next key."""
        if not self.has_class("-telling"):
            self.show_keys()

    def show_keys(self) -> None:
        """Show the keys of the room that has the focus, and no notice any more."""
        self.remove_class("-telling")
        self.keys.say(footer(self.room(), top=self.focused is self.items and not self.narrows()))

    def room(self) -> Room:
        """The room that has the focus, by whose keys it goes."""
        if self.focused is self.filter.words:
            return "filter"
        if self.focused is self.facet_room.words:
            return "values"
        if self.focused is self.facets:
            return "facets"
        if self.focused is self.search.words:
            return "search"
        if self.focused is self.panel:
            return "rooms"
        if isinstance(self.focused, Proposal):
            return "proposal"
        if isinstance(self.focused, ExcerptBar):
            return "excerpt"
        return "article" if self.has_class("-reading") else "items"
