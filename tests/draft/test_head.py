"""What the first lines of a text tell; the lines are made up."""

import pytest

from tuiapp.draft import Given, draft
from tuiapp.draft.dates import days, due
from tuiapp.draft.head import Head, head, host
from tuiapp.draft.sentences import paragraphs

BODY = "\n\nЗавод поставляет двигатели в Самару, и это только начало большой совместной работы двух регионов.\n"


def of(text: str, *publishers: str) -> Head:
    return head(text, list(paragraphs(text)), list(publishers))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("17 ноября 2025", "2025-11-17"),
        ("понедельник, 14 марта 2022 года", "2022-03-14"),
        ("31.03.2022 (Обновлено: 13.04.2022 14:14)", "2022-03-31"),
        ("2025-09-30 12:00", "2025-09-30"),
        ("November 17, 2025", "2025-11-17"),
        ("17th November 2025, 10:30", "2025-11-17"),
        ("Wednesday, 17 August 2022\n\n13 May 2022, 18:39", "2022-05-13"),
        ("14 янв 2003, 13:19", "2003-01-14"),
        ("Крупный заказ на подъёмники для порта и нового склада в городе 14.03.2018 15:58", "2018-03-14"),
        ("Порт (Самарская область), 29 авг 2019 - Вести. Завод рад", "2019-08-29"),
        ("Порт, 10.01.19 /Вести/. Завод рад", "2019-01-10"),
        ("Порт, 10.01.98 /Вести/. Завод рад", "1998-01-10"),
        ("Курс валют на 20.09.2024\n\nПорт 11/09/2007 Подъёмники едут на юг", "2007-09-11"),
        ("5 markets 2020", None),
        ("14:54, 6 September", None),
        ("17 ноября", None),
        ("31.02.2022", None),
        ("Лифты для Самары", None),
    ],
)
def test_the_date_is_that_of_a_line(line: str, date: str | None) -> None:
    assert of(f"Лифты\n\n{line}{BODY}").published == date


def test_a_day_within_a_sentence_is_not_the_date() -> None:
    assert (
        of(f"Лифты\n\nЗавод открыли 5 июня 2020 года, и с тех пор он растёт, как мало какой другой.{BODY}").published
        is None
    )


def test_a_day_without_its_year_is_kept_to_be_asked() -> None:
    assert of(f"Лифты\n\n14:54, 6 September{BODY}").yearless == "6 September"
    assert (
        of(f"Лифты\n\nСегодня, 27 мая, открыт цех, и это не последний из новых цехов завода.{BODY}").yearless
        == "27 мая"
    )
    assert of(f"ПОРТ, 29 авг - Вести. Завод рад.{BODY}").yearless == "29 авг"


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Лифты\n\nИсточник: Вестник лифтов", "Вестник лифтов"),
        ("12 октября, Минск /Корр. ЛИФТА/. Завод рад", "ЛИФТА"),
        ("MINSK, 13 May (HoistA) – A plant is glad.", "HoistA"),
        ("22 сентября, Порт /Анна Иванова - ЛИФТА/. Завод рад", "ЛИФТА"),
        ("(Порт, 16 ноября, «Вести», Иван Петров). Завод рад", "Вести"),
        ("ПОРТ (Самарская область), 29 авг - Вести Порта. Завод рад", "Вести Порта"),
        ("Порт, 10.01.19 /Вести/. Завод рад", "Вести"),
        (" date 2016-12-05 HARBOUR (HNA) — A plant is glad.", "HNA"),
        ("Порт (Север) рад", None),
        ("Лифты\n\nИзображение: lift.by", None),
        ("Лифты\n\nСтанки везут, передаёт корреспондент lift.uz", None),
        ("Лифты\n\nНовости | Lift.UZ", "Lift.UZ"),
        ("date 2025-09-30 lift.by Фото", "lift.by"),
        ("Hoists.press", "Hoists.press"),
        ("Лифты\n\nФото: lift.by", None),
        ("Лифты", None),
    ],
)
def test_the_publisher_is_what_the_text_names(text: str, publisher: str | None) -> None:
    assert of(text + BODY).publisher == publisher


def test_a_publisher_of_the_folder_is_known() -> None:
    assert of(f"Лифты\n\nСегодня в Вестнике: Вестник{BODY}", "Вестник").publisher == "Вестник"


def test_the_title_is_the_first_heading() -> None:
    assert of(f"Лифты для Самары\n\n17 ноября 2025{BODY}").title == "Лифты для Самары"
    assert of(BODY + "\n\nЛифты для Самары").title is None


