"""What a model may contain but is seldom intended: unused names, duplicates, missing links between items.

Each kind of doubt takes one pass through the items, so that 100,000 items take no longer than checking their quotes
does. The wording of the messages is elsewhere.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from hashlib import sha256
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.evidence import WRONG
from tuiapp.fold import words
from tuiapp.library.fault import ValuePath
from tuiapp.model import Enterprise, Model, Person, Region, wordings


class Kind(Enum):
    """What may be wrong. The names in backticks are the values that the message of a kind needs."""

    UNUSED = auto()
    """The table `table` defines `name`, and nothing uses it."""
    TWIN = auto()
    """`other`, defined earlier in the same `table`, is called `name` too."""
    REPEATED = auto()
    """`other`, an item of the same article, has the same quote."""
    UNTIED = auto()
    """`other`, an item of an earlier article (ARTICLE/ITEM), has the same enterprises, sectors and direction, and no
    `follows` links this item to such an item."""
    CHANGED = auto()
    """The source has changed since its quotes were taken. `quotes` is the number of quotes, `standing` the number of
    those that are still found in it."""


class Doubt(NamedTuple):
    """One thing that may be wrong."""

    article: str | None
    """Id of the article whose file has it; None for a name, which is reported where it is defined."""
    path: ValuePath
    kind: Kind
    values: dict[str, str | int]


def doubts(archive: Archive) -> Iterator[Doubt]:
    """Everything that may be wrong, kind by kind, and within a kind in the model's order."""
    model = archive.model
    yield from _unused(model)
    yield from _twins(model)
    yield from _repeated(model)
    yield from _untied(archive)
    yield from _changed(archive)


def _unused(model: Model) -> Iterator[Doubt]:
    speakers = {quote.speaker for item in model.items for quote in item.quotes}
    used: dict[str, set[str | None]] = {
        "regions": {
            *(region.within for region in model.regions.values()),
            *(enterprise.region for enterprise in model.enterprises.values()),
            *(region for item in model.items for region in item.ends[:2]),
        },
        "sectors": {sector for item in model.items for sector in item.sectors},
        "enterprises": {*speakers, *(enterprise for item in model.items for enterprise in item.enterprises)},
        "people": speakers,
    }
    for table, names in used.items():
        for name in getattr(model, table):
            if name not in names:
                yield Doubt(None, (table, name), Kind.UNUSED, {"table": table, "name": name})


def _twins(model: Model) -> Iterator[Doubt]:
    yield from _of_one_name("enterprises", model.enterprises)
    yield from _of_one_name("regions", model.regions)
    yield from _of_one_name("people", model.people)


def _of_one_name(table: str, named: Mapping[str, Enterprise | Region | Person]) -> Iterator[Doubt]:
    owners: dict[tuple[str, ...], str] = {}
    for own, entry in named.items():
        told: set[str] = set()
        for name in (*wordings(entry.name), *entry.aliases):
            folded = tuple(word.folded for word in words(name))
            # A name without letters and digits folds to nothing; two such names are not the same.
            other = owners.setdefault(folded, own) if folded else own
            if other != own and other not in told:
                told.add(other)
                yield Doubt(None, (table, own), Kind.TWIN, {"table": table, "other": other, "name": name})


def _repeated(model: Model) -> Iterator[Doubt]:
    for article, numbers in model.by_article():
        first: dict[str, int] = {}
        for place, number in enumerate(numbers):
            for nth, quote in enumerate(model.items[number].quotes):
                if (other := first.setdefault(quote.exact, number)) != number:
                    path = ("items", place, "quotes", nth, "exact")
                    yield Doubt(article.id, path, Kind.REPEATED, {"other": model.items[other].id})


def _untied(archive: Archive) -> Iterator[Doubt]:
    model = archive.model
    subject = _subjects(model)
    alike: dict[int, list[tuple[str, int]]] = {}
    # The earliest date of each subject within each matter. `follows` links an item later than this to an
    # earlier item of its subject, directly or through others, so the later item is not reported.
    earliest: dict[tuple[int, int], str] = {}
    for article, numbers in model.by_article():
        if not article.published:
            continue
        last = article.published.last
        for number in numbers:
            if model.items[number].enterprises:
                alike.setdefault(about := subject[number], []).append((last, number))
                tied = about, archive.matters.of(number)[0]
                earliest[tied] = min(last, earliest.get(tied, last))
    unlinked = []
    for about, members in alike.items():
        members.sort()
        for _, number in members if len(members) > 1 else ():
            published = model.article_of(number).published
            if published and earliest[about, archive.matters.of(number)[0]] >= published:
                # Name the latest of the items that are surely earlier: those whose `Date.last` is before `published`.
                earlier = bisect_left(members, (published, -1)) - 1
                if earlier >= 0:
                    unlinked.append((number, members[earlier][1]))
    for number, other in sorted(unlinked):
        path = ("items", model.place_of(number), "id")
        name = f"{model.article_of(other).id}/{model.items[other].id}"
        yield Doubt(model.article_of(number).id, path, Kind.UNTIED, {"other": name})


def _subjects(model: Model) -> list[int]:
    """For each item, a number shared by all items with the same enterprises, sectors and direction."""
    numbers: dict[object, int] = {}
    # Look up the lists as they are written before the sets: most items with equal sets list them in the same order,
    # and tuples are compared faster.
    written: dict[object, int] = {}
    subjects = []
    for item in model.items:
        as_it_is = tuple(item.enterprises), item.sector, item.origin, item.destination, item.between
        subject = written.get(as_it_is)
        if subject is None:
            ends = frozenset(item.between) if item.between else item.ends
            about = frozenset(item.enterprises), frozenset(item.sectors), ends
            subject = written[as_it_is] = numbers.setdefault(about, len(numbers))
        subjects.append(subject)
    return subjects


def _changed(archive: Archive) -> Iterator[Doubt]:
    model = archive.model
    for article, numbers in model.by_article():
        source = model.sources.get(article.id)
        if not article.sha256 or source is None or sha256(source.encode()).hexdigest() == article.sha256:
            continue
        statuses = [
            archive.evidence(item, nth).status for item in numbers for nth in range(len(model.items[item].quotes))
        ]
        standing = sum(status not in WRONG for status in statuses)
        values: dict[str, str | int] = {"standing": standing, "quotes": len(statuses)}
        yield Doubt(article.id, ("article", "sha256"), Kind.CHANGED, values)
