"""From where to where a thing goes, how much of it there is, and the regions that are known; sentences are made up."""

import pytest

from tuiapp.draft import Given, Offer, draft
from tuiapp.draft.places import PLACES, places


def only(sentence: str) -> Offer:
    """The one item of a sentence."""
    (item,) = draft(sentence, "a.txt", Given(), None).items
    return item


@pytest.mark.parametrize(
    ("sentence", "origin", "destination"),
    [
        ("Порт закупает подъёмники, производимые в Беларуси.", "belarus", None),
        ("Порт в Самаре закупает краны, выпускаемые в Турции.", "turkey", "samara"),
        ("Краны, собранные в соседней Польше, поставляют в Индию.", "poland", "india"),
        ("Лифты для порта производятся в Самаре.", "samara", None),
        ("The port buys cranes made in India.", "india", None),
        ("The cranes will be assembled in India.", None, "india"),
        ("Завод начал изготовление лифтов в Самаре.", None, "samara"),
        ("Завод поставляет краны в Египет и Турцию.", None, "egypt"),
        ("Турецкий завод поставляет краны в Египет и Индию.", "turkey", "egypt"),
        ("Завод из Беларуси поставляет краны в Самару.", "belarus", "samara"),
    ],
)
def test_a_thing_comes_from_where_it_is_made(sentence: str, origin: str | None, destination: str | None) -> None:
    item = only(sentence)
    assert (item.origin, item.destination, item.between) == (origin, destination, None)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Завод поставит около 1 тыс. белорусских тракторов.", "около 1 тыс. белорусских тракторов"),
        ("Около 300 новых трамвайных вагонов поставит завод.", "около 300 новых трамвайных вагонов"),
        ("Завод поставит 2 новые линии для порта.", "2 новые линии"),
        ("Завод поставит 40 лифтов новых серий.", "40 лифтов"),
        ("Завод поставит порту 10 белорусских, а потом и других кранов.", "10 белорусских"),
        ("The plant will supply 99 new diesel engines to the port.", "99 new diesel engines"),
        ("The plant will supply 40 hoists.", "40 hoists"),
        ("The plant will supply lifts under a $4 million contract that includes repairs.", "$4 million contract"),
        ("The plant invests £1.2 million in lifts.", "£1.2 million"),
    ],
)
def test_a_figure_has_the_noun_that_is_counted(sentence: str, figures: str) -> None:
    assert only(sentence).figures == figures


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("из Индии в Турцию и Великобританию", ["india", "turkey", "britain"]),
        ("индийские и турецкие заводы, британский порт", ["india", "turkey", "britain"]),
        ("India, Turkey’s ports and a British plant in the UK", ["india", "turkey", "britain", "britain"]),
        ("the US and U.S. plants help us", ["usa", "usa"]),
        ("Южная Корея и южнокорейский порт", ["south-korea", "south-korea"]),
        ("polish the czar’s turkey", []),
        ("Индиана, Чехов и Кубок", []),
        ("белорусами", ["belarus"]),
    ],
)
def test_the_countries_that_news_names_are_known(words: str, ids: list[str]) -> None:
    assert [place.id for place in places(words, 0, len(words))] == ids


def test_every_country_is_found_by_its_own_names() -> None:
    assert len({place.id for place in PLACES}) == len(PLACES)
    for place in (one for one in PLACES if one.within is None):
        for name in (place.ru, place.en):
            assert [(one.span, one.id) for one in places(name, 0, len(name))] == [((0, len(name)), place.id)]
