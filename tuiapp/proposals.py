"""What a person decides about the items of an article, as changes of its file.

An item is a proposal as long as one of its values is a guess, which a comment `# ?` says. Every change is in the
file at once, and can be taken back as long as nobody else changes the file.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tuiapp.draft import Names, Offer, item_value, name_values, quote_value
from tuiapp.editing import (
    Append,
    Change,
    Drop,
    Edited,
    PlaceError,
    Put,
    Settle,
    edit,
    guesses,
    text_of,
    undo,
    values,
)
from tuiapp.following import Follower
from tuiapp.language import gettext
from tuiapp.library import RefusedError
from tuiapp.library.listing import STDIN
from tuiapp.model import Model, Quote, Stage
from tuiapp.naming import lonely, used

__all__ = ["Desk", "PlaceError"]

LARGEST = 1 << 20
"""Characters of a file in which proposals are looked for; a longer one is no draft, and each look takes 0.5 s a MB."""
_FURTHER = tuple(reversed(Stage))
"""From hoped for to done."""


class Item(NamedTuple):
    """An item as its file has it now."""

    root: dict[str, Any]
    """The whole file, in plain values."""
    number: int
    """Its place among the items of the file, from 0."""
    guessed: frozenset[tuple[str | int, ...]]
    """The paths of all values of the file that are guesses."""

    @property
    def path(self) -> tuple[str, int]:
        return "items", self.number

    @property
    def values(self) -> dict[str, Any]:
        values: dict[str, Any] = self.root["items"][self.number]
        return values


class Desk:
    """The files behind a view, for changes by a person. A change that cannot be made raises RefusedError, or
    PlaceError, which has the lines that a person can paste."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._done: list[tuple[Edited, str]] = []
        """What can be taken back, with the ARTICLE/ITEM that it is about."""
        self._seen: tuple[str, Mapping[str, frozenset[str]]] = ("", {})
        """The text that was looked through last, and its proposals."""

    def proposed(self, article: str) -> Mapping[str, frozenset[str]]:
        """The ids of the items of an article that are proposals, each with the keys of its values that are guesses."""
        try:
            text = text_of(self._path(article))
        except (KeyError, RefusedError, UnicodeDecodeError):
            return {}
        if text != self._seen[0]:
            self._seen = text, _proposed(text) if len(text) <= LARGEST else {}
        return self._seen[1]

    # Decisions

    def keep(self, article: str, item: str) -> None:
        """Keep an item as it is, and the names that it uses."""

        def changes(here: Item) -> list[Change]:
            names = used(here.root, here.values) & here.guessed
            return [Settle(here.path), *(Settle(name) for name in sorted(names))]

        self._change(article, item, changes)

    def drop(self, article: str, item: str) -> None:
        """Take an item out of its file, with those guessed names that nothing else needs."""

        def changes(here: Item) -> list[Change]:
            names = lonely(here.root, here.number, here.guessed, self._model, article)
            tables = {table for table, _ in names if all((table, name) in names for name in here.root[table])}
            last = len(here.root["items"]) == 1
            return [
                Drop(("items",) if last else here.path),
                *(Drop((table,)) for table in sorted(tables)),
                *(Drop(name) for name in sorted(names) if name[0] not in tables),
            ]

        self._change(article, item, changes)

    def retitle(self, article: str, item: str, title: str, language: str) -> None:
        """Give an item another title; `language` is that of the title, where the file has several."""

        def changes(here: Item) -> list[Change]:
            several = isinstance(here.values["title"], dict)
            return [Put((*here.path, "title", language) if several else (*here.path, "title"), title)]

        self._change(article, item, changes)

    def further(self, article: str, item: str) -> None:
        """Give an item the next stage; after the last, the first."""

        def changes(here: Item) -> list[Change]:
            at = _FURTHER.index(Stage(here.values["stage"]))
            return [Put((*here.path, "stage"), _FURTHER[(at + 1) % len(_FURTHER)].value)]

        self._change(article, item, changes)

    def toggle(self, article: str, item: str, enterprise: str, name: str = "") -> None:
        """Add an enterprise to an item, or take it out; `name`: that of one that is new."""

        def changes(here: Item) -> list[Change]:
            path = (*here.path, "enterprises")
            has = here.values.get("enterprises") or []
            if enterprise not in has:
                added = Put((*path, enterprise), "partner") if isinstance(has, dict) and has else None
                new = _new("enterprises", enterprise, name)
                return [*([Settle(path)] if has else []), added or Append(path, enterprise), *_defined(here.root, new)]
            if len(has) == 1:
                return [Drop(path)]
            return [Settle(path), Drop((*path, enterprise if isinstance(has, dict) else has.index(enterprise)))]

        self._change(article, item, changes)

    def place(self, article: str, item: str, key: str, region: str | None, name: str = "") -> None:
        """Give an item a region as its `origin`, its `destination`, or as the other end of `between`; None takes the
        key out. `name`: that of a region that is new."""

        def changes(here: Item) -> list[Change]:
            path, values = here.path, here.values
            if region is None:
                return [Drop((*path, key))] if key in values else []
            ends = [end for end in (values.get("origin"), values.get("destination"), *values.get("between", ())) if end]
            mutual = key == "between"
            gone = [
                one for one in ("origin", "destination", "between") if one in values and (one == "between") != mutual
            ]
            return [
                *(Drop((*path, one)) for one in gone),
                Put((*path, key), [ends[0], region] if mutual else region),
                *_defined(here.root, _new("regions", region, name)),
            ]

        self._change(article, item, changes)

    # Quotes

    def quote(self, article: str, item: str, quote: Quote, names: Names) -> None:
        """Put one more quote under an item."""

        def changes(here: Item) -> list[Change]:
            new = [Append((*here.path, "quotes"), quote_value(quote))]
            return [*new, *_defined(here.root, name_values(names))]

        self._change(article, item, changes)

    def add(self, article: str, offer: Offer, names: Names) -> None:
        """Add a new item behind the others of an article."""

        def changes(root: dict[str, Any]) -> list[Change]:
            return [Append(("items",), item_value(offer)), *_defined(root, name_values(names))]

        self._edit(article, changes, f"{article}/{offer.id}")

    # What is common to all

    def undo(self) -> str | None:
        """Take back the last change; returns the ARTICLE/ITEM that it was about, or None if nothing was changed."""
        if not self._done:
            return None
        edited, name = self._done.pop()
        undo(edited)
        return name

    @property
    def _model(self) -> Model:
        return self._follower.library.model

    def _change(self, article: str, item: str, changes: Callable[[Item], list[Change]]) -> None:
        def of_root(root: dict[str, Any], guessed: frozenset[tuple[str | int, ...]] = frozenset()) -> list[Change]:
            number = next((at for at, each in enumerate(root.get("items", ())) if each.get("id") == item), None)
            if number is None:
                raise RefusedError(gettext("the file does not have this item any more"))
            return changes(Item(root, number, guessed))

        self._done.append(
            (edit(self._path(article), lambda text: of_root(_root(text), guesses(text))), f"{article}/{item}")
        )

    def _edit(self, article: str, changes: Callable[[dict[str, Any]], list[Change]], name: str) -> None:
        self._done.append((edit(self._path(article), lambda text: changes(_root(text))), name))

    def _path(self, article: str) -> str:
        """The path of an article's file. Raises KeyError if no file has the article."""
        path = self._follower.library.file_of(article).listed.path
        if path == STDIN:
            raise RefusedError(gettext("standard input cannot be changed"))
        return path


def _proposed(text: str) -> dict[str, frozenset[str]]:
    """The items of a file that have a guess, by their ids, each with the keys of those."""
    keys: dict[int, set[str]] = {}
    for path in guesses(text):
        match path:
            case ("items", int(number), str(key), *_):
                keys.setdefault(number, set()).add(key)
    if not keys:
        return {}
    items = _root(text)["items"]
    return {items[number]["id"]: frozenset(found) for number, found in sorted(keys.items())}


def _root(text: str) -> dict[str, Any]:
    """The values of a file. Raises RefusedError if it is none of ours."""
    root = values(text)
    if not isinstance(root, dict):
        raise RefusedError(gettext("the file holds no article any more"))
    return root


def _new(table: str, name: str, called: str) -> dict[str, dict[str, Any]]:
    return {table: {name: {"name": called}}} if called else {}


def _defined(root: dict[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> list[Change]:
    """The changes that define names in a file."""
    return [
        change
        for table, names in tables.items()
        if names
        for change in (
            [Put((table, name), value) for name, value in names.items()]
            if root.get(table)
            else [Put((table,), dict(names))]
        )
    ]
