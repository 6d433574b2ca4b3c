"""The same picture in fewer bytes: what Textual writes, without saying again what the terminal knows.

Textual opens and closes the style of every run, 24 bytes and more, though most lines are in the style of the one
above. Here the style is carried over cursor moves, and of a new one only what differs is said; the blanks that end a
line are erased, 5 bytes, where the terminal erases in the colour of the ground.
"""

import re
from functools import lru_cache

_TOKEN = re.compile(r"\x1b\[([\d;]*)m|\n?(\x1b\[[\d;]*H)|(\n)")
"""A style, a place with the line's end that it makes needless, or a line's end alone."""
_PART = re.compile(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+")
_BLANKS = re.compile(r" {7,}$")
"""What is longer than its erasure."""


def thrifty(data: str, *, erasing: bool = False) -> str:
    """`data` with its styles said once, and with blanks at the end of lines erased where `erasing` is allowed.

    Begins and ends, as what Textual writes, in no style.
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
    """Whether a blank in `style` shows its ground and nothing else: an erasure has no line and is not reversed."""
    return _parts(style).keys().isdisjoint(("4", "7", "9"))


def _erased(blanks: re.Match[str]) -> str:
    return f"\x1b[{len(blanks[0])}X"


_OFF = {"colour": "39", "ground": "49", "1": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""What takes each of them back alone, by ECMA-48. Dim has the same as bold and is left out."""


@lru_cache(maxsize=1024)
def _change(shown: str, wanted: str) -> str:
    """The shortest sequence that turns one style into another."""
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
    """What a style sets, each with the part of it that does; of several the last."""
    return {_kind(part): part for part in _PART.findall(style)}


def _kind(part: str) -> str:
    """The letters' colour, the ground's, or an attribute of its own."""
    number = int(part.partition(";")[0])
    if number in range(30, 40) or number in range(90, 98):
        return "colour"
    return "ground" if number in range(40, 50) or number in range(100, 108) else part
