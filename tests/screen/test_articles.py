"""The page of all articles, driven by keys, and the list narrowed to one of them."""

import pytest
from msgspec.structs import replace

from tests.screen.driving import Driven, opened, text
from tests.screen.models import hostile, matter, proofs
from tuiapp.article_page import ArticlePage
from tuiapp.dates import Date
from tuiapp.snapshot import Snapshot
from tuiapp.wording import short_day

ARTICLES = ["2026-03-20", "2026-01", "2025-11-07", "2025-09-29"]


def page(screen: Driven) -> list[str]:
    """The lines of the page, without the names of the columns and the keys."""
    assert isinstance(screen.pilot.app.screen, ArticlePage), "it is open"
    return [line for line in text(screen.pilot.app.screen.list).split("\n")[1:] if line.strip()]


def here(screen: Driven) -> str:
    """The line at the cursor."""
    return next(line for line in page(screen) if line.startswith("▸"))


async def checked(screen: Driven) -> None:
    """Wait until all quotes are checked."""
    archive = screen.ready.archive
    await screen.until(lambda: archive.known(range(len(screen.ready.model.items))))


@pytest.mark.parametrize("key", ["A", "Ф"])
async def test_every_article_has_its_line_the_newest_first(key: str) -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press(key)
        assert [line[4:15].strip() for line in page(screen)] == [short_day(Date(day)) for day in ARTICLES]
        assert all(
            " News " in line and f"News of {day}" in line and line.split()[-1] == "2"
            for line, day in zip(page(screen), ARTICLES, strict=True)
        )
        assert here(screen) == page(screen)[0]


async def test_the_cursor_begins_at_the_article_of_the_selected_item() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("5", "j", "A")
        assert "News of 2025-11-07" in here(screen)


async def test_it_counts_the_quotes_that_fail() -> None:
    async with opened(Snapshot(proofs())) as screen:
        await checked(screen)
        await screen.press("A")
        assert [line.split()[-2:] for line in page(screen)] == [["3", "2"], ["[photo]", "1"]]


async def test_what_is_not_checked_yet_is_not_called_right() -> None:
    ready = Snapshot(proofs(), gradual=True)
    ready.archive.statuses = lambda _: ()  # type: ignore[assignment, method-assign]
    async with opened(ready) as screen:
        await screen.press("A")
        assert [line.split()[-2:] for line in page(screen)] == [["3", "…"], ["1", "…"]]
        del ready.archive.statuses
        ready.archive.statuses(1)
        await screen.press("j")
        assert [line.split()[-2:] for line in page(screen)] == [["3", "1…"], ["1", "…"]]


@pytest.mark.parametrize("key", ["space"])
async def test_items_are_shown_below_their_article_and_hidden_again(key: str) -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("A", "j", key)
        assert [line.split()[:2] for line in page(screen)][1:4] == [["▸", "-"], ["Lifts", "of"], ["Tools", "of"]]
        assert "planned" in page(screen)[2]
        await screen.press("j", "j", key)
        assert len(page(screen)) == 4
        assert "News of 2026-01" in here(screen), "the cursor is back at the article"
        assert here(screen).startswith("▸ +")


@pytest.mark.parametrize(
    ("moves", "day"),
    [("j", "2026-01"), ("jjk", "2026-01"), ("G", "2025-09-29"), ("Gg", "2026-03-20"), ("3G", "2025-11-07"),
     ("2j", "2025-11-07"), ("99j2k", "2026-01"), ("оо", "2025-11-07")],
)  # fmt: skip
async def test_it_is_moved_through_as_every_list(moves: str, day: str) -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("A", *moves)
        assert f"News of {day}" in here(screen)


async def test_a_number_is_seen_while_it_is_typed() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("A", "1", "2")
        assert screen.picture.split("\n")[-1].strip() == "12"
        await screen.press("j")
        assert "Esc back" in screen.picture.split("\n")[-1]


async def test_enter_narrows_the_list_to_the_article_and_esc_takes_it_back() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("A", "j", "enter")
        assert screen.pilot.app.screen is screen.browser
        assert "2 of 8" in text(screen.browser.filter)
        assert "Article: News, January 2026 · News of 2026-01" in text(screen.browser.narrowed)
        await screen.press("escape")
        assert len(screen.shown) == 8
        await screen.press("A", "enter", "c")
        assert len(screen.shown) == 8


async def test_enter_on_an_item_selects_it_there() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("A", "j", "space", "j", "j", "enter")
        assert len(screen.shown) == 2
        assert screen.selected == "tools"
        assert screen.browser._view.model.article_of(screen.browser._view.number or 0).id == "2026-01"


async def test_a_filter_makes_way_and_comes_back() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.type("stage:interest")
        await screen.press("enter", "M", "M", "A", "g", "enter")
        assert screen.shown == ["lifts", "tools"]
        await screen.press("A", "G", "enter", "escape")
        assert screen.browser.filter.words.value == "stage:interest"
        assert screen.shown == ["lifts"]


async def test_from_the_article_it_leads_to_the_list() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("enter", "A", "j", "enter")
        assert screen.browser.focused is screen.browser.items
        assert len(screen.rows) == 2


@pytest.mark.parametrize("key", ["escape", "q", "A", "й"])
async def test_it_is_left_and_nothing_has_changed(key: str) -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.press("j", "A", "j", "j", key)
        assert screen.pilot.app.screen is screen.browser
        assert (screen.selected, len(screen.shown)) == ("tools", 8)


async def test_all_of_it_in_one_packet() -> None:
    async with opened(Snapshot(matter())) as screen:
        await screen.burst("A", "2", "j", "enter", "j", "enter")
        assert screen.selected == "tools"
        assert screen.browser.has_class("-reading")
        await screen.burst("A", "enter", "enter", "escape", "escape", "A", "A", "A", "q", "j")
        assert screen.pilot.app.screen is screen.browser
        assert screen.pilot.app.is_running


@pytest.mark.parametrize("size", [(2, 2), (20, 3), (60, 20), (80, 24), (200, 50)], ids=str)
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int]) -> None:
    model = matter()
    first, *others = model.articles
    strange = replace(first, title="漢字 " * 40, publisher="Ёж\n\t[b]", published=None)
    for each in (replace(model, articles=(strange, *others)), hostile()):
        async with opened(Snapshot(each), size) as screen:
            await screen.press("A", "space", "j")
            assert len(screen.picture.split("\n")) == size[1]
            assert "\x1b" not in screen.picture
            await screen.press("enter")
            assert screen.pilot.app.screen is screen.browser


async def test_an_article_without_items_narrows_to_nothing_and_comes_back() -> None:
    model = matter()
    last = model.articles[-1]
    model = replace(model, articles=(*model.articles, replace(last, id="empty")), starts=(*model.starts, 8))
    async with opened(Snapshot(model)) as screen:
        await screen.press("A", "G", "space", "enter")
        assert screen.shown == []
        await screen.press("escape")
        assert len(screen.shown) == 8
