"""The owners of names, such as enterprises, that a person looks for: found by the rules that find items."""

from tuiapp.fields import Value
from tuiapp.search.matching import by_ear, level_of, ways
from tuiapp.search.names import Names
from tuiapp.search.query import Scope, Term


def named(corpus: Names, scope: Scope, terms: tuple[Term, ...]) -> list[Value]:
    """The values of the field `scope` that have a name for every term, best first; all values if there is no term.

    Among equals those of more items come first.
    """
    held = corpus.owners.of_field(scope)
    found = dict.fromkeys(held, (0, 0))
    for term in terms:
        levels = _levels(corpus, scope, term)
        found = {
            owner: (max(worst, levels[owner]), total + levels[owner])
            for owner, (worst, total) in found.items()
            if owner in levels
        }
    often = corpus.owners.postings
    ranked = sorted(found, key=lambda owner: (found[owner], -often.union([owner]).bit_count()))
    return [corpus.owners.values[owner] for owner in ranked]


def _levels(corpus: Names, scope: Scope, term: Term) -> dict[int, int]:
    """The owners that `term` matches, each with the best level."""
    for read in (ways(term, corpus.vocabulary, rewrite=True), by_ear(term, corpus.vocabulary)):
        levels: dict[int, int] = {}
        for way in read:
            level = level_of(way, corpus.tier)
            for owner in corpus.units(way, term, scope):
                levels[owner] = min(level, levels.get(owner, level))
        if levels:
            return levels
    return {}
