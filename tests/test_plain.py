"""The explorer as a conversation: lines in, lines out, and nothing else."""

import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.screen.models import hostile, many, proofs
from tests.terminal.program import PROGRAM, environment
from tests.terminal.session import Terminal
from tests.test_cli import run, shell
from tuiapp import language
from tuiapp.dates import Date
from tuiapp.model import Enterprise, Model, Role
from tuiapp.plain import PAGE, converse
from tuiapp.printable import UNPRINTABLE
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

PROMPT = "Query or number: "


def said(ready: Snapshot, *lines: str, query: str = "") -> list[str]:
    """What is said to each of `lines`, after what is said at the beginning."""
    out = io.StringIO()
    converse(View.begun(ready, Question(text=query)), io.StringIO("".join(f"{line}\n" for line in lines)), out)
    prompt = PROMPT if language.spoken() == "en" else "Запрос или номер: "
    return out.getvalue().split(prompt)


def rows(text: str) -> list[str]:
    """The numbered ones of its lines."""
    return [line for line in text.splitlines() if re.match(r"\d+\. ", line)]


def test_a_query_finds_numbered_rows(ready: Snapshot) -> None:
    assert said(ready, "лифт")[1].splitlines() == [
        "2 of 10",
        "1. Replacing lifts in the Samara region; Mogilevliftmash; Lifts; Belarus → Samara region; planned",
        "2. Making lifts locally in the Samara region; Mogilevliftmash; Lifts; Belarus → Samara region; negotiation",
    ]


def test_a_number_shows_the_quote_to_the_letter_with_all_that_bears_on_it(ready: Snapshot) -> None:
    _, _, shown, _ = said(ready, "лифт", "1")
    quote = ready.model.items[8].quotes[0]
    assert shown.splitlines() == [
        "1. Replacing lifts in the Samara region; Mogilevliftmash; Lifts; Belarus → Samara region; planned",
        "",
        "Quote 1 of 1",
        f"«{quote.exact}»",
        "verbatim: characters 2041 to 2161 of the article",
        f"Translation: {quote.translation}",
        "Denis Gurkov, Minister of Industry and Trade of the Samara region, Russia; reported speech",
        "news.by, 30 September 2025",
        "",
        "Product: lifts",
        "Figures: about 6,000 lifts",
        "лифт: sector, beginning of a word",
    ]


def test_a_date_under_its_heading_stands_alone() -> None:
    model = proofs()
    item = replace(model.items[0], due=Date("2026-06"))
    language.use("ru")
    shown = said(Snapshot(replace(model, items=(item, *model.items[1:]))), "a", "1")[2].splitlines()
    assert "Срок: 06.2026" in shown


def test_an_item_in_full_says_the_role_of_each_enterprise() -> None:
    model = proofs()
    item = replace(model.items[0], enterprises={"plant": Role.SUPPLIER, "port": Role.BUYER})
    named = model.enterprises | {"port": Enterprise(name="Port")}
    shown = said(Snapshot(replace(model, items=(item, *model.items[1:]), enterprises=named)), "a", "1")
    assert "Plant [No. 1], Port;" in shown[1]
    assert "Plant [No. 1] (supplier), Port (buyer);" in shown[2]


@pytest.mark.parametrize(
    ("query", "words"),
    [("tools", "verbatim"), ("lifts", "differs"), ("tractors", "missing"), ("hearsay", "no source")],
)
def test_a_status_is_a_word(query: str, words: str) -> None:
    ready = Snapshot(proofs())
    places = {item.id: place for place, item in enumerate(ready.model.items, 1)}
    lines = said(ready, "a", str(places[query]))[2].splitlines()
    assert any(line.startswith(words) for line in lines)


def test_where_a_quote_differs_both_sides_are_said() -> None:
    shown = said(Snapshot(proofs()), "a", "2")[2]
    assert "quote: Лифты для Тольятти делают в [-Минске-]" in shown
    assert "article: Лифты для Тольятти делают в {+Могилеве+}" in shown


@pytest.mark.parametrize(
    ("typed", "begins", "why"),
    [
        ("", "Type a part", "an empty line asks for help"),
        ("h", "Type a part", "so does h"),
        ("?", "Type a part", "and what asks for it everywhere else"),
        ("р", "Type a part", "h on a Russian layout"),
        ("a", "10 of 10", "all items"),
        ("Ф", "10 of 10", "a on a Russian layout, Caps Lock on"),
        ("m", "1. Machine building", "before anything was asked it begins with the first of all items"),
        ("0", "There is no number 0", "numbers begin with 1"),
        ("99", "There is no number 99; the last is 10.", "they end somewhere"),
        ("9" * 5_000, "There is no number 999999999999…; the last is 10.", "Python converts no number as long"),
        ("๑" * 5_000, "There is no number ๑๑๑๑๑๑๑๑๑๑๑๑…; the last is 10.", "nor in digits of another script"),
        ("паровоз", "Nothing for “паровоз”.", "what is not found is said"),
        ("colour:red", "There is no scope “colour:”", "what cannot be understood too"),
        ("sector:станк", "1 of 10", "a scope"),
        ("all:m", "9 of 10", "a letter that is a command, as a query"),
    ],
)
def test_what_is_said_to_a_line(ready: Snapshot, typed: str, begins: str, why: str) -> None:
    assert said(ready, typed)[1].startswith(begins), why


