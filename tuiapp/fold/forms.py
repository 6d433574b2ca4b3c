"""Grammatical forms by rule, for Russian, Belarusian and English: the same word with another ending.

The stems of a word are what remains when an ending is removed; words that share a stem are forms of one
word. The endings are those of the declensions (Zaliznyak), longest first, for nouns, adjectives and
participles; verbs do not occur in names.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from tuiapp.fold.script import is_cyrillic, sound

Alphabet = Literal["cyrillic", "latin", "romanised"]

CYRILLIC_ENDINGS = """
    ями ами иями его ого ему ому ими ыми ией иям иях ев ов ие ые ое ее ьи ья ье ей ий ый ой ем ам ом ям ах ях
    ую юю ая яя ия ью ию ии их ых им ым ою ею а е и й о у ы ь ю я э
    ага яга аму яму ае яе ау яу оу еу
"""
"""Russian endings, then Belarusian ones, which spell unstressed vowels as they sound; folded: у for ў, и for і."""
CYRILLIC = frozenset(CYRILLIC_ENDINGS.split())
ENGLISH = frozenset(["s", "es", "'s", "ing", "ed"])
VOWELS = frozenset("аеиоуыэюяaeiouy")
SHORTEST = 3
"""Letters that a stem must have; ВАЗ and МАЗ have three."""
SHORTEST_NOUN = 4
"""Letters that a noun's stem must have if it is derived from an adjective."""


# 140-й, 40-ка, 3rd: what stands behind the digits is an ending. N558: the letter stands for №.
ORDINAL = re.compile(
    "n?([0-9]+(?:[.,][0-9]+)?)"
    "(?:ый|ой|й|ая|я|ое|е|ого|го|ому|му|ым|м|ую|ю|ые|ых|х|ыми|ми|мя|ти|ть|ью|ка|ух|ех|st|nd|rd|th)?"
)

ADJECTIVE_ENDINGS = "ый ий ой ого его ому ему ым им ая яя ую юю ое ее ые ие ых их ыми ими"
ADJECTIVAL = frozenset(ADJECTIVE_ENDINGS.split())
# The beginnings of endings that are no endings themselves.
BEGUN = frozenset(ending[:length] for ending in CYRILLIC for length in range(1, len(ending))) - CYRILLIC
ADJECTIVE_BEGUN = frozenset(ending[0] for ending in ADJECTIVAL)
# The suffix of an adjective's stem, and what replaces it in the stem of its noun.
DERIVED = (
    ("ительн", "ен"),  # станкостроительный, станкостроение
    ("батывающ", "ботк"),  # деревообрабатывающий, деревообработка
    ("атывающ", "атк"),
    ("ывающ", "к"),
    ("ическ", "ик"),  # электротехнический, электротехника
    ("ическ", ""),  # металлургический, металлургия
    ("ческ", "к"),
    ("очн", "ок"),  # станочный, станок
    ("онн", ""),  # авиационный, авиация
    ("ийск", "и"),  # российский, Россия
    ("овск", "в"),  # московский, Москва
    ("ьск", ""),  # гомельский, Гомель
    ("ск", ""),  # самарский, Самара
    ("ьн", ""),  # мебельный, мебель
    ("ян", ""),  # нефтяной, нефть
    ("ов", ""),  # лифтовый, лифты
    ("ев", ""),  # пищевой, пища
    ("н", ""),  # ракетный, ракета
)


ENDINGS: dict[Alphabet, frozenset[str]] = {
    "cyrillic": CYRILLIC,
    "latin": ENGLISH,
    "romanised": frozenset(map(sound, CYRILLIC)),
}
LONGEST = {language: max(map(len, endings)) for language, endings in ENDINGS.items()}


@lru_cache(maxsize=8192)
def _lengths(tail: str, language: Alphabet) -> tuple[int, ...]:
    """The lengths of the endings that `tail` ends with, longest first; most words share a few hundred tails."""
    return tuple(length for length in range(len(tail), 0, -1) if tail[-length:] in ENDINGS[language])


def _fleeting(stem: str) -> str | None:
    """The stem without its fleeting vowel, which is dropped before an ending; None if it has none.

    Examples: борец, борц-; станок, станк-; ковёр, ковр-.
    """
    if len(stem) > SHORTEST and stem[-2] in "ео" and stem[-1] not in VOWELS | {stem[-3]} and stem[-3] not in VOWELS:
        return stem[:-2] + stem[-1]
    return None


def stems(word: str, language: Alphabet | None = None) -> tuple[str, ...]:
    """The stems of a folded `word`: without its longest ending, without shorter ones, and the whole word.

    If `language` is "romanised", `word` is the sound key of a Cyrillic word, see `script.sound`. If it is None, the
    script of `word` decides between "cyrillic" and "latin".
    """
    if (ordinal := ORDINAL.fullmatch(word)) and ordinal[1] != word:
        return ordinal[1], word
    language = language or ("cyrillic" if is_cyrillic(word) else "latin")
    lengths = _lengths(word[-LONGEST[language] :], language)
    found = [word[:-length] for length in lengths if len(word) - length >= SHORTEST]
    if found and VOWELS.isdisjoint(found[0]):
        found = []
    found.append(word)
    if fled := _fleeting(word):
        found.append(fled)
    return tuple(found)


def nouns(word: str) -> tuple[str, ...]:
    """The possible stems of the noun that a folded adjective `word` is derived from; empty if it is no adjective."""
    if not is_cyrillic(word):
        return ()
    bare = [word[:-length] for length in (2, 3) if word[-length:] in ADJECTIVAL]
    return tuple(noun for stem in bare for noun in _derived_from(stem))


def _derived_from(stem: str) -> Iterator[str]:
    """The stems of the nouns that an adjective with `stem` may be derived from."""
    for suffix, instead in DERIVED:
        if stem.endswith(suffix) and len(stem) - len(suffix) + len(instead) >= SHORTEST_NOUN:
            noun = stem[: len(stem) - len(suffix)] + instead
            yield noun
            # чулочный: чулок, чулк-
            if fled := _fleeting(noun):
                yield fled


def unfinished(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems of a folded Cyrillic `word` whose ending is not typed to its end, and those of nouns that it may be
    derived from: `минског` on the way to `минского`, `мебельн` on the way to `мебельная`."""
    if not is_cyrillic(word):
        return (), ()
    begun = [word[:-length] for length in (1, 2) if word[-length:] in BEGUN and len(word) - length >= SHORTEST]
    adjectives = [word, *(word[:-1] for _ in word[-1:] if word[-1:] in ADJECTIVE_BEGUN)]
    return tuple(begun), tuple(noun for stem in adjectives for noun in _derived_from(stem))
