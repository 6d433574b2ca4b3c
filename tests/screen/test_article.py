"""The article view: the quote is marked, and keys lead back to the list."""

from tests.screen.driving import Driven, opened, strips, text, words
from tests.screen.models import proofs
from tuiapp.snapshot import Snapshot
from tuiapp.theme import DARK


def marked(screen: Driven) -> str:
    """The text with the background of a mark, its lines joined."""
    runs = [
        segment.text
        for strip in strips(screen.browser.article)
        for segment in strip
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == DARK.mark
    ]
    return " ".join(" ".join(runs).split())


async def test_enter_opens_the_article_with_the_quote_marked_and_in_sight(ready: Snapshot) -> None:
    async with opened(ready, (60, 20)) as screen:
        await screen.press("G", "enter")
        assert marked(screen) == ready.model.items[-1].quotes[0].exact
        assert not text(screen.browser.items)


async def test_the_mark_is_seen_without_colour(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("G", "enter")
        lines = [line for line in text(screen.browser.article).split("\n") if line.startswith(" │")]
        assert "В этом легко поможет" in lines[0]
        assert "о локализации производства в области." in lines[-1]


async def test_the_heading_says_whose_article_which_quote_and_its_status(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "enter")
        assert text(screen.browser.article).split("\n")[0].split(" · ") == [
            " news.by, 30 September 2025",
            "Quote 1 of 3 ✓ verbatim n: next",
        ]


async def test_the_same_keys_go_on_to_the_next_quote(ready: Snapshot) -> None:
    async with opened(ready, (60, 10)) as screen:
        await screen.press("j", "enter", "n")
        assert marked(screen).startswith("О перспективах промышленной кооперации")
        await screen.press("n")
        assert marked(screen) == "И это только один из примеров взаимодействия"
        await screen.press("p")
        assert marked(screen).startswith("О перспективах промышленной кооперации")


async def test_escape_goes_back_to_the_same_row_and_quote(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("машин")
        await screen.press("enter", "j", "enter", "n", "escape")
        assert screen.browser.focused is screen.browser.items
        assert screen.selected == screen.shown[1]
        assert screen.rows[1].startswith("▸")
        assert text(screen.browser.panel)


async def test_the_article_can_be_moved_through(ready: Snapshot) -> None:
    async with opened(ready, (60, 12)) as screen:
        await screen.press("enter", "g")
        assert "Фото БЕЛТА news.by" in text(screen.browser.article)
        await screen.press("G")
        assert "о локализации производства в области." in words(screen.browser.article)
        last = text(screen.browser.article)
        await screen.press("j")
        assert text(screen.browser.article) == last, "there is nothing below the end"
        await screen.press("k")
        assert text(screen.browser.article) != last


async def test_resizing_keeps_the_mark_in_sight(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("G", "enter")
        for size in ((140, 45), (60, 20), (20, 5)):
            await screen.resize(*size)
            assert marked(screen).startswith("В этом легко"), size


async def test_a_quote_that_differs_is_marked_where_the_nearest_passage_stands() -> None:
    async with opened(Snapshot(proofs())) as screen:
        await screen.press("j", "enter")
        assert "≠ differs" in text(screen.browser.article)
        assert marked(screen) == "Лифты для Тольятти делают в Могилеве, и в этом году их будет 200."


async def test_without_a_source_it_says_so() -> None:
    async with opened(Snapshot(proofs())) as screen:
        await screen.press("G", "enter")
        assert "no source" in text(screen.browser.article)
        assert "The model names no source for this article" in words(screen.browser.article)
        assert "Вести [онлайн]" in words(screen.browser.article)


async def test_enter_on_nothing_opens_nothing(ready: Snapshot) -> None:
    async with opened(ready, query="жжжжж") as screen:
        await screen.press("enter")
        assert not text(screen.browser.article)


async def test_tab_leaves_the_article(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "tab")
        assert not text(screen.browser.article)
        assert screen.browser.focused is screen.browser.items


async def test_the_quote_read_last_stands_beside_the_list_again(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "enter", "n", "escape")
        assert "Quote 2 of 3" in text(screen.browser.panel)
