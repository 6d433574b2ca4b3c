"""What a query finds, in which order, and why: each row with its reason."""

import pytest

from tests.search.models import model
from tuiapp.archive import Archive
from tuiapp.search import ALL, Index, Rule, Scope, parse

ROWS = [
    ("Минский автомобильный завод/Minsk Automobile Plant|МАЗ|MAZ", "Автомобилестроение/Automotive"),
    ("Могилевлифтмаш/Mogilevliftmash", "Лифтостроение/Lifts|лифты"),
    ("БелАЗ/BelAZ", "Горное машиностроение/Mining machinery"),
    ("Экран/Ekran", "Автомобильные узлы/Automotive components"),
    ("Пегас-Агро/Pegas-Agro|Туман", "Сельхозмашиностроение/Agricultural machinery"),
    ("Красный борец/Krasny Borets", "Станкостроение/Machine tools|станки"),
    ("", "Станкостроение/Machine tools|станки"),
    ("Минский моторный завод/Minsk Motor Plant|ММЗ+Пегас-Агро/Pegas-Agro|Туман", "Двигатели/Engines"),
]
INDEX = Index(Archive(model(ROWS)))


def rows(query: str, scope: Scope = ALL, *, rewrite: bool = True) -> list[int]:
    return INDEX.search(parse(query), scope, rewrite=rewrite).window(0, 100)


FOUND = [
    ("маз", [0], "an alias, in any case"),
    ("автом", [0, 3], "the beginning of a word of a name or a sector"),
    ("завод автомоб", [0], "words in any order"),
    ("минский туман", [7], "each word in another enterprise of the item"),
    ("могилёвлифтмаш", [1], "ё for е"),
    ("лифтмаш", [1], "inside a word"),
    ("минского моторного завода", [7], "another form of every word"),
    ("красного борца", [5], "a vowel that flees"),
    ("станков", [5, 6], "a form of an alias"),
    ("могилевлитфмаш", [1], "two letters swapped"),
    ("пегасагро", [4, 7], "a hyphen left out"),
    ("пегас-агро", [4, 7], "a hyphen as it stands"),
    ("красныйборец", [5], "a space left out"),
    ("vjubktd", [1], "the wrong layout"),
    ("'rhfy", [3], "the wrong layout, where the key of э is an operator too"),
    (",tkfp", [2], "the wrong layout, where б is a comma"),
    ("ьфя", [0], "the wrong layout, the other way round"),
    ("mogilyovliftmash", [1], "romanised, with the ё that the name has not"),
    ("dvigateli", [7], "romanised"),
    ("мэшин", [2], "by ear"),
    ("MA3", [0], "Latin letters and a figure that look like МАЗ"),
    ("МA3", [0], "a Cyrillic and a Latin one"),
    ("!завод автом", [3], "without the items that have it"),
    ("!маз", [1, 2, 3, 4, 5, 6, 7], "nothing but an exclusion"),
    ("^автом", [0, 3], "at the beginning of a name"),
    ("^моторный", [], "not at the beginning of any name"),
    ("'маз", [0], "to the letter"),
    ("'могилевлитфмаш", [], "to the letter forgives nothing"),
    ("'станков", [], "nor another form"),
    ("жук", [], "nobody's word"),
    ("boeing", [], "nobody's word"),
    ("qqqqqq", [], "nobody's word"),
    ("банан", [], "nobody's word"),
    ("аз", [], "two letters match beginnings only"),
    ("ба", [], "two letters forgive nothing"),
    ("бела", [2], "four letters forgive nothing"),
    ("белй", [], "й is not и"),
    ("foo:маз", [], "a scope that there is none of"),
    ("sector:", [], "a scope without a word"),
    ("", list(range(8)), "no query is every item, in the model's order"),
]


@pytest.mark.parametrize(("query", "numbers", "why"), FOUND, ids=[query for query, *_ in FOUND])
def test_what_a_query_finds(query: str, numbers: list[int], why: str) -> None:
    assert rows(query) == numbers, why


