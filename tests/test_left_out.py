"""What the commands and the screen say of files that are left out of a folder."""

import io
from pathlib import Path

import pytest

from tests.forked import ended
from tests.screen.driving import opened, text
from tests.test_cli import ids, run, shell
from tests.test_load import WHOLE
from tests.test_load_partly import BROKEN, named
from tuiapp import language
from tuiapp.plain import converse
from tuiapp.snapshot import LeftOut, Question, Snapshot
from tuiapp.view import View

FAULT = 'm/b.yaml:21:12: items[0].stage: unknown stage "dreamt", one of: '
UNREAD = {"en": "2 files not read", "ru": "2 файла не прочитаны"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three: one correct, one faulty, and one that needs the faulty one; a quote is not in its source."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m").mkdir()
    sourced = WHOLE.replace("  language: ru\n", "  language: ru\n  source: a.txt\n")
    (tmp_path / "m" / "a.yaml").write_text(sourced)
    (tmp_path / "m" / "a.txt").write_text("о «лифтах»")
    (tmp_path / "m" / "b.yaml").write_text(named("b", BROKEN).replace("people:", "colour: red\npeople:"))
    (tmp_path / "m" / "c.yaml").write_text(named("c", follows="b/one"))
    return tmp_path


def test_list_prints_the_rest_and_says_what_is_left_out() -> None:
    ran = run("list", "m", "--format", "json")
    assert (ran.status, ids(ran)) == (1, ["one"])
    first, second = ran.err.splitlines()
    assert first == 'm/b.yaml:13:1: colour: unknown key "colour" (and 1 more)'
    assert second.startswith('m/c.yaml:21:14: items[0].follows: no file that is read has "b/one"')
    assert "(и ещё 1)" in run("list", "m", "--lang", "ru").err


@pytest.mark.parametrize("line", ["list --strict m", "list m/b.yaml", "list m m/b.yaml", "--plain --strict m"])
def test_strictly_it_is_refused(line: str) -> None:
    ran = run(*line.split())
    assert (ran.status, ran.out) == (2, "")
    assert FAULT.replace("21", "22") in ran.err


def test_check_tells_all_faults_and_checks_the_rest(folder: Path) -> None:
    ran = run("check", "m")
    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == [
        "m/b.yaml:13:1",
        "m/b.yaml:22:12",
        "m/c.yaml:21:14",
    ]
    assert ran.err == "1 quote: verbatim 1\n"
    (folder / "m" / "a.txt").write_text("other")
    ran = run("check", "m")
    assert (ran.status, ran.err) == (1, "1 quote: missing 1\n")
    assert "m/a.yaml:24:17: items[0].quotes[0].exact: " in ran.out.splitlines()[3]


def test_check_warns_of_nothing_that_a_file_left_out_may_use(folder: Path) -> None:
    unused = (folder / "m" / "a.yaml").read_text().replace("sectors:\n", "sectors:\n  tools: {name: Tools}\n")
    (folder / "m" / "a.yaml").write_text(unused)
    (folder / "m" / "c.yaml").write_text(named("c"))
    assert "warning" not in run("check", "m").out


@pytest.mark.parametrize("lang", UNREAD)
def test_the_conversation_begins_with_it(lang: str) -> None:
    ran = run("--plain", "--lang", lang, "m")
    assert ran.status == 0
    assert ran.out.splitlines()[1].startswith(f"{UNREAD[lang]}: tuiapp check · m/b.yaml:13:1: colour: ")
    assert "tuiapp check" not in run("--plain", "--lang", lang, "m/a.yaml").out


@pytest.mark.parametrize("lang", UNREAD)
def test_a_guest_learns_the_number_alone(lang: str) -> None:
    for ran in ended([f"--restricted --plain --lang {lang} m"]).values():
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.splitlines()[1] == UNREAD[lang]
        assert not any(secret in ran.out for secret in ("yaml", "colour", "dreamt", "tuiapp check"))


def test_a_guest_learns_nothing_where_all_is_refused() -> None:
    for ran in ended(["--restricted --plain --strict m"]).values():
        assert (ran.status, ran.out) == (2, "")
        assert "yaml" not in ran.err


def test_the_rest_is_piped_whole() -> None:
    ran = shell("tuiapp list m --format csv 2>/dev/null | wc -l")
    assert ran.out.strip() == "2"


# The screen


@pytest.mark.parametrize("lang", UNREAD)
async def test_the_screen_says_it_where_nothing_else_stands(ready: Snapshot, lang: language.Language) -> None:
    language.use(lang)
    partial = Snapshot(ready.model, left_out=LeftOut(2, FAULT))
    async with opened(partial) as screen:
        assert text(screen.browser.narrowed).startswith(f" {UNREAD[lang]}: tuiapp check · m/b.yaml:21:12: items[0]")
    async with opened(partial, query="дшае") as screen:
        assert UNREAD[lang] not in screen.picture


async def test_the_screen_of_a_guest_says_the_number(ready: Snapshot) -> None:
    async with opened(Snapshot(ready.model, left_out=LeftOut(1))) as screen:
        assert text(screen.browser.narrowed) == " 1 file not read"


def test_no_fault_acts_on_the_terminal(ready: Snapshot) -> None:
    out = io.StringIO()
    wicked = Snapshot(ready.model, left_out=LeftOut(1, "\x1b[2J\n"))
    converse(View.begun(wicked, Question()), io.StringIO(), out)
    assert "\x1b" not in out.getvalue()
