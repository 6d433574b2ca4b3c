"""The fields that are searched: which items each finds, in which order, and what its scope leaves out."""

import datetime

import pytest
from msgspec.structs import replace

from tests.search.marked import Told, asked, indexed, told
from tuiapp.dates import Date
from tuiapp.model import (
    Article,
    Enterprise,
    Item,
    Localised,
    Model,
    Person,
    Quote,
    Region,
    Role,
    Sector,
    Speech,
    Stage,
)
from tuiapp.search import days


def _article(name: str, publisher: str, published: Date | None, source: str | None = None) -> Article:
    return Article(id=name, title="…", publisher=publisher, language="ru", published=published, source=source)


def _quote(exact: str, speaker: str | None = None) -> tuple[Quote]:
    return (Quote(exact=exact, speech=Speech.DIRECT if speaker else Speech.NARRATION, speaker=speaker),)


TRAIN = "Эшелон ушёл на завод в Казань, сказал водитель"
MODEL = Model(
    articles=(
        _article("a1", "Вестник", Date("2025-10-31"), "a1.txt"),
        _article("a2", "Tribune", Date("2025-11")),
        _article("a3", "Курьер", Date("2024")),
        _article("a4", "Курьер", None),
    ),
    starts=(0, 1, 2, 3),
    items=(
        Item(
            id="0",
            title=Localised(ru="Кабины для «Уралов»", en="Cabs for trucks"),
            sector="cars",
            enterprises={"mtz": Role.SUPPLIER},
            origin="minsk",
            destination="ural",
            stage=Stage.ACTIVE,
            products=("ТК-17", Localised(ru="тягачи", en="tractor units")),
            figures=Localised(ru="1,5 млрд рублей, 240 штук", en="1.5 billion roubles, 240 pieces"),
            quotes=_quote(TRAIN, "ivan"),
        ),
        Item(
            id="1",
            title="Сушилка зерна",
            sector="farm",
            enterprises=("atlant",),
            between=("belarus", "ural"),
            stage=Stage.AGREED,
            quotes=_quote("Мы взяли контракт на шины и кабины", "atlant"),
        ),
        Item(
            id="2",
            title="Казань ждёт лифты",
            sector="farm",
            origin="minsk",
            stage=Stage.PLANNED,
            quotes=_quote("Колхозы берут №558 и о'кей"),
        ),
        Item(id="3", title="Ничья", sector="farm", stage=Stage.INTEREST, quotes=_quote("Атланта там нет")),
    ),
    regions={
        "minsk": Region(name=Localised(ru="Минская область", en="Minsk region"), within="belarus"),
        "belarus": Region(name=Localised(ru="Беларусь", en="Belarus"), aliases=("Край озёр", "Syabry")),
        "ural": Region(name="Урал"),
    },
    sectors={"cars": Sector(name="Автомобили"), "farm": Sector(name="Село", aliases=("аграрии",))},
    enterprises={"mtz": Enterprise(name="Минский тракторный завод"), "atlant": Enterprise(name="Атлант")},
    people={
        "ivan": Person(
            name=Localised(ru="Иван Петров", en="Ivan Petrov"), role="министр промышленности", aliases=("Петрович",)
        ),
        "nobody": Person(name="Глеб Молчун"),
    },
    sources={"a1": f"{TRAIN}."},
)
INDEX = indexed(MODEL)
QUOTE_0, QUOTE_1 = (MODEL.items[number].quotes[0].exact for number in (0, 1))

