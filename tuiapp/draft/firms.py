"""The tables of how a text calls an enterprise that no model knows: by a capital or a quotation mark.

No language model: natasha takes 110 MB on disk and 200 MB of memory and calls Могилевлифтмаш a person, and a capital or
a quotation mark stood before 85 of 85 names of a first trial.
"""

import re
from typing import NamedTuple

_FORMS = """
    ОАО ПАО ЗАО ООО АО НАО СООО ИООО СЗАО УП РУП ЧУП КУП ГП ФГУП ГУП МУП ПРУП РУПП РПУП ТОО ЧТУП АПК АПХ КСУП СПК
    НК NC МПО МФПГ НПО НПП НПК НПЦ ПО ГК УК ТД КБ ПКФ OJSC JSC LLC CJSC PJSC OAO OOO ZAO PAO PLC
"""
LEGAL = tuple(_FORMS.split())
"""Legal forms and the like: they stand before a name and are no part of it."""
_LEGAL = "|".join(LEGAL)

# What stands before a name in quotation marks and says that it is an enterprise's.
_HEAD = (
    r"[Кк]омпани\w+|(?:[Аа]гро)?[Хх]олдинг\w*|[Кк]онцерн\w*|[Кк]орпораци\w+|[Пп]редприяти\w+|[Оо]бъединени\w+|"
    r"[Фф]ирм\w*|"
    r"[Зз]авод\w*|[Кк]омбинат\w*|[Фф]абрик\w*|[Пп]роизводител\w+|[Оо]бществ\w+|[Гг]рупп\w+|[Аа]втогигант\w*|"
    r"[Аа]втозавод\w*|[Рр]езидент\w*|[Зз]аказчик\w*|[Пп]оставщик\w*|[Дд]илер\w*|[Бб]анк\w*|[Тт]оргов\w+ дом\w{0,2}"
)
# What stands before it and says that something belongs to it: a person, a product, a part.
_BELONGS = (
    r"директор\w*|гендиректор\w*|председател\w+|представител\w+|специалист\w*|руководител\w+|руководств\w+|глав\w+|"
    r"продукци\w+|"
    r"площадк\w+|мощност\w+|конвейер\w*|делегаци\w+|сотрудник\w*|инженер\w*|коллег\w*|партнер\w*|партнёр\w*|цех\w*|"
    r"совет\w* директоров|правлени\w+|пресс-служб\w+|филиал\w*|производств\w+|разработк\w+|концепци\w+"
)
_LATIN = r"[A-Z][A-Za-z0-9-]*[A-Za-z0-9](?: (?:(?:and|of|&) )?[A-Z][A-Za-z0-9-]*)*"
OPEN, CLOSE = '[«“„"]', '[»”“"]'
_QUOTED = rf"{OPEN}(?P<{{0}}>[^«»“”„\"\n]{{{{2,80}}}}){CLOSE}"


class Row(NamedTuple):
    """How an enterprise is called: a pattern with the group `name`, and why that is one."""

    pattern: str
    why: str


_ADJECTIVE = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?(?:ск|цк|ов|ев|н)(?:ий|ый|ой|ого|ому|им|ым|ом|ая|ую|ое)"
_MIDDLE = r"[а-яё-]+(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее)"
_NUMBER = r"\d{1,4}-(?:й|го|му|м|ый|ого|ом)"
_MIDDLE_ANY = r"[А-ЯЁа-яё-]+(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем)"
_PLANT = (
    r"(?:[а-яё]*завод(?:а|у|ом|е)?|[а-яё]*комбинат(?:а|у|ом|е)?|фабрик(?:а|и|е|у|ой)|верф(?:ь|и|ью)|"
    r"(?:[а-яё]+ )?объединени(?:е|я|ю|ем|и)|НПЗ|ЦБК|ДОК|ГОК)"
)
_TAIL = (
    r"(?: (?:им\.|имени) [А-ЯЁ][\w.]+(?: [А-ЯЁ][\w.]+)?| [а-яё]+(?:ых|их|ого|его|ой|ей) [а-яё]+(?:ов|ев|ей|ий|ия|"
    r"ин|ки|ства|ии|а)"
    r"(?: и [а-яё]+(?:ов|ев|ей|ий|ия|ин))?| [а-яё]+(?:строения|оборудования|изделий|машин|агрегатов|шестер[её]н|"
    r"комбайнов|"
    r"холодильников|тракторов|подшипников|автомобилей|деталей|конструкций))?"
)
_SUFFIX = (
    r"маш|лифт|нефть|нефт|газ|пром|атом|сталь|прибор|станк\w{0,3}|хим|химия|волокно|трактор|кабель|шина|калий|"
    r"цемент|вторчермет|"
    r"втормет|цветмет|мотор|дизель|авиа|вертол|энерго|агро|транс|древ|мебель|текс|банк|молоко|электро|строй|трансгаз|"
    r"экспорт|космос|"
    r"вагонзавод|холдинг|сельхозтехника|агросервис|машина|агрегат|лизинг|снаб|гидравлика|инструмент"
)
# Ministries and offices are made of the same parts.
_NO_OFFICE = (
    r"(?!Мин(?:пром|строй|энерго|транс|эконом|сельх|лес)|Гос(?:пром|строй|банк)|Нацбанк|Центробанк|"
    r"Автопром|Агропром|Военпром|Импорт|Экспорт|Электромаш|Агрохолдинг|Рос(?:лес|тех|пром|электро)надзор|Евраз)"
)

