"""Chooses the CSS classes by which tuiapp.tcss shows and arranges the rooms for a screen size.

Textual's own breakpoints act only after the first frame, and cost a second one.
"""

from textual.geometry import Size

SLIM = 40
"""Below this many columns the filter's line does not show the count."""
NARROW = 110
"""Below this many columns the facets are shown only while they have the focus."""
ROOMY = 120
"""From this many columns on its items stand beside the article, whose lines still have nearly their full length."""
WIDE = 165
"""From this many columns on the quote stands beside the list, which still has room for all its columns; otherwise the
quote stands below."""
LOW = 10
"""Below this many rows only the filter and the list are shown."""


def arrangement(size: Size) -> dict[str, bool]:
    """Each class, and whether a screen of `size` has it."""
    return {
        "-slim": size.width < SLIM,
        "-narrow": size.width < NARROW,
        "-roomy": size.width >= ROOMY,
        "-wide": size.width >= WIDE,
        "-low": size.height < LOW,
    }
