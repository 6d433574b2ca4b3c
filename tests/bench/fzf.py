"""Finds fzf, with which search times are compared: from the `bench` extra or on the PATH."""

import shutil
import sys
from pathlib import Path


def program() -> str:
    """The path of fzf. Raises FileNotFoundError, which says how to install it."""
    beside = Path(sys.executable).with_name("fzf")
    found = str(beside) if beside.exists() else shutil.which("fzf")
    if found is None:
        raise FileNotFoundError("fzf is not installed: pip install -e '.[bench]'")
    return found