ROWS = [
    Row(rf"(?<!\w)(?:(?:{_LEGAL})\s+){{1,3}}{_QUOTED.format('name')}", "a legal form and a quotation mark"),
    Row(rf"(?<!\w)[А-ЯЁ]{{1,4}}З\s+{_QUOTED.format('name')}", "letters that end in З, and a quotation mark: ТКЗ «…»"),
    Row(rf"(?<!\w)(?:{_HEAD})(?:\s+[а-яё-]+){{0,2}}\s+{_QUOTED.format('name')}", "what it is, and a quotation mark"),
    Row(rf"(?<!\w)(?:{_HEAD})\s+(?P<name>{_LATIN})(?![\w-])", "what it is in Russian, and a name in Latin letters"),
    Row(rf"(?<!\w)[А-ЯЁа-яё]+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)\s+(?P<name>{_LATIN}|[А-ЯЁ]{{3,6}})(?![\w-])",
        "a country, and a name in Latin letters or in capitals: российской МТЕ и чешской Kovosvit"),
    Row(r"(?<!\w)(?:[Кк]омпани[яиюе]|[Гг]рупп[аыуе]|[Хх]олдинг\w{0,2}|[Кк]орпораци[яиюе]|[Кк]онцерн\w{0,2})\s+"
        r"(?P<name>[А-ЯЁ][а-яё]{2,}[бвгджзклмнпрстфхцчшщ])"
        r"(?<!ов)(?<!ев)(?<!ёв)(?<!ин)(?<!ын)(?<!ич)(?<!ян)(?<!ук)(?<!юк)(?!\w)",
        "what it is in one, and a capital that is in no oblique case and no surname: группа Аллюр"),
    Row(rf"(?<!\w)(?:{_LEGAL})\s+(?P<name>[А-ЯЁA-Z][\w-]+(?: [А-ЯЁA-Z][\w-]+){{0,4}})", "a legal form and a capital"),
    Row(rf"(?<!\w)(?:{_BELONGS})\s+{_QUOTED.format('name')}", "a part of it, and a quotation mark"),
    Row(rf"(?<!\w)(?:{_BELONGS}|{_HEAD})\s+(?P<name>[А-ЯЁ]{{3,6}}|[А-ЯЁ][а-яё]+[А-ЯЁ]+[а-яё]*)"
        r"(?![\w-]|\s+[«“„\"][А-ЯЁ])",
        "what it is, and letters of a name in capitals"),
    Row(rf"(?<!\w)(?P<name>(?:{_NUMBER} {_MIDDLE_ANY}|"
        rf"{_ADJECTIVE})(?: {_MIDDLE}){{0,4}} {_PLANT}{_TAIL}(?: № ?\d+)?)(?!\w)", "a place and a plant"),
    Row(
        rf"(?<!\w)(?P<name>{_ADJECTIVE}(?: {_MIDDLE}){{1,4}} (?:корпораци[яиюей]+|компани[яиюей]+|холдинг(?:а|у|ом|е)?|"
        r"концерн(?:а|у|ом|е)?))(?!\w)",
        "a capital and a company",
    ),
    Row(
        rf"(?<!\w)[А-ЯЁа-яё]+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое)\s+{_QUOTED.format('name')}",
        "a place and a quotation mark",
    ),
    Row(
        rf"(?:(?<=\n)|(?<=[.!?] )|(?<=\s)(?:с|на|у|от|между|и|из|к|об?|при|через|[—–-])\s+){OPEN}"
        rf"(?P<name>[А-ЯЁ][А-Яа-яё-]{{3,30}}){CLOSE}",
        "one word in quotation marks, and no noun before it that would make it a brand",
    ),
    Row(rf"(?<!\w)(?P<name>{_NO_OFFICE}[А-ЯЁ][А-Яа-яё]{{2,}}?(?:{_SUFFIX}))(?P<case>а|у|ом|е|и|ю|ей|ой)?(?![\w])",
        "a word sewn of a place and a trade, as Soviet works were called"),
    Row(r"(?<!\w)(?P<name>(?:[А-ЯЁ][а-яё]{0,4})?[А-ЯЁ]{0,3}(?:[АТМПР]|ав|К)З(?:-[А-ЯЁ]\w+)?)(?P<case>а|у|ом|"
        r"е)?(?![\w-]|\s+[«“„\"][А-ЯЁ])",
        "letters that end in З for завод: КАМАЗ, МТЗ, БелАЗ"),
    Row(r"(?<!\w)(?P<name>МЗКТ|УЗГА|РЖД|ОДК|ОАК|НЛМК|ММК|ТМК|ОМК|УГМК|БМЗ|СтанкоГомель|ИЗ-?Картэкс|МЗОР|ВИЗАС|"
        r"Интеграл|Горизонт|"
        r"Планар|Пеленг|Ростех|Русал|Силовые машины|Трансмашхолдинг|Сбербанк|ВТБ|Нафтан|Полимир|Гродно Азот|Азот|"
        r"Коммунарка|Спартак|Савушкин продукт|Санта Бремор|Белита|Атлант|БелДжи|Лукойл|Сибур|Алроса|Норникель|"
        r"ЕвроХим|ФосАгро|Соллерс|Аэрофлот|Белавиа|Синара|Штадлер|Уральские локомотивы)"
        r"(?P<case>а|у|ом|е)?(?!\w)", "enterprises that go by these letters alone, and have no other sign"),
    Row(r"(?<!\w)(?P<name>(?:[A-Z][\w’'-]*[a-z](?<!The)\s+|[A-Z]{2,}\s+){1,4}(?:Plant|Works|Factory|Company|"
        r"Holding|Corporation|Group|"
        r"Machines|Motors|Shipyard|Industries|Concern|Combine|Mill|Refinery|Enterprise|"
        r"Bank)(?: of(?: the)?(?: [A-Z]\w+){1,4}(?: of [A-Z]\w+)?"
        r"(?: and [A-Z]\w+)?)?)(?!\w)", "capitals and a plant"),
    Row(rf"(?<!\w)(?:{_LEGAL}|[Cc]ompan(?:y|ies)|[Hh]olding(?: company)?|[Cc]orporation|[Cc]oncern|manufacturer|"
        rf"automaker|"
        rf"[Ee]nterprises?|[Pp]lant)\s+{_QUOTED.format('name')}", "what it is, and a quotation mark"),
    Row(rf"(?<!\w)(?:{_LEGAL}|compan(?:y|ies)|holding(?: company)?|corporation|concern|manufacturer|automaker|"
        rf"enterprise)\s+"
        r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})", "what it is, and a capital"),
    Row(r"(?<!\w)(?P<name>[A-Z][a-z]{5,}(?: [A-Z][a-z]{3,})?) (?:plant|factory|works|holding|corporation)(?!\w)",
        "a capital and a plant"),
    Row(r"(?<![\w-])(?P<name>(?:[A-Z][\w-]+ ){0,4}Trading House(?: [A-Z][\w-]+){0,2})(?!\w)",
        "capitals and a trading house"),
    Row(r"(?<![\w-])(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){1,3}), (?:an?|the|one of)(?: [\w’'-]+){0,5} (?:joint venture|"
        r"company|maker|manufacturer|producer|supplier|plant|factory|firm|enterprise|subsidiary|holding)(?!\w)",
        "capitals, and what it is behind a comma"),
    Row(r"(?<![\w-])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,5}) \((?P<letters>[A-Z]{2,6})\)",
        "capitals, and their first letters in brackets"),
    Row(r"(?<!\w)(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}),? (?:OJSC|JSC|LLC|CJSC|PJSC|Inc|Ltd|GmbH|AG|Holding)(?!\w)",
        "a capital and a legal form"),
    Row(r"(?<!\w)(?P<name>[A-Z][A-Za-z]*?(?:mash|prom|neft|gaz|atom|diesel|avto|tek|stal|khim|volokno|lift|"
        r"liftmash|agro|pribor|avia|"
        r"shina|zavod|holding|snab|company|kalij|kali|potash|transmash|export|stroy|bank|tech|"
        r"tekh)(?:-[A-Z]\w+)?)(?!\w)", "a word sewn as above"),
    Row(r"(?<!\w)(?P<name>(?:[A-Z][a-z]{1,4})?[A-Z]{0,3}(?:AZ|TZ|MZ|PZ|RZ|ZKT)(?:-[A-Z]\w+)?)(?!\w)",
        "letters that end in Z: MTZ, BelAZ"),
    Row(r"(?<!\w)(?P<name>Amkodor|Rostec|Integral|Horizont|Planar|Peleng|Rusal|StankoGomel|BelGee|Geely|Belgee|"
        r"Sberbank|VTB|Rosneft|Naftan|Grodno Azot|Atlant|Lukoil|Sibur|Sollers|Stadler|Aeroflot|Belavia|Uralvagonzavod)"
        r"(?!\w)", "enterprises that have no other sign"),
]  # fmt: skip

