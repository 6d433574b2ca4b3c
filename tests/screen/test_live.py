"""The screen follows the files: what a person looks at and types stays, and what has changed is told once."""

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen.driving import Driven, opened, text
from tests.test_load import WHOLE
from tuiapp import following, language
from tuiapp.following import Follower
from tuiapp.library import read
from tuiapp.library import watch as watching
from tuiapp.snapshot import Snapshot
from tuiapp.widgets.palette import Palette

SAID = "– Лифты для Самары пойдут в марте, – сказал директор.\n" + "Здесь стоит долгая речь о заводах.\n" * 60


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks follow each other without a pause that a person would need."""
    monkeypatch.setattr(watching, "SHORTEST", 0.02)
    monkeypatch.setattr(following, "LONGEST", 0.02)
    monkeypatch.setattr(following, "_QUIET", 0.03)


def article(name: str, *items: str, published: str = "2025-09-30", source: str = "") -> str:
    """The text of a model file with an article and items; the quote of an item stands in SAID."""
    head, _, rest = WHOLE.partition("  language: ru\n")
    head = head.replace("id: a\n", f"id: {name}\n").replace("2025-09-30", published)
    names, _, item = rest.partition("items:\n")
    item = item.replace("о «лифтах»", "Лифты для Самары пойдут в марте")
    told = "".join(item.replace("id: one", f"id: {each}").replace("together", each) for each in items)
    named = f"  source: {source}\n" if source else ""
    return f"{head}  language: ru\n{named}{names}items:\n{told}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles, the older of which has twenty items and a text."""
    (tmp_path / "m").mkdir()
    numbered = [f"item{number:02}" for number in range(20)]
    (tmp_path / "m" / "a.yaml").write_text(article("a", *numbered, source="a.txt"))
    (tmp_path / "m" / "a.txt").write_text(SAID)
    (tmp_path / "m" / "b.yaml").write_text(article("b", "first", "second", published="2025-10-01"))
    return tmp_path / "m"


class Followed:
    """The explorer on files that it follows."""

    def __init__(self, *paths: Path, partly: bool = True, telling: bool = True) -> None:
        library = read([str(path) for path in paths], partly=partly)
        self.ready = Snapshot(library.model)
        self.follower = Follower(library, self.ready, partly=partly, telling=telling)

    def __call__(self, size: tuple[int, int] = (80, 24), query: str = ""):  # type: ignore[no-untyped-def]
        return opened(self.ready, size, query, self.follower)


def here(screen: Driven) -> str:
    """Title of the selected item."""
    view = screen.browser._view
    return "" if view.selected is None else view.model.items[view.selected].id


def articles(screen: Driven) -> list[str]:
    return [article.id for article in screen.browser._view.model.articles]


def footer(screen: Driven) -> str:
    return text(screen.browser.keys).strip()


def bar(screen: Driven) -> str:
    return text(screen.browser.narrowed).strip()


async def test_a_new_item_comes_and_nothing_jumps(folder: Path) -> None:
    async with Followed(folder)() as screen:
        await screen.press("G", "k", "k")
        before = text(screen.browser.items).split("\n")
        assert here(screen) == "item17"
        (folder / "b.yaml").write_text(article("b", "zero", "first", "second", published="2025-10-01"))
        await screen.until(lambda: "more" in footer(screen))
        assert footer(screen) == "The articles have changed: 1 item more."
        assert here(screen) == "item17"
        after = text(screen.browser.items).split("\n")
        assert [line for line in after if "item17" in line] == [line for line in before if "item17" in line]
        assert after[1:] == before[1:]
        await screen.press("k")
        assert "filter" in footer(screen)
        assert here(screen) == "item16"


async def test_files_come_and_go(folder: Path) -> None:
    async with Followed(folder)() as screen:
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.until(lambda: len(articles(screen)) == 3)
        assert footer(screen) == "The articles have changed: 1 article more, 1 item more."
        assert here(screen) == "first"
        (folder / "a.yaml").unlink()
        (folder / "c.yaml").rename(folder / "d.yaml")
        await screen.until(lambda: len(articles(screen)) == 2)
        assert "1 article fewer, 20 items fewer" in footer(screen)


async def test_russian_is_spoken(folder: Path) -> None:
    language.use("ru")
    async with Followed(folder)() as screen:
        (folder / "b.yaml").write_text(article("b", "first", "second", "x", "y", published="2025-10-01"))
        await screen.until(lambda: "изменились" in footer(screen))
        assert footer(screen) == "Статьи изменились: записей больше на 2."


async def test_filter_picks_marks_order_and_quote_stay(folder: Path) -> None:
    async with Followed(folder)(query="item1") as screen:
        await screen.press("space", "o", "j", "j", "j")
        was = screen.browser._view
        (folder / "a.yaml").write_text((folder / "a.yaml").read_text() + "\n# more\n")
        (folder / "c.yaml").write_text(article("c", "item1x", published="2025-11-01"))
        await screen.until(lambda: len(articles(screen)) == 3)
        view = screen.browser._view
        assert view.question == was.question
        assert view.model.items[view.number or 0].id == was.model.items[was.number or 0].id
        assert [view.model.items[each].id for each in view.marked] == [was.model.items[each].id for each in was.marked]
        assert len(view) == len(was) + 1


