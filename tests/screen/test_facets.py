"""Facets, driven by keys: their counts, picks in one facet (OR) and in several (AND), and the filter with picks."""

import re

import pytest

from tests.screen.driving import Driven, opened, strips, text, words
from tests.screen.models import proofs
from tuiapp.snapshot import Snapshot
from tuiapp.theme import THEMES

HIGH = (80, 45)
"""A screen high enough for all facets of the article."""


def counts(screen: Driven) -> dict[str, str]:
    """Each value on the screen, such as `[x] Lifts`, with its count."""
    rows = re.finditer(r"(\[[x ]\] .*?) +(\+?\d+)$", text(screen.browser.facets), re.MULTILINE)
    return {row[1]: row[2] for row in rows}


async def test_every_value_has_its_count_of_the_items_shown(ready: Snapshot) -> None:
    async with opened(ready, HIGH) as screen:
        await screen.press("f")
        found = counts(screen)
        assert found["[ ] Lifts"] == "2"
        assert found["[ ] Mogilevliftmash"] == "2"
        assert found["[ ] negotiation"] == "2"
        assert found["[ ] Belarus → Samara region"] == "4"
        assert found["[ ] not said"] == "1"


def bars(screen: Driven) -> list[list[tuple[int, int]]]:
    """For each facet on the screen, the number of each value, and how many cells of its row stand on a bar."""
    ground = THEMES["tuiapp-dark"].gauge
    found: list[list[tuple[int, int]]] = [[]]
    for strip in strips(screen.browser.facets):
        cells = sum(
            segment.cell_length
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == ground
        )
        if number := re.search(r"\] .* \+?(\d+) *$", strip.text):
            found[-1].append((int(number[1]), cells))
        else:
            found.append([])
    return found


async def test_a_bar_behind_a_count_is_as_long_as_its_part_of_the_largest(ready: Snapshot) -> None:
    async with opened(ready, (84, 45)) as screen:
        await screen.press("f", "G")
        whole = [values for values in bars(screen)[1:-1] if values]
        assert len(whole) > 1
        for values in whole:
            most = max(number for number, _ in values)
            assert values == [(number, round(28 * number / most)) for number, _ in values]
        await screen.press("g")
        assert bars(screen)[1][0][1] == 0, "the cursor's line has its own ground"


async def test_the_counts_follow_the_filter(ready: Snapshot) -> None:
    async with opened(ready, HIGH) as screen:
        await screen.type("лифт")
        await screen.press("enter", "f")
        assert counts(screen) == {
            "[ ] Lifts": "2",
            "[ ] Mogilevliftmash": "2",
            "[ ] planned": "1",
            "[ ] negotiation": "1",
            "[ ] Belarus → Samara region": "2",
            "[ ] Denis Gurkov": "2",
            "[ ] Belarus": "2",
            "[ ] Samara region": "2",
        }


async def test_two_values_of_one_facet_widen(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "space")
        assert screen.shown == ["soyuz-rockets"]
        await screen.press("j", "space")
        assert screen.shown == ["soyuz-rockets", "agricultural-drones", "drone-plant"]


async def test_picks_in_two_facets_narrow(ready: Snapshot) -> None:
    async with opened(ready, HIGH) as screen:
        await screen.press("f", "j", "space")
        assert screen.shown == ["agricultural-drones", "drone-plant"]
        stages = list(counts(screen)).index("[ ] study")
        await screen.press("g", *["j"] * stages, "space")
        assert screen.shown == ["drone-plant"]


async def test_a_value_not_picked_says_what_it_would_add(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "space")
        assert counts(screen)["[x] Rockets"] == "1"
        assert counts(screen)["[ ] Drones"] == "+2"


async def test_picking_again_drops(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "enter", "enter")
        assert len(screen.shown) == 10
        assert "[x]" not in text(screen.browser.facets)


