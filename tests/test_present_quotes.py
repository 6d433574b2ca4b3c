"""Quotes, the article and citations in words, in both languages."""

import pytest
from msgspec.structs import replace

from tests.screen.models import latin, plain, proofs
from tuiapp import language, signs
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.evidence import Source
from tuiapp.language import Language
from tuiapp.model import Article, Enterprise, Localised, Quote, Role, Speech
from tuiapp.present.citation import citation
from tuiapp.present.lines import Line
from tuiapp.present.quotes import Told, facts, heading, others, proof, quote_panel, usual, whereabouts
from tuiapp.snapshot import Question, Snapshot

EXPLORER = Snapshot(proofs())
MODEL = EXPLORER.model
TOOLS, LIFTS, TRACTORS, HEARSAY = range(4)


# The quote


def panel(number: int, place: int = 0, typed: str = "") -> str:
    evidence = EXPLORER.archive.evidence(number, place)
    matches = EXPLORER.ask(Question(text=typed)).shown.matches(number) if typed else ()
    told = quote_panel(EXPLORER.archive, number, place, evidence, list(matches))
    return " ".join(" ".join(lines(told, 1000)).split())


def lines(told: Told, width: int = 200) -> list[str]:
    """The lines of all parts."""
    return [plain(line) for line in broken(told, width)]


def broken(told: Told, width: int = 200) -> list[Line]:
    return [line for parts in told for part in parts for line in part.lines(width)]


@pytest.mark.parametrize(
    ("number", "place", "spoken", "said", "why"),
    [
        (TOOLS, 0, "en", ["Machine tools [series 5]", "Belarus → Samara", "Plant [No. 1]", "Tools [all]", "active",
                          "[5] series"], "the item"),
        (TOOLS, 0, "ru", ["Станки [серия 5]", "Беларусь → Самара", "Завод [№ 1]", "Станки [все]", "действует",
                          "[5] серий"], "the item in Russian"),
        (TOOLS, 0, "en", ["│ Станки [серия 5] уже поставлены в Самару."], "the quote stays as it is"),
        (TOOLS, 0, "ru", ["│ Станки [серия 5] уже поставлены в Самару."], "in both languages"),
        (TOOLS, 0, "en", ["the article itself Вести [онлайн], 3 September 2025"], "nobody speaks"),
        (TOOLS, 1, "en", ["I. Ivanov, director · direct speech"], "name, role and speech"),
        (TOOLS, 1, "ru", ["И. Иванов, директор · прямая речь", "Вести [онлайн], 03.09.2025"], "in Russian"),
        (LIFTS, 0, "en", ["I. Ivanov, director · reported speech", "Belarus →"], "one end of the way is known"),
        (HEARSAY, 0, "en", ["→ Samara"], "the other end"),
        (TOOLS, 0, "en", ["characters 20 to 60 of the article"], "to the letter"),
        (TOOLS, 1, "en", ["characters 62 to 84 of the article"], "marks of another shape"),
        (LIFTS, 0, "en", ["characters 107 to 171 of the article"], "another town"),
        (LIFTS, 0, "en", ["quote: Лифты для Тольятти делают в Минске,",
                          "article: Лифты для Тольятти делают в Могилеве,"], "both sides"),
        (LIFTS, 0, "ru", ["цитата: Лифты для Тольятти делают в Минске,"], "in Russian"),
        (TRACTORS, 0, "en", ["× missing: no passage of the article is like it"], "nothing like it"),
        (HEARSAY, 0, "en", ["○ no source: the model names no source for this article"], "nothing to look in"),
        (TOOLS, 0, "en", ["Translation: Machine tools [series 5] have been delivered"], "said to be one"),
    ],
)  # fmt: skip
def test_a_quote(number: int, place: int, spoken: Language, said: list[str], why: str) -> None:
    language.use(spoken)
    assert [part for part in said if part not in panel(number, place)] == [], why


@pytest.mark.parametrize(
    ("number", "place", "order", "why"),
    [
        (TOOLS, 0, ["Machine tools [series 5]", "│ Станки", "Translation: Machine", "the article itself",
                    "Вести [онлайн]", "Tools [all] · Plant",
                    "[5] series", "Belarus → Samara · active", "characters 20"], "a good one"),
        (LIFTS, 0, ["Lifts", "│ Лифты", "quote: ", "article: ", "Translation: ", "I. Ivanov", "Вести", "Lift building",
                    "Belarus → · planned", "characters 107"], "what is wrong stands right below the words"),
        (TRACTORS, 0, ["Tractors", "│ Тракторы", "× missing: no passage", "the article itself", "Вести",
                       "Lift building", "study"], "so does why nothing is like them"),
    ],
)  # fmt: skip
def test_the_quote_comes_first(number: int, place: int, order: list[str], why: str) -> None:
    shown = lines(quote_panel(EXPLORER.archive, number, place, EXPLORER.archive.evidence(number, place), ()))
    assert [line.strip()[: len(begins)] for line, begins in zip(shown, order, strict=True)] == order, why


