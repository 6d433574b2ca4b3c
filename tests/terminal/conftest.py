"""Fixtures that start the program, also within a multiplexer and over SSH."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from .multiplexers import Multiplexer, Screen, Tmux, installed
from .program import PROGRAM, environment, wait_ready
from .session import SILENT, Answers, Terminal
from .ssh import NoServerError, Server

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


@pytest.fixture(params=[Tmux, Screen], ids=["tmux", "screen"])
def multiplexer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Multiplexer]:
    kind = request.param
    if not installed(kind):
        pytest.skip(f"{kind.name} is not installed")
    made: Multiplexer = kind(tmp_path, environment())
    yield made
    made.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    try:
        made = Server()
    except NoServerError as reason:
        pytest.skip(str(reason))
    yield made
    made.close()
