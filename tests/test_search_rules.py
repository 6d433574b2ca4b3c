"""The rules by which a word finds a name: what is marked, by which rule, and what must not match.

Each row of `FINDS` asks a model of one enterprise. The marked letters stand in square brackets.
"""

import pytest

from tests.search.marked import Told, asked, indexed, marked, of_names, told
from tests.search.models import model

MAZ = "Минский автомобильный завод"
FRIDGES = "Минский завод холодильников «Атлант»"
SHIFT = "Объединение «Минск» и другие цеха"

FINDS = [
    # Initials
    ("маз", "initials", "[М]инский [а]втомобильный [з]авод", "the first letters of all words"),
    ("^маз", "initials", "[М]инский [а]втомобильный [з]авод", "they begin the name"),
    ("'маз", "initials", "[М]инский [а]втомобильный [з]авод", "they are exact letters"),
    ("maz", "initials", "[М]инский [а]втомобильный [з]авод", "romanised"),
    ("vfp", "initials", "[М]инский [а]втомобильный [з]авод", "on the other layout"),
    ("мтз", "initials", "ОАО [М]инский [т]ракторный [з]авод", "without the legal form"),
    ("омтз", "", "ОАО Минский тракторный завод", "a legal form gives its letters O, A, O or none"),
    ("зпрш", "initials", "[З]авод [п]о [р]емонту [ш]ин", "with the preposition"),
    ("зрш", "initials", "[З]авод по [р]емонту [ш]ин", "without it"),
    ("мзх", "initials", "[М]инский [з]авод [х]олодильников «Атлант»", "outside of the quotation marks"),
    ("мзха", "initials", "[М]инский [з]авод [х]олодильников «[А]тлант»", "all words are taken as well"),
    ("мнпз", "initials", "[М]озырский [НПЗ]", "an abbreviation counts with all letters"),
    ("mnpz", "initials", "[М]озырский [НПЗ]", "the same romanised"),
    ("мн", "", "Мозырский НПЗ", "two letters are too few"),
    ("мнп", "", "Мозырский НПЗ", "initials are typed to their end"),
    ("мазы", "", MAZ, "initials have no forms"),
    ("кзл", "", "Кузнецкий завод имени Ленина", "no word is skipped but forms and prepositions"),
    # The other layout
    ("мог.", "prefix", "[Мог]илёв", "a dot behind a word is taken for a dot as well"),
    ("vjuилев", "prefix", "[Могилёв]лифтмаш", "the first half typed on the other layout"),
    ("могиktd", "prefix", "[Могилев]ский", "the second half typed on the other layout"),
    ("могиktd", "form", "[Могил]а", "могилев may also be on the way to могилевый"),
    # Clipped compounds
    ("мехзавод", "clipped", "[Мех]анический [завод]", "the beginning of one word and the whole of the next"),
    ("мехзавод", "clipped", "[Завод] [мех]анический", "in the other order"),
    ("мехзавод", "clipped", "[Мех]анический ремонтный [завод]", "with a word between"),
    ("мехзавода", "clipped", "[Мех]анический [завод]", "in another case"),
    ("vt[pfdjl", "clipped", "[Мех]анический [завод]", "on the other layout"),
    ("мзавод", "", "Механический завод", "one letter begins too many words"),
    ("мехзав", "", "Механический завод", "the second word is whole"),
    ("'мехзавод", "", "Механический завод", "to the letter there is no such word"),
    ("^мехзавод", "", "Механический завод", "nor does a name begin with it"),
    ("заводзавод", "", "Механический завод", "the two are different words"),
    # Several words typed as one
    ("минскидругие", "exact", "Объединение «[Минск]» [и] [другие] цеха", "three words, over quotation marks"),
    ("минскидр", "prefix", "Объединение «[Минск]» [и] [др]угие цеха", "half typed"),
    ("минскидругиецеха", "exact", "Объединение «[Минск]» [и] [другие] [цеха]", "four words"),
    ("объединениеминскидругиецеха", "", SHIFT, "five are no longer tried"),
    ("минскцеха", "clipped", "Объединение «[Минск]» и другие [цеха]", "two that stand apart are a clipped compound"),
    ("инскидругие", "", SHIFT, "they are not searched inside"),
    # By ear, in either script
    ("Mahilioŭ", "exact", "[Могилёв]", "Belarusian in Łacinka"),
    ("kerameen", "exact", "[Керамин]", "as an Englishman hears it"),
    ("коффи", "exact", "[Coffee] Trade", "an English word in Russian letters"),
    ("ыыыыы", "", "Станки и машины", "a letter that is held down is not heard as и"),
    ("кир", "", "Керамин", "three letters sound like too much"),
    ("'kerameen", "", "Керамин", "to the letter nothing is heard"),
    # In the other script
    ("мтс", "", "MTZ", "тс is one sound, tz two letters"),
    ("мтз", "exact", "[MTZ]", "letter by letter"),
    ("герц", "exact", "[Hertz]", "but one sound at the end of a name"),
    ("царь", "exact", "[Tzar]", "and before a vowel"),
    ("polimr", "slips", "[Полим]е[р]", "an error beside it from six letters on"),
    ("vitaz", "", "Витязи", "not in fewer"),
    ("росатом", "", "Rostov", "nor in a short stem"),
    # Numbers
    ("№558", "exact", "[558] АРЗ", "№ is no letter"),
    ("№ 558", "exact", "Завод № [558]", "№ with a space"),
    ("N558", "form", "[558] АРЗ", "N stands for №"),
    ("558", "form", "N[558]", "also in the name"),
    ("558-го", "form", "[558] АРЗ", "an ending behind digits"),
    ("558th", "form", "[558] АРЗ", "an English one"),
    ("140-му", "form", "[140]-й ремонтный завод", "another ending than the name's"),
    ("82.1", "exact", "МТЗ-[82.1]", "a decimal is one word"),
    ("82", "prefix", "МТЗ-[82].1", "or begins it"),
    ("мтз82.1", "exact", "[МТЗ]-[82.1]", "without the hyphen"),
    ("82.1-го", "form", "МТЗ-[82.1]", "with an ending"),
    ("82.1", "prefix", "[82.1]0", "the beginning of a longer one"),
    ("821", "", "МТЗ-82.1", "without its mark it is another number"),
    ("10", "exact", "31.[10].2025", "a date is three numbers"),
    ("40-ка", "form", "[40] лет", "a spoken ending"),
    ("трактор12", "", "Трактор13", "a digit is never a typing error"),
    ("тректор13", "slips", "[Тр]а[ктор13]", "beside the right digits a letter may be"),
    ("тректор13", "slips", "[Тр]а[ктор13]-5", "in the beginning of a word, too"),
    ("022", "", "Завод 2022", "digits are not searched inside a number"),
    ("202", "inside", "Завод-Х[202]2", "but behind letters"),
    ("559-го", "", "558 АРЗ", "a digit is never a typing error"),
    ("58-го", "", "558 АРЗ", "nor left out"),
    # Endings
    ("минског", "form", "[Минск]ий", "an ending that is not typed to its end"),
    ("моторног", "form", "[Моторн]ый", "another"),
    ("мебельн", "form", "[Мебель]", "the adjective of a noun, half typed"),
    ("моторнфг", "", "Моторный", "фг begins no ending"),
    ("борца", "form", "Красный [бор]е[ц]", "a vowel that flees"),
    ("станкам", "form", "[Стан]о[к]", "another"),
    ("чулочный", "form", "[Чуло]к", "in an adjective"),
    ("боец", "", "Красный борец", "only the vowel may flee"),
    ("московский", "form", "[Москв]а", "the adjective of a place"),
    ("гомельская", "form", "[Гомель]", "of one that ends softly"),
    ("российские", "form", "[Росси]я", "of a country"),
    ("самара", "form", "[Самар]ский завод", "the place of an adjective"),
    ("минский", "", "Пинск", "another place"),
    # Typing errors
    ("аитязь", "slips", "В[итязь]", "the first letter from the next key"),
    ("юрест", "slips", "Б[рест]", "in a short word too"),
    ("цитязь", "", "Витязь", "a key far away"),
    ("битан", "", "Титан", "the same where the name stands next in the alphabet"),
    ("аитяз", "", "Витязь", "with another error"),
    ("братское", "form", "[Братск]", "another form"),
    ("брасткое", "slips", "[Бра]т[ск]", "one error in a short stem"),
    ("брестское", "", "Братск", "two in a short stem"),
    ("могылевлефтмаш", "slips", "[Мог]и[лёвл]и[фтмаш]", "two errors in a long word, where ё is е"),
]


