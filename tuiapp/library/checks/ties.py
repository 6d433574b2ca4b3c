"""Check the links between regions, between items, and from speakers to names; a model may have none.

This module has the checks that need more than one value or one name. In a model without links it only checks that there
are none.
"""

from collections.abc import Iterator, Sequence

from tuiapp.language import deferred, gettext
from tuiapp.library.checks.chains import Chains
from tuiapp.library.checks.circles import circles
from tuiapp.library.checks.document import Document
from tuiapp.library.checks.said import any_item, items_of, part, right, table_of
from tuiapp.library.fault import quoted


def bind(documents: Sequence[Document]) -> None:
    """Note in each of `documents` the faults of its links; call it after `names.compare`."""
    for document in documents:
        _refuse_between(document)
    _refuse_circles_of_regions(documents)
    _refuse_two_natures(documents)
    if any(any_item(document, "follows") for document in documents):
        Chains(documents).refuse()


# Regions


def _refuse_between(document: Document) -> None:
    if not any_item(document, "between"):
        return
    for number, item in enumerate(items_of(document)):
        if not (between := right(item, "between", tuple[str, str])) or document.full:
            continue
        path = ("items", number, "between")
        beside = [name for name in ("origin", "destination") if part(item, name) is not None]
        if beside:
            if len(beside) == 2:
                message = gettext("between stands instead of origin and destination: leave out one or the other")
            else:
                message = gettext("between stands instead of {key}: leave out one or the other").format(key=beside[0])
            document.complain(path, message)
        if between[0] == between[1]:
            twice = gettext("region {name} is given twice: between takes two regions")
            document.complain((*path, 1), twice.format(name=quoted(between[1])))


def _refuse_circles_of_regions(documents: Sequence[Document]) -> None:
    around: dict[str, list[str]] = {}
    where: dict[str, Document] = {}
    for document in documents:
        for name, region in table_of(document, "regions").items():
            if name not in where and (outer := right(region, "within", str)) is not None:
                around[name], where[name] = [outer], document
    for circle in circles(around):
        document = where[circle.last]
        if not document.full:
            alone = gettext("region {name} is within itself")
            together = gettext("a circle: each of these is within the next, and the last is within the first: {names}")
            document.complain(("regions", circle.last, "within"), circle.worded(alone, together))


# Speakers


_ALSO = {
    "people": deferred("id {name} is that of a person as well, at {place}: a speaker is one or the other"),
    "enterprises": deferred("id {name} is that of an enterprise as well, at {place}: a speaker is one or the other"),
}
"""The message, by the table that has the name already."""


def _refuse_two_natures(documents: Sequence[Document]) -> None:
    people = {name for document in documents for name in table_of(document, "people")}
    both = {name for document in documents for name in table_of(document, "enterprises") if name in people}
    if not both:
        return
    speakers = {name for document in documents for name in _speakers(document)}
    for name in sorted(both & speakers):
        places = [
            (number, document.place((table, name), of_key=True), table)
            for number, document in enumerate(documents)
            for table in _ALSO
            if name in table_of(document, table)
        ]
        first = min(places)
        second = min(place for place in places if place[2] != first[2])
        there = documents[first[0]].spot((first[2], name), of_key=True)
        message = gettext(_ALSO[first[2]]).format(name=quoted(name), place=there)
        documents[second[0]].complain((second[2], name), message, of_key=True)


def _speakers(document: Document) -> Iterator[str]:
    for item in items_of(document):
        quotes = part(item, "quotes")
        for quote in quotes if isinstance(quotes, (list, tuple)) else ():
            speaker = part(quote, "speaker")
            if isinstance(speaker, str):
                yield speaker
