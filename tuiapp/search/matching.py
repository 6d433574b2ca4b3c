"""A term against the vocabulary: every way in which it may be meant, each with the words it matches so.

The order of the ways is the order of the rows: exact, the beginning of a word, another form of it, inside
it, with slips, and then the same again for what was typed in the other script or on the other layout.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from tuiapp.fold import is_cyrillic, look_alikes, other_layout, softened, sound, sounds, stems, words
from tuiapp.search.lexicon import Lexicon, Rule
from tuiapp.search.query import Term
from tuiapp.search.vocabulary import Vocabulary

Rewriting = Literal["layout", "script"]

LEVELS = {rule: 2 * place for place, rule in enumerate(Rule)}
"""Where a rule stands; every second level is for what meets it loosely."""
REWRITTEN = 32
"""What a rewriting adds to a level; more than any rule's own."""
SHORTEST_INSIDE = 4
"""Letters from which a rewritten word is looked for inside others; three are in too many by chance."""
PUNCTUATION = ".,;:!?()[]{}<>«»\"'`~"


class Way(NamedTuple):
    """One way in which a term may be meant, and the words it then matches."""

    rule: Rule
    cost: int
    """Slips, a wrong first letter counting twice."""
    loose: bool
    """Slips in the beginning of a longer word or in another form; for a form, an adjective and its noun."""
    rewriting: Rewriting | None
    read: str
    """What the typed text was read as: its folded letters, or for another script their sound key."""
    words: Collection[int]
    """Numbers in the vocabulary: a range or a set, quick to ask for one."""

    @property
    def level(self) -> int:
        """Where rows that match this way stand; 0 is best."""
        level = LEVELS[self.rule] + 2 * max(self.cost - 1, 0) + self.loose
        return level + (REWRITTEN if self.rewriting else 0)


class Reading(NamedTuple):
    """A typed word as one of the words it may be."""

    word: str
    typed: str
    """The letters before they were folded, for sounds that hang on an accent."""
    rewriting: Rewriting | None


def _joined(text: str) -> str:
    return "".join(word.folded for word in words(text))


def layouts(text: str) -> tuple[Reading, ...]:
    """`text` as typed on the other layout; punctuation around it is read as letters, and as punctuation."""
    bare = (text, text.rstrip(PUNCTUATION), text.lstrip(PUNCTUATION), text.strip(PUNCTUATION))
    read = (reading for typed in dict.fromkeys(bare) if typed for reading in other_layout(typed))
    joined = {word: reading for reading in read if (word := _joined(reading))}
    return tuple(Reading(word, typed, "layout") for word, typed in joined.items())


def ways(term: Term, vocabulary: Vocabulary, *, rewrite: bool) -> list[Way]:
    """Every way in which `term` matches words of `vocabulary`, best first."""
    return sorted(_ways(term, vocabulary, rewrite=rewrite), key=lambda way: way.level)


def as_letter(term: Term, vocabulary: Vocabulary) -> list[Way]:
    """The same for `'word` with its apostrophe read as э, which is on the same key: `'ktrnhjlbc`, электродис-."""
    plain = Term("'" + term.text, term.scope, term.excludes)
    found = (way for reading in layouts(plain.text) for way in _spelled(reading, plain, vocabulary))
    return sorted(found, key=lambda way: way.level)


def _ways(term: Term, vocabulary: Vocabulary, *, rewrite: bool) -> Iterator[Way]:
    plain = Reading(_joined(term.text), term.text, None)
    if plain.word:
        yield from _spelled(plain, term, vocabulary)
    if not rewrite or term.anchor == "letter":
        return
    for reading in layouts(term.text):
        yield from _spelled(reading, term, vocabulary)
    if plain.word:
        yield from _sounded(plain, term, vocabulary)
        if other := look_alikes(plain.word):
            yield from _looked(Reading(other, other, "script"), vocabulary)


def _spelled(reading: Reading, term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    for way in _matched(reading, reading.word, stems(reading.word), vocabulary.plain, term):
        if way.rule is Rule.INSIDE and len(reading.word) < SHORTEST_INSIDE:
            if parts := [word for word in way.words if vocabulary.inside_a_part(word, reading.word)]:
                yield way._replace(words=frozenset(parts))
        else:
            yield way
    for rule, pairs in vocabulary.neighbours(reading.word):
        yield Way(rule, 0, False, reading.rewriting, reading.word, pairs)


def _sounded(reading: Reading, term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    cyrillic = is_cyrillic(reading.word)
    lexicon = vocabulary.latin if cyrillic else vocabulary.cyrillic
    keys = sounds(reading.typed)
    likeliest = keys[:1] + tuple(softened(key) for key in keys[:1])
    for key in keys if len(reading.word) >= SHORTEST_INSIDE else keys[:1]:
        bare = [sound(stem) for stem in stems(reading.word)] if cyrillic else stems(key, "romanised")
        read = Reading(key, key, "script")
        for way in _matched(read, key, bare, lexicon.keys, term):
            if key in likeliest or way.rule is not Rule.SLIPS:
                yield way._replace(words=frozenset(lexicon.words(way.words)))


def _looked(reading: Reading, vocabulary: Vocabulary) -> Iterator[Way]:
    if places := vocabulary.plain.exact(reading.word):
        yield Way(Rule.EXACT, 0, False, "script", reading.word, places)


def _matched(reading: Reading, word: str, bare: Iterable[str], lexicon: Lexicon, term: Term) -> Iterator[Way]:
    strict = term.anchor == "letter"
    begins = term.anchor == "beginning"
    hits: list[tuple[Rule, bool, Collection[int]]] = [
        (Rule.EXACT, False, lexicon.exact(word)),
        (Rule.PREFIX, False, lexicon.beginning(word)),
    ]
    if not strict and not begins:
        hits += [(Rule.FORM, False, lexicon.forms(word, bare)), (Rule.FORM, True, lexicon.kin(word))]
    if not begins and (not reading.rewriting or len(word) >= SHORTEST_INSIDE):
        hits.append((Rule.INSIDE, False, lexicon.inside(word)))
    for rule, loose, places in hits:
        if places:
            yield Way(rule, 0, loose, reading.rewriting, word, places)
    if not (strict or begins or term.excludes):
        for slipped in lexicon.slips.of(word):
            places = frozenset(slipped.places)
            yield Way(Rule.SLIPS, slipped.cost, slipped.loose, reading.rewriting, word, places)
