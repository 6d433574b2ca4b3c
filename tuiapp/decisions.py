"""What a person can decide about an item, as changes of its file. A decision that cannot be raises RefusedError."""

from collections.abc import Mapping
from typing import Any, NamedTuple, NoReturn

from tuiapp.dates import Date, mistake
from tuiapp.draft import Names, Offer, is_url, item_value, name_values, quote_value
from tuiapp.editing import Append, Change, Drop, Guess, Put, Settle, Spelled, Value
from tuiapp.editing.spelling import read_back
from tuiapp.language import gettext
from tuiapp.library import RefusedError
from tuiapp.library.fault import ValuePath
from tuiapp.model import Ends, Model, Quote, Speech, Stage
from tuiapp.naming import lonely, told_after, used

Tables = Mapping[str, Mapping[str, Value]]
"""Definitions of names, by table and id."""
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
    guessed: frozenset[ValuePath]
    """The paths of all values of the file that are guesses."""
    model: Model
    whole: bool
    """Whether the model has all that other files need now; a faulty one may need names of which nobody knows."""

    @property
    def path(self) -> tuple[str, int]:
        return "items", self.number

    @property
    def values(self) -> dict[str, Any]:
        values: dict[str, Any] = self.root["items"][self.number]
        return values

    @property
    def name(self) -> str:
        """ARTICLE/ITEM."""
        return f"{self.root['article']['id']}/{self.values['id']}"


# The item as a whole


def kept(here: Item) -> list[Change]:
    """It is as proposed, and so are the names that it uses."""
    names = used(here.root, here.values) & here.guessed
    return [Settle(here.path), *(Settle(name) for name in sorted(names))]


def dropped(here: Item) -> list[Change]:
    """It goes, with those guessed names that nothing else needs."""
    return _without(here, used(here.root, here.values))


def _without(here: Item, names: set[tuple[str, str]]) -> list[Change]:
    if after := told_after(here.root, here.model, here.name):
        raise RefusedError(gettext("{name} follows this item").format(name=after))
    gone = Drop(("items",) if len(here.root["items"]) == 1 else here.path)
    return [gone, *_forgotten(here, names)]


def joined(here: Item) -> list[Change]:
    """Its quotes go under the item before it, and it is dropped."""
    if not here.number:
        raise RefusedError(gettext("there is no item before this one"))
    above = ("items", here.number - 1, "quotes")
    there = [quote["exact"] for quote in here.root["items"][here.number - 1]["quotes"]]
    more = [
        Append(above, {key: _as_guessed(here, nth, key, value) for key, value in quote.items() if value is not None})
        for nth, quote in enumerate(here.values["quotes"])
        if quote["exact"] not in there
    ]
    speaking = used(here.root, {"quotes": here.values["quotes"]})
    return [*more, *_without(here, used(here.root, here.values) - speaking)]


def _as_guessed(here: Item, nth: int, key: str, value: Any) -> Value:
    return Guess(value) if (*here.path, "quotes", nth, key) in here.guessed else value


# Its values


def titled(here: Item, title: str, language: str) -> list[Change]:
    """Another title; `language` is that of the title, where the file has several."""
    return worded(here, "title", title, language)


def worded(here: Item, key: str, text: str, language: str) -> list[Change]:
    """Another text; `language` is that of the text, where the file has several. One that is empty takes the key out."""
    has = here.values.get(key)
    if text and has and _said(has, language) == text:
        return [Settle((*here.path, key))]
    return [Put((*here.path, key, language), text)] if text and isinstance(has, dict) else put(here, key, text)


def supplied(here: Item, text: str, language: str) -> list[Change]:
    """Other products, with commas between them; one that the item has stays in all its languages, with its commas."""
    has = here.values.get("products") or []
    known = {_said(each, language): each for each in has}
    products: list[Value] = []
    while text := text.strip(" ,"):
        mine = (each for each in known if f"{text},".startswith(f"{each},"))
        name = max(mine, key=len, default="") or text.partition(",")[0].strip()
        products.append(known.get(name, name))
        text = text.removeprefix(name)
    return [Settle((*here.path, "products"))] if products and products == has else put(here, "products", products)


def _said(value: Any, language: str) -> str:
    """A text as a field for one line shows it."""
    return " ".join(str(value[language] if isinstance(value, dict) else value).split())


def further(here: Item, step: int = 1) -> list[Change]:
    """The stage `step` further along; behind the last comes the first."""
    at = _FURTHER.index(Stage(here.values["stage"]))
    return put(here, "stage", _FURTHER[(at + step) % len(_FURTHER)].value)


def put(here: Item, key: str, value: Value) -> list[Change]:
    """Another value of an item; one that is empty takes the key out."""
    if value:
        return [Put((*here.path, key), value)]
    return [Drop((*here.path, key))] if key in here.values else []


def due(here: Item, text: str) -> list[Change]:
    """By when; empty: the article does not say."""
    return put(here, "due", Spelled(_date(text)) if text else "")


def joined_by(here: Item, enterprise: str, name: str = "") -> list[Change]:
    """One enterprise more; `name`: that of one that is new."""
    path = (*here.path, "enterprises")
    has = here.values.get("enterprises") or []
    new = defined(here.root, _new("enterprises", enterprise, name))
    if enterprise in has:
        return new
    added = Put((*path, enterprise), "partner") if isinstance(has, dict) and has else None
    return [*([Settle(path)] if has else []), added or Append(path, enterprise), *new]