def test_why_a_row_is_found_comes_last_and_dim() -> None:
    evidence = EXPLORER.archive.evidence(TOOLS, 0)
    matches = EXPLORER.ask(Question(text="tools")).shown.matches(TOOLS)
    last = broken(quote_panel(EXPLORER.archive, TOOLS, 0, evidence, matches))[-1]
    assert plain(last) == "tools: sector, exact · characters 20 to 60 of the article"
    assert {role for _, role in last} == {"dim"}


def test_the_other_quotes_of_an_item_stand_in_the_order_of_the_article() -> None:
    good, said = MODEL.items[TOOLS].quotes
    gone = Quote(exact="Ни слова об этом", speech=Speech.NARRATION)
    archive = Archive(
        replace(MODEL, items=(replace(MODEL.items[TOOLS], quotes=(gone, said, good, said)),), starts=(0,))
    )
    told = [[plain(line) for part in parts for line in part.lines(200)] for parts in others(archive, 0, 3)]
    assert [first for first, *_ in told] == [
        "Quote 3 of 4 ✓ verbatim", "Quote 2 of 4 ≈ normalised", "Quote 1 of 4 × missing",
    ]  # fmt: skip
    assert told[1][1:] == [f"│ {said.exact}", "I. Ivanov, director · direct speech"]
    assert {role for line in others(archive, 0, 3)[0][1].lines(200) for _, role in line} == {"dim"}


def test_nine_of_ten_quotes_have_room_and_one_long_one_takes_none_from_the_others() -> None:
    said = [Quote(exact=" ".join(["слово"] * count), speech=Speech.NARRATION) for count in (*[2] * 18, 500)]
    items = tuple(replace(MODEL.items[TRACTORS], id=f"i{at}", quotes=(quote,)) for at, quote in enumerate(said))
    content = replace(MODEL, items=items, articles=MODEL.articles[:1], starts=(0,))
    assert usual(Archive(content), 78, "ru") == (2, 2, 3)
    assert usual(Archive(replace(content, items=items[-3:])), 78, "ru")[0] > 30
    assert usual(Archive(replace(content, items=())), 78, "ru") == (0, 0, 0)


def test_people_count_characters_from_one_and_the_last_one_in() -> None:
    assert whereabouts(Source("Сделано.").find("Сделано")) == "characters 1 to 7 of the article"


def test_the_translation_is_for_those_who_do_not_read_the_quote() -> None:
    language.use("ru")
    assert "Перевод" not in panel(TOOLS)
    assert "delivered" not in panel(TOOLS)


def test_each_enterprise_stands_beside_its_role() -> None:
    item = replace(MODEL.items[TOOLS], enterprises={"plant": Role.SUPPLIER, "port": Role.BUYER})
    named = MODEL.enterprises | {"port": Enterprise(name="Port")}
    archive = Archive(replace(MODEL, items=(item,), enterprises=named))
    shown = [plain(line) for part in facts(archive, 0, ()) for line in part.lines(200)]
    assert any("Plant [No. 1] (supplier), Port (buyer)" in line for line in shown)


def test_what_is_not_known_leaves_no_trace() -> None:
    shown = panel(TRACTORS)
    assert "→" not in shown
    assert "Translation" not in shown
    assert " ·  · " not in shown


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        ("en", "⊂ cut: a word or a number is cut"),
        ("ru", "⊂ обрезана: слово или число обрезано"),
    ],
)
def test_a_quote_that_is_cut_stands_beside_the_whole_of_it(spoken: Language, said: str) -> None:
    language.use(spoken)
    evidence = Source("Они недовольны").find("довольны")
    shown = broken(quote_panel(EXPLORER.archive, TOOLS, 0, evidence, []))
    assert any(said in plain(line) for line in shown)
    assert proof(evidence) == f"{said}; {whereabouts(evidence)}"
    assert [(text, role) for line in shown for text, role in line if role in ("removed", "added", "bad")] == [
        (said.partition(":")[0], "bad"),
        ("довольны", "removed"),
        ("недовольны", "added"),
    ]
    assert said.partition(":")[0] in plain(heading(MODEL.items[TOOLS], 0, evidence))
    last = citation(MODEL, TOOLS, 0, evidence).split("\n")[-1]
    assert last == ("checked against the article: cut" if spoken == "en" else "сверка со статьёй: обрезана")


