"""Any window size, and sizes that change faster than a screen is drawn."""

import termios

import pytest

from .conftest import Start
from .program import DOWN, PROGRAM, assert_down_moves
from .storm import fresh


@pytest.mark.parametrize(("cols", "rows"), [(20, 5), (10, 3), (2, 2), (1, 1), (0, 0), (500, 200)])
def test_a_size(start: Start, cols: int, rows: int) -> None:
    terminal = start(cols=cols, rows=rows, ready=False)
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.since())
    terminal.settle()
    terminal.press(b"\x1b[B")
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("restricted", [[], ["--restricted"]], ids=["", "restricted"])
@pytest.mark.parametrize(("cols", "rows"), [(501, 60), (640, 100)])
def test_a_wide_monitor_with_small_letters_is_served(start: Start, cols: int, rows: int, restricted: list[str]) -> None:
    terminal = start([*PROGRAM, *restricted], cols=cols, rows=rows)
    assert len(terminal.lines()[0]) > cols - 20
    before = terminal.lines()
    terminal.send(DOWN)
    terminal.wait_until(lambda: terminal.lines() != before)


def test_a_terminal_that_claims_more_than_there_can_be(start: Start) -> None:
    claim = 'stty cols 65535 rows 65535; exec "$@"'
    terminal = start(["sh", "-c", claim, "sh", *PROGRAM], ready=False)
    terminal.wait_until(lambda: b"verbatim" in terminal.since())
    terminal.settle()
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0


def test_window_changes_by_the_thousand_do_not_hold_up_the_end(start: Start) -> None:
    terminal = start()
    for step in range(100_000):
        termios.tcsetwinsize(terminal._fd, (10 + step % 30, 40 + step % 100))
    terminal.send(b"\x11")
    assert terminal.wait_end(2.0) == 0


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
    assert terminal.lines() == fresh(*PROGRAM).lines
