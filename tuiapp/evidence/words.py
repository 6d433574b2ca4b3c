"""What counts as a word of a quote or a source."""

import re

# Python's \w leaves out the accents, and Russian marks its stress with one.
_LETTER = r"[\w\u0300-\u036f]"
# A longer run is an address, or a script without blanks: it is never widened to, and compared by characters.
_LONGEST = 32

WORD = re.compile(rf"(?<!{_LETTER}){_LETTER}{{1,{_LONGEST}}}(?!{_LETTER})")
"""A whole word of at most 32 letters, digits and accents."""

TOKEN = re.compile(rf"{WORD.pattern}|\s+|.", re.DOTALL)
"""A word, a run of white space, or any other single character; every text is a row of these."""


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The half-open place `start`, `end` in `text`, widened where it begins or ends inside of a word."""
    return _around(text, start)[0], _around(text, end)[1]


def _around(text: str, offset: int) -> tuple[int, int]:
    """The place of the word that `offset` is inside of; between words the offset itself, twice."""
    # One character more on either side, so that the ends of a word of full length are seen.
    for word in WORD.finditer(text, max(0, offset - _LONGEST - 1), offset + _LONGEST + 1):
        if word.start() < offset < word.end():
            return word.span()
    return offset, offset
