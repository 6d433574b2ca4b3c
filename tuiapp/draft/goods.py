"""The table of goods that articles on industry name, with the sector that each belongs to."""

import re
from typing import NamedTuple

from tuiapp.model import Localised, Sector


class Good(NamedTuple):
    """A row: how a good is called in either language, and its sector."""

    pattern: str
    ru: str
    en: str
    sector: str


GOODS = [
    # A longer name stands before one that it contains: an agricultural drone is no machine, a haul truck no truck.
    Good(r"агродрон\w*|сельскохозяйственн\w+ дрон\w*|agricultural drones?",
         "агродроны", "agricultural drones", "drones"),
    Good(r"беспилотник\w*|бпла|беспилотн\w+|дрон(?:ы|ов|ам|ами|ах|а)?|drones?|uavs?|unmanned",
         "беспилотники", "drones", "drones"),
    Good(r"мини-?трактор\w*", "минитракторы", "mini tractors", "agricultural"),
    Good(r"трактор(?!остро|н)\w*|tractors?(?! (?:works|plant))", "тракторы", "tractors", "agricultural"),
    Good(r"комбайн(?!остр)\w*|(?:combine |forage |grain )*harvesters?", "комбайны", "harvesters", "agricultural"),
    Good(r"опрыскивател\w*|сеял(?:ка|ки|ок|ками)|sprayers?|seeders?",
         "посевная техника и опрыскиватели", "seeders and sprayers", "agricultural"),
    Good(r"сельхозтехник\w*|сельскохозяйственн\w+ (?:техник|машин)\w*|сельхозмаш\w*|(?:agricultural|"
         r"farm) (?:machine\w*|equipment|vehicles)", "сельхозтехника", "farm machinery", "agricultural"),
    Good(r"(?:карьерн\w+ )?самосвал\w*|haul trucks?|dump trucks?|rock haulers?",
         "самосвалы", "haul trucks", "mining"),
    Good(r"погрузчик\w*|экскаватор\w*|бульдозер\w*|землевоз\w*|дорожно-строительн\w+ (?:техник|машин)\w*|"
         r"харвестер\w*|форвардер\w*|лесозаготовительн\w+ (?:техник|машин)\w*|loaders?|excavators?|bulldozers?|"
         r"forest harvesting machines|road construction machines|road-building machines",
         "строительная и лесная техника", "building and forest machines", "construction-machines"),
    Good(r"коммунальн\w+ (?:техник|машин)\w*|мусоровоз\w*|municipal (?:machine\w*|vehicles|equipment)",
         "коммунальная техника", "municipal machines", "municipal"),
    Good(r"электробус\w*|electric buses", "электробусы", "electric buses", "city-transport"),
    Good(r"троллейбус\w*|трамва\w+|trolleybus\w*|trams?",
         "троллейбусы и трамваи", "trolleybuses and trams", "city-transport"),
    Good(r"автобус\w*|bus(?:es)?", "автобусы", "buses", "automotive"),
    Good(r"автокомпонент\w*|автомобильн\w+ компонент\w*|auto(?:motive)? (?:parts|components)|component parts|"
         r"комплектующ\w+|компонент(?:ы|ов|ами|ам)|components?", "комплектующие", "components", "components"),
    Good(r"электромобил\w*|electric (?:cars|vehicles)", "электромобили", "electric cars", "automotive"),
    Good(r"грузовик\w*|грузов\w+ автомобил\w*|автомобил(?!естр|ьн)\w*|легков\w+ автомобил\w*|trucks?|cars|"
         r"automobiles?", "автомобили", "motor vehicles", "automotive"),
    Good(r"двигател(?!естр)\w*|мотор(?:ы|ов|ами|ам)|дизел(?:и|ей|ями)|(?:gas |diesel )?engines?",
         "двигатели", "engines", "engines"),
    Good(r"подъемник\w*|(?:авто|мостов\w+ |башенн\w+ )?кран(?:ы|ов|ам|ами|ах)?|(?:tower |mobile )?cranes?|hoists?",
         "краны и подъёмники", "cranes and hoists", "machinery"),
    Good(r"реактор\w*|парогенератор\w*|турбин\w*|котл(?:ы|ов|ами|а)|(?:nuclear )?reactors?|turbines?|boilers?",
         "энергетическое оборудование", "power plant equipment", "machinery"),
    Good(r"лифт(?:ы|ов|ам|ами|ах|а|овое|ового)?|elevators?|lifts", "лифты", "lifts", "lifts"),
    Good(r"станк(?:и|ов|ам|ами|ах|а)|станкострое\w+|machine tools?", "станки", "machine tools", "machine-tools"),
    Good(r"вагон\w*|подвижн\w+ состав\w*|локомотив\w*|электропоезд\w*|поезд(?:а|ов)|railcars?|wagons?|"
         r"locomotives?|trains",
         "вагоны и поезда", "railcars and trains", "rail"),
    Good(r"самолет\w*|вертолет\w*|авиастроен\w+|воздушн\w+ суд\w+|aircraft|airplanes?|planes?\b|helicopters?",
         "самолёты и вертолёты", "aircraft", "aviation"),
    Good(r"ракет(?:а|ы|ами)?|спутник(?:и|ов)|космическ\w+ аппарат\w*|satellites?|rockets?|spacecraft",
         "космическая техника", "spacecraft", "space"),
    Good(r"микроэлектроник\w*|радиоэлектрон\w+|микросхем\w*|чип(?:ы|ов)|электронн\w+ компонент\w*|"
         r"microelectronic\w*|microcircuits?|microchips?|chips|radio electronics",
         "микроэлектроника", "microelectronics", "electronics"),
    Good(r"удобрени\w*|калийн\w+|fertilizers?|fertilisers?|potash", "удобрения", "fertilizers", "fertilizers"),
    Good(r"шин(?:ы|ами)|tyres?|tires?", "шины", "tyres", "tyres"),
    Good(r"нефтехими\w*|нефтепродукт\w*|полимер\w*|petrochemicals?|petroleum products",
         "нефтехимия", "petrochemicals", "petrochemicals"),
    Good(r"цемент\w*|стройматериал\w*|строительн\w+ материал\w*|плитк\w+|cement|building materials|"
         r"construction materials", "стройматериалы", "building materials", "building"),
    Good(r"мебел\w*|деревообработк\w*|древесин\w*|furniture|timber|woodworking",
         "мебель и древесина", "furniture and timber", "wood"),
    Good(r"лекарств\w*|медикамент\w*|фармацевт\w*|медицинск\w+ (?:издели|техник|оборудован)\w*|medicines?|"
         r"pharmaceuticals?|medical (?:devices|equipment)",
         "лекарства и медтехника", "medicines and medical devices", "medical"),
    Good(r"трансформатор\w*|кабел\w+|электротехн\w+|transformers?|cables?",
         "электротехника", "electrical equipment", "electrical"),
    Good(r"металл(?:а|ы|ов|опродукц\w*|опрокат\w*)?|стал(?:ь|и|ью)|прокат\w*|steel|rolled metal",
         "металл", "metal", "metals"),
    Good(r"ткан(?:и|ей)|одежд\w+|обув(?:ь|и)|трикотаж\w*|текстил\w*|clothes|clothing|footwear|textiles?",
         "ткани и одежда", "textiles and clothing", "light"),
    Good(r"сыр(?:ы|а|ов|ом)?|сливочн\w+ масл\w+|говядин\w*|свинин\w*|сахар\w{0,2}|cheese|beef|pork|poultry|sugar|"
         r"молок\w*|молочн\w+ продук\w*|мясо|мяса|продовольстви\w*|продукт\w+ питания|dairy|meat|foodstuffs?|"
         r"food products", "продовольствие", "food", "food"),
    Good(r"телевизор\w*|холодильник\w*|бытов\w+ техник\w*|household appliances|refrigerators?|tv sets",
         "бытовая техника", "household appliances", "appliances"),
    Good(r"машиностроен\w*|машиностроительн\w*|mechanical engineering|machine[- ]building",
         "машиностроение", "machine building", "machinery"),
]  # fmt: skip

