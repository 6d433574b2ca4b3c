"""What one term of a query matches: its interpretations, and the items at each level."""

from typing import NamedTuple

from tuiapp.search.corpus import Corpus
from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term


class Hit(NamedTuple):
    """One interpretation of a term, and where it was looked up."""

    level: int
    """How good this match is: 0 is best, rows of a higher level are listed later."""
    corpus: Corpus
    way: Way


class Found(NamedTuple):
    """What one term matches."""

    term: Term
    scope: Scope
    hits: tuple[Hit, ...]
    """Best first."""
    levels: dict[int, int]
    """For each level, best first, the bit set of its items; the sets are disjoint."""
    units: dict[Corpus, frozenset[int]]
    """The units that match in each corpus."""
    items: int
    """The union of `levels`."""

    @property
    def on_other_layout(self) -> bool:
        """Whether the term was typed on the other layout: what it matches best, it matches so."""
        return bool(self.hits) and self.hits[0].way.rewriting == "layout"
