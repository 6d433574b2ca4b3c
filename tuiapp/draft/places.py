"""The table of regions that cooperate, by the beginnings of their names, and where a sentence has them."""

import re
from typing import NamedTuple

from tuiapp.draft.sentences import Span
from tuiapp.model import Localised, Region


class Place(NamedTuple):
    """A row: how a region is called; it is part of `within`."""

    id: str
    pattern: str
    ru: str
    en: str
    within: str | None = None

    @property
    def region(self) -> Region:
        return Region(name=Localised(ru=self.ru, en=self.en), within=self.within)


def _oblast(name: str, stem: str, ru: str, en: str, within: str, other: str = "") -> Place:
    # The region by its adjective, its town by the noun: who speaks of Самара means the region's industry.
    # Minsk and Moscow are towns, unless they are called a region.
    english = re.sub(" region$", " (?i:region|oblast)", en)
    pattern = rf"{stem}(?:ий|ого|ому|ом|ая|ой|ую|ие|их|им|ими|ое)\b|{other or '(?!)'}|{english}\b"
    return Place(name, pattern, ru, en, within)


_RUSSIA = """
amur Амурск Амурская_область Amur Благовещенск\\w*
arkhangelsk Архангельск Архангельская_область Arkhangelsk Архангельск\\w{0,2}\\b
astrakhan Астраханск Астраханская_область Astrakhan Астрахан\\w+
belgorod Белгородск Белгородская_область Belgorod Белгород\\w{0,2}\\b
bryansk Брянск Брянская_область Bryansk Брянск\\w{0,1}\\b
vladimir Владимирск Владимирская_область Vladimir (?!)
volgograd Волгоградск Волгоградская_область Volgograd Волгоград\\w{0,2}\\b
vologda Вологодск Вологодская_область Vologda Вологд\\w+
voronezh Воронежск Воронежская_область Voronezh Воронеж\\w{0,2}\\b
ivanovo Ивановск Ивановская_область Ivanovo Иваново\\b
irkutsk Иркутск Иркутская_область Irkutsk Иркутск\\w{0,1}\\b
kaliningrad Калининградск Калининградская_область Kaliningrad Калининград\\w{0,2}\\b
kaluga Калужск Калужская_область Kaluga Калуг\\w+
kemerovo Кемеровск|Кузбасс Кемеровская_область Kemerovo Кузбасс\\w*
kirov Кировск Кировская_область Kirov (?!)
kostroma Костромск Костромская_область Kostroma Костром\\w{1,2}\\b
kursk Курск Курская_область Kursk Курск\\w{0,1}\\b
leningrad Ленинградск Ленинградская_область Leningrad (?!)
lipetsk Липецк Липецкая_область Lipetsk Липецк\\w{0,1}\\b
moscow-region Подмосковн Московская_область Moscow_region Подмосковь\\w+|Московск\\w+\\sобласт\\w+
murmansk Мурманск Мурманская_область Murmansk Мурманск\\w{0,1}\\b
nizhny-novgorod Нижегородск Нижегородская_область Nizhny_Novgorod_region Нижн\\w+\\sНовгород\\w*|Nizhny\\sNovgorod
novgorod Новгородск Новгородская_область Veliky_Novgorod Велик\\w+\\sНовгород\\w*
novosibirsk Новосибирск Новосибирская_область Novosibirsk Новосибирск\\w{0,1}\\b
omsk Омск Омская_область Omsk Омск\\w{0,1}\\b
orenburg Оренбургск|Оренбурж Оренбургская_область Orenburg Оренбург\\w{0,2}\\b
oryol Орловск Орловская_область Oryol (?!)
penza Пензенск Пензенская_область Penza Пенз\\w{1,2}\\b
pskov Псковск Псковская_область Pskov Псков\\w{0,2}\\b
rostov Ростовск Ростовская_область Rostov Ростов\\w{0,2}\\b
ryazan Рязанск Рязанская_область Ryazan Рязан\\w+
samara Самарск Самарская_область Samara Самар\\w{1,2}\\b
saratov Саратовск Саратовская_область Saratov Саратов\\w{0,2}\\b
sakhalin Сахалинск Сахалинская_область Sakhalin Сахалин\\w{0,2}\\b
sverdlovsk Свердловск Свердловская_область Sverdlovsk Екатеринбург\\w*|Yekaterinburg
smolensk Смоленск Смоленская_область Smolensk Смоленск\\w{0,1}\\b
tambov Тамбовск Тамбовская_область Tambov Тамбов\\w{0,2}\\b
tver Тверск Тверская_область Tver Твер\\w{1,2}\\b
tomsk Томск Томская_область Tomsk Томск\\w{0,1}\\b
tula Тульск Тульская_область Tula Тул[аеуы]\\b
tyumen Тюменск Тюменская_область Tyumen Тюмен\\w+
ulyanovsk Ульяновск Ульяновская_область Ulyanovsk Ульяновск\\w{0,1}\\b
chelyabinsk Челябинск Челябинская_область Chelyabinsk Челябинск\\w{0,1}\\b
yaroslavl Ярославск Ярославская_область Yaroslavl Ярославл\\w+
altai Алтайск Алтайский_край Altai Барнаул\\w*
krasnodar Краснодарск Краснодарский_край Krasnodar Кубан\\w+|Краснодар\\w{0,2}\\b
krasnoyarsk Красноярск Красноярский_край Krasnoyarsk Красноярск\\w{0,1}\\b
perm Пермск Пермский_край Perm Перм\\w{1,2}\\b
primorye Приморск Приморский_край Primorye Приморь\\w+|Владивосток\\w*
stavropol Ставропольск Ставропольский_край Stavropol Ставропол\\w+
khabarovsk Хабаровск Хабаровский_край Khabarovsk Хабаровск\\w{0,1}\\b
tatarstan Татарстанск|Татарск Татарстан Tatarstan Татарстан\\w*|Казан[иь]\\w{0,2}\\b|Kazan\\b|Елабуг\\w+
bashkortostan Башкирск|Башкортостанск Башкортостан Bashkortostan Башкортостан\\w*|Башкири\\w+
chuvashia Чувашск Чувашия Chuvashia Чуваши\\w+
mordovia Мордовск Мордовия Mordovia Мордови\\w+
udmurtia Удмуртск Удмуртия Udmurtia Удмурти\\w+
karelia Карельск Карелия Karelia Карели\\w+
komi Коми Коми Komi Республик\\w+\\sКоми
dagestan Дагестанск Дагестан Dagestan Дагестан\\w*
chechnya Чеченск Чечня Chechnya Чечн\\w+
crimea Крымск Крым Crimea Крым\\w{0,2}\\b
yakutia Якутск Якутия Yakutia Якути\\w+
buryatia Бурятск Бурятия Buryatia Буряти\\w+
spb Петербургск|Санкт-Петербургск Санкт-Петербург Saint_Petersburg Санкт-Петербург\\w*|Петербург\\w*|St\\.\\sPetersburg
moscow Московск Москва Moscow Москв\\w+
"""
_BELARUS = """
brest-region Брестск Брестская_область Brest Брест\\w{0,2}\\b|Барановичск\\w+|Барановичи\\b
vitebsk-region Витебск Витебская_область Vitebsk Витебск\\w{0,1}\\b|Орш[аеу]\\b|Новополоцк\\w*
gomel-region Гомельск Гомельская_область Gomel Гомел\\w+|Жлобин\\w*|Мозыр\\w+
grodno-region Гродненск Гродненская_область Grodno Гродно\\b
minsk-region (?!) Минская_область Minsk_region Жодино\\b|Борисов\\w{0,2}\\b|Солигорск\\w*|Минск\\w+\\sобласт\\w+
mogilev-region Могилевск|Могилёвск Могилёвская_область Mogilev Могил[её]в\\w{0,2}\\b|Бобруйск\\w*
minsk Минск Минск Minsk Минск\\w{0,2}\\b
"""
_COUNTRIES = [
    Place("belarus", r"Беларус[ьи]\w{0,2}\b|Белорусси\w+|[Бб]елорус\w+|РБ\b|Belarus\w*", "Беларусь", "Belarus"),
    Place("russia", r"Росси[ияею]\w?\b|[Рр]оссийск\w+|РФ\b|Russia\w*", "Россия", "Russia"),
    Place("kazakhstan", r"Казахстан\w*|[Кк]азахстанск\w+|Kazakh\w*", "Казахстан", "Kazakhstan"),
    Place("china", r"Кита[йяею]\w?\b|[Кк]итайск\w+|КНР\b|China|Chinese", "Китай", "China"),
    Place("uzbekistan", r"Узбекистан\w*|[Уу]збекск\w+|Uzbek\w*", "Узбекистан", "Uzbekistan"),
    Place("kyrgyzstan", r"Кыргызстан\w*|Киргизи\w+|Kyrgyz\w*", "Кыргызстан", "Kyrgyzstan"),
    Place("armenia", r"Армени\w+|[Аа]рмянск\w+|Armenia\w*", "Армения", "Armenia"),
    Place("azerbaijan", r"Азербайджан\w*|Azerbaijan\w*", "Азербайджан", "Azerbaijan"),
    Place("mongolia", r"Монголи\w+|Mongolia\w*", "Монголия", "Mongolia"),
]