@pytest.mark.parametrize(("query", "rule", "name", "why"), FINDS, ids=[f"{row[0]} {row[3]}" for row in FINDS])
def test_by_which_rule_a_name_is_found_and_what_is_marked(query: str, rule: str, name: str, why: str) -> None:
    rows = told(of_names(name.replace("[", "").replace("]", "")), query)
    assert rows == ([(0, [Told(name, rule, "enterprise")])] if rule else []), why


ORDER = [
    ("маз", ["Минский автомобильный завод", "МАЗ", "Маз-Купава", "Камаз"], [1, 2, 0, 3], "initials before insides"),
    ("завод", ["Заводской", "Завод", "Автозавод", "Заводы"], [1, 0, 3, 2], "beginnings before forms before insides"),
    ("мехзавод", ["Механический завод", "Мехзавод"], [1], "a compound is cut only where no word has it"),
    ("витязь", ["Аитязь", "Витязь"], [1, 0], "typing errors last"),
    ("kerameen", ["Керамин", "Kerameen"], [1], "what is heard is asked only where nothing is read"),
    ("558", ["N558", "558 АРЗ", "5580"], [1, 2, 0], "the number itself first"),
    ("москва", ["Московский", "Москва", "Москвы"], [1, 2, 0], "the noun's forms before its adjectives"),
]


