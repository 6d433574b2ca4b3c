"""The field that narrows the values of the facets."""

import pytest

from tests.screen.driving import Driven, opened, text
from tuiapp import language
from tuiapp.snapshot import Snapshot

WIDE, NARROW = (120, 45), (80, 45)


def values(screen: Driven) -> list[str]:
    """The names of the values on the screen."""
    lines = text(screen.browser.facets).split("\n")
    return [line.lstrip("▸ ")[4:].rsplit(maxsplit=1)[0].strip() for line in lines if "[" in line]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
async def test_only_values_called_so_are_listed(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        await screen.press("f")
        everything = values(screen)
        await screen.press("slash", *"lift")
        assert values(screen) == [name for name in everything if "lift" in name.lower()] != []
        await screen.press("escape")
        assert values(screen) == everything
        assert screen.browser.focused is screen.browser.facets


async def test_keys_of_one_packet_are_typed_and_found(ready: Snapshot) -> None:
    async with opened(ready, WIDE) as screen:
        await screen.burst("f", "slash", *"lifts", "enter", "space")
        assert len(screen.shown) == 2
        assert all("lift" in item for item in screen.shown)
        assert "[x] Lifts" in text(screen.browser.facets)


@pytest.mark.parametrize("typed", ["cfvfh", "самар", "обл самар", "САМАР"])
async def test_words_in_any_order_case_and_layout(ready: Snapshot, typed: str) -> None:
    language.use("ru")
    async with opened(ready, WIDE) as screen:
        await screen.press("f")
        everything = values(screen)
        await screen.press("slash", *typed)
        assert values(screen) == [name for name in everything if "Самар" in name] != []


async def test_nothing_called_so_says_it(ready: Snapshot) -> None:
    async with opened(ready, WIDE) as screen:
        await screen.press("f", "slash", *"жжж")
        assert "Not among those listed." in text(screen.browser.facets)
        await screen.press("enter", "space", "]", "j", "G")
        assert len(screen.shown) == 10
        await screen.press("escape")
        assert values(screen), "one step back shows all values again"
        assert "[ ]" in text(screen.browser.facets)
        await screen.press("escape")
        assert screen.browser.focused is screen.browser.items


async def test_the_values_stay_narrowed_while_the_filter_changes(ready: Snapshot) -> None:
    async with opened(ready, WIDE) as screen:
        await screen.press("f", "slash", *"samara", "enter", "escape", "escape")
        await screen.press("f", "slash", *"samara", "tab")
        await screen.type("лифт")
        assert values(screen) == ["Belarus → Samara r…", "Samara region"]


async def test_c_shows_all_values_again(ready: Snapshot) -> None:
    async with opened(ready, WIDE) as screen:
        await screen.press("f")
        everything = values(screen)
        await screen.press("slash", *"lift", "enter", "c")
        assert values(screen) == everything


async def test_an_empty_field_closes(ready: Snapshot) -> None:
    async with opened(ready, WIDE) as screen:
        await screen.press("f", "slash", "enter")
        assert not screen.browser.facet_room.words.display
        assert screen.browser.focused is screen.browser.facets


async def test_the_field_moves_the_cursor_among_its_values(ready: Snapshot) -> None:
    async with opened(ready, WIDE) as screen:
        await screen.press("f", "slash", *"o", "down", "down", "up")
        second = [line for line in text(screen.browser.facets).split("\n") if "[ ]" in line][1]
        assert second.startswith("▸")
        await screen.press("enter", "space")
        assert "[x]" in text(screen.browser.facets)
        assert screen.browser.focused is screen.browser.facets
