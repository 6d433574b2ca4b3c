"""Inside tmux and GNU screen the program looks the same as outside, and survives the loss of the outer terminal."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from .conftest import Start
from .multiplexers import Multiplexer
from .program import PROGRAM, assert_down_moves, typed, wait_ready
from .session import Terminal

Attach = Callable[[list[str]], Terminal]


@pytest.fixture
def attach(multiplexer: Multiplexer) -> Iterator[Attach]:
    with ExitStack() as stack:
        yield lambda argv: stack.enter_context(Terminal(argv, multiplexer.env))


def test_it_looks_as_outside(multiplexer: Multiplexer, attach: Attach, start: Start) -> None:
    inside = attach(multiplexer.command(PROGRAM))
    outside = start()
    inside.wait_until(lambda: inside.lines() == outside.lines())
    assert_down_moves(inside)
    inside.send("/лифт")
    inside.wait_until(lambda: typed(inside) == "лифт")
    inside.send(b"\x11")
    inside.wait_end()


def test_it_is_there_after_the_line_was_cut(multiplexer: Multiplexer, attach: Attach) -> None:
    first = attach(multiplexer.command(PROGRAM))
    wait_ready(first)
    assert_down_moves(first)
    first.settle()
    before = first.lines()
    first.hang_up()
    first.wait_end()
    second = attach(multiplexer.attach())
    second.wait_until(lambda: second.lines() == before)
    assert_down_moves(second)
