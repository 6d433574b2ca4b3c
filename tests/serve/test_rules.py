"""Small rules of the server: what is taken from a client, what counts as a change of files, what a log line holds."""

import os
from argparse import ArgumentTypeError
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.cli.serve import _address
from tuiapp.library.watch import LONGEST, Watch
from tuiapp.serve.log import Log, Visit
from tuiapp.serve.settings import Settings
from tuiapp.serve.wanted import is_terminal, size, variable

LETTERS = st.text(st.characters(max_codepoint=0x250), max_size=80)


@pytest.mark.parametrize("name", ["LANG", "LANGUAGE", "LC_ALL", "LC_TIME", "COLORTERM", "NO_COLOR"])
def test_language_and_colours_are_taken(name: str) -> None:
    assert variable(name.encode(), b"ru_RU.UTF-8") == (name, "ru_RU.UTF-8")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LD_PRELOAD", "x"),
        ("TEXTUAL_DRIVER", "x"),
        ("PYTHONPATH", "x"),
        ("lang", "x"),
        ("LANG ", "x"),
        ("LC_", "x"),
        ("LC_" + "X" * 30, "x"),
        ("XLANG", "x"),
        ("LANG", "../../etc"),
        ("LANG", "x" * 65),
        ("LANG", "x\x1b[m"),
        ("LANG", "x\n"),
        ("LANG", "é"),
        ("TERM", "xterm"),
    ],
)
def test_nothing_else_is(name: str, value: str) -> None:
    assert variable(name.encode(), value.encode()) is None


@given(LETTERS)
def test_a_terminals_name_is_no_path(name: str) -> None:
    if is_terminal(name):
        assert name.isascii()
        assert name.isprintable()
        assert not set(name) & set("/ ")
        assert not name.startswith((".", "-"))
        assert len(name) <= 64


@pytest.mark.parametrize("name", ["xterm-256color", "screen.xterm", "rxvt-unicode", "vt100", "st-0.8", "linux"])
def test_terminals_have_such_names(name: str) -> None:
    assert is_terminal(name)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_a_size_is_one_that_a_terminal_can_have(columns: int, rows: int) -> None:
    lines, cells = size(columns, rows)
    assert 1 <= lines <= 1000
    assert 1 <= cells <= 2000
    if 1 <= columns <= 2000 and 1 <= rows <= 1000:
        assert (lines, cells) == (rows, columns)


def test_every_change_of_files_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    (folder / "inner").mkdir(parents=True)
    watch = Watch([str(folder)])
    first, second = folder / "a.yaml", folder / "inner" / "b.yaml"
    assert not watch.changed()

    def disguise() -> None:
        """Another file of the same size and time."""
        second.write_text("one")
        os.utime(second, ns=(first.stat().st_atime_ns, first.stat().st_mtime_ns))

    steps: list[Callable[[], object]] = [
        lambda: first.write_text("one"),
        lambda: second.write_text("two"),
        lambda: os.utime(second, (1, 1)),
        lambda: second.rename(folder / "c.yaml"),
        disguise,
        lambda: os.replace(second, first),
        first.unlink,
    ]
    for step in steps:
        step()
        assert watch.changed()
        assert not watch.changed()
    (folder / ".hidden").write_text("x")
    assert not watch.changed()


def test_a_folder_that_is_not_there_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch([str(tmp_path / "later")])
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "a.yaml").write_text("x")
    assert watch.changed()
    near = watch.pause
    monkeypatch.setattr("tuiapp.library.watch.monotonic", lambda: 10**9)
    assert near < watch.pause == LONGEST


@given(LETTERS, LETTERS)
def test_a_log_line_is_one_line_that_can_be_printed(address: str, what: str) -> None:
    log, lines = Log(), StringIO()
    log._file = lines
    log.visit(Visit(address, "", what, 1.0, 2, 3, 0))
    line = lines.getvalue()
    assert line.endswith("in=2 out=3 status=0\n")
    assert line[:-1].isprintable()


def test_settings_arrive_as_they_were() -> None:
    settings = Settings(paths=("a", "б"), port=1, log="x y", commands=False)
    assert Settings.decoded(settings.encoded()) == settings


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("127.0.0.1:2222", ("127.0.0.1", 2222)), ("[::]:22", ("::", 22)), ("0.0.0.0:0", ("0.0.0.0", 0))],
)
def test_an_address(text: str, wanted: tuple[str, int]) -> None:
    assert _address(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["[::1:4423", "::1]:4423", "::1:4423", "[127.0.0.1]:22", "[]:22", ":22", "[::1]", "[::1]22", "[[::1]]:22", "a:",
     "a:-1", "a:65536", "a:٢٢", "a:22\n"],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="an address and a port are due"):
        _address(text)
