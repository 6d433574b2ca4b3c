"""The safe writer: the old file or the new one, whole, whatever happens in between."""

import errno
import os
import resource
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tuiapp.library import ChangedError, RefusedError, writing
from tuiapp.library.stamp import Stamp, stamped
from tuiapp.library.writing import write

AS_ROOT = os.geteuid() == 0
OLD, NEW = b"old " * 500, b"new " * 700


def stamp(path: Path) -> Stamp:
    """That of a file which has not been touched for long."""
    return stamped(os.stat(path), time.time_ns() + 10_000_000_000)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    return path


# Replacing


def test_a_file_is_replaced_by_a_new_one(file: Path) -> None:
    write(str(file), NEW, stamp(file))
    assert file.read_bytes() == NEW
    assert os.listdir(file.parent) == ["a.yaml"]
    write(str(file), b"", stamp(file))
    assert file.read_bytes() == b""


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755])
def test_the_mode_is_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write(str(file), NEW, stamp(file))
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(not AS_ROOT, reason="only root gives files away")
def test_the_owner_is_kept_where_that_is_allowed(file: Path) -> None:
    os.chown(file, 12345, 12346)
    write(str(file), NEW, stamp(file))
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 12346)


@pytest.mark.parametrize(("mode", "kept"), [(0o660, 0o600), (0o664, 0o644), (0o666, 0o666)])
def test_another_group_may_do_no_more_than_all(
    file: Path, mode: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not AS_ROOT:
        pytest.skip("only root gives files away")
    os.chown(file, -1, 12346)
    file.chmod(mode)

    def refused(*_: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refused)
    write(str(file), NEW, stamp(file))
    assert stat.S_IMODE(file.stat().st_mode) == kept


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes")
def test_attributes_are_kept(file: Path) -> None:
    try:
        os.setxattr(file, "user.note", b"x")
    except OSError:
        pytest.skip("the file system has none")
    write(str(file), NEW, stamp(file))
    assert os.getxattr(file, "user.note") == b"x"


def test_a_link_stays_and_its_file_is_changed_where_it_is(file: Path, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    file.rename(tmp_path / "far" / "b.yaml")
    (tmp_path / "way").symlink_to("far/b.yaml")
    file.symlink_to("way")
    write(str(file), NEW, stamp(file))
    assert os.readlink(file) == "way"
    assert (tmp_path / "far" / "b.yaml").read_bytes() == NEW
    assert os.listdir(tmp_path / "far") == ["b.yaml"]


def test_another_hard_link_keeps_the_old_file(file: Path) -> None:
    os.link(file, file.with_name("b"))
    write(str(file), NEW, stamp(file))
    assert file.with_name("b").read_bytes() == OLD


def test_a_path_is_relative_to_the_working_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    write("a.yaml", NEW, stamp(file))
    write("b.yaml", NEW, None)
    assert file.read_bytes() == file.with_name("b.yaml").read_bytes() == NEW


def rewritten(file: Path) -> None:
    file.write_bytes(OLD[::-1])


def exchanged(file: Path) -> None:
    file.with_name("b").write_bytes(OLD)
    file.with_name("b").rename(file)


def becomes(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        file.unlink()
        make(file)

    return change


# What happened to the file after it was read, what is said.
CHANGES: list[tuple[Callable[[Path], object], str]] = [
    (rewritten, "has changed since it was read"),
    (exchanged, "has changed since it was read"),
    (lambda file: file.chmod(0o600), "has changed since it was read"),
    (lambda file: os.utime(file, ns=(1, 1)), "has changed since it was read"),
    (Path.unlink, "no such file or directory"),
    (becomes(Path.mkdir), "a folder, not a file"),
    (becomes(os.mkfifo), "a pipe, not a file"),
    (becomes(lambda file: file.symlink_to("/dev/null")), "a device or a socket, not a file"),
    (becomes(lambda file: file.symlink_to("a.yaml")), "too many levels of symbolic links"),
]


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_what_has_changed_is_left_alone(
    file: Path, change: Callable[[Path], object], said: str, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = stamp(file)
    if late:
        # While the new one is written.
        sync = os.fsync
        monkeypatch.setattr(os, "fsync", lambda fd: (sync(fd), change(file)))
        said = said.replace("a device or a socket, not a file", "too many levels of symbolic links")
    else:
        change(file)
    with pytest.raises(RefusedError, match=said):
        write(str(file), NEW, seen)
    assert not list(file.parent.glob(".tuiapp*"))
    assert not file.is_file() or file.read_bytes() != NEW


def test_a_stamp_that_cannot_be_trusted_is_not(file: Path) -> None:
    with pytest.raises(ChangedError, match="just before it was read"):
        write(str(file), NEW, stamped(os.stat(file), 0))
    assert file.read_bytes() == OLD


@pytest.mark.skipif(AS_ROOT, reason="root may write everything")
def test_what_is_read_only_is_left_alone(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(RefusedError, match="permission denied"):
        write(str(file), NEW, stamp(file))


def test_a_name_that_no_file_can_have_is_refused(file: Path) -> None:
    for name in ("a\0b", "\ud800"):
        for expected in (None, stamp(file)):
            with pytest.raises(RefusedError, match="no file can have this name"):
                write(name, NEW, expected)


# Creating


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    write(str(tmp_path / "a.yaml"), NEW, None)
    (tmp_path / "b").write_bytes(NEW)
    assert (tmp_path / "a.yaml").read_bytes() == NEW
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "b").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "b"]


@pytest.fixture(params=["hard links", "no hard links"])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "")

    if request.param == "no hard links":
        monkeypatch.setattr(os, "link", none)


@pytest.mark.usefixtures("links")
@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, os.mkfifo, lambda path: path.symlink_to("none")])
def test_a_new_file_never_takes_the_place_of_anything(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "a.yaml")
    before = os.lstat(tmp_path / "a.yaml")
    with pytest.raises(RefusedError, match="file exists"):
        write(str(tmp_path / "a.yaml"), NEW, None)
    assert os.lstat(tmp_path / "a.yaml") == before
    assert os.listdir(tmp_path) == ["a.yaml"]


