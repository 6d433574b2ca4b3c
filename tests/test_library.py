"""A library that is kept: read again, it is what a fresh reading finds, and only what has changed is read."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.standard_input import standard_input
from tests.test_load import ARTICLE, ITEMS, NAMES, WHOLE
from tuiapp.library import ChangedError, Library, ModelError, RefusedError, follow, read, reread, resurvey, survey
from tuiapp.library.checks.part import Part, parse
from tuiapp.library.listing import Found
from tuiapp.library.listing import found as look
from tuiapp.library.opening import Tick, Ways
from tuiapp.library.sources import LIMIT
from tuiapp.library.stamp import stamped
from tuiapp.library.writing import write

OTHER = WHOLE.replace("id: a", "id: b")
SOURCED = ARTICLE + "  source: a.txt\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder below another, with a file of two, both old enough for their stamps to be trusted."""
    folder = tmp_path / "near" / "model"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(WHOLE)
    (folder / "b.yaml").write_text(OTHER)
    return folder


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks come long after changes, as they mostly do: waiting for it would take each test 50 ms."""
    later = count(1)
    monkeypatch.setattr("tuiapp.library.opening.now", lambda: time.time_ns() + 3_000_000_000 * next(later))


def parts(library: Library) -> dict[str, object]:
    return {os.path.basename(file.real): file.part for file in library.files}


def outcome(library: Library) -> object:
    return library.faults or library.model


# Rereading


def test_what_has_not_changed_is_the_same(folder: Path) -> None:
    library = read([str(folder)])
    assert reread(library) is library


def test_only_what_has_changed_is_parsed(folder: Path) -> None:
    before = read([str(folder)])
    (folder / "b.yaml").write_text(OTHER.replace("Lifts together", "Lifts apart"))
    (folder / "c.yaml").write_text(ARTICLE.replace("id: a", "id: c"))
    after = reread(before)
    assert [item.title for item in after.model.items] == ["Lifts together", "Lifts apart"]
    assert parts(before)["a.yaml"] is parts(after)["a.yaml"]
    assert [article.id for article in after.model.articles] == ["a", "b", "c"]
    (folder / "a.yaml").unlink()
    assert [article.id for article in reread(after).model.articles] == ["b", "c"]
    assert [article.id for article in before.model.articles] == ["a", "b"]


def test_what_is_written_anew_as_it_was_keeps_the_model(folder: Path) -> None:
    (folder / "a.yaml").write_text(SOURCED + NAMES)
    (folder / "a.txt").write_text("x")
    before = read([str(folder)])
    for name in ("a.yaml", "a.txt"):
        text = (folder / name).read_text()
        (folder / name).unlink()
        (folder / name).write_text(text)
    after = reread(before)
    assert after is not before
    assert after.model is before.model
    assert reread(after) is after


def test_a_source_is_read_again_alone(folder: Path) -> None:
    (folder / "a.yaml").write_text(SOURCED + NAMES)
    (folder / "a.txt").write_text("x")
    before = read([str(folder)])
    (folder / "a.txt").write_text("y")
    after = reread(before)
    assert (before.model.sources, after.model.sources) == ({"a": "x"}, {"a": "y"})
    assert parts(before) == parts(after)
    (folder / "a.txt").unlink()
    with pytest.raises(ModelError, match=r"a\.yaml:7:11: article\.source: .* cannot be read: no such file"):
        reread(after)


def test_a_model_is_broken_and_mended(folder: Path) -> None:
    good = read([str(folder)])
    (folder / "a.yaml").write_text(WHOLE.replace("stage: negotiation", "stage: dreamt"))
    with pytest.raises(ModelError) as raised:
        reread(good)
    broken = resurvey(good)
    assert broken.faults == raised.value.faults
    assert (broken.faults[0].line, broken.faults[0].path) == (21, "items[0].stage")
    # Nobody need parse the broken file again to learn that it still is.
    assert resurvey(broken) is broken
    assert parts(broken)["b.yaml"] is parts(good)["b.yaml"]
    with pytest.raises(ModelError):
        _ = broken.model
    (folder / "a.yaml").write_text(WHOLE)
    assert reread(broken).model == good.model


def test_standard_input_stays_what_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", standard_input(WHOLE.replace("id: a", "id: c").encode()))
    library = read(["-", str(folder)])
    assert reread(library) is library
    (folder / "a.yaml").unlink()
    after = reread(library)
    assert [article.id for article in after.model.articles] == ["c", "b"]
    assert after.place("c", ("items", 0, "stage")) == (21, 12)


def test_a_change_in_the_same_moment_and_of_the_same_size_is_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A clock that stands: every change has the same time, as all within one tick of the kernel's have.
    status = os.stat(folder / "a.yaml")
    monkeypatch.setattr("tuiapp.library.opening.now", lambda: status.st_ctime_ns)
    before = read([str(folder)])
    assert not any(file.stamp and file.stamp.settled for file in before.files)
    with (folder / "a.yaml").open("r+") as file:
        file.write(WHOLE.replace("Lifts together", "Lifts  forever"))
    monkeypatch.setattr("tuiapp.library.stamp.Stamp.same", lambda stamp, _: stamp.settled)
    assert reread(before).model.items[0].title == "Lifts  forever"


def test_a_time_that_is_set_back_deceives_nobody(folder: Path) -> None:
    before = read([str(folder)])
    status = os.stat(folder / "a.yaml")
    with (folder / "a.yaml").open("r+") as file:
        file.write(WHOLE.replace("Lifts together", "Lifts  forever"))
    os.utime(folder / "a.yaml", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert reread(before).model.items[0].title == "Lifts  forever"


@pytest.mark.parametrize(
    ("ctime_ns", "asked_ns", "settled"),
    [
        pytest.param(5_000_000_001, 5_000_000_001, False, id="now"),
        pytest.param(5_000_000_001, 5_040_000_000, False, id="within a tick"),
        pytest.param(5_000_000_001, 5_060_000_000, True, id="after it"),
        pytest.param(5_000_000_000, 6_000_000_000, False, id="a file system that counts in seconds"),
        pytest.param(5_000_000_000, 7_100_000_000, True, id="and some time later"),
        pytest.param(9_000_000_001, 5_000_000_000, False, id="changed in the future, by another clock"),
    ],
)
def test_a_stamp_is_trusted_once_a_tick_is_over(ctime_ns: int, asked_ns: int, settled: bool) -> None:
    class Status:
        st_size = st_ino = st_dev = st_mtime_ns = 1
        st_ctime_ns = ctime_ns

    assert stamped(Status(), asked_ns).settled is settled  # type: ignore[arg-type]


# What happens to files while they are read, and between two readings


def swapped(folder: Path) -> None:
    """Two files change places: size and times of each are those that the other had."""
    (folder / "a.yaml").rename(folder / "x")
    (folder / "b.yaml").rename(folder / "a.yaml")
    (folder / "x").rename(folder / "b.yaml")


def becomes(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / "a.yaml").unlink()
        make(folder / "a.yaml")

    return change


def without_files(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def behind_a_link(folder: Path) -> None:
    folder.rename(folder.with_name("other"))
    folder.symlink_to("other")


def moved_below(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "a.yaml").rename(folder / "deep" / "a.yaml")


def moved_out(folder: Path) -> None:
    """The file is the same, to the inode, and so is its name; but the way to it leads out."""
    far = folder.parent.parent / "far"
    folder.rename(far)
    folder.mkdir()
    for path in far.iterdir():
        (folder / path.name).symlink_to(path)


def with_undefined_names(folder: Path) -> None:
    (folder / "a.yaml").write_text(WHOLE.replace("[mlm]", "[x]"))


def link(to: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(to)


CHANGES: list[tuple[str, Callable[[Path], object]]] = [
    ("gone", lambda folder: (folder / "a.yaml").unlink()),
    ("all gone", without_files),
    ("the folder gone", lambda folder: folder.rename(folder.with_name("other"))),
    ("the folder a file", lambda folder: (folder.rename(folder.with_name("other")), folder.write_text(WHOLE))),
    ("the folder a link", behind_a_link),
    ("two swapped by rename", swapped),
    ("a folder", becomes(Path.mkdir)),
    ("a pipe", becomes(os.mkfifo)),
    ("a link to another", becomes(link("b.yaml"))),
    ("a link to nothing", becomes(link("none"))),
    ("a link to itself", becomes(link("a.yaml"))),
    ("a link out of the fence", becomes(link("/etc/passwd"))),
    ("a link to a device", becomes(link("/dev/zero"))),
    ("a hard link to another", becomes(lambda path: os.link(path.with_name("b.yaml"), path))),
    ("unreadable", lambda folder: (folder / "a.yaml").chmod(0)),
    ("empty", lambda folder: (folder / "a.yaml").write_text("")),
    ("in UTF-16", lambda folder: (folder / "a.yaml").write_text(WHOLE, "utf-16")),
    ("renamed", lambda folder: (folder / "a.yaml").rename(folder / "z.yaml")),
    ("hidden", lambda folder: (folder / "a.yaml").rename(folder / ".a.yaml")),
    ("moved below", moved_below),
    ("moved out, with links in its place", moved_out),
    ("a name undefined", with_undefined_names),
    ("an id taken", lambda folder: (folder / "c.yaml").write_text(WHOLE)),
    ("defined differently", lambda folder: (folder / "a.yaml").write_text(WHOLE.replace("Денис", "Дионис"))),
]  # fmt: skip


@pytest.mark.parametrize("paths", [["."], ["a.yaml", "b.yaml"], ["a.yaml", "."]], ids=str)
@pytest.mark.parametrize("change", [pytest.param(row[1], id=row[0]) for row in CHANGES])
def test_read_again_it_is_what_a_fresh_reading_finds(
    folder: Path, change: Callable[[Path], object], paths: list[str]
) -> None:
    whole = [str(folder / path) for path in paths]
    before = survey(whole)
    change(folder)
    after = resurvey(before)
    assert outcome(after) == outcome(survey(whole))
    assert resurvey(after) is after


def test_what_was_inside_is_refused_once_it_lies_outside(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "kept" / "c").write_text(ARTICLE.replace("id: a", "id: c"))
    (folder / "c.yaml").symlink_to("kept/c")
    library = read([str(folder)])
    # The file is the same, to the inode and all its times, but the way to it leads out.
    (folder / "kept").rename(folder.parent.parent / "far")
    (folder / "kept").symlink_to("../../far")
    with pytest.raises(ModelError, match="leads out of the folder"):
        reread(library)


@pytest.mark.parametrize("change", [pytest.param(row[1], id=row[0]) for row in CHANGES])
def test_a_change_between_the_look_and_the_reading(
    folder: Path, change: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_and_changed(paths: Iterable[str], ways: Ways) -> list[Found]:
        seen = look(paths, ways)
        change(folder)
        return seen

    with monkeypatch.context() as patch:
        patch.setattr("tuiapp.library.reading.found", looked_and_changed)
        during = survey([str(folder)])
    assert outcome(resurvey(during)) == outcome(survey([str(folder)]))


# What becomes of a source.
SOURCES: list[tuple[str, Callable[[Path], object]]] = [
    ("gone", lambda path: None),
    ("a folder", Path.mkdir),
    ("a pipe", os.mkfifo),
    ("another file by rename", lambda path: path.with_name("b.txt").rename(path)),
    ("a link to another", link("b.txt")),
    ("a link to itself", link("a.txt")),
    ("a link out of the fence", link("/etc/passwd")),
    ("no UTF-8", lambda path: path.write_bytes(b"\xff")),
    ("too large", lambda path: path.write_bytes(b"x" * (LIMIT + 1))),
    ("empty", Path.touch),
]


@pytest.mark.parametrize("become", [pytest.param(row[1], id=row[0]) for row in SOURCES])
def test_a_source_read_again_is_what_a_fresh_reading_finds(folder: Path, become: Callable[[Path], object]) -> None:
    (folder / "a.yaml").write_text(SOURCED + NAMES)
    (folder / "a.txt").write_text("x")
    (folder / "b.txt").write_text("y")
    before = survey([str(folder)])
    (folder / "a.txt").unlink()
    become(folder / "a.txt")
    after = resurvey(before)
    assert outcome(after) == outcome(survey([str(folder)]))
    assert resurvey(after) is after
    (folder / "a.yaml").write_text(ARTICLE + NAMES)
    assert resurvey(after).model.sources == {}


def test_of_a_thousand_files_one_is_parsed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1000):
        (folder / f"{number}.yaml").write_text(ARTICLE.replace("id: a", f"id: n{number}"))
    library = read([str(folder)])
    (folder / "500.yaml").write_text(ARTICLE.replace("id: a", "id: other"))
    parsed: list[bytes] = []

    def counted(raw: bytes, tick: Tick) -> Part:
        parsed.append(raw)
        return parse(raw, tick)

    monkeypatch.setattr("tuiapp.library.reading.parse", counted)
    told: list[tuple[int, int]] = []
    after = reread(library, lambda done, total: told.append((done, total)))
    assert "other" in {article.id for article in after.model.articles}
    assert len(parsed) == 1
    size = (folder / "500.yaml").stat().st_size
    assert told[-1] == (size, size)


def test_what_the_safe_writer_writes_is_never_seen_in_part(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    texts = [WHOLE.replace("Lifts together", "x" * length).encode() for length in (1, 2, 200_000)]

    def keep_writing() -> None:
        for number in range(60):
            before = os.stat(folder / "a.yaml")
            write(str(folder / "a.yaml"), texts[number % 3], stamped(before, time.time_ns() + 10_000_000_000))

    writer = Thread(target=keep_writing)
    writer.start()
    library = read([str(folder)])
    while writer.is_alive():
        library = reread(library)
    writer.join()
    assert reread(library).model == read([str(folder)]).model


def test_a_folder_that_is_removed_while_it_is_listed_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "deep").mkdir()
    scan = os.scandir

    def scanned(path: str) -> object:
        if path.endswith("deep"):
            (folder / "deep").rmdir()
        return scan(path)

    monkeypatch.setattr(os, "scandir", scanned)
    with pytest.raises(ModelError, match=r"model/deep:1:1: \$: no such file or directory"):
        read([str(folder)])


# Edits at random

NAMES_OF_FILES = ["a.yaml", "b.yaml", "deep/c.yml", "d.txt", "a.txt"]
TEXTS = [
    *(WHOLE, OTHER, NAMES, SOURCED, SOURCED.replace("id: a", "id: c"), ITEMS, "", "a: [", "\ufeffx: 1", "text"),
    *(WHOLE.replace("lifts", "lathes"), WHOLE.replace("belarus", "x", 1), WHOLE.replace("stage: ", "stage: x")),
]
edits = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES_OF_FILES), st.sampled_from(TEXTS)),
    st.tuples(st.just("rename"), st.sampled_from(NAMES_OF_FILES), st.sampled_from(NAMES_OF_FILES)),
    st.tuples(st.just("link"), st.sampled_from(NAMES_OF_FILES), st.sampled_from(NAMES_OF_FILES)),
    st.tuples(st.just("drop"), st.sampled_from(NAMES_OF_FILES), st.just("")),
)


def edit(folder: Path, kind: str, name: str, other: str) -> None:
    path = folder / name
    if kind == "write":
        path.write_text(other) if not path.is_symlink() else path.unlink()
    elif kind == "link":
        path.unlink(missing_ok=True)
        path.symlink_to(folder / other)
    elif path.is_symlink() or path.exists():
        path.unlink() if kind == "drop" else path.rename(folder / other)


@settings(deadline=None)
@given(st.lists(st.lists(edits, min_size=1, max_size=3), max_size=6))
def test_any_edits_and_a_rereading_are_a_fresh_reading(rounds: list[list[tuple[str, str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "deep").mkdir()
        (folder / "a.yaml").write_text(WHOLE)
        # One has good models to go on from, the other whatever was there.
        kept = library = survey([name])
        for changes in rounds:
            for change in changes:
                edit(folder, *change)
            fresh = survey([name])
            library = resurvey(library)
            assert outcome(library) == outcome(fresh)
            assert outcome(resurvey(kept)) == outcome(fresh)
            if not fresh.faults:
                kept = fresh


# Places and spans


def test_a_value_has_its_place_and_its_span(folder: Path) -> None:
    library = read([str(folder)])
    path = ("items", 0, "quotes", 0, "exact")
    assert library.file_of("b").listed.name == str(folder / "b.yaml")
    assert library.place("b", path) == (23, 17)
    span = library.span("b", path)
    assert span
    assert library.file_of("b").text()[slice(*span)] == '"о «лифтах»"'
    assert library.span("b", ("items", 1)) is None
    assert str(library.fault("b", path, "wrong")) == f"{folder}/b.yaml:23:17: items[0].quotes[0].exact: wrong"
    with pytest.raises(KeyError):
        library.place("c", path)


def test_of_a_file_that_has_changed_no_place_is_known(folder: Path) -> None:
    library = read([str(folder)])
    (folder / "a.yaml").write_text("\n" + WHOLE)
    (folder / "b.yaml").unlink()
    path = ("items", 0, "id")
    for ask in (library.place, library.span):
        with pytest.raises(ChangedError, match="has changed since it was read"):
            ask("a", path)
        with pytest.raises(RefusedError, match="no such file"):
            ask("b", path)
    assert str(library.fault("a", path, "wrong")) == (
        f"{folder}/a.yaml:1:1: items[0].id: wrong (the file has changed since it was read)"
    )
    (folder / "a.yaml").write_text(WHOLE)
    assert library.place("a", path) == (16, 9)


def test_the_bytes_of_a_file_are_not_kept(folder: Path) -> None:
    assert all(file.raw is None for file in read([str(folder)]).files)


def test_nothing_of_a_library_can_be_changed(folder: Path) -> None:
    library = read([str(folder)])
    for thing in (library, library.files[0], library.files[0].part, library.files[0].stamp):
        with pytest.raises(AttributeError):
            setattr(thing, "paths", ())  # noqa: B010


# Following


def items(library: Library) -> list[tuple[str, str]]:
    model = library.model
    return [(model.article_of(number).id, item.id) for number, item in enumerate(model.items)]


BROKEN = WHOLE.replace("stage: negotiation", "stage: dreamt")
MORE = OTHER.replace("  - id: one", "  - id: more")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (BROKEN, "21:12: items[0].stage: unknown stage"),
        ("", "1:1: $: "),
        (WHOLE[:200], "a.yaml:"),
        (WHOLE.replace("id: a", "id: b"), "id \"b\" is taken already"),
        (WHOLE.replace("sector: lifts", "sector: lift"), "sector \"lift\" is defined nowhere"),
        (WHOLE.replace("Belarus", "Belorussia"), "is defined differently"),
        (ARTICLE.replace("language: ru", "language: ru\n  source: none.txt") + NAMES + ITEMS, "none.txt"),
    ],
    ids=str,
)  # fmt: skip
def test_a_file_that_becomes_faulty_stays_as_it_was_and_others_are_new(folder: Path, broken: str, said: str) -> None:
    library = read([str(folder)], partly=True)
    (folder / "a.yaml").write_text(broken)
    there = follow(library)
    assert items(there) == [("a", "one"), ("b", "one")]
    assert said in str(there.stale[0])
    assert there.merged is library.merged
    (folder / "b.yaml").write_text(MORE)
    again = follow(there)
    alone = "taken" not in said and "differently" not in said
    assert items(again) == [("a", "one"), ("b", "more" if alone else "one")]
    assert again.stale
    (folder / "a.yaml").write_text(WHOLE)
    mended = follow(again)
    assert (items(mended), mended.stale, mended.faults) == ([("a", "one"), ("b", "more")], (), ())


def test_a_file_that_was_faulty_before_keeps_no_other_from_being_new(folder: Path) -> None:
    (folder / "c.yaml").write_text(BROKEN.replace("id: a", "id: c"))
    library = read([str(folder)], partly=True)
    (folder / "b.yaml").write_text(MORE)
    there = follow(library)
    assert (items(there), there.stale) == ([("a", "one"), ("b", "more")], ())
    (folder / "a.yaml").write_text(BROKEN)
    there = follow(there)
    assert items(there) == [("a", "one"), ("b", "more")]
    assert {fault.file for fault in there.stale} == {str(folder / "a.yaml")}
    assert {fault.file for fault in there.left_out} == {str(folder / "c.yaml")}


def test_a_named_file_that_becomes_faulty_stays_too(folder: Path) -> None:
    library = read([str(folder / "a.yaml"), str(folder / "b.yaml")], partly=True)
    (folder / "b.yaml").write_text(MORE)
    changes: list[Callable[[], object]] = [(folder / "a.yaml").unlink, lambda: os.mkfifo(folder / "a.yaml")]
    for change in changes:
        change()
        library = follow(library)
        assert (items(library), len(library.stale)) == ([("a", "one"), ("b", "more")], 1)


def test_what_others_need_cannot_go(folder: Path) -> None:
    (folder / "a.yaml").write_text(WHOLE.replace("mlm", "mls"))
    (folder / "b.yaml").write_text(OTHER.replace("[mlm]", "[mls]"))
    library = read([str(folder)], partly=True)
    (folder / "a.yaml").unlink()
    with pytest.raises(ModelError, match="mls"):
        follow(library)
    shutil.rmtree(folder)
    with pytest.raises(ModelError, match=str(folder)):
        follow(library)