async def test_letters_typed_meanwhile_are_kept(folder: Path) -> None:
    async with Followed(folder)() as screen:
        await screen.press("slash", *"item")
        (folder / "c.yaml").write_text(article("c", "item99", published="2025-11-01"))
        letters = iter("1234")

        for letter in letters:
            await screen.press(letter, "backspace")
        await screen.until(lambda: len(articles(screen)) == 3)
        await screen.press("0")
        assert screen.browser.filter.words.value == "item0"
        assert screen.browser.filter.words.has_focus
        assert "of 23" in screen.picture


@pytest.mark.parametrize("partly", [True, False])
async def test_an_edit_that_breaks_the_model_leaves_the_last_good_one(folder: Path, partly: bool) -> None:
    good = (folder / "b.yaml").read_text()
    async with Followed(folder, partly=partly)(size=(120, 36)) as screen:
        await screen.press("j")
        keys = footer(screen)
        usual = bar(screen)
        (folder / "b.yaml").write_text(good.replace("stage: negotiation", "stage: dreamt", 1))
        await screen.until(lambda: "dreamt" in bar(screen))
        assert bar(screen).startswith("b.yaml:21:12: items[0].stage: unknown stage")
        assert (here(screen), len(articles(screen)), footer(screen)) == ("second", 2, keys)
        await screen.type("item1")
        assert "dreamt" in bar(screen)
        await screen.press("escape", "escape")
        (folder / "b.yaml").write_text(good)
        await screen.until(lambda: bar(screen) == usual)


@pytest.mark.parametrize("broken", ["", "article: [", "\0", "folder", "pipe", "gone", "loop"])
async def test_a_named_file_in_every_bad_state_and_back(folder: Path, broken: str) -> None:
    path = folder / "b.yaml"
    good = path.read_text()
    made: dict[str, Callable[[], object]] = {
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
        "gone": lambda: None,
        "loop": lambda: path.symlink_to(path),
    }
    async with Followed(path)() as screen:
        usual = bar(screen)
        path.unlink()
        made.get(broken, lambda: path.write_text(broken))()
        await screen.until(lambda: bar(screen) != usual)
        assert here(screen) == "first"
        if broken == "folder":
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        path.write_text(good)
        await screen.until(lambda: bar(screen) == usual)
        assert here(screen) == "first"


async def test_the_folder_vanishes_and_comes_back(folder: Path) -> None:
    async with Followed(folder)() as screen:
        usual = bar(screen)
        folder.rename(folder.parent / "away")
        await screen.until(lambda: bar(screen).startswith("m:1:1: $:"))
        assert (len(articles(screen)), here(screen)) == (2, "first")
        (folder.parent / "away").rename(folder)
        await screen.until(lambda: bar(screen) == usual)


async def test_a_guest_learns_no_fault(folder: Path) -> None:
    async with Followed(folder, telling=False)() as screen:
        (folder / "b.yaml").write_text("article: secret")
        await screen.until(lambda: "1 file not read" in bar(screen))
        assert "secret" not in screen.picture
        assert "b.yaml" not in screen.picture


async def test_a_file_that_is_emptied_and_filled_again_is_never_missed(folder: Path) -> None:
    good = (folder / "b.yaml").read_text()
    async with Followed(folder)() as screen:
        for number in range(5):
            (folder / "b.yaml").write_text("")
            (folder / "b.yaml").write_text(good.replace("first", f"first{number}"))
        await screen.until(lambda: here(screen) == "first4")
        assert "different" not in bar(screen)


async def test_a_storm_of_saves_does_not_stop_the_keys(folder: Path) -> None:
    stop = threading.Event()

    def save() -> None:
        number = 0
        while not stop.wait(0.01):
            number += 1
            (folder / ".b.new").write_text(article("b", "first", f"n{number}", published="2025-10-01"))
            os.replace(folder / ".b.new", folder / "b.yaml")

    storm = threading.Thread(target=save)
    async with Followed(folder)() as screen:
        storm.start()
        try:
            seen = set()
            for _ in range(3):
                known = screen.browser._view.answer.snapshot
                await screen.until(lambda known=known: screen.browser._view.answer.snapshot is not known)
                await screen.press("j", "k")
                seen.add(here(screen))
            assert seen == {"first"}
        finally:
            stop.set()
            storm.join()


async def test_a_thousand_files_go_at_once(folder: Path) -> None:
    for number in range(1000):
        (folder / f"n{number}.yaml").write_text(article(f"n{number}", "one", published="2025-01-01"))
    async with Followed(folder)() as screen:
        assert len(articles(screen)) == 1002
        for path in folder.glob("n*.yaml"):
            path.unlink()
        await screen.until(lambda: len(articles(screen)) == 2)
        assert "1000 articles fewer" in footer(screen)
        assert here(screen) == "first"