def test_an_apostrophe_is_a_letter_where_its_scope_has_nothing_to_the_letter() -> None:
    index = Index(Archive(model([("Rhfy", "Экраны")])))
    assert index.search(parse("'rhfy")).matches(0)[0].scope == "enterprise"
    assert index.search(parse("s:'rhfy")).matches(0)[0].rewritten == "экран"


def test_scopes_hold_words_to_enterprises_or_sectors() -> None:
    assert rows("автом", "enterprise") == [0]
    assert rows("автом", "sector") == [0, 3]
    assert rows("sector:автом", "enterprise") == [0, 3]
    assert rows("s:автом e:экран") == [3]


def test_without_rewriting_letters_count_as_typed() -> None:
    for query in ("vjubktd", "ьфя", "dvigateli", "'rhfy", "MA3"):
        assert rows(query, rewrite=False) == []


def test_rows_stand_by_how_well_they_match() -> None:
    names = ["Гамотор", "Метор", "Моторика", "Мотор", "Motor", "Гамоторика"]
    index = Index(Archive(model([(name, "Прочее") for name in names])))
    assert index.search(parse("мотор")).window(0, 9) == [3, 2, 0, 5, 1, 4]


def test_words_in_one_name_stand_before_words_in_two() -> None:
    index = Index(Archive(model([("Минский завод+Речной порт", "Грузы"), ("Минский порт", "Грузы")])))
    assert index.search(parse("минский порт")).window(0, 9) == [1, 0]


def test_a_match_says_why_a_row_is_there() -> None:
    (match,) = INDEX.search(parse("vjubktd")).matches(1)
    assert (match.term, match.rewriting, match.rewritten) == ("vjubktd", "layout", "могилев")
    assert (match.owner, match.name, match.word) == (
        "Могилевлифтмаш/Mogilevliftmash",
        "Могилевлифтмаш",
        "Могилевлифтмаш",
    )
    assert (match.rule, match.slips, match.spans) == (Rule.PREFIX, 0, ((0, 7),))


def test_a_match_of_slips_marks_the_letters_that_are_right() -> None:
    (match,) = INDEX.search(parse("могилелифтмаш")).matches(1)
    assert (match.rule, match.slips, match.spans) == (Rule.SLIPS, 1, ((0, 6), (7, 14)))


def test_a_match_by_sound_marks_the_letters_it_stands_for() -> None:
    (match,) = INDEX.search(parse("dvigat")).matches(7)
    assert (match.rewriting, match.rewritten, match.spans) == ("script", "двигат", ((0, 6),))


def test_a_match_across_a_hyphen_leaves_the_hyphen_out() -> None:
    (match,) = INDEX.search(parse("пегасаг")).matches(4)
    assert (match.word, match.spans) == ("Пегас-Агро", ((0, 5), (6, 8)))


def test_rewritings_are_told() -> None:
    assert INDEX.search(parse("vjubktd")).rewritings == (("vjubktd", "layout", "могилев"),)
    assert INDEX.search(parse("могилев")).rewritings == ()


def test_the_term_that_empties_the_list_is_named() -> None:
    assert INDEX.search(parse("маз банан")).emptied_by == parse("банан").terms[0]
    assert INDEX.search(parse("маз лифт")).emptied_by == parse("лифт").terms[0]
    assert INDEX.search(parse("маз !завод")).emptied_by == parse("!завод").terms[0]
    assert INDEX.search(parse("маз")).emptied_by is None


def test_a_result_can_be_narrowed_and_read_in_part() -> None:
    result = INDEX.search(parse("!маз"))
    odd = result.within(0b10101010)
    assert (len(odd), odd.window(0, 9), odd.window(1, 3)) == (4, [1, 3, 5, 7], [3, 5])
    assert [odd.row_of(number) for number in (1, 2, 7)] == [0, None, 3]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("кузнечег", ("Кузнецов",)),
        ("kuznetsof", ("Кузнецов",)),
        ("repytxtu", ("Кузнецов",)),
        ("кузнес", ("Кузнецов",)),
        ("щщщщщщ", ()),
    ],
)
def test_the_nearest_names_are_offered(typed: str, names: tuple[str, ...]) -> None:
    index = Index(Archive(model([("Кузнецов", "Двигатели"), ("Экран", "Электроника")])))
    assert index.similar(typed) == names
