"""Why a row is in the list: which name matched, by which rule, and which letters to mark."""

from collections.abc import Iterator

from msgspec import Struct

from tuiapp.fields import Field, Value
from tuiapp.fold import sound, sound_places
from tuiapp.search.clipped import parted
from tuiapp.search.corpus import Corpus, Said
from tuiapp.search.entries import Entry, entries
from tuiapp.search.found import Found, Hit
from tuiapp.search.lexicon import Rule
from tuiapp.search.matching import Rewriting, Way
from tuiapp.search.query import Term

REMEMBERED = 512
"""How many values have their words cached: enough for the screens seen last."""

Spelled = tuple[tuple[str, Entry, int | None], ...]
"""The words of a value, each as the name that has it, the entry, and its number in the vocabulary."""


class Match(Struct, frozen=True, kw_only=True):
    """How one word of a query matches one item."""

    term: str
    """The word as typed, without scope and operators."""
    scope: str
    """The name of the field that it matched in, such as `enterprise`."""
    owner: Value
    """The value of that field, such as the enterprise's id."""
    name: str
    """Its name or alias that matched, in the model's spelling."""
    word: str
    """The word of `name` that matched, or two neighbouring words that matched as one."""
    rule: Rule
    slips: int
    """Number of typing errors, a wrong first letter counting as two; 0 for every rule but `slips`."""
    rewriting: Rewriting | None
    """How the typed letters were converted; None: they were taken as typed."""
    rewritten: str | None
    """What the typed letters were converted to; None: they were taken as typed."""
    spans: tuple[tuple[int, int], ...]
    """Start and end, in characters of `name`, of each run of matching letters; ascending, never touching."""


class Explainer:
    """Says why an item matches: in which field, in which name, and which letters to mark.

    It looks for the words that the search has found already; it does not compare words itself.
    """

    def __init__(self) -> None:
        self._remembered: dict[tuple[Corpus, Field, Value], Spelled] = {}

    def match(self, found: Found, number: int) -> Match | None:
        """The best match of a term in item `number`; None where it does not match."""
        said = {corpus: tuple(corpus.said(number, found.scope)) for corpus in found.units}
        for hit in found.hits:
            for value in said.get(hit.corpus, ()):
                if hit.way.head and (match := _clipped(found.term, hit, value)):
                    return match
                for name, entry, word in self._words_of(hit.corpus, value):
                    if not hit.way.head and word in hit.way.words and (found.term.anchor != "beginning" or entry.first):
                        return _match(found.term, hit.way, value, name, entry)
        return None

    def _words_of(self, corpus: Corpus, said: Said) -> Spelled:
        key = (corpus, said.field, said.value)
        words = self._remembered.pop(key, None)
        if words is None:
            number = corpus.vocabulary.number
            words = tuple((name, one, number(one)) for name in said.names for one in entries(name))
        self._remembered[key] = words
        if len(self._remembered) > REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        return words


def _clipped(term: Term, hit: Hit, said: Said) -> Match | None:
    """The match of a clipped compound: the beginning of one word, and another word."""
    tails = {hit.corpus.vocabulary.words[word] for word in hit.way.words}
    for name in said.names:
        if parts := parted(name, hit.way.head, tails):
            head, tail = parts
            first, second = sorted(parts, key=lambda entry: entry.places[0])
            both = Entry(first.word + second.word, (*first.parts, *second.parts), first.first, "joined")
            # The places in `both` of the head's letters, then of the tail's.
            heads, tails_at = (0, len(head.word)) if head is first else (len(tail.word), 0)
            letters = (*range(heads, heads + len(hit.way.head)), *range(tails_at, tails_at + len(tail.word)))
            return _told(term, hit.way, said, name, both, sorted(letters), hit.way.read)
    return None


def _match(term: Term, way: Way, said: Said, name: str, entry: Entry) -> Match:
    letters = list(_letters(way, entry.word))
    # A sound key is unreadable: show the letters of the word that it matched.
    whole = way.rule not in (Rule.PREFIX, Rule.INSIDE) or not letters
    sounding = entry.word if whole else entry.word[letters[0] : letters[-1] + 1]
    return _told(term, way, said, name, entry, letters, sounding if way.rewriting == "script" else way.read)


def _told(term: Term, way: Way, said: Said, name: str, entry: Entry, letters: list[int], read: str) -> Match:
    return Match(
        term=term.text,
        scope=said.field.name,
        owner=said.value,
        name=name,
        word=name[entry.places[0] : entry.ends[-1]],
        rule=way.rule,
        slips=way.cost,
        rewriting=way.rewriting,
        rewritten=read if way.rewriting else None,
        spans=tuple(_runs(entry, letters)),
    )


def _letters(way: Way, word: str) -> Iterator[int]:
    """The places of the letters of `word` that matched."""
    if way.rewriting == "script" and way.rule not in (Rule.EXACT, Rule.INITIALS):
        yield from _sounded(way, word)
    elif way.rule in (Rule.EXACT, Rule.INITIALS):
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
    """The places of the letters of `word` that the shortest edit script from `typed` keeps."""
    from rapidfuzz.distance import Levenshtein

    for block in Levenshtein.opcodes(typed, word):
        if block.tag == "equal":
            yield from range(block.dest_start, block.dest_end)


def _runs(entry: Entry, letters: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end in the name of each run of `letters`; adjacent runs are joined."""
    start = stop = -1
    for letter in letters:
        if entry.places[letter] > stop:
            if stop > start:
                yield start, stop
            start = entry.places[letter]
        stop = max(stop, entry.ends[letter])
    if stop > start:
        yield start, stop
