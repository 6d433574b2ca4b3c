"""Which sentences say something, and how far along it is; the sentences are made up."""

import re

import pytest

from tests.draft.texts import only, read
from tuiapp.draft.acts import ACTS, TOPICS, Act, Topic
from tuiapp.draft.goods import GOODS, SECTORS, goods
from tuiapp.draft.modals import BACKGROUND, DENIALS, MODALS, OPINIONS, Background, Modal
from tuiapp.draft.saying import VERB

TOLD = [
    ("active", "Завод поставляет двигатели в Самару."),
    ("active", "Первые троллейбусы отгружены на прошлой неделе."),
    ("active", "На предприятии собирают тракторы из белорусских комплектующих."),
    ("active", "В регионе эксплуатируется более ста белорусских автобусов."),
    ("active", "The plant has delivered forty hoists to the port."),
    ("active", "The engines are produced jointly with a partner."),
    ("active", "Министр дал старт работе литейного цеха."),
    ("active", "На складе идёт монтаж кранов, их можно будет осмотреть весной."),
    ("active", "Такие вагоны мы передаём железной дороге каждый месяц."),
    ("active", "The share of local components has reached a half."),
    ("active", "The output of hoists is increasing."),
    ("agreed", "Завод заключал ещё три договора с портом."),
    ("agreed", "The deal involves Hoist Works JSC."),
    ("agreed", "Партнёры прилетели, чтобы подписать контракт на сорок тракторов."),
    ("agreed", "Завод выиграл тендер на поставку сорока автобусов."),
    ("agreed", "Под документом директор завода поставил свою подпись."),
    ("agreed", "The company won a tender for forty buses."),
    ("agreed", "Стороны подписали соглашение о поставке станков."),
    ("agreed", "Достигнута договорённость о совместном выпуске автобусов."),
    ("agreed", "A contract for the supply of tractors was signed in Minsk."),
    ("planned", "Завод планирует открыть сборку лифтов."),
    ("planned", "В следующем году завод поставит двадцать трамваев."),
    ("planned", "Станки будут поставляться с января."),
    ("planned", "Принято решение создать совместное предприятие."),
    ("planned", "Город объявил закупку двух трамваев."),
    ("planned", "Подвижной состав порта обновят к зиме."),
    ("planned", "В порту откроют сорок рабочих мест."),
    ("planned", "В порту состоится церемония отгрузки двух реакторов."),
    ("planned", "Завод представит на выставке новый комбайн."),
    ("planned", "Поначалу планировалось отдать порту 40 единиц."),
    ("planned", "Здесь планируется создание портового комплекса."),
    ("planned", "After the talks the port took the decision to buy lifts."),
    ("active", "Такие проекты реализуются на многих заводах."),
    ("active", "В порту возобновилась работа заводских линий."),
    ("active", "В порту состоялась закладка четырёх заводов."),
    ("active", "Станцию сейчас модернизируют по проекту завода."),
    ("planned", "Their contract is aimed at a wider choice of lifts."),
    ("planned", "Говядину из порта ожидаем к зиме."),
    ("active", "Порт покупает у завода лебёдки и двигатели."),
    ("active", "Their lift factory went into operation last year."),
    ("active", "The workshop has a yearly capacity of forty lifts."),
    ("active", "Модельный ряд грузовиков включает двадцать видов."),
    ("active", "Оборудование предназначено для нового блока."),
    ("planned", "В порту соберут около сорока подъёмников."),
    ("planned", "Мы запланировали деньги на замену лифтов."),
    ("planned", "Стороны выразили намерения создать совместное предприятие."),
    ("planned", "Запуск линии позволит закрыть треть потребности в тракторах."),
    ("planned", "The company intends to build an assembly plant."),
    ("planned", "The new line will produce a thousand engines."),
    ("negotiation", "Ведутся переговоры о поставках двигателей."),
    ("negotiation", "Стороны обсудили совместное производство лифтов."),
    ("negotiation", "Сейчас идут переговоры о новом заводе."),
    ("negotiation", "На заводе прошли переговоры с гостями из порта."),
    ("negotiation", "The parties discussed supplies of machine tools."),
    ("planned", "Лифты завод пока не производит, но планирует начать их сборку."),
    ("planned", "Таких кранов порт не собирает, поэтому думает закупать их на юге."),
    ("planned", "The port does not make hoists yet, but plans to build a factory."),
    ("negotiation", "Контракт не подписан, но стороны обсуждают поставки кранов."),
    ("active", "Завод не только собирает лифты, но и обучает мастеров."),
    ("active", "Порт не входит в холдинг, но поставляет ему краны."),
    ("planned", "В порту будет собрано не менее сорока кранов."),
    ("active", "The lifts are used not only in the port, but in the town."),
    ("active", "The plant not only produces hoists but trains their drivers."),
    ("study", "Комиссия завода ознакомилась с площадкой и изучила план."),
    ("study", "Прорабатывается вопрос строительства завода."),
    ("study", "Министерство изучает возможность сборки тракторов."),
    ("study", "A joint project to make buses is under consideration."),
    ("interest", "Готов к пуску цех, где собирают лифты."),
    ("interest", "Потребность в тракторах здесь высокая, сборку поддержал мэр."),
    ("interest", "Регион заинтересован в белорусских станках."),
    ("interest", "Мы хотели бы закупать у вас комбайны."),
    ("interest", "The region is interested in Belarusian buses."),
    ("interest", "They could set up a joint production of lifts."),
]
SILENT = [
    "Директор поблагодарил гостей за тёплый приём.",
    "Губернатор поздравил работников завода с праздником.",
    "На встрече присутствовали министр и директор завода.",
    "Делегация посетила завод и ознакомилась с производством.",
    "Отношения двух народов имеют давнюю историю.",
    "Об этом сообщил директор машиностроительного завода на выставке тракторов.",
    "Сколько станков будет в порту, завод не уточнил.",
    "The port did not disclose who will supply the hoists.",
    "The town is considered a centre of old crafts.",
    "The governor thanked everybody for the warm welcome.",
    "The weather in the city was cold that day.",
    "Лифты на этом заводе не выпускают.",
    "Краны порт не производит, а закупает на юге.",
    "Станки для порта завод больше не поставляет.",
    "Контракт на поставку лифтов не был подписан.",
    "Завод не планирует выпускать подъёмники.",
    "Порт не будет закупать новые краны.",
    "У завода нет планов построить цех в порту.",
    "The plant has not yet delivered the hoists.",
    "The port will not buy the cranes.",
    "The hoists are no longer produced at the plant.",
    "The plant doesn’t supply engines to the port.",
    "There are no plans to build a factory.",
    "Читайте также: завод поставляет двигатели.",
]


