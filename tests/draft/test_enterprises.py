"""Enterprises in a text: new ones by their signs, known ones by the search's own rules."""

import pytest

from tests.draft.texts import read
from tuiapp.draft.enterprises import mentions
from tuiapp.draft.known import Known
from tuiapp.model import Article, Enterprise, Localised, Model, Region


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("подписал ОАО «Подъём»", ["Подъём"]),
        ("холдинга «Подъём» и компании «Якорь»", ["Подъём", "Якорь"]),
        ("компании «Подъём», «Якорь» и «Трос»", ["Подъём", "Якорь", "Трос"]),
        ("на Минском моторном заводе", ["Минский моторный завод"]),
        ("Пинская трикотажная фабрика", ["Пинская трикотажная фабрика"]),
        ("Бобруйского завода тракторных деталей и агрегатов", ["Бобруйский завод тракторных деталей и агрегатов"]),
        ("Минский, Могилевский и Ульяновский автомобильные заводы",
         ["Минский автомобильный завод", "Могилевский автомобильный завод", "Ульяновский автомобильный завод"]),
        ("558-й авиационный ремонтный завод", ["558-й авиационный ремонтный завод"]),
        ("на Туровлифтмаше", ["Туровлифтмаш"]),
        ("с КАМАЗом и МТЗ", ["КАМАЗ", "МТЗ"]),
        ("договор с «Якорем»", ["Якорем"]),
        ("the Minsk Tractor Works and Port Machine Plant", ["Minsk Tractor Works", "Port Machine Plant"]),
        ("the companies Avtodiesel and Port Lines", ["Avtodiesel", "Port Lines"]),
        ("Hoists JSC supplied", ["Hoists"]),
        ("BelAZ and MTZ-Tatarstan", ["BelAZ", "MTZ-Tatarstan"]),
        ("Компания Great Hoists and Cranes Co. Ltd подписала", ["Great Hoists and Cranes"]),
        ("завод российской ЯКР и чешской Hoist Lines", ["ЯКР", "Hoist Lines"]),
        ("директор ГК Подъём Иван Петров", ["Подъём"]),
        ("the company Alexander Smith leads", []),
        ("для «Северной портовой компании»", ["Северная портовая компания"]),
        ("Рельсовый завод «Кубань» и Рельсовый завод «Якорь»", ["Рельсовый завод «Кубань»", "Якорь"]),
        ('с завода "Якоря" "Трос"', ["Якоря", "Трос"]),
        ("Russia’s Borisov Machine Plant and the Borisov plant", ["Borisov Machine Plant", "Borisov Machine Plant"]),
        ("cars for Great Northern Railways (GNR)", ["Great Northern Railways"]),
        ("the Northern Economic Union (NEU)", []),
        ("cars of Northern Railways (GNR)", []),
        ("компаний «Подъём» и Hoist Lines", ["Подъём", "Hoist Lines"]),
        ("дилером «Портсельмаша»", ["Портсельмаш"]),
        ("Минского автозавода и МАЗа", ["Минский автомобильный завод", "Минский автомобильный завод"]),
        ("Производственное объединение «Подъём»", ["Подъём"]),
        ("торговый дом «Подъём»", ["Подъём"]),
        ("the Northern Trading House Hoist", ["Northern Trading House Hoist"]),
        ("JSC NC Great Northern Port Lines signed", ["Great Northern Port Lines"]),
        ("тракторы «Кировец»", []),
        ("гендиректор группы Подвес и глава компании Петров", ["Подвес"]),
        ("в компании Германии", []),
        ("вагоны в парк «Портогортранса»", ["Портогортранс"]),
        ("Northern Hoists, a Polish maker of cranes", ["Northern Hoists"]),
        ("Smith, the director of the plant, and later, the plant", []),
        ("завод ПКЗ «Якорь» и Портовской ТЭС", ["Якорь"]),
        ("Russia’s Hoistmash Publicly Traded Company", ["Hoistmash"]),
        ("Молочный комбинат рад. На Молочном комбинате тихо.", ["Молочный комбинат"]),
        ("для белорусской АЭС и российского МИД", []),
        ("тракторы «Беларус» и комбайны «Вектор»", []),
        ("выставка «ИННОПРОМ»", []),
        ("в Минпромторге и Минстрое", []),
        ("белорусский завод и Российский завод", []),
        ("The Working Group and the Company", []),
    ],
)  # fmt: skip
def test_a_new_name_has_its_sign(text: str, names: list[str]) -> None:
    assert [each.name for each in mentions(text, Known())] == names


def test_forms_and_initials_of_a_new_name_are_one() -> None:
    text = (
        "ОАО «Подъём» и продукция «Подъёма». Минский тракторный завод, или МТЗ, рад. На Минском тракторном заводе тихо."
    )
    assert {each.name for each in mentions(text, Known())} == {"Подъём", "Минский тракторный завод"}


@pytest.fixture
def model() -> Model:
    return Model(
        articles=(Article(id="a", title="A", publisher="P", language="ru"),),
        items=(),
        starts=(0,),
        regions={"belarus": Region(name=Localised(ru="Беларусь", en="Belarus"))},
        sectors={},
        enterprises={
            "tractor": Enterprise(
                name=Localised(ru="Минский тракторный завод", en="Minsk Tractor Works"), aliases=("Беларус",)
            ),
            "lift": Enterprise(name="Могилевлифтмаш"),
            "kaz": Enterprise(name="Казахстанская агроинновационная корпорация"),
            "gas": Enterprise(name="Горьковский автомобильный завод", aliases=("ГАЗ",)),
        },
        people={},
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("на Минском тракторном заводе", ["tractor"]),
        ("МТЗ поставит", ["tractor"]),
        ("MTZ will supply", ["tractor"]),
        ("Minsk Tractor Works supplies", ["tractor"]),
        ("с Могилевлифтмашем", ["lift"]),
        ("Mogilevliftmash supplies", ["lift"]),
        ("на МОГИЛЕВЛИФТМАШЕ", ["lift"]),
        ("двигатели ГАЗа", ["gas"]),
        ("в Беларуси", []),
        ("из Беларуси и Республики Беларусь", []),
        ("тракторы «Беларус»", ["tractor"]),
        ("тракторы беларус", []),
        ("Как сказано, газ дорог", []),
        ("могилевлифтмаш", []),
    ],
)
def test_a_known_name_is_found_in_its_forms(model: Model, text: str, ids: list[str]) -> None:
    assert [each.name for each in mentions(text, Known(model)) if each.known] == ids


def test_a_town_is_no_region_unless_it_is_called_so() -> None:
    text = "Minsk Tractor Works of Minsk supplies engines to Moscow, Minsk Region and Nizhny Novgorod."
    (passage,) = read(text).passages
    assert [place.id for place in passage.places] == ["minsk", "minsk", "moscow", "minsk-region", "nizhny-novgorod"]


def test_regions_of_a_sentence_are_in_its_order() -> None:
    (passage,) = read("Завод в Самаре поставляет в Беларусь двигатели из Татарстана.").passages
    assert [place.id for place in passage.places] == ["samara", "belarus", "tatarstan"]
