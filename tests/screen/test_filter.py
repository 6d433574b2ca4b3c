"""The filter, driven by keys."""

from typing import Any

import pytest

from tests.screen.driving import opened, text
from tuiapp.present.columns import columns
from tuiapp.snapshot import Snapshot
from tuiapp.widgets.item_list import ItemList
from tuiapp.widgets.lines import LineView
from tuiapp.widgets.quote_panel import QuotePanel


async def test_opens_on_all_items_and_the_quote_of_the_first(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        assert screen.selected == ready.model.items[0].id
        assert "Ключевыми отраслями" in text(screen.browser.panel)
        assert "10 of 10" in text(screen.browser.filter._note)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("лифт", "lift-replacement"), ("lift", "lift-replacement"), ("маз", "trucks"), ("sector:станк", "machine-tools")],
)
async def test_typing_narrows_to_the_right_item(ready: Snapshot, typed: str, first: str) -> None:
    async with opened(ready) as screen:
        await screen.type(typed)
        number = screen.browser._view.answer.shown.window(0, 1)[0]
        assert ready.model.items[number].id == first
        assert ready.model.items[number].quotes[0].exact.split()[0] in text(screen.browser.panel)


async def test_arrows_move_while_typing_and_enter_keeps_the_filter(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        await screen.press("down")
        assert screen.selected == "lift-localisation"
        await screen.press("enter")
        assert screen.browser.focused is screen.browser.items
        assert len(screen.rows) == 2


@pytest.mark.parametrize(
    ("keys", "row"),
    [("ctrl+n", 1), ("ctrl+j", 1), ("ctrl+n ctrl+j ctrl+p", 1), ("ctrl+n ctrl+j ctrl+k", 1), ("ctrl+p", 0)],
)
async def test_fzfs_keys_move_while_typing(ready: Snapshot, keys: str, row: int) -> None:
    async with opened(ready) as screen:
        await screen.burst("slash", *"строение", *keys.split())
        assert screen.selected == screen.shown[row]
        assert screen.browser.focused is screen.browser.filter.words
        assert screen.browser.filter.words.value == "строение"


async def test_escape_clears_and_then_leaves(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        await screen.press("escape")
        assert screen.browser.filter.words.value == ""
        assert screen.browser.filter.words.has_focus
        await screen.press("escape")
        assert screen.browser.items.has_focus


@pytest.mark.parametrize("before", [[], ["G"], ["slash", *"ммз", "escape", "escape"]], ids=["top", "end", "query"])
async def test_the_best_row_is_selected_and_stays_so_without_the_filter(ready: Snapshot, before: list[str]) -> None:
    async with opened(ready) as screen:
        await screen.press(*before)
        await screen.type("лифт")
        best = screen.shown[0]
        assert screen.selected == best
        assert screen.rows[0].startswith("▸")
        await screen.press("escape")
        assert screen.selected == best


async def test_nothing_found_says_what_was_looked_for_and_how_to_get_back(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт жжжжж")
        said = "\n".join(screen.rows)
        assert "“жжжжж”" in said
        assert "лифт жжжжж" not in said, "only the word that empties the list is to blame"
        assert "Esc" in said


async def test_clear_undoes_filter_and_picks(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "space")
        await screen.type("лифт")
        await screen.press("enter", "c")
        assert "10 of 10" in text(screen.browser.filter._note)


async def test_a_scope_key_holds_the_words(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("могилевлифтмаш")
        await screen.press("enter")
        assert len(screen.rows) == 2
        await screen.press("s")
        assert "sectors" in text(screen.browser.filter._prompt)
        assert screen.selected is None
        await screen.press("e")
        assert len(screen.rows) == 2


async def test_matched_letters_are_marked(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("mogi")
        row = screen.browser.items.render_line(0)
        marked = "".join(segment.text for segment in row if segment.style and segment.style.underline)
        assert marked == "Mogi"


@pytest.mark.parametrize("typed", ["[", "[/]", "[b", "[@click=x]y[/]"])
async def test_what_is_typed_is_never_markup(ready: Snapshot, typed: str) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт ")
        screen.browser.filter.words.insert_text_at_cursor(f"!{typed}")
        await screen.press("home")
        assert typed in text(screen.browser.filter.words)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_typing_moves_no_pane_and_no_column(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:

        def places() -> object:
            rooms = (screen.browser.items, screen.browser.panel)
            return [room.region for room in rooms], columns(screen.browser._view.archive, size[0])

        before = places()
        for typed in ("slash", "м", "а", "з", "ж", "escape"):
            await screen.press(typed)
            assert places() == before


@pytest.mark.parametrize("query", ["л", "лифтж"], ids=["another row is selected", "none is left"])
async def test_a_letter_draws_list_and_quote_once(ready: Snapshot, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    drawn: list[str] = []
    for room in (ItemList, QuotePanel):
        lines = room.lines

        def counted(self: LineView, width: int, height: int, lines: Any = lines) -> Any:
            drawn.append(type(self).__name__)
            return lines(self, width, height)

        monkeypatch.setattr(room, "lines", counted)
    async with opened(ready) as screen:
        await screen.type(query[:-1])
        drawn.clear()
        await screen.press(query[-1])
        assert sorted(drawn) == ["ItemList", "QuotePanel"]