@pytest.mark.parametrize(("stage", "sentence"), TOLD)
def test_a_stage_is_told_by_its_word(stage: str, sentence: str) -> None:
    told = only(sentence).told
    assert told.stage == stage
    assert told.word in sentence.lower().replace("ё", "е")


@pytest.mark.parametrize("sentence", SILENT)
def test_greeting_and_background_say_nothing(sentence: str) -> None:
    assert read(sentence).passages == []


def test_every_row_has_its_reason_and_finds_something() -> None:
    rows: list[Modal | Act | Topic | Background] = [*MODALS, *ACTS, *TOPICS, *OPINIONS, *DENIALS, *BACKGROUND]
    assert all(row.why for row in rows)
    assert VERB.search("") is None
    assert [row for row in rows if re.search(row.pattern, "")] == []


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("двигателей для тракторов", ["engines", "tractors"]),
        ("двигателестроение", []),
        ("agricultural drones", ["agricultural drones"]),
        ("карьерные самосвалы", ["haul trucks"]),
        ("минский тракторный завод", []),
    ],
)
def test_goods_are_found_in_their_forms(words: str, called: list[str]) -> None:
    assert [good.en for good in goods(words)] == called


def test_every_good_has_a_sector() -> None:
    assert {good.sector for good in GOODS} <= set(SECTORS)
