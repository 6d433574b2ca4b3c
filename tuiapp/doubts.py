"""What a model may contain but is seldom intended: unused names, duplicates, missing links between items.

Each kind of doubt takes one pass through the items, so that 100,000 items take no longer than checking their quotes
does. The wording of the messages is elsewhere.
"""

from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum, auto
from hashlib import sha256
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.evidence import WRONG
from tuiapp.fold import words
from tuiapp.library.fault import ValuePath
from tuiapp.model import Enterprise, Model, wordings


class Kind(Enum):
    """What may be wrong; each kind with the values that its message needs."""

    UNUSED = auto()
    """`table` and `name`: nothing uses it."""
    TWIN = auto()
    """`other`, an enterprise defined earlier, has the same `name`."""
    REPEATED = auto()
    """`other`, an item of the same article, has the same quote."""
    UNTIED = auto()
    """`other`, ARTICLE/ITEM of an earlier article, is about the same, and this one does not follow it."""
    CHANGED = auto()
    """The source has changed since the quotes were taken from it; `standing` of the `quotes` are still in it."""


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
    yield from _untied(model)
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
    owners: dict[tuple[str, ...], str] = {}
    for own, enterprise in model.enterprises.items():
        told: set[str] = set()
        for name in _names(enterprise):
            folded = tuple(word.folded for word in words(name))
            # A name without letters and digits folds to nothing; two such names are not the same.
            other = owners.setdefault(folded, own) if folded else own
            if other != own and other not in told:
                told.add(other)
                yield Doubt(None, ("enterprises", own), Kind.TWIN, {"other": other, "name": name})


def _names(enterprise: Enterprise) -> tuple[str, ...]:
    return (*wordings(enterprise.name), *enterprise.aliases)


def _repeated(model: Model) -> Iterator[Doubt]:
    for article, start, end in _stretches(model):
        first: dict[str, int] = {}
        for number in range(start, end):
            for nth, quote in enumerate(model.items[number].quotes):
                if (other := first.setdefault(quote.exact, number)) != number:
                    path = ("items", number - start, "quotes", nth, "exact")
                    yield Doubt(model.articles[article].id, path, Kind.REPEATED, {"other": model.items[other].id})


def _untied(model: Model) -> Iterator[Doubt]:
    matter, subject = _matters(model), _subjects(model)
    alike: dict[int, list[tuple[str, int, int]]] = {}
    # An item that follows any earlier item about the same is linked, even if there are other such items.
    first: dict[tuple[int, int], str] = {}
    for article, start, end in _stretches(model):
        if not (published := model.articles[article].published):
            continue
        last = published.last
        for number in range(start, end):
            if model.items[number].enterprises:
                alike.setdefault(about := subject[number], []).append((last, number, article))
                tied = about, matter[number]
                first[tied] = min(last, first.get(tied, last))
    late = []
    for about, members in alike.items():
        members.sort()
        for _, number, article in members if len(members) > 1 else ():
            published = model.articles[article].published
            if published and first[about, matter[number]] >= published:
                # The latest of those that are surely earlier: `last` sorts before `published` exactly if it is earlier.
                earlier = bisect_left(members, (published, -1, -1)) - 1
                if earlier >= 0:
                    late.append((number, article, members[earlier]))
    for number, article, (_, other, theirs) in sorted(late):
        path = ("items", number - model.starts[article], "id")
        name = f"{model.articles[theirs].id}/{model.items[other].id}"
        yield Doubt(model.articles[article].id, path, Kind.UNTIED, {"other": name})


def _subjects(model: Model) -> list[int]:
    """For each item, a number shared by all items with the same enterprises, sectors and direction."""
    numbers: dict[object, int] = {}
    # Most items list them in the same order, and tuples are compared faster than sets.
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


def _matters(model: Model) -> list[int]:
    """For each item, the one that represents its matter: all items linked by `follows`, directly or through others."""
    over = list(range(len(model.items)))
    if not any(item.follows for item in model.items):
        return over

    def top(number: int) -> int:
        while over[number] != number:
            # Path halving (union-find): it keeps all paths short.
            over[number] = over[over[number]]
            number = over[number]
        return number

    numbers = {
        f"{model.articles[article].id}/{model.items[number].id}": number
        for article, start, end in _stretches(model)
        for number in range(start, end)
    }
    for number, item in enumerate(model.items):
        for name in item.told_before:
            over[top(number)] = top(numbers[name])
    return list(map(top, range(len(model.items))))


def _changed(archive: Archive) -> Iterator[Doubt]:
    model = archive.model
    for number, start, end in _stretches(model):
        article = model.articles[number]
        source = model.sources.get(article.id)
        if not article.sha256 or source is None or sha256(source.encode()).hexdigest() == article.sha256:
            continue
        statuses = [
            archive.evidence(item, nth).status
            for item in range(start, end)
            for nth in range(len(model.items[item].quotes))
        ]
        standing = sum(status not in WRONG for status in statuses)
        values: dict[str, str | int] = {"standing": standing, "quotes": len(statuses)}
        yield Doubt(article.id, ("article", "sha256"), Kind.CHANGED, values)


def _stretches(model: Model) -> Iterator[tuple[int, int, int]]:
    """For each article, its place among the articles, its first item and the one after its last."""
    ends = (*model.starts[1:], len(model.items))
    for article, (start, end) in enumerate(zip(model.starts, ends, strict=True)):
        yield article, start, end