@pytest.mark.usefixtures("links")
def test_a_new_file_is_whole(tmp_path: Path) -> None:
    write(str(tmp_path / "a.yaml"), NEW, None)
    assert (tmp_path / "a.yaml").read_bytes() == NEW
    assert os.listdir(tmp_path) == ["a.yaml"]


# Faults

CALLS = set("open stat access write fchown fstat listxattr fchmod fsync close rename link".split())  # noqa: SIM905


class System:
    """The system's calls, of which call `number` does something else; calls are counted from 1."""

    def __init__(self, number: int, act: Callable[[], None]) -> None:
        self.number, self.act, self.made = number, act, 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*given: Any, **named: Any) -> Any:
            self.made += 1
            if name == "close":
                # Whatever it says, the file is closed.
                real(*given)
            if self.made == self.number:
                self.act()
            return None if name == "close" else real(*given, **named)

        return call


def raising(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


def each_call(act: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    """Systems that fail at the first call, the second and so on, to one that does not fail at all."""
    for number in range(1, 100):
        system = System(number, act)
        monkeypatch.setattr(writing, "os", system)
        yield system
        if system.made < number:
            return
    raise AssertionError("calls without end")


@pytest.mark.parametrize("new", [False, True])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.EIO, "broken"), RefusedError),
        (OSError(errno.ENOSPC, "no space left on device"), RefusedError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
    ids=["broken", "full", "Ctrl+C"],
)
def test_a_call_that_fails_leaves_all_as_it_was(
    file: Path, error: BaseException, raised: type[BaseException], new: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file.with_name("b.yaml") if new else file
    failed = 0
    for _ in each_call(raising(error), monkeypatch):
        if new:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(OLD)
        try:
            write(str(path), NEW, None if new else stamp(path))
        except raised:
            failed += 1
            # Ctrl+C may come when the new file stands already.
            whole = [None if new else OLD, *([NEW] if raised is KeyboardInterrupt else [])]
            assert (path.read_bytes() if path.exists() else None) in whole
        else:
            assert path.read_bytes() == NEW
        assert not list(file.parent.glob(".tuiapp*"))
    assert failed > 5


def test_short_writes_are_gone_on_with(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write_all(fd, data[:7]))
    write(str(file), NEW, stamp(file))
    assert file.read_bytes() == NEW


def test_a_disk_that_is_full_half_way_leaves_all_as_it_was(file: Path) -> None:
    # A limit on the size of files stops the kernel in the middle of the data, as a full disk does.
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    seen = stamp(file)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(RefusedError, match="file too large"):
            write(str(file), NEW, seen)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == ["a.yaml"]


# Forks for each call; the child is killed at it. Prints how many died, and what was not whole.
KILLED = """
import os, signal, sys
from pathlib import Path
from tests.test_writing import NEW, OLD, System, stamp
from tuiapp.library import writing

path, new = Path(sys.argv[1]), sys.argv[2] == "new"
died = 0
for number in range(1, 100):
    path.unlink(missing_ok=True)
    if not new:
        path.write_bytes(OLD)
    child = os.fork()
    if not child:
        writing.os = System(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        writing.write(str(path), NEW, None if new else stamp(path))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    left = path.read_bytes() if path.exists() else None
    if left not in (NEW, None if new else OLD):
        print("torn at", number, left)
    if not os.WIFSIGNALED(status):
        break
    died += 1
print(died)
"""


@pytest.mark.parametrize("new", ["old", "new"])
def test_killed_at_any_call_a_file_is_whole(tmp_path: Path, new: str) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path / "a.yaml"), new]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert int(done.stdout) > 5


def test_nobody_ever_sees_a_part_of_a_file(file: Path) -> None:
    # A reader that never rests, and prints the lengths that it has seen.
    code = """
import sys
text, seen = b"", set()
while text != b"end":
    text = open(sys.argv[1], "rb").read()
    seen.add(len(text))
print(*seen)
"""
    reader = subprocess.Popen([sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE, text=True)
    for number in range(200):
        write(str(file), (OLD, NEW)[number % 2], stamp(file))
    write(str(file), b"end", stamp(file))
    out, _ = reader.communicate(timeout=20)
    assert {int(length) for length in out.split()} <= {len(OLD), len(NEW), len(b"end")}
