"""The peer that search is timed against, from the `bench` extra or from the PATH."""

import shutil
import sys
from pathlib import Path


def program() -> str:
    """The path of fzf; FileNotFoundError says how to get it."""
    beside = Path(sys.executable).with_name("fzf")
    found = str(beside) if beside.exists() else shutil.which("fzf")
    if found is None:
        raise FileNotFoundError("fzf is not installed: pip install -e '.[bench]'")
    return found
