"""The quote panel: the quote with its speaker, status and translation, and moving from one quote to the next."""

from unittest.mock import Mock

import pytest

from tests.screen.driving import Driven, opened, text, words
from tests.screen.models import proofs
from tuiapp.model import Model
from tuiapp.snapshot import Snapshot

HIGH = (80, 60)


def row_of(model: Model, item: str) -> list[str]:
    """The keys that select `item`."""
    return ["g", *["j"] * [each.id for each in model.items].index(item)]


async def look_at(screen: Driven, item: str) -> str:
    await screen.press(*row_of(screen.ready.model, item))
    return words(screen.browser.panel)


async def test_every_quote_of_every_item_stands_there_to_the_letter(ready: Snapshot) -> None:
    async with opened(ready, (200, 60)) as screen:
        for item in ready.model.items:
            for quote in item.quotes:
                assert quote.exact in words(screen.browser.panel).replace("│ ", "")
                await screen.press("n")
            await screen.press("j")


@pytest.mark.parametrize(
    "part",
    [
        "Replacing lifts in the Samara region",
        "Belarus → Samara region",
        "Mogilevliftmash",
        "Lifts",
        "planned",
        "about 6,000 lifts",
        "Denis Gurkov, Minister of Industry and Trade of the Samara region, Russia",
        "reported speech",
        "news.by, 30 September 2025",
        "✓ verbatim",
        "characters 2041 to 2161 of the article",
        "Translation: He also said that about 6,000 lifts are to be replaced",
    ],
)
async def test_what_bears_on_the_quote_stands_beside_it(ready: Snapshot, part: str) -> None:
    async with opened(ready, HIGH) as screen:
        assert part in await look_at(screen, "lift-replacement")


@pytest.mark.parametrize(
    ("item", "status", "why"),
    [
        ("tools", "✓ verbatim", "the words stand in the source"),
        ("lifts", "≠ differs", "another town and another number"),
        ("tractors", "× missing: no passage", "nothing of it stands there"),
        ("hearsay", "○ no source: the model names no source", "there is nothing to check against"),
    ],
)
async def test_the_status_is_a_sign_and_a_word(item: str, status: str, why: str) -> None:
    async with opened(Snapshot(proofs()), HIGH) as screen:
        assert status in await look_at(screen, item), why


async def test_a_quote_that_differs_stands_against_the_passage() -> None:
    async with opened(Snapshot(proofs()), HIGH) as screen:
        panel = await look_at(screen, "lifts")
        assert "quote: Лифты для Тольятти делают в Минске" in panel
        assert "article: Лифты для Тольятти делают в Могилеве" in panel


async def test_next_and_previous_quote_go_round(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j")
        seen = []
        for key in ("n", "n", "n", "p", "N"):
            await screen.press(key)
            seen.append(words(screen.browser.panel).split(" ✓")[0].removeprefix("── Quote ").removesuffix(" n: next"))
        assert seen == ["2 of 3", "3 of 3", "1 of 3", "3 of 3", "2 of 3"]
        assert "О перспективах" in text(screen.browser.panel)


async def test_another_item_begins_with_its_first_quote(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "n", "j")
        assert "Quote 1 of 1" in text(screen.browser.panel)
        await screen.press("k")
        assert "Quote 1 of 3" in text(screen.browser.panel)


@pytest.mark.parametrize("focused", [True, False])
async def test_the_panel_with_the_focus_has_a_heavy_rule(ready: Snapshot, focused: bool) -> None:
    async with opened(ready) as screen:
        await screen.press(*["tab"] if focused else ["tab", "tab"])
        rule = text(screen.browser.panel).split("\n")[0]
        assert {character for character in rule if character in "─━"} == {"━" if focused else "─"}


@pytest.mark.parametrize(("size", "beside"), [((200, 50), True), ((120, 50), False)])
async def test_beside_the_list_all_quotes_of_an_item_are_seen(
    ready: Snapshot, size: tuple[int, int], beside: bool
) -> None:
    async with opened(ready, size) as screen:
        await screen.press("j", "n")
        quotes = [quote.exact for quote in ready.model.items[1].quotes]
        panel = words(screen.browser.panel).replace("│ ", "")
        assert [quote in panel for quote in quotes] == [beside, True, beside]
        if beside:
            assert panel.index(quotes[1]) < panel.index(quotes[0]) < panel.index(quotes[2])


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_panel_is_as_high_as_a_usual_quote_and_stays_so(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        height = screen.browser.panel.size.height
        assert height <= size[1] * 0.55
        seen = set()
        for key in ("j", "j", "G", "n", "slash", *"лифт", "escape", "g"):
            await screen.press(key)
            seen.add(screen.browser.panel.size.height)
        assert seen == {height}


async def test_what_follows_the_words_stays_where_it_is(ready: Snapshot) -> None:
    async with opened(ready, (120, 36)) as screen:
        places, heights = [], set()
        for _ in ready.model.items:
            lines = text(screen.browser.panel).split("\n")
            heights.add(sum(line.startswith(" │") for line in lines))
            places.append(next(y for y, line in enumerate(lines) if line.startswith((" the article", " Denis"))))
            await screen.press("j")
        assert len(heights) > 1, "or nothing would move anyway"
        assert max(map(places.count, places)) >= len(places) * 9 // 10


async def test_the_panel_is_lower_where_no_quote_needs_a_translation(ready: Snapshot) -> None:
    async with opened(ready, (120, 50)) as screen:
        before = screen.browser.panel.size.height
        await screen.press("L")
        assert screen.browser.panel.size.height < before
        assert "знаки 696–794 статьи" in text(screen.browser.panel), "and nothing is cut"


async def test_a_panel_too_small_says_how_much_is_below_and_can_be_moved_through(ready: Snapshot) -> None:
    async with opened(ready, (60, 20)) as screen:
        await screen.press("j", "n", "tab")
        before = text(screen.browser.panel)
        assert "↓" in before.split("\n")[0]
        assert "characters" not in before
        await screen.press("G")
        assert text(screen.browser.panel).endswith("characters 898 to 1163 of the article")
        assert "↓" not in text(screen.browser.panel).split("\n")[0]


async def test_a_held_key_is_followed_once_it_rests(ready: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuiapp.browser.PATIENCE", 1)
    monkeypatch.setattr("tuiapp.browser.monotonic", lambda: 1000.0)
    async with opened(ready) as screen:
        timer = Mock()
        monkeypatch.setattr(screen.browser, "set_timer", timer)
        await screen.press("j", "j", "j")
        assert "complement each other" in text(screen.browser.panel), "the first press is followed at once"
        timer.call_args.args[1]()
        await screen.settle()
        assert "Agricultural drones for Belarus" in text(screen.browser.panel)


async def test_the_filter_may_lead_from_a_third_quote_to_an_item_with_one(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "n", "n")
        await screen.type("лифт")
        assert "Quote 1 of 1" in text(screen.browser.panel)


async def test_a_key_that_follows_at_once_means_the_item_that_was_moved_to(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("j", "n", "n")
        await screen.burst("j", "v")
        assert '100 % ракет "Союз"' in screen.picture
