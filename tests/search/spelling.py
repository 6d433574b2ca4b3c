"""How people misspell a word: romanised, on the wrong layout, with slips, in another case. Seeded by the caller.

Written from the standards and not from the program, so that a fault in its tables shows.
"""

from random import Random

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


def _system(letters: str) -> dict[str, str]:
    return {letter: "" if roman == "-" else roman for letter, roman in zip(RUSSIAN, letters.split(), strict=True)}


SYSTEMS = {
    "passport": _system("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"),
    "bgn": _system("a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya"),
    "gost-a": _system("a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â"),
    "gost-b": _system("a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh '' y' ' e' yu ya"),
    "scientific": _system("a b v g d e ë ž z i j k l m n o p r s t u f x c č š šč ʺ y ʹ è ju ja"),
    "ala-lc": _system("a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a"),
    "chat": _system("a b v g d e yo zh z i y k l m n o p r s t u f h c ch sh sch - y - e yu ya"),
}
"""The customary systems: ICAO 9303, BGN/PCGN, GOST 7.79 A (ISO 9) and B, the scientific one, ALA-LC, chat."""

US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
TYPED_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
TO_LATIN_KEYS = str.maketrans(TYPED_RUSSIAN, US)
TO_RUSSIAN_KEYS = str.maketrans(US, TYPED_RUSSIAN)

# Instrumental and genitive of the commonest declensions, by the end of the nominative; the longest that fits.
CASES = {
    "ский": ("ского", "скому", "ским"),
    "ая": ("ой", "ую"),
    "ое": ("ого", "ому", "ым"),
    "ые": ("ых", "ым", "ыми"),
    "ый": ("ого", "ому", "ым"),
    "ий": ("ия", "ию", "ием"),
    "ие": ("ия", "ию", "ием"),
    "ия": ("ии", "ией", "ию"),
    "ца": ("цы", "це", "цей"),
    "ка": ("ки", "ке", "кой"),
    "а": ("ы", "е", "ой"),
    "ы": ("ов", "ам", "ами"),
    "и": ("ов", "ам", "ами"),
    "ец": ("ца", "цу", "цом"),
    "сть": ("сти", "стью"),
    "ль": ("ля", "лю", "лем"),
    "ть": ("ти", "тью"),
    "во": ("ва", "ву", "вом"),
    "ло": ("ла", "лу", "лом"),
}
CONSONANTS = "бвгджзклмнпрстфхцчшщ"


def romanised(word: str, system: str) -> str:
    """A lower-case Russian `word` in Latin letters by one of `SYSTEMS`."""
    return "".join(SYSTEMS[system].get(letter, letter) for letter in word)


def other_keys(word: str) -> str:
    """A lower-case `word` typed with the other layout on."""
    return word.translate(TO_RUSSIAN_KEYS if word.isascii() else TO_LATIN_KEYS)


def inflected(word: str, random: Random) -> str:
    """A lower-case Russian `word` in another case; itself where it has no ending to change."""
    for length in (4, 3, 2, 1):
        if endings := CASES.get(word[-length:]):
            return word[:-length] + random.choice(endings)
    return word + random.choice(("а", "у", "ом", "е")) if word[-1] in CONSONANTS else word


def slip(word: str, random: Random, alphabet: str = RUSSIAN) -> str:
    """`word` with one letter after the first left out, doubled or added, changed, or swapped with the next."""
    place = random.randrange(1, len(word) - 1)
    slipped = random.choice(
        (
            word[:place] + word[place + 1 :],
            word[: place + 1] + word[place:],
            word[:place] + random.choice(alphabet) + word[place:],
            word[:place] + random.choice(alphabet) + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
    )
    return slip(word, random, alphabet) if slipped == word else slipped
