"""A model made ready to be asked, what is asked of it, and what it answers.

The one place where search and facets meet; the commands and the screen both ask here. A snapshot never changes: when
files do, there is another one, and an answer says which one it is of.
"""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.archive import Archive
from tuiapp.facets import Count, Facets, Picks
from tuiapp.fields import FACETS, Field, Value
from tuiapp.model import Model
from tuiapp.search import ALL, Index, Problem, Query, Result, Scope, Term, parse


class Question(Struct, frozen=True):
    """All that narrows the list."""

    text: str = ""
    scope: Scope = ALL
    """Holds the words that name no scope of their own."""
    picks: Picks = Picks()
    rewrite: bool = True
    """Whether words are read in the other script and on the other layout too."""

    @property
    def narrows(self) -> bool:
        """Whether there is anything to clear."""
        return bool(self.text.strip() or self.picks)


class Snapshot:
    """A model with its index, its facets and what its sources say, each made when it is first needed."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.archive = Archive(model)

    @cached_property
    def index(self) -> Index:
        """Made for the first word that is asked for: half a second at 100,000 items."""
        return Index(self.archive)

    @cached_property
    def facets(self) -> Facets:
        """Made for the first pick, or when the facets are first shown."""
        return Facets(self.archive)

    def prepare(self) -> None:
        """Make now what the first letter and the first pick would wait for."""
        _ = self.index
        self.facets.prepare()

    def fill(self) -> Iterator[None]:
        """Work out, step by step, what is too much for one moment; for whoever has time between the steps."""
        return self.facets.fill()

    def ask(self, question: Question) -> "Answer":
        """The items that match the words and every facet's picks."""
        query = parse(question.text)
        if query.terms or query.problems:
            matched = self.index.search(query, scope=question.scope, rewrite=question.rewrite)
        else:
            matched = Result.everything(len(self.model.items))
        shown = matched.within(self.facets.allowed(question.picks)) if question.picks else matched
        return Answer(self, question, query, matched, shown)


class Emptied(Struct, frozen=True):
    """Why a question leaves nothing."""

    problems: tuple[Problem, ...] = ()
    """What of the query can never match."""
    term: Term | None = None
    """The word that leaves nothing; None where no single one is to blame."""
    alone: bool = False
    """Whether that word has items, but none in common with the words before it."""
    elsewhere: int = 0
    """Items that have it in another scope."""
    near: tuple[str, ...] = ()
    """Names that may have been meant."""
    matched: int = 0
    """Items that match the words, but not the picks."""


class Answer:
    """The items that a question leaves, best first, and the snapshot that they are items of."""

    def __init__(self, of: Snapshot, question: Question, query: Query, matched: Result, shown: Result) -> None:
        self.of = of
        self.question = question
        self.query = query
        self.matched = matched
        """What the filter alone finds."""
        self.shown = shown
        """What filter and picks leave together."""

    @property
    def model(self) -> Model:
        """The model that the items are in."""
        return self.of.model

    def counts(self) -> dict[Field, dict[Value, Count]]:
        """How many of the items have each value of each facet."""
        return self.of.facets.counts(self.matched.items, self.question.picks)

    def picked(self) -> dict[Field, tuple[Value, ...]]:
        """The facets in which something is picked, and what, in the facet's order; what has gone stands last."""
        picks = self.question.picks
        found: dict[Field, tuple[Value, ...]] = {}
        for facet in FACETS:
            if picked := picks[facet]:
                known = tuple(value for value in self.of.facets.values(facet) if value in picked)
                found[facet] = known + tuple(sorted(picked.difference(known), key=str))
        return found

    @cached_property
    def emptied(self) -> Emptied | None:
        """Why nothing is left; None where something is."""
        if len(self.shown):
            return None
        term = self.matched.emptied_by
        problems = self.query.problems
        if term is None:
            return Emptied(problems, matched=len(self.matched))
        index, question = self.of.index, self.question
        alone = index.search(Query(terms=(term,)), question.scope, rewrite=question.rewrite)
        if term.excludes:
            return Emptied(problems, term, near=index.nearest(term.text))
        if len(alone):
            return Emptied(problems, term, alone=True)
        anywhere = index.search(Query(terms=(replace(term, scope=ALL),)), rewrite=question.rewrite)
        near = () if len(anywhere) else index.nearest(term.text)
        return Emptied(problems, term, elsewhere=len(anywhere), near=near)
