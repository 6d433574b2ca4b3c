"""`ssh HOST list …`: what only reads is answered, everything else refused."""

from pathlib import Path

import pytest

from tests.forked import ended

from .served import FOLDER, Served


@pytest.mark.parametrize(
    "words",
    [
        "list",
        "list -q лифт --format json",
        "list --limit 2 --lang ru",
        "list -q qqqqqq",
        "count --by sector",
        "brief -q лифт",
    ],
)
def test_it_prints_what_the_command_prints(words: str, served: Served) -> None:
    there = served.run(words)
    here = ended([f"{words} {FOLDER}"])[f"{words} {FOLDER}"]
    assert (there.returncode, there.stdout, there.stderr) == (here.status, here.out, here.err)


@pytest.mark.parametrize(
    "command",
    [
        "id",
        "list; id",
        "list $(id)",
        "list /etc/passwd",
        "check",
        "serve",
        "schema",
        "'",
        "list --restricted /etc",
        "scp -t /tmp",
        "\x1b]0;x\x07",
        "",
    ],
)
def test_nothing_else_is_run(command: str, served: Served) -> None:
    refused = served.run(command or "''")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith(("tuiapp", "usage"))
    assert "uid=" not in refused.stderr
    assert "\x1b" not in refused.stderr


def test_a_long_command_is_refused(served: Served) -> None:
    refused = served.run("list -q " + "x" * 8000)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "too long" in refused.stderr


def test_commands_can_be_switched_off(tmp_path: Path) -> None:
    with Served(tmp_path, "--no-commands") as served:
        refused = served.run("list")
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "answers no commands" in refused.stderr


def test_it_says_how_many_files_are_left_out_but_not_why(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    for each in FOLDER.glob("*-2025-*"):
        (folder / each.name).write_bytes(each.read_bytes())
    (folder / "names.yaml").write_bytes((FOLDER / "names.yaml").read_bytes())
    (folder / "broken.yaml").write_text("article: secret words")
    with Served(tmp_path, model=folder) as served:
        listed = served.run("list --limit 1")
        assert listed.stdout
        assert "1 file not read" in listed.stderr
        assert "secret" not in listed.stderr
        assert "broken" not in listed.stderr
