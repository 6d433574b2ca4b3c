"""A Russian name put into the nominative, by its endings. A guess: whoever checks the draft sees it."""

import re

from tuiapp.fold import sound

_GENDERS = (("фабрик", "ая", "а"), ("верф", "ая", "ь"), ("объединени", "ое", "е"), ("компани", "ая", "я"),
            ("корпораци", "ая", "я"))  # fmt: skip
_WORKS = "завод|комбинат|фабрик|верф|объединени|компани[яиюе]|корпораци[яиюе]|холдинг|концерн"
_NOUN = re.compile(r"^(.*?(?:завод|комбинат|холдинг|концерн))(?:а|у|ом|е)?$")
_WHOLE = {"авто": "автомобильного", "маш": "машиностроительного", "авторем": "авторемонтного"}
_SHORTENED = re.compile(rf"(?<!\w)({'|'.join(_WHOLE)})(завод(?:а|у|ом|е)?)(?!\w)")
"""Plants whose trade is sewn to them: Минский автозавод is the Минский автомобильный завод."""
_ADJECTIVE = re.compile(r"^(.+?)(ий|ый|ой|ого|его|ому|ему|им|ым|ом|ем|ая|яя|ую|юю|ое|ее)$")


def works_called(name: str) -> str:
    """The nominative of a plant: `Минского моторного завода` is Минский моторный завод."""
    words = _SHORTENED.sub(lambda found: f"{_WHOLE[found[1]]} {found[2]}", name).split()
    at = next((n for n, word in enumerate(words) if re.search(_WORKS, word)), None)
    if at is None:
        return name
    adjective, noun = "", _NOUN.sub(r"\1", words[at])
    for stem, adjectival, ending in _GENDERS:
        if words[at].startswith(stem):
            adjective, noun = adjectival, stem + ending
    return " ".join([*(_agreed(word, adjective) for word in words[:at]), noun, *words[at + 1 :]])


def _agreed(word: str, ending: str) -> str:
    form = _ADJECTIVE.match(word)
    if not form or word in ("производственное", "Минск"):
        return word
    if ending:
        return form[1] + ending
    soft = form[1][-1] in "кгхжшщч" or form[2] in ("его", "ему", "яя", "юю", "ее", "ем")
    return form[1] + ("ий" if soft else "ый")


def singular(adjectives: str) -> str:
    """Adjectives of several things, of one: `автомобильные` is автомобильный."""
    return re.sub(r"(?:ыми|ые|ых|ым)\b", "ый", re.sub(r"(?<=[кгхжшщч])(?:ими|ие|их|им)\b", "ий", adjectives))


# Given names, for what tells a person from a place and a nominative from a genitive.
_MEN = """
    Александр Алексей Анатолий Андрей Антон Аркадий Артак Артем Артём Артур Богдан Борис Вадим Валентин Валерий
    Василий Виктор Виталий Владимир Владислав Всеволод Вячеслав Геннадий Георгий Герман Глеб Григорий Давид Даниил
    Данила Денис Дмитрий Евгений Егор Иван Игорь Ильдар Илья Кирилл Константин Леонид Максим Марат Михаил Никита
    Николай Олег Павел Петр Пётр Равиль Радий Рамиль Ринат Роман Руслан Рустам Рустэм Сергей Станислав Степан Тимур
    Федор Фёдор Франц Эдуард Юрий Юлий Ян Яков Ярослав Касым-Жомарт Нурлан Шавкат Садыр Ильхам Никол
"""
_WOMEN = """
    Александра Алена Алина Алла Анастасия Анжелика Анна Валентина Валерия Вера Виктория Галина Дарья Диана Евгения
    Екатерина Елена Жанна Зинаида Инна Ирина Карина Кристина Ксения Лариса Лидия Лилия Любовь Людмила Маргарита
    Марина Мария Надежда Наталия Наталья Нина Оксана Ольга Полина Раиса Светлана София Софья Тамара Татьяна Ульяна
    Юлия Яна
"""


def _masculine(name: str) -> tuple[str, ...]:
    if name[-1] in "йь":
        return (name, *(name[:-1] + end for end in ("я", "ю", "ем", "е")))
    if name[-1] in "ая":
        return _feminine(name)
    stem = "Павл" if name == "Павел" else "Петр" if name in ("Петр", "Пётр") else name
    return (name, *(stem + end for end in ("а", "у", "ом", "е")))


def _feminine(name: str) -> tuple[str, ...]:
    if name[-1] == "ь":
        return name, name[:-1] + "и", name + "ю"
    ends = ("и", "ю", "ей", "е") if name[-1] == "я" else ("ы", "и", "у", "ой", "е")
    return (name, *(name[:-1] + end for end in ends))


ROMAN_NAMES = frozenset({"aleksander", *(sound(name.lower()) for name in (*_MEN.split(), *_WOMEN.split()))})
"""How given names sound, for those in Latin letters."""
GIVEN: dict[str, tuple[str, bool]] = {
    **{form: (name, False) for name in reversed(_WOMEN.split()) for form in _feminine(name)},
    **{form: (name, True) for name in reversed(_MEN.split()) for form in _masculine(name)},
}
"""Every form of a given name: its nominative, and whether it is a man's. Александра is taken for a man's genitive."""

_MAN = (
    (re.compile(r"(.+[сц]к)(?:ого|ому|им|ом)$"), r"\1ий"),
    (re.compile(r"(.+(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е)$"), r"\1"),
    (re.compile(r"(.+ь?[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е)$"), r"\1"),
    (re.compile(r"(.+)(?:я|ю|ем)$"), r"\1й"),
)
_WOMAN = ((re.compile(r"(.+[сц]к)(?:ой|ую)$"), r"\1ая"), (re.compile(r"(.+(?:ов|ев|ёв|ин|ын))(?:ой|у)$"), r"\1а"))


_INSTRUMENTAL = re.compile(r"(\w+[бвгдзклмнпрстфхш])ом (\w+(?:ов|ев|ёв|ин|ын))ым")
"""With Аскаром Маминым: so plain a case that no table of names is needed."""


def person_called(given: str, surname: str, *, woman: bool = False) -> str:
    """The nominative of a person's name, given name first."""
    if given not in GIVEN and (both := _INSTRUMENTAL.fullmatch(f"{given} {surname}")):
        return f"{both[1]} {both[2]}"
    name, man = GIVEN.get(given, (given, True))
    if man and given == name:
        return f"{given} {surname}"
    if woman and given in _WOMEN.split():
        return f"{given} {surname}"
    for pattern, instead in _MAN if man else _WOMAN:
        if pattern.match(surname):
            return f"{name} {pattern.sub(instead, surname)}"
    return f"{name} {surname}"
