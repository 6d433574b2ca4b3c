"""What is shown of a draft while its files are read again: never the wrong item, whatever is pressed meanwhile."""

from pathlib import Path

import pytest

from tests.draft.texts import ENGLISH
from tests.screen.drafts import going_through, ids, library
from tests.screen.driving import Driven
from tests.screen.test_deciding import draft, here, quickly
from tests.test_cli import run
from tuiapp.live import Looking

__all__ = ["draft", "quickly"]


async def read_again(screen: Driven, folder: Path) -> None:
    """Wait until the items are shown that the files have now."""
    now = ids(folder)
    await screen.until(lambda: [item.id for item in screen.browser._view.model.items] == now)
    await screen.settle()


async def test_when_the_last_proposal_is_dropped_another_item_of_its_article_is_shown(draft: Path) -> None:
    other = draft.with_name("gazette.txt")
    other.write_text(ENGLISH, "utf-8")
    assert run("new", str(other), "--publisher", "Gazette").status == 0
    async with going_through(draft.parent) as screen:
        article = screen.browser._view.model.article_of(0).id
        for key in "yyyy":
            await screen.press(key)
        kept = ids(draft.parent)
        await screen.press("x")
        await read_again(screen, draft.parent)
        number = screen.browser._view.number
        assert number is not None
        assert screen.browser._view.model.article_of(number).id == article
        assert here(screen) == kept[3]
        assert screen.browser.focused is screen.browser.proposal
        await screen.press("u")
        await read_again(screen, draft.parent)
        assert here(screen) == kept[4]
        assert ids(draft.parent) == kept


async def test_who_goes_on_before_the_files_are_read_again_stays_there(draft: Path) -> None:
    names = ids(draft.parent)
    async with going_through(draft.parent) as screen:
        await screen.press("tab", "x")
        await read_again(screen, draft.parent)
        assert here(screen) == names[2]
        # In one packet, so that nothing is read in between.
        await screen.burst("u", "tab")
        assert here(screen) == names[3]
        await read_again(screen, draft.parent)
        assert here(screen) == names[3]
        await screen.press("shift+tab", "shift+tab")
        assert here(screen) == names[1]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are never read again: a folder may be so large that it takes seconds."""
    monkeypatch.setattr(Looking, "start", lambda _: None)


@pytest.mark.usefixtures("unread")
async def test_a_row_does_what_it_says_though_the_item_is_another_by_now(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        model = screen.browser._view.model
        assert len(model.items[0].enterprises) == 1
        await screen.press("e", "enter", "e", "enter")
        assert library(draft.parent).model.items[0].enterprises == ()


@pytest.mark.usefixtures("unread")
async def test_an_article_that_is_gone_is_named_and_ends_nothing(draft: Path) -> None:
    (draft.parent / "other.yaml").write_text(
        "article: {id: o, title: T, publisher: P, language: en}\nsectors: {s: {name: S}}\n"
        "items: [{id: i, title: T, sector: s, stage: study, quotes: [{exact: e, speech: narration}]}]\n"
    )
    async with going_through(draft.parent) as screen:
        follower = screen.browser._follower
        assert follower
        draft.unlink()
        follower.renew()
        await screen.press("y", "s")
        assert "no file has this article any more" in screen.picture


async def test_a_title_of_two_lines_is_offered_on_one(draft: Path) -> None:
    text = draft.read_text()
    begin = text.index("    title: ", text.index("items:"))
    draft.write_text(text[:begin] + "    title: |  # ?\n      Раз\n      два\n" + text[text.index("\n", begin) + 1 :])
    async with going_through(draft.parent) as screen:
        await screen.press("t", *" три", "enter")
        assert library(draft.parent).model.items[0].title == "Раз два три"
