"""What is left of a folder without its faulty files, and when that is not enough; `tests/bench/partly.py` times it."""

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.standard_input import standard_input
from tests.test_load import ARTICLE, ITEMS, NAMES, WHOLE
from tuiapp import language
from tuiapp.library import Library, ModelError, read, reread, resurvey, survey

BROKEN = WHOLE.replace("stage: negotiation", "stage: dreamt")


def named(article: str, text: str = WHOLE, follows: str = "") -> str:
    """The text for another article, with an item that follows another."""
    text = text.replace("id: a\n", f"id: {article}\n")
    return text.replace("    stage:", f"    follows: {follows}\n    stage:") if follows else text


Make = Callable[..., str]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Writes a folder of files by their names without the ending, and returns its path."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m").mkdir()

    def made(**files: str | bytes) -> str:
        for name, text in files.items():
            (tmp_path / "m" / f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
        return "m"

    return made


def left(library: Library) -> list[str]:
    return [article.id for article in library.model.articles]


def out(library: Library) -> list[str]:
    return list(dict.fromkeys(fault.file for fault in library.left_out))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (named("b", BROKEN), "21:12: items[0].stage: unknown stage"),
        ("article: [", "1:"),
        (b"article: \xff", "1:"),
        (WHOLE.encode("utf-16"), "1:1: $: UTF-16"),
        ("", "1:1: $:"),
        (NAMES + ITEMS, "10:3: items: items without an article"),
        (named("b").replace("  language: ru\n", "  language: ru\n  source: none.txt\n"), "7:11: article.source: "),
        (WHOLE, "2:7: article.id: id \"a\" is taken already, at m/a.yaml"),
        (named("b").replace("Belarus", "Belorussia"), "9:3: regions.belarus: region \"belarus\" is defined"),
        (named("b", follows="a/two"), "21:14: items[0].follows: item \"a/two\" is defined nowhere"),
        (named("b").replace("sector: lifts", "sector: lift"), "16:13: items[0].sector: sector \"lift\" is defined"),
    ],
    ids=str,
)  # fmt: skip
def test_one_of_three_is_left_out(make: Make, text: str | bytes, said: str) -> None:
    folder = make(a=WHOLE, b=text, c=named("c"))
    with pytest.raises(ModelError) as raised:
        read([folder])
    library = read([folder], partly=True)
    assert (left(library), out(library)) == (["a", "c"], ["m/b.yaml"])
    assert library.faults == library.left_out == raised.value.faults
    assert said.split(":", 1)[1] in str(library.left_out[0])


def test_a_file_that_cannot_be_read_is_left_out(make: Make, tmp_path: Path) -> None:
    folder = make(a=WHOLE)
    (tmp_path / "m" / "b.yaml").symlink_to("/etc/passwd")
    (tmp_path / "m" / "c.yaml").mkdir()
    (tmp_path / "m" / "d.yaml").symlink_to("none")
    library = read([folder], partly=True)
    assert (left(library), out(library)) == (["a"], ["m/b.yaml", "m/d.yaml"])


def test_what_is_whole_leaves_nothing_out(make: Make) -> None:
    library = read([make(a=WHOLE, b=named("b"))], partly=True)
    assert (library.left_out, library.faults) == ((), ())
    assert library.model == read(["m"]).model


# Between files


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        ("en", 'no file that is read has "{}": m/{}.yaml, which has it, is left out'),
        ("ru", 'ни в одном прочитанном файле нет "{}": файл m/{}.yaml, где это есть, не прочитан'),
    ],
)
def test_who_follows_what_is_left_out_is_left_out(make: Make, spoken: language.Language, said: str) -> None:
    language.use(spoken)
    files = {"b": named("b", follows="a/one"), "c": named("c", follows="b/one"), "d": named("d", follows="x/one")}
    library = read([make(a=BROKEN, x=named("x"), **files)], partly=True)
    assert (left(library), out(library)) == (["d", "x"], ["m/a.yaml", "m/b.yaml", "m/c.yaml"])
    place = ":21:14: items[0].follows: "
    assert list(map(str, library.left_out[1:])) == [
        f"m/b.yaml{place}{said.format('a/one', 'a')}",
        f"m/c.yaml{place}{said.format('b/one', 'b')}",
    ]
    # What is lacking is no fault of the files, and is not told as one of them.
    assert library.faults == library.left_out[:1]


