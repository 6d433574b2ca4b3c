"""The one table of keys: bindings, footer, help, palette, settings and docs/keys.md are made from it.

It has only keys that a plain terminal can send over SSH: no Ctrl+H, I, M or [, which arrive as backspace, tab, enter
and escape; no Alt. Ctrl+J is a line feed and Enter a carriage return, so these are two keys. Whatever Esc does, another
key does too.
"""

from typing import Literal, NamedTuple

from tuiapp.language import deferred

Room = Literal[
    "everywhere",
    "browser",
    "rooms",
    "listing",
    "panes",
    "moving",
    "filter",
    "items",
    "facets",
    "values",
    "article",
    "articles",
    "search",
    "page",
    "palette",
    "entry",
    "proposal",
    "excerpt",
]
"""Where a key works. `everywhere`: on every screen. `browser`: on the main screen. `rooms`: in all rooms (panes) of the
main screen but the text fields. `listing`: in the list, the facets and the quote, but not in the article. `panes`: in
these and their text fields. `filter`, `values`, `search`: in the field of the filter, of the facets, of the search in
the article. `moving`: in everything that scrolls or has a cursor. `proposal`: beside an article whose item is not
decided; its keys go before those of `article` and `rooms`. `excerpt`: while words of the article are marked. The
others: in the room, page or palette of that name."""


class Key(NamedTuple):
    """One action and its keys."""

    room: Room
    keys: str
    """Textual's names of the keys on a Latin layout; the footer shows the first."""
    action: str
    """Textual action of the app, the screen or the room; `{key}` stands for the key's name."""
    description: str
    footer: str = ""
    """The word in the footer; if empty, the key is not in the footer."""
    palette: bool = False
    """Whether the command palette offers it."""
    guests: bool = True
    """Whether it does anything for guests, who may write nothing."""
    name: str = ""
    """What it is called in the settings; if empty, as the action is. Those of one name get the same keys."""

    @property
    def own(self) -> list[str]:
        """The names of its keys one by one."""
        return self.keys.split(",") if self.keys else []

    @property
    def called(self) -> str:
        """Its name in the settings, such as `leave-filter`; empty if they cannot change it."""
        action = self.action.rpartition(".")[2].replace("_", "-")
        return self.name or ("" if "(" in action else action)


DIGITS = "0,1,2,3,4,5,6,7,8,9"

