"""The terminal's own cursor stands where the person is: braille displays and magnifiers follow it."""

import pytest

from .conftest import Start
from .program import FACETS
from .session import Terminal


def highlighted(terminal: Terminal, column: int) -> tuple[int, int]:
    """Column and line of the row that is marked at `column`."""
    return column, next(y for y, line in enumerate(terminal.lines()) if line[column : column + 1] == "▸")


def cursor(terminal: Terminal) -> tuple[int, int]:
    """Column and line of the terminal's cursor."""
    terminal.settle()
    return terminal.screen.cursor.x, terminal.screen.cursor.y


@pytest.mark.parametrize("cols", [80, 120, 200])
def test_it_stands_on_the_selected_row(start: Start, cols: int) -> None:
    terminal = start(cols=cols, rows=36)
    left = 0 if cols == 80 else FACETS
    for key in ("", "j", "\x1b[6~", "G", "k", "g", "o", "L", "d"):
        terminal.press(key)
        assert cursor(terminal) == highlighted(terminal, left), key
    terminal.press("f")
    terminal.press("/")
    assert cursor(terminal)[1] == 2, "in the field of the facets, before the first letter"
    terminal.press("\x1b")
    for key in ("", "j", "]", " ", "k"):
        terminal.press(key)
        assert cursor(terminal) == highlighted(terminal, 0), key
    terminal.press("q")
    assert cursor(terminal) == highlighted(terminal, left)


def test_it_stands_behind_the_last_letter_typed(start: Start) -> None:
    terminal = start()
    terminal.press("/")
    for letter in "лифт":
        terminal.press(letter)
        x, y = cursor(terminal)
        assert (terminal.lines()[y][x - 1], y) == (letter, 0)
    terminal.press("\x1b[B")
    assert cursor(terminal) == (x, y), "it stays with the letters while the list moves"
    terminal.press("\r")
    assert cursor(terminal) == highlighted(terminal, 0)
    terminal.press("\x1b")
    assert cursor(terminal) == highlighted(terminal, 0), "the filter is cleared, and the list has the focus"


def test_it_stands_on_the_command_that_enter_does(start: Start) -> None:
    terminal = start()
    terminal.press("j")
    for key in ("?", "q"):
        terminal.press(key)
    assert cursor(terminal) == highlighted(terminal, 0)
    terminal.press("\r")
    seen = set()
    for key in ("", "\t", "\t", "/", "Б", "е", "л", "\r", "n", "n"):
        terminal.press(key)
        x, y = cursor(terminal)
        if key in ("", "\t", "\r", "n"):
            assert (x, terminal.lines()[y][1:2]) == (0, "│") or "бел" in terminal.lines()[y].lower(), key
            seen.add(y)
    assert len(seen) > 2, "it follows the quote and the hit"
    terminal.press("q")
    terminal.press("q")
    assert cursor(terminal) == highlighted(terminal, 0)


def test_it_stands_behind_what_is_searched_in_the_article_and_then_in_the_article(start: Start) -> None:
    terminal = start()
    terminal.press("\r")
    for letter in "/лифт":
        terminal.press(letter)
    x, y = cursor(terminal)
    assert (terminal.lines()[y][x - 1], y) == ("т", 0)
    terminal.press("\r")
    here = cursor(terminal)
    assert "лифт" in terminal.lines()[here[1]].lower()
    terminal.press("/")
    assert cursor(terminal) == (x, y)
