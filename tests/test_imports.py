"""What a module brings along: neither the core nor a command that only prints pays for the screen."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.terminal.program import environment

ROOT = Path(__file__).parents[1]
SCREEN = {"textual", "rich"}
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
CORE: list[str] = next(each["source_modules"] for each in CONTRACTS if each["type"] == "forbidden")
"""Those that the contract keeps from the screen: a new one is tested with its contract."""

# Prints the packages that are there after `import NAME` and, where it is a package, of all that is in it.
WHOLE = """
import importlib, pkgutil, sys
module = importlib.import_module(sys.argv[1])
for each in pkgutil.walk_packages(getattr(module, "__path__", ()), sys.argv[1] + "."):
    importlib.import_module(each.name)
print(*{name.partition(".")[0] for name in sys.modules})
"""
AFTER = 'import sys\nexec(sys.argv[1])\nprint(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)\n'


def python(code: str, argument: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, argument]
    return subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=30, check=True)


@pytest.mark.parametrize("module", [*CORE, "tuiapp.cli", "tuiapp.__main__"])
def test_a_module_without_the_screen(module: str) -> None:
    brought = set(python(WHOLE, module).stdout.split())
    assert "tuiapp" in brought
    assert not brought & SCREEN


def test_the_screen_is_what_brings_it() -> None:
    # Otherwise the tests above could not fail.
    assert set(python(WHOLE, "tuiapp.app").stdout.split()) >= SCREEN


@pytest.mark.parametrize("command", [["list"], ["list", "-q", "lift"], ["check"], ["schema"]], ids=" ".join)
def test_a_command_without_the_screen(command: list[str]) -> None:
    brought = set(python(AFTER, f"from tuiapp.cli import main; main({command})").stderr.split())
    assert "tuiapp" in brought
    assert not brought & SCREEN


@pytest.mark.parametrize(
    "code", ["import tuiapp.library, tuiapp.snapshot", "from tuiapp.cli import main; main(['list'])"]
)
def test_distances_between_words_are_brought_by_those_who_need_them(code: str) -> None:
    # 30 ms, and most queries have no slip in them.
    assert "rapidfuzz" not in python(AFTER, code).stderr.split()


@pytest.mark.parametrize("code", ["import tuiapp.app", "from tuiapp.cli import main; main(['check'])"])
def test_the_widths_of_characters_are_brought_by_an_odd_one(code: str) -> None:
    # 40 ms, and most models have no character of another width than one cell.
    assert "wcwidth" not in python(AFTER, code).stderr.split()


def test_a_slip_brings_the_distances() -> None:
    code = "from tuiapp.cli import main; main(['list', '-q', 'mogilevlitfmash'])"
    assert "rapidfuzz" in python(AFTER, code).stderr.split()
