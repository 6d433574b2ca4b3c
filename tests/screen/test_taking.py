"""Rows are marked; marked rows are copied and written to a file."""

import base64
import csv
import json
from pathlib import Path

import pytest

from tests.screen.driving import Driven, opened, text
from tuiapp.snapshot import Snapshot
from tuiapp.terminal import restricted


def marked(screen: Driven) -> list[str]:
    """The rows on the screen that have the mark."""
    return [row for row in screen.rows if row[2:3] == "•"]


async def name(screen: Driven, path: Path) -> None:
    """Ask to export, and type the name of a file."""
    await screen.press("x")
    await screen.press(*str(path))


async def test_marked_rows_are_seen_counted_and_unmarked(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("space", "j", "space")
        assert marked(screen) == [screen.rows[0], screen.rows[2]]
        assert "2 marked" in text(screen.browser.narrowed)
        await screen.type("лифт")
        await screen.press("enter")
        assert "2 marked" in text(screen.browser.narrowed), "marks outlast a filter"
        await screen.press("escape", "escape")
        assert not marked(screen)
        assert "marked" not in text(screen.browser.narrowed)


async def test_all_quotes_of_the_marked_rows_are_copied(ready: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(ready) as screen:
        sent: list[str] = []
        monkeypatch.setattr(screen.pilot.app._driver, "write", sent.append)
        await screen.press("space", "space", "G", "y")
        clipboard = [each for each in sent if each.startswith("\x1b]52;c;")]
        assert len(clipboard) == 1
        copied = base64.b64decode(clipboard[0][7:-1]).decode()
        quotes = [quote.exact for item in ready.model.items for quote in item.quotes if item.id in screen.shown[:2]]
        assert len(quotes) > 2
        assert all(f"«{quote}»" in copied for quote in quotes)
        assert copied.count("«") >= len(quotes)
        assert f"{len(quotes)} citations" in text(screen.browser.keys)
        await screen.press("v")
        assert all(quote[:20] in screen.picture for quote in quotes)


async def test_in_an_article_the_quote_that_is_read_is_copied_whatever_is_marked(
    ready: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(ready) as screen:
        sent: list[str] = []
        monkeypatch.setattr(screen.pilot.app._driver, "write", sent.append)
        await screen.press("space", "G", "enter", "y")
        (clipboard,) = [each for each in sent if each.startswith("\x1b]52;c;")]
        copied = base64.b64decode(clipboard[7:-1]).decode()
        read = next(item for item in ready.model.items if item.id == screen.shown[-1])
        assert copied.startswith(f"«{read.quotes[0].exact}»")
        assert copied.count("«") == read.quotes[0].exact.count("«") + 1


@pytest.mark.parametrize("ending", ["csv", "JSON", "md", "txt"])
async def test_the_marked_rows_are_written_or_else_the_whole_list(ready: Snapshot, tmp_path: Path, ending: str) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        await screen.press("enter")
        listed = list(screen.shown)
        await name(screen, tmp_path / f"listed.{ending}")
        await screen.press("enter")
        assert "Written to" in text(screen.browser.keys)
        await screen.press("escape", "G", "space")
        last = screen.shown[-1]
        await screen.type("лифт")
        await name_after_enter(screen, tmp_path / f"marked.{ending}")
        for stem, expected in (("listed", listed), ("marked", [last])):
            written = (tmp_path / f"{stem}.{ending}").read_text(encoding="utf-8")
            if ending == "csv":
                assert list(dict.fromkeys(row["id"] for row in csv.DictReader(written.splitlines()))) == expected
            elif ending == "JSON":
                assert [record["id"] for record in json.loads(written)] == expected
            else:
                titles = {item.id: item.title for item in ready.model.items}
                assert len(written.splitlines()) == len(expected) + (2 if ending == "md" else 0)
                assert titles.keys() >= set(expected)


async def name_after_enter(screen: Driven, path: Path) -> None:
    """Leave the filter, and write to `path`."""
    await screen.press("enter")
    await name(screen, path)
    await screen.press("enter")


async def test_no_file_is_ever_replaced(ready: Snapshot, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("kept")
    (tmp_path / "link.csv").symlink_to(there)
    (tmp_path / "broken.csv").symlink_to(tmp_path / "nowhere.csv")
    (tmp_path / "folder.csv").mkdir()
    async with opened(ready) as screen:
        for path in (
            "there.csv",
            "link.csv",
            "broken.csv",
            "folder.csv",
            "none/new.csv",
            "noending",
            "a.exe",
            "a.csv/",
        ):
            await screen.press("x", *f"{tmp_path}/{path}", "enter")
            assert "Write 10 items" in screen.picture, path
            assert not [line for line in screen.picture.split("\n") if line.strip().startswith("The ending")], path
            await screen.press("escape")
    assert there.read_text() == "kept"
    assert not (tmp_path / "nowhere.csv").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.csv", "folder.csv", "link.csv", "there.csv"]


async def test_keys_of_one_packet_write_once(ready: Snapshot, tmp_path: Path) -> None:
    async with opened(ready) as screen:
        await screen.burst("x", *str(tmp_path / "one.csv"), "enter", "j")
        assert (tmp_path / "one.csv").exists()
        assert screen.selected == screen.shown[1], "the last key went to the list"


async def test_guests_write_nothing(ready: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuiapp.taking.restricted", lambda: True)
    assert not restricted()
    async with opened(ready) as screen:
        await screen.press("x")
        assert screen.pilot.app.screen is screen.browser
        assert "Nothing is written for guests." in text(screen.browser.keys)
