"""Names that files share: each defined once, or alike; each defined that is used; no id given to two things.

`merge` gives the fast answer for files that fit together; this says where they do not.
"""

from collections.abc import Iterable, Sequence

from msgspec import ValidationError, convert

from tuiapp.load.document import Document
from tuiapp.load.fault import Path, Place, quoted, suggestion
from tuiapp.load.node import Mapping, Node, Scalar, child, plain, select
from tuiapp.model import Enterprise, Person, Region, Sector

# A table of the model file, what one of its entries is called, and the entry's type.
_TABLES = (
    ("regions", "region", Region),
    ("sectors", "sector", Sector),
    ("enterprises", "enterprise", Enterprise),
    ("people", "person", Person),
)
# Where a name stands, and the table that has to define it.
_USES: tuple[tuple[Path, str], ...] = (
    (("enterprises", "*", "region"), "regions"),
    (("items", "*", "sector"), "sectors"),
    (("items", "*", "enterprises", "*"), "enterprises"),
    (("items", "*", "origin"), "regions"),
    (("items", "*", "destination"), "regions"),
    (("items", "*", "quotes", "*", "speaker"), "people"),
)
# Undefined names that get a suggestion; each is compared with every defined one, 10 ms for 100,000.
_SUGGESTIONS = 100


def compare(documents: Sequence[Document]) -> None:
    """Note in each of `documents`, composed before, what is wrong with its names."""
    for document in documents:
        _refuse_orphans(document)
        _refuse_repeated((document, path, node) for path, node in select(document.root, ("items", "*", "id")))
    _refuse_repeated(
        (document, path, node) for document in documents for path, node in select(document.root, ("article", "id"))
    )
    _refuse_other_definitions(documents)
    # Of a file that breaks off nobody knows what else it would have defined.
    if all(document.complete for document in documents):
        _refuse_undefined(documents)
        _refuse_no_article(documents)


def _has_article(document: Document) -> bool:
    article = child(document.root, "article")
    return article is not None and not (isinstance(article, Scalar) and article.value is None)


def _refuse_orphans(document: Document) -> None:
    if document.complete and select(document.root, ("items", "*")) and not _has_article(document):
        document.complain(("items",), "items without an article: the file has none")


def _refuse_no_article(documents: Sequence[Document]) -> None:
    if not any(document.notes or _has_article(document) for document in documents):
        documents[0].notes.append(((1, 1), (), "no article in any of the files opened"))


def _refuse_repeated(ids: Iterable[tuple[Document, Path, Node]]) -> None:
    first: dict[str, str] = {}
    for document, path, node in ids:
        if isinstance(node, Scalar) and isinstance(node.value, str):
            if node.value in first:
                message = f"id {quoted(node.value)} is taken already, at {first[node.value]}"
                document.notes.append((node.place, path, message))
            first.setdefault(node.value, _at(document, node.place))


def _refuse_other_definitions(documents: Sequence[Document]) -> None:
    for table, noun, kind in _TABLES:
        first: dict[str, tuple[object, str]] = {}
        for document in documents:
            for name, place, node in _entries(document, table):
                entry = _converted(node, kind)
                if entry is None:
                    continue
                other, there = first.setdefault(name, (entry, _at(document, place)))
                if entry != other:
                    message = f"{noun} {quoted(name)} is defined differently at {there}"
                    document.notes.append((place, (table, name), message))


def _refuse_undefined(documents: Sequence[Document]) -> None:
    nouns = {table: noun for table, noun, _ in _TABLES}
    defined = {
        table: dict.fromkeys(name for document in documents for name, _, _ in _entries(document, table))
        for table in nouns
    }
    messages: dict[tuple[str, str], str] = {}
    for document in documents:
        for pattern, table in _USES:
            for path, node in select(document.root, pattern):
                name = node.value if isinstance(node, Scalar) else None
                if not isinstance(name, str) or name in defined[table]:
                    continue
                if (table, name) not in messages:
                    nearest = suggestion(name, defined[table]) if len(messages) < _SUGGESTIONS else ""
                    messages[table, name] = f"{nouns[table]} {quoted(name)} is defined nowhere{nearest}"
                document.notes.append((node.place, path, messages[table, name]))


def _entries(document: Document, table: str) -> list[tuple[str, Place, Node]]:
    node = child(document.root, table)
    if not isinstance(node, Mapping):
        return []
    return [(name, node.keys[name], entry) for name, entry in node.children.items()]


def _converted(node: Node, kind: type) -> object:
    try:
        return convert(plain(node), kind, strict=True)
    except ValidationError:
        return None


def _at(document: Document, place: Place) -> str:
    return f"{document.listed.name}:{place[0]}:{place[1]}"
