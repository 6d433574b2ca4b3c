"""The styles of the roles of text: dark, light, and without colour.

All colours are in the 256-colour palette, so that no terminal has to approximate them. Every role that matters differs
from plain text by more than its colour.
"""

from functools import cache
from typing import Literal, NamedTuple

from rich.style import Style
from textual.theme import Theme

from tuiapp.present.lines import Role

Ground = Literal["", "bar", "gauge", "cursor", "resting"]
"""The background of a whole line. "": that of its room, which is a pane of the screen. `bar`: that of a bar. `gauge`:
that of a chart's bar. `cursor`: that of the line with the cursor. `resting`: the same in a room without the focus."""


class Colours(NamedTuple):
    """The colours of one theme."""

    text: str
    bright: str
    """The text of the quote, which the eye is to meet first."""
    muted: str
    accent: str
    good: str
    warn: str
    bad: str
    mark: str
    """Background of a marked passage, whose text has the colour `ground`."""
    ground: str
    bar: str
    gauge: str
    resting: str
    cursor: str


DARK = Colours("#d0d0d0", "#ffffff", "#9e9e9e", "#ffaf5f", "#87d787", "#ffd75f", "#ff8787", "#87afd7", "#121212",
               "#262626", "#303030", "#3a3a3a", "#005f87")  # fmt: skip
LIGHT = Colours("#3a3a3a", "#000000", "#626262", "#875f00", "#005f00", "#875f00", "#af0000", "#005f87", "#ffffff",
                "#eeeeee", "#e4e4e4", "#c6c6c6", "#afd7ff")  # fmt: skip


def _theme(name: str, colours: Colours, dark: bool) -> Theme:
    """The Textual theme with the same colours, for the text fields of the filter and the palette."""
    return Theme(
        name, dark=dark, primary=colours.cursor, accent=colours.accent, success=colours.good, warning=colours.warn,
        error=colours.bad, foreground=colours.text, background=colours.ground, surface=colours.bar, panel=colours.bar,
    )  # fmt: skip


THEMES = {"tuiapp-dark": DARK, "tuiapp-light": LIGHT}
TEXTUAL_THEMES = tuple(_theme(name, colours, colours is DARK) for name, colours in THEMES.items())


@cache
def styles(theme: str, colourless: bool) -> dict[tuple[Ground, Role], Style]:
    """The style of every role on every background."""
    look, grounds = _colourless() if colourless else _coloured(THEMES[theme])
    # On the cursor's background, draw `dim` and `key` as plain text: grey letters are hard to read there, and every
    # change of style costs 28 bytes.
    return {
        (ground, role): base if ground == "cursor" and role in ("dim", "key") else base + style
        for ground, base in grounds.items()
        for role, style in look.items()
    }


def _coloured(colours: Colours) -> tuple[dict[Role, Style], dict[Ground, Style]]:
    look: dict[Role, Style] = {
        "plain": Style(),
        "title": Style(bold=True),
        "dim": Style(color=colours.muted),
        "match": Style(color=colours.accent, bold=True, underline=True),
        "quote": Style(color=colours.bright),
        "good": Style(color=colours.good),
        "warn": Style(color=colours.warn),
        "bad": Style(color=colours.bad, bold=True),
        "added": Style(color=colours.good, underline=True),
        "removed": Style(color=colours.bad, underline=True),
        "mark": Style(color=colours.ground, bgcolor=colours.mark),
        # Without a colour: one letter may be hit two hundred times on a screen, and a colour would double the bytes.
        "hit": Style(bold=True, underline=True),
        "faint mark": Style(bgcolor=colours.resting),
        "good mark": Style(color=colours.ground, bgcolor=colours.good),
        "bad mark": Style(color=colours.ground, bgcolor=colours.bad),
        "key": Style(color=colours.accent),
        "picked": Style(color=colours.accent, bold=True),
    }
    grounds: dict[Ground, Style] = {
        "": Style(color=colours.text, bgcolor=colours.ground),
        "bar": Style(color=colours.text, bgcolor=colours.bar),
        "gauge": Style(color=colours.text, bgcolor=colours.gauge),
        "cursor": Style(color=colours.text, bgcolor=colours.cursor, bold=True),
        "resting": Style(color=colours.text, bgcolor=colours.resting, bold=True),
    }
    return look, grounds


def _colourless() -> tuple[dict[Role, Style], dict[Ground, Style]]:
    look: dict[Role, Style] = {
        "plain": Style(),
        "title": Style(bold=True),
        "dim": Style(),
        "match": Style(bold=True, underline=True),
        "quote": Style(bold=True),
        "good": Style(),
        "warn": Style(bold=True),
        "bad": Style(bold=True),
        "added": Style(underline=True),
        "removed": Style(underline=True),
        "mark": Style(reverse=True, bold=True),
        "hit": Style(bold=True, underline=True),
        # The margin has its dots.
        "faint mark": Style(),
        "good mark": Style(reverse=True),
        "bad mark": Style(reverse=True),
        "key": Style(bold=True),
        "picked": Style(bold=True),
    }
    grounds: dict[Ground, Style] = {
        "": Style(),
        "bar": Style(),
        "gauge": Style(),
        "cursor": Style(reverse=True),
        "resting": Style(bold=True),
    }
    return look, grounds
