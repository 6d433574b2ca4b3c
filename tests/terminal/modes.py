"""Finds the modes that a terminal's output switches on, and those that it leaves on."""

import re

NAMES = {
    1: "arrows of an application",
    7: "wrap",
    25: "cursor",
    1000: "mouse",
    1002: "mouse drag",
    1003: "mouse motion",
    1004: "focus",
    1006: "mouse SGR",
    1015: "mouse urxvt",
    1016: "mouse pixels",
    1049: "alternate screen",
    2004: "bracketed paste",
    2026: "synchronised output",
    2048: "resize reports",
}
ON_AT_FIRST = {7, 25}
"""Modes that are on by default."""

_CHANGE = re.compile(
    rb"\x1b\[(?:\?(?P<modes>[\d;]+)(?P<set>[hl])|(?P<kitty>[<>])(?P<count>\d*)u|(?P<keys>>4)(?:;(?P<level>\d))?m)"
    rb"|\x1b(?P<keypad>[=>])"
)


def modes_left_on(stream: bytes) -> list[str]:
    """Names of the modes that end in another state than the default; `cursor` and `wrap` if they are off."""
    on, kitty = set(ON_AT_FIRST), 0
    others: dict[str, bool] = {}
    for change in _CHANGE.finditer(stream):
        if change["kitty"] == b">":
            kitty += 1
        elif change["kitty"] == b"<":
            kitty = max(0, kitty - int(change["count"] or 1))
        elif change["modes"]:
            numbers = {int(mode) for mode in change["modes"].split(b";")}
            on = on | numbers if change["set"] == b"h" else on - numbers
        else:
            others.update(_other(change))
    changed = on.symmetric_difference(ON_AT_FIRST) & NAMES.keys()
    left = sorted(name for name, is_on in others.items() if is_on)
    return sorted(NAMES[mode] for mode in changed) + left + ["kitty keyboard"] * kitty


def modes_ever_on(stream: bytes) -> set[str]:
    """Names of the modes that leave their default state at any time."""
    ever: set[str] = set()
    for change in _CHANGE.finditer(stream):
        if change["kitty"] == b">":
            ever.add("kitty keyboard")
        elif change["modes"]:
            for mode in map(int, change["modes"].split(b";")):
                if (change["set"] == b"h") != (mode in ON_AT_FIRST) and mode in NAMES:
                    ever.add(NAMES[mode])
        elif change["kitty"] is None:
            ever |= {name for name, is_on in _other(change).items() if is_on}
    return ever


def _other(change: re.Match[bytes]) -> dict[str, bool]:
    """The keypad of an application, or xterm's longer codes for keys."""
    if change["keypad"]:
        return {"keypad of an application": change["keypad"] == b"="}
    return {"other keys": (change["level"] or b"0") != b"0"}