def left_by(here: Item, enterprise: str) -> list[Change]:
    """One enterprise less, and none that was proposed and that nobody needs any more."""
    path = (*here.path, "enterprises")
    has = here.values.get("enterprises") or []
    if enterprise not in has:
        return []
    if len(has) == 1:
        gone: list[Change] = [Drop(path)]
    else:
        gone = [Settle(path), Drop((*path, enterprise if isinstance(has, dict) else has.index(enterprise)))]
    speaking = any(quote.get("speaker") == enterprise for quote in here.values["quotes"])
    return [*gone, *([] if speaking else _forgotten(here, {("enterprises", enterprise)}))]


def sectored(here: Item, sector: str, name: str = "") -> list[Change]:
    """Another sector; `name`: that of one that is new."""
    has = here.values["sector"]
    old = {("sectors", each) for each in ([has] if isinstance(has, str) else has) if each != sector}
    new = defined(here.root, _new("sectors", sector, name))
    return [*put(here, "sector", sector), *new, *_forgotten(here, old, keep="sectors" if new else "")]


def directed(here: Item, ends: Ends, new: Mapping[str, str]) -> list[Change]:
    """Other regions; `new`: the names of those that are defined by that, by their ids."""
    values: dict[str, Value] = {"origin": ends.one or "", "destination": ends.other or "", "between": ""}
    if ends.mutual:
        values = {"origin": "", "destination": "", "between": [str(ends.one), str(ends.other)]}
    changes = [change for key, value in values.items() for change in put(here, key, value)]
    # What is taken out comes first: an item has either `between` or the others.
    changes.sort(key=lambda change: not isinstance(change, Drop))
    return [*changes, *(each for own, name in new.items() for each in defined(here.root, _new("regions", own, name)))]


def voiced(here: Item, nth: int, exact: str, speaker: str | None, speech: Speech, name: str = "") -> list[Change]:
    """Whose words quote `nth` gives, which is `exact`; `name`: that of a person who is new."""
    path = (*here.path, "quotes", nth)
    quote = here.values["quotes"][nth] if nth < len(here.values["quotes"]) else {}
    if quote.get("exact") != exact:
        raise RefusedError(gettext("the file does not have this quote any more"))
    if speaker is None:
        gone = [Drop((*path, "speaker"))] if "speaker" in quote else []
        return [*gone, Put((*path, "speech"), Speech.NARRATION.value)]
    # With a speaker there may be narration, but whoever names one means more.
    new = defined(here.root, _new("people", speaker, name))
    return [Put((*path, "speaker"), speaker), Put((*path, "speech"), speech.value), *new]


def quoted(here: Item, quote: Quote, names: Names) -> list[Change]:
    """One more quote."""
    return [Append((*here.path, "quotes"), quote_value(quote)), *defined(here.root, name_values(names))]


def called(here: Item, table: str, own: str, key: str, text: str, language: str) -> list[Change]:
    """Another text in the definition of a name: what an enterprise or a person is called, or the person's role."""
    entry = (here.root.get(table) or {}).get(own)
    if entry is None:
        raise RefusedError(gettext("another file defines {name}").format(name=own))
    path = (table, own, key)
    if not text:
        return [Drop(path)] if key in entry else []
    return [Put((*path, language) if isinstance(entry.get(key), dict) else path, text)]


# What belongs to the article


def added(root: dict[str, Any], offer: Offer, names: Names) -> list[Change]:
    """A new item behind the others."""
    if any(each["id"] == offer.id for each in root.get("items", ())):
        _refuse_other(offer.id)
    return [Append(("items",), item_value(offer)), *defined(root, name_values(names))]


def headed(root: dict[str, Any], key: str, text: str, language: str) -> list[Change]:
    """Another value of the article; one that is empty takes the key out."""
    if not text:
        return [Drop(("article", key))] if key in root["article"] else []
    if key == "url" and not is_url(text):
        raise RefusedError(gettext("an address is due, such as https://example.org/news"))
    has = root["article"].get(key)
    if has and _said(has, language) == text:
        return [Settle(("article", key))]
    path = ("article", key, language) if isinstance(has, dict) else ("article", key)
    return [Put(path, Spelled(_date(text)) if key == "published" else text)]


def _date(text: str) -> Date:
    try:
        return Date(text)
    except ValueError:
        due = mistake(text) or gettext("a day, a month or a year is due, such as 2025-09-30, 2025-09 or 2025")
        raise RefusedError(due) from None


# Names


def defined(root: dict[str, Any], tables: Tables) -> list[Change]:
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


def _new(table: str, name: str, called: str) -> dict[str, dict[str, Value]]:
    return {table: {name: {"name": called}}} if called else {}


def _forgotten(here: Item, names: set[tuple[str, str]], keep: str = "") -> list[Change]:
    """Guessed names that only this item needs are taken out, and tables of which nothing is left but `keep`."""
    if not here.whole:
        return []
    alone = lonely(here.root, here.number, here.guessed, here.model, here.root["article"]["id"]) & names
    tables = {table for table, _ in alone if all((table, name) in alone for name in here.root[table])} - {keep}
    return [
        *(Drop((table,)) for table in sorted(tables)),
        *(Drop(name) for name in sorted(alone) if name[0] not in tables),
    ]


def _refuse_other(name: str) -> NoReturn:
    """Refuse to write over what somebody else wrote since the file was read."""
    raise RefusedError(gettext("the file has another {name} since it was read; do it once more").format(name=name))
