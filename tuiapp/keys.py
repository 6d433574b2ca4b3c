"""The one table of keys: bindings, footer, help, palette, settings and docs/keys.md are made from it.

It has only keys that a plain terminal can send over SSH: no Ctrl+H, I, M or [, which arrive as backspace, tab, enter
and escape; no Alt. Ctrl+J is a line feed and Enter a carriage return, so these are two keys. Whatever Esc does, another
key does too.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from tuiapp.keynames import label, twins
from tuiapp.language import deferred

if TYPE_CHECKING:
    from textual.binding import BindingType

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
    "export",
]
"""Where a key works. `everywhere`: on every screen. `browser`: on the main screen. `rooms`: in all rooms (panes) of the
main screen but the text fields. `listing`: in the list, the facets and the quote, but not in the article. `panes`: in
these and their text fields. `filter`, `values`, `search`: in the field of the filter, of the facets, of the search in
the article. `moving`: in everything that scrolls or has a cursor. The others: in the room, page or palette of that
name."""


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
    Key("article", "slash", "screen.find", deferred("search in the article"), deferred("search")),
    Key("article", "right_square_bracket", "screen.quote(1)",
        deferred("the item's next quote"), deferred("quote"), name="article-next-quote"),
    Key("article", "tab", "screen.item(1)", deferred("the article's next item"), deferred("item"), name="next-item"),
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
    Key("palette", "enter", "app.run", deferred("do what is selected")),
    Key("palette", "down,ctrl+n,ctrl+j", "screen.move('down')", deferred("next command"), name="palette-down"),
    Key("palette", "up,ctrl+p,ctrl+k", "screen.move('up')", deferred("previous command"), name="palette-up"),
    Key("palette", "pagedown", "screen.move('page_down')",
        deferred("a page of commands down"), name="palette-page-down"),
    Key("palette", "pageup", "screen.move('page_up')", deferred("a page of commands up"), name="palette-page-up"),
    Key("palette", "escape", "screen.close", deferred("back"), name="close-palette"),
    Key("export", "enter", "screen.write", deferred("write the file"), name="write-file"),
    Key("export", "escape", "screen.close", deferred("back"), name="close-export"),
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

TOGETHER: tuple[tuple[Room, ...], ...] = (
    ("rooms", "listing", "panes", "browser", "everywhere", "moving", "items"),
    ("rooms", "listing", "panes", "browser", "everywhere", "moving", "facets"),
    ("rooms", "browser", "everywhere", "moving", "article"),
    ("filter", "panes", "browser", "everywhere"),
    ("values", "panes", "browser", "everywhere"),
    ("search", "browser", "everywhere"),
    ("articles", "moving", "everywhere"),
    ("page", "moving", "everywhere"),
    ("palette", "everywhere"),
    ("export", "everywhere"),
)
"""The rooms whose keys work at the same time."""
TYPING = ("filter", "values", "search", "palette", "export", "panes", "browser", "everywhere")
"""The rooms whose keys also work where characters are typed into a field."""

_table = KEYS
"""The table with the chosen keys."""
_bound = False
"""Whether a class has its bindings."""


def use(chosen: Mapping[str, Sequence[str]]) -> None:
    """Replace the keys of the actions that `chosen` names, for the whole process.

    Call it before the screen is imported: its classes get their bindings then. Later it raises RuntimeError.
    """
    global _table
    if _bound:
        raise RuntimeError("keys were chosen after the screen had been bound to others")
    _table = rekeyed(chosen)


def table() -> tuple[Key, ...]:
    """The table with the keys in use."""
    return _table


def rekeyed(chosen: Mapping[str, Sequence[str]]) -> tuple[Key, ...]:
    """KEYS with other keys, by Textual's names, for the actions that `chosen` names."""
    return tuple(key._replace(keys=",".join(chosen[key.called])) if key.called in chosen else key for key in KEYS)


def names(key: Key) -> tuple[str, ...]:
    """Every name that triggers `key`: its own names and their twins."""
    return tuple(dict.fromkeys([*key.own, *(twin for name in key.own for twin in twins(name))]))


def overtaking() -> frozenset[str]:
    """The names of the keys that quit or interrupt: they overtake all waiting keys."""
    return frozenset(
        name for key in _table if key.action in ("app.interrupt", "app.quit") for name in names(key) if "+" in name
    )


def bindings(*rooms: Room, on: str = "") -> "list[BindingType]":
    """Textual's bindings of all keys that work in `rooms`. Their actions belong to the room, or to the namespace `on`.

    All have priority, so that they act as soon as the key arrives. Without it they would wait for the room to handle
    the key, and of `/lift` in one packet only the `/` would arrive.
    """
    # Imported here so that the table can be read, to check the settings, without the screen.
    from textual.binding import Binding

    global _bound
    _bound = True
    room = f"{on}." if on else ""
    return [
        Binding(name, room + key.action.format(key=name), key.description, show=False, priority=True)
        for key in _table
        if key.room in rooms
        for name in names(key)
    ]


def labels(key: Key) -> str:
    """The names of all keys of an action, for people."""
    if key.keys == DIGITS:
        return "0-9"
    return " ".join(label(name) for name in key.own)


def shortcut(called: str) -> str:
    """The first key of the action of this name, for people; empty if it has none."""
    return next((label(key.own[0]) for key in _table if key.called == called and key.own), "")
