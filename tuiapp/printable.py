"""Make text from outside safe for a terminal: control and invisible characters become a visible sign.

The model, an article, a file name, a query and an error message all pass through here before they are written anywhere.
Only this module decides what may reach a terminal, and how many cells it takes there.
"""

import re
import unicodedata
from functools import lru_cache

# Every character in these ranges is printable and one cell wide; others may take no cell or two.
_ONE_CELL = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u2190-\u2311\u2400-\u2426\u2460-\u25fc\u2713"
)

# The contents of regex classes, in escapes that Python reads, and JSON Schema too if they have four digits.
# C0 except tab and line feed, DEL, C1, the line and paragraph separators, surrogates, and two noncharacters that
# libyaml refuses.
_CONTROLS = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff"
# Bidirectional controls (Unicode TR 9), the byte order mark, and interlinear annotation marks.
_ORDERING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
# Characters that look blank, whatever their category: Hangul fillers and the empty Braille pattern.
BLANKS = r"\u115f\u2800\u3164\uffa0"
# Characters without width: the default-ignorable ones of Unicode 17 (DerivedCoreProperties), unassigned ones included,
# and the rest of category Cf, which some fonts draw and only some terminals count.
UNSEEN = (
    r"\u00ad\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
    r"\u206a-\u206f\ufe00-\ufe0f\ufff0-\ufff8"
)
ROOMLESS = (
    rf"{_ORDERING}{UNSEEN}\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
)
"""Characters that take no room in a text and say nothing in it."""
UNFIT = f"{_CONTROLS}{ROOMLESS}{BLANKS}"
"""Characters that no text of a model may hold."""


def one_of(inside: str) -> re.Pattern[str]:
    """A pattern for one character of the class `[inside]`, which must hold no visible ASCII and no Cyrillic."""
    # A class that reaches beyond U+FFFF takes 50 ns per character; skipping ASCII and Cyrillic first takes 10 ns.
    return re.compile(rf"[^ -~\u0400-\u04ff](?<=[{inside}])")


UNPRINTABLE = one_of(rf"\t\n{UNFIT}")
"""Matches a character that a terminal acts on or that is invisible."""

# Visible, but terminals disagree on their width, alone or after another character, so a sign replaces them: keycaps,
# flags and skin tones; numbers in black circles; and what became wide with Unicode 16.
_DISPUTED = re.compile(
    "[\u20e3\u2630-\u2637\u268a-\u268f\u3248-\u324f\U0001d300-\U0001d356\U0001d360-\U0001d376\U0001f1e6-\U0001f1ff"
    "\U0001f3fb-\U0001f3ff]"
)
# Categories without a known width: spacing marks (Mc) take one cell or none, characters newer than this Python's
# Unicode (Cn) none to two, and private-use characters (Co) differ on every machine.
_UNSETTLED = ("Mc", "Cn", "Co")

_ODD = re.compile(f"[^{_ONE_CELL}]")
# Matches every character that `_shown` has to look at. It skips those that are known to be safe: the ranges of
# `_ONE_CELL`, accents, and letters and numbers (`\w`). The few letters and numbers that are invisible or of unknown
# width are listed, and are not skipped.
_SUSPECT = re.compile(
    rf"[^{_ONE_CELL}\u0300-\u034e\u0350-\u036f]"
    r"(?<!(?![\u115f\u1160\u3164\u3248-\u324f\uffa0\U0001d360-\U0001d376])\w)"
)


def is_control(character: str) -> bool:
    """Whether an unprintable character controls a terminal or reorders text; the others are only invisible."""
    return bool(re.match(rf"[\t\n{_CONTROLS}{_ORDERING}]", character))


def visible(text: str, keep: str = "") -> str:
    """`text` with a one-cell sign for each control, invisible or unknown-width character that is not in `keep`."""
    return _SUSPECT.sub(lambda match: match[0] if match[0] in keep else _shown(match[0]), text)


def without_signs(text: str, instead: str = "") -> str:
    """`text` with `instead` for each character that `visible` would replace."""
    return _SUSPECT.sub(lambda match: match[0] if _shown(match[0]) == match[0] else instead, text)


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    """The character itself, or the sign that replaces it."""
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
    """How many cells of a terminal `text` takes once it is `visible`: none for a combining mark, two if wide."""
    if not _ODD.search(text):
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    # Import it here: that takes 40 ms, and most text does without it.
    from wcwidth import wcwidth

    return wcwidth(_shown(character))


def fitting(text: str, width: int) -> int:
    """How many characters from the start of `text` fit in `width` cells; marks stay with their letter."""
    if not _ODD.search(text):
        return min(len(text), max(width, 0))
    for count, character in enumerate(text):
        width -= _width(character)
        if width < 0:
            return count
    return len(text)


def padded(text: str, width: int) -> str:
    """`text`, padded with blanks to `width` cells."""
    return text + " " * (width - cells(text))
