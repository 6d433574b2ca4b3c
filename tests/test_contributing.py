"""The contributor's page against the project."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HOUSE = ROOT / "tuiapp"
OTHERS = {
    "__init__.py",
    "__main__.py",
    "shipped.py",
    "language.py",
    "printable.py",
    "locale/",
    "py.typed",
    "tuiapp.tcss",
}
"""What nobody looks for in a map."""


def rooms() -> list[str]:
    """The names in the first column of the map."""
    rows = re.findall(r"^\| (`.*?) \| ", PAGE.partition("## The map")[2], re.MULTILINE)
    return [name for row in rows for name in re.findall("`([^`]+)`", row)]


def test_the_map_shows_what_is_there_and_all_of_it() -> None:
    mapped = rooms()
    assert [name for name in mapped if not (HOUSE / name).exists()] == []
    there = {f"{path.name}/" if path.is_dir() else path.name for path in HOUSE.iterdir() if path.name != "__pycache__"}
    assert there - OTHERS == set(mapped)


def test_every_command_is_of_this_project() -> None:
    named = re.findall(r"(?:^|`)(\.venv/bin/python -m (?:[\w.]+)|\.ci/\w+|docs/\w+\.py)", PAGE, re.MULTILINE)
    assert len(named) >= 2
    for command in named:
        where = command.rsplit(" ", 1)[-1]
        path = ROOT / (where.replace(".", "/") + ".py" if " -m " in command else where)
        assert path.exists(), command
