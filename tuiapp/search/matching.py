"""Matches a term against the vocabulary: every interpretation of the term, with the words that it matches.

The level of an interpretation is the order of its rows: exact, prefix, another form, for one field after the other;
inside a word; with typing errors; then the same again for the term converted to the other script or keyboard layout.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from tuiapp.fold import heard, is_cyrillic, look_alikes, other_layout, softened, sound, sounds, stems, words
from tuiapp.search.clipped import cuts
from tuiapp.search.lexicon import Lexicon, Rule
from tuiapp.search.query import Term
from tuiapp.search.vocabulary import Vocabulary

Rewriting = Literal["layout", "script"]

LEVELS = {rule: 2 * number for number, rule in enumerate(Rule)}
"""The level of each rule; the next, odd level is for its loose matches."""
TIER = 32
"""Added to a level for each tier after the first; higher than the level of any rule."""
INSIDE = 4 * TIER
"""Added to the level of a match inside a word, so that it comes after the beginnings of words in all four tiers: on the
way to Rostov, `рост` must not find тракторостроение first."""
GUESSED = 512
"""Added to the level of a match with typing errors, so that it comes after every other match of any tier."""
REWRITTEN = 1024
"""Added to the level of a converted term, so that its rows come last."""
SHORTEST_INSIDE = 4
"""Letters that a converted word must have to be searched inside other words; three occur in too many by chance."""
SHORTEST_CONVERTED = 6
"""Letters that a word must have to match in the other script with a typing error, and its stem in another form: two
guesses in a short word find anything, `росатом` Rostov."""
SHORTEST_HEARD = 4
"""Letters that a word written by ear must have."""
SHORTEST_BEGUN_BY_EAR = 6
"""Letters that it must have to be the beginning of a longer word: by ear, many words begin alike."""
SHORTEST_OF_QUOTE = 3
"""Letters that a word must have to be searched in quotes, unless it is a number; fewer occur in too many."""
PUNCTUATION = ".,;:!?()[]{}<>«»\"'`~"


class Way(NamedTuple):
    """One interpretation of a term, and the words that it matches."""

    rule: Rule
    cost: int
    """Number of typing errors; a wrong first letter counts as two."""
    loose: bool
    """For `slips`: the errors are in the beginning of a longer word, or in another form. For `form`: an adjective
    matched its noun, or the reverse."""
    rewriting: Rewriting | None
    read: str
    """What was looked up for the typed word: its folded letters, or with a `rewriting` the letters on the other
    layout, or for the other script the sound key or the look-alike letters."""
    words: Collection[int]
    """Numbers in the vocabulary; a range or a set, so that a membership test is fast."""
    head: str = ""
    """For `clipped`: the beginning of another word that the name has as well."""


def level_of(way: Way, tier: int) -> int:
    """The level of the rows of a tier that match this way; 0 is best."""
    rank = LEVELS[way.rule] + 2 * max(way.cost - 1, 0) + way.loose
    late = INSIDE * (way.rule is Rule.INSIDE) + GUESSED * (way.rule is Rule.SLIPS)
    return rank + TIER * tier + late + REWRITTEN * (way.rewriting is not None)


class Reading(NamedTuple):
    """One reading of a typed word: as it stands, or converted."""

    word: str
    typed: str
    """The letters before folding; the sound of some depends on their accent."""
    rewriting: Rewriting | None


def _joined(text: str) -> str:
    return "".join(word.folded for word in words(text))


def letters(text: str) -> int:
    """How many letters and digits a typed word has; punctuation, which may be letters on the other layout, has 0."""
    return len(_joined(text))


def spelled(text: str) -> Reading:
    """`text` as it stands."""
    return Reading(_joined(text), text, None)


def layouts(text: str) -> tuple[Reading, ...]:
    """`text` converted to the other keyboard layout, with punctuation around it taken as letters and as punctuation."""
    bare = (text, text.rstrip(PUNCTUATION), text.lstrip(PUNCTUATION), text.strip(PUNCTUATION))
    read = (reading for typed in dict.fromkeys(bare) if typed for reading in other_layout(typed))
    joined = {word: reading for reading in read if (word := _joined(reading))}
    return tuple(Reading(word, typed, "layout") for word, typed in joined.items())


def as_letter(term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    """`ways` for `'word` with the apostrophe read as э, which is on the same key: `'ktrnhjlbc` is электродис-."""
    plain = Term("'" + term.text, term.scope, term.excludes)
    for reading in layouts(plain.text):
        yield from _written(reading, plain, vocabulary)


def by_ear(term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    """The ways in which a word is found that somebody wrote by ear or in Belarusian: `Mahilioŭ`, `kerameen`."""
    count = len(_joined(term.text))
    if vocabulary.tolerant and count >= SHORTEST_HEARD:
        # As in `sounds`: ыыыыы must not match и.
        for key in (key for key in heard(term.text) if 2 * len(key) >= count):
            for rule, numbers in vocabulary.heard(key):
                if rule is Rule.EXACT or len(key) >= SHORTEST_BEGUN_BY_EAR:
                    yield Way(rule, 0, True, "script", key, frozenset(numbers))


def ways(term: Term, vocabulary: Vocabulary, *, rewrite: bool) -> Iterator[Way]:
    """Every way in which `term` matches words of `vocabulary`, in no order."""
    plain = spelled(term.text)
    if not vocabulary.tolerant:
        readings = (plain, *layouts(term.text)) if rewrite and term.anchor != "letter" else (plain,)
        for reading in readings:
            yield from _written(reading, term, vocabulary)
        return
    if plain.word:
        yield from _spelled(plain, term, vocabulary)
    if not rewrite or term.anchor == "letter":
        return
    for reading in layouts(term.text):
        yield from _spelled(reading, term, vocabulary)
    if plain.word:
        yield from _sounded(plain, term, vocabulary)
        if initials := vocabulary.initials_by_sound(sound(plain.word)):
            yield Way(Rule.INITIALS, 0, False, "script", plain.word, frozenset(initials))
        if other := look_alikes(plain.word):
            yield from _looked(Reading(other, other, "script"), vocabulary)


def _written(reading: Reading, term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    """The ways by which a reading matches as it is spelled."""
    if vocabulary.tolerant:
        yield from _spelled(reading, term, vocabulary)
    elif len(reading.word) >= SHORTEST_OF_QUOTE or reading.word[:1].isdigit():
        yield from _strictly(reading, term, vocabulary)


def _strictly(reading: Reading, term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    """The ways by which the words of quotes match: whole, by their beginnings, and other forms."""
    loose = (Rule.INSIDE, Rule.SLIPS)
    matched = _matched(reading, reading.word, stems(reading.word), vocabulary.plain, term)
    yield from (way for way in matched if way.rule not in loose)


def _spelled(reading: Reading, term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    known = False
    for way in _matched(reading, reading.word, stems(reading.word), vocabulary.plain, term):
        known = known or way.rule is not Rule.SLIPS
        if way.rule is Rule.INSIDE and len(reading.word) < SHORTEST_INSIDE:
            if parts := [word for word in way.words if vocabulary.inside_a_part(word, reading.word)]:
                yield way._replace(words=frozenset(parts))
        else:
            yield way
    for rule, numbers in vocabulary.several(reading.word):
        yield Way(rule, 0, False, reading.rewriting, reading.word, numbers)
    if not (known or term.anchor or term.excludes):
        for cut in cuts(reading.word, vocabulary.plain):
            yield Way(Rule.CLIPPED, 0, False, reading.rewriting, reading.word, cut.tails, cut.head)


def _sounded(reading: Reading, term: Term, vocabulary: Vocabulary) -> Iterator[Way]:
    cyrillic = is_cyrillic(reading.word)
    lexicon = vocabulary.latin if cyrillic else vocabulary.cyrillic
    keys = sounds(reading.typed)
    likeliest = keys[:1] + tuple(softened(key) for key in keys[:1])
    for key in keys if len(reading.word) >= SHORTEST_INSIDE else keys[:1]:
        bare = [sound(stem) for stem in stems(reading.word)] if cyrillic else stems(key, "romanised")
        read = Reading(key, key, "script")
        for way in _matched(read, key, bare, lexicon.keys, term):
            length = len(bare[0]) if way.loose else len(reading.word)
            if way.rule is not Rule.SLIPS or (key in likeliest and length >= SHORTEST_CONVERTED):
                yield way._replace(words=frozenset(lexicon.words(way.words)))


def _looked(reading: Reading, vocabulary: Vocabulary) -> Iterator[Way]:
    if numbers := vocabulary.plain.exact(reading.word):
        yield Way(Rule.EXACT, 0, False, "script", reading.word, numbers)


def _matched(reading: Reading, word: str, bare: Iterable[str], lexicon: Lexicon, term: Term) -> Iterator[Way]:
    strict = term.anchor == "letter"
    begins = term.anchor == "beginning"
    hits: list[tuple[Rule, bool, Collection[int]]] = [
        (Rule.EXACT, False, lexicon.exact(word)),
        (Rule.PREFIX, False, lexicon.beginning(word)),
    ]
    if not strict and not begins:
        hits += [(Rule.FORM, False, lexicon.forms(word, bare)), (Rule.FORM, True, lexicon.kin(word))]
    if not (begins or term.excludes) and (not reading.rewriting or len(word) >= SHORTEST_INSIDE):
        hits.append((Rule.INSIDE, False, lexicon.inside(word)))
    if not (strict or begins or any(numbers for *_, numbers in hits)):
        hits += [(Rule.FORM, False, lexicon.unfinished(word)), (Rule.FORM, True, lexicon.unfinished_kin(word))]
    for rule, loose, numbers in hits:
        if numbers:
            yield Way(rule, 0, loose, reading.rewriting, word, numbers)
    if not (strict or begins or term.excludes):
        for slipped in lexicon.slips.of(word):
            numbers = frozenset(slipped.numbers)
            yield Way(Rule.SLIPS, slipped.cost, slipped.loose, reading.rewriting, word, numbers)