SECTORS = {
    "drones": Sector(name=Localised(ru="Беспилотники", en="Drones"), isic="3030"),
    "agricultural": Sector(name=Localised(ru="Сельхозмашиностроение", en="Agricultural machinery"), isic="2821"),
    "mining": Sector(name=Localised(ru="Карьерная техника", en="Mining machines"), isic="2824"),
    "construction-machines": Sector(name=Localised(ru="Строительная техника", en="Construction machines"), isic="2824"),
    "municipal": Sector(name=Localised(ru="Коммунальная техника", en="Municipal machines"), isic="2910"),
    "city-transport": Sector(
        name=Localised(ru="Городской электротранспорт", en="Urban electric transport"), isic="2910"
    ),
    "automotive": Sector(name=Localised(ru="Автомобилестроение", en="Automotive"), isic="2910"),
    "components": Sector(name=Localised(ru="Комплектующие", en="Components"), isic="2930"),
    "engines": Sector(name=Localised(ru="Двигателестроение", en="Engines"), isic="2811"),
    "lifts": Sector(name=Localised(ru="Лифтостроение", en="Lifts"), isic="2816"),
    "machine-tools": Sector(name=Localised(ru="Станкостроение", en="Machine tools"), isic="2822"),
    "rail": Sector(name=Localised(ru="Железнодорожная техника", en="Railway equipment"), isic="3020"),
    "aviation": Sector(name=Localised(ru="Авиастроение", en="Aviation"), isic="3030"),
    "space": Sector(name=Localised(ru="Космос", en="Space"), isic="3030"),
    "electronics": Sector(name=Localised(ru="Микроэлектроника", en="Microelectronics"), isic="2610"),
    "fertilizers": Sector(name=Localised(ru="Удобрения", en="Fertilizers"), isic="2012"),
    "tyres": Sector(name=Localised(ru="Шины", en="Tyres"), isic="2211"),
    "petrochemicals": Sector(name=Localised(ru="Нефтехимия", en="Petrochemicals"), isic="20"),
    "building": Sector(name=Localised(ru="Стройматериалы", en="Building materials"), isic="23"),
    "wood": Sector(name=Localised(ru="Деревообработка и мебель", en="Wood and furniture"), isic="16"),
    "medical": Sector(name=Localised(ru="Фармацевтика и медтехника", en="Pharmaceuticals and medical"), isic="21"),
    "electrical": Sector(name=Localised(ru="Электротехника", en="Electrical equipment"), isic="27"),
    "metals": Sector(name=Localised(ru="Металлургия", en="Metallurgy"), isic="24"),
    "light": Sector(name=Localised(ru="Лёгкая промышленность", en="Light industry"), isic="13"),
    "food": Sector(name=Localised(ru="Продукты питания", en="Food"), isic="10"),
    "appliances": Sector(name=Localised(ru="Бытовая техника", en="Household appliances"), isic="2750"),
    "machinery": Sector(name=Localised(ru="Машиностроение", en="Machine building"), isic="28"),
    "industry": Sector(name=Localised(ru="Промышленность", en="Industry"), isic="C"),
}
"""Proposed where the folder has no sector that is called so; the last one where no good is named."""
UNKNOWN = "industry"

_ROWS = "|".join(f"(?P<r{at}>{good.pattern})" for at, good in enumerate(GOODS))
_GOOD = re.compile(rf"\b(?:{_ROWS})\b")


def goods(low: str) -> list[Good]:
    """The goods that a sentence in small letters names, in its order, each once."""
    found = (GOODS[int(str(match.lastgroup)[1:])] for match in _GOOD.finditer(low))
    return list(dict.fromkeys(found))
