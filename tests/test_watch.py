"""The watch over files: every kind of change is seen at the next look, and nothing else counts."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tuiapp.library import watch as watching
from tuiapp.library.watch import LONGEST, SHORTEST, Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a folder in it, and a file of one word in each."""
    (tmp_path / "model" / "inner").mkdir(parents=True)
    (tmp_path / "model" / "a.yaml").write_text("one")
    (tmp_path / "model" / "inner" / "b.txt").write_text("two")
    return tmp_path / "model"


def saved_by_rename(folder: Path) -> None:
    """As vim and others save; the new file has the same size and the same time, as after the clock was set back."""
    old = (folder / "a.yaml").stat()
    (folder / ".a.swp").write_text("ten")
    os.utime(folder / ".a.swp", ns=(old.st_atime_ns, old.st_mtime_ns))
    os.replace(folder / ".a.swp", folder / "a.yaml")


def saved_in_place(folder: Path) -> None:
    """The same size, and the time set back."""
    old = (folder / "a.yaml").stat()
    (folder / "a.yaml").write_text("ten")
    os.utime(folder / "a.yaml", ns=(old.st_atime_ns, old.st_mtime_ns))


def replaced(folder: Path, make: Callable[[Path], object]) -> None:
    (folder / "a.yaml").unlink()
    make(folder / "a.yaml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda folder: (folder / "a.yaml").write_text("more"),
    "emptied": lambda folder: (folder / "a.yaml").write_text(""),
    "saved by rename": saved_by_rename,
    "saved in place": saved_in_place,
    "deep": lambda folder: (folder / "inner" / "b.txt").write_text("more"),
    "new": lambda folder: (folder / "c.yaml").write_text("three"),
    "gone": lambda folder: (folder / "a.yaml").unlink(),
    "renamed": lambda folder: (folder / "a.yaml").rename(folder / "c.yaml"),
    "unreadable": lambda folder: (folder / "a.yaml").chmod(0),
    "a pipe": lambda folder: replaced(folder, os.mkfifo),
    "a folder": lambda folder: replaced(folder, Path.mkdir),
    "a link to nothing": lambda folder: replaced(folder, lambda path: path.symlink_to("nowhere")),
    "a link to itself": lambda folder: replaced(folder, lambda path: path.symlink_to(path)),
    "all gone": shutil.rmtree,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen_once(folder: Path, change: Callable[[Path], object]) -> None:
    watch = Watch([str(folder)])
    assert not watch.changed()
    change(folder)
    assert watch.changed()
    assert not watch.changed()


@pytest.mark.parametrize("change", ["saved by rename", "saved in place", "gone", "unreadable", "a pipe"])
def test_a_file_is_watched_by_its_path(folder: Path, change: str) -> None:
    watch = Watch([str(folder / "a.yaml")])
    assert not watch.changed()
    CHANGES[change](folder)
    assert watch.changed()


def test_hidden_files_and_other_folders_do_not_count(folder: Path) -> None:
    watch = Watch([str(folder)])
    (folder / ".a.yaml.swp").write_text("x")
    (folder.parent / "other.yaml").write_text("x")
    assert not watch.changed()


def test_a_link_to_nothing_hides_no_other_file(folder: Path) -> None:
    for name in "0", "z":
        (folder / name).symlink_to("nowhere")
    watch = Watch([str(folder)])
    (folder / "a.yaml").write_text("more")
    assert watch.changed()
    (folder / "nowhere").write_text("x")
    assert watch.changed()


def test_a_folder_that_comes_back_is_seen(folder: Path) -> None:
    watch = Watch([str(folder)])
    folder.rename(folder.parent / "away")
    assert watch.changed()
    (folder.parent / "away").rename(folder)
    assert watch.changed()


def test_a_path_that_cannot_be_is_never_there() -> None:
    assert not Watch(["\0", "a" * 5000]).changed()


def test_what_is_watched_can_change(folder: Path) -> None:
    watch = Watch([str(folder / "a.yaml")])
    watch.follow([str(folder / "a.yaml"), str(folder / "nothing")])
    assert not watch.changed()
    watch.follow([str(folder / "a.yaml"), str(folder / "inner")])
    assert watch.changed()
    watch.add([str(folder)])
    assert not watch.changed()
    (folder / "c.yaml").write_text("x")
    assert watch.changed()


def test_looks_come_less_often_when_nothing_happens_and_when_they_are_slow(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = 0.0
    monkeypatch.setattr(watching, "monotonic", lambda: time)
    watch, screen = Watch([str(folder)]), Watch([str(folder)], longest=2.0)
    assert watch.pause == screen.pause == SHORTEST
    time = 1000.0
    assert (watch.pause, screen.pause) == (LONGEST, 2.0)
    (folder / "a.yaml").write_text("more")
    assert watch.changed()
    assert watch.pause == SHORTEST

    def slow(path: str) -> bool:
        nonlocal time
        time += 0.5
        return False

    monkeypatch.setattr(os.path, "isdir", slow)
    watch.changed()
    assert watch.pause == 25
