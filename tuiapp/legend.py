"""What the screen says of the keys: the footer, the help, and the commands of the palette."""

from tuiapp.fold import fold, having, other_layout
from tuiapp.keynames import label
from tuiapp.keys import labels, table, working
from tuiapp.keytable import Key, Room
from tuiapp.language import gettext, spoken
from tuiapp.present.lines import Line, Paragraph, Run
from tuiapp.signs import ascii_only
from tuiapp.terminal import restricted


def headings() -> dict[Room, str]:
    """The headings of the help, by room and in the help's order."""
    return {
        "rooms": gettext("In the list, the facets, the quote and the article"),
        "moving": gettext("Moving in them"),
        "listing": gettext("In the list, the facets and the quote"),
        "items": gettext("In the list"),
        "facets": gettext("In the facets"),
        "article": gettext("In the article"),
        "proposal": gettext("Beside the article of a proposed item"),
        "excerpt": gettext("While words of the article are marked"),
        "articles": gettext("On the page of all articles"),
        "search": gettext("While typing into the search in the article"),
        "filter": gettext("While typing into the filter"),
        "values": gettext("While typing a value's name in the facets"),
        "page": gettext("On a page like this one"),
        "palette": gettext("In the command palette, and wherever a row is chosen"),
        "entry": gettext("While typing the name of a file, or a title"),
        "panes": gettext("Between the list, the facets, the quote and the filter"),
        "browser": gettext("Everywhere, the filter too"),
        "everywhere": gettext("Everywhere, on pages too"),
    }


def commands(typed: str, *, guest: bool) -> list[Key]:
    """The palette's commands whose descriptions or names in the settings have every word of `typed`, as typed or on the
    other layout; first those that begin with it."""
    wanted, readings = having(typed), tuple(fold(reading) for reading in (typed, *other_layout(typed)))
    offered = (key for key in table() if key.palette and (key.guests or not guest))
    found = [key for key in offered if wanted(f"{gettext(key.description)} {key.called}")]
    # `sorted` is stable: the others stay in the table's order.
    return sorted(
        found, key=lambda key: not (key.called in readings or fold(gettext(key.description)).startswith(readings))
    )


def footer(room: Room, *, top: bool) -> Line:
    """The keys in the footer for `room`, in the table's order; those of all rooms too, except for fields and pages.

    `top`: whether nothing is left to go back from. There it has the key that quits, elsewhere the one that goes back.
    """
    more: dict[Room, tuple[Room, ...]] = {
        "filter": ("panes",),
        "values": ("panes",),
        "search": (),
        "articles": (),
        "article": ("rooms",),
        "proposal": ("article", "rooms"),
        "excerpt": (),
    }
    rooms = (room, *more.get(room, ("rooms", "listing", "panes")))
    other = "screen.back" if top else "screen.back_or_quit"
    line: list[Run] = []
    for key in working(*rooms):
        word = gettext(key.footer) if key.footer else ""
        if word and key.action != other and _drawable(word) and (key.guests or not restricted()):
            line += [(label(key.own[0]), "key"), (f" {word}  ", "dim")]
    return tuple(line)


def _drawable(word: str) -> bool:
    """Whether the footer may have `word`.

    While only ASCII signs are drawn, a Cyrillic word is left out, because the terminal may not have its letters. In
    Russian it is kept, because all words are Cyrillic there.
    """
    return word.isascii() or not ascii_only() or spoken() == "ru"


def help_page(here: Room) -> list[Paragraph]:
    """The help: every key, by room; first those of the room that one is in."""
    close = ", ".join(label(name) for key in table() if key.called == "close" for name in key.own)
    page = [Paragraph(gettext("{keys}: closes this page.").format(keys=close), "dim"), Paragraph("")] if close else []
    for room, heading in sorted(headings().items(), key=lambda each: each[0] != here):
        page += [Paragraph(heading, "title")]
        for key in table():
            if key.room == room and key.own:
                margin: Run = (f"  {labels(key):<18} ", "key")
                page.append(Paragraph(gettext(key.description), margin=(margin,), hanging=True))
        page.append(Paragraph(""))
    return page
