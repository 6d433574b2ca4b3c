"""Queries over the searched fields of a model: what matches, in which order, and why.

A query is matched against the distinct words of all names, not against the items. The words lead to their
owners (enterprises, sectors), and the postings of the owners lead to bit sets of items.
"""

from tuiapp.search.explain import Match
from tuiapp.search.index import Index
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import Rewriting
from tuiapp.search.query import ALL, DATES, NO_NAME, Problem, Query, Scope, Term, parse
from tuiapp.search.result import Result

__all__ = [
    "ALL",
    "DATES",
    "NO_NAME",
    "Index",
    "Match",
    "Problem",
    "Query",
    "Result",
    "Rewriting",
    "Rule",
    "Scope",
    "Term",
    "parse",
]
