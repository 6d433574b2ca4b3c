"""The quality of the search by kind of query, asked as the screen asks; `python -m tests.search.kinds [--markdown]`.

A query counts where the first row is an item that is right. For fields that many items share, all right items come
before any other; for stages, statuses and dates, they and no others are found; for nobody's word, nothing is found.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.search.folder import Folder, words
from tests.search.generated import generated
from tuiapp.snapshot import Question, Snapshot

HERE = Path(__file__).parent
SEED = 2026
MOST = 36
"""Queries of a kind that a rule makes; those in the table come on top."""

ALL_FIRST = frozenset((
    "title", "title-slip", "title-layout", "product", "person", "position", "region", "publisher", "quote",
    "quote-beginning", "quote-phrase", "stage", "two-fields", "scope", "scope-ru", "scope-layout",
))  # fmt: skip
NO_OTHERS = frozenset(("scope-exact", "scope-ru-exact", "nothing"))


class Asked(NamedTuple):
    """A query and its right answer."""

    kind: str
    query: str
    right: frozenset[int]
    """Numbers of items; empty: nothing may be found."""
    never: frozenset[int] = frozenset()
    """Items that may not be found at all; in the table their notes begin with `-`."""
    either: frozenset[int] = frozenset()
    """Items that may stand anywhere; in the table their notes begin with `?`."""


def _table(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text("utf-8").splitlines():
        yield line.split("\t")


def asked(folder: Folder, seed: int = SEED) -> list[Asked]:
    """Every query of the set, the same for the same seed."""
    found = [Asked(*made) for made in generated(folder, Random(seed), MOST)]
    for kind, query, notes in _table("kinds.tsv"):
        right, never, either = (
            folder.meant(",".join(re.findall(rf"(?:^|,){sign}([^,?-][^,]*)", notes))) for sign in ("", "-", r"\?")
        )
        found.append(Asked(kind, query, right, never, either))
    return found


def rows(snapshot: Snapshot, query: str, count: int = 10) -> tuple[int, ...]:
    """The items of the first rows, as the screen shows them."""
    return tuple(snapshot.ask(Question(text=query)).shown.window(0, count))


def answered(folder: Folder, snapshot: Snapshot, one: Asked) -> bool:
    """Whether the search gives the right answer."""
    shown = rows(snapshot, one.query, len(folder.numbers))
    if not one.right or one.kind in NO_OTHERS:
        return frozenset(shown) == one.right
    if one.never.intersection(shown):
        return False
    if one.kind == "not":
        return one.right.issubset(shown)
    if one.kind not in ALL_FIRST:
        return bool(shown) and shown[0] in one.right
    return one.right.issubset(shown) and not _before(folder, shown, one)


def _before(folder: Folder, shown: tuple[int, ...], one: Asked) -> list[int]:
    """The rows that are wrong, before the last that is right.

    Without a scope, a row is not wrong if it or its article's title has words that begin with all that was typed.
    """
    last = max(shown.index(number) for number in one.right)
    return [
        number for number in shown[:last] if number not in one.right | one.either and not _has_all(folder, number, one)
    ]


def _has_all(folder: Folder, number: int, one: Asked) -> bool:
    there = folder.beginnings[number] | folder.headlines[number]
    return ":" not in one.query and all(any(word.startswith(typed) for word in there) for typed in words(one.query))


class Precision(NamedTuple):
    """What the natural queries find."""

    queries: int
    perfect: int
    """Queries whose first ten rows are all right, and hold all that is right or ten of it."""
    first: int
    """Queries whose first row is right."""
    rows: int
    """First ten rows of all queries."""
    wrong: int
    """Those of them that nobody would accept."""
    expected: int
    found: int
    """Right items that are found, in whatever row."""


Wrong = Callable[[str], object]


def natural(folder: Folder, snapshot: Snapshot, wrong: Wrong = bool) -> Precision:
    """Ask what people type."""
    total = Precision(0, 0, 0, 0, 0, 0, 0)
    for query, notes in _table("natural.tsv"):
        right = folder.meant(notes)
        ten, all_rows = rows(snapshot, query), rows(snapshot, query, len(folder.numbers))
        bad = [number for number in ten if number not in right]
        found = len(right.intersection(all_rows))
        first = bool(ten) and ten[0] in right
        perfect = not bad and len(ten) >= min(10, len(right))
        one = Precision(1, perfect, first, len(ten), len(bad), len(right), found)
        total = Precision(*map(sum, zip(total, one, strict=True)))
        if not perfect:
            items = ", ".join(folder.model.items[number].id for number in bad)
            lost = ", ".join(folder.model.items[number].id for number in sorted(right.difference(all_rows)))
            wrong(f"natural: {query}: not accepted: {items or '-'}; not found: {lost or '-'}")
    return total


def measure(folder: Folder, snapshot: Snapshot, seed: int = SEED, wrong: Wrong = bool) -> dict[str, tuple[int, int]]:
    """Right answers and queries, by kind."""
    shares: dict[str, tuple[int, int]] = {}
    for one in asked(folder, seed):
        right = answered(folder, snapshot, one)
        before, count = shares.get(one.kind, (0, 0))
        shares[one.kind] = (before + right, count + 1)
        if not right:
            first = ", ".join(folder.model.items[number].id for number in rows(snapshot, one.query, 3))
            wrong(f"{one.kind}: {one.query}: {first or 'nothing'}")
    return shares


def tables(folder: Folder, snapshot: Snapshot, wrong: Wrong = bool, *, markdown: bool = False) -> str:
    """The share of right answers by kind, and what people find."""
    shares = measure(folder, snapshot, wrong=wrong)
    people = natural(folder, snapshot, wrong=wrong)
    shares["all"] = (sum(right for right, _ in shares.values()), sum(count for _, count in shares.values()))
    summary = {
        "first row right": (people.first, people.queries),
        "ten rows perfect": (people.perfect, people.queries),
        "precision of ten rows": (people.rows - people.wrong, people.rows),
        "recall": (people.found, people.expected),
    }
    row = "| {} | {} | {} | {:.3f} |" if markdown else "{:24}{:5} of {:4}   {:.3f}"
    lines: list[str] = []
    for heading, counts in (("kind", shares), ("natural queries", summary)):
        lines += (
            ["", f"| {heading} | right | of | share |", "| --- | ---: | ---: | ---: |"] if markdown else ["", heading]
        )
        lines += [row.format(name, right, count, right / max(count, 1)) for name, (right, count) in counts.items()]
    return "\n".join([*lines, ""])


def main() -> None:
    """Print the tables; every wrong answer to standard error."""
    folder = Folder()

    def tell(text: str) -> None:
        print("wrong:", text, file=sys.stderr)  # noqa: T201

    print(tables(folder, Snapshot(folder.model), tell, markdown="--markdown" in sys.argv[1:]))  # noqa: T201


if __name__ == "__main__":
    main()
