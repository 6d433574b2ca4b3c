"""The one table of keys: bindings, twins on Cyrillic layouts, footer, help, palette and docs/keys.md are made from it.

It has only keys that a plain terminal can send over SSH: no Ctrl+H, I, M or [, which arrive as backspace, tab, enter
and escape; no Alt. Ctrl+J is a line feed and Enter a carriage return, so these are two keys. Whatever Esc does, another
key does too.
"""

from typing import Literal, NamedTuple

from textual.binding import Binding, BindingType

from tuiapp.fold import having, on_same_key
from tuiapp.language import deferred, gettext, spoken
from tuiapp.present.lines import Line, Paragraph, Run
from tuiapp.signs import ascii_only, sign

Room = Literal[
    "everywhere",
    "browser",
    "rooms",
    "moving",
    "filter",
    "items",
    "facets",
    "values",
    "article",
    "page",
    "palette",
    "export",
]
"""Where a key works. `everywhere`: on every screen. `browser`: on the main screen. `rooms`: in all rooms (panes) of the
main screen but the text fields. `filter`, `values`: in the field of the filter, of the facets. `moving`: in everything
that scrolls or has a cursor. The others: in the room, page or palette of that name."""


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


DIGITS = "0,1,2,3,4,5,6,7,8,9"

KEYS: tuple[Key, ...] = (
    Key(
        "rooms",
        "slash",
        "screen.filter",
        deferred("type what to find; in the list, into the filter"),
        deferred("filter"),
        palette=True,
    ),
    Key("filter", "enter", "screen.items", deferred("back to the list, keeping the filter"), deferred("keep")),
    Key("filter", "escape", "screen.leave_filter", deferred("clear the filter, then leave it"), deferred("clear")),
    Key("filter", "down,ctrl+n,ctrl+j", "screen.move('down')", deferred("next item, still typing"), deferred("next")),
    Key(
        "filter", "up,ctrl+p,ctrl+k", "screen.move('up')", deferred("previous item, still typing"), deferred("previous")
    ),
    Key("filter", "pagedown", "screen.move('page_down')", deferred("a page of items down, still typing")),
    Key("filter", "pageup", "screen.move('page_up')", deferred("a page of items up, still typing")),
    Key("moving", "j,down", "move('down')", deferred("down")),
    Key("moving", "k,up", "move('up')", deferred("up")),
    Key("moving", "pagedown,ctrl+f,ctrl+d", "move('page_down')", deferred("a page down")),
    Key("moving", "pageup,ctrl+b,ctrl+u", "move('page_up')", deferred("a page up")),
    Key("moving", "g,home", "move('top')", deferred("to the first")),
    Key("moving", "G,end", "move('bottom')", deferred("to the last")),
    Key("rooms", DIGITS, "screen.digit({key})", deferred("before j, k or G: how often, or which row")),
    Key("items", "enter", "screen.read", deferred("open the article at the quote"), deferred("article")),
    Key("items", "space", "screen.mark", deferred("mark the row, or unmark it"), deferred("mark")),
    Key("facets", "space,enter", "pick", deferred("pick the value, or drop it"), deferred("pick")),
    Key("facets", "right_square_bracket", "facet(1)", deferred("to the next facet")),
    Key("facets", "left_square_bracket", "facet(-1)", deferred("to the start of the facet, then to the one before")),
    Key("values", "enter", "screen.facets", deferred("to the values found"), deferred("keep")),
    Key("values", "escape", "screen.leave_values", deferred("all values again"), deferred("clear")),
    Key("values", "down,ctrl+n,ctrl+j", "screen.move('down')", deferred("next value, still typing"), deferred("next")),
    Key(
        "values",
        "up,ctrl+p,ctrl+k",
        "screen.move('up')",
        deferred("previous value, still typing"),
        deferred("previous"),
    ),
    Key("article", "enter", "screen.close_article", deferred("back to the row")),
    Key("rooms", "f", "screen.facets", deferred("to the facets"), deferred("facets"), palette=True),
    Key("rooms", "question_mark,f1", "app.help", deferred("all keys"), deferred("help"), palette=True),
    Key(
        "rooms",
        "escape",
        "screen.back",
        deferred("back: to the list, then no filter, no picks, no marks"),
        deferred("back"),
    ),
    Key(
        "rooms", "q", "screen.back_or_quit", deferred("the same; with nothing to go back from: quit"), deferred("quit")
    ),
    Key(
        "rooms",
        "y",
        "screen.copy",
        deferred("copy the citation, or those of the marked rows"),
        deferred("copy"),
        palette=True,
    ),
    Key(
        "rooms",
        "x",
        "screen.export",
        deferred("write the marked rows, or all of the list, to a file"),
        palette=True,
        guests=False,
    ),
    Key("rooms", "c", "screen.clear", deferred("clear the filter and all picks"), deferred("clear"), palette=True),
    Key("rooms", "n", "screen.quote(1)", deferred("next quote"), palette=True),
    Key("rooms", "p,N", "screen.quote(-1)", deferred("previous quote"), palette=True),
    Key("rooms", "v", "screen.alone", deferred("show the citation alone, to be selected"), palette=True),
    Key("rooms", "e", "screen.scope('enterprise')", deferred("match enterprises only"), palette=True),
    Key("rooms", "s", "screen.scope('sector')", deferred("match sectors only"), palette=True),
    Key("rooms", "a", "screen.scope('all')", deferred("match everything"), palette=True),
    Key("browser", "f2", "screen.scope('enterprise')", deferred("match enterprises only")),
    Key("browser", "f3", "screen.scope('sector')", deferred("match sectors only")),
    Key("browser", "f4", "screen.scope('all')", deferred("match everything")),
    Key("rooms", "o", "screen.sorted", deferred("the next order of rows"), palette=True),
    Key("rooms", "w", "screen.rewriting", deferred("other layouts and scripts, on or off"), palette=True),
    Key("page", "escape,enter,q", "screen.close", deferred("back"), deferred("back")),
    Key("palette", "enter", "app.run", deferred("do what is selected")),
    Key("palette", "down,ctrl+n,ctrl+j", "screen.move('down')", deferred("next command")),
    Key("palette", "up,ctrl+p,ctrl+k", "screen.move('up')", deferred("previous command")),
    Key("palette", "pagedown", "screen.move('page_down')", deferred("a page of commands down")),
    Key("palette", "pageup", "screen.move('page_up')", deferred("a page of commands up")),
    Key("palette", "escape", "screen.close", deferred("back")),
    Key("export", "enter", "screen.write", deferred("write the file")),
    Key("export", "escape", "screen.close", deferred("back")),
    Key("browser", "tab", "screen.room(1)", deferred("next pane"), deferred("pane")),
    Key("browser", "shift+tab", "screen.room(-1)", deferred("previous pane")),
    Key("rooms", "h", "screen.beside(-1)", deferred("to the room on the left")),
    Key("rooms", "l", "screen.beside(1)", deferred("to the room on the right")),
    Key("rooms", "L", "app.language", deferred("Russian or English"), deferred("по-русски"), palette=True),
    Key("rooms", "d", "app.dark", deferred("dark or light"), palette=True),
    Key("rooms", "ctrl+p,colon", "app.palette", deferred("command palette")),
    Key("page", "ctrl+p,colon", "app.palette", deferred("command palette")),
    Key("filter", "f5", "app.palette", deferred("command palette")),
    Key("everywhere", "ctrl+l", "app.redraw", deferred("draw the screen again")),
    Key("everywhere", "ctrl+z", "app.suspend_process", deferred("suspend, where a shell can bring it back")),
    Key("everywhere", "ctrl+c", "app.interrupt", deferred("clear the filter; twice: quit")),
    Key("everywhere", "ctrl+q", "app.quit", deferred("quit"), palette=True),
)