def test_names_that_only_a_file_left_out_has(make: Make) -> None:
    bare = ARTICLE + ITEMS
    library = read([make(a=BROKEN, b=named("b", bare), c=named("c", bare.replace("sector: lifts", "sector: x")
        .replace("[mlm]", "[y]").replace("belarus", "z").replace("gurkov", "y")),
        d=NAMES.replace("lifts:", "x:").replace("mlm:", "y:").replace("belarus", "z").split("people")[0])],
        partly=True)  # fmt: skip
    assert (left(library), out(library)) == (["c"], ["m/a.yaml", "m/b.yaml"])


def test_another_file_with_the_name_is_enough(make: Make) -> None:
    library = read([make(a=BROKEN, b=named("b", ARTICLE + ITEMS), c=NAMES)], partly=True)
    assert (left(library), out(library)) == (["b"], ["m/a.yaml"])


def test_an_id_that_only_a_file_left_out_has_taken_is_free(make: Make) -> None:
    library = read([make(a=BROKEN, b=WHOLE)], partly=True)
    assert (left(library), out(library)) == (["a"], ["m/a.yaml"])
    assert [fault.file for fault in library.faults] == ["m/a.yaml", "m/b.yaml"]
    assert library.file_of("a").listed.name == "m/b.yaml"


def test_a_file_that_breaks_off_may_have_had_what_others_lack(make: Make) -> None:
    library = read([make(a=NAMES + "article: [", b=named("b", ARTICLE + ITEMS), c=named("c"))], partly=True)
    assert (left(library), out(library)) == (["b", "c"], ["m/a.yaml"])
    (Path("m") / "c.yaml").unlink()
    (Path("m") / "d.yaml").write_text(named("d").replace("mlm", "x").replace("lifts", "y").replace("gurkov", "z"))
    library = read(["m"], partly=True)
    assert (left(library), out(library)) == (["d"], ["m/a.yaml", "m/b.yaml"])


def test_what_differs_only_without_others_is_said_to_do_so(make: Make) -> None:
    cut = "items:\n  - {id: two\n"
    library = read([make(a=cut, b=named("b").replace("mlm]", "none]"), c=named("c"))], partly=True)
    assert left(library) == ["c"]
    assert "without the files that are left out: enterprise \"none\" is" in str(library.left_out[-1])  # fmt: skip


# When it is an error


@pytest.mark.parametrize(
    "paths", [["m/b.yaml"], ["m", "m/b.yaml"], ["m/b.yaml", "m"], ["m", "./m/b.yaml"], ["m", "none"], ["m", "empty"],
              ["m/c.yaml", "m"]]
)  # fmt: skip
def test_what_is_named_is_never_left_out(make: Make, tmp_path: Path, paths: list[str]) -> None:
    make(a=WHOLE, b=named("b", BROKEN), c=named("c", follows="b/one"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError) as raised:
        read(paths, partly=True)
    assert raised.value.faults == survey(paths).faults


def test_standard_input_is_never_left_out(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", standard_input(BROKEN.encode()))
    with pytest.raises(ModelError, match="<stdin>:21:12"):
        read(["-", make(b=named("b"))], partly=True)


@pytest.mark.parametrize("files", [{"a": BROKEN, "b": "x"}, {"a": BROKEN, "b": named("b", follows="a/one")},
                                   {"a": BROKEN, "b": NAMES}])  # fmt: skip
def test_without_anything_left_all_is_refused(make: Make, files: dict[str, str]) -> None:
    folder = make(**files)
    with pytest.raises(ModelError) as raised:
        read([folder], partly=True)
    assert raised.value.faults == survey([folder]).faults


# Again


def test_it_is_read_again(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    # Looks come long after changes, so that the files' stamps are trusted.
    later = count(1)
    monkeypatch.setattr("tuiapp.library.opening.now", lambda: time.time_ns() + 3_000_000_000 * next(later))
    folder = make(a=WHOLE, b=named("b", BROKEN), c=named("c"))
    library = read([folder], partly=True)
    assert reread(library, partly=True) is library
    assert resurvey(library) is library
    with pytest.raises(ModelError):
        reread(library)
    make(b=named("b", BROKEN) + " ")
    after = reread(library, partly=True)
    assert after is not library
    assert after.model is library.model
    make(b=named("b"))
    assert left(mended := reread(after, partly=True)) == ["a", "b", "c"]
    assert mended.left_out == ()
    make(a=BROKEN)
    assert left(reread(mended, partly=True)) == ["b", "c"]
