"""The status of a quote and its place: a reason beside each row."""

import pytest

from tuiapp.evidence import MISSING, NO_SOURCE, Source, Status
from tuiapp.evidence.diff import compare

VERBATIM = [
    ("а кот, а кот", "кот", "the first of two places"),
    (" кот и\nпёс ", " кот и\nпёс ", "white space, where the source has the same"),
    ("a.*b [x] \\d", ".*b [x] \\d", "nothing is read as a pattern"),
    ("🚀 ракета 🚀", "ракета 🚀", "an astral character is one character"),
    ("аа аа аа", "аа аа", "places that overlap are one"),
    ("станок-качалка — и станок", "станок", "a hyphen parts words"),
    ("5-10 лифтов, 15-10 лифтов", "10 лифтов", "a range is two numbers"),
    ("в 2025 500 лифтов", "500 лифтов", "four digits are no thousands"),
    ("12\n500 лифтов", "500 лифтов", "nor are those of another line"),
    ("0,5 500 лифтов", "500 лифтов", "nor a decimal"),
    ("на Су-57 500 рублей", "500 рублей", "nor the number in a name"),
    ("3—5, да —5", "5", "an em dash is no minus"),
    ("на 5%-10% и (5)-10%", "10%", "nor is a hyphen behind a percent sign or a bracket"),
    ("2+5=7", "5", "nor a plus between numbers"),
    ("ноль.5 или @5", "5", "a full stop ends a sentence"),
    ("кот\u200b, кот", "кот", "at an end of a word is outside of it"),
    ("台湾有500台电梯", "500台", "a script that parts no words"),
    ("dogs' tails", "dogs", "an apostrophe between letters alone"),
]


@pytest.mark.parametrize(("text", "exact", "reason"), VERBATIM)
def test_a_quote_to_the_character(text: str, exact: str, reason: str) -> None:
    found = Source(text).find(exact)
    assert (found.status, found.start) == ("verbatim", text.index(exact)), reason
    assert text[found.start : found.end] == exact


NORMALISED = [
    # source, quote, the place in the source, reason
    ("12\u00a0500 лифтов", "12 500 лифтов", "12\u00a0500 лифтов", "a number with another blank is the same"),
    ("от −5 до 10", "от -5 до 10", "от −5 до 10", "and with another minus"),
    ("в 2025\n500 лифтов", "в 2025 500 лифтов", "в 2025\n500 лифтов", "two numbers are two on one line too"),
    ("кот  и\n\u00a0пёс", "кот и пёс", "кот  и\n\u00a0пёс", "a run of white space is one blank"),
    ("кот и пёс", "\n кот\u2003и пёс\t", "кот и пёс", "the quote's own ends belong to no place"),
    (" \n кот\n и  пёс \n", "кот и пёс", "кот\n и  пёс", "nor do the source's, and their runs are counted"),
    ('ракет "Союз"', "ракет «Союз»", '"Союз"', "a mark at the end keeps its place"),
    ("„Союз‟ “Союз” ″Союз″", '«Союз" "Союз" «Союз«', "„Союз‟ “Союз” ″Союз″", "shapes of double marks"),
    ("l’usine ‘a’", "l'usine ‛a‚", "l’usine ‘a’", "shapes of single marks"),
    ("а - б – в — г", "а — б ― в ‒ г", "а - б – в — г", "shapes of dashes"),
    ("-5 °C", "−5 °C", "-5 °C", "the minus is a dash in shape"),
    ("пол\u2011литра", "пол-литра", "пол\u2011литра", "the non-breaking hyphen"),
    ("про эко\u00adно\u00adмику", "экономику", "эко\u00adно\u00adмику", "soft hyphens"),
    ("\ufeffа \u200b\u2060 б\u200e в", "а б в", "а \u200b\u2060 б\u200e в", "between blanks, and a mark of direction"),
    ("не\u3164прав\u2800да", "не прав да", "не\u3164прав\u2800да", "what looks like a blank"),
    ("🧑\u200d🔧 и ❤\ufe0f!", "🧑🔧 и ❤!", "🧑\u200d🔧 и ❤\ufe0f!", "joined signs"),
    ("кот\u200b и кот  и", "кот и", "кот\u200b и", "what nobody sees at its ends is outside"),
    ("недовольный, а\u00a0довольный", "а довольный", "а\u00a0довольный", "whole in one place, cut in the other"),
    ("внедоволен «а» доволен “а”", 'доволен "а"', "доволен “а”", "whole in another shape, before cut to the letter"),
]