_NAMED = {
    "slash": ("full_stop",), "question_mark": ("comma",), "colon": ("Ж",), "left_square_bracket": ("х",),
    "right_square_bracket": ("ъ", "apostrophe"),
}  # fmt: skip
"""What the keys / ? : [ and ] send on the Cyrillic layouts; of ] the Belarusian one makes an apostrophe."""
_SHOWN = {
    "slash": "/", "question_mark": "?", "colon": ":", "pagedown": "PgDn", "pageup": "PgUp", "shift+tab": "Shift+Tab",
    "escape": "Esc", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def twins(key: str) -> tuple[str, ...]:
    """The names of the key events that `key` sends on Cyrillic layouts; empty if it sends the same as on Latin ones."""
    if key in _NAMED:
        return _NAMED[key]
    modifier, _, letter = key.rpartition("+")
    found = on_same_key(letter) if len(letter) == 1 else ()
    return tuple(f"{modifier}+{twin}" if modifier else twin for twin in found)


def names(key: Key) -> tuple[str, ...]:
    """Every name that triggers `key`: its own names and their twins."""
    own = key.keys.split(",")
    return tuple(dict.fromkeys([*own, *(twin for name in own for twin in twins(name))]))


def overtaking() -> frozenset[str]:
    """The names of the keys that quit or interrupt: they overtake all waiting keys."""
    return frozenset(
        name for key in KEYS if key.action in ("app.interrupt", "app.quit") for name in names(key) if "+" in name
    )


def bindings(*rooms: Room, on: str = "") -> list[BindingType]:
    """Textual's bindings of all keys that work in `rooms`. Their actions belong to the room, or to the namespace `on`.

    All have priority, so that they act as soon as the key arrives. Without it they would wait for the room to handle
    the key, and of `/lift` in one packet only the `/` would arrive.
    """
    room = f"{on}." if on else ""
    return [
        Binding(name, room + key.action.format(key=name), key.description, show=False, priority=True)
        for key in KEYS
        if key.room in rooms
        for name in names(key)
    ]


def label(name: str) -> str:
    """The name of a key for people: `ctrl+q` is `Ctrl+Q`, `slash` is `/`."""
    if name in _SHOWN:
        return _SHOWN[name]
    if name in ("down", "up"):
        return sign(name)
    modifier, _, letter = name.rpartition("+")
    if modifier:
        return f"{modifier.capitalize()}+{letter.upper()}"
    return letter if len(letter) == 1 else letter.capitalize()


def labels(key: Key) -> str:
    """The names of all keys of an action, for people."""
    if key.keys == DIGITS:
        return "0-9"
    return " ".join(label(name) for name in key.keys.split(","))


def headings() -> dict[Room, str]:
    """The headings of the help, by room and in the help's order."""
    return {
        "rooms": gettext("In the list, the facets, the quote and the article"),
        "moving": gettext("Moving in them"),
        "items": gettext("In the list"),
        "facets": gettext("In the facets"),
        "article": gettext("In the article"),
        "filter": gettext("While typing into the filter"),
        "values": gettext("While typing a value's name in the facets"),
        "page": gettext("On a page like this one"),
        "palette": gettext("In the command palette"),
        "export": gettext("While typing the name of a file"),
        "browser": gettext("Everywhere, the filter too"),
        "everywhere": gettext("Everywhere, on pages too"),
    }


def commands(typed: str, *, guest: bool) -> list[Key]:
    """The palette's commands whose descriptions have every word of `typed`, as typed or on the other layout."""
    wanted = having(typed)
    return [key for key in KEYS if key.palette and (key.guests or not guest) and wanted(gettext(key.description))]


def footer(room: Room, *, top: bool) -> Line:
    """The keys in the footer for `room`, in the table's order; those of all rooms too, except in the filter.

    `top`: whether nothing is left to go back from. There it has the key that quits, elsewhere the one that goes back.
    """
    rooms = (room, "browser") if room in ("filter", "values") else (room, "rooms", "browser")
    other = "screen.back" if top else "screen.back_or_quit"
    line: list[Run] = []
    for key in KEYS:
        word = gettext(key.footer) if key.footer else ""
        if key.room in rooms and word and key.action != other and _drawable(word):
            line += [(label(key.keys.split(",")[0]), "key"), (f" {word}  ", "dim")]
    return tuple(line)


def _drawable(word: str) -> bool:
    """Whether the footer may have `word`.

    While only ASCII signs are drawn, a Cyrillic word is left out, because the terminal may not have its letters. In
    Russian it is kept, because all words are Cyrillic there.
    """
    return word.isascii() or not ascii_only() or spoken() == "ru"


def help_page() -> list[Paragraph]:
    """The help: every key, by room."""
    page = [Paragraph(gettext("Esc, Enter or q closes this page."), "dim"), Paragraph("")]
    for room, heading in headings().items():
        page += [Paragraph(heading, "title")]
        for key in KEYS:
            if key.room == room:
                margin: Run = (f"  {labels(key):<18} ", "key")
                page.append(Paragraph(gettext(key.description), margin=(margin,)))
        page.append(Paragraph(""))
    return page