def test_a_diff_marks_what_differs_on_either_side() -> None:
    shown = broken(quote_panel(EXPLORER.archive, LIFTS, 0, EXPLORER.archive.evidence(LIFTS, 0), []))
    assert [text for line in shown for text, role in line if role == "removed"] == ["Минске", "300"]
    assert [text for line in shown for text, role in line if role == "added"] == ["Могилеве", "200"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("tools", "tools: sector, exact"),
        ("e:за", "за: enterprise, beginning of a word"),
        ("станками", "станками → Станки: sector, another form of the word"),
        ("uildi", "uildi: sector, inside a word"),
        ("buidling", "buidling → building: sector, 1 slip"),
        ("дшае", "дшае → lift: sector, other layout, exact"),
        ("tools,", "tools: sector, exact"),
        ("«станки»", "станки: sector, exact"),
        ("cnfyrb,", "cnfyrb, → станки: sector, other layout, exact"),
        ("zavod", "zavod → завод: enterprise, other script, exact"),
        ("станки завод", "станки: sector, exact · завод: enterprise, exact"),
    ],
)
def test_a_row_says_why_it_is_there_for_every_word(typed: str, reason: str) -> None:
    number = EXPLORER.ask(Question(text=typed)).shown.window(0, 1)[0]
    assert reason in panel(number, typed=typed)


@pytest.mark.parametrize(
    ("number", "place", "spoken", "expected"),
    [
        (TOOLS, 0, "en", "Quote 1 of 2 ✓ verbatim n: next"),
        (TOOLS, 1, "en", "Quote 2 of 2 ≈ normalised n: next"),
        (LIFTS, 0, "en", "Quote 1 of 1 ≠ differs"),
        (LIFTS, 0, "ru", "Цитата 1 из 1 ≠ расходится"),
    ],
)
def test_the_heading_of_a_quote(number: int, place: int, spoken: Language, expected: str) -> None:
    language.use(spoken)
    assert plain(heading(MODEL.items[number], place, EXPLORER.archive.evidence(number, place))) == expected


# Citations

CITATIONS: list[tuple[int, int, Language, list[str], str]] = [
    (TOOLS, 1, "en",
     ["««Мы довольны [смеётся]»»", "— I. Ivanov, director", "Вести [онлайн], 3 September 2025",
      "Machine tools [series 5]", "checked against the article: normalised"], "direct speech is the speaker's own"),
    (LIFTS, 0, "en",
     ["«Лифты для Тольятти делают в Минске, и в этом году их будет 300.»",
      "— Вести [онлайн], 3 September 2025, reporting the words of: I. Ivanov, director",
      "Lifts", "checked against the article: differs"], "reported speech is the article's account"),
    (TOOLS, 0, "en",
     ["«Станки [серия 5] уже поставлены в Самару.»", "— Вести [онлайн], 3 September 2025, in the article's own voice",
      "Machine tools [series 5]"], "narration is the article's own, and what is verbatim needs no word"),
    (TOOLS, 0, "ru",
     ["«Станки [серия 5] уже поставлены в Самару.»", "— Вести [онлайн], 03.09.2025, авторский текст",
      "Станки [серия 5]"], "in Russian"),
    (TRACTORS, 0, "en",
     ["«Тракторы здесь никто не вспоминал ни разу»", "— Вести [онлайн], 3 September 2025, in the article's own voice",
      "Tractors", "checked against the article: missing"], "what is not there is said not to be"),
    (HEARSAY, 0, "en",
     ["«Станки [серия 5] уже поставлены в Самару.»", "— Вести [онлайн], 3 September 2025, in the article's own voice",
      "Hearsay", "checked against the article: no source"], "nor what could not be looked for"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "place", "spoken", "lines", "why"), CITATIONS)
def test_a_citation(number: int, place: int, spoken: Language, lines: list[str], why: str) -> None:
    language.use(spoken)
    evidence = EXPLORER.archive.evidence(number, place)
    assert citation(MODEL, number, place, evidence).split("\n") == lines, why


def test_a_citation_in_ascii() -> None:
    signs.use_ascii(True)
    ready = Snapshot(latin())
    assert citation(ready.model, 0, 0, ready.archive.evidence(0, 0)).isascii()


def test_where_an_article_is_and_whom_it_is_from_is_shown_and_cited() -> None:
    article = Article(
        id="a", title="t", publisher="Kommersant", via=Localised(ru="БЕЛТА", en="BelTA"), published=Date("2025-11"),
        language="ru", url="https://example.org/a",
    )  # fmt: skip
    quote = Quote(exact="Лифты едут", speech=Speech.NARRATION)
    items = (replace(MODEL.items[0], quotes=(quote,)),)
    content = replace(MODEL, articles=(article,), items=items, starts=(0,), sources={})
    archive = Archive(content)
    said = citation(content, 0, 0, archive.evidence(0, 0)).split("\n")
    assert said[1:3] == ["— Kommersant via BelTA, November 2025, in the article's own voice", "https://example.org/a"]
    told = quote_panel(archive, 0, 0, archive.evidence(0, 0), ())
    assert "Kommersant via BelTA, November 2025 · https://example.org/a" in lines(told)
    assert lines(told, 40)[-5:-3] == ["Kommersant via BelTA, November 2025", "https://example.org/a"]
    language.use("ru")
    assert "Kommersant со ссылкой на БЕЛТА, 11.2025" in citation(content, 0, 0, archive.evidence(0, 0))
    undated = replace(content, articles=(replace(article, published=None, via=None),))
    assert "Kommersant, без даты" in citation(undated, 0, 0, archive.evidence(0, 0))
