"""The tables of deeds of cooperation, and of the nouns that show that a sentence is about industry."""

from enum import Enum, auto
from typing import NamedTuple

from tuiapp.model import Stage

A, P = Stage.ACTIVE, Stage.PLANNED


class Needs(Enum):
    """What must stand beside a deed in its sentence, for it to tell."""

    ANY = auto()
    """An enterprise, a product or a word of industry."""
    TOPIC = auto()
    """The same, and no praise or judgement."""
    BOTH = auto()
    """A word of industry, and an enterprise or a product."""


ANY, TOPIC, BOTH = Needs


class Act(NamedTuple):
    """A row: a deed, and why it tells."""

    stage: Stage
    needs: Needs
    pattern: str
    why: str


ACTS = [
    Act(A, ANY, r"постав(?:ля(?:ет|ют|ем|л|ла|ли|ется|ются|лась|лись|лся)|ил|ила|или|лен|лена|лено|лены|ившая?)",
        "supplied, as a verb of any tense but the future"),
    Act(A, ANY, r"производ(?:ит|ят|ил|ила|или|ится|ятся|илась|ились|имая|имые|имых)|производим|производят|"
        r"произвел\w*|произведен\w*", "made"),
    Act(A, ANY, r"выпуска(?:ет|ют|ем|л|ла|ли|ется|ются|лся|лась|лись|ть|емая|емые)|выпустил\w*|выпущен\w*", "made"),
    Act(A, ANY, r"(?:собира(?:ет|ют|ем)|собирал[аи]?|собран[аоы]?) ", "assembled"),
    Act(A, ANY, r"(?:стро(?:ит|ят|им|ится|ятся|илс[яь])|постро(?:ил|ила|или|ен|ена|ено|ены)|возв(?:одит|едут|ели|"
        r"еден)\w*)", "built"),
    Act(A, ANY, r"экспортиру(?:ет|ют|ем|ется|ются)|экспортировал\w*|отгру(?:жа|зил|жен|зк)\w*|ввез(?:ли|ен|ено|"
        r"ла)\w*|импортиру\w+|импортировал\w*", "supplied abroad"),
    Act(A, ANY, r"локализ(?:ует|уют|ован|овал|уем)\w*|импортозамести\w*|освоил\w*|освоен[аоы]?|осваива(?:ет|ют|"
        r"ем)\w*", "made locally"),
    Act(A, ANY, r"запустил\w*|запущен\w*|запуска(?:ет|ют|ем|ется|ются)|ввел\w* в (?:строй|эксплуатац)\w*|"
        r"введен\w* в (?:строй|эксплуатац)\w*", "started up"),
    Act(A, ANY, r"приступил\w* к|начал\w* (?:\w+ )?(?:выпуск|производ|постав|строит|сбор|серийн|реализ|работ)\w*",
        "begun"),
    Act(A, ANY, r"да(?:л|ла|ли|ет|ют|н) старт|взял\w* старт|стартова(?:л|ла|ло|ли)|стартует|стартуют", "begun"),
    Act(A, ANY, r"(?:идет|идут|ведется|ведутся|продолжа(?:ется|ются)) (?:\w+ )?(?:монтаж|строительств|производств|"
        r"сборк|выпуск|отгрузк|поставк|установк|наладк|реализаци|внедрени)\w*", "the noun says what goes on"),
    Act(A, ANY, r"(?:создал\w*|созда(?:ет|ют|ется|ются|ем)|создан[аоы]?|учредил\w*|учрежден\w*|организова(?:н|л)\w*|"
        r"объявил\w* о создани\w*)", "set up"),
    Act(A, ANY, r"сотруднича(?:ет|ют|ем|ли|л|ла)|кооперир\w+|взаимодейству(?:ет|ют|ем)", "working together"),
    Act(A, ANY, r"инвестир(?:овал|ует|уют|ован)\w*|вложил\w*|профинансирован\w*|выдел(?:ил|ен|ено|ены|ены|яет)\w*",
        "paid for"),
    Act(A, ANY, r"закуп(?:ил|ила|или|ает|ают|лен|лены|лено|аем)\w*|приобре(?:л|ла|ли|тен|тает|тают)\w*|купил[аи]?",
        "bought"),
    Act(A, ANY, r"возобнов(?:ил|лен)\w*|заложил\w*|заложен[аоы]?|состоял(?:ась|ся|ось|ись) (?:\w+ ){0,2}(?:закладк|"
        r"открыти|запуск|отгрузк|передач|пуск)\w*", "begun, or begun again"),
    Act(A, ANY, r"покупа(?:ет|ют|ем)", "bought"),
    Act(A, ANY, r"(?:gone|went|goes|came|come|comes) (?:into operation|on stream|online)", "begun"),
    Act(A, TOPIC, r"(?:has|have|with) (?:an? )?(?:\w+ ){0,3}capacity", "what somebody is able to make"),
    Act(A, ANY, r"(?:suppl(?:ies|ied|ying)|deliver(?:s|ed|ing)|export(?:s|ed|ing)|ship(?:s|ped|ping)|import(?:s|ed))",
        "supplied"),
    Act(A, ANY, r"(?:produc(?:es|ed|ing)|manufactur(?:es|ed|ing(?! sector| industr| cooperation| compan))|"
        r"assembl(?:es|ed|ing(?! line| plant))|builds|built|(?<!machine )(?<!tool )building)", "made"),
    Act(A, ANY, r"(?:launch(?:ed|es)|inaugurat(?:ed|es)|(?<!to )set up|established?|establishes|opened|started|"
        r"began|begun|commissioned|put into operation|rolled out|opens)", "begun"),
    Act(A, ANY, r"(?:purchas(?:es|ed|ing)|bought|buys|procur(?:es|ed)|ordered)", "bought"),
    Act(A, ANY, r"(?:cooperat(?:es|ed|ing)|collaborat(?:es|ed|ing)|partner(?:s|ed|ing) with|designing|"
        r"developing jointly|jointly (?:develop|produc|mak|manufactur|design)\w*|invest(?:ed|s|ing)|"
        r"implement(?:s|ed|ing)?)", "working together"),
    Act(A, ANY, r"(?:we|they|companies|plants|enterprises|manufacturers) (?:also |already |now |"
        r"jointly )?(?:produce|make|supply|build|assemble|manufacture|deliver|export|import|buy|sell)",
        "the present of many"),
    Act(A, ANY, r"дополня(?:ет|ют|ем) друг друга|complement each other", "working together"),
    Act(A, ANY, r"появил\w* (?:\w+ ){0,2}(?:предприяти|производств|завод|центр|площадк)\w*|there (?:is|"
        r"are) (?:\w+ ){0,5}(?:company|plant|venture|factory|facility|compan|plants|ventures)|"
        r"announc\w+ (?:\w+ ){0,3}(?:establish|creat|launch|open)\w*", "something is there that was not before"),
    Act(A, TOPIC, r"осуществля(?:ет|ют|ется|ются|л\w*)|осуществил\w*|осуществлен[аоы]?|реализу(?:ет|ют|ется|ются|"
        r"ем)|реализован\w*|реализовал\w*|выполня(?:ет|ют|ется)|выполн(?:ил|ен)\w*",
        "carried out: what, the nouns say"),
    Act(A, TOPIC, r"открыл\w*|открыт[аоы]?|откры(?:вает|вают|вается)|открыти[ея]", "opened: a plant or a meeting"),
    Act(A, TOPIC, r"работа(?:ет|ют|ем|л|ла|ли)|действу(?:ет|ют)|функциониру(?:ет|ют)|использу(?:ет|ют|ется|ются|ем)|"
        r"эксплуатиру\w+|обслужива(?:ет|ют|ется)|применя(?:ет|ют|ется|ются)",
        "in use: only with the name of a thing"),
    Act(A, TOPIC, r"начал(?:и|а|о|ся|ась|ось|ись)?|начат[аоы]?|начина(?:ет|ют|ем)\w*|продолжа(?:ет|ют|ем|ется|ются)|"
        r"ведется|ведутся|идет|идут|налажен\w*|налажива\w+|наладил\w*", "begun"),
    Act(A, TOPIC, r"переда(?:л|ла|ли|н|на|но|ны|ем|ется|ются)|получил\w*|получен[аоы]?|"
        r"получа(?:ет|ют|ем)|достав(?:ил|лен|ля)\w*|"
        r"прибыл\w*|поступил\w*|вручил\w*", "handed over"),
    Act(A, TOPIC, r"востребован\w*|пользу(?:ет|ют)ся спросом|представлен[аоы]?|представил\w*|продемонстрир\w+|"
        r"презентовал\w*|разработа(?:л|н|ла|ли|на|ны|но)\w*|наращива(?:ет|ют|ем|ется)|развива(?:ет|ют|ем|"
        r"ется|ются)|укрепля(?:ет|ют|ется)|разрабатыва(?:ет|ют|ем|ется|ются)|испыта\w+|модерниз\w+|"
        r"сертифи\w+|внедр(?:ил|ен|я)\w*", "a step on the way"),
    Act(A, TOPIC, r"участву(?:ет|ют|ем)|участвовал\w*|сформирова(?:л|н)\w*|определил\w*|определен[аоы]|"
        r"положено начало|появил\w*|входит|входят|вошл[аио]|занима(?:ет|ют)|состав(?:ил|ля)\w*|вырос\w*|"
        r"включа(?:ет|ют)|предназначен\w*|наш(?:ел|ла|ли) партн\w+|"
        r"увелич(?:ил|ен)\w*|расшир(?:ил|я|ен)\w*|достиг(?:л[аои]|ает|ают)?|превы(?:сил|шает|шают)\w*|связыва(?:ет|ют)|связан[аыо]?|поднял\w*|освоен\w*",
        "a state of things"),
    Act(A, TOPIC, r"поставк\w+|экспорт\w*|сборк\w+|выпуск\w*|локализаци\w+|shipments?|exports?|supplies|deliver(?:y|"
        r"ies)|in (?:the |its )?(?:active|final) phase|(?:is|are) under ?way|gets?",
        "the deed as a noun that means nothing else"),
    Act(A, BOTH, r"являл\w*|явля(?:ет|ют)ся", "what somebody is"),
    Act(A, BOTH, r"импортировать|экспортировать|(?:созда|постро|поставля|производи|выпуска|налади|организова|откры|"
        r"увеличи|расшири|запусти|развива|локализова|закупа|нарасти|наращива|реализова|внедри|обеспечи|"
        r"собра|собира|строи|осуществи|осуществля)ть|производств\w+", "the deed as a noun"),
    Act(A, BOTH, r"(?:build|produce|manufacture|assemble|launch|open|buy|create|set up|establish|"
        r"import(?! substitution)|export|sell|"
        r"locali[sz]e|increase|expand|develop|supply|supplies|deliver(?:y|ies)|export|exports|production|"
        r"assembly|manufacture|manufacturing|construction|opening|launch|launching|investments?|cooperat(?:e|ion)|purchase|"
        r"procurement)", "the deed as a noun"),
    Act(A, TOPIC, r"(?:works (?!as\b)|work|working(?! group)|operat(?:es|ed|ing)|uses?|used|received?|handed over|"
        r"develop(?:s|ed|ing)|creat(?:es|ed|ing)|design(?:s|ed)|make|makes|made|sells?|sold|opened|become|"
        r"became|includes?|increas(?:ed?|ing)|(?:is|are|has|have) expand(?:ed|ing)|grew|grown|growing|reached|"
        r"exceed(?:s|ed)|doubled|tripled|involves?|determined|identified|found (?:\w+ )?partners?|"
        r"provid(?:es|ed|ing)|present(?:s|ed)|starts?|account(?:s|"
        r"ed)? for|mentioned|envisag\w+|drawn up)", "a step on the way"),
]  # fmt: skip


