"""Changes of files: whole or not at all, never over what somebody else wrote, and taken back."""

import errno
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.test_writing import CALLS, System, becomes, raising
from tuiapp.editing import Append, Change, Guess, PlaceError, Put, Settle, edit, text_of, undo
from tuiapp.library import ChangedError, RefusedError, opening, writing

AS_ROOT = os.geteuid() == 0
OLD = b"a: b  # ?\r\nc:\r\n  - d # e\r\n"
NEW = "a: x\r\nc:\r\n  - d # e\r\n  - Ещё\r\n".encode()
MADE: list[Change] = [Put(("a",), "x"), Append(("c",), "Ещё")]


def make(_: str) -> Iterable[Change]:
    return MADE


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    return path


def test_a_file_is_changed_and_changed_back(file: Path) -> None:
    seen = []

    def looked(text: str) -> Iterable[Change]:
        seen.append(text)
        return MADE

    edited = edit(str(file), looked)
    assert seen == [OLD.decode()]
    assert (edited.path, edited.before, edited.after) == (str(file), OLD, NEW)
    assert file.read_bytes() == NEW
    undo(edited)
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == ["a.yaml"]


def test_edits_one_right_after_the_other_all_work(file: Path) -> None:
    done = [edit(str(file), lambda _, to=str(number): [Put(("a",), Guess(to))]) for number in range(5)]  # type: ignore[misc]
    assert file.read_bytes().startswith(b'a: "4"  # ?\r\n')
    for edited in reversed(done):
        undo(edited)
    assert file.read_bytes() == OLD


def test_nothing_to_change_writes_nothing(file: Path) -> None:
    before = state(file)
    edited = edit(str(file), lambda _: [Settle(("c",))])
    undo(edited)
    assert edited.before == edited.after == OLD
    assert state(file) == before


def test_a_mark_of_the_byte_order_stays(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfa: b")
    edit(str(file), lambda _: [Put(("a",), "x")])
    assert file.read_bytes() == b"\xef\xbb\xbfa: x"


def test_a_place_that_is_refused_leaves_the_file(file: Path) -> None:
    before = state(file)
    with pytest.raises(PlaceError):
        edit(str(file), lambda _: [Put(("a",), "x"), Put(("none", "b"), "x")])
    assert state(file) == before


def test_what_the_caller_raises_comes_through(file: Path) -> None:
    def fails(_: str) -> Iterable[Change]:
        raise KeyError

    with pytest.raises(KeyError):
        edit(str(file), fails)
    assert file.read_bytes() == OLD


def test_a_link_stays_and_its_file_is_changed_where_it_is(file: Path, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file.rename(tmp_path / "far" / "b.yaml")
    (tmp_path / "way").symlink_to("far/b.yaml")
    file.symlink_to("way")
    edited = edit(str(file), make)
    assert os.readlink(file) == "way"
    assert (tmp_path / "far" / "b.yaml").read_bytes() == NEW
    undo(edited)
    assert (tmp_path / "far" / "b.yaml").read_bytes() == OLD
    assert os.readlink(file) == "way"


# What stands in the way, what is said.
NO_FILES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: None, "no such file or directory"),
    (Path.mkdir, "a folder, not a file"),
    (os.mkfifo, "a pipe, not a file"),
    (lambda path: path.symlink_to("/dev/null"), "a device or a socket, not a file"),
    (lambda path: path.symlink_to("a.yaml"), "too many levels of symbolic links"),
    (lambda path: path.symlink_to("nothing"), "no such file or directory"),
    (lambda path: path.symlink_to("/proc/self/status"), "a part of the running system, not a file"),
    (lambda path: path.write_bytes(b"a: \xff"), "it is not UTF-8: byte 4 is 0xFF"),
    (lambda path: path.write_text("a: b", "utf-16"), "it is not UTF-8: byte 1 is 0xFF"),
]