_FURTHER = """
india Индия India Инди[ияею]\\w?\\b|[Ии]ндийск\\w+|Indian?\\b
turkey Турция Turkey Турци\\w+|[Тт]урецк\\w+|Turkey\\b|Turkish\\b|T[uü]rkiye
britain Великобритания Britain (?:Великоб|Б)ритани\\w+|[Бб]ританск\\w+|Brit(?:ain|ish)\\b|United\\sKingdom|UK\\b
usa США United_States США\\b|[Аа]мериканск\\w+|United\\sStates|USA?\\b|U\\.S\\.|American\\b
germany Германия Germany Германи\\w+|ФРГ\\b|[Гг]ерманск\\w+|[Нн]емецк\\w+|Germany?\\b
france Франция France Франци\\w+|[Фф]ранцузск\\w+|France\\b|French\\b
italy Италия Italy Итали\\w+|[Ии]тальянск\\w+|Italy\\b|Italian\\b
spain Испания Spain Испани\\w+|[Ии]спанск\\w+|Spain\\b|Spanish\\b
poland Польша Poland Польш\\w+|[Пп]ольск\\w+|Poland\\b|Polish\\b
czechia Чехия Czechia Чехи\\w+|[Чч]ешск\\w+|Czech\\w*
slovakia Словакия Slovakia Словаки\\w+|[Сс]ловацк\\w+|Slovakia\\w*
hungary Венгрия Hungary Венгри\\w+|[Вв]енгерск\\w+|Hungar\\w+
serbia Сербия Serbia Серби\\w+|[Сс]ербск\\w+|Serbia\\w*
bulgaria Болгария Bulgaria Болгари\\w+|[Бб]олгарск\\w+|Bulgaria\\w*
romania Румыния Romania Румыни\\w+|[Рр]умынск\\w+|Romania\\w*
austria Австрия Austria Австри[ияею]\\w?\\b|[Аа]встрийск\\w+|Austrian?\\b
switzerland Швейцария Switzerland Швейцари\\w+|[Шш]вейцарск\\w+|Switzerland\\b|Swiss\\b
finland Финляндия Finland Финлянди\\w+|[Фф]инск\\w+|Finland\\b|Finnish\\b
sweden Швеция Sweden Швеци\\w+|[Шш]ведск\\w+|Sweden\\b|Swedish\\b
lithuania Литва Lithuania Литв\\w{1,2}\\b|[Лл]итовск\\w+|Lithuania\\w*
latvia Латвия Latvia Латви\\w+|[Лл]атвийск\\w+|Latvia\\w*
ukraine Украина Ukraine Украин\\w+|[Уу]краинск\\w+|Ukrain\\w+
moldova Молдавия Moldova Молдави\\w+|Молдов\\w+|[Мм]олдавск\\w+|Moldova\\w*
georgia Грузия Georgia Грузи[ияею]\\w?\\b|[Гг]рузинск\\w+|Georgian?\\b
tajikistan Таджикистан Tajikistan Таджикистан\\w*|[Тт]аджикск\\w+|Tajik\\w*
turkmenistan Туркменистан Turkmenistan Туркменистан\\w*|Туркмени\\w+|[Тт]уркменск\\w+|Turkmen\\w*
iran Иран Iran Иран\\w{0,2}\\b|[Ии]ранск\\w+|Iran\\b|Iranian\\b
uae ОАЭ United_Arab_Emirates ОАЭ\\b|Эмират\\w*|UAE\\b|(?:United\\sArab\\s)?Emirates\\b
saudi-arabia Саудовская_Аравия Saudi_Arabia Саудовск\\w+\\sАрави\\w+|[Сс]аудовск\\w+|Saudi(?:\\sArabia)?\\b
egypt Египет Egypt Египет\\w*|Египт\\w+|[Ее]гипетск\\w+|Egypt\\w*
algeria Алжир Algeria Алжир\\w{0,2}\\b|[Аа]лжирск\\w+|Algeria\\w*
zimbabwe Зимбабве Zimbabwe Зимбабв\\w+|[Зз]имбабвийск\\w+|Zimbabw\\w+
south-africa ЮАР South_Africa ЮАР\\b|[Юю]жноафриканск\\w+|South\\sAfrican?\\b
pakistan Пакистан Pakistan Пакистан\\w*|[Пп]акистанск\\w+|Pakistan\\w*
vietnam Вьетнам Vietnam Вьетнам\\w*|[Вв]ьетнамск\\w+|Vietnam\\w*
indonesia Индонезия Indonesia Индонези\\w+|[Ии]ндонезийск\\w+|Indonesia\\w*
japan Япония Japan Япони\\w+|[Яя]понск\\w+|Japan\\b|Japanese\\b
south-korea Южная_Корея South_Korea Южн\\w+\\sКоре\\w+|Республик\\w+\\sКорея|[Юю]жнокорейск\\w+|South\\sKorean?\\b
brazil Бразилия Brazil Бразили\\w+|[Бб]разильск\\w+|Brazil\\w*
cuba Куба Cuba Куб[аеуы]\\b|[Кк]убинск\\w+|Cuban?\\b
"""
"""The forty further countries that news of industry names most: neighbours, buyers and makers of machines."""


