"""The index of a model. A search finds the items of each term by level, and combines the levels into ranks."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, reduce
from itertools import chain, groupby
from operator import or_
from typing import Literal, NamedTuple

from tuiapp import sets
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.fields import NAMED, SEARCHED, Value
from tuiapp.search.corpus import Corpus
from tuiapp.search.entries import pieces
from tuiapp.search.explain import Explainer
from tuiapp.search.found import Found, Hit
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import Way, as_letter, by_ear, letters, level_of, ways
from tuiapp.search.named import named
from tuiapp.search.names import Names
from tuiapp.search.query import ALL, DATES, SINCE, Query, Scope, Term, date_of, parse
from tuiapp.search.readings import INITIALS, Reading, apart, joined, readings
from tuiapp.search.result import Result
from tuiapp.search.similar import similar
from tuiapp.search.texts import Texts

SCOPED = 90
"""From this `searched` on, a field is searched only within its own scope."""
REMEMBERED = 24
"""How many terms have their items cached, so that typing one more word searches only that word."""
LONGEST = 250
"""Characters of a word. No word has more, and a pasted one of 10,000 would take seconds."""

How = Literal["", "other layout", "whole names", "names"]
"""How a term is looked up. `""`: in every way. `other layout`: only as if typed on the other keyboard layout.
`whole names`: only as a whole word of an enterprise's or a sector's name. `names`: the same, and as the beginning of
such a word."""


class Rank(NamedTuple):
    """The sort key of a row; the smallest comes first."""

    worst: int
    """The level of the term that matches worst."""
    apart: bool
    """Whether no single name or text matches all terms."""
    total: int
    """The sum of the levels of all terms."""


class Index:
    """The search index of a model; immutable except for its cache."""

    def __init__(self, archive: Archive) -> None:
        """Has only the words of names, until all steps of `fill` are done."""
        self.size = len(archive.model.items)
        self._archive = archive
        everywhere = [field for field in SEARCHED if field.searched < SCOPED]
        tiers = groupby((field for field in everywhere if field.names), key=lambda field: field.searched // 10)
        self._names = [Names(archive, tuple(fields)) for _, fields in tiers]
        self._texts = [Texts(archive, field) for field in everywhere if not field.names]
        self._scoped: dict[Scope, Names] = {}
        self._explainer = Explainer()
        self._remembered: dict[tuple[Term, Scope, bool, How, Date | None], Found] = {}

    @property
    def ready(self) -> bool:
        """Whether the words of titles, products and quotes have been read, too."""
        return all(texts.ready for texts in self._texts)

    def fill(self) -> Iterator[bool]:
        """Read the words of titles, products and quotes step by step, so that the caller can do other work between the
        steps; True after a step means that a search may find more than before."""
        pieces_of = cache(lambda chunk: tuple(pieces(chunk)))
        for texts in self._texts:
            if not texts.ready:
                for _ in texts.read(pieces_of):
                    yield False
                self.forget()
                yield True

    def listen(self) -> Iterator[None]:
        """Make the tables for words written by ear step by step; without it, the first such word makes them."""
        for corpus in self.corpora:
            yield from corpus.vocabulary.listen()

    @cached_property
    def everything(self) -> int:
        """All items, as a bit set."""
        return sets.everything(self.size)

    @property
    def corpora(self) -> tuple[Corpus, ...]:
        """Everything that a term without a scope is looked up in."""
        return (*self._names, *(texts for texts in self._texts if texts.ready))

    def search(self, query: Query, scope: Scope = ALL, *, rewrite: bool = True) -> Result:
        """The items that match `query`; `scope` applies to words that name none of their own.

        It is that of the first reading that finds anything; if none does, of the last of the words as typed.
        """
        if query.problems:
            return Result(self.size, self._explainer, (), ())
        for reading in readings(query.terms):
            result = self._result(reading, scope, rewrite)
            if len(result):
                return result
        parted = {term: parts for term in reading.terms if (parts := self._parts(term, scope, rewrite)) != (term,)}
        others = chain(
            readings([part for term in query.terms for part in parted.get(term, (term,))]) if parted else (),
            joined(reading),
        )
        results = (self._result(one, scope, rewrite) for one in others)
        return next((one for one in results if len(one)), result)

    def _parts(self, term: Term, scope: Scope, rewrite: bool) -> tuple[Term, ...]:
        """What to read a term as that is not found whole; the term alone if it is."""
        known = not INITIALS.fullmatch(term.text) and self._found(term, term.scope or scope, rewrite).items
        return (term,) if known else apart(term)

    def _result(self, reading: Reading, scope: Scope, rewrite: bool) -> Result:
        found = tuple(self._each(reading, scope, rewrite))
        wanted = tuple(one for one in found if not one.term.excludes)
        unwanted = reduce(or_, (one.items for one in found if one.term.excludes), 0)
        levels = self._ranked(wanted) if wanted else [self.everything]
        left = tuple(some for level in levels if (some := level & ~unwanted))
        return Result(self.size, self._explainer, found, left).leaving_out(reading.left_out)

    def _each(self, reading: Reading, scope: Scope, rewrite: bool) -> Iterator[Found]:
        """What each term finds by itself. The term before one tells on which layout that was typed."""
        before: Found | None = None
        for term in reading.terms:
            count = letters(term.text)
            if before and count < 2 and before.on_other_layout and not term.text.isdigit():
                before = self._found(term, term.scope or scope, rewrite, "other layout")
            elif before and not count:
                continue
            else:
                # A short word at the end may be the beginning of another.
                begun = term is reading.terms[-1] and count < 3
                how: How = "" if term not in reading.named else "names" if begun else "whole names"
                before = self._found(term, term.scope or scope, rewrite, how)
            yield before

    def knows(self, term: Term, *, rewrite: bool = True) -> bool:
        """Whether a name or a text matches `term` in its scope, although perhaps no item has it."""
        return bool(self._found(term, term.scope or ALL, rewrite).hits)

    def similar(self, word: str) -> tuple[str, ...]:
        """Up to three names of enterprises and sectors that are spelled most like `word`, the most similar first."""
        return similar(word, self._names[0])

    def named(self, text: str, scope: Scope) -> list[Value]:
        """The values of the field `scope` whose names match `text`, best first; all of them if it is blank."""
        corpus = next(corpus for corpus in self._names if NAMED[scope] in corpus.fields)
        return named(corpus, scope, tuple(term for term in parse(text).terms if not term.excludes))

    def forget(self) -> None:
        """Empty the cache of terms."""
        self._remembered.clear()

    def _found(self, term: Term, scope: Scope, rewrite: bool, how: How = "") -> Found:
        # A weekday is another date tomorrow.
        key = (term, scope, rewrite, how, date_of(term.text) if scope in DATES else None)
        found = self._remembered.pop(key, None) or self._find(term, scope, rewrite, how)
        self._remembered[key] = found
        if len(self._remembered) > REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        return found

    def _find(self, term: Term, scope: Scope, rewrite: bool, how: How) -> Found:
        if scope in DATES:
            return self._dated(term, scope)
        if len(term.text) > LONGEST:
            return Found(term, scope, (), {}, {}, 0)
        corpora = self._within(scope)
        hits = [_hit(corpus, way) for corpus in corpora for way in ways(term, corpus.vocabulary, rewrite=rewrite)]
        if term.excludes:
            # A word that stands elsewhere than at the beginning, or in another scope, is no direct match.
            hits = [hit for hit in hits if hit.corpus.units(hit.way, term, scope)]
        found = self._levels(term, scope, _allowed(hits, term, how))
        if found.items or how or not rewrite:
            return found
        read = as_letter if term.anchor == "letter" else by_ear
        if term.anchor == "beginning" or term.excludes:
            return found
        hits = [_hit(corpus, way) for corpus in corpora for way in read(term, corpus.vocabulary)]
        return self._levels(term, scope, hits)

    def _dated(self, term: Term, scope: Scope) -> Found:
        """The items of articles that are certainly not earlier, or not later, than a date; undated ones are neither."""
        asked = date_of(term.text)
        items = 0
        for article, numbers in self._archive.model.by_article():
            published = article.published
            if published and asked:
                outside = published.before(asked) if scope == SINCE else asked.before(published)
                items |= 0 if outside else sets.everything(numbers.stop) ^ sets.everything(numbers.start)
        return Found(term, scope, (), {0: items} if items else {}, {}, items)

    def _within(self, scope: Scope) -> tuple[Corpus, ...]:
        """The corpora that have words of `scope`."""
        if scope != ALL and (field := NAMED[scope]).searched >= SCOPED:
            if scope not in self._scoped:
                self._scoped[scope] = Names(self._archive, (field,))
            return (self._scoped[scope],)
        return tuple(corpus for corpus in self.corpora if scope == ALL or NAMED[scope] in corpus.fields)

    def _levels(self, term: Term, scope: Scope, hits: list[Hit]) -> Found:
        hits.sort(key=lambda hit: hit.level)
        units: defaultdict[Corpus, set[int]] = defaultdict(set)
        levels: dict[int, int] = {}
        items = 0
        # Without units it explains no row: in texts, a clipped compound finds words of which it is not made.
        having = [(hit, of_hit) for hit in hits if (of_hit := hit.corpus.units(hit.way, term, scope))]
        for hit, of_hit in having:
            new = of_hit - units[hit.corpus]
            units[hit.corpus] |= new
            if new and (more := self._items(hit, term, scope, new) & ~items):
                levels[hit.level] = levels.get(hit.level, 0) | more
                items |= more
        return Found(
            term,
            scope,
            tuple(hit for hit, _ in having),
            levels,
            {key: frozenset(some) for key, some in units.items()},
            items,
        )

    def _items(self, hit: Hit, term: Term, scope: Scope, units: set[int]) -> int:
        """The items of `units`; may include items already found at a better level."""
        way = hit.way
        any_name = scope == ALL and term.anchor != "beginning"
        if way.rule is Rule.PREFIX and any_name and way.rewriting != "script" and len(way.read) == 1:
            return hit.corpus.begun(way.read)
        return hit.corpus.items(units, term)

    def _ranked(self, found: tuple[Found, ...]) -> list[int]:
        """The items that match all terms, as disjoint bit sets by rank, best first."""
        ranks = {Rank(level, False, level): items for level, items in found[0].levels.items()}
        for one in found[1:]:
            ranks = _both(ranks, one.levels)
        if len(found) > 1:
            ranks = dict(_split(ranks, self._together(found)))
        return [ranks[rank] for rank in sorted(ranks)]

    def _together(self, found: tuple[Found, ...]) -> int:
        """The items in which a single name or text matches all terms."""
        corpora = dict.fromkeys(corpus for one in found for corpus in one.units)
        units = ((corpus, [one.units.get(corpus, frozenset()) for one in found]) for corpus in corpora)
        return reduce(or_, (corpus.together(some) for corpus, some in units if all(some)), 0)


def _allowed(hits: list[Hit], term: Term, how: How) -> list[Hit]:
    """The hits that `how` allows; of a word that excludes, its direct ones if there are any."""
    if how == "other layout":
        return [hit for hit in hits if hit.way.rewriting == "layout"]
    if how:
        rules = (Rule.EXACT,) if how == "whole names" else (Rule.EXACT, Rule.PREFIX)
        return [hit for hit in hits if hit.corpus.tier == 1 and hit.way.rule in rules]
    direct = [hit for hit in hits if not hit.way.rewriting] if term.excludes else []
    return direct or hits


def _hit(corpus: Corpus, way: Way) -> Hit:
    return Hit(level_of(way, corpus.tier), corpus, way)


def _both(ranks: dict[Rank, int], levels: dict[int, int]) -> dict[Rank, int]:
    both: defaultdict[Rank, int] = defaultdict(int)
    for rank, items in ranks.items():
        for level, more in levels.items():
            if common := items & more:
                both[Rank(max(rank.worst, level), False, rank.total + level)] |= common
    return both


def _split(ranks: dict[Rank, int], together: int) -> Iterator[tuple[Rank, int]]:
    for rank, items in ranks.items():
        yield rank, items & together
        yield rank._replace(apart=True), items & ~together
