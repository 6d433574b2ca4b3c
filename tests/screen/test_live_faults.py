"""Whatever becomes of the files while they are shown, the last good ones stay, and one line says what is wrong."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen.test_live import SAID, Followed, article, articles, bar, folder, footer, here, quickly
from tests.test_load_paths import AS_ROOT
from tuiapp.library import ModelError, read

__all__ = ["folder", "quickly"]

ROUNDS = 500
"""Saves of each storm, some 3 s; by hand 10,000 were tried."""

BAD: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: None,
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a loop of links": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link out": lambda path: path.symlink_to("/etc/passwd"),
    "unreadable": lambda path: path.touch(mode=0),
    "not UTF-8": lambda path: path.write_bytes(b"\xff\xfe\xff"),
    "not YAML": lambda path: path.write_text("article: ["),
}


def states(*, without: str = "") -> list[object]:
    return [
        pytest.param(each, marks=pytest.mark.skipif(each == "unreadable" and AS_ROOT, reason="root may read all"))
        for each in BAD
        if each not in without
    ]


def replace(path: Path, state: str) -> None:
    path.unlink()
    BAD[state](path)


def restore(path: Path, text: str) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    path.unlink(missing_ok=True)
    path.write_text(text)


@pytest.mark.parametrize("state", states(without="gone, a folder"))
async def test_a_file_of_the_folder_in_every_bad_state_and_back(folder: Path, state: str) -> None:
    path = folder / "b.yaml"
    good = path.read_text()
    async with Followed(folder)(size=(120, 36)) as screen:
        usual = bar(screen)
        replace(path, state)
        await screen.until(lambda: bar(screen).startswith("b.yaml:1:"))
        assert (here(screen), len(articles(screen))) == ("first", 2)
        await screen.press("j")
        restore(path, good)
        await screen.until(lambda: bar(screen) == usual)
        assert here(screen) == "second"


@pytest.mark.parametrize("state", states(without="not YAML"))
async def test_a_source_in_every_bad_state_and_back(folder: Path, state: str) -> None:
    path = folder / "a.txt"
    async with Followed(folder)(size=(120, 36)) as screen:
        usual = bar(screen)
        replace(path, state)
        await screen.until(lambda: bar(screen).startswith("a.yaml:7:11: article.source:"))
        assert "passwd" not in bar(screen)
        assert len(articles(screen)) == 2
        restore(path, SAID)
        await screen.until(lambda: bar(screen) == usual)
        assert footer(screen).startswith("/ filter")


async def test_loops_and_pipes_beside_the_files_stop_nothing(folder: Path) -> None:
    async with Followed(folder)(size=(120, 36)) as screen:
        (folder / "again").symlink_to(".")
        os.mkfifo(folder / "pipe")
        (folder / "loop").symlink_to("loop")
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.until(lambda: len(articles(screen)) == 3)
        os.mkfifo(folder / "pipe.yaml")
        (folder / "loop.yaml").symlink_to("loop.yaml")
        await screen.until(lambda: bar(screen).startswith("2 files not read"))
        (folder / "d.yaml").write_text(article("d", "fourth", published="2025-12-01"))
        await screen.until(lambda: len(articles(screen)) == 4)


async def test_a_folder_that_comes_back_as_a_link_is_followed(folder: Path) -> None:
    async with Followed(folder)() as screen:
        usual = bar(screen)
        folder.rename(folder.parent / "away")
        await screen.until(lambda: bar(screen) != usual)
        folder.symlink_to("away")
        await screen.until(lambda: bar(screen) == usual)
        (folder / "c.yaml").write_text(article("c", "third", published="2025-11-01"))
        await screen.until(lambda: len(articles(screen)) == 3)


def mutated(text: str, draw: random.Random) -> str:
    """A text as somebody may save it in the middle of an edit, or as a broken disk gives it back."""
    lines = text.splitlines(keepends=True)
    here, there = sorted((draw.randrange(len(lines)), draw.randrange(len(lines))))
    at = draw.randrange(len(text))
    ways: list[Callable[[], str]] = [
        lambda: "".join(lines[:here] + lines[there:]),
        lambda: "".join(lines[:there] + lines[here:]),
        lambda: "".join([*lines[:here], "  ", *lines[here:]]),
        lambda: text[:at],
        lambda: text[:at] + draw.choice("\0\t:-[]{}&*!|>'\"%@`#,?\x1b\u202eя\ufeff😀") + text[at:],
        lambda: text[:at] + text[at + 1 :],
        lambda: text.replace(draw.choice(["id", "lifts", "one", "a", "quotes"]), draw.choice(["", "~", "x", "id"]), 1),
        lambda: text,
    ]
    return draw.choice(ways)()


@pytest.mark.parametrize("partly", [True, False])
def test_no_save_whatever_it_writes_ends_the_following(folder: Path, partly: bool) -> None:
    draw = random.Random(2025)
    path = folder / "b.yaml"
    good = path.read_text()
    follower = Followed(folder, partly=partly).follower
    broken = shown = 0
    text = good
    for _ in range(ROUNDS):
        text = mutated(text if draw.random() < 0.5 and text.strip() else good, draw)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        before = follower.library.model
        news = follower.renew()
        if follower.faults:
            broken += 1
            assert follower.library.model is before
            with pytest.raises(ModelError):
                read([str(folder)])
        else:
            assert follower.library.model == read([str(folder)]).model
        shown += bool(news and news.shown)
    assert broken > ROUNDS / 3
    assert shown > ROUNDS / 20
    path.write_text(good)
    follower.renew()
    assert (follower.faults, follower.library.model) == ((), read([str(folder)]).model)
