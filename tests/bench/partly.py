"""How long it takes to leave out files of 1,000: none, one, and all but one because each needs the one before it.

    python -m tests.bench.partly

prints seconds, and their ratio to the first.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.test_load_partly import BROKEN, named
from tuiapp.library import read


def main() -> None:
    """Print how long reading takes, in seconds and beside that of correct files."""
    sound = {number: named(f"a{number}") for number in range(1_000)}
    chain = {number: named(f"a{number}", follows=f"a{number - 1}/one") for number in range(1, 999)}
    cases = {"correct": sound, "one broken": sound | {0: named("a0", BROKEN)},
             "all need it": {0: named("a0", BROKEN)} | chain | {999: named("z")}}  # fmt: skip
    first = 0.0
    for case, files in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            for number, text in files.items():
                (Path(folder) / f"{number:04}.yaml").write_text(text)
            start = time.perf_counter()
            read([folder], partly=True)
            took = time.perf_counter() - start
            first = first or took
            sys.stdout.write(f"{case}: {took:.2f} s, {took / first:.1f} times\n")


if __name__ == "__main__":
    main()
