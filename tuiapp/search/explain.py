"""Why a row is in the list: the name that matched, the rule by which, and the letters to mark."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from tuiapp.fold import sound, sound_places
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import Rewriting, Way
from tuiapp.search.query import Scope
from tuiapp.search.vocabulary import Entry

if TYPE_CHECKING:
    from tuiapp.search.index import Found, Index


class Match(Struct, frozen=True, kw_only=True):
    """How one word of a query matches one item."""

    term: str
    """The word as typed, without scope and operators."""
    scope: Scope
    """What it matched in: an enterprise or a sector."""
    owner: str
    """The id of that enterprise or sector."""
    name: str
    """Its name or alias that matched, in the model's spelling."""
    word: str
    """The part of `name` that is the word."""
    rule: Rule
    slips: int
    """Letters left out, doubled, changed or swapped; 0 for every rule but `slips`."""
    rewriting: Rewriting | None
    """None: the letters count as typed."""
    rewritten: str | None
    """What the typed letters were read as; None where they count as typed."""
    spans: tuple[tuple[int, int], ...]
    """Start and end, in characters of `name`, of each run of letters that matched; ascending, apart."""


def explain(found: "Found", number: int, index: "Index") -> Match | None:
    """The best match of a term in item `number`; None where it does not match."""
    owners = tuple(_owners(found, number, index))
    for way in found.ways:
        for owner in owners:
            for name, entry, word in index.words_of(owner):
                if word in way.words and (found.term.anchor != "beginning" or entry.first):
                    return _match(found, way, owner, name, entry, index)
    return None


def _owners(found: "Found", number: int, index: "Index") -> Iterator[int]:
    """The owners of an item that the term is matched against: its enterprises in order, then its sector."""
    item = index.model.items[number]
    if found.scope is not Scope.SECTOR:
        yield from index.owners.enterprises_of(item)
    if found.scope is not Scope.ENTERPRISE:
        yield index.owners.sector_of(item)


def _match(found: "Found", way: Way, owner: int, name: str, entry: Entry, index: "Index") -> Match:
    letters = list(_letters(way, entry.word))
    # The sound key of another script is not for reading: say what of the word it was taken for.
    whole = way.rule not in (Rule.PREFIX, Rule.INSIDE) or not letters
    sounding = entry.word if whole else entry.word[letters[0] : letters[-1] + 1]
    read = sounding if way.rewriting == "script" else way.read
    return Match(
        term=found.term.text,
        scope=Scope.SECTOR if owner >= index.owners.first_sector else Scope.ENTERPRISE,
        owner=index.owners.ids[owner],
        name=name,
        word=name[entry.places[0] : entry.ends[-1]],
        rule=way.rule,
        slips=way.cost,
        rewriting=way.rewriting,
        rewritten=read if way.rewriting else None,
        spans=tuple(_runs(entry, letters)),
    )


def _letters(way: Way, word: str) -> Iterator[int]:
    """Which letters of `word` matched."""
    if way.rewriting == "script" and way.rule is not Rule.EXACT:
        yield from _sounded(way, word)
    elif way.rule is Rule.EXACT:
        yield from range(len(word))
    elif way.rule in (Rule.PREFIX, Rule.INSIDE):
        start = word.find(way.read)
        yield from range(start, start + len(way.read))
    else:
        yield from _common(way.read, word)


def _sounded(way: Way, word: str) -> Iterator[int]:
    key, places = sound(word), sound_places(word)
    start = 0 if way.rule is Rule.PREFIX else key.find(way.read)
    if start >= 0 and way.rule in (Rule.PREFIX, Rule.INSIDE):
        stop = min(start + len(way.read), len(key))
        yield from range(places[start], places[stop])
    else:
        keys = set(_common(way.read, key))
        yield from (n for n in range(len(word)) if any(places[k] <= n < places[k + 1] for k in keys))


def _common(typed: str, word: str) -> Iterator[int]:
    """The letters of `word` that were typed, in the cheapest way to put one into the other."""
    from rapidfuzz.distance import Levenshtein

    for block in Levenshtein.opcodes(typed, word):
        if block.tag == "equal":
            yield from range(block.dest_start, block.dest_end)


def _runs(entry: Entry, letters: list[int]) -> Iterator[tuple[int, int]]:
    """The marks in the name that carry `letters`, neighbours joined."""
    start = stop = -1
    for letter in letters:
        if entry.places[letter] > stop:
            if stop > start:
                yield start, stop
            start = entry.places[letter]
        stop = max(stop, entry.ends[letter])
    if stop > start:
        yield start, stop