FIELDS = [
    ("title:кабин", [0], "[Кабин]ы для «Уралов»", "prefix", "title", "an item's title"),
    ("cabs", [0], "[Cabs] for trucks", "exact", "title", "in either language"),
    ("зирна", [1], "Сушилка [з]е[рна]", "slips", "title", "with a typing error"),
    ("pthyf", [1], "Сушилка [зерна]", "exact", "title", "on the other layout"),
    ("ушилк", [1], "С[ушилк]а зерна", "inside", "title", "inside a word"),
    ("title:минск", [], "", "", "", "the enterprise is not in the title"),
    ("сушилзерна", [], "", "", "", "a clipped compound is looked for in names alone"),
    ("^казань", [2], "[Казань] ждёт лифты", "exact", "title", "at the beginning of a title"),
    ("title:^лифты", [], "", "", "", "not at its beginning"),
    ("'лифт", [2], "Казань ждёт [лифт]ы", "prefix", "title", "to the letter"),
    ("'лифтами", [], "", "", "", "no other form to the letter"),
    ("тк17", [0], "[ТК]-[17]", "exact", "product", "a product, without its hyphen"),
    ("product:тягач", [0], "[тягач]и", "prefix", "product", "by its scope"),
    ("product:кабины", [], "", "", "", "no product is called so"),
    ("240", [0], "1,5 млрд рублей, [240] штук", "exact", "figures", "a number among the figures"),
    ("figures:1.5", [0], "[1.5] billion roubles, 240 pieces", "exact", "figures", "a decimal, as it is written"),
    ("цифры:млрд", [0], "1,5 [млрд] рублей, 240 штук", "exact", "figures", "what is counted"),
    ("product:240", [], "", "", "", "it is no product"),
    ("убле", [], "", "", "", "not inside a word of the figures"),
    ("петров", [0], "Иван [Петров]", "exact", "person", "who speaks"),
    ("person:bdfy", [0], "[Иван] Петров", "exact", "person", "on the other layout"),
    ("министра", [0], "[министр] промышленности", "form", "person", "what the person is"),
    ("who:атлант", [1], "[Атлант]", "exact", "person", "an enterprise that speaks"),
    ("who:минский", [], "", "", "", "one that does not speak"),
    ("петровича", [0], "[Петрович]", "form", "person", "what else the person is called"),
    ("молчун", [], "", "", "", "nobody quotes that person"),
    ("беларусь", [0, 1, 2], "[Беларусь]", "exact", "region", "a region, and what lies in it"),
    ("озер", [0, 1, 2], "Край [озёр]", "exact", "region", "what else a region is called"),
    ("region:сябры", [0, 1, 2], "[Syabry]", "exact", "region", "in the other script"),
    ("минскаяобласть", [0, 2], "[Минская] [область]", "exact", "region", "two words typed as one"),
    ("region:минск", [0, 2], "[Минск]ая область", "prefix", "region", "not what lies around it"),
    ("издание:вестник", [0], "[Вестник]", "exact", "publisher", "a publisher"),
    ("курьер", [2, 3], "[Курьер]", "exact", "publisher", "all items of its articles"),
    ("publisher:атлант", [], "", "", "", "no publisher"),
    ("stage:agreed", [1], "[agreed]", "exact", "stage", "a stage"),
    ("подписано", [1], "[подписано]", "exact", "stage", "in Russian, without its scope"),
    ("stage:шины", [], "", "", "", "no stage"),
    ("status:verbatim", [0], "[verbatim]", "exact", "status", "the status of a quote"),
    ("статус:нет-текста", [1, 2, 3], "[нет] [текста] статьи", "exact", "status", "two words with a hyphen"),
    ("status:no_source", [1, 2, 3], "[no] [source]", "exact", "status", "two words with a line under them"),
    ("status:no source", [1, 2, 3], "[no] [source]", "exact", "status", "two words"),
    ('статус:"нет текста статьи"', [1, 2, 3], "[нет] [текста] [статьи]", "exact", "status", "as on the screen"),
    ("статус:нет источника", [1, 2, 3], "[нет] [источника]", "exact", "status", "as people say"),
    ("status:ytn ntrcnf", [1, 2, 3], "[нет] [текста] статьи", "exact", "status", "on the other layout"),
    ("дословно", [], "", "", "", "a status needs its scope"),
    ("status:failed", [], "", "", "", "no quote is wrong"),
]
QUOTES = [
    ("эшелон", [0], QUOTE_0.replace("Эшелон", "[Эшелон]"), "exact", "quote", "a whole word"),
    ("эше", [0], QUOTE_0.replace("Эше", "[Эше]"), "prefix", "quote", "its beginning, from three letters on"),
    ("уш", [], "", "", "", "two letters begin too many words"),
    ("q:уш", [], "", "", "", "in the scope, too"),
    ("'ib", [], "", "", "", "nor two letters behind an apostrophe, which may be э"),
    ("эшилоном", [], "", "", "", "nor written by ear"),
    ("kontrakt", [], "", "", "", "nor in the other script"),
    ("эшелоном", [0], QUOTE_0.replace("Эшелон", "[Эшелон]"), "form", "quote", "another form"),
    ("\"itkjy", [0], QUOTE_0.replace("Эшелон", "[Эшелон]"), "exact", "quote", "on the other layout"),
    ("шелон", [], "", "", "", "not inside a word"),
    ("эшилон", [], "", "", "", "no typing error"),
    ("водительская", [0], QUOTE_0.replace("водитель", "[водитель]"), "form", "quote", "its adjective"),
    ("'ушел", [0], QUOTE_0.replace("ушёл", "[ушёл]"), "exact", "quote", "to the letter, where ё is е"),
    ("^эшелон", [0], QUOTE_0.replace("Эшелон", "[Эшелон]"), "exact", "quote", "at the beginning of a quote"),
    ("q:^завод", [], "", "", "", "not at its beginning"),
    ("окей", [2], "Колхозы берут №558 и [о]'[кей]", "exact", "quote", "an apostrophe is no letter"),
    ("558-й", [2], "Колхозы берут №[558] и о'кей", "form", "quote", "a number with an ending"),
    ("5", [2], "Колхозы берут №[5]58 и о'кей", "prefix", "quote", "a digit that begins a number"),
    ("58", [], "", "", "", "not those that end it"),
    ("q:контракт q:шин", [1], QUOTE_1.replace("контракт", "[контракт]"), "exact", "quote", "two words of one quote"),
    ("титул", [], "", "", "", "the article's title is not searched"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "rows", "name", "rule", "scope", "why"), FIELDS + QUOTES, ids=[row[0] for row in FIELDS + QUOTES]
)
def test_what_each_field_finds(query: str, rows: list[int], name: str, rule: str, scope: str, why: str) -> None:
    found = told(INDEX, query)
    assert [number for number, _ in found] == rows, why
    assert [matches[0] for _, matches in found] == [Told(name, rule, scope)] * len(rows), why