@pytest.mark.parametrize(("query", "names", "rows", "why"), ORDER, ids=[row[3] for row in ORDER])
def test_the_order_of_rules(query: str, names: list[str], rows: list[int], why: str) -> None:
    assert asked(of_names(*names), query).window(0, 9) == rows, why


LEFT_OUT = [
    ("ОАО «Гомсельмаш»", [0], ["ОАО"], "a legal form that the name has not"),
    ("Гомсельмаш, ОАО", [0], ["ОАО"], "behind the name"),
    ("OAO Gomselmash", [0], ["OAO"], "in Latin letters"),
    ("jfj ujvctkmvfi", [0], ["jfj"], "on the other layout"),
    ("в Гомсельмаше", [0], ["в"], "a preposition"),
    ("с Гомсельмашем от", [0], ["от", "с"], "nor a last one, unless a name begins so"),
    ("с Гомсельмашем в", [2], ["с"], "as one does here"),
    ("оао витязь", [1], [], "a name that has the form is asked for it"),
    ("ооо витязь", [1], ["ооо"], "the other form is left out"),
    ("витязь на гомсельмаше", [2], ["на"], "a preposition between words"),
    ("Открытое акционерное общество Гомсельмаш", [0], ["Открытое", "акционерное", "общество"], "a form spelled out"),
    ("Гомсельмаш, открытого акционерного общества", [0], ["открытого", "акционерного", "общества"], "in another case"),
    ("joint stock company Gomselmash", [0], ["joint", "stock", "company"], "in English"),
    ("общество Гомсельмаш", [], [], "but no single word of it"),
    ("г. Гомсельмаш", [0], ["г."], "what stands before a place"),
    ("Гомсельмаш обл.", [0], ["обл."], "and behind it"),
    ("Гомсельмаш вобласць", [0], ["вобласць"], "in Belarusian"),
    ("г Витязь", [2], [], "г without its dot is a word"),
    ("не Гомсельмаш", [0], ["не"], "a particle"),
    ("what does Gomselmash say", [0], ["say", "what", "does"], "a question"),
    ("что сказал Гомсельмаш", [0], ["сказал", "что"], "in Russian"),
    ("оао", [1], [], "alone it is a word"),
    ("в", [1, 2], [], "alone it begins words"),
    ("!оао", [0, 2], [], "left out of the list, not of the query"),
    ("'ооо витязь", [], [], "to the letter it is wanted"),
    ("завод витязь", [], [], "any other word counts"),
]
SPARE = of_names("Гомсельмаш", "ОАО Витязь", "Витязь Гомсельмаш")


