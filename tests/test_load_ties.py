"""Wrong ties across items and files: what is said of them, and that a chain may be as long as a model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_load import ARTICLE, ITEMS, NAMES
from tests.test_load_faults import faults
from tuiapp.library import load
from tuiapp.library.checks.circles import circles

__all__ = ["faults"]

Faults = Callable[..., list[str]]


def dated(name: str, published: str, *items: tuple[str, str]) -> str:
    """A file with an article and items without names of their own, each with what it follows."""
    head = ARTICLE.replace("id: a", f"id: {name}").replace("2025-09-30", published) + "items:\n"
    item = ITEMS.removeprefix("items:\n")
    return head + "".join(
        item.replace("id: one", f"id: {one}").replace("    stage", f"    follows: {follows}\n    stage")
        for one, follows in items
    )


def test_an_item_follows_none_that_is_later(faults: Faults) -> None:
    later = '"b/one" cannot be followed: its article is later, of 2025-10-31, and this one is of'
    b = dated("b", "2025-10-31", ("one", "[]"), ("two", "a/one"))
    assert faults(dated("a", "2025-09", ("one", "b/one")), NAMES + b)[0].startswith(
        f"a.yaml:13:14: items[0].follows: {later} 2025-09"
    )


@pytest.mark.parametrize("published", ["2025-10", "2025", "2025-10-31", "2025-11-01", "2026", "~"])
def test_what_may_be_earlier_may_be_followed(tmp_path: Path, published: str) -> None:
    (tmp_path / "a.yaml").write_text(dated("a", published, ("one", "[b/one]")))
    (tmp_path / "b.yaml").write_text(NAMES + dated("b", "2025-10-31", ("one", "[]")))
    load([str(tmp_path)])


def test_items_do_not_follow_one_another_in_a_circle(faults: Faults) -> None:
    items = [(f"n{n}", f"[a/n{(n + 1) % 9}]") for n in range(9)]
    (said,) = faults(NAMES + dated("a", "2025", *items))
    assert said.startswith("a.yaml:93:15: items[8].follows[0]: a circle: each of these follows the next, and the last")
    assert said.endswith(' follows the first: "a/n0", "a/n1", "a/n2", "a/n3", 5 more')


def test_ids_with_slashes_are_told_apart_where_they_can_be(faults: Faults) -> None:
    first = dated("a", "2025", ("b/one", "[]"), ("c/d", "[]"))
    second = dated("a/b", "2025", ("one", "a/c/d"), ("two", "a/b/one"))
    assert faults(NAMES + first, second) == [
        'b.yaml:22:14: items[1].follows: "a/b/one" may be either of two items: at a.yaml:16:9 and b.yaml:8:9'
    ]


def test_of_a_file_that_breaks_off_no_item_is_missed(faults: Faults) -> None:
    (said,) = faults(NAMES + dated("a", "2025", ("one", "b/one")), "article: {id: b, title: [")
    assert said.startswith("b.yaml:1:26")


def test_ties_of_a_wrong_file_are_seen_too(faults: Faults) -> None:
    text = NAMES + dated("a", "2025", ("one", "a/two"), ("two", "[a/one, 1, a/x]"), ("three", "a/x"))
    found = faults(text.replace("stage: negotiation", "stage: x\n    between: [belarus, belarus]", 1))
    assert [": ".join(fault.split(": ")[:2]) for fault in found] == [
        "a.yaml:22:12: items[0].stage",
        "a.yaml:23:14: items[0].between",
        "a.yaml:23:24: items[0].between[1]",
        "a.yaml:31:22: items[1].follows[1]",
        "a.yaml:40:14: items[2].follows",
    ]


def test_a_chain_may_be_as_long_as_a_model() -> None:
    size = 100_000
    down = {n: [n + 1] for n in range(size)}
    up = {n: [n - 1] for n in range(1, size)}
    assert list(circles(down)) == list(circles(up)) == []
    (whole,) = circles(down | {size: [0]})
    assert (whole.last, whole.length, len(whole.named)) == (size, size + 1, 4)
    # Every edge back to the first closes one.
    assert [circle.length for circle in circles({n: [0, n + 1] for n in range(size)})] == list(range(1, size + 1))
