"""The tables of how a text tells who says something."""

import re

VERBS_RU = """
    сказал заявил отметил подчеркнул рассказал сообщил пояснил объяснил добавил уточнил напомнил констатировал
    подтвердил прокомментировал поделился резюмировал проинформировал признал заметил указал продолжил акцентировал
    ответил заверил высказался упомянул обозначил поведал доложил предупредил заключил обратил признался перечислил
    привел вспомнил аргументировал выразил сформулировал спрогнозировал похвалился пообещал
"""
"""The masculine past; feminine and plural are made of it."""
PRESENT_RU = """
    говорит говорят считает считают отмечает отмечают подчеркивает подчёркивает рассказывает рассказывают сообщает
    сообщают сообщается поясняет объясняет добавляет уточняет напоминает утверждает уверен уверена уверены убежден
    убеждён убеждена полагает думает признает замечает указывает передает передаёт пишет пишут цитирует делится
    резюмирует констатирует продолжает комментирует говорится
"""
VERBS_EN = """
    said says stated states noted notes stressed emphasized emphasised added adds explained explains remarked
    recalled reported reports informed informs underlined believes mentioned announced commented continued concluded
    specified confirmed assured told underscored observed argued clarified elaborated shared revealed reminded
    thinks
"""

_RU = "|".join(
    (
        *(f"{verb}(?:а|о|и)?" if verb[-1] == "л" else verb for verb in VERBS_RU.split()),
        *("поделил(?:ся|ась|ись)", "высказал(?:ся|ась|ись)"),
        *PRESENT_RU.split(),
    )
)
_EN = "|".join((*VERBS_EN.split(), "pointed out", "points out", "learned from"))
VERB = re.compile(rf"(?i)(?<![\w-])(?:(?P<ru>{_RU})|(?P<en>{_EN}))(?![\w-])")
"""A verb of saying. A few say something else as well: `отметил` is also to celebrate, `заключил` to sign."""

BEFORE = re.compile(
    r"(?i)(?<!\w)(?:по (?:(?:его|ее|её|их) )?(?:словам|мнению|данным|информации|сведениям|оценк[еа]м?|утверждению)|"
    r"со слов|according to|in the words of|"
    r"in the opinion of)(?:\s+|(?=,))"
)
"""What stands before the name of somebody whose words are told; the genitive follows it in Russian."""

BY_PAPER = re.compile(
    r"(?i)(?:говорится|сказано|отмечается|указано|указывается|подчеркивается|подчёркивается) "
    r"в(?:о)? (?:\w+ )?(?:сообщени|релиз|пресс-релиз|заявлени|публикаци|документ|материал|текст)\w*"
)
"""A paper says it; of whom, only an earlier `сообщили в пресс-службе` tells."""

ADDRESSED = re.compile(
    r"(?i)(?<=\s)(?:главе (?:государства|республики|региона)|президенту|губернатору|премьер-министру|премьеру|"
    r"журналистам|министру|корреспонденту)(?!\w)(?:\s+[А-ЯЁ][\w-]+){0,3}"
)
"""To whom it is said, in the dative."""

AGENCY = re.compile(
    r"\s*(?:\w+ ){0,2}[«\"“]?(?:БЕЛТА|ТАСС|РИА|Интерфакс|Sputnik|BelTA|TASS|Interfax|агентств|корреспондент|СМИ|газет)"
)
"""Behind a verb of saying: who passes the words on, not who said them."""

PRESS = re.compile(
    r"(?i)(?:в |the )?(?:пресс-служб\w+|пресс-центр\w*|press (?:service|office|center|centre) of|press (?:service|"
    r"office))(?:\s+[^,.;:—–«»\n]+)?"
)
"""A press service with its owner."""

CITED = re.compile(
    r"(?i)(?<!\w)(?:цитиру(?:ет|ют)|прив(?:одит|одят|ел|ела|ели) слова|слова(?= .{0,60} прив(?:од|ел))|quotes)(?!\w)"
)
"""Behind it stands whose words they are; a press service beside it only passes them on."""

