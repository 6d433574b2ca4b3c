"""Rows, facets and what was found in words, in both languages."""

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from tests.screen.models import plain, proofs
from tuiapp import language
from tuiapp.archive import Archive
from tuiapp.facets import Picks
from tuiapp.language import Language
from tuiapp.model import Item, Model, Stage
from tuiapp.present.facets import facet_count, facet_line, facet_rows
from tuiapp.present.finding import count, narrowed_by, nothing, opened, reasons
from tuiapp.present.lines import Line
from tuiapp.present.rows import crop, item_row
from tuiapp.printable import cells, visible
from tuiapp.search import Match
from tuiapp.snapshot import Question, Snapshot

EXPLORER = Snapshot(proofs())
MODEL = EXPLORER.model
TOOLS, LIFTS, TRACTORS, HEARSAY = range(4)


# Rows


def row(model: Model, item: Item, width: int, matches: list[Match] | None = None) -> Line:
    alone = replace(model, items=(item,), starts=(0,))
    return item_row(Archive(alone), 0, matches or [], width)


@pytest.mark.parametrize(
    ("number", "width", "spoken", "expected", "why"),
    [
        (TOOLS, 76, "en", "Machine tools [series 5]        Plant [No. 1]  Tools [all]     ● active     ", "all fits"),
        (TOOLS, 76, "ru", "Станки [серия 5]                 Завод [№ 1]   Станки [все]    ● действует  ", "in Russian"),
        (TOOLS, 60, "en", "Machine tools [series 5]        Plant [No. 1]  ● active     ", "the sector goes first"),
        (TOOLS, 52, "en", "Machine tools [series 5]               Plant [No. 1]", "then the stage"),
        (TOOLS, 38, "en", "Machine tools [series 5]  Plant [No. …", "each column is cut by itself"),
        (TRACTORS, 76, "en", "Tractors                                       Lift building   ◌ study      ",
         "a title has the column of enterprises that are not there"),
        (TOOLS, 19, "en", "Machine tools [ser…", "the title is what is left at last"),
        (TOOLS, 7, "en", "Machin…", "and is cut then"),
        (TOOLS, 0, "en", "…", "no width is an error: whoever draws the row cuts it"),
    ],
)  # fmt: skip
def test_a_row(number: int, width: int, spoken: Language, expected: str, why: str) -> None:
    language.use(spoken)
    assert plain(row(MODEL, MODEL.items[number], width)) == expected, why


def test_a_row_is_exactly_as_wide_as_it_may_be() -> None:
    for width in range(1, 130):
        for item in MODEL.items:
            assert cells(plain(row(MODEL, item, width))) == width


SEQUENCES = [
    "👩\u200d🚀 два",
    "мяг\u00adко",
    "\u0600\u06dd5",
    "\u3164\u115f",
    "2\u20e3",
    "❤\ufe0f",
    "👍🏽",
    "🇧🇾 флаг",
    "कि",
    "漢字",
]


@pytest.mark.parametrize("title", SEQUENCES)
def test_no_sequence_puts_a_column_out_of_line(title: str) -> None:
    for width in range(1, 130):
        line = plain(row(MODEL, replace(MODEL.items[TOOLS], title=f"{title} " * 5), width))
        assert (cells(line), cell_len(line), visible(line)) == (width, width, line)


def found(typed: str, ready: Snapshot) -> tuple[Item, list[Match]]:
    """The best item for `typed`, and what matched in it."""
    shown = ready.ask(Question(text=typed)).shown
    number = shown.window(0, 1)[0]
    return ready.model.items[number], list(shown.matches(number))


@pytest.mark.parametrize(
    ("typed", "width", "marked", "why"),
    [
        ("tools", 76, "Tools", "a sector"),
        ("станки", 76, "Станки", "the other language's name is shown as well"),
        ("plant", 76, "Plant", "an enterprise"),
        ("[all]", 76, "all", "brackets are not letters"),
        ("building", 69, "building", "what is cut off is begun later, so that the match is in sight"),
    ],
)
def test_the_matched_letters_are_marked(typed: str, width: int, marked: str, why: str) -> None:
    item, matches = found(typed, EXPLORER)
    line = row(MODEL, item, width, matches)
    assert marked in "".join(text for text, role in line if role == "match"), why
    assert cells(plain(line)) == width


@pytest.mark.parametrize(
    ("line", "width", "expected", "why"),
    [
        ((("ab", "plain"),), 4, "ab  ", "filled up"),
        ((("abcd", "plain"),), 4, "abcd", "just fits"),
        ((("ab", "plain"), ("cde", "key")), 4, "abc…", "cut in the second run"),
        ((("漢字", "plain"),), 4, "漢字", "wide letters take two cells"),
        ((("漢字漢", "plain"),), 4, "漢… ", "half of a wide letter is never shown"),
        ((("e\u0301e\u0301e\u0301", "plain"),), 2, "e\u0301…", "a stress mark stays with its letter"),
        ((("abc", "plain"),), 0, "", "no room at all"),
        ((), 2, "  ", "nothing to show"),
    ],
)
def test_crop(line: Line, width: int, expected: str, why: str) -> None:
    assert plain(crop(line, width)) == expected, why


# Facets


def facets(question: Question) -> list[str]:
    answer = EXPLORER.ask(question)
    return [f"{plain(facet_line(MODEL, row))} {facet_count(row)}".rstrip() for row in facet_rows(answer)]


