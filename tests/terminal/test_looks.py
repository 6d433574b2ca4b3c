"""The screen is readable without colour and in ASCII alone, and stays aligned with letters of every width."""

import re
from pathlib import Path

import pytest

from tuiapp.printable import cells
from tuiapp.widgets.arrangement import NARROW

from .conftest import Start
from .program import FACETS, PROGRAM
from .session import Terminal
from .test_data import model

PALETTES = pytest.mark.parametrize(
    ("more", "most"),
    [({}, 256), ({"TERM": "xterm"}, 16), ({"TERM": "vt100"}, 16), ({"NO_COLOR": "1"}, 2)],
    ids=["256", "16", "vt100", "none"],
)
"""A terminal's environment, and the number of colours that the program uses there."""
COLOUR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:[34]8;|3[0-7]|4[0-7]|9[0-7]|10[0-7])[\d;]*m")


def attributes(terminal: Terminal, y: int, x: int) -> tuple[bool, bool, bool]:
    """Whether a cell is bold, underlined, reversed."""
    cell = terminal.screen.buffer[y][x]
    return cell.bold, cell.underscore, cell.reverse


def line_of(terminal: Terminal, text: str) -> tuple[int, int]:
    """Row and column of `text`."""
    return next((y, line.index(text)) for y, line in enumerate(terminal.lines()) if text in line)


@PALETTES
def test_what_matters_is_told_apart_without_colour_and_no_colour_is_too_many(
    start: Start, more: dict[str, str], most: int
) -> None:
    terminal = start(**more)
    terminal.press("/lift\r")
    here, below = line_of(terminal, "Replacing"), line_of(terminal, "Making")
    assert terminal.lines()[here[0]][0] == "▸"
    assert attributes(terminal, *here) != attributes(terminal, *below)
    for row in (here[0], below[0]):
        x = terminal.lines()[row].index("Lifts")
        matched = {attributes(terminal, row, x + at) for at in range(4)}
        assert matched.isdisjoint({attributes(terminal, row, x + 4)}), "the s of Lifts was not asked for"
    assert "✓ verbatim" in terminal.text()
    terminal.press("f")
    terminal.press("?")
    stream = terminal.since()
    assert b"8;2;" not in stream
    assert (b"8;5;" in stream) == (most == 256)
    assert bool(COLOUR.search(stream)) == (most > 2)


def test_ascii_alone(start: Start, tmp_path: Path) -> None:
    text = "Lifts are made in Mogilev and machine tools in Gomel"
    quotes = [text, "Lifts are made in Minsk", "No such words"]
    path = model(tmp_path, quotes, f"Before.\n{text}\nAfter.", title="Lifts")
    terminal = start([*PROGRAM, "--ascii", str(path)], cols=120)
    for keys in [*"jjk\r\rf \x1bc", "/zzz", "\x15\r", *"wvq?qd\x10"]:
        terminal.press(keys)
    ours = terminal.since().decode().replace("лифты", "").replace("по-русски", "")
    assert ours.isascii(), set(filter(lambda each: not each.isascii(), ours))


WIDTHS = {
    "stress": "согла\u0301сие о ли\u0301фтах",
    "decomposed": "Могилёвский".replace("ё", "е\u0308").replace("й", "и\u0306"),
    "many marks": "з\u0301\u0302\u0303аводы",
    "wide": "電梯和機床",
    "emoji": "🚀 ракеты 🛰",
    "long and wide": "電梯" * 40,
    "long with marks": "а\u0301" * 120,
}


@pytest.mark.parametrize(("cols", "rows"), [(80, 24), (200, 50), (81, 24), (120, 30)])
def test_no_column_is_out_of_line(start: Start, tmp_path: Path, cols: int, rows: int) -> None:
    texts = list(WIDTHS.values())
    path = named(model(tmp_path, [f"{text} и ещё" for text in texts], "\n".join(texts)), texts)
    terminal = start([*PROGRAM, str(path)], cols=cols, rows=rows)
    for _ in texts:
        assert_in_line(terminal)
        terminal.press("j")
    terminal.press("\r")
    for y, line in enumerate(terminal.lines()[3:-1], 3):
        assert cells(line) <= cols, y


def named(path: Path, titles: list[str]) -> Path:
    """The model with `titles` instead of its own."""
    text = path.read_text(encoding="utf-8")
    for at, title in enumerate(titles):
        text = text.replace(f'"title": "title {at}"', f'"title": "{title}"')
    path.write_text(text, encoding="utf-8")
    return path


def assert_in_line(terminal: Terminal) -> None:
    """Assert that the list's columns, and the bar beside a quote, are at the same place in all rows."""
    facets = FACETS if terminal.screen.columns >= NARROW else 0
    for word in ("лифты", "active", "│ "):
        rows = range(2, terminal.screen.lines - 1)
        places = {x for y in rows if (x := column(terminal, y, word, facets)) is not None}
        # The quote panel names sector and stage again.
        assert len(places) <= (1 if word == "│ " else 2), (word, terminal.text())


def column(terminal: Terminal, y: int, word: str, first: int = 0) -> int | None:
    """The first column from `first` on at which `word` begins in a row, counted by the terminal."""
    row = terminal.screen.buffer[y]
    filled = [row[x].data for x in range(terminal.screen.columns)]
    return next((x for x in range(first, len(filled)) if "".join(filled[x:]).startswith(word)), None)
