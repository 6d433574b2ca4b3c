"""The same keys on the other keyboard layout: US English against Russian, and against Belarusian.

Keys are paired as the layouts that Windows, macOS and X11 ship as `us`, `ru` and `by` pair them. Six
letters of the Cyrillic layouts stand on keys that carry punctuation on the other one, so a typed word is
read before anything throws its punctuation away.
"""

US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,." + '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>'
RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю" + "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
# The Belarusian layout differs in three keys; і is folded into и, so its key reads the same on both.
BELARUSIAN = str.maketrans("щЩъЪ", "ўЎ''")

TO_RUSSIAN = str.maketrans(US, RUSSIAN)
TO_LATIN = str.maketrans(RUSSIAN + "ўЎіІ", US + "oObB")


def _cyrillic(typed: str) -> tuple[str, ...]:
    russian = typed.translate(TO_RUSSIAN)
    belarusian = russian.translate(BELARUSIAN)
    return (russian,) if belarusian == russian else (russian, belarusian)


def on_same_key(letter: str) -> tuple[str, ...]:
    """What the US key of `letter` types on the Russian and the Belarusian layout; empty where that is the same."""
    russian = letter.translate(TO_RUSSIAN)
    belarusian = russian.translate(BELARUSIAN | str.maketrans("иИ", "іІ"))
    return tuple(dict.fromkeys((russian, belarusian))) if russian != letter else ()


def other_layout(typed: str) -> tuple[str, ...]:
    """What `typed` is on the other layout, likeliest first; empty where it has letters of both, or none."""
    if any("\u0400" <= character <= "\u04ff" for character in typed):
        if any("a" <= character.lower() <= "z" for character in typed):
            return ()
        latin = typed.translate(TO_LATIN)
        # No Latin name has brackets and semicolons among its letters; the apostrophe it may have.
        return () if any(mark in latin for mark in '`[];,.~{}:"<>') else (latin,)
    return _cyrillic(typed) if any(character in TO_LATIN_KEYS for character in typed) else ()


TO_LATIN_KEYS = frozenset(US)