def test_no_number_is_the_last_of_an_empty_list(ready: Snapshot) -> None:
    assert said(ready, "паровоз", "1")[2] == "The list is empty.\n"


def test_another_layout_is_said(ready: Snapshot) -> None:
    assert "layout: vjub → моги" in said(ready, "vjub")[1].splitlines()


def test_twenty_rows_at_a_time() -> None:
    _, first, second, third, fourth, _ = said(Snapshot(many(45)), "a", "m", "ь", "m")
    assert [len(rows(each)) for each in (first, second, third, fourth)] == [PAGE, PAGE, 5, 0]
    assert first.splitlines()[-1] == "25 more items: m"
    assert rows(third)[-1].startswith("45. Item 44")
    assert fourth == "There are no more.\n"


@pytest.mark.parametrize("word", ["q", "Q", "й"])
def test_leaving(ready: Snapshot, word: str) -> None:
    assert len(said(ready, word, "a")) == 2


def test_the_first_query_is_answered_at_once(ready: Snapshot) -> None:
    assert len(rows(said(ready, query="lift")[0])) == 2
    assert rows(said(ready)[0]) == []


@pytest.fixture
def russian() -> Iterator[None]:
    language.use("ru")
    yield
    language.use("en")


def test_both_languages(ready: Snapshot, russian: None) -> None:
    begun, found, _ = said(ready, "lift", "q")
    assert "Введите часть названия" in begun
    assert found.startswith("2 из 10")
    assert "Беларусь → Самарская область; планируется" in found


def test_the_language_can_be_changed(ready: Snapshot) -> None:
    out = io.StringIO()
    converse(View.begun(ready, Question()), io.StringIO("l\na\nд\na\n"), out)
    assert "10 из 10" in out.getvalue()
    assert "10 of 10" in out.getvalue()


HOSTILE = Snapshot(hostile())


@settings(deadline=None)
@given(st.lists(st.text() | st.integers(0, 9).map(str) | st.sampled_from(["a", "m", "l", "h"])))
def test_no_control_character_ever_leaves(lines: list[str]) -> None:
    out = io.StringIO()
    converse(View.begun(HOSTILE, Question()), io.StringIO("".join(f"{line}\n" for line in lines)), out)
    language.use("en")
    assert not UNPRINTABLE.search(out.getvalue().replace("\n", ""))


def test_all_hostile_text_is_shown_as_signs() -> None:
    model: Model = HOSTILE.model
    out = "".join(said(HOSTILE, "a", *map(str, range(1, len(model.items) + 1))))
    for seen in ("quote [sic]", "quote [/x]", "␛[31mred", "a␇b\ufffdc", "\ufffdflip"):
        assert seen in out


# As a command


def test_over_a_pipe() -> None:
    ran = run("--plain", stdin="lift\n1\n")
    assert ran.status == 0
    assert ran.err == ""
    assert f"{PROMPT}2 of 10\n1. Replacing lifts" in ran.out
    assert ran.out.endswith(f"{PROMPT}\n")


def test_bytes_that_are_not_utf_8_are_no_error() -> None:
    ran = shell(r"printf '\xff\xfe\n' | tuiapp --plain")
    assert (ran.status, ran.err) == (0, "")


def test_it_never_imports_the_screen() -> None:
    ran = shell("python3 -X importtime -m tuiapp --plain </dev/null 2>&1 | grep -E 'textual|rich' || echo none")
    assert ran.out.strip() == "none"


@pytest.mark.parametrize("term", ["dumb", "", "xterm-256color"])
def test_on_a_terminal(term: str) -> None:
    with Terminal([*PROGRAM, "--plain"], environment(TERM=term)) as terminal:
        terminal.wait_for(PROMPT.strip())
        terminal.send("лифт\n")
        terminal.wait_for("2. Making lifts")
        terminal.send("1\n")
        terminal.wait_for("verbatim")
        terminal.settle()
        assert not UNPRINTABLE.search(terminal.since().decode().replace("\r\n", ""))
        terminal.send("\x03")
        assert terminal.wait_end() == 130
        assert "Traceback" not in terminal.text()


def test_end_of_file_leaves() -> None:
    with Terminal([*PROGRAM, "--plain"], environment()) as terminal:
        terminal.wait_for(PROMPT.strip())
        terminal.send("\x04")
        assert terminal.wait_end() == 0


def test_the_refusal_of_a_poor_terminal_names_it() -> None:
    with Terminal(PROGRAM, environment(TERM="dumb")) as terminal:
        assert terminal.wait_end() == 2
        terminal.wait_for("tuiapp --plain")
