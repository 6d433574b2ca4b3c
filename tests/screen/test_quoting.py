"""Marking words of an article, and putting them as a quote under an item: the file changes there alone."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.draft.texts import RUSSIAN
from tests.screen.drafts import drafted, going_through, ids, library
from tests.screen.driving import Driven, strips, text, words
from tests.screen.test_deciding import footer, quickly
from tests.test_cli import run
from tuiapp.editing import Settle, changed
from tuiapp.model import Quote
from tuiapp.theme import styles

__all__ = ["quickly"]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The model file of an article in which everything is decided."""
    path = drafted(tmp_path / "m")
    path.write_text(changed(path.read_text(), [Settle(())]), "utf-8")
    return path


def marked(screen: Driven) -> str:
    """The words that stand out as marked."""
    article = screen.browser.article
    shown = styles(screen.pilot.app.theme, False)["", "mark"]
    return " ".join(
        segment.text.strip()
        for strip in strips(article)
        for segment in strip
        if segment.style == shown and segment.text.strip()
    )


def bar(screen: Driven) -> str:
    return words(screen.browser.excerpt_bar)


def quotes(path: Path, number: int) -> list[Quote]:
    return list(library(path.parent).model.items[number].quotes)


async def test_a_sentence_goes_under_the_item_at_hand(written: Path) -> None:
    before = written.read_bytes()
    async with going_through(written.parent) as screen:
        had = len(quotes(written, 0))
        await screen.press("m")
        assert bar(screen).endswith("moving its end")
        assert footer(screen).startswith("Enter quote j sentence")
        await screen.press("j", "enter")
        assert "Under which item do these words go?" in screen.picture
        await screen.press("enter")
        assert footer(screen) == "Quoted; u takes it back."
        assert len(quotes(written, 0)) == had + 1
        assert quotes(written, 0)[-1].exact in " ".join(RUSSIAN.split())
        await screen.until(lambda: "Quote" in text(screen.browser.article).split("\n")[0])
    after = written.read_text()
    changes = {change for change, *_ in SequenceMatcher(None, before.decode(), after, False).get_opcodes()}
    assert changes == {"equal", "insert"}
    assert run("check", str(written.parent)).status == 0


async def test_words_sentences_and_both_ends(written: Path) -> None:
    async with going_through(written.parent) as screen:
        await screen.press("m")
        whole = screen.browser._excerpt
        assert whole is not None
        await screen.press("h", "h")
        assert bar(screen).startswith(f"{whole.size - 2} words marked")
        await screen.press("o", "l")
        assert bar(screen) == f"{whole.size - 3} words marked · moving its beginning"
        await screen.press("h", "o", "l", "l")
        assert screen.browser._excerpt is not None
        assert screen.browser._excerpt.span == whole.span
        await screen.press("J", "K")
        assert screen.browser._excerpt.span == whole.span
        await screen.press("j", "k")
        assert screen.browser._excerpt.span == whole.span


async def test_a_new_item_is_proposed_with_its_names(written: Path) -> None:
    async with going_through(written.parent) as screen:
        before = ids(written.parent)
        await screen.press("m", "j", "enter", "end", "up", "down", "G", "backspace")
        await screen.press(*["pagedown"] * 2, "enter")
        assert footer(screen) == "A new item; u takes it back."
        assert len(ids(written.parent)) == len(before) + 1
        await screen.until(lambda: "Proposal 6 of 6 · 1 undecided" in words(screen.browser.proposal))
        await screen.press("y")
        assert "  # ?" not in written.read_text()
        assert run("check", str(written.parent)).status == 0
        await screen.press("u", "u")
        assert ids(written.parent) == before


async def test_what_no_item_quotes_is_found_one_after_the_other(written: Path) -> None:
    async with going_through(written.parent) as screen:
        await screen.press("U")
        assert footer(screen) == "Every sentence that says something is quoted."
    drafted_again = written.read_text()
    start = drafted_again.rindex("\n  - id:", 0, drafted_again.index("\n# New names"))
    written.write_text(drafted_again[:start] + drafted_again[drafted_again.index("\n# New names") - 1 :], "utf-8")
    async with going_through(written.parent) as screen:
        await screen.press("U")
        assert "1 of 1 that no item quotes" in bar(screen)
        await screen.press("enter", "enter")
        assert len(ids(written.parent)) == 5


async def test_what_a_page_says_twice_is_quoted_by_one_quote(tmp_path: Path) -> None:
    said = "Завод Могилевлифтмаш поставит в Самару 300 лифтов."
    path = drafted(tmp_path / "m", f"{said}\n\nСтатья о другом и ни о чём.\n\n{said}\n")
    assert len(ids(path.parent)) == 1
    async with going_through(path.parent) as screen:
        await screen.press("U")
        assert footer(screen) == "Every sentence that says something is quoted."


async def test_esc_and_the_list_leave_the_marking(written: Path) -> None:
    before = written.read_bytes()
    async with going_through(written.parent) as screen:
        await screen.press("m")
        assert marked(screen)
        await screen.press("escape")
        assert bar(screen) == ""
        assert not marked(screen)
        assert screen.browser.focused is screen.browser.article
        await screen.press("m", "j", "q")
        assert not marked(screen)
    assert written.read_bytes() == before


async def test_without_a_text_there_is_nothing_to_mark(written: Path) -> None:
    written.write_text(written.read_text().replace("  source: lifts.txt\n", ""), "utf-8")
    async with going_through(written.parent) as screen:
        await screen.press("m")
        assert footer(screen) == "There is no text to quote from."
        assert screen.browser._excerpt is None


async def test_what_cannot_be_changed_in_place_is_shown_to_be_pasted(written: Path) -> None:
    shared = written.read_text().replace("    quotes:\n", "    quotes: &said\n", 1)
    second = shared.index("    quotes:\n")
    after = shared.index("\n  - id:", second)
    written.write_text(shared[:second] + "    quotes: *said\n" + shared[after:], "utf-8")
    before = written.read_bytes()
    async with going_through(written.parent) as screen:
        await screen.press("m", "j", "enter", "enter")
        await screen.until(lambda: "stands in several places" in screen.picture)
        assert "exact:" in screen.picture
        await screen.press("escape")
    assert written.read_bytes() == before


async def test_a_text_that_changes_meanwhile_is_not_quoted_by_old_places(written: Path) -> None:
    async with going_through(written.parent) as screen:
        await screen.press("m", "j")
        source = written.with_suffix(".txt")
        source.write_text("Вставлено раньше всего.\n\n" + source.read_text("utf-8"), "utf-8")
        await screen.until(lambda: bar(screen) == "")
        assert not marked(screen)
