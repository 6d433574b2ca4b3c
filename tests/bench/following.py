"""Times what follows one changed file of 1,000 articles of ten items, beside doing everything again.

    python -m tests.bench.following [ARTICLES] [ROUNDS]

prints medians in seconds of the processor and their ratios: the model, if only words have changed and if a name has;
what has changed, in numbers; the snapshot, with its index, facets and statuses. Each article has a source.
"""

import sys
import tempfile
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from statistics import median
from time import process_time, sleep

from tests.bench.articles import write
from tuiapp.following import changes
from tuiapp.library import follow, read
from tuiapp.snapshot import Snapshot

Timed = Callable[[str], AbstractContextManager[None]]


def main(articles: int = 1_000, rounds: int = 7) -> None:
    """Print a line for each part."""
    taken: defaultdict[str, list[float]] = defaultdict(list)

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        begun = process_time()
        yield
        taken[name].append(process_time() - begun)

    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), articles)[0]
        # Files that have changed just now would all be read again.
        sleep(0.1)
        for number in range(rounds):
            _edit(path, path / f"{articles // 2}.yaml", number, timed)
    times = {name: median(each) for name, each in taken.items()}
    for name, beside in (("words", "read"), ("names", "read"), ("changes", "read"), ("snapshot", "whole")):
        line = f"{name:9} {times[name] * 1000:6.1f} ms, {beside} {times[beside] * 1000:6.1f} ms, "
        sys.stdout.write(f"{line}ratio {times[name] / times[beside]:.3f}\n")


def _edit(folder: Path, edited: Path, number: int, timed: Timed) -> None:
    """Read all, edit a file twice and follow each edit, and leave the file as it was."""
    text = edited.read_text()
    with timed("read"):
        library = read([str(folder)])
    with timed("whole"):
        whole = _filled(Snapshot(library.model, gradual=True))
    edited.write_text(text.replace('    title: {ru: "', f'    title: {{ru: "{number} ', 1))
    with timed("words"):
        after = follow(library)
    with timed("changes"):
        changes(library.model, after.model)
    with timed("snapshot"):
        _filled(whole.renewed(after.model, whole.left_out))
    edited.write_text(text.replace("  - id: ", f"  - id: {number}-", 1))
    with timed("names"):
        follow(after)
    edited.write_text(text)


def _filled(snapshot: Snapshot) -> Snapshot:
    snapshot.prepare()
    deque(snapshot.fill(), 0)
    return snapshot


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
