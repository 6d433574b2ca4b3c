"""`--at ARTICLE/ITEM`: one item printed, or the explorer opened at it."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.screen.models import matter
from tests.test_cli import run
from tests.test_load import WHOLE
from tuiapp.archive import Archive

OTHER = WHOLE.replace("id: a\n", "id: b\n", 1)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A folder with two articles, `a` and `b`, each with an item `one`."""
    (tmp_path / "a.yaml").write_text(WHOLE)
    (tmp_path / "b.yaml").write_text(OTHER)
    return str(tmp_path)


def test_list_and_brief_print_it_alone(folder: str) -> None:
    (record,) = json.loads(run("list", folder, "--format", "json", "--at", "b/one").out)
    assert (record["article"], record["id"]) == ("b", "one")
    assert len(json.loads(run("list", folder, "--format", "json").out)) == 2
    assert run("brief", folder, "--at", "b/one").out.count("\n### ") == 1


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("b/two", "", "there is no item “b/two”"),
        ("one", "", "there is no item “one”"),
        ("\x1b[31m/", "", "there is no item"),
        ("b/one", "publisher:жжжж", "the item “b/one” is not among those that were found"),
    ],
)
@pytest.mark.parametrize("command", ["list", "brief"])
def test_what_is_not_there_is_said(folder: str, command: str, name: str, query: str, said: str) -> None:
    ran = run(command, folder, "--at", name, "-q", query)
    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err
    assert "\x1b" not in ran.err


def test_line_by_line_it_is_told_first(folder: str) -> None:
    ran = run("--plain", folder, "--at", "b/one", stdin="")
    assert ran.status == 0
    assert "\n2. " in ran.out
    assert "Quote 1 of 1" in ran.out
    gone = run("--plain", folder, "--at", "c/one", stdin="")
    assert (gone.status, gone.out) == (2, "")
    assert "there is no item “c/one”" in gone.err


def test_ids_may_hold_slashes() -> None:
    model = matter()
    first, *others = model.items
    archive = Archive(replace(model, items=(replace(first, id="x/y"), *others)))
    assert archive.numbered("2026-03-20/x/y") == 0
    assert archive.numbered("2026-01/tools") == 3
    assert archive.numbered("2026-01/x/y") is None
    assert all(archive.numbered(archive.name(number)) == number for number in range(len(model.items)))
