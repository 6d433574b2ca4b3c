"""From where to where a thing goes, by the words before the regions of a passage."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tuiapp.draft.places import BY_ID, There

NEAR = 60
"""Characters before a region in which such words stand."""
_TO = re.compile(r"(?:^|\s)(?:в|во|на территори\w+|на рын\w+|to|in|into)\s+(?:[\w’']+\s+)?$")
_MADE = re.compile(
    r"(?:^|\s)(?:производим(?:ы[йехм]|ая|ой|ую|ое|ого|ому)\w?|произвед[её]нн?\w*|производ(?:ит|ят)(?:ся)?|"
    r"выпускаем(?:ы[йехм]|ая|ой|ую|ое|ого|ому)\w?|выпуска(?:ется|ются)|изготовленн?(?!и)\w*|"
    r"изготовляем\w+|сделанн?\w*|собранн\w+|(?<!be )(?:made|produced|manufactured|assembled|built))"
    r"\s+(?:в|во|на территори\w+|in)\s+(?:[\w’']+\s+)?$"
)
"""Before where a thing comes from, unless it is yet to be made there."""
_AND = re.compile(r"\s*(?:,|,? и|,? and)\s+(?:(?:в|во|to|in)\s+)?(?:the\s+)?")
"""Between two destinations of one thing."""


class Direction(NamedTuple):
    """The ids of regions, as far as the words tell them."""

    origin: str | None = None
    destination: str | None = None
    between: tuple[str, str] | None = None


def direction(low: str, there: list[There]) -> Direction:
    """The direction that the places of a passage have; `low`: the whole text in small letters."""
    ids = list(dict.fromkeys(place.id for place in there))
    # The narrower of two: Minsk, of Minsk in Belarus.
    ids = [one for one in ids if not any(BY_ID[other].within == one for other in ids)]
    made = _behind(_MADE, low, (place for place in there if place.id in ids))
    to = _behind(_TO, low, (place for place in there if place.id in ids and not (made and place.id == made.id)))
    if to:
        also = _joined(low, there, to)
        others = [made.id] if made else [one for one in ids if one not in also]
        return Direction(others[0] if others else None, to.id)
    if made or len(ids) == 1:
        return Direction(made.id if made else ids[0])
    return Direction(between=(ids[0], ids[1])) if ids else Direction()


def _behind(words: re.Pattern[str], low: str, there: Iterable[There]) -> There | None:
    """The first place behind such words."""
    return next((one for one in there if words.search(low[max(0, one.span.start - NEAR) : one.span.start])), None)


def _joined(low: str, there: list[There], to: There) -> set[str]:
    """A destination and those that are named in one breath with it."""
    joined, end = {to.id}, to.span.end
    for place in there[there.index(to) + 1 :]:
        if not _AND.fullmatch(low, end, place.span.start):
            break
        joined.add(place.id)
        end = place.span.end
    return joined
