"""The program under test, as far as the tests must know its screen."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .session import Terminal

ROOT = Path(__file__).parents[(__package__ or "").count(".") + 1]
"""The folder that has this package in it, under its full name."""


@dataclass(frozen=True)
class Program:
    """How to start it and how to read its screen."""

    argv: Sequence[str]
    ready: str
    """Text that stands on the screen as soon as keys are answered."""
    row: Callable[[Terminal], str]
    """The highlighted row."""
    filter: Callable[[Terminal], str]
    """What the filter holds; empty when it shows its placeholder."""

    def with_fault(self, name: str) -> list[str]:
        """The command line with a fault built in."""
        return [*self.argv, name]


def environment(**more: str) -> dict[str, str]:
    """A small environment that is the same everywhere; `more` wins."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return kept | fixed | more


def _standin_row(terminal: Terminal) -> str:
    return next((line[1:] for line in terminal.lines() if line.startswith(">")), "")


def _standin_filter(terminal: Terminal) -> str:
    line = terminal.lines()[0]
    return "" if line == "filter" else line


STANDIN = Program(
    argv=[sys.executable, "-m", f"{__package__}.standin"],
    ready="000 Могилевлифтмаш",
    row=_standin_row,
    filter=_standin_filter,
)
