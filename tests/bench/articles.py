"""Times 10,000 articles of ten items each, compared with the same items in one file.

    python -m tests.bench.articles [ARTICLES] [ROUNDS]

Each article has a source of its own with its quotes; the one file has one source with all of them. Each is timed in a
process of its own, the two in turn, in seconds of the processor. Imports are not counted. Prints the medians and their
ratios: to read the files; to make the index and the facets; to search, count and show rows; to read all texts.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from tests.bench.reading import ENTERPRISES, HEAD, model

ITEMS = 10
"""Items of an article."""
STEPS = ("read", "made", "asked", "filled")
TIMED = """
import gc, sys, time
gc.disable()  # As the program does while it starts.
from collections import deque
from tuiapp.library import read
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View
times = [time.process_time()]
library = read([sys.argv[1]], partly=True)
times.append(time.process_time())
snapshot = Snapshot(library.model, gradual=True)
snapshot.prepare()
times.append(time.process_time())
view = View.begun(snapshot, Question())
for text in ("", "з", "завод", "lift", "minister", "щщщщщ", ""):
    view = view.typed(text)
    view.answer.counts()
    for row in range(0, len(view), max(len(view) // 50, 1)):
        view = view.at(row)
        view.rows(row, row + 50)
times.append(time.process_time())
deque(snapshot.index.fill(), 0)
times.append(time.process_time())
print(*(after - before for before, after in zip(times, times[1:])))
"""


def write(folder: Path, articles: int) -> tuple[Path, Path]:
    """Write the items as `articles` files with their sources, and in one file with one source; the two folders."""
    pieces = model(articles * ITEMS)
    names = "".join(islice(pieces, ENTERPRISES + 2))
    items = list(pieces)
    apart, whole = folder / "apart", folder / "whole"
    apart.mkdir()
    whole.mkdir()
    tables = names.index("regions:")
    (apart / "names.yaml").write_text(names[tables:].removesuffix("items:\n"))
    for number in range(articles):
        mine = items[number * ITEMS : (number + 1) * ITEMS]
        day = f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        head = _sourced(HEAD[:tables], f"{number}.txt").replace("made-up", f"article-{number}")
        (apart / f"{number}.yaml").write_text(head.replace("2025-09-30", day) + "items:\n" + "".join(mine))
        (apart / f"{number}.txt").write_text("\n\n".join(_quotes(mine)))
    (whole / "whole.yaml").write_text(_sourced(names, "whole.txt") + "".join(items))
    (whole / "whole.txt").write_text("\n\n".join(_quotes(items)))
    return apart, whole


def _sourced(head: str, source: str) -> str:
    """The head of a file whose article has a source."""
    return head.replace("  language: ru", f"  language: ru\n  source: {source}", 1)


def _quotes(items: list[str]) -> Iterator[str]:
    """The words of the quote of each item."""
    return (item.split('exact: "')[1].split('"')[0] for item in items)


def seconds(path: Path) -> list[float]:
    """The time of each step."""
    told = subprocess.run([sys.executable, "-c", TIMED, str(path)], capture_output=True, check=True, text=True).stdout
    return list(map(float, told.split()))


def main(articles: int = 10_000, rounds: int = 3) -> None:
    """Print a line for each step."""
    with tempfile.TemporaryDirectory() as folder:
        ways = write(Path(folder), articles)
        taken: tuple[list[list[float]], list[list[float]]] = ([], [])
        for _ in range(rounds):
            for times, way in zip(taken, ways, strict=True):
                times.append(seconds(way))
    apart, whole = ([median(step) for step in zip(*times, strict=True)] for times in taken)
    for name, ours, one in zip(STEPS, apart, whole, strict=True):
        print(f"{name:7} {articles:,} files {ours:6.2f} s, one file {one:6.2f} s, ratio {ours / one:.2f}")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
