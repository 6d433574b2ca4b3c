"""Where the words and numbers of a text begin and end: one rule for cut quotes, wider passages and words.

The rule says whether a place between two characters is inside a word, a number, or a letter with its combining
marks. It expects text that the module `evening` has normalised, which leaves few kinds of blanks, dashes and
apostrophes.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from tuiapp.printable import ROOMLESS

# The longest word, in characters. A longer run is an address, or text in a script without blanks: it is compared
# character by character, and a passage is widened by no more than this.
_LONGEST = 32

# Rare characters. They include combining marks, invisible characters, and letters of scripts without blanks.
_RARE = re.compile(r"[^\x00-\xac\xae-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2100-\u2bff]")
_ROOMLESS = re.compile(f"[{ROOMLESS}]")

# Scripts that are written without blanks between words, so that each letter counts as a word: Unicode's line breaking
# classes SA, ID and CJ. Each pair of numbers is a range of code points: its first one, and the first one after it.
_UNPARTED = (
    0x0E00, 0x0F00, 0x1000, 0x10A0, 0x1780, 0x1800, 0x1950, 0x19E0, 0x1A20, 0x1AB0, 0x3005, 0x3008, 0x3021, 0x3130,
    0x31A0, 0x3200, 0x3400, 0x4DC0, 0x4E00, 0xA4D0, 0xA9E0, 0xAA00, 0xAA60, 0xAAE0, 0xF900, 0xFB00, 0xFF66, 0xFFA0,
    0x1B000, 0x1B300, 0x20000, 0x40000,
)  # fmt: skip


def rule_for(text: str) -> re.Pattern[str]:
    """A zero-width pattern that matches each place inside a word, a number, or a letter with its combining marks.

    It is valid for `text` and its parts. Looking for rare letters and marks takes 10 ns a character.
    """
    rare = sorted(filter(_RARE.match, set(text))) if _RARE.search(text) else []
    marks = "".join(sign for sign in rare if unicodedata.category(sign)[0] == "M" or _ROOMLESS.match(sign))
    return _rule(marks, "".join(sign for sign in rare if sign.isalpha() and bisect_right(_UNPARTED, ord(sign)) % 2))


def widened(text: str, start: int, end: int, rule: re.Pattern[str]) -> tuple[int, int]:
    """The half-open place `start`, `end` in `text`, widened if it begins or ends inside a word or number.

    It is widened by at most 32 characters at each end.
    """
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and rule.match(text, start):
        start -= 1
    while end < last and rule.match(text, end):
        end += 1
    return start, end


def tokens(text: str) -> list[tuple[int, int]]:
    """`text` split into words, numbers, runs of white space and other single characters: the place of each.

    A word or number of more than 32 characters is split into its characters.
    """
    rule = rule_for(text)
    edges = [at for at in range(1, len(text)) if not rule.match(text, at)]
    found: list[tuple[int, int]] = []
    for start, end in zip([0, *edges], [*edges, len(text)], strict=True):
        if found and text[start:end].isspace() and text[found[-1][0] : start].isspace():
            found[-1] = (found[-1][0], end)
        elif end - start > _LONGEST:
            found += ((at, at + 1) for at in range(start, end))
        elif start < end:
            found.append((start, end))
    return found


def is_word(token: str) -> bool:
    """Whether a token has a letter or a digit, and is neither white space nor a sign."""
    return any(map(str.isalnum, token))


@lru_cache(maxsize=16)
def _rule(marks: str, unparted: str) -> re.Pattern[str]:
    marks = rf"\u0300-\u036f{marks}"
    letter = rf"[\w{marks}]"
    joining = rf"(?:[^\W{unparted}]|[{marks}])" if unparted else letter
    percent = "[%‰‱٪％﹪]"
    point = "[.,:/⁄∕٫٬，．﹐·⋅]"
    money = "[$€£¥₽₴₸]"
    # Thousands are set off by a blank: one to three digits, the blank, three digits. The digits before the blank do not
    # count if they end a decimal, or a name such as an aircraft's.
    alone = rf"(?<!{letter})(?<!\d[.,])(?<![^\W\d_]-)"
    few = [alone + r"\d" * count for count in (1, 2, 3)]
    words = [
        rf"(?<={joining})(?='?{joining})",
        rf"(?<={joining}')(?={joining})",
        rf"(?<=\S)(?=[{marks}])",
    ]
    numbers = [
        r"(?<=\d)(?=\d)",
        rf"(?<=\d)(?={point}\d)",
        rf"(?<=\d{point})(?=\d)",
        # A sign belongs to the number unless it follows a word, a closing bracket or a percent sign. A leading point
        # belongs to it only at the start, or after a blank, a sign or an opening bracket.
        rf"(?<=(?<!{letter})(?<![)\]])(?<!{percent})[-+±∓])(?={money}?\.?\d)",
        rf"(?<=(?<![^\s(\[{{~≈<>=+±∓{money[1:-1]}-])\.)(?=\d)",
        rf"(?<=\d)(?= ?{percent})",
        rf"(?<=\d )(?={percent})",
        *(rf"(?<={digits})(?= \d\d\d(?!\d))" for digits in few),
        *(rf"(?<={digits} )(?=\d\d\d(?!\d))" for digits in few),
    ]
    # Most places are between a letter and a blank or a full stop; they are skipped before the numbers are tried.
    number = rf"(?<![^\W\d])(?=[\d .,:/⁄∕٫٬，．﹐·⋅%‰‱٪％﹪$€£¥₽₴₸])(?:{'|'.join(numbers)})"
    return re.compile("|".join([*words, number]))
