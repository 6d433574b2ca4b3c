"""Which names (regions, sectors, enterprises, people) the items of a file use, in its plain values."""

from collections.abc import Iterable
from typing import Any

from tuiapp.model import Model

Name = tuple[str, str]
"""A table of a model's file, and an id in it: the path of a definition."""


def used(root: dict[str, Any], item: dict[str, Any]) -> set[Name]:
    """The names that an item uses, as far as the file of `root` defines them, with the regions that they lie in."""
    found = set(_of(item.get("sector"), "sectors")) | set(_of(item.get("enterprises"), "enterprises"))
    for key in ("origin", "destination", "between"):
        found |= set(_of(item.get(key), "regions"))
    for quote in item.get("quotes", ()):
        found |= {(table, quote["speaker"]) for table in ("people", "enterprises") if quote.get("speaker")}
    return _around(root, found)


def lonely(
    root: dict[str, Any], number: int, names: Iterable[tuple[Any, ...]], model: Model, article: str
) -> set[Name]:
    """Those of `names` that item `number` of a file uses, and nothing else in the file or in the rest of `model`."""
    items = root["items"]
    mine = used(root, items[number]) & set(names)
    for at, other in enumerate(items):
        mine -= used(root, other) if at != number else set()
    if mine:
        for other_article, numbers in model.by_article():
            for each in (model.items[one] for one in numbers) if other_article.id != article else ():
                speakers = [quote.speaker for quote in each.quotes if quote.speaker]
                told = (
                    ("sectors", each.sectors),
                    ("enterprises", (*each.enterprises, *speakers)),
                    ("people", speakers),
                )
                mine -= {(table, name) for table, ids in (*told, ("regions", each.ends[:2])) for name in ids if name}
    # What another definition stands on stays, also one that the model does not have yet.
    standing = {each.region for own, each in model.enterprises.items() if ("enterprises", own) not in mine}
    standing |= {each.within for own, each in model.regions.items() if ("regions", own) not in mine}
    for table, key in (("enterprises", "region"), ("regions", "within")):
        standing |= {each.get(key) for own, each in root.get(table, {}).items() if (table, own) not in mine}
    return mine - _around(root, {("regions", region) for region in standing if region})


def told_after(root: dict[str, Any], model: Model, name: str) -> str | None:
    """An item that follows the one called ARTICLE/ITEM, in the file of `root` or in the rest of `model`; None if none
    does."""
    article = root["article"]["id"]
    here = {f"{article}/{each['id']}": each.get("follows") or () for each in root["items"]}
    others = {
        f"{other.id}/{model.items[number].id}": model.items[number].told_before
        for other, numbers in model.by_article()
        if other.id != article
        for number in numbers
        if model.items[number].follows
    }
    return next(
        (own for own, told in (here | others).items() if name in ([told] if isinstance(told, str) else told)), None
    )


def _of(value: object, table: str) -> Iterable[Name]:
    ids = [value] if isinstance(value, str) else value if isinstance(value, (list, dict)) else ()
    return ((table, each) for each in ids if isinstance(each, str))


def _around(root: dict[str, Any], found: set[Name]) -> set[Name]:
    """`found`, as far as it is defined in the file, with the regions that its names lie in."""
    left, told = list(found), set[Name]()
    while left:
        table, name = left.pop()
        entry = (root.get(table) or {}).get(name)
        if isinstance(entry, dict) and (table, name) not in told:
            told.add((table, name))
            left += [("regions", str(entry[key])) for key in ("region", "within") if entry.get(key)]
    return told
