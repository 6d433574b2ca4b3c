"""For which rooms a screen has space, as the classes by which tuiapp.tcss arranges them.

Classes of our own: Textual's breakpoints act after the first picture, and cost a second one.
"""

from textual.geometry import Size

SLIM = 40
"""Columns under which the filter has its line alone."""
NARROW = 110
"""Columns under which the facets are seen only while they are used."""
WIDE = 165
"""Columns from which the quote stands beside the list, which has room there for all it tells; else it stands below."""
LOW = 10
"""Rows under which only the filter and the items are left."""


def arrangement(size: Size) -> dict[str, bool]:
    """The classes of a screen of `size`, and whether it has each."""
    return {
        "-slim": size.width < SLIM,
        "-narrow": size.width < NARROW,
        "-wide": size.width >= WIDE,
        "-low": size.height < LOW,
    }