TIERS = [
    ("атлант", [(1, "enterprise"), (3, "quote")], "names before quotes"),
    ("минская", [(0, "enterprise"), (2, "region")], "even by another form of the name"),
    ("кабины", [(0, "title"), (1, "quote")], "titles before quotes"),
    ("каза", [(2, "title"), (0, "quote")], "beginnings of titles before those of quotes"),
    ("завод", [(0, "enterprise")], "the best reason is told, although the quote has the word too"),
    ("урал", [(0, "title"), (1, "region")], "titles before regions"),
    ("who:атлант e:атлант", [(1, "person")], "each word in its scope"),
    ("лант", [(1, "enterprise")], "inside a word of a name"),
]


@pytest.mark.parametrize(("query", "rows", "why"), TIERS, ids=[row[0] for row in TIERS])
def test_the_order_of_fields(query: str, rows: list[tuple[int, str]], why: str) -> None:
    assert [(number, matches[0].scope) for number, matches in told(INDEX, query)] == rows, why


def test_the_inside_of_a_word_comes_after_the_beginnings_of_words_in_every_field() -> None:
    tiers = (("Автомотор", "a", "…"), ("X", "Гидромоторы", "…"), ("Y", "c", "Моторы"), ("Z", "Моторист", "…"))
    items = tuple(_by_title(*row) for row in tiers)
    model = Model(
        articles=MODEL.articles[:1],
        starts=(0,),
        items=items,
        regions={},
        sectors={"s": Sector(name="…")},
        enterprises={name: Enterprise(name=name) for name, *_ in tiers},
        people={},
    )
    assert asked(indexed(model), "мотор").window(0, 9) == [3, 2, 0, 1]


def _by_title(enterprise: str, title: str, quote: str) -> Item:
    return Item(id=title, title=title, sector="s", enterprises=(enterprise,), stage=Stage.ACTIVE, quotes=_quote(quote))


