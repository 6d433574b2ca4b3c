"""Moving through the list and between the rooms, and resizing the screen."""

import pytest

from tests.screen.driving import Driven, opened, strips, text
from tuiapp import language
from tuiapp.snapshot import Snapshot
from tuiapp.theme import DARK


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ("j", 1),
        ("down", 1),
        ("j j k", 1),
        ("j j up", 1),
        ("k", 0),
        ("G", 9),
        ("end", 9),
        ("G j", 9),
        ("G g", 0),
        ("end home", 0),
        ("pagedown", 7),
        ("pagedown pagedown", 9),
        ("G pageup", 2),
        ("ctrl+d ctrl+u", 0),
        ("ctrl+f", 7),
        ("ctrl+f ctrl+b", 0),
    ],
)
async def test_the_list_is_moved_through(ready: Snapshot, keys: str, row: int) -> None:
    async with opened(ready) as screen:
        assert len(screen.rows) == 8, "a page is one less, so that one row is seen twice"
        await screen.press(*keys.split())
        assert screen.selected == ready.model.items[row].id
        assert [row for row in screen.rows if row.startswith("▸")], "the row is in sight"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ("5j", 5),
        ("12G", 9),
        ("3G", 2),
        ("1G", 0),
        ("G4k", 5),
        ("0j", 1),
        ("03j", 3),
        ("99999999999j", 9),
        ("5", 0),
        ("5gj", 1),
        ("5fqj", 1),
        ("3о", 3),
        ("2n2j", 2),
    ],
)
@pytest.mark.parametrize("at_once", [True, False], ids=["in one packet", "one by one"])
async def test_a_number_counts(ready: Snapshot, keys: str, row: int, at_once: bool) -> None:
    async with opened(ready) as screen:
        await (screen.burst(*keys) if at_once else screen.press(*keys))
        assert screen.selected == ready.model.items[row].id


async def test_the_number_is_seen_and_escape_drops_it(ready: Snapshot) -> None:
    async with opened(ready, query="строение") as screen:
        await screen.press("1", "2")
        assert text(screen.browser.keys) == " 12"
        await screen.press("escape")
        assert "Esc back" in text(screen.browser.keys)
        assert screen.browser.filter.words.value, "Esc has gone no step back"
        await screen.press("j", "0")
        assert screen.selected == screen.shown[1]
        assert "Esc back" in text(screen.browser.keys)


async def test_a_number_is_not_carried_into_the_filter_nor_out_of_it(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst("5", "slash", "down", "down")
        assert screen.selected == ready.model.items[2].id
        await screen.press(*"140", "backspace", "backspace", "backspace", "enter", "j")
        assert screen.selected == ready.model.items[3].id


async def test_a_number_counts_in_every_room(ready: Snapshot) -> None:
    async with opened(ready, (60, 10)) as screen:
        await screen.press("j", "enter", "g", *"3j")
        assert screen.browser.article.top == 3
        await screen.press(*"5G")
        assert screen.browser.article.top == 4
        await screen.press("q", "f", *"4j")
        fourth = [line for line in text(screen.browser.facets).split("\n") if line.startswith("▸")]
        await screen.press("g", *"jjjj")
        assert [line for line in text(screen.browser.facets).split("\n") if line.startswith("▸")] == fourth
        await screen.press("g", *"5G")
        assert [line for line in text(screen.browser.facets).split("\n") if line.startswith("▸")] == fourth


@pytest.mark.parametrize("query", ["", "жжжжж"], ids=["items", "nothing found"])
async def test_tab_goes_round_the_rooms_and_back(ready: Snapshot, query: str) -> None:
    async with opened(ready, query=query) as screen:
        rooms = [screen.browser.items, screen.browser.panel, screen.browser.filter.words, screen.browser.facets]
        for room in (*rooms[1:], rooms[0]):
            await screen.press("tab")
            assert screen.browser.focused is room
        for room in rooms[::-1]:
            await screen.press("shift+tab")
            assert screen.browser.focused is room


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (200, 50), (40, 5)], ids=str)
@pytest.mark.parametrize(("left", "right"), [("h", "l"), ("р", "д")])
async def test_h_and_l_lead_to_the_left_and_to_the_right(
    ready: Snapshot, size: tuple[int, int], left: str, right: str
) -> None:
    async with opened(ready, size) as screen:
        facets, items, panel = screen.browser.facets, screen.browser.items, screen.browser.panel
        for key, room in (
            (right, panel),
            (right, panel),
            (left, items),
            (left, facets),
            (left, facets),
            (right, items),
        ):
            await screen.press(key)
            assert screen.browser.focused is room
            assert text(room)
        await screen.burst(*left * 3, *right * 2)
        assert screen.browser.focused is panel


