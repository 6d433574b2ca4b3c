"""The screen is the same on every terminal and locale that can show one; on the others the program says why not."""

import os
import subprocess

import pytest

from .conftest import Start
from .program import PROGRAM, assert_down_moves, environment, typed

TERMS = [
    *("ansi", "linux", "putty", "rxvt-unicode-256color", "screen", "screen-256color", "st-256color"),
    *("tmux-256color", "vt100", "vt220", "xterm", "xterm-256color", "xterm-color", "xterm-kitty"),
    "some-terminal-of-tomorrow",
]
"""The last is in no terminfo database."""


LOCALES: list[dict[str, str]] = [
    {},
    {"LANG": "C.UTF-8"},
    {"LANG": "en_US.UTF-8"},
    {"LANG": "ru_RU.UTF-8"},
    {"LANG": "be_BY.UTF-8"},
    {"LANG": "ru_RU.KOI8-R"},
    {"LANG": "ru_RU.CP1251"},
    {"LC_ALL": "en_US.ISO-8859-1"},
    {"LANG": "C"},
    {"LC_ALL": "POSIX"},
    {"LANG": ""},
    {"LC_CTYPE": "UTF-8"},
    {"LANG": "xx_XX.nonsense"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "koi8-r"},
]


@pytest.mark.parametrize(
    ("term", "locale"),
    zip(TERMS, LOCALES, strict=True),
    ids=lambda each: each if isinstance(each, str) else " ".join(map("=".join, each.items())),
)
def test_a_terminal_and_a_locale(start: Start, term: str, locale: dict[str, str]) -> None:
    """Terminal and locale are independent, so each start tries one of each."""
    terminal = start(TERM=term, **locale)
    assert_down_moves(terminal)
    terminal.send("/лифт")
    terminal.wait_until(lambda: typed(terminal) == "лифт")
    assert b"\\u04" not in terminal.since()


@pytest.mark.parametrize("stdin", [subprocess.PIPE, subprocess.DEVNULL], ids=["pipe", "null device"])
def test_without_a_terminal_it_says_what_to_do(stdin: int) -> None:
    result = subprocess.run(
        PROGRAM,
        stdin=stdin,
        capture_output=True,
        env=environment(),
        timeout=5,
        check=False,
    )
    assert result.returncode == 2
    assert b"ssh -t" in result.stderr
    assert b"tuiapp list" in result.stderr
    assert b"\x1b" not in result.stdout + result.stderr


def test_with_standard_error_in_a_file(start: Start, tmp_path: os.PathLike[str]) -> None:
    errors = os.path.join(tmp_path, "errors")
    terminal = start(["sh", "-c", f"{' '.join(PROGRAM)} 2>{errors}"], ready=False)
    assert terminal.wait_end() == 2
    assert b"\x1b" not in terminal.since()
    with open(errors, "rb") as file:
        assert b"ssh -t" in file.read()


def test_with_standard_output_in_a_file(start: Start, tmp_path: os.PathLike[str]) -> None:
    output = os.path.join(tmp_path, "output")
    terminal = start(["sh", "-c", f"exec {' '.join(PROGRAM)} >{output}"])
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_without_a_cursor_is_refused(start: Start, term: str) -> None:
    terminal = start(TERM=term, ready=False)
    assert terminal.wait_end() == 2
    terminal.settle()
    assert "tuiapp list" in terminal.text()
    assert b"\x1b" not in terminal.since()


def test_a_missing_term_is_refused(start: Start) -> None:
    terminal = start(["env", "-u", "TERM", *PROGRAM], ready=False)
    assert terminal.wait_end() == 2
    terminal.settle()
    assert b"\x1b" not in terminal.since()