@pytest.mark.parametrize(
    "above",
    [
        "Порт и город\n\n17 ноября 2025\n\nПодъёмники едут на юг страны",
        "• Все новости порта\n\nПодъёмники едут на юг страны",
        "Снимок Петрова. Фото: Вестник порта\n\nПодъёмники едут на юг страны",
        "Погода\nпеременная облачность, дождь\n\nПорт Подъёмники едут на юг страны\n\nПодъёмники едут на юг страны",
        "Курс валют на 20.09.2024 года\n\nПодъёмники едут на юг страны",
        "Порт Сплошная облачность +8°C\n\nПодъёмники едут на юг страны",
        "Главная → Новости порта → Юг\n\nПодъёмники едут на юг страны",
        "Порт 11.09.2007 Подъёмники едут на юг страны",
        "ГАЗЕТА ГОРОДСКОГО ПОРТА И СКЛАДА\n\nПодъёмники едут на юг страны",
        " date 2025-09-30 https://example.org/a\n\nПодъёмники едут на юг страны",
        " date 2025-09-30 Подъёмники едут на юг страны",
        "Подъёмники едут на юг страны 14.03.2018 15:58",
        "Подъёмники едут на юг страны\nОпубликовано: 29 марта",
        "Подъёмники едут на юг страны | Вестник порта",
        "Порт | https://example.org/port | Подъёмники едут на юг страны",
        "Портовый рынок\n|\nhttps://example.org/port/1/\n|\nПодъёмники едут на юг страны",
        "САЙТ ГАЗЕТЫ ГОРОДСКОГО ПОРТА\n\nНОВОСТИ\n\nПодъёмники едут на юг страны",
    ],
)
def test_the_title_is_no_rubric_menu_or_credit(above: str) -> None:
    assert of(above + BODY).title == "Подъёмники едут на юг страны"


def test_the_day_below_a_title_is_no_part_of_it() -> None:
    told = of(f"Southern Port signs agreement with Harbour Hoist Works\n22 June 2023, Hoists{BODY}")
    assert (told.title, told.published) == ("Southern Port signs agreement with Harbour Hoist Works", "2023-06-22")


def test_an_address_between_bars_is_no_title() -> None:
    assert of(f"| https://example.org/port-gets-hoists/618749/ |{BODY}").title is None


@pytest.mark.parametrize(
    ("url", "name"), [("https://www.lift.by/a", "lift.by"), ("https://m.lift.by", "lift.by"), ("http://[", None)]
)
def test_an_address_names_its_publisher(url: str, name: str | None) -> None:
    assert host(url) == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("до конца 2026 года", "2026"),
        ("к декабрю 2026 года", "2026-12"),
        ("by December 2026", "2026-12"),
        ("до 2027 г.", "2027"),
        ("в марте 2027 года", "2027-03"),
        ("в 2025 году", None),
        ("до конца года", None),
    ],
)
def test_by_when(text: str, date: str | None) -> None:
    assert due(text) == date


def test_days_without_a_year_have_no_date() -> None:
    assert [day.date for day in days("5 июня и 6 июня 2024")] == [None, "2024-06-06"]


@pytest.mark.parametrize(
    "before",
    [
        "ПОРТ (Самарская область), 29 авг - Вести. ",
        "(Порт, 16 ноября, «Вести», Иван Петров). ",
        "HARBOUR (HNA) — ",
        " date 2025-09-30 ",
        "Рисунок здесь иллюстративный, не отсюда. ",
        "Об этом сообщили в порту сегодня утром. ",
    ],
)
def test_a_title_made_of_the_first_sentence_has_no_dateline(before: str) -> None:
    text = f"{before}Завод поставит в порт сорок подъёмников.\nПорт рад."
    assert draft(text, "a.txt", Given(), None).title == "Завод поставит в порт сорок подъёмников"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Компания «Якорь» (совместное предприятие порта, завода и города) поставит подъёмники в новый порт.",
            "Компания «Якорь» (совместное предприятие порта, завода и города) поставит",
        ),
        (
            '"Северный завод скоро поставит подъёмники в новый порт.',
            "Северный завод скоро поставит подъёмники в новый порт",
        ),
    ],
)
def test_the_title_of_an_item_ends_in_no_half_of_a_bracket(text: str, title: str) -> None:
    (item,) = draft(text, "a.txt", Given(), None).items
    assert item.title == title
