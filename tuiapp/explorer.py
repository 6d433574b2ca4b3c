"""What is asked and what is found: the filter, its scope and the facets' picks, answered together.

The one place where search and facets meet; `tuiapp list` and the screen both ask here.
"""

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
        self.index = Index(model)
        self.facets = Facets(model)
        self.archive = Archive(model)

    def ask(self, question: Question) -> Answer:
        """The items that match the words and every facet's picks."""
        query = parse(question.text)
        matched = self.index.search(query, scope=question.scope, rewrite=question.rewrite)
        shown = matched.within(self.facets.allowed(question.picks)) if question.picks else matched
        return Answer(question, query, matched, shown)