async def test_a_picked_value_stays_in_sight_at_zero(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "space")
        await screen.type("лифт")
        await screen.press("enter", "f")
        assert screen.shown == []
        assert counts(screen)["[x] Rockets"] == "0"
        await screen.press("space")
        assert len(screen.shown) == 2, "it can be dropped there, too"


async def test_the_cursor_stays_on_its_value_while_the_counts_change(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "j", "j", "j", "j", "j")
        assert "▸ [ ] Lifts" in text(screen.browser.facets)
        await screen.type("лифт")
        await screen.press("enter", "f")
        assert "▸ [ ] Lifts" in text(screen.browser.facets)


def here(screen: Driven) -> tuple[str, str]:
    """The line above the cursor, and the value at the cursor."""
    lines = text(screen.browser.facets).split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("▸"))
    return lines[at - 1].strip(), lines[at]


@pytest.mark.parametrize(("forth", "back"), [("]", "["), ("ъ", "х"), ("'", "х")])
@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 11)], ids=str)
async def test_brackets_jump_from_heading_to_heading(
    ready: Snapshot, size: tuple[int, int], forth: str, back: str
) -> None:
    async with opened(ready, size) as screen:
        await screen.press("f")
        seen = [here(screen)]
        for _ in range(20):
            await screen.press(forth)
            if here(screen) == seen[-1]:
                break
            seen.append(here(screen))
        headings = [heading for heading, _ in seen]
        assert headings[:2] == ["Sector", "Enterprise"]
        assert headings[-1] == "Role"
        assert not [heading for heading in headings if "[ ]" in heading]
        await screen.press("j", back)
        assert here(screen) in (seen[-1], seen[-2]), "to the start of the facet first, if it has more values"
        await screen.press("g", forth, "j", "j", back)
        assert here(screen) == seen[1]
        for expected in (seen[0], seen[0]):
            await screen.press(back)
            assert here(screen) == expected


async def test_brackets_without_facets_do_nothing(ready: Snapshot) -> None:
    async with opened(ready, query="жжжжж") as screen:
        await screen.press("f", "]", "[", "]")
        assert screen.browser.focused is screen.browser.facets


async def test_filter_and_picks_are_seen_at_a_glance(ready: Snapshot) -> None:
    async with opened(ready, (60, 20)) as screen:
        await screen.press("f", "G", "space")
        await screen.type("маз")
        await screen.press("enter")
        first, second = screen.picture.split("\n")[:2]
        assert "маз" in first
        assert "1 of 10" in first
        assert "Role: producer" in second


async def test_nothing_left_names_the_picks_that_emptied_the_list(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "space")
        await screen.type("лифт")
        said = words(screen.browser.items)
        assert "2 items match the filter, but none what is picked: Sector: Rockets." in said
        assert "c clears" in said


async def test_clear_drops_picks_and_scope(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "space", "e", "c")
        assert len(screen.shown) == 10
        assert "everything" in text(screen.browser.filter)
        assert "Sector:" not in text(screen.browser.narrowed)


async def test_wide_screens_show_the_facets_at_once(ready: Snapshot) -> None:
    async with opened(ready, (110, 24)) as screen:
        assert "[ ] Rockets" in text(screen.browser.facets)
        assert text(screen.browser.panel)


async def test_narrow_screens_show_the_facets_only_while_used(ready: Snapshot) -> None:
    async with opened(ready, (109, 24)) as screen:
        assert not text(screen.browser.facets)
        await screen.press("f")
        assert "[ ] Rockets" in text(screen.browser.facets)
        assert screen.rows, "the list stays in sight"
        await screen.press("escape")
        assert not text(screen.browser.facets)
        assert text(screen.browser.panel)


async def test_a_facet_that_takes_long_is_filled_while_nothing_is_typed() -> None:
    async with opened(Snapshot(proofs()), (120, 60)) as screen:
        for _ in range(100):
            await screen.settle()
            if "[ ] differs" in counts(screen):
                break
        assert counts(screen)["[ ] differs"] == "1"
        assert screen.shown == [item.id for item in screen.ready.model.items], "and nothing else has changed"
