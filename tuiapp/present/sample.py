"""How much room the items of a model need, measured on some of them.

What is made to this measure costs the same with ten items and with 100,000, and stays where it is while somebody types.
"""

from collections.abc import Iterable

from tuiapp.archive import Archive

SIZE = 30
"""Items that are measured. Their panels are broken into lines in 6 ms."""


def sample(archive: Archive) -> range:
    """Numbers of at most `SIZE` items, evenly spread; of a small model all."""
    count = len(archive.model.items)
    return range(0, count, max(-(-count // SIZE), 1))


def enough(needs: Iterable[int]) -> int:
    """The least that is enough for nine of ten, so that a single long one does not take the room of all others."""
    ascending = sorted(needs)
    return ascending[(len(ascending) * 9 - 1) // 10] if ascending else 0
