"""Queries over the searched fields of a model: what matches, in which order, and why.

The names of the model are cut into words, and the distinct words are matched, never the items; from the
words a query goes to their owners, and from the owners to bit sets of items.
"""

from tuiapp.search.explain import Match
from tuiapp.search.index import Index
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import Rewriting
from tuiapp.search.query import ALL, Problem, Query, Scope, Term, parse
from tuiapp.search.result import Result

__all__ = ["ALL", "Index", "Match", "Problem", "Query", "Result", "Rewriting", "Rule", "Scope", "Term", "parse"]
