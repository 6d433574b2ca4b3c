"""Text from outside, made fit to stand on a terminal: every control character becomes a visible sign.

The model, an article, a file name, a query and the message of an error all pass through here before they are
written anywhere; nobody else decides what may reach a terminal.
"""

import re
import unicodedata

# C0 and DEL, C1, the bidirectional controls that reorder what is read (Unicode TR 9), the line and paragraph
# separators, surrogates, and the invisible format characters that some terminals act on or count as cells.
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def visible(text: str, keep: str = "") -> str:
    """`text` with each control character as a sign of one cell, those in `keep` left as they are."""
    return UNPRINTABLE.sub(lambda match: match[0] if match[0] in keep else _sign(match[0]), text)


def one_line(text: str) -> str:
    """`text` on a single line: each run of white space becomes one blank, the rest is made `visible`."""
    return visible(" ".join(text.split()))


# Outside these ranges a character may take no cell or two; inside them each takes one.
_ODD = re.compile(
    "[^\x20-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u2311\u2400-\u25fc]"
)


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes: none for a combining mark, two for a wide character."""
    if not _ODD.search(text):
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fitting(text: str, width: int) -> int:
    """How many characters of `text`, from its start, stand in `width` cells; marks stay with their letter."""
    if not _ODD.search(text):
        return min(len(text), max(width, 0))
    for count, character in enumerate(text):
        width -= _width(character)
        if width < 0:
            return count
    return len(text)


def padded(text: str, width: int) -> str:
    """`text` followed by as many blanks as make it `width` cells."""
    return text + " " * (width - cells(text))
