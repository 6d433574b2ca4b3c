"""What may be opened: every path that is no model, and every source that must not be read, refused with a reason."""

import io
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.standard_input import standard_input
from tests.test_load import ARTICLE, WHOLE
from tuiapp.library import ModelError, load
from tuiapp.library.opening import RefusedError, fence, read_regular
from tuiapp.library.sources import LIMIT
from tuiapp.library.stamp import Stamp, stamped
from tuiapp.printable import visible

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder below another, as the article's model lies beside its text."""
    (tmp_path / "near" / "model").mkdir(parents=True)
    return tmp_path / "near" / "model"


def refusal(*paths: str | Path) -> list[str]:
    """The faults of a load that must fail, each without the file's name."""
    with pytest.raises(ModelError) as raised:
        load([str(path) for path in paths])
    return [str(fault).removeprefix(f"{visible(fault.file)}:") for fault in raised.value.faults]


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    # A socket's path may have 108 bytes at most, so it is made from inside.
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def a_link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def a_link_through(beside: str, target: str) -> Callable[[Path], object]:
    """A link to `target` on a way that begins at y, a link to `beside`."""

    def make(path: Path) -> None:
        path.with_name("y").symlink_to(beside)
        path.symlink_to(target)

    return make


# Why there is nothing to read, what stands at the path, what is said.
NO_FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing", lambda path: None, "no such file or directory"),
    ("a pipe would keep us waiting", a_pipe, "a pipe, not a file; what comes from a pipe is read as -"),
    ("a socket", a_socket, "a device or a socket, not a file"),
    ("a device without end", a_link_to("/dev/zero"), "a device or a socket, not a file"),
    ("a terminal", a_link_to("/dev/tty"), "a device or a socket, not a file"),
    ("a link to nothing", a_link_to("nothing"), "no such file or directory"),
    ("a link to itself", a_link_to("x.yaml"), "too many levels of symbolic links"),
    ("an empty folder", lambda path: path.mkdir(), "the folder has no *.yaml or *.yml in it"),
]


@pytest.mark.parametrize(("make", "said"), [pytest.param(*row[1:], id=row[0]) for row in NO_FILES])
def test_a_path_without_a_model_is_refused_at_once(folder: Path, make: Callable[[Path], object], said: str) -> None:
    make(folder / "x.yaml")
    assert refusal(folder / "x.yaml")[0].startswith(f"1:1: $: {said}")


@pytest.mark.parametrize("make", [a_pipe, a_link_to("nothing")])
def test_a_folder_does_not_hide_what_cannot_be_read_in_it(folder: Path, make: Callable[[Path], object]) -> None:
    (folder / "a.yaml").write_text(WHOLE)
    make(folder / "b.yaml")
    assert len(refusal(folder)) == 1


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_what_may_not_be_read_is_said_to_be_so(folder: Path) -> None:
    (folder / "a.yaml").write_text(WHOLE)
    (folder / "a.yaml").chmod(0)
    assert refusal(folder / "a.yaml") == ["1:1: $: permission denied"]


def test_names_that_no_file_can_have_are_refused(folder: Path) -> None:
    for name in ("a\0b", "a\0b/c", "\ud800", folder / "\ud800" / "a.yaml"):
        assert refusal(name) == ["1:1: $: no file can have this name"]
    assert refusal("") == ["1:1: $: no such file or directory"]
    assert refusal("x" * 5000) == ["1:1: $: file name too long"]
    assert refusal(folder / "\udcff.yaml") == ["1:1: $: no such file or directory"]


def test_no_path_at_all_is_the_caller_s_mistake() -> None:
    with pytest.raises(ValueError, match="nothing to load"):
        load([])


def test_a_file_below_a_folder_is_named_from_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "a.yaml").write_text("")
    monkeypatch.chdir(folder.parent)
    with pytest.raises(ModelError, match=r"^model/deep/a.yaml:1:1: \$: the file is empty$"):
        load(["model"])


def test_all_paths_are_looked_at(folder: Path) -> None:
    (folder / "a.yaml").write_text("a: [")
    assert len(refusal(folder / "missing", folder / "a.yaml", folder / "gone")) == 4


def test_standard_input_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert refusal("-") == ["1:1: $: there is no standard input"]
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    monkeypatch.setattr("sys.stdin", closed)
    assert refusal("-") == ["1:1: $: there is no standard input"]


