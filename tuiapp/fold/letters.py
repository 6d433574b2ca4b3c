"""Folds letters that count as the same within one script, and splits a text into words.

Case, accents, stress marks, apostrophes and primes are ignored; ё counts as е, and ў as у. й is kept apart
from и, because it is another letter to everyone who types it. A word that mixes Cyrillic and Latin
look-alike letters is put into one script.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# Marks inside a word that nobody has to type: apostrophes, and the primes that stand for the soft and the
# hard sign in scientific romanisation.
SILENT = frozenset("'`\u2018\u2019\u02b9\u02ba\u02bc\u02bb\u2032\u2033\u00b4\u00ad\u200b\u200d")
# NFKC would make letters of it, and №558 one word.
NUMBER_SIGN = "№"
SPECIAL = {"ё": "е", "ў": "у", "і": "и", "ї": "и", "ґ": "г", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "й": "й"}

CYRILLIC_LOOKS = "авекмнорстухі"
LATIN_LOOKS = "abekmhopctyxi"
# A digit stands for a letter only in a word that look-alike letters put into one script: `MA3`.
TO_CYRILLIC = str.maketrans(LATIN_LOOKS + "30", CYRILLIC_LOOKS[:-1] + "изо")
TO_LATIN = str.maketrans(CYRILLIC_LOOKS + "зи", LATIN_LOOKS + "3i")

CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[a-z]")
# 2022.3 and 1,2 are one word, with their mark; a date of three numbers is three.
DECIMAL = r"(?<![0-9][.,])[^\W_]*[0-9][.,][0-9]+(?![.,]?[0-9])[^\W_]*"
WORD = re.compile(rf"{DECIMAL}|[^\W_]+")
MARK = re.compile("[\u0300-\u036f]")
CLUSTER = re.compile("(?s).[\u0300-\u036f]*")


class Word(NamedTuple):
    """One word of a text."""

    folded: str
    places: Sequence[int]
    """For each letter of `folded`, its place in the text."""
    ends: Sequence[int]
    """For each letter of `folded`, where its character in the text ends, combining marks included."""


class _Letters(dict[int, str]):
    """Code point to folded letter, for `str.translate`; filled as letters occur."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _letter(chr(code))
        return folded


def _letter(character: str) -> str:
    if character in SILENT:
        return ""
    if character == NUMBER_SIGN:
        return character
    lower = unicodedata.normalize("NFKC", character).casefold()
    plain = "".join(SPECIAL.get(one) or unicodedata.normalize("NFD", one)[0] for one in lower)
    return "".join(one for one in plain if not unicodedata.combining(one) and one not in SILENT)


_LETTERS = _Letters()


def fold(text: str) -> str:
    """`text` with every letter folded; idempotent. What is not a letter stays, except the marks in SILENT."""
    composed = CLUSTER.sub(_composed, text) if MARK.search(text) else text
    return composed.translate(_LETTERS)


def _composed(cluster: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", cluster[0])


def one_script(word: str) -> str:
    """A folded `word` that mixes Cyrillic and Latin look-alikes, put into one script; unchanged if neither fits."""
    if not (CYRILLIC.search(word) and LATIN.search(word)):
        return word
    cyrillic = word.translate(TO_CYRILLIC)
    if not LATIN.search(cyrillic):
        return cyrillic
    latin = word.translate(TO_LATIN)
    return word if CYRILLIC.search(latin) else latin


def words(text: str) -> tuple[Word, ...]:
    """The words of `text`: runs of letters and digits, folded, in order, with their places; a decimal is one."""
    letters = [_LETTERS[ord(character)] for character in text]
    folded = "".join(letters)
    if len(folded) == len(text) and "" not in letters:
        starts: Sequence[int] = range(len(text))
        ends: Sequence[int] = range(1, len(text) + 1)
    else:
        # Folding changes the number of characters: some are combined, dropped or become two.
        # So record for each folded character where it stands in the text.
        placed = [(letter, one.span()) for one in CLUSTER.finditer(text) for letter in fold(one[0])]
        folded = "".join(letter for letter, _ in placed)
        starts, ends = [start for _, (start, _) in placed], [end for _, (_, end) in placed]
    found = (one.span() for one in WORD.finditer(folded))
    return tuple(Word(one_script(folded[a:b]), starts[a:b], ends[a:b]) for a, b in found)
