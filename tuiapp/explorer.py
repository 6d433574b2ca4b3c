"""What is asked and what is found: the filter, its scope and the facets' picks, answered together.

The one place where search and facets meet; `tuiapp list` and the screen both ask here.
"""

from functools import cached_property

from msgspec import Struct

from tuiapp.archive import Archive
from tuiapp.facets import Facets, Picks
from tuiapp.model import Model
from tuiapp.search import Index, Query, Result, Scope, parse


class Question(Struct, frozen=True):
    """All that narrows the list."""

    text: str = ""
    scope: Scope = Scope.ALL
    """Holds the words that name no scope of their own."""
    picks: Picks = Picks()
    rewrite: bool = True
    """Whether words are read in the other script and on the other layout too."""

    @property
    def narrows(self) -> bool:
        """Whether there is anything to clear."""
        return bool(self.text.strip() or self.picks)


class Answer(Struct, frozen=True):
    """The items that a question leaves, best first."""

    question: Question
    query: Query
    matched: Result
    """What the filter alone finds."""
    shown: Result
    """What filter and picks leave together."""


class Explorer:
    """A model made ready to be asked."""

    def __init__(self, model: Model) -> None:
        self.model = model

    @cached_property
    def index(self) -> Index:
        """Made for the first word that is asked for: half a second at 100,000 items."""
        return Index(self.model)

    @cached_property
    def facets(self) -> Facets:
        """Made for the first pick, or when the facets are first shown."""
        return Facets(self.model)

    @cached_property
    def archive(self) -> Archive:
        """Made for the first quote that is looked at."""
        return Archive(self.model)

    def prepare(self) -> None:
        """Make now what the first letter and the first pick would wait for."""
        _ = self.index, self.facets

    def ask(self, question: Question) -> Answer:
        """The items that match the words and every facet's picks."""
        query = parse(question.text)
        if query.terms or query.problems:
            matched = self.index.search(query, scope=question.scope, rewrite=question.rewrite)
        else:
            matched = Result.everything(self.model.items)
        shown = matched.within(self.facets.allowed(question.picks)) if question.picks else matched
        return Answer(question, query, matched, shown)
