"""What README.md and docs/ show and promise, against the program; what a command makes is made anew and compared."""

import importlib.util
import re
import shlex
import tomllib
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

from tests.test_cli import run
from tuiapp import cli, language
from tuiapp.evidence import Status
from tuiapp.keytable import KEYS
from tuiapp.library import load
from tuiapp.model import Article, Item, Role, Speech, Stage
from tuiapp.search.query import SCOPES
from tuiapp.signs import sign, use_ascii
from tuiapp.wording import stage_name

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
ALL = "\n".join((README, *PAGES.values()))
REMAKE = "run `python docs/make.py`"


def blocks(language: str, page: str = README) -> list[str]:
    """The blocks of code in this language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def table(first_heading: str, page: str = ALL) -> list[list[str]]:
    """The rows, without the headings, of the table whose first heading this is."""
    found = re.search(rf"^\| {re.escape(first_heading)} \|.*\n\|[ |-]+\n((?:\|.*\n)+)", page, re.MULTILINE)
    assert found, first_heading
    return [[cell.strip() for cell in row.strip("|").split(" |")] for row in found[1].splitlines()]


def codes(text: str) -> list[str]:
    return re.findall("`([^`]+)`", text)


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """docs/make.py as a module."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# What docs/make.py makes


def test_the_tables_of_keys_and_fields_are_made_from_the_programs(make: ModuleType) -> None:
    assert "| `Ctrl+Q` | quit |" in make.key_table()
    assert "`sectors` `sector_names`" in make.field_table()
    assert {page: make.with_tables(text) for page, text in PAGES.items()} == PAGES, REMAKE
    assert "<!-- keys:" in PAGES["keys"]
    assert "<!-- fields:" in PAGES["commands"]
    assert "<!-- kinds:" in PAGES["search"]


def rows_of(picture: str) -> list[str]:
    """The rows of text in a picture of a screen, whatever its ids and colours."""
    rows: dict[float, list[tuple[float, str]]] = defaultdict(list)
    for element in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text"):
        place = float(element.attrib["y"]), float(element.attrib["x"])
        rows[place[0]].append((place[1], (element.text or "").replace("\u00a0", " ")))
    return ["".join(text for _, text in sorted(rows[y])).rstrip() for y in sorted(rows)]


async def test_the_picture_is_of_this_screen(make: ModuleType) -> None:
    made = rows_of(await make.picture())
    assert any("lift" in row for row in made)
    assert rows_of((ROOT / "docs" / "screen.svg").read_text(encoding="utf-8")) == made, REMAKE


def test_every_picture_and_page_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "docs/screen.svg" in linked
    assert [path for path in linked if not (ROOT / path).exists()] == []
    assert {f"docs/{name}.md" for name in PAGES} <= set(linked), "a page that nobody is sent to"
    inner = [(name, path) for name, text in PAGES.items() for path in re.findall(r"\]\(([^)#:]+)\)", text)]
    assert [each for each in inner if not (ROOT / "docs" / each[1]).exists()] == []


def test_the_readme_is_read_in_a_minute() -> None:
    assert len(README.splitlines()) < 90


def test_the_output_that_is_shown_is_that_of_the_command() -> None:
    (shown,) = blocks("text")
    assert run("list", "-q", "lift", "--lang", "en").out == shown


# Commands


def setups() -> list[str]:
    """The commands for a fresh machine."""
    return [block.strip() for block in blocks("sh") if block.startswith("python3 -m venv")]


def test_one_command_opens_the_explorer_and_one_passes_the_tests() -> None:
    opens, tests = setups()
    assert opens.count("\n") == tests.count("\n") == 0
    assert opens.endswith("&& .venv/bin/tuiapp")
    assert tests.endswith("&& .venv/bin/pytest")
    assert f"\n{tests} ||\n  .ci/again $?\n" in (ROOT / ".ci" / "run").read_text()


def test_the_test_command_installs_all_that_the_tests_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    names = {re.split(r"[^\w.-]", each)[0].lower() for each in wanted}
    pinned = re.findall(r"^([\w.-]+)==", (ROOT / "tests" / "requirements.lock").read_text(), re.MULTILINE)
    assert names - set(pinned) == set()
    assert "tuiapp" in project["scripts"]


def pipes() -> list[list[str]]:
    """The arguments of every `tuiapp list` and `tuiapp check` in the README's blocks, up to where the shell goes on."""
    lines = "".join(blocks("sh")).splitlines()
    commands = [re.split("[|>]|&&", line)[0] for line in lines if re.match("tuiapp (list|check)", line)]
    return [shlex.split(command)[1:] for command in commands]


def test_the_commands_for_pipes_work() -> None:
    assert len(pipes()) >= 3
    for arguments in pipes():
        ran = run(*arguments)
        assert (ran.status, "Traceback" in ran.err) == (0, False), arguments


def test_every_query_that_is_shown_finds_something() -> None:
    tables = re.findall(r"^\| typed \|.*\n\|[ |-]+\n((?:\|.*\n)+)", ALL, re.MULTILINE)
    queries = [query for rows in tables for row in rows.splitlines() for query in codes(row.split(" |")[0])]
    assert len(queries) >= 30
    assert [query for query in queries if run("list", "-q", query).status != cli.DONE] == []


def test_the_page_of_the_search_names_every_scope() -> None:
    rows = table("scope", PAGES["search"]) + table("condition", PAGES["search"])
    assert sorted(name for names, _ in rows for name in codes(names)) == sorted(f"{name}:" for name in SCOPES)


