"""Quotes in sources too large for the table of edits: what narrowing keeps, and what it gives up."""

import random
import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from pathlib import Path

import pytest

from tuiapp.evidence import Source
from tuiapp.evidence import nearest as module
from tuiapp.evidence.nearest import alike, nearest

ARTICLE = (Path(__file__).parents[1] / "seeds" / "000_601df9e75d1f0f37.txt").read_text(encoding="utf-8")
SYLLABLES = re.findall(r"[бвгдзклмнпрст][аеиоуы]", ARTICLE)


def made_up(characters: int) -> str:
    """A text of made-up words, of which a few are as common as in any text and most are rare (Zipf)."""
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 5))) for _ in range(20_000)]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    return " ".join(chance.choices(words, cum_weights=weights, k=characters // 6))[:characters]


@cache
def book() -> Source:
    """Half a second's work, so not done where these tests are only collected."""
    return Source(made_up(3_000_000))


def misprinted(text: str, every: int) -> str:
    """`text` with one letter in so many replaced by one that the made-up words do not have."""
    return "".join("ж" if place % every == every // 2 else letter for place, letter in enumerate(text))


@pytest.mark.parametrize("length", [60, 300, 1500, 2500, 20_000, 100_000])
@pytest.mark.parametrize("every", [20, 50])
def test_a_misprinted_quote_is_found_in_its_place(length: int, every: int) -> None:
    text = book().text
    start = text.index(" ", 1_700_000) + 1
    end = text.index(" ", start + length)
    found = book().find(misprinted(text[start:end], every))
    assert (found.status, found.start, found.end) == ("differs", start, end)


def test_of_equals_it_is_still_the_first() -> None:
    text = f"{ARTICLE}\n" * 200
    for passage in (ARTICLE[800:1000], text[700:7000]):
        assert alike(misprinted(passage, 40), text) == (
            text.index(passage),
            text.index(passage) + len(passage),
        )


@pytest.mark.parametrize("sentence", re.split(r"\.\s+", ARTICLE[700:]))
def test_narrowing_agrees_with_the_whole_table(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Room for one region or a few, where the table of the article takes three million steps.
    monkeypatch.setattr(module, "_AFFORDED", 1_200_000)
    quote = misprinted(sentence, 30)
    assert alike(quote, ARTICLE) == nearest(quote, ARTICLE)[1:]


GIVEN_UP: dict[str, Callable[[str], str]] = {
    "no word is left as it was": lambda text: misprinted(text[1_000_000:1_000_300], 2),
    "longer than is compared": lambda text: misprinted(text[:200_001], 50),
    "a long quote whose first thousand characters stand nowhere": lambda text: "й" * 1000 + text[5000:9000],
}


@pytest.mark.parametrize("reason", GIVEN_UP)
def test_what_a_large_source_gives_up(reason: str) -> None:
    assert book().find(GIVEN_UP[reason](book().text)).status == "missing", reason


def test_nothing_to_vote_for_is_missing() -> None:
    assert Source("x" * 1_000_000).find("?!").status == "missing"


@pytest.mark.parametrize("cut", ["недовольны ", "довольныйте ", "1 500 довольны_ ", "до\u200bволен "])
@pytest.mark.parametrize("many", [100, 100_000])
def test_one_whole_place_among_many_cut_ones_is_found(cut: str, many: int) -> None:
    text = cut * many + "довольны, " + cut * many
    found = Source(text).find("довольны")
    assert (found.status, found.start) == ("verbatim", len(cut) * many)


def test_a_long_quote_in_a_text_that_repeats_itself() -> None:
    text = f"{ARTICLE}\n" * 500
    quote = text[1000:900_000]
    start = text.index(" ", 1000) + 1
    assert Source(text).find(text[start : text.index(" ", 900_000)]).status == "verbatim"
    found = Source(text).find("и" + quote + "и")
    assert found.status == "missing"
    found = Source(text).find(quote)
    assert (found.status, found.start) == ("cut", text.rindex(" ", 0, 1000) + 1)
    assert [change.kind for change in found.diff][:2] == ["quote", "source"]