def test_standard_input_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", standard_input(b""))
    with pytest.raises(ModelError, match=r"^<stdin>:1:1: \$: the file is empty$"):
        load(["-"])


# What a folder brings

SECRET = "root:x:0:0:first line of a file of the host's"
OUT = "1:1: $: leads out of the folder that was opened"


@pytest.fixture
def far(folder: Path) -> Path:
    """Outside of all that may be read for a model in `folder`: a text, and a model that would be a good one."""
    far = folder.parent.parent / "far"
    far.mkdir()
    (far / "passwd").write_text(SECRET)
    (far / "b.yaml").write_text(WHOLE.replace("id: a", "id: b"))
    return far


# Why it is not read, what stands in the folder at x.yaml, what is said.
BROUGHT: list[tuple[str, Callable[[Path], object], str]] = [
    ("a text outside", a_link_to("../../far/passwd"), OUT),
    ("a model outside", a_link_to("../../far/b.yaml"), OUT),
    ("by its whole path", a_link_to("/etc/passwd"), OUT),
    ("nothing outside, of which nothing is said", a_link_to("../../far/none"), OUT),
    ("a folder outside", a_link_to("../../far"), OUT),
    ("the fence itself", a_link_to(".."), OUT),
    ("a link to a link", a_link_through("../../far/b.yaml", "y"), OUT),
    ("through a folder", a_link_through("../../far", "y/b.yaml"), OUT),
    ("up again behind a folder", a_link_through("../../far", "y/../b.yaml"), OUT),
    ("the program's own root", a_link_to("/proc/self/root/etc/passwd"), OUT),
    ("what the program was started with", a_link_to("/proc/self/environ"), OUT),
    ("a device", a_link_to("/dev/zero"), OUT),
    ("a terminal", a_link_to("/dev/tty"), OUT),
    ("standard input", a_link_to("/dev/stdin"), OUT),
    ("a pipe", a_pipe, "1:1: $: a pipe, not a file; what comes from a pipe is read as -, standard input"),
    ("a socket", a_socket, "1:1: $: a device or a socket, not a file"),
    ("a link to nothing", a_link_to("nothing"), "1:1: $: no such file or directory"),
    ("a link to itself", a_link_to("x.yaml"), "1:1: $: too many levels of symbolic links"),
    ("a folder inside", a_link_to("."), "1:1: $: a folder, not a file"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "said"), [pytest.param(*row[1:], id=row[0]) for row in BROUGHT])
@pytest.mark.parametrize("name", ["x.yaml", "deep/x.yaml", "new\nline.yaml", "-.yaml", "\udcff.yml"])
def test_what_a_folder_brings_does_not_lead_out_of_it(
    folder: Path, far: Path, make: Callable[[Path], object], said: str, name: str
) -> None:
    (folder / "a.yaml").write_text(WHOLE)
    make(folder / "x.yaml")
    if name != "x.yaml":
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).symlink_to(folder / "x.yaml")
    # What leads to the same is one file, whatever its names are; what leads to nothing is none.
    assert set(refusal(folder)) == {said}


def test_a_folder_s_links_may_lead_about_in_it_and_beside_it(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("kept/a")
    (folder / "b.yaml").symlink_to("../b.txt")
    (folder / "kept").mkdir()
    (folder / "kept" / "a").write_text(WHOLE)
    (folder.parent / "b.txt").write_text(WHOLE.replace("id: a", "id: b"))
    assert len(load([str(folder)]).articles) == 2
    link = folder.parent.parent / "way"
    link.symlink_to("near/model")
    assert len(load([str(link)]).articles) == 2


def test_what_is_named_may_be_anywhere(folder: Path, far: Path) -> None:
    (folder / "x.yaml").symlink_to("../../far/b.yaml")
    assert [article.id for article in load([str(folder / "x.yaml")]).articles] == ["b"]


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc")
@pytest.mark.parametrize("path", ["/proc/self/environ", "/proc/self/status", "/proc/version"])
def test_what_the_kernel_makes_up_is_no_file(path: str) -> None:
    assert refusal(path) == ["1:1: $: a part of the running system, not a file"]


@pytest.mark.parametrize("known", [False, True], ids=["resolved now", "resolved before"])
@pytest.mark.parametrize("swapped", ["deep", "deep/x.yaml"])
def test_a_link_that_takes_a_place_after_the_check_is_not_followed(
    folder: Path, far: Path, monkeypatch: pytest.MonkeyPatch, swapped: str, known: bool
) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "x.yaml").write_text(WHOLE)
    (far / "x.yaml").write_text(SECRET)
    way = os.path.realpath(folder / "deep" / "x.yaml")
    monkeypatch.setattr(os.path, "realpath", lambda path: way)
    target = far / "x.yaml" if swapped.endswith("yaml") else far
    (folder / swapped).rename(folder / "gone")
    (folder / swapped).symlink_to(target)
    with pytest.raises(RefusedError, match=r"not a directory|symbolic links"):
        read_regular(way, 100, lambda _: None, str(folder.parent), way if known else None)