LIST = re.compile(rf"(?:\s*(?:,|и|and|,? ?а также|as well as)\s*|\s+){_QUOTED.format('name')}")
"""A further name of a list, `компании «A», «B» и «C»`, or of what belongs to the first: `завода «A» «B»`."""
LATIN_LIST = re.compile(rf"\s*(?:,|и|а также)\s+(?P<name>{_LATIN})(?![\w-])")
"""One of a list in Latin letters: `компаний «A» и B`."""
SEWN = re.compile(rf"([А-ЯЁ][А-Яа-яё]+(?:{_SUFFIX}))(?:а|у|ом|е)")
"""A sewn name in an oblique case."""
IN_QUOTES = re.compile(rf"\s+{_QUOTED.format('name')}")
"""A name right behind a plant: `Комбайновый завод «A»`."""
TAIL = re.compile(
    r"(?:,? (?:(?:Publicly Traded|(?:Open |Public )?Joint[ -]Stock) Company|"
    r"PTC|Co|Ltd|Inc|Corp|Limited|GmbH|AG|LLC|JSC|SA|SE|plc)\.?)+$"
)
"""A legal form behind a Latin name."""
OFFICE = re.compile(
    r"(?i)\b(?:union|commission|ministry|agency|committee|organi[sz]ation|council|university|institute|fund|court|party|"
    r"zone|association|assembly|parliament|service|states|republic|academy|area|product)\b"
)
"""What goes by its letters, but is no enterprise."""
WORD_LIST = re.compile(r"\s*(?:,|and)\s+(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})")
"""The same without quotation marks: `companies A and B C`."""

