"""Text from outside, made fit to stand on a terminal: what acts, and what nobody sees, becomes a visible sign.

The model, an article, a file name, a query and the message of an error all pass through here before they are
written anywhere; nobody else decides what may reach a terminal, and how many cells it takes there.
"""

import re
import unicodedata
from functools import lru_cache

# Outside these ranges a character may take no cell or two; inside them each takes one and is printable.
_ONE_CELL = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u2190-\u2311\u2400-\u2426\u2460-\u25fc\u2713"
)

# The insides of classes, in escapes that Python and, to four digits, JSON Schema read.
# C0 but tab and line feed, DEL, C1, the line and paragraph separators, surrogates, and two that are no characters,
# which libyaml refuses.
_CONTROLS = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# What reorders what is read (Unicode TR 9), byte order marks, and what parts a text from its annotations.
_ORDERING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
# Signs that look like a blank, whatever Unicode calls them: Hangul fillers and the Braille pattern without a dot.
BLANKS = r"\u115f\u2800\u3164\uffa0"
# What takes no room at all: the default-ignorable characters of Unicode 17 (DerivedCoreProperties), those to be
# assigned too, and the rest of the category Cf, which some fonts draw, some terminals count and others do not.
UNSEEN = (
    r"\u00ad\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
    r"\u206a-\u206f\ufe00-\ufe0f\ufff0-\ufff8"
)
ROOMLESS = (
    rf"{_ORDERING}{UNSEEN}\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
)
"""What takes no room in a text, and says nothing in it."""
UNFIT = f"{_CONTROLS}{ROOMLESS}{BLANKS}"
"""What no text of a model may hold."""


def one_of(inside: str) -> re.Pattern[str]:
    """A pattern for one character of the class with this inside, which has no ASCII that is seen and no Cyrillic."""
    # A class that reaches beyond U+FFFF takes 50 ns a character; passing those by takes 10.
    return re.compile(rf"[^ -~\u0400-\u04ff](?<=[{inside}])")


UNPRINTABLE = one_of(rf"\t\n{UNFIT}")
"""What acts on a terminal or is seen by nobody."""

# Seen, but as one cell here and two or none there, alone or with what stands before: they are told apart by their
# sign alone. Keycaps, flags and skin tones; numbers in circles on black; and what became wide with Unicode 16.
_DISPUTED = re.compile(
    "[\u20e3\u2630-\u2637\u268a-\u268f\u3248-\u324f\U0001d300-\U0001d356\U0001d360-\U0001d376\U0001f1e6-\U0001f1ff"
    "\U0001f3fb-\U0001f3ff]"
)
# Spacing marks take a cell or none, what is assigned by a later Unicode than this Python's none to two, and what is
# for private use is another sign on every machine.
_UNSETTLED = ("Mc", "Cn", "Co")

_ODD = re.compile(f"[^{_ONE_CELL}]")
# Outside those, the accents, and letters and numbers beyond, which are seen but for some, a character may have to be a
# sign.
_SUSPECT = re.compile(
    rf"[^{_ONE_CELL}\u0300-\u034e\u0350-\u036f]"
    r"(?<!(?![\u115f\u1160\u3164\u3248-\u324f\uffa0\U0001d360-\U0001d376])\w)"
)


def is_control(character: str) -> bool:
    """Whether an unprintable character acts or reorders; the others are only not seen."""
    return bool(re.match(rf"[\t\n{_CONTROLS}{_ORDERING}]", character))


def visible(text: str, keep: str = "") -> str:
    """`text` with each character that acts, is not seen or has no settled width as a sign of one cell, those in
    `keep` left as they are."""
    return _SUSPECT.sub(lambda match: match[0] if match[0] in keep else _shown(match[0]), text)


def without_signs(text: str, instead: str = "") -> str:
    """`text` with `instead` for each character that would have to be made `visible`."""
    return _SUSPECT.sub(lambda match: match[0] if _shown(match[0]) == match[0] else instead, text)


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    """The character itself, or the sign that stands for it."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    sign = UNPRINTABLE.match(character) or _DISPUTED.match(character) or unicodedata.category(character) in _UNSETTLED
    return "\ufffd" if sign else character


def one_line(text: str) -> str:
    """`text` on a single line: each run of white space becomes one blank, the rest is made `visible`."""
    return visible(" ".join(text.split()))


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes once it is `visible`: none for a mark, two for a wide character."""
    if not _ODD.search(text):
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    # 40 ms, which a text without such a character does not pay.
    from wcwidth import wcwidth

    return wcwidth(_shown(character))


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