def test_a_path_that_was_resolved_to_outside_of_the_fence_is_refused(folder: Path, far: Path) -> None:
    (folder / "x.yaml").write_text(WHOLE)
    (far / "x.yaml").write_text(SECRET)
    with pytest.raises(RefusedError, match="leads out of the folder"):
        read_regular(str(folder / "x.yaml"), 100, lambda _: None, str(folder), str(far / "x.yaml"))


@pytest.mark.parametrize("size", [0, 1, 99, 100, 101], ids=str)
def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    path = folder / "x.yaml"
    path.write_bytes(b"")

    def grown(status: os.stat_result, before: int) -> Stamp:
        path.write_bytes(b"x" * size)
        return stamped(status, before)

    monkeypatch.setattr("tuiapp.library.opening.stamped", grown)
    if size > 100:
        with pytest.raises(RefusedError, match="larger than"):
            read_regular(str(path), 100, lambda _: None)
    else:
        assert read_regular(str(path), 100, lambda _: None)[0] == b"x" * size


def test_a_pipe_that_takes_a_place_after_the_check_holds_nothing_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "x.yaml").write_text(WHOLE)
    before = os.stat(folder / "x.yaml")
    (folder / "x.yaml").unlink()
    a_pipe(folder / "x.yaml")
    monkeypatch.setattr(os, "stat", lambda *_, **__: before)
    for within in (None, str(folder)):
        with pytest.raises(RefusedError, match="a pipe, not a file"):
            read_regular(str(folder / "x.yaml"), 100, lambda _: None, within)


# The fence

USR = os.path.realpath("/usr")


@pytest.mark.parametrize(
    ("folder", "expected", "why"),
    [
        ("/", "", "below the root is everything"),
        ("//", "", "written otherwise"),
        ("/usr/..", "", "by a way round"),
        (USR, USR, "around it is the root"),
        ("/none/of/these", "/none/of/these", "the owner of what is not there is nobody"),
    ],
)
def test_the_fence_is_never_the_root(folder: str, expected: str, why: str) -> None:
    assert fence(folder, folder) == expected, why


def test_the_fence_is_around_the_folder_that_a_link_leads_to(folder: Path) -> None:
    (folder.parent.parent / "way").symlink_to("near/model")
    assert fence(str(folder.parent.parent / "way"), str(folder)) == os.path.realpath(folder.parent)


@pytest.mark.skipif(not AS_ROOT, reason="only root gives files away")
@pytest.mark.parametrize(("given", "wide"), [("", True), ("near", False), ("near/model/a.yaml", False)])
def test_beside_the_model_is_only_what_its_owner_has(folder: Path, given: str, wide: bool) -> None:
    (folder.parent / "x.txt").write_text("x")
    (folder / "a.yaml").write_text(ARTICLE + "  source: ../x.txt\n")
    if given:
        os.chown(folder.parent.parent / given, 12345, -1)
    if wide:
        assert load([str(folder / "a.yaml")]).sources == {"a": "x"}
    else:
        assert "lies outside" in refusal(folder / "a.yaml")[0]


@pytest.mark.parametrize("cwd", ["/", "gone"])
def test_standard_input_has_no_source_where_there_is_no_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cwd: str
) -> None:
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / cwd)
    if cwd == "gone":
        (folder / "gone").rmdir()
    for source in ("etc/passwd", "x.txt", "../x.txt", "."):
        text = ARTICLE + f"  source: {source}\n"
        monkeypatch.setattr("sys.stdin", standard_input(text.encode()))
        (said,) = refusal("-")
        assert said.startswith(f'7:11: article.source: the source "{source}" ')
        assert "lies outside" in said or "no such file" in said