async def test_a_changed_source_has_its_quotes_checked_anew_and_the_reader_stays(folder: Path) -> None:
    async with Followed(folder)() as screen:
        await screen.press("G", "enter", "pagedown", "pagedown")
        before = text(screen.browser.article).split("\n")[1:]
        (folder / "a.txt").write_text("Новая строка впереди.\n" * 5 + SAID.replace("марте", "апреле"))
        await screen.until(lambda: "text" in footer(screen))
        assert footer(screen) == "The articles have changed: the text of 1 article."
        assert text(screen.browser.article).split("\n")[1:] == before
        assert "≠" in text(screen.browser.article).split("\n")[0]
        (folder / "a.txt").write_text("Ничего.\n")
        await screen.until(lambda: "Ничего" in text(screen.browser.article))
        await screen.press("escape")
        assert here(screen) == "item19"


async def test_an_article_that_goes_while_it_is_read(folder: Path) -> None:
    async with Followed(folder)() as screen:
        await screen.press("G", "enter")
        (folder / "a.yaml").unlink()
        await screen.until(lambda: len(articles(screen)) == 1)
        await screen.press("j", "escape")
        assert here(screen) in ("first", "second")


async def test_a_page_keeps_what_it_shows_and_its_choice_is_right(folder: Path) -> None:
    async with Followed(folder)() as screen:
        await screen.press("A", "j", "space", "j", "j")
        assert "item01" in screen.picture
        (folder / "a.yaml").write_text(article("a", "new", *(f"item{number:02}" for number in range(20))))
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.until(lambda: screen.browser._news is not None)
        assert "third" not in screen.picture
        await screen.press("enter")
        await screen.until(lambda: len(articles(screen)) == 3)
        assert here(screen) == "item01"
        assert "1 article more" in footer(screen)


async def test_the_palette_and_its_letters_stay(folder: Path) -> None:
    async with Followed(folder)() as screen:
        await screen.press("colon", *"hel")
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.until(lambda: screen.browser._news is not None)
        await screen.press("p")
        palette = screen.pilot.app.screen
        assert isinstance(palette, Palette)
        assert palette.field.value == "help"
        await screen.press("escape")
        await screen.until(lambda: len(articles(screen)) == 3)


async def test_the_field_of_the_facets_stays(folder: Path) -> None:
    async with Followed(folder)(size=(120, 36)) as screen:
        await screen.press("f", "slash", *"verb")
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.until(lambda: len(articles(screen)) == 3)
        await screen.press("a")
        assert screen.browser.facet_room.words.value == "verba"
        assert "verbatim" in text(screen.browser.facets)
        await screen.press("enter", "space")
        assert "verbatim" in bar(screen)


async def test_r_reads_at_once_and_says_if_nothing_has_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Follower, "pause", 1000.0)
    async with Followed(folder)() as screen:
        await screen.press("R")
        await screen.until(lambda: footer(screen) == "The articles have not changed.")
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.press("R")
        await screen.until(lambda: len(articles(screen)) == 3)


async def test_without_a_follower_nothing_is_read(folder: Path) -> None:
    async with opened(Followed(folder).ready) as screen:
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.press("R")
        assert footer(screen) == "For guests the articles are not read again."
        await screen.press("E")
        assert footer(screen) == "Nothing is started for guests."
        assert len(articles(screen)) == 2


async def test_a_share_that_hangs_does_not_freeze_the_screen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs, dead = threading.Event(), threading.Event()

    def look(_: watching.Watch) -> bool:
        hangs.set()
        return dead.wait()

    monkeypatch.setattr(watching.Watch, "changed", look)
    async with Followed(folder)() as screen:
        await screen.until(hangs.is_set)
        await screen.press("j")
        assert here(screen) == "second"
    dead.set()


async def test_an_error_while_looking_ends_the_program_as_any_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "reread", _fail)
    monkeypatch.setattr(following, "follow", _fail)
    with pytest.raises(ZeroDivisionError):
        async with Followed(folder)() as screen:
            await screen.until(lambda: not screen.pilot.app.is_running)


def _fail(*_: object) -> None:
    raise ZeroDivisionError


async def test_old_snapshots_are_let_go(folder: Path) -> None:
    import gc
    import weakref

    async with Followed(folder)() as screen:
        seen = []
        for number in range(4):
            seen.append(weakref.ref(screen.browser._view.answer.snapshot))
            (folder / "c.yaml").write_text(article("c", f"third{number}", published="2025-11-01"))
            await screen.until(lambda: screen.browser._view.answer.snapshot is not seen[-1]())
            await screen.settle()
        gc.collect()
        assert [ref() is None for ref in seen[1:]] == [True] * 3


async def test_everything_removed_while_shown(folder: Path) -> None:
    async with Followed(folder)() as screen:
        shutil.rmtree(folder)
        await screen.until(lambda: bar(screen).startswith("m:1:1: $:"))
        await screen.press("j", "enter", "escape", "A", "escape")
        assert here(screen) == "second"
