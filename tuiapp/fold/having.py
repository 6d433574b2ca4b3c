"""Which texts of a short list have what was typed: commands, values of a facet."""

from collections.abc import Callable

from tuiapp.fold.layout import other_layout
from tuiapp.fold.letters import fold


def having(typed: str) -> Callable[[str], bool]:
    """A test whether a text has every word of `typed` somewhere, as typed or on the other keyboard layout."""
    words = [[fold(reading) for reading in (word, *other_layout(word))] for word in typed.split()]

    def has(text: str) -> bool:
        folded = fold(text)
        return all(any(reading in folded for reading in readings) for readings in words)

    return has
