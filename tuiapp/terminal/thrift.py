"""Rewrites Textual's output so that it draws the same screen with fewer bytes.

Textual sets and resets the style of every run, 24 bytes or more, though most lines have the style of the line above.
Here the style is kept across cursor moves, and a change of style writes only what differs. Trailing blanks of a line
are erased, 5 bytes, if the terminal erases in the current background colour.
"""

import re
from functools import lru_cache

_TOKEN = re.compile(r"\x1b\[([\d;]*)m|\n?(\x1b\[[\d;]*H)|(\n)")
"""A style; a cursor position with the line feed before it, which it makes needless; or a line feed alone."""
_PART = re.compile(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+")
_BLANKS = re.compile(r" {7,}$")
"""Seven or more trailing blanks: longer than the erase sequence."""


def thrifty(data: str, *, erasing: bool = False) -> str:
    """`data` with each style set only once, and with trailing blanks erased if `erasing`.

    Like Textual's output, it begins and ends with the default style.
    """
    said: list[str] = []
    shown = wanted = ""
    at = last = 0
    for token in _TOKEN.finditer(data):
        if at < token.start():
            said += [_change(shown, wanted), data[at : token.start()]]
            shown, last = wanted, len(said)
        at = token.end()
        if token[2] or token[3]:
            if erasing and token[2] and last and _plain(shown):
                said[last - 1] = _BLANKS.sub(_erased, said[last - 1])
                last = 0
            said.append(token[2] or token[3])
        elif token[1].strip("0"):
            wanted = f"{wanted};{token[1]}" if wanted else token[1]
        else:
            wanted = ""
    if at < len(data):
        said += [_change(shown, wanted), data[at:]]
        shown = wanted
    return "".join([*said, _change(shown, wanted)])


def _plain(style: str) -> bool:
    """Whether a blank in `style` shows only its background: erasing draws no underline and does not reverse colours."""
    return _parts(style).keys().isdisjoint(("4", "7", "9"))


def _erased(blanks: re.Match[str]) -> str:
    return f"\x1b[{len(blanks[0])}X"


_OFF = {"colour": "39", "ground": "49", "1": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""The SGR code of ECMA-48 that switches each one off alone. Dim is left out: its code also switches off bold."""


@lru_cache(maxsize=1024)
def _change(shown: str, wanted: str) -> str:
    """The shortest sequence that changes one style into the other."""
    before, after = _parts(shown), _parts(wanted)
    if before == after:
        return ""
    gone = [kind for kind in before if kind not in after]
    anew = ";".join(["0", *after.values()])
    if not all(kind in _OFF for kind in gone) or not after:
        return f"\x1b[{anew if after else ''}m"
    differing = [part for kind, part in after.items() if before.get(kind) != part]
    return f"\x1b[{min(';'.join([*(_OFF[kind] for kind in gone), *differing]), anew, key=len)}m"


def _parts(style: str) -> dict[str, str]:
    """Each kind of attribute that a style sets, with the last code that sets it."""
    return {_kind(part): part for part in _PART.findall(style)}


def _kind(part: str) -> str:
    """The foreground colour, the background colour, or an attribute by its own code."""
    number = int(part.partition(";")[0])
    if number in range(30, 40) or number in range(90, 98):
        return "colour"
    return "ground" if number in range(40, 50) or number in range(100, 108) else part
