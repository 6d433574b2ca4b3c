"""The program under test and a way to start it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import pytest

from .programs import STANDIN, Program, environment
from .session import SILENT, Answers, Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def program() -> Program:
    return STANDIN


@pytest.fixture
def start(program: Program) -> Iterator[Start]:
    """`start(argv, answers=, cols=, rows=, ready=, **env)`: on a new terminal, its first screen painted.

    `argv` is the program's own when left out; `ready=False` does not wait for the screen.
    """
    with ExitStack() as stack:

        def started(
            argv: Sequence[str] | None = None,
            *,
            answers: Answers = SILENT,
            cols: int = 80,
            rows: int = 24,
            ready: bool = True,
            **env: str,
        ) -> Terminal:
            terminal = stack.enter_context(
                Terminal(argv or program.argv, environment(**env), answers=answers, cols=cols, rows=rows)
            )
            if ready:
                terminal.wait_for(program.ready)
                terminal.settle()
            return terminal

        yield started
