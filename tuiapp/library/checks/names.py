"""Check the names and ids of all files together.

Every name that is used is defined, a name that several files define is defined equally in all of them, and ids are
unique.

Only files that pass can be merged. Sets of names are compared first, in a tenth of a second for 100,000 items; only if
they show a fault is each name visited, to find its place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from operator import attrgetter
from typing import Any

from msgspec import Struct, ValidationError

from tuiapp.language import deferred, gettext
from tuiapp.library.checks.document import Document
from tuiapp.library.checks.said import items_of, part, table_of
from tuiapp.library.checks.typed import typed
from tuiapp.library.fault import ValuePath, guessing, quoted
from tuiapp.model import Enterprise, Person, Region, Sector

# A table of the model file, the type of its entries, and the message for a second definition.
_TABLES = (
    ("regions", Region, deferred("region {name} is defined differently at {place}")),
    ("sectors", Sector, deferred("sector {name} is defined differently at {place}")),
    ("enterprises", Enterprise, deferred("enterprise {name} is defined differently at {place}")),
    ("people", Person, deferred("person {name} is defined differently at {place}")),
)
# The message for a name that none of these tables defines.
_UNDEFINED = {
    ("regions",): deferred("region {name} is defined nowhere"),
    ("sectors",): deferred("sector {name} is defined nowhere"),
    ("enterprises",): deferred("enterprise {name} is defined nowhere"),
    ("people", "enterprises"): deferred("enterprise or person {name} is defined nowhere"),
}
# Where a name is used, and the tables of which one has to define it. `*` is every value of a list or a mapping, `@`
# every name in a list, in the keys of a mapping, or in a single text.
USES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("regions", "*", "within"), ("regions",)),
    (("enterprises", "*", "region"), ("regions",)),
    (("items", "*", "sector", "@"), ("sectors",)),
    (("items", "*", "enterprises", "@"), ("enterprises",)),
    (("items", "*", "origin"), ("regions",)),
    (("items", "*", "destination"), ("regions",)),
    (("items", "*", "between", "@"), ("regions",)),
    (("items", "*", "quotes", "*", "speaker"), ("people", "enterprises")),
)
_ITEM_ID, _ARTICLE_ID = ("items", "*", "id"), ("article", "id")
# Most pairs of an undefined and a defined name that are compared for suggestions; they take about a second.
_COMPARED = 10_000_000
# The path to a text, the text, and whether it is a key, not a value.
_Way = tuple[ValuePath, str, bool]


def compare(documents: Sequence[Document]) -> None:
    """Note in each of `documents` the faults of its names."""
    for document in documents:
        _refuse_orphans(document)
        _refuse_repeated([document], _ITEM_ID)
    _refuse_repeated(documents, _ARTICLE_ID)
    # If a file breaks off or has a table twice, report no name as undefined: what was not read might have defined it.
    complete = all(document.complete for document in documents)
    defined: dict[str, dict[str, None]] = {}
    for table, kind, other in _TABLES:
        entries = [table_of(document, table) for document in documents]
        _refuse_other_definitions(documents, table, other, [_sound(each, kind) for each in entries])
        defined[table] = dict.fromkeys(name for each in entries for name in each)
    if complete:
        for pattern, tables in USES:
            names = {name: None for table in tables for name in defined[table]}
            _refuse_undefined(documents, pattern, gettext(_UNDEFINED[tables]), names)
        _refuse_no_article(documents)


def _has_article(document: Document) -> bool:
    return part(document.said, "article") is not None


def _refuse_orphans(document: Document) -> None:
    if document.complete and not _has_article(document) and any(item is not None for item in items_of(document)):
        document.complain(("items",), gettext("items without an article: the file has none"))


def _refuse_no_article(documents: Sequence[Document]) -> None:
    if not any(document.notes or _has_article(document) for document in documents):
        documents[0].notes.append(((1, 1), (), gettext("no article in any of the files opened")))


def _refuse_repeated(documents: Sequence[Document], pattern: tuple[str, ...]) -> None:
    ids = texts(documents, pattern)
    if len(set(ids)) == len(ids):
        return
    first: dict[str, tuple[Document, ValuePath]] = {}
    for document in documents:
        for path, name, _ in ways(document, pattern):
            if name in first:
                there, way = first[name]
                taken = gettext("id {name} is taken already, at {place}")
                document.complain(path, taken.format(name=quoted(name), place=there.spot(way)))
            first.setdefault(name, (document, path))


def _refuse_other_definitions(
    documents: Sequence[Document], table: str, message: str, entries: Sequence[Mapping[str, Any]]
) -> None:
    first: dict[str, int] = {}
    for number, (document, defined) in enumerate(zip(documents, entries, strict=True)):
        for name, entry in defined.items():
            if (there := first.setdefault(name, number)) != number and entry != entries[there][name]:
                where = documents[there].spot((table, name), of_key=True)
                other = gettext(message).format(name=quoted(name), place=where)
                document.complain((table, name), other, of_key=True)


def _refuse_undefined(
    documents: Sequence[Document], pattern: tuple[str, ...], message: str, defined: Mapping[str, None]
) -> None:
    if set(texts(documents, pattern)) <= defined.keys():
        return
    messages: dict[str, str] = {}
    for document in documents:
        if set(texts([document], pattern)) <= defined.keys():
            continue
        for path, name, of_key in ways(document, pattern):
            if name in defined:
                continue
            if name not in messages:
                undefined = message.format(name=quoted(name))
                compared = len(messages) * len(defined) < _COMPARED
                messages[name] = guessing(undefined, name, defined) if compared else undefined
            document.complain(path, messages[name], of_key=of_key)


def _sound(entries: Mapping[str, Any], kind: type[Struct]) -> Mapping[str, Any]:
    """The correct ones of `entries`; the file may have faults elsewhere."""
    if not entries or isinstance(next(iter(entries.values())), Struct):
        return entries
    sound = {}
    for name, entry in entries.items():
        with suppress(ValidationError):
            sound[name] = typed(entry, kind)
    return sound


def texts(documents: Sequence[Document], pattern: tuple[str, ...]) -> list[str]:
    """The texts at `pattern` in all documents; in a faulty file other types may be there, which are left out."""
    # Correct files are looked at together: one by one, 10,000 files of ten items take three times as long as one file.
    found: list[str] = _at([document.content for document in documents if document.content], pattern)
    faulty = (document.said for document in documents if not document.content)
    return found + [each for said in faulty for each in _at([said], pattern) if isinstance(each, str)]


def _at(level: list[Any], pattern: tuple[str, ...]) -> list[Any]:
    """All values at `pattern` in the documents of `level`, except None; `*` and `@` are as in `USES`."""
    for step in pattern:
        if step in _STEPS:
            level = list(chain.from_iterable(map(_STEPS[step], level)))
        elif level and isinstance(level[0], Struct):
            level = list(map(attrgetter(step), level))
        else:
            level = [node.get(step) for node in level if isinstance(node, dict)]
        level = [node for node in level if node is not None]
    return level


def _inside(node: object) -> Iterable[Any]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, (list, tuple)) else ()


def _names(node: object) -> Iterable[Any]:
    return (node,) if isinstance(node, str) else node if isinstance(node, dict) else _inside(node)


_STEPS: dict[str, Callable[[object], Iterable[Any]]] = {"*": _inside, "@": _names}


def ways(document: Document, pattern: tuple[str, ...]) -> Iterator[_Way]:
    """The texts at `pattern` in a document, with their paths; stops if it has more faults than are reported."""
    for way in _found(document.said, pattern, ()):
        if document.full:
            return
        yield way


def _found(node: Any, pattern: tuple[str, ...], path: ValuePath) -> Iterator[_Way]:
    if not pattern:
        if isinstance(node, str):
            yield path, node, False
        return
    steps: Iterable[tuple[str | int, Any]]
    if pattern[0] == "@" and isinstance(node, (str, dict)):
        keys = isinstance(node, dict)
        yield from (((*path, name) if keys else path, name, keys) for name in _names(node))
        return
    if pattern[0] in _STEPS:
        steps = node.items() if isinstance(node, dict) else enumerate(_inside(node))
    elif isinstance(node, Struct):
        steps = [(pattern[0], getattr(node, pattern[0]))]
    else:
        steps = [(pattern[0], node.get(pattern[0]))] if isinstance(node, dict) else []
    for step, below in steps:
        yield from _found(below, pattern[1:], (*path, step))