_PLURAL = r"(?:[А-ЯЁ][а-яё-]+(?:ск|цк)(?:ий|ой|ого|ому|им|ом))"
WORKS = re.compile(
    rf"(?<!\w)(?P<places>{_PLURAL}(?:, {_PLURAL})* и {_PLURAL}) (?P<middle>(?:[а-яё-]+(?:ые|ых|ым|ыми|ие|их|"
    rf"ими) ){{0,3}})завод(?:ы|ов|ам|ами|ах)(?!\w)"
)
"""Several works in one breath."""

NO_NAMES = re.compile(
    # Places, unions, agencies, parts of the state, days and what a sentence may begin with.
    rf"(?i)^(?:{_LEGAL}|беларусь|белоруссия|россия|минск|москва|снг|еаэс|ес|рф|рб|жби|апк|жкх|впк|сша|сэз|оэз|вднх|"
    rf"иннопром|белагро|агросалон|армия|экспо|золотая осень|сколково|великий камень|редстар|союз|белта|тасс|риа|"
    r"(?:аэс|тэс|гэс|гаэс|тэц|грэс|тпп|мид|мвд|мчс|ран|нан|нии|вуз|сми|ввп|нато|оон|брикс|шос|тор|тосэр|фрп|ссср|бсср|сср|рсфср)"
    r"(?!\w)|"
    rf"интерфакс|"
    r"союзное государство|министерство|минпром\w*|правительство|торгово|tpp|belta|tass|interfax|eaeu|cis|union|"
    r"innoprom|"
    r"belarusian|russian|the|working|parliamentary|trade|great|large|machine|our|it|this|these|when|"
    r"(?:the |russian |belarusian |state |joint |working |parliamentary |expert |friendship |national |central |"
    r"bilateral |intergovernmental |our |other |major |automobile |assembly |industrial |pilot |new |tractor |"
    r"publicly |traded |joint |stock )*"
    r"(?:plant|works|factory|company|holding|corporation|group|machines|industries|enterprise|concern|bank))$"
)
NO_PLACE = re.compile(r"(?i)^(?:российск|белорусск|совместн|союзн|так|как|каж|эт|друг|нов|перв|втор|трет|крупн|"
    r"нужн|крупней|сам|"
                      r"главн|ключев|единствен|один|отечествен|зарубежн|европейск|китайск|местн|головн|"
                      r"государствен|транснац|частн|дочерн|управляющ|лизингов|страхов)")  # fmt: skip
"""Adjectives that are no place: «Белорусский завод» is any."""
