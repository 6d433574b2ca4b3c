"""A way to start the program."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import pytest

from .program import PROGRAM, environment, wait_ready
from .session import SILENT, Answers, Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Start]:
    """`start(argv, answers=, cols=, rows=, ready=, **env)`: on a new terminal, its first screen painted.

    `argv` is the program's own when left out; `ready=False` does not wait for the screen.
    """
    with ExitStack() as stack:

        def started(
            argv: Sequence[str] = PROGRAM,
            *,
            answers: Answers = SILENT,
            cols: int = 80,
            rows: int = 24,
            ready: bool = True,
            **env: str,
        ) -> Terminal:
            opened = Terminal(argv, environment(**env), answers=answers, cols=cols, rows=rows)
            terminal = stack.enter_context(opened)
            if ready:
                wait_ready(terminal)
            return terminal

        yield started
