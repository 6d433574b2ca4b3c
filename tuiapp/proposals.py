"""What a person decides about the items of an article, as changes of its file.

An item is a proposal as long as one of its values is a guess, which a comment `# ?` says. Every change is in the
file at once, and can be taken back as long as nobody else changes the file.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

from tuiapp.draft import Names, Offer, item_value, name_values, quote_value
from tuiapp.editing import (
    Append,
    Change,
    Drop,
    Edited,
    PlaceError,
    Put,
    Settle,
    Value,
    edit,
    guesses,
    text_of,
    undo,
    values,
)  # fmt: skip
from tuiapp.editing.spelling import read_back
from tuiapp.following import Follower
from tuiapp.language import gettext
from tuiapp.library import ChangedError, RefusedError
from tuiapp.library.checks.part import parse
from tuiapp.library.listing import STDIN
from tuiapp.model import Quote, Stage
from tuiapp.naming import lonely, told_after, used

__all__ = ["Desk", "PlaceError"]

LARGEST = 1 << 20
"""Characters of a file in which proposals are looked for; a longer one is no draft, and each look takes 0.5 s a MB."""
_FURTHER = tuple(reversed(Stage))
"""From hoped for to done."""
_SPEAKING = {"enterprises": "people", "people": "enterprises"}
"""A speaker's id is that of one or the other."""


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
        except RefusedError:
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
            if after := told_after(here.root, self._follower.library.model, f"{article}/{item}"):
                raise RefusedError(gettext("{name} follows this item").format(name=after))
            # A file with a fault may need names of which nobody knows now.
            known = not (self._follower.library.faults or self._follower.faults)
            names = (
                lonely(here.root, here.number, here.guessed, self._follower.library.model, article) if known else set()
            )
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

    def join(self, article: str, item: str, enterprise: str, name: str = "") -> None:
        """Add an enterprise to an item; `name`: that of one that is new."""

        def changes(here: Item) -> list[Change]:
            path = (*here.path, "enterprises")
            has = here.values.get("enterprises") or []
            new = _defined(here.root, _new("enterprises", enterprise, name))
            if enterprise in has:
                return new
            added = Put((*path, enterprise), "partner") if isinstance(has, dict) and has else None
            return [*([Settle(path)] if has else []), added or Append(path, enterprise), *new]

        self._change(article, item, changes)

    def leave(self, article: str, item: str, enterprise: str) -> None:
        """Take an enterprise out of an item."""

        def changes(here: Item) -> list[Change]:
            path = (*here.path, "enterprises")
            has = here.values.get("enterprises") or []
            if enterprise not in has:
                return []
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
            mutual = key == "between"
            sides = values.get("origin"), values.get("destination"), *(values.get("between") or ())
            first = next(filter(None, sides), "")
            if mutual and first in ("", region):
                raise RefusedError(gettext("between takes two regions, and the item has no other one now"))
            others = ("origin", "destination") if mutual else ("between",)
            return [
                *(Drop((*path, one)) for one in others if one in values),
                Put((*path, key), [first, region] if mutual else region),
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

        def changes(text: str) -> list[Change]:
            root = _root(text, article)
            if any(each["id"] == offer.id for each in root.get("items", ())):
                _refuse_other(offer.id)
            return [Append(("items",), item_value(offer)), *_defined(root, name_values(names))]

        self._edit(article, changes, offer.id)

    # What is common to all

    def undo(self) -> str | None:
        """Take back the last change; returns the ARTICLE/ITEM that it was about, or None if nothing was changed."""
        if not self._done:
            return None
        edited, name = self._done[-1]
        try:
            undo(edited)
        except ChangedError:
            # Never to be taken back, so that those before can be.
            self._done.pop()
            raise
        self._done.pop()
        return name

    def _change(self, article: str, item: str, changes: Callable[[Item], list[Change]]) -> None:
        def of_text(text: str) -> list[Change]:
            root = _root(text, article)
            number = next((at for at, each in enumerate(root.get("items", ())) if each["id"] == item), None)
            if number is None:
                raise RefusedError(gettext("the file does not have this item any more"))
            return changes(Item(root, number, guesses(text)))

        self._edit(article, of_text, item)

    def _edit(self, article: str, changes: Callable[[str], list[Change]], item: str) -> None:
        edited = edit(self._path(article), changes)
        if edited.after != edited.before:
            self._done.append((edited, f"{article}/{item}"))

    def _path(self, article: str) -> str:
        """The path of an article's file."""
        try:
            path = self._follower.library.file_of(article).listed.path
        except KeyError:
            raise RefusedError(gettext("no file has this article any more")) from None
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
    root: Any = values(text)
    ids = {number: root["items"][number].get("id") for number in sorted(keys)}
    # The file may have faults at the moment, such as an item without an id.
    return {own: frozenset(keys[number]) for number, own in ids.items() if isinstance(own, str)}


def _root(text: str, article: str) -> dict[str, Any]:
    """The values of a file, which has no fault by itself. Raises RefusedError if it has one, or another article."""
    part = parse(text.encode(), lambda _: None)
    if part.content is None:
        (line, _), _, message = part.notes[0]
        told = gettext("the file has a fault, which must be mended first, line {line}: {message}")
        raise RefusedError(told.format(line=line, message=message))
    if part.article != article:
        raise RefusedError(gettext("the file does not have this article any more"))
    root = values(text)
    assert isinstance(root, dict)
    return root


def _refuse_other(name: str) -> NoReturn:
    """Refuse to write over what somebody else wrote since the file was read."""
    raise RefusedError(gettext("the file has another {name} since it was read; do it once more").format(name=name))


def _new(table: str, name: str, called: str) -> dict[str, dict[str, Value]]:
    return {table: {name: {"name": called}}} if called else {}


def _defined(root: dict[str, Any], tables: Mapping[str, Mapping[str, Value]]) -> list[Change]:
    """The changes that define names in a file, as far as it does not have them."""
    changes: list[Change] = []
    for table, names in tables.items():
        there = root.get(table) or {}
        others = root.get(_SPEAKING.get(table, ""), {})
        for own, value in names.items():
            new: Any = read_back(value)
            if own in others or there.get(own, new)["name"] != new["name"]:
                _refuse_other(own)
        lacks = {own: value for own, value in names.items() if own not in there}
        changes += [Put((table, own), value) for own, value in lacks.items()] if there else [Put((table,), lacks)]
    return changes