@pytest.mark.parametrize(("query", "rows", "left_out", "why"), LEFT_OUT, ids=[row[0] for row in LEFT_OUT])
def test_legal_forms_and_prepositions_are_left_out(query: str, rows: list[int], left_out: list[str], why: str) -> None:
    result = asked(SPARE, query)
    assert (result.window(0, 9)[: len(rows) or 9], [term.typed.strip(",") for term in result.left_out]) == (
        rows,
        left_out,
    ), why


SEVERAL = [
    ("rhfcysq p", ["[Красный] завод", "Красный [з]авод"], "one letter behind a word on the other layout is on it too"),
    ("rhfcysq z", [], "z would be я"),
    ("rhfcysq [", ["[Красный] завод"], "х is on a key of punctuation; as no word begins so, it is none"),
    ("красный [", ["[Красный] завод"], "behind a word as it is meant, punctuation is left out"),
    ("красный — завод", ["[Красный] завод", "Красный [завод]"], "a dash between words"),
    ("красный , завод", ["[Красный] завод", "Красный [завод]"], "a comma between words"),
    ("— красный", ["[Красный] завод"], "a dash before a word"),
    ("крас зный", [], "two neighbours that are no word"),
    ("завода красного", ["Красный [завод]", "[Красн]ый завод"], "words in any order and form"),
]


