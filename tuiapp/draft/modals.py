"""The table of words that say how far along something is, whatever it is."""

from enum import Enum, auto
from typing import NamedTuple

from tuiapp.model import Stage

A, S, N, P, T, I = Stage.ACTIVE, Stage.AGREED, Stage.NEGOTIATION, Stage.PLANNED, Stage.STUDY, Stage.INTEREST  # noqa: E741


class Weight(Enum):
    """How much a word tells by itself."""

    STRONG = auto()
    POSSIBLE = auto()
    """As a strong one, unless a deed stands before it."""
    WEAK = auto()
    """Only with a deed beside it."""


STRONG, POSSIBLE, WEAK = Weight


class Modal(NamedTuple):
    """A row: what the pattern means, and why."""

    stage: Stage
    weight: Weight
    pattern: str
    why: str


MODALS = [
    # Study
    Modal(T, STRONG, r"прорабатыва\w+|проработа(?:ть|ны?|на|но|ют|ем|ет)|проработк\w+",
          "somebody works the question out"),
    Modal(T, STRONG, r"изуча(?:ет|ют|ем|ли|л|ла|ется|ются|лся|лась|лись|ть)|изучат|изучит|изучил[аи]?", "looked into"),
    Modal(T, STRONG, r"рассматрива(?:ет|ют|ем|ется|ются|ли|лся|лась|лись|лось|л|ла)|рассмотрят|рассмотрит|"
          r"рассмотреть", "weighed, not settled"),
    Modal(T, STRONG, r"оценива(?:ет|ют|ем|ется) (?:возможн|перспектив)\w+|насколько возможно|возможно ли|"
          r"технико-экономическ\w+ обосновани\w+", "weighed"),
    Modal(T, STRONG, r"under (?:consideration|study|review)|in the pipeline|feasibility", "weighed, not settled"),
    Modal(T, STRONG, r"(?:is|are|was|were|being|been) (?:studied|"
          r"considered(?! (?:a|an|the|one|to be|as)\b)|explored|examined|weighed|evaluated)",
          "weighed"),
    Modal(T, STRONG, r"(?:consider|explor|examin|evaluat|mull|study|studi)(?:s|es|ed|e|ing)? (?:the |a |an |how |"
          r"new |other )*(?:possib|opportun|option|prospect|question|issue|setting|building|launch|creat|"
          r"establish|produc|project|way|whether|buying|purchas|supply|deliver|organi)\w*", "weighs a deed"),
    Modal(T, STRONG, r"looking into|work(?:s|ing|ed)? out the (?:issue|question|matter)s?|study the possib\w+",
          "weighs"),
    # Negotiation
    Modal(N, STRONG, r"вед(?:ут|ет|ем)(?:ся)?(?: \w+){0,3} (?:переговор|диалог|консультац)\w*", "talks under way"),
    Modal(N, STRONG, r"вели(?:сь)?(?: \w+){0,3} переговор\w*|ид(?:ут|ет) (?:\w+ ){0,2}переговор\w*|"
          r"переговор\w*(?: \w+){0,2} (?:ведутся|идут|продолжа\w+|"
          r"велись)", "talks under way"),
    Modal(N, STRONG, r"(?:провел|проведен|начал|продолж|вступил|прош(?:ли|ел|ла)|состоял)\w*(?: \w+){0,3} "
          r"переговор\w*", "talks were held"),
    Modal(N, STRONG, r"буд(?:ет|ут) обсужда\w+|обсужд(?:ал|ае|ен|аю|ат)\w*|обсуди(?:л|м|т|ть)\w*|обсудят",
          "talked over"),
    Modal(N, STRONG, r"согласовыва(?:ет|ют|ем|ется|ются)|договориться|договарива(?:ет|ют|ем)\w*",
          "terms are being settled"),
    Modal(N, STRONG, r"речь (?:также |сейчас |уже )?(?:может )?(?:идет|идти|шла|зашла) (?:также |и )?об?",
          "talked of"),
    Modal(N, STRONG, r"рассмотре(?:ны|ли|л|ла|на|но)|затронут\w*|затронул\w*", "talked over at a meeting"),
    Modal(N, STRONG, r"negotiat(?:e|es|ed|ing)|(?:in|hold|holds|held|holding|conducting) (?:\w+ )?(?:talks|"
          r"negotiations)", "talks under way"),
    Modal(N, STRONG, r"(?:talks|negotiations) (?:are|is|were|have|on|about|over|with)|discuss(?:ed|es|ing|ions?)?|"
          r"talked (?:about|over)|touched (?:up)?on", "talked over"),
    # Agreed
    Modal(S, STRONG, r"подпис(?:ал|ан(?!и)|ыва|али|ав)\w*|подписать|подпис(?:ь|и|ями)\b|"
          r"подпишут|подпишет", "a document is signed"),
    Modal(S, STRONG, r"(?:заключ(?:ил|ен|ает|ают|или|ила|ал)\w*|заключить)(?: \w+){0,3} (?:договор|контракт|соглашени|"
          r"сделк|меморандум)\w*", "a document is signed"),
    Modal(S, STRONG, r"(?:договор|контракт|соглашени|сделк|меморандум)\w*(?: \S+){0,4} (?:заключ|подпис|"
          r"достигнут)\w*", "a document is signed"),
    Modal(S, STRONG, r"договорил(?:ись|ся|ась)|условил\w+|законтрактован\w*|(?:достигнут|достигл|"
          r"достигли)\w*(?: \w+){0,3} договоренност\w*|договоренност\w*(?: \w+){0,3} достигнут\w*",
          "they came to terms"),
    Modal(S, STRONG, r"утвержд(?:ен|ено|ена|ены)|утвердил\w*|согласован(?:а|о|ы)?", "decided by both"),
    Modal(S, STRONG, r"(?<!memorandum )(?<!agreement )(?<!contract )(?<!programs )(?<!documents )sign(?:ed|s|ing)|"
          r"inked|concluded|struck a deal|agreed (?:to|on|upon|that)|(?:has|have) agreed|"
          r"reached (?:an )?(?:agreement|understanding|deal)s?|agreements? (?:was|were|has been|"
          r"have been) reached", "a document is signed"),
    Modal(S, STRONG, r"выигра(?:л|ла|ли|в) (?:\w+ )?(?:тендер|конкурс|торги)|победи(?:л|ла|ли) в (?:тендер|конкурс)\w*|"
          r"won (?:a |the )?(?:\w+ )?(?:tender|bid|contract)", "a tender is won"),
    # Planned
    Modal(P, STRONG, r"планиру(?:ет|ют|ем|ется|ются|емая|емые|емого|емых|я)|"
          r"(?:за|с)?планирова(?:л|н)\w*", "planned in so many words"),
    Modal(P, STRONG, r"намер(?:ен|ена|ены|ено)|намерени[еяй] (?:\w+ )?\w+(?:ть|ти)|"
          r"намерева\w+|намеча(?:ет|ют|ется|ются)|намечен\w*|наметил\w*|"
          r"нацелен\w*", "meant"),
    Modal(P, STRONG, r"предполага(?:ет|ют|ется|ются)|предусм(?:отрен|атрива)\w*|предстоит|предстоящ\w+ (?:поставк|"
          r"запуск|открыти|строительств)\w+", "foreseen"),
    Modal(P, STRONG, r"(?:собира|готов)(?:ются|ится|ятся|ется|имся|емся) (?:\w+ )?(?:\w+ть|\w+ти|к)", "about to do"),
    Modal(P, STRONG, r"в планах|есть планы|планы (?:по|на|есть)|план\w* (?:создать|построить|открыть|начать|"
          r"выпускать)", "plans are named"),
    Modal(P, STRONG, r"анонсир\w+|приня(?:то|ли|л|ла) решение|решено|решил[аи]? (?:\w+ть|\w+ти)|поручил\w*|"
          r"поставлена задача", "decided"),
    Modal(P, STRONG, r"рассчитыва(?:ет|ют|ем)(?: \w+){0,2} (?:\w+ть|\w+ти|на)|ожида(?:ется|ются|ем|ют|ет)",
          "expected"),
    Modal(P, STRONG, r"(?:будет|будут|будем|станет|станут)(?: не)?(?: \S+){0,4}? (?:\w+(?:ть|ти|ться|тись|чь)|"
          r"\w{3,}(?:ен|ена|ено|ены|ан|ана|ано|аны|ята|ято|яты|ят|ыта|ыто|ыты|ыт))", "the future in two words"),
    Modal(P, STRONG, r"объяв(?:ил|ила|или|лен|лена)(?: о)? (?:закупк|тендер|конкурс|аукцион)\w*", "about to buy"),
    Modal(P, POSSIBLE, r"состо(?:ится|ятся) (?:\w+ ){0,2}(?:отгрузк|запуск|открыти|подписани|передач|пуск|закладк)\w*",
          "the day of a deed is to come"),
    # реализуют is future as well as present, реализуются present alone.
    Modal(P, STRONG, r"(?<!сейчас )(?<!уже )(?!(?:реализу|организу|модернизиру|сертифициру|сформиру|инвестиру)\w+ся\b)"
          r"(?:(?:созда|переда|прода)(?:ст|дут|дим)|(?:начн|поставл?|постро|откро|получ|появ|запуст|выпуст|"
          r"изготов|произвед|увелич|расшир|нараст|организу|освоя?|отгруз|закуп|купл?|приобрет|разработа|"
          r"модернизиру|сертифициру|завез|привез|заработа|введ|довед|наращ|продолж|предостав|"
          r"профинансиру|инвестиру|вложа?|обеспеч|укомплекту|обнов|замен|реализу|соедин|объедин|выйд|"
          r"пройд|подготов|станов|собер|смонтиру|прибуд|оснаст|восстанов|возобнов|достигн|состав|представ|прилож|"
          r"снабд|отправ|установ|направ|возвед|сформиру|подпиш|сконцентриру|займ|займе?)(?:ет|"
          r"ут|ит|ят|ат|ют|ст|дут|ется|утся|ится|ятся|атся|ются|стся|дутся|дет|дем|им|ем))", "the future in one word"),
    Modal(P, STRONG, r"должн(?:а|о|ы) (?:\w+ть|\w+ти|быть)|должен (?:\w+ть|\w+ти|быть)", "has to come"),
    Modal(P, STRONG, r"(?:is|are|was|were|has been|have been)? ?(?:planned|planning|scheduled|slated|intended|"
          r"projected)|(?<!action )plans? (?:to|for|are|is|on)|in place to|intends? to|intend(?:ed|"
          r"ing) to", "planned in so many words"),
    Modal(P, STRONG, r"will(?! also add| add| say)(?: \w+){0,2}? (?!be able)\w+|shall|going to|(?:expect(?:ed|s|"
          r"ing)?|supposed) (?:to|that|the)|(?:is|are) set to|(?:is|are) to (?:be )?\w+|aims? (?:to|at)|"
          r"aimed at|aiming (?:to|at)|due to (?:be|begin|start|open)|yet to be|should (?:be )?(?:launch|open|"
          r"start|begin|complet)\w*", "the future"),
    Modal(P, STRONG, r"decided (?:to|on)|decision (?:was|has been) (?:made|taken)|(?:made|took) (?:a |the )?decision|"
          r"working on|work is underway|"
          r"prepar(?:es|ing|ed) (?:to|for)", "decided"),
    Modal(P, STRONG, r"дума(?:ет|ют|ем) (?:\w+ )?\w+(?:ть|ти)", "meant"),
    # Interest
    Modal(I, STRONG, r"заинтересован\w*|интерес(?:ен|н[аыо])|интересу(?:ет|ют|емся|ется|ются)|"
          r"проявля?\w+(?: \w+){0,3} интерес\w*|интерес (?:к|в|представля)\w*", "interested in so many words"),
    Modal(I, STRONG, r"хот(?:ел|ела|ели|ело|елось) бы|хотим|хочет|хотят|стрем(?:ится|ятся|имся)|желани\w+|пожела\w+",
          "wished"),
    Modal(I, STRONG, r"готов(?:а|ы|о)? (?:к |и |также |активно |в \S+ |на |\w+но )*(?:\w+ть|\w+ти|\w+ться|"
          r"взаимодейств\w+|любо\w+|сотруднич\w+|поставк\w+|расширени\w+|совместн\w+|участи\w+|"
          r"запуск\w*|пуск\w*|выпуск\w*|отгрузк\w*|открыти\w*)|готовност\w+", "ready to do"),
    Modal(I, STRONG, r"предлага(?:ет|ют|ем|л|ла|ли|ется)|предложил\w*|предложен(?:о|а|ы)|предложени\w+|ищ(?:ут|ет|"
          r"ем)\b|надежд\w+|(?:родил\w+|появил\w+|есть|возникл\w+) иде\w+|наде(?:ется|ются|емся)|"
          r"приглаша(?:ет|ют|ем)|пригласил\w*|попросил\w*|призвал\w*|просит|просят", "offered or asked for"),
    Modal(I, POSSIBLE, r"(?:мож(?:ет|ем|но)|мог(?:ут|ли|ла|ло)|могл[аои]? бы|мог бы)(?: \w+){0,3}? (?!отмет|сказ|"
          r"назв|выдел|говор|замет|счита)(?:\w+ть(?:ся)?|\w+ти(?:сь)?|стать|быть)", "possible"),
    Modal(I, STRONG, r"(?:видим|видят|видит|есть|имеется) (?:\w+ ){0,2}(?:потенциал|перспектив|возможност)\w*|"
          r"считаем (?:возможн|перспективн)\w+", "possible"),
    Modal(I, STRONG, r"interested|(?:show|express|shown|voic)\w*(?: \w+){0,3} (?:interest|readiness|willingness)|"
          r"interest in|would (?:also )?like|want(?:s|ed)? to|wish(?:es|ed)? to|keen|hop(?:es|ed|ing|"
          r"e) (?:to|that|for)|stake high hopes|looking for|there (?:is|are) (?:a |"
          r"an )?(?:\w+ )?(?:potential|prospects?|opportunit\w+|demand)", "wished"),
    Modal(I, STRONG, r"(?:is|are|was|were|be) (?:always |also )?(?:ready|willing|prepared|eager) (?:to|for)|"
          r"propos(?:e|es|ed|ing)|offer(?:s|ed|ing)?|suggest(?:s|ed|ing)?|invit(?:e|es|ed|ing)|seek(?:s|"
          r"ing)? to|request(?:ed|s)?|asked for", "offered or asked for"),
    Modal(P, POSSIBLE, r"(?:позволит|позволят|да(?:ст|дут) возможность) (?:\w+ ){0,2}?\w+(?:ть|ти)",
          "what a plan will make possible"),
    Modal(I, POSSIBLE, r"(?:may|might|could|can)(?: also| jointly| now)? (?:be )?(?!be\b|also|mention|say|note|add|"
          r"see|not\b)\w{3,}", "possible"),
    Modal(I, POSSIBLE, r"(?:необходимо|нужно|следует|надо|пора|важно) (?:\w+ ){0,2}?(?!отмет|сказ|подчерк|замет|"
          r"учит|поним)\w+ть(?:ся)?|(?:need|needs|should|must|have) to (?!be noted|note|say)\w+", "called for"),
    Modal(P, STRONG, r"вед(?:ется|утся|ем|ут) (?:\w+ )?работ\w*|работа (?:\w+ )?ведется|идет работа|работа(?:ем|ют|"
          r"ет) над", "under way to be"),
    # Weak
    Modal(N, WEAK, r"переговор\w*|(?:talks|negotiations)", "a noun alone may be past or background"),
    Modal(S, WEAK, r"договоренност\w*|соглашени\w*|контракт\w*|меморандум\w*|договор(?:а|ы|у|ов|ом)?|подписани[еюя]|"
          r"(?:agreement|contract|memorandum|deal|memoranda)s?", "a document is named"),
    Modal(P, WEAK, r"помо(?:жет|гут|жем)|план(?:ы|ов|ам|ах|ами|а|е)?|программ\w+ (?:предусм|включ)\w*|plans?|roadmap",
          "a plan is named"),
    Modal(I, WEAK, r"возможност\w*|перспектив\w*|потенциал\w*|потребност\w*|"
          r"(?:possibilit|prospect|potential|opportunit)\w*",
          "something possible is named"),
]  # fmt: skip