CUT = [
    # source, quote, the passage, reason
    ("рост －5 лет", "5 лет", "－5 лет", "a wide minus"),
    ("убыток -$5 млн", "$5 млн", "-$5 млн", "the sign of a sum"),
    ("цена $.50 за", "50 за", ".50 за", "a point that begins a sum"),
    ("на 0，5 процента", "5 процента", "0，5 процента", "a wide comma"),
    ("на 5 ﹪ выше", "на 5", "на 5 ﹪", "a small percent sign"),
    ("Стороны недовольны договором.", "довольны договором", "недовольны договором", "the opposite of what was said"),
    ("Он неправ", "прав", "неправ", "without its first letters"),
    ("интернет", "нет", "интернет", "the end of a word"),
    ("1500 лифтов", "500 лифтов", "1500 лифтов", "the end of a number"),
    *((f"1{blank}500 шт", "500 шт", f"1{blank}500 шт", "thousands") for blank in " \u00a0\u2007\u2009\u200a\u202f"),
    ("около 12 345 678,5 т", "345", "12 345 678,5", "the middle of a long number"),
    ("1'500 or 1.500", "500", "1'500", "thousands as others part them"),
    ("0,5 процента", "5 процента", "0,5 процента", "a decimal comma"),
    ("рост 2.5 раза", "рост 2", "рост 2.5", "a decimal point"),
    ("up by .5 percent", "5 percent", ".5 percent", "a decimal without its nought"),
    ("1/2 завода", "2 завода", "1/2 завода", "a fraction"),
    *((f"ниже {sign}10 °C", "10 °C", f"{sign}10 °C", "a sign") for sign in "-+−–±"),
    ("рост 10 %", "рост 10", "рост 10 %", "a percent sign after a blank"),
    ("рост 10‰", "рост 10", "рост 10‰", "a permille sign"),
    ("10⁶ м² H₂O", "10", "10⁶", "a power"),
    ("всё\u0308 и все\u0308", "все", "все\u0308", "a letter with a mark"),
    ("हिन्दी", "हिन", "हिन्दी", "marks beyond those of Europe"),
    ("สวัสดี", "สว", "สวั", "a mark of a script that parts no words"),
    ("๑๒ คน", "๒ คน", "๑๒ คน", "digits of one"),
    ("he can't", "he can", "he can't", "an apostrophe between letters"),
    ("об’явил", "явил", "об’явил", "the same in print"),
    ("А.О’Коннор", "Коннор", "О’Коннор", "and in a name"),
    ("на 5%-10%", "10", "10%", "a percent sign behind a range"),
    ("1,500,000 шт", "500,000 шт", "1,500,000 шт", "thousands as English parts them"),
    ("10 000 %", "10 000", "10 000 %", "a percent sign behind thousands"),
    ("А\u0483\u0489", "А", "А\u0483\u0489", "old Cyrillic marks"),
    ("к\u2062от", "от", "к\u2062от", "a sign that nobody sees"),
    ("не\u200bдоволен", "доволен", "не\u200bдоволен", "what nobody sees joins"),
    ("5\u00adG", "G", "5\u00adG", "a soft hyphen too"),
    ("кот_1", "кот", "кот_1", "an underscore"),
    ("недовольны  договором", "довольны договором", "недовольны  договором", "once evened out"),
    (f"{'x' * 99}y", "xy", "x" * 33 + "y", "as much as can be shown of what is too long for a word"),
]


@pytest.mark.parametrize(("text", "exact", "passage", "reason"), CUT)
def test_a_quote_that_is_cut(text: str, exact: str, passage: str, reason: str) -> None:
    found = Source(text).find(exact)
    assert (found.status, text[found.start : found.end]) == ("cut", passage), reason
    assert "".join(change.text for change in found.diff if change.kind != "quote") == passage
    assert "".join(change.text for change in found.diff if change.kind != "source") == exact


@pytest.mark.parametrize(("text", "exact", "place", "reason"), NORMALISED)
def test_a_quote_once_evened_out(text: str, exact: str, place: str, reason: str) -> None:
    found = Source(text).find(exact)
    assert found.status == "normalised", reason
    assert place in text[found.start : found.end], reason
    assert found.end == text.index(place) + len(place)


def test_what_is_whole_counts_before_what_is_cut_and_to_the_letter_before_any_shape() -> None:
    text = "недовольны» «довольны» который «кот» 'кот' кот"
    found = [Source(text).find(exact) for exact in ("кот", "'кот'", "“кот”", "“довольны”")]
    assert [each.start for each in found] == [32, 37, 31, 12]
    assert [each.status for each in found] == ["verbatim", "verbatim", "normalised", "normalised"]


DIFFERS = [
    # source, quote, the passage, reason
    ("строк 12\n\n500 лифтов", "12 500 лифтов", "12\n\n500 лифтов", "two numbers are not one"),
    ("пункт 1\n500 лифтов", "пункт 1 500 лифтов", "пункт 1\n500 лифтов", "nor are those of two lines"),
    ("12\t500 лифтов", "12 500 лифтов", "12\t500 лифтов", "nor those of two columns"),
    ("выросла —5 процентов", "выросла −5 процентов", "выросла —5 процентов", "an em dash is no minus"),
    ("прибыль —5 рублей", "прибыль -5 рублей", "прибыль —5 рублей", "however the minus is written"),
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
    assert found.start == text.index(passage)


MISSED = [
    ("кот и пёс", "", "no words"),
    ("кот и  пёс", "  ", "white space stands there, and says nothing"),
    ("", "кот", "an empty source"),
    (" \n", "к", "a source of nothing but white space"),
    ("кот", "ы", "one character is there or it is not"),
    ("все\u0308, да", "\u0308", "an accent says nothing"),
    ("а\u200bб", "\u200b", "nor does what nobody sees"),
    ("«а» — б", "» —", "nor do signs"),
    ("а\u3164б", "\u3164", "nor a letter that looks like a blank"),
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
    ("500 лифтов", "1 500 лифтов", "-500|+1 500|= лифтов", "a number is one thing"),
    ("рост 10", "рост −10 %", "=рост |-10|+−10 %", "with its signs"),
    ("экономика", "эко\u00adномика", "-экономика|+эко\u00adномика", "what nobody sees parts no word"),
]


@pytest.mark.parametrize(("quote", "passage", "told", "reason"), COMPARED)
def test_a_diff(quote: str, passage: str, told: str, reason: str) -> None:
    signs = {"same": "=", "quote": "-", "source": "+"}
    assert "|".join(signs[change.kind] + change.text for change in compare(quote, passage)) == told, reason


def test_statuses_are_the_words_of_the_program() -> None:
    assert [*Status] == ["verbatim", "normalised", "cut", "differs", "missing", "no source"]
    assert (NO_SOURCE.status, NO_SOURCE.start, NO_SOURCE.end) == (Status.NO_SOURCE, None, None)
