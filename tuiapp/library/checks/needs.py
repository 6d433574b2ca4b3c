"""Which names a file has and which it needs, to find the files that need one that is left out, and so on.

`names` and `ties` would find the same, but one step of a chain at a time, each in a comparison of all files.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tuiapp.library.checks.chains import names_of_items
from tuiapp.library.checks.document import Document
from tuiapp.library.checks.names import USES, texts, ways
from tuiapp.library.checks.said import table_of

_TABLES = ("regions", "sectors", "enterprises", "people")
_FOLLOWS = ("items", "*", "follows", "@")
# Where a name is used, and where it may be defined.
_NEEDS = (*USES, (_FOLLOWS, ("items",)))
# The name of an item is ARTICLE/ITEM.
_Name = tuple[str, str]
"""A table of the model file, and a name in it."""


class Lack(Struct, frozen=True):
    """A document that needs what only documents that are left out have."""

    number: int
    name: str
    pattern: tuple[str, ...]
    """Where it is used."""
    owner: int
    """The last document that had it."""


def lacking(documents: Sequence[Document], gone: Sequence[int]) -> Iterator[Lack]:
    """The documents that cannot stay because those at `gone` do not, each once, after the one that it needs."""
    had = [set(_had(document)) for document in documents]
    left = Counter(name for names in had for name in names)
    users: defaultdict[_Name, list[tuple[int, int]]] = defaultdict(list)
    for number, document in enumerate(documents):
        for row, (pattern, tables) in enumerate(_NEEDS):
            for text in set(texts([document], pattern)):
                for table in tables:
                    users[table, text].append((number, row))
    dropped = set(gone)
    todo = list(gone)
    for owner in todo:
        for name in sorted(had[owner]):
            left[name] -= 1
            if left[name]:
                continue
            for number, row in users[name]:
                pattern, tables = _NEEDS[row]
                if number not in dropped and not any(left[table, name[1]] for table in tables):
                    dropped.add(number)
                    todo.append(number)
                    yield Lack(number, name[1], pattern, owner)


def complain(document: Document, lack: Lack, message: str) -> None:
    """Note `message` where the document first uses what it lacks."""
    path, _, of_key = next(way for way in ways(document, lack.pattern) if way[1] == lack.name)
    document.complain(path, message, of_key=of_key)


def _had(document: Document) -> Iterator[_Name]:
    for table in _TABLES:
        for name in table_of(document, table):
            yield table, name
    for item in names_of_items(document):
        if item is not None:
            yield "items", item
