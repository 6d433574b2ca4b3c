"""The search again, slow and plain: every word of every item is held against every reading of every term.

It shares the folding and the parsing with the program, and none of its tables: no vocabulary, no postings, no bit
sets, no lookups, no library for the distance.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tuiapp.fold import is_cyrillic, look_alikes, neighbours, nouns, softened, sound, sounds, stems, words
from tuiapp.model import Enterprise, Item, Model, Sector, wordings
from tuiapp.search import ALL, Query, Scope, Term
from tuiapp.search.entries import Entry, entries, seam
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import GUESSED, INSIDE, LEVELS, REWRITTEN, TIER, layouts
from tuiapp.wording import stage_names

TEXTS, QUOTES = 2, 4
"""The tiers of titles and of quotes."""
Level = int | None
"""None: no match."""


@cache
def distance(one: str, two: str) -> int:
    """Optimal string alignment, by its definition."""
    if not one or not two:
        return len(one) + len(two)
    ways = [
        distance(one[:-1], two) + 1,
        distance(one, two[:-1]) + 1,
        distance(one[:-1], two[:-1]) + (one[-1] != two[-1]),
    ]
    if len(one) > 1 and len(two) > 1 and one[-1] == two[-2] and one[-2] == two[-1]:
        ways.append(distance(one[:-2], two[:-2]) + 1)
    return min(ways)


def slips(typed: str, word: str, language: str | None) -> Iterator[tuple[int, bool]]:
    """The costs at which `typed` is `word` with slips."""
    letters = len(typed)
    if letters < 5 or typed.isdigit() or typed == word:
        return
    most = 2 if letters >= 9 else 1
    if typed[0] == word[0]:
        cost = distance(typed, word)
        if cost <= (2 if letters >= 9 or (letters >= 7 and len(word) >= 9) else 1):
            yield cost, False
        bare = [stems(one, language)[0] for one in (typed, word)]  # type: ignore[arg-type]
        near = most if min(map(len, bare)) >= 8 else 1
        if letters >= 7 and 0 < distance(*bare) <= near:
            yield distance(*bare), True
        for length in range(letters - most, letters + most + 1):
            if letters >= 7 and len(word) > length and 0 < distance(typed, word[:length]) <= most:
                yield distance(typed, word[:length]), True
    if typed[1:] == word[1:] and typed[0] in neighbours(word[0]):
        yield 1, False
    if letters >= 8 and (
        word[1:] in (typed, typed[1:]) or word == typed[1:] or word == typed[1] + typed[0] + typed[2:]
    ):
        yield 2, False


def strict(typed: str, entry: Entry, term: Term) -> Iterator[tuple[Rule, bool]]:
    """The rules by which `typed` is the word of `entry` to the letter."""
    if term.anchor == "beginning" and not entry.first:
        return
    if typed == entry.word:
        yield Rule.EXACT, False
    if entry.word.startswith(typed):
        yield Rule.PREFIX, False


def tolerant(
    typed: str, word: str, bare: set[str], term: Term, language: str | None = None
) -> Iterator[tuple[Rule, bool, int]]:
    """The rules by which `typed`, whose stems are `bare`, is `word` more or less."""
    if term.anchor:
        return
    if len(typed) >= 3:
        if bare & set(stems(word, language)):  # type: ignore[arg-type]
            yield Rule.FORM, False, 0
        of_word, of_typed = set(nouns(word)), set(nouns(typed))
        if of_typed & (set(stems(word, language)) | of_word) or of_word & set(stems(typed, language)):  # type: ignore[arg-type]
            yield Rule.FORM, True, 0
    if not term.excludes:
        for cost, loose in slips(typed, word, language):
            yield Rule.SLIPS, loose, cost


def level(rule: Rule, loose: bool, cost: int = 0, *, rewritten: bool) -> int:
    """The level in the first tier."""
    late = {Rule.INSIDE: INSIDE, Rule.SLIPS: GUESSED}.get(rule, 0)
    return TIER + LEVELS[rule] + 2 * max(cost - 1, 0) + loose + late + REWRITTEN * rewritten


def spelled(typed: str, name: str, entry: Entry, term: Term, *, rewritten: bool) -> Iterator[int]:
    if entry.kind == "initials":
        if typed == entry.word:
            yield level(Rule.INITIALS, False, rewritten=rewritten)
        return
    for rule, loose in strict(typed, entry, term):
        yield level(rule, loose, rewritten=rewritten)
    if entry.kind != "word":
        return
    for rule, loose, cost in tolerant(typed, entry.word, set(stems(typed)), term):
        yield level(rule, loose, cost, rewritten=rewritten)
    at = seam(name, entry)
    parts = (entry.word,) if len(typed) >= 4 or not at else (entry.word[:at], entry.word[at:])
    shortest = 4 if rewritten else 3
    if (
        len(typed) >= shortest
        and term.anchor != "beginning"
        and not term.excludes
        and any(typed in part for part in parts)
    ):
        yield level(Rule.INSIDE, False, rewritten=rewritten)


def sounded(text: str, typed: str, entry: Entry, term: Term) -> Iterator[int]:
    if entry.kind == "initials" and is_cyrillic(entry.word) and sound(typed) == sound(entry.word):
        yield level(Rule.INITIALS, False, rewritten=True)
    if entry.kind != "word" or is_cyrillic(typed) == is_cyrillic(entry.word) or not sound(entry.word):
        return
    keys, word = sounds(text), sound(entry.word)
    for key in keys if len(typed) >= 4 else keys[:1]:
        bare = {sound(stem) for stem in stems(typed)} if is_cyrillic(typed) else set(stems(key, "romanised"))
        for rule, loose in strict(key, entry._replace(word=word), term):
            yield level(rule, loose, rewritten=True)
        for rule, loose, cost in tolerant(key, word, bare, term, "romanised"):
            length = min(map(len, bare)) if loose else len(typed)
            if rule is not Rule.SLIPS or (key in (keys[0], softened(keys[0])) and length >= 6):
                yield level(rule, loose, cost, rewritten=True)
        if len(key) >= 4 and term.anchor != "beginning" and not term.excludes and key in word:
            yield level(Rule.INSIDE, False, rewritten=True)


def levels(term: Term, name: str, entry: Entry, *, rewrite: bool) -> Iterator[int]:
    """Every level at which `term` matches a word of a name."""
    typed = "".join(word.folded for word in words(term.text))
    if typed:
        yield from spelled(typed, name, entry, term, rewritten=False)
    if not rewrite or term.anchor == "letter":
        return
    for reading in layouts(term.text):
        yield from spelled(reading.word, name, entry, term, rewritten=True)
    if typed:
        yield from sounded(term.text, typed, entry, term)
        if look_alikes(typed) == entry.word and entry.kind == "word" and (term.anchor != "beginning" or entry.first):
            yield level(Rule.EXACT, False, rewritten=True)


class Holder(NamedTuple):
    """What a term is held against: the names of one owner, or all texts of one field."""

    field: str
    tier: int
    names: tuple[str, ...]


def strictly(term: Term, entry: Entry, *, rewrite: bool) -> Iterator[int]:
    """Every level at which `term` matches a word of a quote."""
    typed = "".join(word.folded for word in words(term.text))
    read = layouts(term.text) if rewrite and term.anchor != "letter" else ()
    for word, rewritten in ((typed, False), *((reading.word, True) for reading in read)):
        if len(word) >= 3:
            for rule, loose in strict(word, entry, term):
                yield level(rule, loose, rewritten=rewritten)
            for rule, loose, cost in tolerant(word, entry.word, set(stems(word)), term):
                if rule is Rule.FORM:
                    yield level(rule, loose, cost, rewritten=rewritten)


def best(term: Term, holder: Holder, *, rewrite: bool) -> Level:
    every = ((name, entry) for name in holder.names for entry in entries(name))
    if holder.tier == QUOTES:
        found = (one for _, entry in every if entry.kind == "word" for one in strictly(term, entry, rewrite=rewrite))
    elif holder.tier == TEXTS:
        found = (
            one for name, entry in every if entry.kind == "word" for one in levels(term, name, entry, rewrite=rewrite)
        )
    else:
        found = (one for name, entry in every for one in levels(term, name, entry, rewrite=rewrite))
    return min((TIER * (holder.tier - 1) + one for one in found), default=None)


def holders(item: Item, model: Model, scope: Scope) -> list[Holder]:
    """Everything that an item is matched by; the models of these tests have neither people nor regions."""
    owned: list[tuple[str, Enterprise | Sector]] = [
        *(("enterprise", model.enterprises[name]) for name in item.enterprises),
        *(("sector", model.sectors[name]) for name in item.sectors),
    ]
    every = [Holder(field, 1, (*wordings(owner.name), *owner.aliases)) for field, owner in owned]
    every.append(Holder("title", TEXTS, wordings(item.title)))
    every.append(Holder("stage", 3, stage_names()[item.stage]))
    every.append(Holder("quote", QUOTES, tuple(quote.exact for quote in item.quotes)))
    return [holder for holder in every if scope in (ALL, holder.field)]


def twin(model: Model, query: Query, scope: Scope = ALL, *, rewrite: bool = True) -> list[int]:
    """The numbers of the items that match, best first."""
    if query.problems:
        return []
    direct = set[Term]()
    for term in query.terms:
        if term.excludes:
            every = (holder for item in model.items for holder in holders(item, model, term.scope or scope))
            if any(best(term, holder, rewrite=False) is not None for holder in every):
                direct.add(term)
    ranked = []
    for number, item in enumerate(model.items):
        matched = []
        for term in query.terms:
            among = holders(item, model, term.scope or scope)
            found = [best(term, holder, rewrite=rewrite and term not in direct) for holder in among]
            matched.append((term, dict(zip(among, found, strict=True))))
        wanted = [by for term, by in matched if not term.excludes]
        least = [min((one for one in by.values() if one is not None), default=None) for by in wanted]
        if None in least or any(one is not None for term, by in matched if term.excludes for one in by.values()):
            continue
        together = {key for key, one in wanted[0].items() if one is not None} if wanted else set()
        for by in wanted[1:]:
            together &= {key for key, one in by.items() if one is not None}
        sure = [one for one in least if one is not None]
        ranked.append((max(sure, default=0), len(wanted) > 1 and not together, sum(sure), number))
    return [number for *_, number in sorted(ranked)]
