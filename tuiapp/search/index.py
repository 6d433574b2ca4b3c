"""The index of a model. A search finds the items of each term by level, and combines the levels into ranks."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from tuiapp import sets
from tuiapp.archive import Archive
from tuiapp.search.explain import Explainer
from tuiapp.search.found import Found
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import Way, as_letter, ways
from tuiapp.search.nearest import nearest
from tuiapp.search.owners import Owners
from tuiapp.search.query import ALL, Query, Scope, Term
from tuiapp.search.result import Result
from tuiapp.search.vocabulary import Vocabulary

REMEMBERED = 24
"""How many terms have their items cached, so that typing one more word searches only that word."""


class Rank(NamedTuple):
    """The sort key of a row; the smallest comes first."""

    worst: int
    """The level of the term that matches worst."""
    apart: bool
    """Whether no single owner (an enterprise, a sector) has names that match all terms."""
    total: int
    """The sum of the levels of all terms."""


class Index:
    """The search index of a model; immutable except for its cache."""

    def __init__(self, archive: Archive) -> None:
        self.size = len(archive.model.items)
        self.owners = Owners(archive)
        self.vocabulary = Vocabulary(self.owners.names)
        self._explainer = Explainer(self.owners, self.vocabulary)
        self._begun = {
            letter: self.owners.postings.union(owners) for letter, owners in self.vocabulary.initials().items()
        }
        """For each letter, the items with a word that begins with it. Made in advance: the first letter typed
        matches the most items."""
        self._remembered: dict[tuple[Term, Scope, bool], Found] = {}

    @cached_property
    def everything(self) -> int:
        """All items, as a bit set."""
        return sets.everything(self.size)

    def search(self, query: Query, scope: Scope = ALL, *, rewrite: bool = True) -> Result:
        """The items that match `query`; `scope` applies to words that name none of their own."""
        if query.problems:
            return Result(self.size, self._explainer, (), ())
        found = tuple(self._found(term, term.scope or scope, rewrite) for term in query.terms)
        wanted = tuple(one for one in found if not one.term.excludes)
        unwanted = reduce(or_, (one.items for one in found if one.term.excludes), 0)
        levels = self._ranked(wanted) if wanted else [self.everything]
        left = tuple(some for level in levels if (some := level & ~unwanted))
        return Result(self.size, self._explainer, found, left)

    def nearest(self, word: str) -> tuple[str, ...]:
        """Up to three names of the model that are spelled most like `word`, the nearest first."""
        return nearest(word, self.owners, self.vocabulary)

    def forget(self) -> None:
        """Empty the cache of terms; for benchmarks."""
        self._remembered.clear()

    def _found(self, term: Term, scope: Scope, rewrite: bool) -> Found:
        key = (term, scope, rewrite)
        found = self._remembered.pop(key, None) or self._find(term, scope, rewrite)
        self._remembered[key] = found
        if len(self._remembered) > REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        return found

    def _find(self, term: Term, scope: Scope, rewrite: bool) -> Found:
        found = self._levels(term, scope, ways(term, self.vocabulary, rewrite=rewrite))
        if term.anchor == "letter" and rewrite and not found.items:
            return self._levels(term, scope, as_letter(term, self.vocabulary))
        return found

    def _levels(self, term: Term, scope: Scope, matched: list[Way]) -> Found:
        owners: set[int] = set()
        levels: dict[int, int] = {}
        items = 0
        for way in matched:
            new = self._owners(way, term, scope) - owners
            owners |= new
            if new and (more := self._items(way, term, scope, new) & ~items):
                levels[way.level] = levels.get(way.level, 0) | more
                items |= more
        return Found(term, scope, tuple(matched), levels, frozenset(owners), items)

    def _items(self, way: Way, term: Term, scope: Scope, owners: set[int]) -> int:
        """The items of `owners`; may include items already found at a better level."""
        any_name = scope == ALL and term.anchor != "beginning"
        if way.rule is Rule.PREFIX and any_name and way.rewriting != "script" and len(way.read) == 1:
            return self._begun[way.read]
        return self.owners.postings.union(owners)

    def _owners(self, way: Way, term: Term, scope: Scope) -> set[int]:
        lists = self.vocabulary.heads if term.anchor == "beginning" else self.vocabulary.owners
        owners: set[int] = set().union(*[lists[place] for place in way.words])
        if scope == ALL:
            return owners
        held = self.owners.of_field(scope)
        return {owner for owner in owners if owner in held}

    def _ranked(self, found: tuple[Found, ...]) -> list[int]:
        """The items that match all terms, as disjoint bit sets by rank, best first."""
        ranks = {Rank(level, False, level): items for level, items in found[0].levels.items()}
        for one in found[1:]:
            ranks = _both(ranks, one.levels)
        if len(found) > 1:
            together = frozenset.intersection(*[one.owners for one in found])
            ranks = dict(_split(ranks, self.owners.postings.union(together)))
        return [ranks[rank] for rank in sorted(ranks)]


def _both(ranks: dict[Rank, int], levels: dict[int, int]) -> dict[Rank, int]:
    both: defaultdict[Rank, int] = defaultdict(int)
    for rank, items in ranks.items():
        for level, more in levels.items():
            if common := items & more:
                both[Rank(max(rank.worst, level), False, rank.total + level)] |= common
    return both


def _split(ranks: dict[Rank, int], together: int) -> Iterator[tuple[Rank, int]]:
    for rank, items in ranks.items():
        yield rank, items & together
        yield rank._replace(apart=True), items & ~together
