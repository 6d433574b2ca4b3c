"""The status of a quote and its place: a reason beside each row."""

import pytest

from tuiapp.evidence import MISSING, NO_SOURCE, Source, Status
from tuiapp.evidence.diff import compare

VERBATIM = [
    ("а кот, а кот", "кот", 2, "the first of two places"),
    ("который", "кот", 1, "the characters stand there, though inside of a word"),
    (" кот и\nпёс ", " кот и\nпёс ", 1, "white space, where the source has the same"),
    ("a.*b [x] \\d", ".*b [x] \\d", 1, "nothing is read as a pattern"),
    ("🚀 ракета 🚀", "ракета 🚀", 1, "an astral character is one character"),
    ("ааа", "аа", 1, "places that overlap are one"),
]


@pytest.mark.parametrize(("text", "exact", "count", "reason"), VERBATIM)
def test_a_quote_to_the_character(text: str, exact: str, count: int, reason: str) -> None:
    found = Source(text).find(exact)
    assert (found.status, found.start, found.occurrences) == ("verbatim", text.index(exact), count), reason
    assert text[found.start : found.end] == exact


NORMALISED = [
    # source, quote, the place in the source, reason
    ("кот  и\n\u00a0пёс", "кот и пёс", "кот  и\n\u00a0пёс", "a run of white space is one blank"),
    ("кот и пёс", "\n кот\u2003и пёс\t", "кот и пёс", "the quote's own ends belong to no place"),
    (" \n кот\n и  пёс \n", "кот и пёс", "кот\n и  пёс", "nor do the source's, and their runs are counted"),
    ('ракет "Союз"', "ракет «Союз»", '"Союз"', "a mark at the end keeps its place"),
    ("„Союз‟ “Союз” ″Союз″", '«Союз" "Союз" «Союз«', "„Союз‟ “Союз” ″Союз″", "shapes of double marks"),
    ("l’usine ‘a’", "l'usine ‛a‚", "l’usine ‘a’", "shapes of single marks"),
    ("а - б – в — г", "а — б ― в ‒ г", "а - б – в — г", "shapes of dashes"),
    ("-5 °C", "−5 °C", "-5 °C", "the minus is a dash in shape"),
    ("пол\u2011литра", "пол-литра", "пол\u2011литра", "the non-breaking hyphen"),
]


@pytest.mark.parametrize(("text", "exact", "place", "reason"), NORMALISED)
def test_a_quote_once_evened_out(text: str, exact: str, place: str, reason: str) -> None:
    found = Source(text).find(exact)
    assert found.status == "normalised", reason
    assert place in text[found.start : found.end], reason
    assert found.end == text.index(place) + len(place)


def test_a_normalised_quote_counts_its_places_in_any_shape() -> None:
    assert Source("сфера - да, сфера — да").find("сфера – да").occurrences == 2


DIFFERS = [
    # source, quote, the passage, reason
    ("Стоит завод, и весь город", "Стоит завод и весь город", "Стоит завод, и весь город", "a comma"),
    ("Все её станки новые", "Все ее станки новые", "Все её станки новые", "ё is a letter of its own"),
    ("продукция завода", "Продукция завода", "продукция завода", "case is not evened out"),
    ("станки из Беларуси", "стaнки из Беларуси", "станки из Беларуси", "a Latin letter in a Cyrillic word"),
    (
        "за\u0301мок у моря",
        "замок у моря",
        "за\u0301мок у моря",
        "an accent counts, and is no half of a word",
    ),
    ("планы двигателей и станков", "двигателей и станка", "двигателей и станков", "widened to whole words"),
    ('он сказал "нет" вчера', "он сказал 'нет' вчера", 'он сказал "нет" вчера', "single is not double"),
    ("первый вывод, первый довод", "первый повод", "первый довод", "the fewest edits, not the first place"),
    ("кит Вася, кит Вася", "кот Вася", "кит Вася", "the first of equals"),
]


@pytest.mark.parametrize(("text", "exact", "passage", "reason"), DIFFERS)
def test_a_quote_that_differs(text: str, exact: str, passage: str, reason: str) -> None:
    found = Source(text).find(exact)
    assert (found.status, text[found.start : found.end]) == ("differs", passage), reason
    assert (found.start, found.occurrences) == (text.index(passage), 0)


MISSED = [
    ("кот и пёс", "", "no words"),
    ("кот и  пёс", "  ", "white space stands there, and says nothing"),
    ("", "кот", "an empty source"),
    (" \n", "к", "a source of nothing but white space"),
    ("кот", "ы", "one character is there or it is not"),
    ("кот", "кот и пёс у моря", "longer than the source by far"),
    ("кот и пёс", "x" * 100_000, "longer than any quote"),
    ("Завод поставит станки весной", "Погода обещает быть ясной", "nothing alike"),
]


@pytest.mark.parametrize(("text", "exact", "reason"), MISSED)
def test_a_quote_that_is_missing(text: str, exact: str, reason: str) -> None:
    assert Source(text).find(exact) == MISSING, reason


COMPARED = [
    # quote, passage, told as, reason
    ("два станка тут", "два станки тут", "=два |-станка|+станки|= тут", "one letter: both words whole"),
    ("для опрыскивателей", "для наших опрыскивателей", "=для |+наших |=опрыскивателей", "a word left out"),
    ("a b c", "x y z", "-a b c|+x y z", "a blank between two changed words does not break them up"),
    ("«Туманы» тут", '"Туманы" тут', '-«|+"|=Туманы|-»|+"|= тут', "the shape of marks, to the character"),
    ("мой за\u0301мок", "мой замок", "=мой |-за\u0301мок|+замок", "an accent belongs to its letter"),
    ("x" * 40 + "a", "x" * 40 + "b", "=" + "x" * 40 + "|-a|+b", "no word is that long: by characters"),
    ("", "а", "+а", "nothing against something"),
]


@pytest.mark.parametrize(("quote", "passage", "told", "reason"), COMPARED)
def test_a_diff(quote: str, passage: str, told: str, reason: str) -> None:
    signs = {"same": "=", "quote": "-", "source": "+"}
    assert "|".join(signs[change.kind] + change.text for change in compare(quote, passage)) == told, reason


def test_statuses_are_the_words_of_the_program() -> None:
    assert [*Status] == ["verbatim", "normalised", "differs", "missing", "no source"]
    assert (NO_SOURCE.status, NO_SOURCE.start, NO_SOURCE.end) == (Status.NO_SOURCE, None, None)