def _country(line: str) -> Place:
    name, ru, en, pattern = line.split()
    return Place(name, pattern, ru.replace("_", " "), en.replace("_", " "))


def _rows(table: str, within: str) -> list[Place]:
    rows = [line.split() for line in table.split("\n") if line]
    return [
        _oblast(name, f"(?:{stem})", ru.replace("_", " "), en.replace("_", " "), within, "".join(other))
        for name, stem, ru, en, *other in rows
    ]


PLACES = [
    *_rows(_BELARUS, "belarus"),
    *_rows(_RUSSIA, "russia"),
    *_COUNTRIES,
    *map(_country, _FURTHER.split("\n")[1:-1]),
]
BY_ID = {place.id: place for place in PLACES}
_ROWS = "|".join(f"(?P<r{at}>{place.pattern})" for at, place in enumerate(PLACES))
_PLACE = re.compile(rf"\b(?=[A-ZА-ЯЁ]|белорус|[а-я]+[сц]к)(?:{_ROWS})")


class There(NamedTuple):
    """A region at a place of the text."""

    span: Span
    id: str


def places(text: str, start: int, end: int) -> list[There]:
    """The regions that `text` names from `start` to `end`, in order."""
    return [
        There(Span(*match.span()), PLACES[int(str(match.lastgroup)[1:])].id)
        for match in _PLACE.finditer(text, start, end)
    ]


def is_place(name: str) -> bool:
    """Whether a name is nothing but a region's."""
    found = _PLACE.match(name)
    return found is not None and found.end() == len(name)