def test_every_module_of_the_tests_that_is_named_can_be_run() -> None:
    named = set(re.findall(r"python -m (tests[\w.]+)", ALL))
    assert named
    for name in named:
        spec = importlib.util.find_spec(name)
        assert spec, name
        assert spec.origin
        # A package is run by its __main__.
        assert importlib.util.find_spec(f"{name}.__main__") if spec.submodule_search_locations else True
        assert '__name__ == "__main__"' in Path(spec.origin).read_text() or spec.submodule_search_locations, name


# Words


def test_the_exit_statuses_are_those_of_the_program() -> None:
    statuses = [int(status) for status, _ in table("exit status")]
    assert statuses == [cli.DONE, cli.NOTHING, cli.UNUSABLE] == [0, 1, 2]
    told = run("--help").out.partition("exit status: ")[2]
    assert [int(status) for status in re.findall(r"(?:^|; )(\d) ", told)] == statuses


def test_the_statuses_of_a_quote_are_those_of_the_program() -> None:
    section = PAGES["model"].partition("## Statuses\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\S) \| `(\S)` \| ([\w ]+) \|", section, re.MULTILINE)
    signs = {status: (sign(status), _in_ascii(status)) for status in Status}
    assert rows == [(*signs[status], status.value) for status in Status]


def _in_ascii(name: str) -> str:
    use_ascii(True)
    found = sign(name)
    use_ascii(False)
    return found


def test_every_stage_is_explained_under_the_word_that_is_shown() -> None:
    language.use("en")
    assert [row[:2] for row in table("stage", PAGES["model"])] == [[f"`{each}`", stage_name(each)] for each in Stage]


# The format


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The README's model, with an article beside it that says what it quotes."""
    return written(tmp_path, blocks("yaml", PAGES["model"])[0], "engineer")


def written(folder: Path, text: str, speaker: str) -> Path:
    """A model in a file, and its article beside it."""
    exact, source = re.search(r"exact: (.*)", text), re.search(r"source: ([\w.]+)", text)
    assert exact
    assert source
    (folder / source[1]).write_text(f"“{exact[1]},” says the {speaker}.", encoding="utf-8")
    path = (folder / source[1]).with_suffix(".yaml")
    path.write_text(text, encoding="utf-8")
    return path


def test_the_readmes_article_is_drafted(tmp_path: Path) -> None:
    (article,) = re.findall("^`(“.*)`$", README, re.MULTILINE)
    (tmp_path / "gazette.txt").write_text(article, encoding="utf-8")
    assert run("new", str(tmp_path / "gazette.txt")).status == 0
    ran = run("check", str(tmp_path))
    assert (ran.status, ran.err) == (0, "1 quote: verbatim 1; 1 warning\n")
    assert ran.out.endswith("values are guesses, # ?\n")
    (item,) = load([str(tmp_path)]).items
    assert (item.stage, item.quotes[0].speaker, item.destination) == ("planned", "smith", "samara")


def test_the_keys_that_the_readme_names_are_those_of_the_program() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for key in KEYS:
        rooms[key.room] |= set(key.own)
    for keys, _ in table("key", README.partition("## Your own articles")[2]):
        for name in (code.replace("Ctrl+", "ctrl+") for code in codes(keys)):
            assert name.lower() in {
                each.lower() for room in ("proposal", "article", "rooms", "excerpt") for each in rooms[room]
            }


def test_the_example_of_the_format_is_a_model(example: Path) -> None:
    model = load([str(example)])
    assert len(model.items) == 1
    ran = run("check", str(example))
    assert (ran.status, ran.out, ran.err) == (0, "", "1 quote: verbatim 1\n")


def test_what_the_example_says_may_be_left_out_may_be(example: Path) -> None:
    lines = example.read_text(encoding="utf-8").splitlines(keepends=True)
    optional = [number for number, line in enumerate(lines) if "may be left out" in line]
    assert len(optional) >= 3
    for number in optional:
        if "speaker:" in lines[number]:
            continue
        example.write_text("".join(lines[:number] + lines[number + 1 :]), encoding="utf-8")
        assert run("check", str(example)).status == 0, lines[number]


def test_the_example_with_every_field_is_a_model_beside_the_other(example: Path) -> None:
    text = blocks("yaml", PAGES["model"])[1]
    written(example.parent, text, "port")
    model = load([str(example.parent)])
    item, earlier = model.items
    assert item.told_before == (f"{model.article_of(1).id}/{earlier.id}",)
    assert [
        field
        for field in Item.__struct_fields__
        if not re.search(rf"\b{field}\b", "".join(blocks("yaml", PAGES["model"])))
    ] == []
    assert [field for field in Article.__struct_fields__ if f" {field}:" not in text] == []
    ran = run("check", str(example.parent))
    assert (ran.status, ran.out, ran.err) == (0, "", "2 quotes: verbatim 2\n")


def test_the_examples_name_every_stage_every_speech_and_every_role() -> None:
    assert all(re.search(rf"# .*\b{role}\b", blocks("yaml", PAGES["model"])[1]) for role in Role)
    text = blocks("yaml", PAGES["model"])[0]
    for line, values in (("stage:", Stage), ("speech:", Speech)):
        (said,) = [each for each in text.splitlines() if line in each]
        assert all(re.search(rf"\b{value}\b", said.partition("#")[2]) for value in values), said