RELATIVE = re.compile(r"(?i),[^,.;:]{0,80}\bкотор\w+[^,.;:]*|, (?:who|whose|whom|which)\b[^,.;:]*")
"""What is told of somebody by the way; a press service there says nothing."""

PRONOUN = re.compile(
    r"(?i)(?<!\w)(?:он|она|его|ее|её|нему|ней|he|she|him|her|the official|собеседник\w*|спикер|эксперт|чиновник|"
    r"the speaker)(?!\w)"
)

_ROLES_RU = (
    r"президент|глав|губернатор|министр|посол|посл(?:а|у|ом)\b|аким|хоким|помощник|владелец|владельц|конструктор|технолог|менеджер|директор|премьер|председател|секретар|"
    r"руководител|заместител|генеральн|замминистр|депутат|специалист|начальник|гендиректор|вице-премьер|"
    r"сенатор|инженер|спикер|мэр|постпред|торгпред|представител|консул|основател|собственник|учредител|"
    r"аналитик|эксперт|дипломат|чиновник|политик|белорусский лидер|лидер|государств|управляющ|координатор"
)
_ROLES_EN = (
    r"president|leader|head of state|head|governor|chief|minister|ambassador|director|ceo|premier|"
    r"prime minister|chairman|chairperson|chairwoman|secretary|manager|deputy|director general|deputy minister|"
    r"mp|specialist|deputy prime|senator|engineer|speaker|mayor|envoy|trade representative|representative|"
    r"consul|founder|owner|analyst|expert|diplomat|official|politician|belarusian leader|coordinator"
)
HEAD_OF_STATE = re.compile(
    r"(?i)head of state|глав\w+ государства|(?:белорусск|российск)\w+ лидер|(?:belarusian|russian) leader"
)
"""Who is called so is a president."""
ROLE = re.compile(rf"(?i)(?<!\w)(?:(?:{_ROLES_RU})\w*|(?:{_ROLES_EN})\b)")
"""The beginnings of what people are."""

NO_PERSON = re.compile(
    r"(?i)^(?:(?:республик|росси|беларус|белорус|союзн|област|государств|президент|министр|министерств|губернатор|"
    r"федераци|"
    r"холдинг|экономи|правительств|администраци|делегаци|компани|предприяти|генеральн|администр|чиновник|"
    r"первоначальн|восточн|западн|северн|южн|центральн|верховн|народн|собрани|комитет|палат|"
    r"форум|выставк|мажлис|дум|мин(?:пром|сельхоз|эконом|здрав|энерго|транс|строй|фин)|хурал|кенеш|бундестаг|presiden|minist|governor|ambassador|secretar|republic|belarus|russia|kazakh|industr|econom|"
    r"agricultur|"
    r"eurasian|commission|assembl|universit|institut|academ|committee|federation)\w*|"
    r"(?:ази|европ|африк|америк)\w{1,2}|"
    r"(?:край|минск|москв[аеуы]|завод|группа|state|union|region|oblast|territory|deputy|director|general|prime|"
    r"chairman|head|trade|"
    r"the|in|on|at|of|and|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"according|this|"
    r"we|he|she|it|as|но|как|на|по|за|в|и|это|так|при|для|также|кроме|если|что|сегодня|вчера|ранее|накануне|"
    r"напомним|восток|"
    r"запад|north|south|east|west|great|new|economic|house|council|national|plant|works|company|corporation|group|"
    r"belta|tass|"
    r"день|совет|парламент|высший|free|zone|park|expo|forum|bank|development|первый|наш|мы|он|она|они|все|его|"
    r"sputnik|interfax|united|states|press|service|world|news|announces|billion|million|territorial|administration|"
    r"infrastructure|"
    r"фото|photo|текст|text|автор))$"
)
"""What no part of a person's name is, though it is in capitals."""
