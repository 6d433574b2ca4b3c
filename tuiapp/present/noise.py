"""What stands in the file of an article and is no text of it: addresses of pictures, markup, rules of signs.

A row of the table is a kind of noise, with the reason why nobody reads it. Noise is found by its shape alone, so a rule
must never take prose, whatever its script; what a quote touches is never left out (see `articles`).
"""

import re
from typing import NamedTuple

from tuiapp.fold import Place


class Noise(NamedTuple):
    """A kind of noise."""

    shape: str
    """A pattern. It must take time in proportion to the text, which may have 16 MB: no run that is tried again."""
    why: str


KINDS = (
    Noise(r"https?://[^\s<>]*[\w/=#-](?:\s+\d+(?:\.\d+)?[wx]\b)?", "addresses; in a list of pictures with a width"),
    Noise(r"\bdata:\w+/[\w.+-]+[;,]\S*", "a file as letters: a picture of 3 kB has 4,000"),
    Noise(r"!\[[^\[\]\n]*\]\([^()\s]*\)", "a picture in Markdown"),
    Noise(r"(?i:</?(?:img|picture|source|svg|figure|iframe)\b)[^<>]*>", "a picture in HTML, with all its attributes"),
    # Only ASCII: Chinese, Japanese and Thai have no blanks between words.
    Noise(r"(?<![!-~])[!-~]{120,}", "no word is so long: a key, a hash, a script, a file as letters"),
    Noise(r"(?m:^[^\S\n]*(?:[^\s\w]|_)(?:[^\w\n]|_)*$)", "a line without a letter or a digit only separates"),
)

LEAST = 100
"""Characters below which noise stays: the line that stands for it would take as much room."""
_SHAPES = re.compile("|".join(kind.shape for kind in KINDS))
_BETWEEN = re.compile(r"[\s,;|]*")


def noise(text: str) -> list[Place]:
    """The places of noise, each at least LEAST characters, ascending; neighbours with nothing between them are one."""
    places: list[Place] = []
    for found in _SHAPES.finditer(text):
        start, end = found.span()
        if places and _BETWEEN.fullmatch(text, places[-1][1], start):
            start = places.pop()[0]
        places.append((start, end))
    return [(start, end) for start, end in places if end - start >= LEAST]
