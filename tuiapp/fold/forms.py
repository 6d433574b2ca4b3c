"""The same word with another ending: grammatical forms of Russian, Belarusian and English, by rule.

A word's stems are what stays when an ending is taken off; two words are forms of one where they share a
stem. The endings are those of the declensions (Zaliznyak), longest first, for nouns, adjectives and
participles; verbs do not occur in names.
"""

from functools import lru_cache
from typing import Literal

from tuiapp.fold.script import is_cyrillic, sound

Language = Literal["cyrillic", "latin", "romanised"]

CYRILLIC_ENDINGS = """
    ями ами иями его ого ему ому ими ыми ией иям иях ев ов ие ые ое ее ьи ья ье ей ий ый ой ем ам ом ям ах ях
    ую юю ая яя ия ью ию ии их ых им ым ою ею а е и й о у ы ь ю я э
    ага яга аму яму ае яе ау яу оу еу
"""
"""Russian, then Belarusian, which spells the unstressed ones as they sound; folded: у for ў, и for і."""
CYRILLIC = frozenset(CYRILLIC_ENDINGS.split())
ENGLISH = frozenset(["s", "es", "'s", "ing", "ed"])
VOWELS = frozenset("аеиоуыэюяaeiouy")
SHORTEST = 3
"""Letters a stem must have; ВАЗ and МАЗ have three."""


@lru_cache(maxsize=1)
def _romanised() -> frozenset[str]:
    return frozenset(sound(ending) for ending in CYRILLIC) | {"ogo", "ego", "om", "oi"}


def _endings(language: Language) -> frozenset[str]:
    if language == "romanised":
        return _romanised()
    return CYRILLIC if language == "cyrillic" else ENGLISH


def _fleeting(stem: str) -> str | None:
    """The stem without the vowel that flees before an ending: борец, борц-; станок, станк-; ковёр, ковр-."""
    if len(stem) > SHORTEST and stem[-2] in "ео" and stem[-1] not in VOWELS and stem[-3] not in VOWELS:
        return stem[:-2] + stem[-1]
    return None


def _sounds(stem: str) -> bool:
    return not VOWELS.isdisjoint(stem)


def stems(word: str, language: Language | None = None) -> tuple[str, ...]:
    """The stems of a folded `word`, the shortest first, itself last; `romanised` takes sound keys.

    Without `language` the script says which.
    """
    endings = _endings(language or ("cyrillic" if is_cyrillic(word) else "latin"))
    longest = max(map(len, endings))
    lengths = range(min(longest, len(word) - SHORTEST), 0, -1)
    found = [word[:-length] for length in lengths if word[-length:] in endings and _sounds(word[:-length])]
    found.append(word)
    if fled := _fleeting(word):
        found.append(fled)
    return tuple(found)