class Background(NamedTuple):
    """A row: what takes something from a sentence, and why."""

    pattern: str
    why: str


OPINIONS = [
    Background(
        r"важност\w+|значимост\w+|важно\b|ключев\w+ (?:площадк|рол)\w+|ознакомил\w*|осмотрел\w*|"
        r"got acquainted|importance|important|huge money|difficult\w*|stumbling",
        "praise and judgement: a noun beside it tells nothing",
    ),
]
"""With these in a sentence only strong words tell."""
DENIALS = [
    Background(r"\b(?:не|нет)(?: (?:был|стал|смог|сум|удал)\w*)?", "`не только` and `не сразу` deny nothing"),
    Background(
        r"(?:\b(?:not|no|never|no longer|cannot)|n['’]t)(?: (?:yet|been|be|have|has|being|\w+ly(?<!only)))*",
        "`not only` denies nothing",
    ),
]
"""With these before it a word tells that something is not so."""
BACKGROUND = [
    Background(r"присутств(?:овал|уют|ует)\w*|принял\w* участие в (?:встреч|заседани|совещани)\w*|"
               r"участие во встрече принял\w*", "who was there"),
    Background(r"поздрав(?:ил|ля|лени)\w*|приветствова\w*|поблагодарил\w*|возложил\w*|congratulat|welcomed the guest",
               "greeting"),
    Background(r"(?:состоял|прош|проход|проходи)\w* (?:\w+ ){0,2}(?:встреч|заседани|церемони|форум|выставк|"
               r"конференци)\w*$", "an event and nothing of what it was about"),
    Background(r"не (?:уточня|уточни|раскры|назва|называ|сообща(?:ет|ют|л))\w*|(?:did|does|do) not (?:specify|disclose|"
               r"name|reveal|elaborate|say)", "what is not told"),
    Background(r"^об этом (?!.*, что).{0,70}(?:сообщ|рассказ|заяв|информиру|пиш|говор|переда)\w*",
               "who told it, and no more"),
    Background(r"читайте также|подписывайтесь|подпишитесь|(?:мы|теперь) в telegram|"
               r"фото:|photo:|follow us|share on|все права защищены|"
               r"all rights reserved|перепечатк|cookie|источник:|подробнее на", "the page's own words"),
]  # fmt: skip
