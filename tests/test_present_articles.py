"""An article in lines: its marks, its margin, and what is folded."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.screen.models import plain, proofs
from tuiapp import language
from tuiapp.archive import Archive
from tuiapp.fold import MOST
from tuiapp.language import Language
from tuiapp.model import Model, Quote, Speech
from tuiapp.present import articles
from tuiapp.present.articles import (
    ArticleText,
    article_heading,
    article_text,
    hit_note,
    items_heading,
    narrow_row,
    no_text,
    passages,
)
from tuiapp.present.lines import Role, wrap
from tuiapp.printable import cells
from tuiapp.wording import title

TOOLS, LIFTS, TRACTORS, HEARSAY = range(4)
ADDRESS = "https://example.by/" + "0a1b2c3d/" * 12 + "480.webp"


def archive_of(text: str, *quotes: str) -> Archive:
    """The first item of `proofs` with other quotes, in another text."""
    model = proofs()
    told = tuple(Quote(exact=quote, speech=Speech.NARRATION) for quote in quotes or ("Нигде",))
    first = replace(model.items[TOOLS], quotes=told)
    return Archive(replace(model, items=(first, *model.items[1:]), sources={"proofs": text}))


def drawn(archive: Archive, width: int = 60, hits: tuple[tuple[int, int], ...] = (), nth: int = 0) -> list[str]:
    """The lines of the article of the first item."""
    text = article_text(archive, TOOLS)
    lines = text.lines(width, hits)
    return [plain(text.line(line, passages(archive, TOOLS, nth))).rstrip() for line in lines]


# Marks


def roles(archive: Archive, nth: int = 0) -> list[tuple[str, Role]]:
    """What is marked in the article of the first item, and how."""
    text = article_text(archive, TOOLS)
    lines = [text.line(line, passages(archive, TOOLS, nth)) for line in text.lines(200, ())]
    return [run for _, *line in lines for run in line if run[1] != "plain"]


@pytest.mark.parametrize(
    ("quotes", "nth", "expected", "why"),
    [
        (["два три"], 0, [("два три", "good mark")], "a verbatim quote"),
        (["два  три"], 0, [("два три", "good mark")], "a normalised one is good, too"),
        (["ва три"], 0, [("два три", "bad mark")], "one that is cut is bad, and its word is marked whole"),
        (["раз", "четыре"], 0, [("раз", "good mark"), ("четыре", "faint mark")], "the item's other quote"),
        (["раз", "четыре"], 1, [("раз", "faint mark"), ("четыре", "good mark")], "when that is the current one"),
        (["раз два три четыре", "два три"], 1,
         [("раз ", "faint mark"), ("два три", "good mark"), (" четыре", "faint mark")], "one in the other"),
        (["два три", "раз два три четыре"], 1, [("раз два три четыре", "good mark")], "the current one covers another"),
        (["раз два", "два три"], 0, [("раз два", "good mark"), (" три", "faint mark")], "one laps over the other"),
        (["раз", "раз"], 1, [("раз", "good mark")], "the same passage twice"),
        (["раз два три четыре"], 0, [("раз два три четыре", "good mark")], "from the very start to the very end"),
        (["Нигде такого не было"], 0, [], "one that is missing"),
    ],
)  # fmt: skip
def test_marks(quotes: list[str], nth: int, expected: list[tuple[str, Role]], why: str) -> None:
    assert roles(archive_of("раз два три четыре", *quotes), nth) == expected, why


def test_a_hit_is_drawn_over_a_quote() -> None:
    text = ArticleText("раз два три")
    (line,) = text.lines(60, ())
    drawn = text.line(line, [(0, 7, "good mark")], [(2, 5, "hit"), (8, 11, "mark")])
    assert drawn[1:] == (("ра", "good mark"), ("з д", "hit"), ("ва", "good mark"), (" ", "plain"), ("три", "mark"))


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(get_args(Role))), max_size=6)


@given(st.text("аб \n漢\u0301", max_size=40), SPANS, st.integers(1, 12))
def test_marks_lose_no_character(source: str, spans: list[tuple[int, int, Role]], width: int) -> None:
    text = ArticleText(source)
    for start, end in text.lines(width, ()):
        assert plain(text.line((start, end), spans))[3:] == text.drawable[start:end]


def test_the_margin_shows_the_current_quote_and_the_others_without_colour() -> None:
    archive = archive_of("ноль\nраз\nдва раз\nтри", "раз", "два")
    assert drawn(archive) == ["   ноль", " │ раз", " ┊ два раз", "   три"]
    assert drawn(archive, nth=1) == ["   ноль", " ┊ раз", " │ два раз", "   три"]


# Lines


def test_lines_keep_to_the_width() -> None:
    archive = archive_of("слово " * 50 + "漢" * 50 + "а\u0301" * 50)
    assert max(cells(line) for line in drawn(archive, 30)) <= 33


def test_lines_of_dos_and_control_characters_keep_their_places() -> None:
    text = ArticleText("а\r\nб\x1b\tв\rг\u200bд\r\n")
    assert text.drawable == "а \nб␛ в␍г\ufffdд \n"
    assert len(text.drawable) == len(text.text)


def test_a_text_without_a_blank_is_cut() -> None:
    assert drawn(archive_of("ы" * 100), 40) == ["   " + "ы" * 40, "   " + "ы" * 40, "   " + "ы" * 20]


def test_a_text_is_wrapped_once_for_each_width(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped: list[int] = []

    def counted(text: str, width: int) -> list[tuple[int, int]]:
        wrapped.append(width)
        return wrap(text, width)

    monkeypatch.setattr(articles, "wrap", counted)
    text = ArticleText("раз два три")
    for width, hits in ((9, ()), (9, ((0, 3),)), (9, ()), (5, ()), (5, ((4, 7),))):
        assert text.lines(width, hits)
    assert wrapped == [9, 5]


# Folding


def test_noise_is_one_line_that_says_how_long_it_is() -> None:
    assert drawn(archive_of(f"Раз\n{ADDRESS}\nдва")) == [
        "   Раз",
        "   [135 characters of addresses and the like]",
        "   два",
    ]


@pytest.mark.parametrize(
    ("text", "lines", "why"),
    [
        (f"раз {ADDRESS} два", ["   раз", "   [", "   два"], "inside a line"),
        (f"{ADDRESS} два", ["   [", "   два"], "at the start"),
        (f"раз\r\n{ADDRESS}", ["   раз", "   ["], "at the end"),
        (ADDRESS, ["   ["], "and nothing else"),
        (f"раз\n\n{ADDRESS}\n\nдва", ["   раз", "", "   [", "", "   два"], "empty lines beside it stay"),
        (f"раз\r\n\r\n{ADDRESS}\r\n\r\nдва", ["   раз", "", "   [", "", "   два"], "those of DOS too"),
    ],
)
def test_noise_stands_alone(text: str, lines: list[str], why: str) -> None:
    assert [re.sub(r"\[.*", "[", line) for line in drawn(archive_of(text))] == lines, why


@pytest.mark.parametrize(
    ("quotes", "folded", "why"),
    [
        (["раз", "два"], True, "quotes beside it"),
        (["480.webp"], False, "a quote inside"),
        (["раз https://example.by/0a1b2c3d"], False, "a quote that begins before it"),
        (["480.webp два"], False, "one that ends behind it"),
        ([f"раз {ADDRESS} два"], False, "one that contains it"),
    ],
)
def test_what_a_quote_touches_is_never_folded(quotes: list[str], folded: bool, why: str) -> None:
    archive = archive_of(f"раз {ADDRESS} два", *quotes)
    assert any("characters" in line for line in drawn(archive)) == folded, why


def test_nor_is_what_another_item_of_the_article_quotes() -> None:
    archive = archive_of(f"раз {ADDRESS} два", "раз")
    others = archive.model.items[LIFTS]
    quote = Quote(exact=ADDRESS, speech=Speech.NARRATION)
    items = (archive.model.items[0], replace(others, quotes=(quote,)), *archive.model.items[2:])
    assert not any("characters" in line for line in drawn(Archive(replace(archive.model, items=items))))


def test_what_a_search_hits_is_not_folded_as_long_as_it_does() -> None:
    text = f"раз {ADDRESS} два {ADDRESS}"
    archive = archive_of(text, "раз")
    folded = drawn(archive)
    at = text.index("480")
    hit = drawn(archive, hits=((0, 3), (at, at + 3)))
    assert [line for line in hit if "characters" in line] == folded[-1:]
    assert "".join(line[3:] for line in hit[1:4]) == ADDRESS
    assert drawn(archive, hits=((0, 3),)) == folded


def test_marks_behind_a_folded_place_stand_where_they_stood() -> None:
    archive = archive_of(f"раз {ADDRESS} два три", "два")
    assert roles(archive)[1:] == [("два", "good mark")]


def test_nothing_is_folded_where_it_would_take_long_to_know_what_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "AFFORDED", 100)
    assert not any("characters" in line for line in drawn(archive_of(f"раз {ADDRESS} два")))


# Words


@pytest.mark.parametrize(
    ("number", "nth", "spoken", "expected"),
    [
        (TOOLS, 0, "en", " Quote 1 of 2 ✓ verbatim ]: next · Item 1 of 3: {} · Вести [онлайн], 3 September 2025"),
        (LIFTS, 0, "en", " Quote 1 of 1 ≠ differs · Item 2 of 3: {} · Вести [онлайн], 3 September 2025"),
        (LIFTS, 0, "ru", " Цитата 1 из 1 ≠ расходится · Запись 2 из 3: {} · Вести [онлайн], 03.09.2025"),
    ],
)
def test_the_heading(number: int, nth: int, spoken: Language, expected: str) -> None:
    language.use(spoken)
    assert plain(article_heading(Archive(proofs()), number, nth, "]")) == expected.format(title(proofs().items[number]))


@pytest.mark.parametrize(
    ("sources", "spoken", "said"),
    [
        ({}, "en", "names no source"),
        ({}, "ru", "не указан файл с текстом этой статьи"),
        ({"unsourced": ""}, "en", "is empty"),
    ],
)
def test_an_article_without_a_text_says_so(sources: dict[str, str], spoken: Language, said: str) -> None:
    language.use(spoken)
    model: Model = replace(proofs(), sources=sources)
    assert said in no_text(model, HEARSAY)
    assert "Вести [онлайн]" in no_text(model, HEARSAY)
    assert article_text(Archive(model), HEARSAY).text == no_text(model, HEARSAY)


@pytest.mark.parametrize(
    ("number", "heading", "row", "why"),
    [
        (TOOLS, " Item 1 of 3", "  ● Machine tools …", "a verbatim quote needs no sign; the worst of its quotes"),
        (LIFTS, " Item 2 of 3", "≠ ◑ Lifts          ", "one that differs"),
        (TRACTORS, " Item 3 of 3", "× ◌ Tractors       ", "one that is missing"),
        (HEARSAY, " Item 1 of 1", "○ · Hearsay        ", "the next article has its own"),
    ],
)
def test_the_items_beside_the_article(number: int, heading: str, row: str, why: str) -> None:
    archive = Archive(proofs())
    assert plain(items_heading(archive, number)) == heading
    archive.statuses(number)
    shown = plain(narrow_row(archive, number, len(row)))
    assert shown.replace("≈", " ") == row, why


@pytest.mark.parametrize(
    ("count", "at", "expected"),
    [(12, 2, "hit  3 of 12"), (1, 0, "hit 1 of 1"), (0, None, "no hit"), (MOST, 0, f"hit     1 of more than {MOST}")],
)
def test_the_note_of_a_search(count: int, at: int | None, expected: str) -> None:
    assert hit_note(count, at) == expected
