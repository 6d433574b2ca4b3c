"""The status of a quote and its place: a reason beside each row."""

from pathlib import Path

import pytest

from tuiapp.evidence import MISSING, Source, Status, compare

ARTICLE = (Path(__file__).parents[1] / "seeds" / "000_601df9e75d1f0f37.txt").read_text(encoding="utf-8")

STANDS = [
    # source, quote, status, the passage, occurrences, reason
    ("а кот, а кот", "кот", "verbatim", "кот", 2, "the first of two places"),
    ("который", "кот", "verbatim", "кот", 1, "the characters stand there, though inside of a word"),
    (" кот и\nпёс ", " кот и\nпёс ", "verbatim", " кот и\nпёс ", 1, "white space that stands in the source"),
    ("a.*b [x] \\d", ".*b [x] \\d", "verbatim", ".*b [x] \\d", 1, "nothing is read as a pattern"),
    ("🚀 ракета 🚀", "ракета 🚀", "verbatim", "ракета 🚀", 1, "an astral character is one character"),
    (
        "кот  и\n\u00a0пёс",
        "кот и пёс",
        "normalised",
        "кот  и\n\u00a0пёс",
        1,
        "a run of white space is one blank",
    ),
    (
        "кот и пёс",
        "\n кот\u2003и пёс\t",
        "normalised",
        "кот и пёс",
        1,
        "the quote's own ends are no part of the place",
    ),
    (
        "  \n кот\n и  пёс \n",
        "кот и пёс",
        "normalised",
        "кот\n и  пёс",
        1,
        "the place is tight after leading runs",
    ),
    ('ракет "Союз"', "ракет «Союз»", "normalised", 'ракет "Союз"', 1, "shapes of double quotation marks"),
    ("l’usine ‘a’", "l'usine ‛a‚", "normalised", "l’usine ‘a’", 1, "shapes of single quotation marks"),
    (
        "сфера - да, сфера — да",
        "сфера – да",
        "normalised",
        "сфера - да",
        2,
        "shapes of dashes; both places count",
    ),
    ("-5 °C", "−5 °C", "normalised", "-5 °C", 1, "the minus is a dash in shape"),
    ("науч\u2011план", "науч-план", "normalised", "науч\u2011план", 1, "the non-breaking hyphen"),
]


@pytest.mark.parametrize(("text", "exact", "status", "passage", "count", "reason"), STANDS)
def test_a_quote_that_stands(
    text: str, exact: str, status: str, passage: str, count: int, reason: str
) -> None:
    found = Source(text).find(exact)
    assert (found.status, text[found.start : found.end], found.occurrences) == (status, passage, count), (
        reason
    )
    assert found.diff == ()


DIFFERS = [
    # source, quote, the passage, reason
    ("Стоит завод, и весь город", "Стоит завод и весь город", "Стоит завод, и весь город", "a comma"),
    ("Все её станки новые", "Все ее станки новые", "Все её станки новые", "ё is a letter of its own"),
    ("продукция завода", "Продукция завода", "продукция завода", "case is not evened out"),
    ("станки из Беларуси", "стaнки из Беларуси", "станки из Беларуси", "a Latin letter in a Cyrillic word"),
    ("за\u0301мок у моря", "замок у моря", "за\u0301мок у моря", "a combining accent, and no half of a word"),
    ("планы двигателей и станков", "двигателей и станка", "двигателей и станков", "widened to whole words"),
    (
        "он говорил 'да' и \"нет\"",
        "он говорил \"да\" и 'нет'",
        "он говорил 'да' и \"нет\"",
        "single is not double",
    ),
    ("первый вывод, первый довод", "первый повод", "первый довод", "fewest edits, though it stands later"),
    ("кот Вася, кот Витя", "кот Вутя", "кот Витя", "the nearest of two"),
    ("кит Вася, кит Вася", "кот Вася", "кит Вася", "the first of equals"),
]


@pytest.mark.parametrize(("text", "exact", "passage", "reason"), DIFFERS)
def test_a_quote_that_differs(text: str, exact: str, passage: str, reason: str) -> None:
    found = Source(text).find(exact)
    assert (found.status, text[found.start : found.end]) == ("differs", passage), reason
    assert found.start == text.find(passage)
    assert found.occurrences == 0


MISSED = [
    ("кот и пёс", "", "no words"),
    ("кот и  пёс", "  ", "white space stands there, and says nothing"),
    ("", "кот", "an empty source"),
    (" \n", "к", "a source of nothing but white space"),
    ("кот", "ы", "one character is there or it is not"),
    ("кот", "кот и пёс у синего моря", "longer than the source by far"),
    ("кот и пёс", "x" * 100_000, "longer than any quote"),
    (ARTICLE, "Погода на завтра обещает быть ясной и тёплой", "nothing alike"),
]


@pytest.mark.parametrize(("text", "exact", "reason"), MISSED)
def test_a_quote_that_is_missing(text: str, exact: str, reason: str) -> None:
    assert Source(text).find(exact) == MISSING, reason


COMPARED = [
    # quote, passage, told as, reason
    ("два станка тут", "два станки тут", "=два |-станка|+станки|= тут", "one letter: both words whole"),
    ("для опрыскивателей", "для наших опрыскивателей", "=для |+наших |=опрыскивателей", "a word left out"),
    ("a b c", "x y z", "-a b c|+x y z", "blanks between changed words do not break the change up"),
    ("«Туманы» тут", '"Туманы" тут', '-«|+"|=Туманы|-»|+"|= тут', "the shape of marks, to the character"),
    ("стресс за\u0301мок", "стресс замок", "=стресс |-за\u0301мок|+замок", "an accent belongs to its letter"),
    ("x" * 40 + "a", "x" * 40 + "b", "=" + "x" * 40 + "|-a|+b", "no word is that long: by characters"),
    ("", "а", "+а", "nothing against something"),
]


@pytest.mark.parametrize(("quote", "passage", "told", "reason"), COMPARED)
def test_a_diff(quote: str, passage: str, told: str, reason: str) -> None:
    signs = {"same": "=", "quote": "-", "source": "+"}
    assert "|".join(signs[kind.kind] + kind.text for kind in compare(quote, passage)) == told, reason


def test_statuses_read_as_the_words_of_the_program() -> None:
    assert [*Status] == ["verbatim", "normalised", "differs", "missing", "no source"]
