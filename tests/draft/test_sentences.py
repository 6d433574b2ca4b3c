"""A text cut into paragraphs, quotations and sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.draft.sentences import LONGEST, is_name, paragraphs, quotations, sentences


def cut(text: str) -> list[str]:
    return [text[each.start : each.end] for each in sentences(text, quotations(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Один. Два! Три? Четыре…", ["Один.", "Два!", "Три?", "Четыре…"]),
        ("Выпуск вырос на 10 млн. рублей. Это рекорд.", ["Выпуск вырос на 10 млн. рублей.", "Это рекорд."]),
        ("А. Г. Петров приехал в г. Минск. Встреча прошла.", ["А. Г. Петров приехал в г. Минск.", "Встреча прошла."]),
        ("Hoists Ltd. Makes hoists in St. Petersburg. Yes.", ["Hoists Ltd. Makes hoists in St. Petersburg.", "Yes."]),
        ("Рад завод.Документ готов.", ["Рад завод.", "Документ готов."]),
        ("Завод в г.Минск рад, им.Ленина. Lift.By рад.", ["Завод в г.Минск рад, им.Ленина.", "Lift.By рад."]),
        ("Рост 3.5 раза. Далее.", ["Рост 3.5 раза.", "Далее."]),
        ('Выставка "Станки. Минск" открыта. Конец.', ['Выставка "Станки. Минск" открыта.', "Конец."]),
        (
            "«Мы строим дом. Мы давно растём вместе с ним», — сказал он. Да.",
            ["«Мы строим дом.", "Мы давно растём вместе с ним», — сказал он.", "Да."],
        ),
        ("Заголовок\n\nТекст идёт.\nИ дальше.", ["Заголовок", "Текст идёт.", "И дальше."]),
        ("Состоялась\nвстреча в Минске.", ["Состоялась\nвстреча в Минске."]),
        ("До « \x1b » после. Конец.", ["До «", "» после.", "Конец."]),
        ("Первое.\r\n\r\nВторое.\r\nТретье.", ["Первое.", "Второе.", "Третье."]),
        ("До\x07 после. Конец.", ["До", "после.", "Конец."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_lines_that_were_broken_for_their_width_are_one_paragraph() -> None:
    text = (
        "Завод в Минске поставит в Самарскую область триста лифтов, а\n"
        "Министерство промышленности обещает заводу помощь.\n"
    )
    assert len(list(paragraphs(text))) == 1
    assert len(list(paragraphs("Лифты для Самары\nМинистерство промышленности обещает помощь.\n"))) == 2
    assert len(list(paragraphs(text.replace("\nМин", "\nФото: Мин")))) == 2
    assert len(list(paragraphs(text.replace("\nМин", "\n17.11.2025 Мин")))) == 2
    heading = "Завод в Минске поставит в Самарскую область триста новых лифтов и ещё сорок подъёмников"
    assert len(list(paragraphs(f"{heading}\n{heading}\n"))) == 2
    long = "Завод рад, и это только начало большой совместной работы двух регионов. " * 3
    assert len(list(paragraphs(f"{heading}\n{long}\n"))) == 2
    assert len(list(paragraphs(f"{heading}\n«{long}»\n"))) == 2


def test_a_text_without_full_stops_is_no_sentence() -> None:
    assert cut("слово " * LONGEST) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("завод «Подъём»", ["Подъём"]),
        ("“We make “Lift” too,” he said", ["We make “Lift” too,", "Lift"]),
        ('"Мы делаем "Лифт" давно", - сказал он', ['Мы делаем "Лифт" давно', "Лифт"]),
        ("„Подъём“ и “Hoist”", ["Подъём", "Hoist"]),
        ("«Мы закупаем МАЗы\n\nЗавод рад.", ["Мы закупаем МАЗы"]),
        ("«Завод «Якорь» рад.\n\n«Он растёт», — сказал он", ["Завод «Якорь» рад.", "Якорь", "Он растёт"]),
        ('доска 5" на 10" длиной', []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, inner: list[str]) -> None:
    assert [text[each.start : each.end] for each in quotations(text)] == inner


def test_a_name_is_short_and_no_sentence() -> None:
    text = "«Подъём» и «Мы поставим триста лифтов, и это только начало работы.»"
    assert [is_name(text, each) for each in quotations(text)] == [True, False]


@given(st.text(st.sampled_from(' \n\r\t.!?«»"“”„,—–-aяБZ1\x00\u200b\u2028'), max_size=80))
def test_sentences_stand_in_order_and_lose_nothing_but_blanks(text: str) -> None:
    spans = sentences(text, quotations(text))
    assert all(0 <= each.start < each.end <= len(text) for each in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    letters = [at for at, sign in enumerate(text) if sign.isalnum()]
    assert all(any(each.start <= at < each.end for each in spans) for at in letters)