@pytest.mark.parametrize("source", ['"a\\0b"', '"a\\0b/../c"', '"\\0"'])
def test_a_source_that_no_file_can_have_is_refused_for_its_character(folder: Path, source: str) -> None:
    (folder / "a.yaml").write_text(ARTICLE + f"  source: {source}\n")
    assert refusal(folder) == ["7:11: article.source: U+0000 is a control character, which no text may hold"]


# Why it must not be read, the source, what stands at near/x.txt and far.txt, what is said of the source.
SOURCES: list[tuple[str, str, Callable[[Path], object], str]] = [
    ("missing", "../x.txt", lambda path: None, "cannot be read: no such file or directory"),
    ("absolute", "/etc/hostname", lambda path: None, "must be a path relative to this file"),
    ("above the fence", "../../far.txt", lambda path: None, "lies outside of what this model may read"),
    ("and no word on whether it is there", "../../none.txt", lambda path: None, "lies outside of what"),
    ("round about", "../x/../../../../etc/passwd", lambda path: None, "lies outside of what"),
    ("a link over the fence", "../x.txt", a_link_to("../far.txt"), "lies outside of what this model may read"),
    ("the fence itself", "..", lambda path: None, "lies outside of what this model may read"),
    ("its twin by name", "../../near2/x.txt", lambda path: None, "lies outside of what"),
    ("a folder", "../model", lambda path: None, "cannot be read: a folder, not a file"),
    ("a pipe would keep us waiting", "../x.txt", a_pipe, "cannot be read: a pipe, not a file"),
    ("too much", "../x.txt", lambda path: path.write_bytes(b"x" * (LIMIT + 1)), "cannot be read: larger than 16 MB"),
    ("not UTF-8", "../x.txt", lambda path: path.write_bytes(b"ab\xff"), "is not UTF-8: byte 3 is 0xFF"),
]


@pytest.mark.parametrize(("source", "make", "said"), [pytest.param(*row[1:], id=row[0]) for row in SOURCES])
def test_a_source_that_must_not_be_read_is_not(
    folder: Path, source: str, make: Callable[[Path], object], said: str
) -> None:
    (folder.parent.parent / "far.txt").write_text("not for you")
    make(folder.parent / "x.txt")
    (folder / "a.yaml").write_text(ARTICLE + f"  source: {source}\n")
    expected = f'7:11: article.source: the source "{source}" {said}'
    assert [fault for fault in refusal(folder) if fault.startswith(expected)], refusal(folder)
    assert refusal(folder / "a.yaml") == refusal(folder)


def test_a_source_is_looked_for_in_a_faulty_file_as_well(folder: Path) -> None:
    (folder / "a.yaml").write_text(ARTICLE + "  source: none.txt\n  colour: red\n")
    assert [fault.split(": ")[1] for fault in refusal(folder)] == ["article.source", "article.colour"]


@pytest.mark.parametrize("size", [0, LIMIT])
def test_a_source_may_have_any_size_up_to_the_limit(folder: Path, size: int) -> None:
    (folder.parent / "x.txt").write_bytes(b"x" * size)
    (folder / "a.yaml").write_text(ARTICLE + "  source: ../x.txt\n")
    assert len(load([str(folder)]).sources["a"]) == size


def test_a_folder_fences_the_sources_of_all_that_is_below_it(folder: Path) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder.parent / "x.txt").write_text("x")
    (folder / "deep" / "er" / "a.yaml").write_text(ARTICLE + "  source: ../../../x.txt\n")
    assert load([str(folder)]).sources == {"a": "x"}
    # Opened alone, the same file has its fence nearer.
    assert "lies outside" in refusal(folder / "deep" / "er" / "a.yaml")[0]


def test_standard_input_has_sources_below_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "x.txt").write_text("x")
    monkeypatch.chdir(folder)
    for source, inside in (("x.txt", True), ("../model/x.txt", True), ("../x.txt", False)):
        text = ARTICLE + f"  source: {source}\n"
        monkeypatch.setattr("sys.stdin", standard_input(text.encode()))
        if inside:
            assert load(["-"]).sources == {"a": "x"}
        else:
            assert "lies outside" in refusal("-")[0]


def test_a_closed_standard_input_is_no_traceback() -> None:
    code = "from tuiapp.library import load, ModelError\ntry: load(['-'])\nexcept ModelError as error: print(error)"
    done = subprocess.run(
        ["bash", "-c", 'exec "$0" -c "$1" <&-', sys.executable, code], capture_output=True, text=True, timeout=20
    )
    assert (done.stdout, done.stderr) == ("<stdin>:1:1: $: there is no standard input\n", "")
