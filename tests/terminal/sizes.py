"""Measures how many bytes each key sends to the terminal."""

from collections.abc import Sequence

from .program import DOWN
from .session import Terminal

REST = 0.15
"""Seconds of silence after a key: longer than between repeats of a held key, so that the quote follows at once."""
QUERIES = ("лифтмаш", "самар", "станко э")
PAGE_DOWN, CLEAR = b"\x1b[6~", b"\x15"


def downs(terminal: Terminal, times: int = 50) -> list[int]:
    """The bytes of each arrow down; the quote changes every time."""
    return _each(terminal, [DOWN] * times)


def pages(terminal: Terminal, times: int = 4) -> list[int]:
    """The bytes of each page down."""
    return _each(terminal, [PAGE_DOWN] * times)


def letters(terminal: Terminal) -> list[int]:
    """The bytes of each letter of QUERIES; the filter must have the focus."""
    found: list[int] = []
    for query in QUERIES:
        found += _each(terminal, list(query))
        terminal.press(CLEAR, REST)
    return found


def _each(terminal: Terminal, keys: Sequence[bytes | str]) -> list[int]:
    return [len(terminal.press(key, REST)) for key in keys]