@pytest.mark.parametrize(("query", "names", "why"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_words(query: str, names: list[str], why: str) -> None:
    result = asked(of_names("Красный завод"), query)
    assert [marked(match) for match in (result.matches(0) if len(result) else ())] == names, why


def test_a_digit_behind_a_word_on_the_other_layout_is_a_digit() -> None:
    assert asked(of_names("Красный завод 5"), "rhfcysq 5").window(0, 9) == [0]


EXCLUDED = [
    ("!экран", [1, 2, 3], "the word itself"),
    ("!экранов", [1, 2, 3], "another form"),
    ("!экра", [1, 2, 3], "its beginning"),
    ("!ран", [0, 1, 2, 3], "not its inside: who leaves МАЗ out wants to keep КАМАЗ"),
    ("!экрон", [0, 1, 2, 3], "an error is not forgiven, or too much would be left out"),
    ("!'rhfy", [0, 2, 3], "to the letter"),
    ("!vfp", [0, 1, 2], "what matches as typed is left out, not its reading on the other layout"),
    ("!rhfy", [0, 2, 3], "as typed, even where other readings match as well"),
    ("!мехэкран", [0, 1, 2, 3], "a clipped compound is not tried"),
]


@pytest.mark.parametrize(("query", "rows", "why"), EXCLUDED, ids=[row[0] for row in EXCLUDED])
def test_an_exclusion_is_read_directly(query: str, rows: list[int], why: str) -> None:
    assert asked(of_names("Экран", "Rhfy", "Маз", "Vfp"), query).window(0, 9) == rows, why


def test_an_exclusion_that_matches_nothing_as_typed_is_read_on_the_other_layout() -> None:
    assert asked(of_names("Экран", "Маз"), "!vfp").window(0, 9) == [0]


NEIGHBOURS = [
    ("бел аз", ["[БелАЗ]"], "two neighbours are one word"),
    ("бел аз карьер", ["[БелАЗ]", "[Карьер]ный"], "with a third word"),
    ("карьер бел аз", ["[Карьер]ный", "[БелАЗ]"], "behind another"),
    ("аз бел", [], "in this order only"),
    ("бел s:аз", [], "in one scope only"),
    ("'бел аз", [], "without operators only"),
    ("бел карьер аз", [], "neighbours only"),
]


@pytest.mark.parametrize(("query", "names", "why"), NEIGHBOURS, ids=[row[0] for row in NEIGHBOURS])
def test_two_neighbours_may_be_one_word(query: str, names: list[str], why: str) -> None:
    result = asked(of_names("Карьерный|БелАЗ"), query)
    assert [marked(match) for match in (result.matches(0) if len(result) else ())] == names, why


def test_neighbours_are_read_as_one_word_only_where_nothing_has_both() -> None:
    assert asked(of_names("БелАЗ", "Белый азот"), "бел аз").window(0, 9) == [1]


INITIALS = [
    ("Громов С.Б.", [0], "the first of the initials is that of the name"),
    ("С.Б. Громов", [0], "before the name"),
    ("Громов Б.С.", [1], "another's"),
    ("Громов В.А.", [], "nobody's"),
    ("громов б.с.", [1], "in small letters"),
    ("С. Громов", [0], "one initial that would be a preposition"),
]


@pytest.mark.parametrize(("query", "rows", "why"), INITIALS, ids=[row[0] for row in INITIALS])
def test_of_initials_the_first_counts(query: str, rows: list[int], why: str) -> None:
    assert asked(of_names("Степан Громов", "Борис Громов", "Анна Петрова"), query).window(0, 9) == rows, why


PARTED = [
    ("экран/маз", [0, 1], "a stroke between words"),
    ("экран(маз)", [0, 1], "brackets"),
    ("маз-экран", [0, 1], "a hyphen that no name has"),
    ("горки-на-днепре", [2], "a name that has the hyphens is found whole"),
    ("экран-и-маз", [0, 1], "with a conjunction between"),
    ("экран/ маз", [0, 1], "a sign at the end parts nothing"),
    ("горки/маз", [], "all parts are wanted"),
    ("s:экран/маз", [], "in the scope of the word"),
    ("!экран/маз", [0, 1, 2, 3], "not of a word left out"),
    ("'экран/маз", [], "nor to the letter"),
    ("экран'маз", [], "an apostrophe parts nothing"),
    ("j,]`v", [], "signs that are letters on the other layout, between single letters"),
]


@pytest.mark.parametrize(("query", "rows", "why"), PARTED, ids=[row[0] for row in PARTED])
def test_a_word_with_signs_inside_is_taken_apart_where_it_is_not_found(query: str, rows: list[int], why: str) -> None:
    index = of_names("Экран|Белый маз", "Маз|Новый экран", "Горки-на-Днепре", "Jura Vega")
    assert asked(index, query).window(0, 9) == rows, why


def test_neighbours_in_a_pasted_text_are_not_tried() -> None:
    index = of_names("БелАЗ")
    assert len(asked(index, "бел аз" + " белаз" * 10)) == 1
    assert len(asked(index, "бел аз" + " белаз" * 11)) == 0


def test_a_word_without_end_is_not_looked_up() -> None:
    index = of_names("а" * 300)
    assert (len(asked(index, "а" * 250)), len(asked(index, "а" * 251)), len(asked(index, "!" + "а" * 251))) == (1, 0, 1)


def test_an_exclusion_counts_as_matched_only_where_its_operator_and_scope_hold() -> None:
    assert asked(of_names("Кран", "Маз Rhfy|Кран", "Маз"), "!^rhfy").window(0, 9) == [2]
    sectors = indexed(model([("Кран", "Маз"), ("Маз", "Rhfy")]))
    assert asked(sectors, "e:!rhfy").window(0, 9) == [1]
    assert asked(sectors, "s:!rhfy").window(0, 9) == [0]
