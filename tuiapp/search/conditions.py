"""The conditions whose values have names, and where such a name goes on behind a blank: `status:no source`."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import chain
from typing import Any

from tuiapp.fold import other_layout, words
from tuiapp.wording import stage_names, status_names

NAMES: dict[str, Callable[[], Mapping[Any, tuple[str, ...]]]] = {"stage": stage_names, "status": status_names}
"""For each condition, what makes the names of its values, in all languages."""


def begins_name(typed: str, condition: str) -> bool:
    """Whether `typed`, as it stands or on the other keyboard layout, is the beginning of a name.

    All its words but the last must be typed to their end: `no so` begins no source, and `n so` begins nothing.
    """
    for reading in (typed, *other_layout(typed)):
        *whole, last = [word.folded for word in words(reading)] or [""]
        following = (name[len(whole) :] for name in _names(condition) if list(name[: len(whole)]) == whole)
        if last and any(left and left[0].startswith(last) for left in following):
            return True
    return False


@cache
def _names(condition: str) -> tuple[tuple[str, ...], ...]:
    """Every name of a condition, as folded words."""
    names = chain.from_iterable(NAMES[condition]().values())
    return tuple(tuple(word.folded for word in words(name)) for name in names)
