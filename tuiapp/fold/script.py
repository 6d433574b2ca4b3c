"""Matches a name in the other script: Cyrillic and all its usual romanisations have the same sound key.

A key is ASCII. The systems (passport/ICAO 9303, BGN/PCGN, GOST 7.79 A and B, ISO 9, the scientific one,
ALA-LC, chat) differ in a few places: primes, й/ы/и and their y/j/i, е as ye or ie, ё as yo, ц as ts/tc/c/cz,
х as kh/h/x, щ. The key has one spelling for each, so that all romanisations of a name have the same key.
Where a letter is ambiguous (j is й or ж, x is кс or х), `sounds` returns several keys.
"""

import re
import unicodedata
from functools import lru_cache

from tuiapp.fold.letters import CYRILLIC, LATIN, SILENT, TO_CYRILLIC, TO_LATIN

ROMAN = dict(zip("абвгґдеёзийіїклмнопрстуўфхцыэє", "abvggdeeziiiiklmnoprstuufhciee", strict=True))
ROMAN |= {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
# Latin letters of ISO 9 and the scientific system that do not sound like their base letter.
ROMAN |= {"š": "sh", "ž": "zh", "č": "ch", "ŝ": "shch", "â": "ia", "û": "iu", "ł": "l"}
# The spellings of one sound in different systems, and the spelling in the key; longest first.
SPELLINGS = (
    (re.compile("shch|sch|shh"), "shch"),
    (re.compile("kh"), "h"),
    # tz is one sound beside a vowel, or at the end of Schultz and Hertz, but two letters in MTZ: МТС is another.
    (re.compile("ts|tc|cz|tz(?=[aeiouy])|(?<=[aeiouylnr])tz"), "c"),
    (re.compile("ph"), "f"),
    (re.compile("[yj]"), "i"),
    (re.compile("ii+"), "i"),
    # е is ye or ie where it begins a word or follows a vowel: yevro, stroyeniye.
    (re.compile("(?<![^aeou])ie"), "e"),
)
SOFT = re.compile("i[eo]")
PLAIN = str.maketrans({"w": "v", "q": "k"})
# Letters that systems read differently, and their other readings; each is applied to the whole word.
OPEN = (("j", ("zh",)), ("x", ("ks", "kh")), ("h", ("g",)), ("w", ("sh",)), ("4", ("ch",)), ("c", ("k", "s")))


# In the languages of Western names, c is k but before e, i and y.
HARD = re.compile("c(?![heiyz])|ck")
# What somebody who writes by ear, or in Belarusian, does not tell apart; in this order.
EARS = (
    (re.compile(r"([^eo])\1"), r"\1"),
    (re.compile("(?<![szc])h"), "g"),
    (re.compile("ee"), "i"),
    (re.compile("oo"), "u"),
    (re.compile("(?<=[^aeou])i[aeo]"), "e"),
    (re.compile("(?<=[aeo])u"), "v"),
    (re.compile("dz(?=[ei])"), "d"),
    (re.compile("c(?=[ei])"), "t"),
    (re.compile("[oe]"), "a"),
)


# Digits that stand for the letters they look like.
DIGITS = str.maketrans("30", "зо")


def is_cyrillic(word: str) -> bool:
    """Whether a folded word is in Cyrillic letters."""
    return CYRILLIC.search(word) is not None


class _Roman(dict[int, str]):
    """Code point to Latin letters, for `str.translate`; filled as letters occur."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        roman = "" if letter in SILENT else ROMAN.get(letter, letter)
        # The remaining accents are dropped here: a combining mark is not alphanumeric.
        self[code] = "".join(one for one in unicodedata.normalize("NFD", roman) if one.isalnum())
        return self[code]


_ROMAN = _Roman()


def _romanised(word: str) -> str:
    return unicodedata.normalize("NFC", word.casefold()).translate(_ROMAN)


def _key(roman: str) -> str:
    for pattern, spelling in SPELLINGS:
        roman = pattern.sub(spelling, roman)
    return roman.replace("x", "ks").translate(PLAIN)


def sound(word: str) -> str:
    """The sound key of one word in either script; accents are interpreted before they are dropped (`š` is sh)."""
    return _key(_romanised(word))


@lru_cache(maxsize=1024)
def sounds(typed: str) -> tuple[str, ...]:
    """Every sound key that a typed word may stand for, the likeliest first."""
    roman = _romanised(typed)
    keys = [_key(roman)]
    if not is_cyrillic(typed):
        for letter, readings in OPEN:
            bare = re.compile("(?<![szck])h" if letter == "h" else "c(?!h)" if letter == "c" else letter)
            keys += [_key(bare.sub(reading, roman)) for reading in readings if bare.search(roman)]
    soft = (key for hard in keys for key in (hard, softened(hard)))
    # A key of less than half the word's length is too short to mean the word: ыыыыы must not match и.
    return tuple(dict.fromkeys(key for key in soft if key and 2 * len(key) >= len(typed)))


def softened(key: str) -> str:
    """The key with e for io and ie, which spell ё and е after a consonant: mogilyov, bielshina."""
    return SOFT.sub("e", key)


@lru_cache(maxsize=1024)
def sound_places(word: str) -> tuple[int, ...]:
    """For n = 0, 1, …: how many letters of a folded `word` the first n letters of its sound key stand for."""
    key = sound(word)
    spent = [len(word)] * (len(key) + 1)
    for letters in range(len(word), -1, -1):
        # One more letter of the word extends the key, but may also merge with the key's last letters.
        spent[min(len(sound(word[:letters])), len(key))] = letters
    for place in range(len(key) - 1, -1, -1):
        spent[place] = min(spent[place], spent[place + 1])
    return tuple(spent)


def heard(word: str) -> tuple[str, ...]:
    """What a word of either script sounds like to somebody who writes it by ear, or in Belarusian; likeliest first.

    Unstressed vowels are spelled as they sound (а for о), г is h, в is ŭ, т and д are c and dz before е and и, and
    х is ch in Łacinka.
    """
    if not LATIN.search(word.lower()):
        return (_ear(word),)
    latin = HARD.sub("k", word.lower()).replace("zz", "c")
    return tuple(dict.fromkeys((_ear(latin), _ear(latin.replace("ch", "h")))))


def _ear(word: str) -> str:
    key = sound(word)
    for pattern, spelling in EARS:
        key = pattern.sub(spelling, key)
    return key


def look_alikes(word: str) -> str | None:
    """A folded word in the letters that it looks like: `ma3`, in either script, is маз. None if not all letters
    look like another."""
    if CYRILLIC.search(word):
        if (letters := word.translate(DIGITS)) != word:
            return letters
        other = word.translate(TO_LATIN)
        return None if CYRILLIC.search(other) else other
    if not LATIN.search(word):
        return None
    other = word.translate(TO_CYRILLIC)
    return None if LATIN.search(other) or any(letter.isdigit() for letter in other) else other