# fmt: off
KEYS: tuple[Key, ...] = (
    Key("proposal", "y", "screen.keep", deferred("keep the proposal"), deferred("keep")),
    Key("proposal", "x", "screen.drop", deferred("drop it from the file"), deferred("drop")),
    Key("proposal", "enter", "screen.value",
        deferred("change any value: speaker, sector, date of the article …"), deferred("more"), name="change-value"),
    Key("proposal", "t", "screen.title", deferred("edit its title"), deferred("title"), name="edit-title"),
    Key("proposal", "s", "screen.stage(1)", deferred("its next stage"), deferred("stage"), name="next-stage"),
    Key("proposal", "e", "screen.enterprise",
        deferred("add an enterprise, or take one out"), deferred("firm"), name="pick-enterprise"),
    Key("proposal", "r", "screen.region",
        deferred("set its regions, or take them out"), deferred("region"), name="pick-region"),
    Key("proposal", "S", "screen.stage(-1)", deferred("its stage before"), name="previous-stage"),
    Key("proposal", "J", "screen.join", deferred("put its quotes under the item before"), name="join-before"),
    Key("article", "slash", "screen.find", deferred("search in the article"), deferred("search")),
    Key("article", "right_square_bracket", "screen.quote(1)",
        deferred("the item's next quote"), deferred("quote"), name="article-next-quote"),
    Key("article", "tab", "screen.item(1)", deferred("the article's next item"), deferred("item"), name="next-item"),
    Key("article", "m", "screen.excerpt",
        deferred("mark words of the article, to quote them"), deferred("mark"), guests=False),
    Key("article", "U", "screen.uncovered",
        deferred("mark the next sentence that no item quotes"), guests=False),
    Key("excerpt", "enter", "screen.quote_excerpt",
        deferred("quote these words under an item"), deferred("quote"), name="quote-excerpt"),
    Key("excerpt", "j,down", "screen.sentence(1)", deferred("the next sentence"), deferred("sentence"),
        name="next-sentence"),
    Key("excerpt", "J", "screen.sentences(1)",
        deferred("its end a sentence further"), deferred("one more"), name="sentence-on"),
    Key("excerpt", "K", "screen.sentences(-1)", deferred("its end a sentence back"), name="sentence-back"),
    Key("excerpt", "k,up", "screen.sentence(-1)", deferred("the sentence before"), name="previous-sentence"),
    Key("excerpt", "l,w,right", "screen.word(1)",
        deferred("its end a word further"), deferred("word on"), name="word-on"),
    Key("excerpt", "h,b,left", "screen.word(-1)",
        deferred("its end a word back"), deferred("word back"), name="word-back"),
    Key("excerpt", "o", "screen.other_end",
        deferred("move its beginning instead of its end, or its end again"), deferred("other end")),
    Key("excerpt", "U", "screen.uncovered",
        deferred("the next sentence that no item quotes"), deferred("unquoted")),
    Key("excerpt", "escape,q,m", "screen.leave_excerpt", deferred("back to the article"), deferred("back")),
    Key("excerpt", "question_mark,f1", "app.help", deferred("all keys"), deferred("help")),
    Key("listing", "slash", "screen.filter",
        deferred("type what to find; in the list, into the filter"), deferred("filter"), palette=True),
    Key("filter", "enter", "screen.items",
        deferred("back to the list, keeping the filter"), deferred("keep"), name="keep-filter"),
    Key("filter", "escape", "screen.leave_filter", deferred("clear the filter, then leave it"), deferred("clear")),
    Key("filter", "down,ctrl+n,ctrl+j", "screen.move('down')",
        deferred("next item, still typing"), deferred("next"), name="filter-down"),
    Key("filter", "up,ctrl+p,ctrl+k", "screen.move('up')",
        deferred("previous item, still typing"), deferred("previous"), name="filter-up"),
    Key("filter", "pagedown", "screen.move('page_down')",
        deferred("a page of items down, still typing"), name="filter-page-down"),
    Key("filter", "pageup", "screen.move('page_up')",
        deferred("a page of items up, still typing"), name="filter-page-up"),
    Key("moving", "j,down", "move('down')", deferred("down"), name="down"),
    Key("moving", "k,up", "move('up')", deferred("up"), name="up"),
    Key("moving", "pagedown,ctrl+f,ctrl+d", "move('page_down')", deferred("a page down"), name="page-down"),
    Key("moving", "pageup,ctrl+b,ctrl+u", "move('page_up')", deferred("a page up"), name="page-up"),
    Key("moving", "g,home", "move('top')", deferred("to the first"), name="top"),
    Key("moving", "G,end", "move('bottom')", deferred("to the last"), name="bottom"),
    Key("rooms", DIGITS, "screen.digit({key})", deferred("before a move: how often, or to which row")),
    Key("items", "enter", "screen.read", deferred("open the article at the quote"), deferred("article")),
    Key("items", "space", "screen.mark", deferred("mark the row, or unmark it"), deferred("mark")),
    Key("facets", "space,enter", "pick", deferred("pick the value, or drop it"), deferred("pick")),
    Key("facets", "right_square_bracket", "facet(1)", deferred("to the next facet"), name="next-facet"),
    Key("facets", "left_square_bracket", "facet(-1)",
        deferred("to the start of the facet, then to the one before"), name="previous-facet"),
    Key("values", "enter", "screen.facets", deferred("to the values found"), deferred("keep"), name="keep-values"),
    Key("values", "escape", "screen.leave_values", deferred("all values again"), deferred("clear")),
    Key("values", "down,ctrl+n,ctrl+j", "screen.move('down')",
        deferred("next value, still typing"), deferred("next"), name="values-down"),
    Key("values", "up,ctrl+p,ctrl+k", "screen.move('up')",
        deferred("previous value, still typing"), deferred("previous"), name="values-up"),
    Key("article", "left_square_bracket,p", "screen.quote(-1)",
        deferred("the item's previous quote"), name="article-previous-quote"),
    Key("article", "shift+tab", "screen.item(-1)", deferred("the article's previous item"), name="previous-item"),
    Key("article", "n", "screen.hit(1)", deferred("next hit of the search"), name="next-hit"),
    Key("article", "N", "screen.hit(-1)", deferred("previous hit of the search"), name="previous-hit"),
    Key("article", "space", "screen.move('page_down')", deferred("a page down"), name="article-page-down"),
    Key("article", "b", "screen.move('page_up')", deferred("a page up"), name="article-page-up"),
    Key("article", "enter", "screen.close_article", deferred("back to the row")),
    Key("articles", "enter", "screen.choose", deferred("the list of this alone"), deferred("list")),
    Key("articles", "space", "unfold", deferred("show the items of the article, or hide them"), deferred("items")),
    Key("articles", "escape,q,A", "screen.close", deferred("back"), deferred("back"), name="close-articles"),
    Key("articles", "question_mark,f1", "app.help", deferred("all keys"), deferred("help")),
    Key("articles", DIGITS, "screen.digit({key})", deferred("before a move: how often, or to which row")),
    Key("articles", "ctrl+p,colon", "app.palette", deferred("command palette")),
    Key("article", "f", "screen.facets", deferred("to the facets")),
    Key("search", "enter,tab,shift+tab", "screen.keep_search",
        deferred("to the article, at the hit"), deferred("keep")),
    Key("search", "escape", "screen.drop_search", deferred("clear it, back to where it began"), deferred("clear")),
    Key("search", "down,ctrl+n,ctrl+j", "screen.hit(1)",
        deferred("next hit, still typing"), deferred("next"), name="search-down"),
    Key("search", "up,ctrl+p,ctrl+k", "screen.hit(-1)",
        deferred("previous hit, still typing"), deferred("previous"), name="search-up"),
    Key("listing", "f", "screen.facets", deferred("to the facets"), deferred("facets"), palette=True),
    Key("rooms", "question_mark,f1", "app.help", deferred("all keys"), deferred("help"), palette=True),
    Key("rooms", "escape", "screen.back",
        deferred("back: to the list, then no filter, no picks, no marks"), deferred("back")),
    Key("rooms", "q", "screen.back_or_quit",
        deferred("the same; with nothing to go back from: quit"), deferred("quit")),
    Key("rooms", "y", "screen.copy",
        deferred("copy the citation, or those of the marked rows"), deferred("copy"), palette=True),
    Key("rooms", "i", "screen.amend",
        deferred("change values of the item, decided or not"), palette=True, guests=False, name="change-item"),
    Key("rooms", "u", "screen.undo", deferred("take back the last change of a file"), palette=True, guests=False),
    Key("rooms", "ctrl+r", "screen.redo", deferred("do again what was taken back"), palette=True, guests=False),
    Key("rooms", "x", "screen.export",
        deferred("write the marked rows, or all of the list, to a file"), palette=True, guests=False),
    Key("rooms", "c", "screen.clear", deferred("clear the filter and all picks"), deferred("clear"), palette=True),
    Key("listing", "n", "screen.quote(1)", deferred("next quote"), palette=True, name="next-quote"),
    Key("listing", "p,N", "screen.quote(-1)", deferred("previous quote"), palette=True, name="previous-quote"),
    Key("rooms", "v", "screen.alone",
        deferred("show the citation alone, to be selected"), palette=True, name="citation"),
    Key("rooms", "e", "screen.scope('enterprise')",
        deferred("match enterprises only"), palette=True, name="enterprises"),
    Key("rooms", "s", "screen.scope('sector')", deferred("match sectors only"), palette=True, name="sectors"),
    Key("rooms", "a", "screen.scope('all')", deferred("match everything"), palette=True, name="everything"),
    Key("browser", "f2", "screen.scope('enterprise')", deferred("match enterprises only"), name="enterprises-typing"),
    Key("browser", "f3", "screen.scope('sector')", deferred("match sectors only"), name="sectors-typing"),
    Key("browser", "f4", "screen.scope('all')", deferred("match everything"), name="everything-typing"),
    Key("rooms", "o", "screen.sorted", deferred("the next order of rows"), palette=True, name="order"),
    Key("rooms", "A", "screen.articles", deferred("all articles"), palette=True),
    Key("rooms", "less_than_sign", "screen.told(-1)", deferred("earlier in the matter"), palette=True, name="earlier"),
    Key("rooms", "greater_than_sign", "screen.told(1)", deferred("later in the matter"), palette=True, name="later"),
    Key("rooms", "M", "screen.newest", deferred("only the newest of each matter, or all"), palette=True),
    Key("rooms", "w", "screen.rewriting", deferred("other layouts and scripts, on or off"), palette=True),
    Key("page", "space", "move('page_down')", deferred("a page down"), name="page-page-down"),
    Key("page", "escape,enter,q", "screen.close", deferred("back"), deferred("back")),
    Key("palette", "enter", "screen.choose", deferred("do or take what is selected"), name="run"),
    Key("palette", "down,ctrl+n,ctrl+j", "screen.move('down')", deferred("next row"), name="palette-down"),
    Key("palette", "up,ctrl+p,ctrl+k", "screen.move('up')", deferred("previous row"), name="palette-up"),
    Key("palette", "pagedown", "screen.move('page_down')",
        deferred("a page of rows down"), name="palette-page-down"),
    Key("palette", "pageup", "screen.move('page_up')", deferred("a page of rows up"), name="palette-page-up"),
    Key("palette", "escape", "screen.close", deferred("back"), name="close-palette"),
    Key("entry", "enter", "screen.take", deferred("take what is typed"), name="write-file"),
    Key("entry", "escape", "screen.close", deferred("back"), name="close-export"),
    Key("panes", "tab", "screen.room(1)", deferred("next pane"), deferred("pane"), name="next-pane"),
    Key("panes", "shift+tab", "screen.room(-1)", deferred("previous pane"), name="previous-pane"),
    Key("listing", "h", "screen.beside(-1)", deferred("to the room on the left"), name="pane-left"),
    Key("listing", "l", "screen.beside(1)", deferred("to the room on the right"), name="pane-right"),
    Key("rooms", "R", "app.renew", deferred("read the articles again, and show what has changed"), palette=True),
    Key("rooms", "E", "screen.edit", deferred("open the item's file in your editor"), palette=True, guests=False),
    Key("rooms", "L", "app.language", deferred("Russian or English"), deferred("по-русски"), palette=True),
    Key("rooms", "d", "app.dark", deferred("dark or light"), palette=True),
    Key("rooms", "ctrl+p,colon", "app.palette", deferred("command palette")),
    Key("page", "ctrl+p,colon", "app.palette", deferred("command palette")),
    Key("filter", "f5", "app.palette", deferred("command palette"), name="palette-typing"),
    Key("everywhere", "ctrl+l", "app.redraw", deferred("draw the screen again")),
    Key("everywhere", "ctrl+z", "app.suspend_process", deferred("suspend, where a shell can bring it back")),
    Key("everywhere", "ctrl+c", "app.interrupt", deferred("clear the filter; twice: quit")),
    Key("everywhere", "ctrl+q", "app.quit", deferred("quit"), palette=True),
)
# fmt: on
