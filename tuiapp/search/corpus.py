"""What the words of some fields are looked up in. There are two kinds: `Names` and `Texts`."""

from collections.abc import Collection, Iterator
from typing import NamedTuple, Protocol

from tuiapp.fields import Field, Value
from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term
from tuiapp.search.vocabulary import Vocabulary


class Said(NamedTuple):
    """One value of an item, and everything that it is called."""

    field: Field
    value: Value
    names: tuple[str, ...]


class Corpus(Protocol):
    """The words of some fields, and the items that have each of them.

    Between the words and the items stand units. In `Names` these are the owners of the names: many items share an
    enterprise. In `Texts` they are the words themselves.
    """

    fields: tuple[Field, ...]
    tier: int
    """Of two rows that match by the same rule, the one of the lower tier comes first."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The distinct words of all fields."""

    def units(self, way: Way, term: Term, scope: Scope) -> set[int]:
        """The units that have one of the words that `way` matched."""

    def items(self, units: Collection[int], term: Term) -> int:
        """The items of `units` that `term` may match, as a bit set."""

    def begun(self, letter: str) -> int:
        """The items with a word that begins with `letter`. Made in advance: the first letter typed matches the most
        items."""

    def together(self, units: Collection[frozenset[int]]) -> int:
        """The items in which a single name or text matches all terms; `units` are those of each term."""

    def said(self, number: int, scope: Scope) -> Iterator[Said]:
        """The values of item `number` in `scope`, in the order of the searched fields."""
