"""A draft that the screen follows, in a folder of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.draft.texts import RUSSIAN
from tests.screen.driving import Driven, opened
from tests.test_cli import run
from tuiapp.following import Follower
from tuiapp.library import Library, read
from tuiapp.snapshot import Snapshot


def drafted(folder: Path, text: str = RUSSIAN) -> Path:
    """The model file of a draft from `text`."""
    folder.mkdir(exist_ok=True)
    path = folder / "lifts.txt"
    path.write_text(text, "utf-8", newline="")
    assert run("new", str(path), "--publisher", "Вестник", "--lang", "en").status == 0
    return path.with_suffix(".yaml")


@asynccontextmanager
async def going_through(folder: Path, size: tuple[int, int] = (100, 40)) -> AsyncIterator[Driven]:
    """The explorer in the first article of a folder, at its first item."""
    library = read([str(folder)], partly=True)
    ready = Snapshot(library.model)
    async with opened(ready, size, follower=Follower(library, ready, partly=True)) as screen:
        await screen.press("enter")
        yield screen


def library(folder: Path) -> Library:
    """The folder as it is now."""
    return read([str(folder)])


def ids(folder: Path) -> list[str]:
    """The items in the folder as it is now."""
    return [item.id for item in library(folder).model.items]
