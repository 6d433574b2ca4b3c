"""How many bytes each key brings to the terminal."""

from collections.abc import Sequence

from .program import DOWN
from .session import Terminal

REST = 0.15
"""Seconds of silence after a key, more than a held key leaves, so that the quote follows at once."""
QUERIES = ("лифтмаш", "самар", "станко э")
PAGE_DOWN, CLEAR = b"\x1b[6~", b"\x15"


def downs(terminal: Terminal, times: int = 50) -> list[int]:
    """What each arrow down costs; the quote changes with every one."""
    return _each(terminal, [DOWN] * times)


def pages(terminal: Terminal, times: int = 4) -> list[int]:
    """What each page down costs."""
    return _each(terminal, [PAGE_DOWN] * times)


def letters(terminal: Terminal) -> list[int]:
    """What each letter of QUERIES costs; letters must go into the filter already."""
    found: list[int] = []
    for query in QUERIES:
        found += _each(terminal, list(query))
        terminal.press(CLEAR, REST)
    return found


def _each(terminal: Terminal, keys: Sequence[bytes | str]) -> list[int]:
    return [len(terminal.press(key, REST)) for key in keys]