class Topic(NamedTuple):
    """A row: the beginning of a noun of industry, and why."""

    pattern: str
    why: str


TOPICS = [
    Topic(r"рынк|рынок|продаж|поставить|поставим|взаимн\w+ торговл|поставк|поставщик|экспорт|импорт|закупк|отгрузк|"
          r"сбыт|лизинг", "trade in goods"),
    Topic(r"груз\w{0,3}\b|(?:перв|втор|пробн|очередн|нов|опытн)\w+ парти[яюи]|"
          r"\d[\d ]*(?:тыс\w*\.? )?(?:единиц|комплект|штук|тонн)", "goods by their number"),
    Topic(r"рабочих мест|образц|прототип|\bjobs\b", "what comes of it"),
    Topic(r"производ|выпуск|сборк|сборочн|изготовлени|локализац|конвейер|серийн|импортозамещ|импортозамещающ",
          "making"),
    Topic(r"предприяти|завод|фабрик|комбинат|цех|ферм|мощност|площадк|технопарк|"
          r"комплекс(?:а|у|ом|е|ы|ов)?\b|кластер|электростанц|энергоблок|аэс\b|месторождени|терминал|"
          r"индустриальн\w* парк|линии|линия|"
          r"линию", "where"),
    Topic(r"кооперац|кооперацион|сотрудничеств|совместн|проект|инвест|партнерств|взаимодейств|холдинг", "together"),
    Topic(r"техник|оборудован|продукц|издели|компонент|комплектующ|деталей|детали|узл|агрегат|запчаст|машин|станк|"
          r"техническ|технолог|разработк|двигател|материал|сырь", "what"),
    Topic(r"соглашени|контракт|меморандум|программ|заказ(?!чик)|дорожн\w+ карт|протокол|agreement|programme|"
          r"program\b|programs|roadmap", "documents"),
    Topic(r"промышленн|строительств|строительн|отрасл|микроэлектроник|энергетик|модернизац|центр\w* (?:сервис|"
          r"обслуж)|дилер|сервис|ремонт", "branches"),
    Topic(r"market|sales|suppl|deliver|export|import|procure|purchas|shipment|trade", "trade in goods"),
    Topic(r"produc|manufactur|assembl|plant|factor|facilit|works\b|workshop|industr|machin|equipment|vehicle|"
          r"component|engine|tractor|truck|bus(?:es)?\b|harvester|lifts?\b|elevator|drone|aircraft|technolog|tool|"
          r"goods|raw material|construction|microelectron|spare part|localiz|localis|import substitution",
          "what and where"),
    Topic(r"cooperat|joint|project|invest|partner|venture|memorand|contract|consorti|union of", "together"),
]  # fmt: skip
