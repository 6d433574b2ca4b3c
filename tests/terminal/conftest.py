"""A fixture that starts the program."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import pytest

from .program import PROGRAM, environment, wait_ready
from .session import SILENT, Answers, Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Start]:
    """`start(argv, answers=, cols=, rows=, ready=, **env)` runs `argv` on a new terminal and waits for its screen.

    Without `argv` it runs the program; with `ready=False` it does not wait.
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
