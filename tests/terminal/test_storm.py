"""A few random storms of input; `python -m tests.terminal.storm` runs them for an hour."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from .large import Large
from .program import PROGRAM
from .storm import Step, fresh, shrunk, storm, weather


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("options", [[], ["--restricted"]], ids=["", "restricted"])
def test_a_storm_leaves_no_trace(seed: int, options: list[str]) -> None:
    assert weather(fresh(*PROGRAM, *options), storm(seed, 60), modern=seed % 2 == 0) == ""


def test_a_storm_over_a_large_model_leaves_no_trace(tmp_path: Path) -> None:
    start = fresh(*PROGRAM, str(Large(5_000).write(tmp_path)))
    assert weather(start, storm(2, 60), modern=True) == ""


def test_a_storm_is_the_same_every_time() -> None:
    assert storm(7) == storm(7) != storm(8)


def test_what_a_fault_does_not_take_is_left_out() -> None:
    steps = [Step("send", bytes([code])) for code in range(100)]

    def fails(steps: Sequence[Step]) -> str:
        return "wrong" if {b"\x07", b"\x40"} <= {step.data for step in steps} else ""

    assert [step.data for step in shrunk(steps, fails)] == [b"\x07", b"\x40"]