async def test_h_and_l_stay_in_the_article(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "enter")
        before = screen.picture
        await screen.press("h", "l", "l")
        assert screen.picture == before
        assert screen.browser.focused is screen.browser.article


async def test_the_footer_says_what_the_keys_do_in_the_room(ready: Snapshot) -> None:
    async with opened(ready, (140, 30)) as screen:
        said = [text(screen.browser.keys)]
        for keys in (["slash"], ["enter", "f"], ["escape", "enter"]):
            await screen.press(*keys)
            said.append(text(screen.browser.keys))
        assert ["Enter article" in line for line in said] == [True, False, False, False]
        assert ["Enter keep" in line for line in said] == [False, True, False, False]
        assert ["Space pick" in line for line in said] == [False, False, True, False]
        assert ["Esc back" in line for line in said] == [False, False, True, True]


async def test_the_row_looks_otherwise_while_another_room_is_used(ready: Snapshot) -> None:
    def ground(screen: Driven) -> str | None:
        style = next(iter(strips(screen.browser.items)[0])).style
        return style.bgcolor.name if style and style.bgcolor else None

    async with opened(ready) as screen:
        assert ground(screen) == DARK.cursor
        await screen.press("slash")
        assert ground(screen) == DARK.resting
        await screen.press("enter")
        assert ground(screen) == DARK.cursor


SIZES = [(80, 24), (140, 45), (60, 20), (20, 5), (80, 24)]


async def test_resizing_keeps_the_selection_and_its_row_in_sight(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("строение")
        await screen.press("enter", "G")
        chosen = screen.selected
        for size in SIZES:
            await screen.resize(*size)
            assert screen.selected == chosen
            assert [row for row in screen.rows if row.startswith("▸")] == screen.rows[-1:], size


async def test_resizing_keeps_the_room_and_what_is_typed(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        for size in SIZES:
            await screen.resize(*size)
            assert screen.browser.focused is screen.browser.filter.words
            assert screen.browser.filter.words.value == "лифт"


@pytest.mark.parametrize(
    ("columns", "facets", "beside"), [(109, False, False), (110, True, False), (164, True, False), (165, True, True)]
)
async def test_the_wider_the_more_stands_side_by_side(
    ready: Snapshot, columns: int, facets: bool, beside: bool
) -> None:
    async with opened(ready, (80, 24)) as screen:
        await screen.resize(columns, 24)
        browser = screen.browser
        assert browser.facet_room.display == facets
        assert (browser.items.region.y == browser.panel.region.y) == beside
        assert browser.items.region.bottom <= browser.panel.region.y or beside


async def test_an_arrow_says_that_there_are_more_rows(ready: Snapshot) -> None:
    async with opened(ready, (80, 14)) as screen:
        assert [at for at, row in enumerate(screen.rows) if "↓" in row] == [len(screen.rows) - 1]
        await screen.press("G")
        assert screen.rows[0].endswith("↑")
        assert not any("↓" in row for row in screen.rows)


async def test_no_key_in_the_footer_is_cut(ready: Snapshot) -> None:
    async with opened(ready, (200, 24)) as screen:
        whole = screen.picture.split("\n")[-1].split()
        for columns in (*range(90, 66, -1), 33):
            await screen.resize(columns, 24)
            part = screen.picture.split("\n")[-1].split()
            assert part == whole[: len(part)]
            assert len(part) % 2 == 0


async def test_the_last_key_of_the_footer_may_end_at_the_edge(ready: Snapshot) -> None:
    language.use("ru")
    footers: list[str] = []
    for width in (80, None):
        async with opened(ready, (width or len(footers[0]), 24)) as screen:
            await screen.press("f")
            footers.append(screen.picture.split("\n")[-1].rstrip())
    assert footers[0] == footers[1]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_no_line_is_wider_than_the_screen(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        lines = screen.picture.split("\n")
        assert len(lines) == size[1]
        assert max(map(len, lines)) <= size[0]


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (20, 5)])
async def test_no_size_is_too_small_to_go_on(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        await screen.press("j", "f", "space", "escape", "enter", "n", "escape")
        await screen.press("question_mark", "escape", "v", "q", "c")
        await screen.type("лифт")
        await screen.resize(80, 24)
        assert screen.picture.count("Mogilevliftmash") >= 1


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
async def test_every_room_that_is_gone_to_is_on_the_screen(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        for _ in range(4):
            await screen.press("tab")
            assert screen.browser.focused is not None
            assert screen.browser.focused.region.area, screen.browser.focused


async def test_the_last_item_stands_at_the_bottom(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        room = screen.browser.items.size.height
        await screen.press("G")
        assert len(screen.rows) == room
        await screen.press("g", *["j"] * 9)
        assert len(screen.rows) == room
