"""The article view: quotes are marked, its items stand beside it, and keys lead back to the list."""

import pytest
from msgspec.structs import replace

from tests.screen.driving import Driven, opened, strips, text, words
from tests.screen.models import many, proofs
from tuiapp.snapshot import Snapshot
from tuiapp.theme import DARK


def marked(screen: Driven, ground: str = DARK.good) -> str:
    """The text with the background of a mark, its lines joined."""
    runs = [
        segment.text
        for strip in strips(screen.browser.article)
        for segment in strip
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == ground
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
            " Quote 1 of 3 ✓ verbatim ]: next",
            "Item 2 of 10: Belarus and the Samara region …",
        ]
        await screen.resize(119, 24)
        assert text(screen.browser.article).split("\n")[0].split(" · ")[2] == "news.by, 30 Sep…"


async def test_brackets_go_on_to_the_next_quote_and_back(ready: Snapshot) -> None:
    async with opened(ready, (60, 10)) as screen:
        await screen.press("j", "enter", "]")
        assert marked(screen).startswith("О перспективах промышленной кооперации")
        await screen.press("]")
        assert marked(screen) == "И это только один из примеров взаимодействия"
        for key in ("[", "p"):
            await screen.press(key)
        assert marked(screen).startswith("Важно, что Беларусь")


async def test_the_items_other_quotes_are_marked_faintly(ready: Snapshot) -> None:
    async with opened(ready, (80, 40)) as screen:
        await screen.press("j", "enter")
        others = marked(screen, DARK.resting)
        assert "О перспективах промышленной кооперации" in others
        assert "И это только один из примеров взаимодействия" in others
        assert marked(screen).startswith("Важно")


async def test_a_quote_in_sight_does_not_move_the_text() -> None:
    model = proofs()
    lines = [f"строка {number}" for number in range(100)]
    lines[50], lines[54], lines[80] = (quote.exact for quote in (*model.items[0].quotes, *model.items[1].quotes))

    def shown(screen: Driven) -> list[str]:
        return [line[3:] for line in text(screen.browser.article).split("\n")[1:]]

    async with opened(Snapshot(replace(model, sources={"proofs": "\n".join(lines)})), (80, 24)) as screen:
        await screen.press("enter")
        before = shown(screen)
        assert before[0] == "строка 43", "a third of the height shows the context"
        await screen.press("]")
        assert (shown(screen), marked(screen)) == (before, lines[54])
        await screen.press("tab")
        assert (shown(screen)[0], marked(screen)) == ("строка 73", lines[80])


async def test_the_key_of_a_quote_leads_back_to_it(ready: Snapshot) -> None:
    async with opened(ready, (60, 10)) as screen:
        await screen.press("G", "enter", "g")
        assert not marked(screen)
        await screen.press("]")
        assert marked(screen).startswith("В этом легко поможет"), "the item's only quote"


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
        assert marked(screen, DARK.bad) == "Лифты для Тольятти делают в Могилеве, и в этом году их будет 200."


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


async def test_the_quote_read_last_stands_beside_the_list_again(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "enter", "]", "escape")
        assert "Quote 2 of 3" in text(screen.browser.panel)


async def test_the_language_key_leaves_the_text_where_it_is(ready: Snapshot) -> None:
    async with opened(ready, (60, 12)) as screen:
        await screen.press("G", "enter", "g", "j")
        before = text(screen.browser.article).split("\n")[4:]
        await screen.press("L")
        assert text(screen.browser.article).split("\n")[4:] == before
        assert "Цитата 1 из 1" in text(screen.browser.article)


# The items


async def test_tab_goes_through_the_items_of_the_article(ready: Snapshot) -> None:
    items = ready.model.items
    async with opened(ready, (80, 12)) as screen:
        await screen.press("enter")
        for at in (1, 2, 3):
            await screen.press("tab")
            assert marked(screen).startswith(items[at].quotes[0].exact[:20])
        await screen.press("shift+tab", "shift+tab", "shift+tab", "shift+tab")
        assert marked(screen) == items[-1].quotes[0].exact, "it goes round"
        await screen.press("enter")
        assert screen.selected == items[-1].id
        assert screen.rows[-1].startswith("▸")


async def test_the_items_stand_beside_the_article_where_there_is_room(ready: Snapshot) -> None:
    async with opened(ready, (120, 36)) as screen:
        await screen.press("enter", "tab")
        beside = text(screen.browser.beside).split("\n")
        assert beside[0] == " Item 2 of 10"
        assert [line[0] for line in beside[1:11]] == [" ", "▸", *[" "] * 8]
        assert beside[1].startswith("   ● Machine building")
        assert text(screen.browser.article).startswith(" Quote 1")
        await screen.resize(119, 36)
        assert not text(screen.browser.beside)
        await screen.resize(200, 36)
        assert "▸  ● Belarus and the Samara region compl" in text(screen.browser.beside)


async def test_a_long_list_of_items_follows_the_current_one() -> None:
    async with opened(Snapshot(many(100)), (120, 12)) as screen:
        await screen.press("enter", "shift+tab")
        assert "Item 100 of 100" in text(screen.browser.beside)
        assert text(screen.browser.beside).split("\n")[-1].startswith("▸")
        await screen.press("tab")
        assert text(screen.browser.beside).split("\n")[1].startswith("▸")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)], ids=str)
async def test_no_line_of_the_text_has_more_than_ninety_cells(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        await screen.press("enter")
        longest = max(len(line) for line in text(screen.browser.article).split("\n")[1:])
        assert longest <= 93
        assert longest >= min(size[0] - 45, 80), "and no fewer than there is room for"


async def test_an_item_that_the_list_lacks_can_be_read_and_left(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        await screen.press("enter", "j")
        before = screen.selected
        await screen.press("enter", "tab")
        assert marked(screen)
        assert screen.selected not in (before, *screen.shown)
        await screen.press("escape")
        assert screen.selected == before
        assert screen.rows[1].startswith("▸")
        assert "Quote 1 of" in text(screen.browser.panel)


@pytest.mark.parametrize("key", ["escape", "q", "enter", "f"])
async def test_every_way_out_selects_a_row_of_the_list(ready: Snapshot, key: str) -> None:
    async with opened(ready) as screen:
        await screen.type("маз")
        await screen.press("enter", "enter", "tab", key)
        assert not text(screen.browser.article)
        assert screen.selected == "trucks"


async def test_the_citation_is_that_of_the_quote_read(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "tab", "]", "v")
        assert "«О перспективах промышленной кооперации" in screen.picture


async def test_the_footer_has_the_keys_of_the_article(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter")
        for said in ("/ search", "] quote", "Tab item", "Esc back", "y copy"):
            assert said in text(screen.browser.keys)
        assert "pane" not in text(screen.browser.keys)


# What articles are made of


@pytest.mark.parametrize(
    "source", ["", " ", "\n", "\r", "\t", "\u0301", "漢" * 300, "а\u0301" * 300, "\u0301" * 999, "שלום " * 99]
)
async def test_any_text_is_drawn(source: str) -> None:
    async with opened(Snapshot(replace(proofs(), sources={"proofs": source})), (60, 12)) as screen:
        await screen.press("enter", "G", "g", "]", "tab", "/", "а", "down", "enter", "n", "escape", "escape")
        assert screen.browser.focused is screen.browser.items
        assert screen.selected == "lifts"


async def test_an_empty_source_is_said_to_be_empty() -> None:
    async with opened(Snapshot(replace(proofs(), sources={"proofs": ""}))) as screen:
        await screen.press("enter")
        assert "is empty" in text(screen.browser.article)