def picks(**values: list[str]) -> Picks:
    return Picks(values)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        (Question(), ["Sector", "[ ] Tools [all] 2", "[ ] Lift building 2", "Enterprise", "[ ] Plant [No. 1] 2",
                      "Stage", "[ ] active 1", "[ ] planned 1", "[ ] study 1", "[ ] interest 1",
                      "Direction", "[ ] Belarus → Samara 1", "[ ] Belarus → 1", "[ ] not said 1", "[ ] → Samara 1",
                      "Person", "[ ] I. Ivanov 2", "Region", "[ ] Belarus 2", "[ ] Samara 2"],
         "everything that occurs"),
        (Question(text="zeppelin"), [], "nothing is found, nothing is picked"),
        (Question(text="lift", picks=picks(stage=[Stage.STUDY])),
         ["Sector", "[ ] Lift building 1", "Stage", "[ ] planned +1", "[x] study 1", "Direction", "[ ] not said 1"],
         "a value that would add items, and one that is picked"),
        (Question(text="plant", picks=picks(stage=[Stage.STUDY])),
         ["Stage", "[ ] active +1", "[ ] planned +1", "[x] study 0"], "a picked value stays at zero"),
    ],
)  # fmt: skip
def test_the_facets(question: Question, expected: list[str], why: str) -> None:
    assert facets(question) == expected, why


def test_the_facets_in_russian() -> None:
    language.use("ru")
    rows = facets(Question(text="лифтостроение"))
    assert rows[:2] == ["Отрасль", "[ ] Лифтостроение 2"]
    assert "[ ] планируется 1" in rows
    assert "[ ] не указано 1" in rows


# What was found


@pytest.mark.parametrize(
    ("question", "spoken", "said", "why"),
    [
        (Question(text="lift паровоз"), "en", ["Nothing for “паровоз”."], "the word that empties the list, alone"),
        (Question(text="lift паровоз"), "ru", ["Ничего нет по запросу «паровоз»."], "in Russian"),
        (Question(text="lift", picks=picks(sector=["tools"], stage=["active"])), "en",
         ["2 items match the filter, but none what is picked: Sector: Tools [all]; Stage: active."], "the picks"),
        (Question(text="lift", picks=picks(sector=["tools"])), "ru", ["Станки [все]"], "the picks in Russian"),
        (Question(text="colour:red"), "en", ["There is no scope “colour:”"], "a scope that there is not"),
        (Question(text="lift sector:"), "en", ["“sector:” has no word after it."], "a scope without a word"),
        (Question(text="status:broken"), "en",
         ["There is no “broken”; there are verbatim,", "no source and failed."], "a status that there is not"),
        (Question(text="lift стадия:сломана"), "ru",
         ["Значения «сломана» нет; есть действует,", " и интерес."], "a stage that there is not"),
        (Question(text="stage:negotiation"), "en", ["Nothing for “negotiation”."], "a stage that no item has"),
        (Question(text="[b]паровоз[/]"), "en", ["“[b]паровоз[/]”"], "what was typed, to the letter"),
    ],
)  # fmt: skip
def test_nothing_found(question: Question, spoken: Language, said: list[str], why: str) -> None:
    language.use(spoken)
    text = "\n".join(part.text for part in nothing(EXPLORER.ask(question)))
    assert [part for part in said if part not in text] == [], why


@pytest.mark.parametrize(("spoken", "back"), [("en", "Esc in the filter clears it"), ("ru", "Esc")])
def test_nothing_found_says_how_to_get_back(spoken: Language, back: str) -> None:
    language.use(spoken)
    last = nothing(EXPLORER.ask(Question(text="жжжж")))[-1]
    assert back in last.text
    assert " c " in last.text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (Question(), "2 articles"),
        (Question(text="lift"), "2 articles"),
        (Question(picks=picks(sector=["lifts", "tools"], stage=["active"])),
         "Sector: Tools [all], Lift building · Stage: active"),
        (Question(text="дшае"), "layout: дшае → lift"),
        (Question(text="lift", rewrite=False), "to the letter: no other layout or script"),
    ],
)  # fmt: skip
def test_what_narrows_the_list(question: Question, expected: str) -> None:
    assert plain(narrowed_by(EXPLORER.ask(question))) == expected


@pytest.mark.parametrize(("spoken", "expected"), [("en", "2 of 4"), ("ru", "2 из 4")])
def test_the_count(spoken: Language, expected: str) -> None:
    language.use(spoken)
    assert count(EXPLORER.ask(Question(text="lift"))) == expected


def test_a_word_left_out_is_not_asked_for_again() -> None:
    said = " ".join(reasons(EXPLORER.ask(Question(text="lift !lift"))))
    assert "“!lift”" in said
    assert "Did you mean" not in said


def test_several_articles_have_the_key_that_shows_them() -> None:
    assert plain(narrowed_by(EXPLORER.ask(Question()), key="z")) == "2 articles: z"
    assert plain(narrowed_by(EXPLORER.ask(Question(rewrite=False)), key="z")).endswith("script")


def test_one_article_is_opened_by_name(model: Model) -> None:
    assert opened(model).startswith("news.by, 30 September 2025 · “Topical Interview”")
    language.use("ru")
    assert opened(model).startswith("news.by, 30.09.2025 · «Актуальное интервью»")


@pytest.mark.parametrize(
    ("question", "said", "why"),
    [
        (Question("sector:лифт e:маз"), "Nothing has “маз” together with the words before it.", "the word exists"),
        (Question("станк", "enterprise"), "1 item has it in another scope.", "no enterprise, but a sector"),
        (Question("жжжжж"), "Nothing for “жжжжж”.", "nobody's word"),
    ],
)
def test_what_is_said_of_the_word_that_leaves_nothing(model: Model, question: Question, said: str, why: str) -> None:
    ready = Snapshot(model)
    assert said in reasons(ready.ask(question)), why
