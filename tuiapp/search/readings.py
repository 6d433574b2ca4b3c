"""How the words of a query may be read where they do not match as typed: some left out, one with signs inside as
several, or two neighbours as one."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from tuiapp.search.query import ONE_WORD, Term
from tuiapp.search.spare import linking, spare_terms

MOST_JOINED = 12
"""Words of a query of which two neighbours are read as one. A pasted text has more, and each pair takes a search."""
# An apostrophe is no letter, and parts no word: о'кей.
SIGNS = re.compile("[^\\w'\u2019\u02bc]+")
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,3}")
LONGEST_PART = 3
"""Letters that one part of a word with signs inside must have: `j,]` is обх on the other layout, not j and a sign."""


class Reading(NamedTuple):
    """One way to read the terms of a query."""

    terms: tuple[Term, ...]
    named: tuple[Term, ...]
    """Those of `terms` that only a name of an enterprise or a sector may have."""
    left_out: tuple[Term, ...]
    """The terms of the query that it does without."""


def readings(terms: Sequence[Term]) -> Iterator[Reading]:
    """The terms without prepositions between them; then, if there are any, without legal forms and the like."""
    left_out = linking(terms)
    wanted = _without(left_out, terms)
    spare = spare_terms(wanted)
    yield Reading(wanted, spare, left_out)
    if spare:
        yield Reading(_without(spare, wanted), (), spare + left_out)


def apart(term: Term) -> tuple[Term, ...]:
    """The words of a term that has signs inside: `ростов-на-дону`, `маз/мтз`; the term alone if it has none.

    Of initials the first one: a name seldom has the patronymic.
    """
    if INITIALS.fullmatch(term.text):
        return (replace(term, text=term.text[:2]),)
    if not term.plain or term.scope in ONE_WORD:
        return (term,)
    parts = SIGNS.sub(" ", term.text).split()
    fit = len(parts) > 1 and max(map(len, parts)) >= LONGEST_PART
    return tuple(replace(term, text=part) for part in parts) if fit else (term,)


def joined(reading: Reading) -> Iterator[Reading]:
    """A reading with two neighbours as one word, for each two: `бел аз` as `белаз`."""
    terms = reading.terms
    for at, (one, two) in enumerate(pairwise(terms) if len(terms) <= MOST_JOINED else ()):
        if one.plain and two.plain and one.scope == two.scope:
            both = replace(one, text=f"{one.text} {two.text}")
            yield Reading((*terms[:at], both, *terms[at + 2 :]), (both,), reading.left_out)


def _without(left_out: Collection[Term], terms: Sequence[Term]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term not in left_out)
