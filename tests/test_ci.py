"""What `.ci/again` says and does after a suite that failed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.program import environment

TESTS = """
from pathlib import Path
import pytest
def test_passes(): pass
@pytest.mark.parametrize("name", ["лифт и станок"])
def test_flaky(name):
    seen = Path("seen").exists()
    Path("seen").touch()
    assert seen
def test_fails(): assert {passes}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with `.ci/again`, and a pytest where it looks for one."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(Path(__file__).parents[1] / ".ci" / "again", tmp_path / ".ci")
    bin_folder = tmp_path / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    # Of the plugins that are installed only the one whose option `.ci/again` gives: the others take a second to load.
    for name, module in (("python", ""), ("pytest", "-m pytest -p xdist")):
        (bin_folder / name).write_text(f'#!/bin/sh\nexec {sys.executable} {module} "$@"\n')
        (bin_folder / name).chmod(0o755)
    return tmp_path


def run(project: Path, passes: bool) -> tuple[int, int, list[str]]:
    """The status of the suite and of its second try, and what the second try says is flaky."""
    (project / "test_it.py").write_text(TESTS.format(passes=passes), encoding="utf-8")
    command = ".venv/bin/pytest -q; first=$?; .ci/again $first; echo $first $?"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=project,
        env=environment(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1"),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    *said, statuses = done.stdout.splitlines()
    first, second = map(int, statuses.split())
    return first, second, [line for line in said if "FLAKY" in line]


@pytest.mark.parametrize("passes", [True, False])
def test_what_failed_first_and_passed_then_is_named(project: Path, passes: bool) -> None:
    first, second, flaky = run(project, passes)
    assert (first, second) == (1, 0 if passes else 1)
    (line,) = flaky
    assert line.startswith("FLAKY, failed first and passed then: test_it.py::test_flaky[")


def test_what_was_no_test_that_failed_is_not_tried_again(project: Path) -> None:
    done = subprocess.run([project / ".ci" / "again", "2"], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")
