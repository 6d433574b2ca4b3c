"""The palette finds a command by any part of its description, and works with keys in any order and at any speed."""

from itertools import product

import pytest

from tests.screen.driving import opened, text
from tuiapp.keys import labels
from tuiapp.keytable import KEYS
from tuiapp.language import gettext
from tuiapp.legend import commands
from tuiapp.snapshot import Snapshot
from tuiapp.widgets.palette import Palette

SIZES = pytest.mark.parametrize("size", [(80, 24), (2, 2)], ids=["80x24", "2x2"])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("copy", ["copy the citation, or those of the marked rows"]),
        ("ATION copy", ["copy the citation, or those of the marked rows"]),
        ("сщзн", ["copy the citation, or those of the marked rows"]),
        ("all pic", ["clear the filter and all picks"]),
        ("there is no such", []),
    ],
    ids=["a word", "two parts of words", "on the Russian layout", "one command of two", "none"],
)
def test_what_is_found(typed: str, found: list[str]) -> None:
    assert [key.description for key in commands(typed, guest=False)] == found


@pytest.mark.parametrize(
    ("typed", "first"),
    [("q", "app.quit"), ("й", "app.quit"), ("export", "screen.export"), ("language", "app.language"),
     ("order", "screen.sorted"), ("quit", "app.quit")],
)  # fmt: skip
def test_what_begins_so_comes_first_and_the_names_of_the_settings_are_known(typed: str, first: str) -> None:
    assert commands(typed, guest=False)[0].action == first


def test_nothing_typed_finds_every_command() -> None:
    assert commands("  ", guest=False) == [key for key in KEYS if key.palette]


@pytest.mark.parametrize(
    ("language", "typed", "command"),
    [
        ([], "copy", "copy the citation, or those of the marked rows"),
        (["L"], "копир", "копировать цитату или цитаты отмеченных строк"),
    ],
    ids=["en", "ru"],
)
async def test_commands_are_in_the_language_in_use_their_keys_at_the_right(
    ready: Snapshot, language: list[str], typed: str, command: str
) -> None:
    async with opened(ready) as screen:
        await screen.press(*language, "ctrl+p", *typed)
        line = screen.picture.split("\n")[1]
        assert line.startswith(f"▸ {command}")
        assert line.endswith(" y")


@pytest.mark.parametrize("width", [60, 30, 20])
@pytest.mark.parametrize("language", [[], ["L"]], ids=["en", "ru"])
async def test_a_narrow_one_cuts_what_a_command_does_and_never_its_keys(
    ready: Snapshot, language: list[str], width: int
) -> None:
    async with opened(ready, (width, 24)) as screen:
        await screen.press(*language, "ctrl+p")
        lines = screen.picture.split("\n")[1:]
        for line, key in zip(lines, commands("", guest=False), strict=False):
            told = gettext(key.description)
            keys = f" {labels(key)}"
            assert line.endswith(keys)
            said = line[2:].removesuffix(keys).rstrip()
            assert said == told or (said.endswith("…") and told.startswith(said[:-1]) and width < 60)
        assert any("…" in line for line in lines) == (width < 60)


@pytest.mark.parametrize(
    ("way", "key"),
    [
        *(([], key) for key in ("ctrl+p", "colon", "Ж")),
        *(([way], key) for way in ("f", "tab", "enter", "question_mark") for key in ("ctrl+p", "colon")),
        (["slash"], "f5"),
    ],
)
async def test_it_is_opened_from_everywhere(ready: Snapshot, way: list[str], key: str) -> None:
    async with opened(ready) as screen:
        await screen.burst(*way, key, *"copy")
        assert isinstance(screen.pilot.app.screen, Palette)
        assert screen.picture.split("\n")[1].startswith("▸ copy the citation")


async def test_in_the_filter_a_colon_is_typed(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst("slash", *"sector", ":", *"лифт")
        assert screen.pilot.app.screen is screen.browser
        assert len(screen.shown) == 2


@pytest.mark.parametrize(("down", "up"), [("ctrl+n", "ctrl+p"), ("ctrl+j", "ctrl+k")])
async def test_fzfs_keys_move_in_it(ready: Snapshot, down: str, up: str) -> None:
    async with opened(ready) as screen:
        await screen.burst("ctrl+p", *"quote", down)
        assert screen.picture.split("\n")[2].startswith("▸ previous quote")
        await screen.burst(up)
        assert screen.picture.split("\n")[1].startswith("▸ next quote")


async def test_it_does_what_it_offers(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "ctrl+p", *"next quo", "enter")
        assert "Quote 2 of 3" in text(screen.browser.panel)


async def test_all_of_it_in_one_packet(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst("j", "ctrl+p", *"next quo", "enter")
        assert "Quote 2 of 3" in text(screen.browser.panel)


async def test_it_is_moved_through_while_typing(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst("ctrl+p", *"quote", "down")
        assert screen.picture.split("\n")[2].startswith("▸ previous quote")
        await screen.burst("up", *" n")
        assert screen.picture.split("\n")[1].startswith("▸ next quote")


async def test_over_a_page_a_command_closes_the_page(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("question_mark", "ctrl+p", *"facets", "enter")
        assert screen.pilot.app.screen is screen.browser
        assert screen.browser.focused is screen.browser.facets


async def test_nothing_found_runs_nothing(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst("ctrl+p", *"zzz", "enter", "enter")
        assert "No command is called that." in screen.picture


ORDERS = [
    *product(["ctrl+p", "enter", "escape"], repeat=3),
    ("ctrl+p", "escape", "escape", "ctrl+p", "ctrl+p", "enter", "enter", "enter"),
    ("question_mark", "ctrl+p", "enter", "enter", "escape", "escape", "escape"),
    ("question_mark", "ctrl+p", *"all keys", "enter", "question_mark", "escape"),
    ("ctrl+p", *"all keys", "enter", "enter", "enter", "ctrl+p"),
    ("v", "v", "escape", "escape", "ctrl+p", "pagedown", "pagedown", "pageup", "down", "up", "enter", "escape"),
    ("ctrl+p", "x", "tab", "shift+tab", "f1", "home", "end", "delete", "backspace", "escape"),
]


@SIZES
@pytest.mark.parametrize("at_once", [True, False], ids=["in one packet", "one by one"])
async def test_keys_in_any_order_lead_back_to_the_list(ready: Snapshot, size: tuple[int, int], at_once: bool) -> None:
    async with opened(ready, size) as screen:
        for order in ORDERS:
            await (screen.burst(*order) if at_once else screen.press(*order))
            # One Esc for each screen over the rooms, one for the article, the facets or the filter, one to clear it.
            for _ in range(4):
                if screen.browser.focused is not screen.browser.items or screen.pilot.app.screen is not screen.browser:
                    await screen.press("escape")
            assert screen.pilot.app.is_running, order
            assert screen.pilot.app.screen is screen.browser, order
            assert screen.browser.focused is screen.browser.items, order
