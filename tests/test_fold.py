"""Each row is a pair of spellings, and the reason why they are one or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.fold import fold, look_alikes, nouns, other_layout, sound, sound_places, sounds, stems, words

SAME = [
    ("МАЗ", "маз", "case"),
    ("Могилёв", "могилев", "ё is е"),
    ("заво\u0301д", "завод", "a stress mark is no letter"),
    ("Магілёў", "магилеу", "Belarusian і and ў on a Russian keyboard"),
    ("Škoda", "skoda", "accents"),
    ("Gomsel'mash", "gomselmash", "the soft sign as an apostrophe"),
    ("Gomselʹmash", "gomselmash", "the soft sign as a prime"),
    ("аб’ект", "абект", "the Belarusian apostrophe"),
    ("и\u0306", "й", "й in two characters is й"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME, ids=[why for *_, why in SAME])
def test_spellings_that_are_one(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


def test_short_i_is_a_letter_of_its_own() -> None:
    assert fold("й") != fold("и")


MIXED = [
    ("MАЗ", "маз", "Latin M among Cyrillic letters"),
    ("БелAЗ", "белаз", "Latin A among Cyrillic letters"),
    ("Pегас", "регас", "Latin P is taken for Р, which it looks like"),
    ("Моtoг", "мотог", "Latin t and o are taken for т and о"),
    ("DAF", "daf", "one script is left alone"),
    ("Wа", "wa", "a Cyrillic а beside a letter that Cyrillic has not"),
    ("wю", "wю", "no script takes all of it"),
]


@pytest.mark.parametrize(("text", "folded", "why"), MIXED, ids=[why for *_, why in MIXED])
def test_look_alikes_inside_one_word(text: str, folded: str, why: str) -> None:
    assert [word.folded for word in words(text)] == [folded], why


@pytest.mark.parametrize(
    ("word", "other"),
    [("ma3", "маз"), ("ма3", "маз"), ("map", "мар"), ("мар", "map"), ("белаз", None), ("daf", None)],
)
def test_whole_words_of_look_alikes(word: str, other: str | None) -> None:
    assert look_alikes(word) == other


def test_words_know_their_places() -> None:
    one, two = words("«Пега\u0301с-Агро»")
    assert (one.folded, [*one.places], [*one.ends]) == ("пегас", [1, 2, 3, 4, 6], [2, 3, 4, 6, 7])
    assert (two.folded, two.places[0]) == ("агро", 8)


LAYOUTS = [
    ("cnfyrb", "станки"),
    (",tkfp", "белаз"),
    ("fdnjvj,bkmysq", "автомобильный"),
    ("'ktrnhj", "электро"),
    ("[bv;tk`", "химжелё"),
    ('"rhfy', "Экран"),
    ("иудфя", "belaz"),
    ("ьфя", "maz"),
    ("іудфяў", "belazo"),
]


@pytest.mark.parametrize(("typed", "meant"), LAYOUTS)
def test_the_other_layout(typed: str, meant: str) -> None:
    assert meant in other_layout(typed)


@pytest.mark.parametrize("typed", ["жук", "маз maz", "558", "—"])
def test_nothing_on_the_other_layout(typed: str) -> None:
    assert other_layout(typed) == ()


def test_the_belarusian_layout_differs_in_two_keys_that_matter() -> None:
    assert other_layout("vfusk`o") == ("магылёщ", "магылёў")


ROMANISED = [
    ("Могилёвлифтмаш", "mogilyovliftmash mogilevliftmash mogilëvliftmaš mogiljovliftmash"),
    ("Витебские", "vitebskie vitebskiye vitebskije vitebskiè"),
    ("автомобильный", "avtomobilnyi avtomobilʹny avtomobil'nyj avtomobilnyy avtomobilny"),
    ("управления", "upravleniya upravleniia upravlenija upravleniâ"),
    ("конструкция", "konstruktsiya konstruktciia konstrukcija konstrukciâ konstrukcziya"),
    ("Куйбышев", "kujbyshev kuybyšev kuibyshev kuĭbyshev"),
    ("тольяттинский", "tolʹjattinskij toliattinskii tolyattinsky"),
    ("химволокно", "khimvolokno himvolokno"),
    ("Щёкино", "shchyokino ŝëkino shchekino"),
    ("Магілёў", "mahilioŭ magilyou magiljoŭ"),
]


@pytest.mark.parametrize(("name", "romanised"), ROMANISED, ids=[name for name, _ in ROMANISED])
def test_every_system_has_the_key_of_the_name(name: str, romanised: str) -> None:
    for typed in romanised.split():
        assert sound(fold(name)) in sounds(typed), typed


def test_letters_that_systems_read_differently_have_a_key_each() -> None:
    assert sound("жук") in sounds("juk")
    assert sound("химия") in sounds("ximiya")
    assert sound("гродно") in sounds("hrodno")
    assert sound("камволь") in sounds("camvol")


FORMS = [
    ("завод", "заводом"),
    ("минский", "минского"),
    ("станки", "станков"),
    ("станок", "станками"),
    ("борец", "борца"),
    ("россия", "россии"),
    ("маз", "мазом"),
    ("промышленность", "промышленности"),
    ("tool", "tools"),
]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(("one", "other"), [("маз", "ваза"), ("лада", "лук"), ("луч", "лучина")])
def test_words_that_are_no_forms_of_one(one: str, other: str) -> None:
    assert not set(stems(one)) & set(stems(other))


ADJECTIVES = [
    ("станкостроительный", "станкостроение"),
    ("деревообрабатывающая", "деревообработка"),
    ("электротехнического", "электротехника"),
    ("металлургический", "металлургия"),
    ("мебельная", "мебель"),
    ("ракетной", "ракеты"),
    ("лифтовый", "лифт"),
]


@pytest.mark.parametrize(("adjective", "noun"), ADJECTIVES)
def test_an_adjective_knows_its_noun(adjective: str, noun: str) -> None:
    assert set(nouns(adjective)) & set(stems(noun))


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_words_are_spelled_by_their_places(text: str) -> None:
    for word in words(text):
        assert len(word.folded) == len(word.places) == len(word.ends)
        assert all(0 <= start < end <= len(text) for start, end in zip(word.places, word.ends, strict=True))


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdehijkstyz", max_size=12).map(fold))
def test_a_sound_key_is_spent_letter_by_letter(word: str) -> None:
    places = sound_places(word)
    assert len(places) == len(sound(word)) + 1
    assert list(places) == sorted(places)
    assert 0 <= places[0] <= places[-1] <= len(word)
