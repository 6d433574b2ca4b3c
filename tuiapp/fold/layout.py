"""Converts text typed on the wrong keyboard layout: between US English and Russian or Belarusian.

Keys are paired as in the layouts `us`, `ru` and `by` of Windows, macOS and X11. Six Cyrillic letters are on
keys that type punctuation on the US layout, so a typed word is converted before its punctuation is removed.
"""

US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,." + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю" + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
# The Belarusian layout differs in three keys. That of і needs no entry: it types и in Russian, and і is folded into и.
BELARUSIAN = str.maketrans("щЩъЪ", "ўЎ''")

US_ROWS = ("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,.")
RUSSIAN_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")

TO_RUSSIAN = str.maketrans(US, RUSSIAN)
TO_LATIN = str.maketrans(RUSSIAN + "ўЎіІ", US + "oObB")


def _cyrillic(typed: str) -> tuple[str, ...]:
    russian = typed.translate(TO_RUSSIAN)
    belarusian = russian.translate(BELARUSIAN)
    return (russian,) if belarusian == russian else (russian, belarusian)


def on_same_key(letter: str) -> tuple[str, ...]:
    """What the US key of `letter` types on the Russian and the Belarusian layout; empty if that is `letter` itself."""
    russian = letter.translate(TO_RUSSIAN)
    belarusian = russian.translate(BELARUSIAN | str.maketrans("иИ", "іІ"))
    return tuple(dict.fromkeys((russian, belarusian))) if russian != letter else ()


def neighbours(letter: str) -> str:
    """The letters on the keys next to that of a lower-case `letter`, in the same script."""
    for rows in (US_ROWS, RUSSIAN_ROWS):
        for number, row in enumerate(rows):
            if (at := row.find(letter)) >= 0:
                around = [row[max(at - 1, 0) : at + 2]]
                # The rows of a keyboard are shifted by about half a key.
                around += [rows[number - 1][at : at + 2]] if number else []
                around += [rows[number + 1][max(at - 1, 0) : at + 1]] if number + 1 < len(rows) else []
                return "".join(one for one in "".join(around) if one.isalpha() and one != letter)
    return ""


def other_layout(typed: str) -> tuple[str, ...]:
    """The readings of `typed`: what the same keys type on the other layout, the likeliest first.

    Of one word with letters of both scripts, half was typed on the other layout: each half is converted in turn. Empty
    if there are no letters.
    """
    if any("\u0400" <= character <= "\u04ff" for character in typed):
        both = any("a" <= character.lower() <= "z" for character in typed)
        if both and len(typed.split()) > 1:
            return ()
        latin = typed.translate(TO_LATIN)
        # Reject a reading with these marks, which no Latin name has. An apostrophe is allowed, because names have it.
        readings = () if any(mark in latin for mark in '`[];,.~{}:"<>') else (latin,)
        return (*_cyrillic(typed), *readings) if both else readings
    return _cyrillic(typed) if any(character in TO_LATIN_KEYS for character in typed) else ()


TO_LATIN_KEYS = frozenset(US)
