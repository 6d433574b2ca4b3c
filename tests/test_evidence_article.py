"""Quotes of the article that the program ships with: told, mistold, and not its own."""

import re
from pathlib import Path

import pytest

from tuiapp.evidence import Source

TEXT = (Path(__file__).parents[1] / "seeds" / "000_601df9e75d1f0f37.txt").read_text(encoding="utf-8")
ARTICLE = Source(TEXT)
# A full stop before a small letter is an abbreviation's.
SENTENCES = re.split(r'(?<=[.?!])\s+(?=["А-Я0-9])', TEXT[TEXT.index("Ключевыми") :])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_verbatim(sentence: str) -> None:
    found = ARTICLE.find(sentence)
    assert (found.status, found.start) == ("verbatim", TEXT.index(sentence))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_single_changed_letter_is_found_in_its_place(sentence: str) -> None:
    start = TEXT.index(sentence)
    for place in (place for place, letter in enumerate(sentence) if letter.isalpha()):
        other = "а" if sentence[place] != "а" else "о"
        found = ARTICLE.find(sentence[:place] + other + sentence[place + 1 :])
        assert (found.status, found.start, found.end) == ("differs", start, start + len(sentence)), place
        mine, theirs = (next(c.text for c in found.diff if c.kind == kind) for kind in ("quote", "source"))
        assert len(mine) == len(theirs), "one changed word, both forms whole"
        assert len(found.diff) <= 4


WORDS = "Ведутся переговоры о поставках двигателей Минского моторного завода для наших опрыскивателей"
MISTOLD = [
    # quote, the passage it is shown against, reason
    (WORDS.replace(" наших", ""), WORDS, "a word left out"),
    (WORDS.replace("Минского моторного", "моторного Минского"), WORDS, "two words swapped"),
    (WORDS.replace("наших", "наших новых"), WORDS, "a word put in"),
    (WORDS.replace("поставках", "закупках"), WORDS, "another word"),
    (WORDS.translate(str.maketrans("аеорсухМ", "aeopcyxM")), WORDS, "Latin look-alikes throughout"),
    (WORDS.replace("Минского моторного ", ""), WORDS, "a turn left out"),
    (f"{SENTENCES[5]} {SENTENCES[7]}", SENTENCES[7], "the sentence between left out: the longer of the two"),
]


@pytest.mark.parametrize(("quote", "passage", "reason"), MISTOLD)
def test_what_is_mistold_is_shown_against_its_passage(quote: str, passage: str, reason: str) -> None:
    found = ARTICLE.find(quote)
    assert found.status == "differs", reason
    assert passage in TEXT[found.start : found.end], reason


# Written for this test, in the manner of other articles about the same subject.
ELSEWHERE = [
    "Товарооборот между Беларусью и Свердловской областью за первое полугодие вырос на 15 %.",
    "Регион заинтересован в поставках белорусских тракторов и карьерных самосвалов.",
    "Ведутся переговоры о создании совместного предприятия по сборке автобусов в Екатеринбурге.",
    "По словам министра, станкостроение является одной из ключевых отраслей промышленной кооперации.",
    "Белорусские предприятия планируют поставки лифтового оборудования для капитального ремонта.",
    '"Мы дополняем друг друга, и это главное в нашем сотрудничестве", - сказал председатель правительства.',
    "Стороны обсудили вопросы импортозамещения и технологического суверенитета Союзного государства.",
    "Прорабатывается возможность поставок беспилотных летательных аппаратов для сельского хозяйства.",
    "Завод выпускает двигатели для автомобильной техники, и продукция востребована на рынке.",
    "Министр рассказал о перспективах развития машиностроения и проектах с белорусскими партнёрами.",
    "В Самарской области реализуется крупный проект по модернизации нефтехимического производства.",
    "Соглашение предусматривает локализацию производства электробусов и зарядных станций.",
]


@pytest.mark.parametrize("quote", ELSEWHERE)
def test_what_is_said_elsewhere_about_the_same_is_missing(quote: str) -> None:
    assert ARTICLE.find(quote).status == "missing"
