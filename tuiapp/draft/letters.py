"""Letters for the tables of rules, words for the eye, and ids made of names."""

import re

from tuiapp.fold.script import ROMAN
from tuiapp.printable import BLANKS, UNFIT

_LOWER = {"ё": "е", "Ё": "е"}
# The sound key has one spelling for several letters; in an id people tell them apart.
_ID = str.maketrans(ROMAN | {"х": "kh", "ц": "ts", "ы": "y", "й": "y", "ў": "u"})
_NO_ID = re.compile(r"[^a-z0-9]+")
LONGEST_ID = 48
_BLANK = re.compile(f"[{BLANKS}]")
_UNFIT = re.compile(rf"(?!\s)[{UNFIT}]")


def lowered(text: str) -> str:
    """`text` in small letters with е for ё; every character keeps its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one if len(one) == 1 else each for each in text for one in [each.lower()])
    return low.replace("ё", "е")


def tidy(text: str) -> str:
    """`text` on one line, without characters that no model may hold; if nobody sees them, it is still the article's."""
    return " ".join(_UNFIT.sub("", _BLANK.sub(" ", text)).split())


def identifier(text: str, otherwise: str) -> str:
    """`text` in Latin letters, digits and hyphens, cut after a whole word; `otherwise` if nothing is left."""
    whole = _NO_ID.sub("-", text.lower().replace("ё", "е").translate(_ID)).strip("-")
    if len(whole) > LONGEST_ID:
        cut = whole[: LONGEST_ID + 1]
        whole = cut[: cut.rfind("-")] if "-" in cut else cut[:LONGEST_ID]
    return whole.strip("-") or otherwise


def unused(name: str, taken: object) -> str:
    """`name`, or with the first number behind it that makes it none of `taken`."""
    held = taken if isinstance(taken, (set, frozenset, dict)) else set()
    number, free = 2, name
    while free in held:
        free, number = f"{name}-{number}", number + 1
    return free
