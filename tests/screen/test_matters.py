"""Going through the items of a matter by keys, and the list of the newest of each."""

import pytest

from tests.screen.driving import Driven, opened, text, words
from tests.screen.models import matter
from tuiapp.snapshot import Snapshot


def title(screen: Driven) -> str:
    """The first line of the panel: the title of the item that is shown."""
    return text(screen.browser.panel).split("\n")[1].strip()


@pytest.mark.parametrize(("earlier", "later"), [("<", ">"), ("Б", "Ю")])
async def test_keys_go_through_the_matter_and_back(earlier: str, later: str) -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press(earlier)
        assert title(screen) == "Lifts of 2026-01"
        await screen.press("2", earlier)
        assert title(screen) == "Lifts of 2025-09-29"
        await screen.press(earlier)
        assert title(screen) == "Lifts of 2025-09-29"
        assert "No article tells of this matter earlier." in text(screen.browser.keys)
        await screen.press(*[later] * 3)
        assert title(screen) == "Lifts of 2026-03-20"
        assert "No article" not in text(screen.browser.keys)
        await screen.press(later)
        assert "No article tells of this matter later." in text(screen.browser.keys)


async def test_an_item_that_the_filter_leaves_out_is_shown_and_esc_brings_the_filter_back() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.type("stage:interest")
        await screen.press("enter", ">")
        assert title(screen) == "Lifts of 2025-11-07"
        assert len(screen.shown) == 8
        assert screen.browser.filter.words.value == ""
        assert "Esc goes back" in text(screen.browser.keys)
        await screen.press(">", "escape")
        assert screen.browser.filter.words.value == "stage:interest"
        assert title(screen) == "Lifts of 2025-09-29"
        assert len(screen.shown) == 1
        await screen.press("escape")
        assert len(screen.shown) == 8


async def test_all_of_it_in_one_packet() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.burst("/", *"stage:interest", "enter", ">", ">", ">", "<")
        assert title(screen) == "Lifts of 2026-01"
        await screen.burst("q", "q")
        assert len(screen.shown) == 8
        assert screen.pilot.app.is_running


async def test_in_the_article_the_other_article_is_opened() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("enter", "<")
        assert "January 2026" in text(screen.browser.article)


@pytest.mark.parametrize("key", ["M", "Ь"])
async def test_only_the_newest_of_each_matter(key: str) -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("j", "j", key)
        assert screen.shown == ["lifts", "tools", "tools", "tools", "tools"]
        assert title(screen) == "Lifts of 2026-03-20"
        assert "only the newest of each matter" in text(screen.browser.narrowed)
        assert "5 of 8" in text(screen.browser.filter)
        await screen.press("c", "escape")
        assert "only the newest" in text(screen.browser.narrowed), "as the order does, it stays"
        await screen.press(key)
        assert len(screen.shown) == 8


async def test_nothing_among_the_newest_says_so() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("M")
        await screen.type("stage:planned")
        assert "2 items are found, but none is the newest of its matter." in words(screen.browser.items)
        await screen.press("enter", "<")
        assert screen.selected is None
