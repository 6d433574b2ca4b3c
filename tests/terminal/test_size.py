"""Any size, and sizes that change faster than a screen is painted."""

import pytest

from .conftest import Start
from .program import assert_down_moves


@pytest.mark.parametrize(("cols", "rows"), [(20, 5), (10, 3), (2, 2), (1, 1), (0, 0), (500, 200)])
def test_a_size(start: Start, cols: int, rows: int) -> None:
    terminal = start(cols=cols, rows=rows, ready=False)
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.since())
    terminal.settle()
    terminal.press(b"\x1b[B")
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0


def test_rows_are_seen_on_the_smallest_screen(start: Start) -> None:
    terminal = start(cols=20, rows=5)
    assert_down_moves(terminal)


def test_a_storm_of_sizes_ends_in_the_screen_of_a_fresh_start(start: Start) -> None:
    terminal = start(cols=100, rows=30)
    for step in range(100):
        terminal.resize(40 + step, 10 + step % 30)
        terminal.settle(0.02)
    terminal.resize(80, 24)
    terminal.settle(0.5)
    assert terminal.lines() == start().lines()
