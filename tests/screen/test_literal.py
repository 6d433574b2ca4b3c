"""Text from outside is shown as it is: it is never read as markup, and never controls the terminal."""

from pathlib import Path

import pytest
from textual import events

from tests.screen.driving import Driven, opened, text, words
from tests.screen.models import HOSTILE, hostile
from tuiapp.library import load
from tuiapp.printable import visible
from tuiapp.snapshot import Snapshot

SHOWN = ["[sic]", "[/x]", "[@click=app.quit]q[/]", "[b", "␛[31mred", "a␇b\ufffdc", "\ufffdflip", "]]\\["]
"""The texts of `HOSTILE` as the screen shows them."""
EACH = pytest.mark.parametrize(("number", "shown"), list(enumerate(SHOWN)))


async def looking_at(screen: Driven, number: int) -> None:
    await screen.press(*["j"] * number)


@EACH
async def test_in_the_list_and_the_quote(number: int, shown: str) -> None:
    async with opened(Snapshot(hostile()), (200, 40)) as screen:
        await looking_at(screen, number)
        assert screen.rows[number].split("  ")[:2] == ["▸", f"title {shown}"]
        assert f"enterprise {shown[:6]}" in screen.rows[number]
        panel = words(screen.browser.panel)
        for said in ("title", "region", "enterprise", "sector", "figures", "│ quote", "person", "role", "ours"):
            assert f"{said} {shown}" in panel
        assert_printable(screen)


@EACH
async def test_in_the_facets_and_what_is_picked(number: int, shown: str) -> None:
    async with opened(Snapshot(hostile()), (200, 60)) as screen:
        await screen.press("f", *["j"] * number, "space")
        assert f"[x] sector {shown[:7]}" in text(screen.browser.facets)
        assert text(screen.browser.narrowed).strip() == f"Sector: sector {shown}"
        assert_printable(screen)


@EACH
async def test_in_the_article_and_the_citation(number: int, shown: str) -> None:
    async with opened(Snapshot(hostile()), (200, 40)) as screen:
        await looking_at(screen, number)
        await screen.press("enter")
        assert f" │ before quote {shown} after" in text(screen.browser.article)
        assert_printable(screen)
        await screen.press("escape", "v")
        assert f"«quote {shown}»\n— person {shown}, role {shown}" in screen.picture
        assert_printable(screen)


@pytest.mark.parametrize("typed", ["[sic]", "[/x]", "[@click=app.quit]q[/]", "[b", "]]\\["])
async def test_what_is_typed_is_said_as_it_is_where_nothing_is_found(typed: str) -> None:
    async with opened(Snapshot(hostile())) as screen:
        await screen.type(f"жжжж{typed}")
        assert f"жжжж{typed}" in text(screen.browser.filter)
        assert f"“жжжж{typed}”" in words(screen.browser.items)


@pytest.mark.parametrize("pasted", HOSTILE)
async def test_what_is_pasted_never_acts(pasted: str) -> None:
    async with opened(Snapshot(hostile())) as screen:
        await screen.press("slash")
        screen.pilot.app.post_message(events.Paste(f"жжжж{pasted}"))
        await screen.settle()
        assert screen.browser.filter.words.value.startswith("жжжж")
        assert screen.browser.filter.words.value.isprintable()
        assert_printable(screen)


@pytest.mark.parametrize("pasted", ["👍🏽", "🇧🇾", "2\u20e3", "❤\ufe0f", "👩\u200d🚀", "\u3164", "कि", "\ue000"])
async def test_no_sequence_is_wider_in_the_filter_than_its_characters(pasted: str) -> None:
    async with opened(Snapshot(hostile())) as screen:
        await screen.press("slash")
        screen.pilot.app.post_message(events.Paste(f"жж{pasted}жж"))
        await screen.settle()
        typed = screen.browser.filter.words.value
        assert typed == visible(typed)
        assert typed.replace(" ", "").startswith("жж")


@pytest.mark.parametrize("given", HOSTILE)
async def test_what_is_asked_on_the_command_line_never_acts(given: str) -> None:
    async with opened(Snapshot(hostile()), query=given) as screen:
        assert_printable(screen)
        await screen.press("slash", "end", "x")
        assert_printable(screen)


async def test_all_lines_of_a_paste_are_one(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("slash")
        screen.pilot.app.post_message(events.Paste("замена\r\n\tлифт\n"))
        await screen.settle()
        assert screen.browser.filter.words.value == "замена лифт"


MODEL = """
article: {id: a, title: "[b]T", publisher: "[/]", published: 2025-09-03, language: ru, source: a.txt}
sectors: {s: {name: "[sic]", aliases: ["[red]alias[/red]"]}}
enterprises: {e: {name: "{[}"}}
items:
  - {id: i, title: "[/b]", sector: s, enterprises: [e], stage: active,
     quotes: [{exact: "Он [sic] был", speech: narration}]}
"""


async def test_a_model_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\x1b[2JТогда Он [sic] был\x07.", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(MODEL, encoding="utf-8")
    async with opened(Snapshot(load([str(tmp_path / "a.yaml")])), (120, 30)) as screen:
        await screen.type("alias")
        assert screen.rows[0].split()[:3] == ["▸", "[/b]", "{[}"]
        assert "[sic] ([red]alias[/red])" in words(screen.browser.panel)
        assert "│ Он [sic] был" in text(screen.browser.panel)
        await screen.press("enter", "enter")
        assert "␛[2JТогда Он [sic] был␇." in text(screen.browser.article)
        assert_printable(screen)


def assert_printable(screen: Driven) -> None:
    """Assert that the screen has no control character, and none that changes the direction of text."""
    assert [each for each in screen.picture.replace("\n", "") if not each.isprintable()] == []
