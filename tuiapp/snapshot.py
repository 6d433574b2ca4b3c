"""A model ready for queries (`Snapshot`), a query with its picks (`Question`), and the result (`Answer`).

Only here are search and facets combined, for the commands and for the screen. A snapshot never changes: when files
change, a new one is made. An answer says which snapshot it is from.
"""

import copy
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.archive import Archive
from tuiapp.facets import Count, Facets, Picks
from tuiapp.fields import PICKABLE, Field, Value
from tuiapp.language import spoken
from tuiapp.model import Model
from tuiapp.orders import BEST, sorted_items
from tuiapp.search import ALL, DATES, NO_NAME, Index, Problem, Query, Result, Scope, Term, parse

AT_ONCE = 1_000
"""So many items are read at once, in some 30 ms, before the first picture."""


class Question(Struct, frozen=True):
    """Everything that narrows the list."""

    text: str = ""
    scope: Scope = ALL
    """Applies to the words that name no scope of their own."""
    picks: Picks = Picks()
    order: str = BEST
    """The name of the order of the rows."""
    rewrite: bool = True
    """Whether words are also converted to the other script and the other keyboard layout."""
    latest: bool = False
    """Whether only the newest item of each matter is asked for."""

    @property
    def narrows(self) -> bool:
        """Whether it may leave out any item."""
        return bool(self.text.strip() or self.picks or self.latest)


class LeftOut(Struct, frozen=True):
    """The files that the model lacks because they are faulty."""

    count: int = 0
    fault: str = ""
    """The first fault, in one line; empty if whoever asks must not see it."""
    stale: bool = False
    """Whether it is the fault of a file that is shown as it was before."""


NOTHING_LEFT_OUT = LeftOut()


class Snapshot:
    """A model with its index, its facets and the evidence for its quotes, each made when it is first needed."""

    def __init__(self, model: Model, *, gradual: bool = False, left_out: LeftOut = NOTHING_LEFT_OUT) -> None:
        """`gradual`: leave a part of the work to `fill`, if there is much of it."""
        self.model = model
        self.archive = Archive(model)
        self.left_out = left_out
        self._orders: dict[tuple[str, str], Sequence[int] | None] = {}
        self._gradual = gradual and len(model.items) > AT_ONCE

    @cached_property
    def index(self) -> Index:
        """Made for the first word that is searched; takes a second at 100,000 items, and six if not `gradual`."""
        index = Index(self.archive)
        if not self._gradual:
            deque(index.fill(), 0)
        return index

    @property
    def filling(self) -> bool:
        """Whether a search does not find everything yet, because `fill` has more steps."""
        return self._gradual and not self.index.ready

    @cached_property
    def facets(self) -> Facets:
        """Made for the first pick, or when the facets are first shown."""
        return Facets(self.archive)

    def _sorted(self, order: str) -> Sequence[int] | None:
        """All items in an order; None if the search ranks them. Enterprises are sorted in the language in use."""
        key = order, spoken()
        if key not in self._orders:
            self._orders[key] = sorted_items(self.archive, order)
        return self._orders[key]

    def lacking(self, left_out: LeftOut) -> "Snapshot":
        """The same model with other files left out; nothing is made anew."""
        other = copy.copy(self)
        other.left_out = left_out
        return other

    def renewed(self, model: Model, left_out: LeftOut) -> "Snapshot":
        """A snapshot of a model that has changed; quotes that are as they were are not checked again."""
        other = Snapshot(model, gradual=True, left_out=left_out)
        other.archive = self.archive.renewed(model)
        return other

    def prepare(self) -> None:
        """Make the index and the facets now, so that the first letter and the first pick need not wait."""
        _ = self.index
        self.facets.prepare()

    def fill(self) -> Iterator[bool]:
        """Read the texts to search and compute slow facets step by step, so that the caller can do other work between
        the steps; True after a step means that a search may find more than before."""
        yield from self.index.fill()
        for _ in chain(self.index.listen(), self.facets.fill()):
            yield False

    def ask(self, question: Question) -> "Answer":
        """The items that match the words and the picks of every facet."""
        query = parse(question.text)
        if query.terms or query.problems:
            matched = self.index.search(query, scope=question.scope, rewrite=question.rewrite)
        else:
            matched = Result.everything(len(self.model.items))
        if question.latest:
            matched = matched.within(self.archive.matters.newest)
        shown = matched.within(self.facets.allowed(question.picks)) if question.picks else matched
        if (order := self._sorted(question.order)) is not None:
            shown = shown.sorted(order)
        return Answer(self, question, query, matched, shown)


class Emptied(Struct, frozen=True):
    """Why a question finds nothing."""

    problems: tuple[Problem, ...] = ()
    """The parts of the query that can never match."""
    term: Term | None = None
    """The word that makes the result empty; None if no single word is to blame."""
    alone: bool = False
    """Whether that word matches items, but none that the words before it match."""
    elsewhere: int = 0
    """How many items match it in another scope."""
    near: tuple[str, ...] = ()
    """Names that may have been meant."""
    matched: int = 0
    """How many items match the words, but not the picks."""
    older: int = 0
    """How many items match words and picks, of which none is the newest of its matter, as the question wants it."""


class Answer:
    """The items that a question finds, best first, and the snapshot that they are from."""

    def __init__(self, snapshot: Snapshot, question: Question, query: Query, matched: Result, shown: Result) -> None:
        self.snapshot = snapshot
        self.question = question
        self.query = query
        self.matched = matched
        """What the words alone find; if the question wants only the newest of each matter, these."""
        self.shown = shown
        """What words and picks find together."""

    @property
    def model(self) -> Model:
        """The model that the items are in."""
        return self.snapshot.model

    def counts(self) -> dict[Field, dict[Value, Count]]:
        """How many of the items have each value of each facet."""
        return self.snapshot.facets.counts(self.matched.items, self.question.picks)

    def picked(self) -> dict[Field, tuple[Value, ...]]:
        """The facets with picks, and their picks in the facet's order; picks that no longer occur come last."""
        picks = self.question.picks
        found: dict[Field, tuple[Value, ...]] = {}
        for facet in PICKABLE:
            if picked := picks[facet]:
                known = tuple(value for value in self.snapshot.facets.values(facet) if value in picked)
                found[facet] = known + tuple(sorted(picked.difference(known), key=str))
        return found

    @cached_property
    def emptied(self) -> Emptied | None:
        """Why nothing is found; None if something is."""
        if len(self.shown):
            return None
        term = self.matched.emptied_by
        problems = self.query.problems
        if term is not None and term.scope in DATES:
            return Emptied(problems, term)
        if term is None:
            older = len(self.snapshot.ask(replace(self.question, latest=False)).shown) if self.question.latest else 0
            return Emptied(problems, matched=len(self.matched), older=older)
        index, question = self.snapshot.index, self.question
        if (kind := NO_NAME.get(term.scope or "")) and not index.knows(term, rewrite=question.rewrite):
            return Emptied((*problems, Problem(kind, term.text)))
        if term.excludes:
            return Emptied(problems, term, near=index.similar(term.text))
        if len(index.search(Query(terms=(term,)), question.scope, rewrite=question.rewrite)):
            return Emptied(problems, term, alone=True)
        anywhere = index.search(Query(terms=(replace(term, scope=ALL),)), rewrite=question.rewrite)
        near = () if len(anywhere) else index.similar(term.text)
        return Emptied(problems, term, elsewhere=len(anywhere), near=near)