def test_typing_errors_come_after_every_field_and_converted_words_last() -> None:
    tiers = (("Motor", "a", "…"), ("Матор", "b", "…"), ("X", "c", "Мотор"), ("Y", "Мотор", "…"), ("Мотор", "e", "…"))
    items = tuple(_by_title(*row) for row in tiers)
    model = Model(
        articles=MODEL.articles[:1],
        starts=(0,),
        items=items,
        regions={},
        sectors={"s": Sector(name="…")},
        enterprises={name: Enterprise(name=name) for name, *_ in tiers},
        people={},
    )
    assert asked(indexed(model), "мотор").window(0, 9) == [4, 3, 2, 1, 0]


DATED = [
    ("since:2025", [0, 1], "from a year on; what has no date is not from then on"),
    ("until:2025", [0, 1, 2], "to the end of a year"),
    ("since:2025-11", [1], "from a month on"),
    ("until:2025-10", [0, 2], "to the end of a month"),
    ("since:2025-10-31", [0, 1], "from a day on, that day included"),
    ("since:2025-11-15", [1], "a month may be later than a day within it"),
    ("until:2025-11-15", [0, 1, 2], "or earlier"),
    ("since:2026", [], "none is so late"),
    ("от:31.10.2025", [0, 1], "as dates are written in Russian"),
    ("до:10.2025", [0, 2], "a month, so written"),
    ("jn:2025", [0, 1], "от typed on the other layout"),
    ("гтешд:2024", [2], "until typed on the other layout"),
    ("since:2025 until:2025-10", [0], "both"),
    ("since:2025-10 кабины", [0, 1], "it holds for one word; the next is searched everywhere"),
    ("title:кабины since:2025 казань", [], "the next is in the scope before it"),
    ("since:2025 казань", [0], "with a word"),
    ("казань until:2024", [2], "behind it"),
    ("stage:agreed кабины", [1], "a stage holds for one word, too"),
    ("status:verbatim казань", [0], "and a status"),
    ("since:2", [0, 1, 2, 3], "a date that is being typed"),
    ("since:2025-1", [0, 1, 2, 3], "the same"),
    ("since:31.1", [0, 1, 2, 3], "the same"),
]


@pytest.mark.parametrize(("query", "rows", "why"), DATED, ids=[row[0] for row in DATED])
def test_conditions(query: str, rows: list[int], why: str) -> None:
    assert sorted(asked(INDEX, query).window(0, 9)) == rows, why


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        *((asked, [1, 2, 3]) for asked in ("status:failed", "статус:не прошла сверку", "cnfnec:yt ghj", "status:fail")),
        ("!status:failed", [0]),
        ("status:failed status:verbatim", [1]),
        ("status:cut", [3]),
    ],
)
def test_one_word_finds_whatever_is_wrong(query: str, rows: list[int]) -> None:
    wrong = (("Эшелон ушёл",), ("Эшелон ушёл", "Обоз ушёл на юг"), ("Ничего подобного",), ("Эшелон уш",))
    items = tuple(
        replace(MODEL.items[0], id=str(number), quotes=tuple(one for exact in said for one in _quote(exact)))
        for number, said in enumerate(wrong)
    )
    model = replace(MODEL, items=items, articles=MODEL.articles[:1], starts=(0,))
    assert asked(indexed(model), query).window(0, 9) == rows


def test_a_row_is_explained_by_what_found_it() -> None:
    title = "Минск и Минская область"
    model = replace(MODEL, items=tuple(replace(item, title=title) for item in MODEL.items))
    ((_, first), (_, second)) = told(indexed(model), "минскаяобласть")
    assert first == second == [Told("[Минская] [область]", "exact", "region")]


def test_a_weekday_is_found_anew_on_the_next_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for day, rows in (("2025-10-31", [0, 1]), ("2025-11-06", [0, 1]), ("2025-11-07", [1])):
        monkeypatch.setattr(days, "today", lambda day=day: datetime.date.fromisoformat(day))
        assert asked(INDEX, "since:friday").window(0, 9) == rows, day


def test_a_date_marks_nothing() -> None:
    assert told(INDEX, "since:2025-11") == [(1, [])]
