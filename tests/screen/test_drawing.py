"""A changed line is sent only as far as it changed, and in as few styles as possible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tuiapp.present.lines import Run
from tuiapp.widgets.lines import Drawn, changed, joined

WIDTH = 12


@pytest.mark.parametrize(
    ("before", "after", "sent", "why"),
    [
        ("abc", "abc", 0, "nothing changed"),
        ("abc", "abd", 3, "blanks at the end are there already"),
        ("abc", "xbc", 1, "so is equal text"),
        ("abcdef", "a", 6, "what was there is blanked"),
        ("лифт", "лифты", 5, "letters are cells"),
        ("a", "b согла\u0301сие", WIDTH, "a mark is no cell"),
        ("a", "表", WIDTH, "a wide letter is two"),
        ("a" * 20, "b", WIDTH, "what does not fit is cut anyhow"),
    ],
)
def test_what_of_a_line_is_sent(before: str, after: str, sent: int, why: str) -> None:
    assert changed(Drawn(((before, "plain"),)), Drawn(((after, "plain"),)), WIDTH) == sent, why


def test_another_role_is_a_change() -> None:
    assert changed(Drawn((("ab", "plain"),)), Drawn((("ab", "match"),)), WIDTH) == 2


def test_another_ground_changes_the_whole_line() -> None:
    assert changed(Drawn((("ab", "plain"),)), Drawn((("ab", "plain"),), "cursor"), WIDTH) == WIDTH


RUNS = st.lists(st.tuples(st.text("ab ", max_size=5), st.sampled_from(["plain", "dim"])), max_size=4)


def cells_of(line: list[Run]) -> list[Run]:
    spread: list[Run] = [(character, role) for text, role in line for character in text]
    return (spread + [(" ", "plain")] * WIDTH)[:WIDTH]


@given(RUNS, RUNS)
def test_the_line_is_right_when_so_much_is_sent(before: list[Run], after: list[Run]) -> None:
    reach = changed(Drawn(tuple(before)), Drawn(tuple(after)), WIDTH)
    assert cells_of(after)[:reach] + cells_of(before)[reach:] == cells_of(after)


PLAIN, DIM, MARKED = Style(color="#d0d0d0"), Style(color="#9e9e9e"), Style(underline=True)
Runs = list[tuple[str, Style]]


@pytest.mark.parametrize(
    ("runs", "texts", "why"),
    [
        ([("a", PLAIN), ("b", PLAIN)], ["ab"], "one look"),
        ([("a", PLAIN), ("  ", DIM), ("b", PLAIN)], ["a  b"], "blanks have no colour"),
        ([(" ", PLAIN), ("│", DIM)], [" │"], "nor have those before"),
        ([("a", PLAIN), ("b", DIM)], ["a", "b"], "letters have one"),
        ([("a", PLAIN), (" ", MARKED)], ["a", " "], "an underlined blank is seen"),
        ([("a", PLAIN), (" ", Style(bgcolor="red"))], ["a", " "], "and one on another ground"),
        ([("", PLAIN), ("a", DIM)], ["a"], "nothing is no run"),
    ],
)
def test_runs_that_look_alike_are_one(runs: Runs, texts: list[str], why: str) -> None:
    assert [segment.text for segment in joined(runs)] == texts, why
