"""How people type names: initials, endings, halves on another layout, slips of a finger.

Written from habits and grammar, not from the program. Every function takes and gives small letters.
"""

import re
from collections.abc import Iterator
from random import Random

from tests.search.spelling import RUSSIAN, other_keys, slip

KEYS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")

FORMS = {
    "ский": ("ского", "скому", "ским", "ском"),
    "ская": ("ской", "скую"),
    "ное": ("ного", "ному", "ным"),
    "вое": ("вого", "вому", "вым"),
    "ный": ("ного", "ному", "ным", "ном"),
    "лый": ("лого", "лому", "лым", "лом"),
    "ная": ("ной", "ную"),
    "ция": ("ции", "цией", "цию"),
    "рия": ("рии", "рией", "рию"),
    "ний": ("ния", "нию", "нием"),
    "лий": ("лия", "лию", "лием"),
    "ние": ("ния", "нию", "нием"),
    "ца": ("цы", "це", "цей", "цу"),
    "ка": ("ки", "ке", "кой", "ку"),
    "на": ("ны", "не", "ной", "ну"),
    "ло": ("ла", "лу", "лом", "ле"),
    "но": ("на", "ну", "ном", "не"),
    "ль": ("ли", "лью"),
    "ть": ("ти", "тью"),
}
"""Oblique cases by the end of the nominative."""

SECOND_PARTS = (
    "стройматериалы", "цементношифер", "коммунмаш", "вагонзавод", "медпрепараты", "трансмаш", "химволокно",
    "лифтмонтаж", "лифтмаш", "агромаш", "агропроммаш", "сельмаш", "стройстекло", "стекло", "мебель", "древ",
    "нефтехим", "нефть", "калий", "шина", "сталь", "кабель", "комбинат", "энергомаш", "вертол", "холдинг", "гомель",
    "вест", "ваз", "бас", "краска", "маш", "фарм",
)  # fmt: skip
"""Where a long name falls into two: `гом сельмаш`."""


def initials(name: str) -> str:
    """The first letters of a name's words, without what stands in quotation marks or after `имени`."""
    bare = re.sub(r"«.*?»|имени \w+|№ ?\d+", "", name)
    return "".join(word[0] for word in re.findall(r"\w+", bare)).lower()


def forms(word: str) -> tuple[str, ...]:
    """The oblique cases of a Russian word; none where it has no declension known here."""
    for length in (4, 3, 2):
        if found := FORMS.get(word[-length:]):
            return tuple(word[:-length] + form for form in found)
    if word.endswith(("ых", "их", "ого")):
        return ()
    return tuple(word + ending for ending in ("а", "у", "ом", "е")) if word[-1] in "бвдзклмнпрстфх" else ()


def stem(word: str) -> str:
    """What all `forms` of the word begin with."""
    length = len(word)
    while not all(form.startswith(word[:length]) for form in forms(word)):
        length -= 1
    return word[:length]


def unfinished(word: str) -> Iterator[str]:
    """The beginnings of its oblique cases that are longer than its stem and shorter than the form."""
    begun = {form[:length] for form in forms(word) for length in range(len(stem(word)) + 1, len(form))}
    yield from sorted(one for one in begun if not word.startswith(one) and one not in forms(word))


def half_other_keys(word: str, random: Random) -> str:
    """Begun on one layout and ended on the other; three letters at least on either."""
    place = random.randrange(3, len(word) - 2)
    first, second = word[:place], word[place:]
    return first + other_keys(second) if random.random() < 0.6 else other_keys(first) + second


def neighbour_first(word: str, random: Random) -> str:
    """The finger hit a key beside that of the first letter."""
    row = next(row for row in KEYS if word[0] in row)
    place = row.index(word[0])
    return random.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2]) + word[1:]


def slip_in_stem(word: str, random: Random) -> str:
    """Another case, with a slip in the letters that all cases share."""
    form, length = random.choice(forms(word)), len(stem(word))
    return slip(form[:length], random, RUSSIAN) + form[length:]


def split(word: str) -> str:
    """As two words, where the second is a word of its own; the word itself where there is none."""
    for part in SECOND_PARTS:
        if word.endswith(part) and len(word) > len(part) + 1:
            return f"{word[: -len(part)]} {part}"
    return word