@pytest.mark.parametrize(("stands", "said"), NO_FILES)
def test_what_is_no_file_is_refused(file: Path, stands: Callable[[Path], object], said: str) -> None:
    file.unlink()
    stands(file)
    with pytest.raises(RefusedError, match=said):
        edit(str(file), make)
    with pytest.raises(RefusedError, match=said):
        text_of(str(file))


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 5000])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(RefusedError, match=r"no file can have this name|file name too long"):
        edit(name, make)


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
@pytest.mark.parametrize("mode", [0, 0o444])
def test_what_may_not_be_read_or_written_is_left_alone(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(RefusedError, match="permission denied"):
        edit(str(file), make)


def exchanged(file: Path) -> None:
    file.with_name("b").write_bytes(OLD)
    file.with_name("b").rename(file)


# What somebody else does between reading and writing.
MEANWHILE: list[Callable[[Path], object]] = [
    lambda file: file.write_bytes(b"mine"),
    lambda file: file.write_bytes(OLD),
    exchanged,
    Path.unlink,
    becomes(Path.mkdir),
    becomes(os.mkfifo),
    becomes(lambda file: file.symlink_to("a.yaml")),
    becomes(lambda file: file.symlink_to("../b")),
]


@pytest.mark.parametrize("act", [*MEANWHILE, lambda file: file.chmod(0)])
def test_what_somebody_else_does_meanwhile_is_not_undone(file: Path, act: Callable[[Path], object]) -> None:
    after: list[object] = []

    def meanwhile(_: str) -> Iterable[Change]:
        act(file)
        after.append(state(file))
        return MADE

    with pytest.raises(RefusedError):
        edit(str(file), meanwhile)
    assert state(file) == after[0]
    assert not list(file.parent.glob(".tuiapp*"))


def state(file: Path) -> object:
    """What a change would change; reading alone changes the time of the last access."""
    if not os.path.lexists(file):
        return None
    status = os.lstat(file)
    return status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns


@pytest.mark.parametrize("act", MEANWHILE)
def test_what_was_changed_since_is_not_taken_back(file: Path, act: Callable[[Path], object]) -> None:
    edited = edit(str(file), make)
    act(file)
    after = state(file)
    with pytest.raises(RefusedError):
        undo(edited)
    assert state(file) == after


def test_the_second_of_two_editors_is_told_of_the_first(file: Path) -> None:
    def slow(_: str) -> Iterable[Change]:
        edit(str(file), lambda _: [Append(("c",), "first")])
        return [Append(("c",), "second")]

    with pytest.raises(ChangedError, match="has changed since it was read"):
        edit(str(file), slow)
    assert file.read_bytes() == OLD + b"  - first\r\n"


def test_many_at_once_leave_a_whole_file(file: Path) -> None:
    # Each tries again until it is in; two that write within the same microseconds may lose one, as `write` says.
    def one(name: str) -> None:
        for _ in range(100):
            try:
                edit(str(file), lambda _: [Append(("c",), name)])
            except ChangedError:
                continue
            return

    others = [threading.Thread(target=one, args=(f"editor-{number}",)) for number in range(4)]
    for each in others:
        each.start()
    for each in others:
        each.join(30)
    there = file.read_bytes()
    assert there.startswith(OLD)
    assert set(there[len(OLD) :].splitlines()) <= {f"  - editor-{number}".encode() for number in range(4)}
    assert len(there) > len(OLD)


def test_a_file_that_never_settles_is_given_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    slept: list[float] = []
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(time, "sleep", slept.append)
    # The file was changed an hour from now, as far as its stamp can tell.
    monkeypatch.setattr(opening, "now", lambda: 0)
    with pytest.raises(ChangedError, match="just before it was read"):
        edit(str(file), make)
    assert 1 < len(slept) < 5
    assert file.read_bytes() == OLD


# Faults


@pytest.mark.parametrize(
    ("error", "raised"),
    [(OSError(errno.ENOSPC, "full"), RefusedError), (KeyboardInterrupt(), KeyboardInterrupt)],
    ids=["full", "Ctrl+C"],
)
def test_a_call_that_fails_leaves_the_old_file_or_the_new(
    file: Path, error: BaseException, raised: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = 0
    for number in range(1, 100):
        file.write_bytes(OLD)
        system = System(number, raising(error))
        monkeypatch.setattr(writing, "os", system)
        try:
            edit(str(file), make)
        except raised:
            failed += 1
            assert file.read_bytes() in (OLD, NEW)
            assert raised is KeyboardInterrupt or file.read_bytes() == OLD
        assert not list(file.parent.glob(".tuiapp*"))
        if system.made < number:
            break
    assert failed > 5
    assert file.read_bytes() == NEW


def test_a_disk_that_is_full_half_way_leaves_the_old_file(file: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    file.write_bytes(OLD + b"# more\n" * 1000)
    whole = file.read_bytes()
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(RefusedError, match="file too large"):
            edit(str(file), make)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_bytes() == whole
    assert os.listdir(file.parent) == ["a.yaml"]


# Forks for each call of reading and writing; the child is killed at it. Prints how many died, and what was not whole.
KILLED = """
import os, signal, sys
from pathlib import Path
from tests.editing.test_files import NEW, OLD, make
from tests.test_writing import System
from tuiapp.editing import edit
from tuiapp.library import opening, writing

path, died = Path(sys.argv[1]), 0
for number in range(1, 100):
    path.write_bytes(OLD)
    child = os.fork()
    if not child:
        opening.os = writing.os = System(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        edit(str(path), make)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if path.read_bytes() not in (NEW, OLD):
        print("torn at", number, path.read_bytes())
    if not os.WIFSIGNALED(status):
        break
    died += 1
print(died, path.read_bytes() == NEW)
"""


def test_killed_at_any_call_a_file_is_whole(tmp_path: Path) -> None:
    assert {"open", "rename", "fsync"} <= CALLS
    command = [sys.executable, "-c", KILLED, str(tmp_path / "a.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    died, new = done.stdout.split()
    assert int(died) > 10
    assert new == "True"
