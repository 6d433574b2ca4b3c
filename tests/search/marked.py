"""What a search tells of its rows, as short as a table row."""

from typing import NamedTuple

from tests.search.models import model
from tuiapp.archive import Archive
from tuiapp.model import Model
from tuiapp.search import ALL, Index, Match, Result, Scope, parse


class Told(NamedTuple):
    """A match in short."""

    marked: str
    """The name, with the marked letters in square brackets: `Мех[завод]`."""
    rule: str
    scope: str


def marked(match: Match) -> str:
    """The name that matched, with the marked letters in square brackets."""
    told, before = "", 0
    for start, end in match.spans:
        told += f"{match.name[before:start]}[{match.name[start:end]}]"
        before = end
    return told + match.name[before:]


def indexed(items: Model) -> Index:
    """An index that has all words."""
    index = Index(Archive(items))
    for _ in index.fill():
        pass
    return index


def of_names(*names: str) -> Index:
    """An index of items that have one enterprise each, and nothing else to be found by."""
    return indexed(model([(name, "…") for name in names]))


def asked(index: Index, query: str, scope: Scope = ALL, *, rewrite: bool = True) -> Result:
    """The result of a query as typed."""
    return index.search(parse(query), scope, rewrite=rewrite)


def told(index: Index, query: str) -> list[tuple[int, list[Told]]]:
    """Every row, best first, with all its matches."""
    result = asked(index, query)
    return [
        (number, [Told(marked(match), str(match.rule), match.scope) for match in result.matches(number)])
        for number in result.window(0, len(result))
    ]
