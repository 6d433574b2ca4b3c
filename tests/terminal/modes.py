"""Finds the modes that a terminal's output switches on, and those that it leaves on."""

import re

NAMES = {
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

_CHANGE = re.compile(rb"\x1b\[(?:\?(?P<modes>[\d;]+)(?P<set>[hl])|(?P<kitty>[<>])(?P<count>\d*)u)")


def modes_left_on(stream: bytes) -> list[str]:
    """Names of the modes that end in another state than the default; `cursor` and `wrap` if they are off."""
    on, kitty = set(ON_AT_FIRST), 0
    for change in _CHANGE.finditer(stream):
        if change["kitty"] == b">":
            kitty += 1
        elif change["kitty"] == b"<":
            kitty = max(0, kitty - int(change["count"] or 1))
        else:
            numbers = {int(mode) for mode in change["modes"].split(b";")}
            on = on | numbers if change["set"] == b"h" else on - numbers
    changed = on.symmetric_difference(ON_AT_FIRST) & NAMES.keys()
    return sorted(NAMES[mode] for mode in changed) + ["kitty keyboard"] * kitty


def modes_ever_on(stream: bytes) -> set[str]:
    """Names of the modes that leave their default state at any time."""
    ever: set[str] = set()
    for change in _CHANGE.finditer(stream):
        if change["kitty"] == b">":
            ever.add("kitty keyboard")
        elif change["kitty"] is None:
            for mode in map(int, change["modes"].split(b";")):
                if (change["set"] == b"h") != (mode in ON_AT_FIRST) and mode in NAMES:
                    ever.add(NAMES[mode])
    return ever
