"""The commands as a shell sees them: arguments in, data on standard output, the rest on standard error, a status."""

import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.forked import Ran, ended
from tests.standard_input import standard_input
from tests.terminal.emulator import Emulator
from tests.terminal.program import PROGRAM, environment, wait_ready
from tests.terminal.session import Terminal
from tests.test_load import WHOLE
from tuiapp import __version__, cli
from tuiapp.cli import arguments, explore, reading
from tuiapp.model import Stage
from tuiapp.printable import UNPRINTABLE

COMMANDS = ("", "list", "count", "brief", "check", "new", "schema")


class Stream(io.TextIOWrapper):
    """A standard stream; a pipe unless it is said to be a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> str:
        self.flush()
        content = self.buffer.getvalue()  # type: ignore[attr-defined]
        assert isinstance(content, bytes)
        return content.decode()


@contextmanager
def signals_kept() -> Iterator[None]:
    """The commands let a closed pipe end the process; the tests' own must live on."""
    before = signal.getsignal(signal.SIGPIPE)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


def run(*arguments: str, stdin: str | bytes = "", terminal: bool = False) -> Ran:
    """`tuiapp ARGUMENTS` in this process; `terminal` makes one of standard error."""
    out, err = Stream(), Stream(terminal=terminal)
    stdin_stream = patch("sys.stdin", standard_input(stdin if isinstance(stdin, bytes) else stdin.encode()))
    with signals_kept(), redirect_stdout(out), redirect_stderr(err), stdin_stream:
        try:
            status = cli.main(arguments)
        except SystemExit as end:
            status = int(end.code or 0)
    return Ran(status, out.written(), err.written())


def shell(line: str, stdin: int = subprocess.DEVNULL, **env: str) -> Ran:
    """`line` in bash, with `tuiapp` for the program."""
    line = line.replace("tuiapp", shlex.join(PROGRAM))
    done = subprocess.run(
        ["bash", "-c", line], stdin=stdin, capture_output=True, env=environment(**env), timeout=30, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def ids(ran: Ran) -> list[str]:
    return [item["id"] for item in json.loads(ran.out)]


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with models, right and wrong ones."""
    monkeypatch.chdir(tmp_path)
    second = WHOLE.replace("id: a", "id: b").replace("id: one", "id: two")
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    (tmp_path / "folder" / "a.yaml").write_text(WHOLE)
    (tmp_path / "folder" / "deep" / "b.yml").write_text(second)
    (tmp_path / "folder" / "c.txt").write_text("no model")
    (tmp_path / "empty").mkdir()
    (tmp_path / "wrong.yaml").write_text(WHOLE.replace("stage: negotiation", "stage: plan\n    colour: red"))
    (tmp_path / "false.yaml").write_text(WHOLE.replace("  language: ru\n", "  language: ru\n  source: text.txt\n"))
    (tmp_path / "text.txt").write_text("Речь шла о «лифтах» и о «лафетах».")
    (tmp_path / "untrue.yaml").write_text((tmp_path / "false.yaml").read_text().replace("«лифтах»", "«лифтых»"))
    (tmp_path / "cut.yaml").write_text((tmp_path / "false.yaml").read_text().replace("о «лифтах»", "«лифтах» и о «лаф"))
    return tmp_path


# Exit statuses

STATUSES: list[tuple[str, int, str]] = [
    ("list", 0, "there is something to print"),
    ("list -q lift", 0, "something matches"),
    ("list -q паровоз", 1, "nothing matches"),
    ("list -q colour:red", 1, "a scope that there is not matches nothing"),
    ("list folder", 0, "a folder"),
    ("list wrong.yaml", 2, "a faulty model is no model"),
    ("list folder wrong.yaml", 2, "one faulty file of several is enough"),
    ("list missing.yaml", 2, "no such file"),
    ("list empty", 2, "a folder without a model"),
    ("list -q lift --limit 0", 0, "found, though none is printed: the way to ask whether there is anything"),
    ("list -q паровоз --limit 0", 1, "not found"),
    ("list --format xml", 2, "a format that there is not"),
    ("list --lang be", 2, "a language that there is not"),
    ("list --colour", 2, "an option that there is not"),
    ("list --lim 3", 2, "half an option: scripts must not depend on what it grows into"),
    ("list -q", 2, "an option without its value"),
    ("-q", 2, "likewise"),
    ("--format xml list", 2, "a format that there is not, before the command"),
    ("--limit 3 schema", 2, "what only `list` takes"),
    ("--lang ru lsit", 2, "a command with a slip, behind an option"),
    ("check", 0, "every quote of the article stands in it"),
    ("check folder", 0, "without a source there is nothing to be wrong"),
    ("check false.yaml", 0, "the quote stands in the text"),
    ("check untrue.yaml", 1, "the quote is not what the text says"),
    ("check cut.yaml", 1, "nor is half a word"),
    ("check wrong.yaml", 2, "a faulty model is not checked"),
    ("check missing.yaml", 2, "no such file"),
    ("check -q lift", 2, "what only `list` takes"),
    ("check --colour", 2, "an option that there is not"),
    ("schema", 0, "it needs nothing"),
    ("schema --lang ru", 0, "as every command"),
    ("schema folder", 2, "it takes no path"),
    ("schema --colour", 2, "an option that there is not"),
    ("--colour", 2, "an option that the explorer has not"),
    ("--format json", 2, "what only `list` takes"),
    ("--version", 0, "said and done"),
]


@pytest.mark.parametrize(("line", "status", "why"), STATUSES, ids=str)
def test_exit_status(models: Path, line: str, status: int, why: str) -> None:
    ran = run(*shlex.split(line))
    assert ran.status == status, (why, ran)
    assert ran.err + ran.out or status != 2, "what is unusable is said"
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", ["tuiapp", "tuiapp wrong.yaml", "tuiapp -"])
def test_without_a_terminal_the_explorer_refuses_before_it_reads(models: Path, name: str) -> None:
    # Nothing is ever written into its standard input: reading it would hang.
    with subprocess.Popen(["sleep", "60"], stdout=subprocess.PIPE) as silent:
        assert silent.stdout
        ran = shell(name, stdin=silent.stdout.fileno())
        silent.kill()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "`ssh -t" in ran.err
    assert "`tuiapp list`" in ran.err
    assert "\x1b" not in ran.err


def test_the_commands_are_not_for_guests(models: Path) -> None:
    commands = [
        *(
            "list",
            "list folder/a.yaml",
            "count --by stage",
            "brief",
            "check",
            "new false.txt",
            "schema",
            "--lang en list",
        ),
    ]
    for line, ran in ended(commands, TUIAPP_RESTRICTED="1").items():
        assert (ran.status, ran.out) == (2, ""), line
        named = "(list|count|brief|check|new|schema)"
        refusal = f"tuiapp: for guests there is the explorer alone, and no `tuiapp {named}`\n"
        assert re.fullmatch(refusal, ran.err), line


def test_the_option_for_guests_is_refused_as_the_variable_is() -> None:
    refusal = "tuiapp: for guests there is the explorer alone, and no `tuiapp check`\n"
    for line, ran in ended(["--restricted check", "check --restricted", "--restricted --lang en check -"]).items():
        assert ran == (2, "", refusal), line
    assert "--restricted" not in run("check", "--help").out


def test_the_conversation_is_for_guests() -> None:
    assert shell("tuiapp --plain", TUIAPP_RESTRICTED="1").status == 0


UNSHOWN = {
    "en": "tuiapp: the model cannot be shown; whoever keeps it finds out why by `tuiapp check`",
    "ru": "tuiapp: модель нельзя показать; почему, её владелец узнает командой `tuiapp check`",
}


@pytest.mark.parametrize("lang", UNSHOWN)
def test_a_guest_learns_nothing_of_a_model_that_is_wrong(models: Path, lang: str) -> None:
    (models / "stolen").mkdir()
    (models / "stolen" / "x.yaml").symlink_to("/etc/passwd")
    (models / "sourced.yaml").write_text((models / "false.yaml").read_text().replace("text.txt", "none.txt"))
    (models / "text.txt").write_text("root:x:0:0: a text of the host's")
    wrong = ["wrong.yaml", "missing.yaml", "empty", "stolen", "sourced.yaml", "text.txt", "-"]
    for line, ran in ended([f"--restricted --plain --lang {lang} {path}" for path in wrong]).items():
        assert ran == (2, "", f"{UNSHOWN[lang]}\n"), line


@pytest.mark.parametrize("lang", UNSHOWN)
def test_a_guest_on_a_terminal_learns_nothing_either(models: Path, lang: str) -> None:
    with Terminal([*PROGRAM, "--restricted", "--lang", lang, "wrong.yaml"], environment(), cols=200) as terminal:
        assert terminal.wait_end() == 2
        terminal.settle()
        assert terminal.text().strip() == UNSHOWN[lang]


def test_the_refusal_speaks_the_language_of_the_locale() -> None:
    assert "нужен терминал" in shell("tuiapp", LANG="ru_RU.UTF-8").err
    assert "нужен терминал" in shell("tuiapp --lang ru").err


def test_a_path_that_is_not_there_is_told_before_the_terminal() -> None:
    ran = shell("tuiapp bogus -")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("bogus:")
    assert "terminal" not in ran.err


@pytest.mark.parametrize(
    ("typed", "meant"), [("lsit", "list"), ("lists", "list"), ("chek", "check"), ("shema", "schema")]
)
def test_a_command_with_a_slip_is_answered_with_the_command(models: Path, typed: str, meant: str) -> None:
    ran = run(typed, "-q", "lift", "--format", "json")
    assert ran == (2, "", f"tuiapp: there is no file {typed}; did you mean `tuiapp {meant}`?\n")


@pytest.mark.parametrize("path", ["there/list", "list.yaml", "article", "lsit"])
def test_a_path_is_not_taken_for_a_command_with_a_slip(models: Path, path: str) -> None:
    (models / "lsit").write_text(WHOLE)
    ran = run(path, "--plain")
    assert ran.status == (0 if path == "lsit" else 2)
    assert "did you mean" not in ran.err


def test_the_explorer_says_what_is_wrong_with_a_model_and_draws_nothing(models: Path) -> None:
    with Terminal([*PROGRAM, "wrong.yaml"], environment()) as terminal:
        assert terminal.wait_end() == 2
        terminal.wait_for("wrong.yaml:22:5: items[0].colour")
        assert "wrong.yaml:21:12: items[0].stage" in terminal.text()
        assert b"\x1b" not in terminal.since()


def test_the_explorer_ends_with_0() -> None:
    with Terminal([*PROGRAM, "-q", "lift"], environment()) as terminal:
        wait_ready(terminal)
        terminal.send("qq")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize(
    ("cols", "start", "why"),
    [
        (
            80,
            "Replacing lifts in the Samara",
            "cut to the terminal's width",
        ),
        (0, "lift-replacement   Replacing lifts in the Samara region ", "a width that nobody knows cuts nothing"),
    ],
)
def test_the_table_on_a_terminal(cols: int, start: str, why: str) -> None:
    with Terminal([*PROGRAM, "list", "-q", "lift"], environment(), cols=cols) as terminal:
        assert terminal.wait_end() == 0
        terminal.settle()
        assert terminal.since().decode().startswith(start), why


FAULTY = """
import sys
from pkgutil import resolve_name
from tuiapp import cli
def fault(*_, **__): raise resolve_name(kind)("a fault on demand")
kind, place, name = (sys.argv.pop(1) for _ in range(3))
setattr(resolve_name(place), name, fault)
sys.exit(cli.main())
"""
FAULTS = [
    ("builtins:OSError", "tuiapp.cli.reading", "read"),
    ("builtins:RecursionError", "tuiapp.cli.reading", "read"),
    ("builtins:ValueError", "tuiapp.cli.explore", "Snapshot"),
    ("termios:error", "tuiapp.terminal", "prepare"),
    ("builtins:OSError", "tuiapp.app:Tuiapp", "__init__"),
    ("builtins:KeyError", "tuiapp.app:Tuiapp", "run"),
    ("builtins:KeyError", "tuiapp.app:Tuiapp", "get_default_screen"),
    ("builtins:KeyError", "tuiapp.browser:Browser", "compose"),
]
# One after the other on one terminal, each forked from a start of Python that has brought in the screen.
FAULTY_IN_TURN = f"""
import json, os, sys, tuiapp.app
logs, options, *faults = map(json.loads, sys.argv[1:])
for number, fault in enumerate(faults):
    if not (child := os.fork()):
        os.environ["XDG_STATE_HOME"] = f"{{logs}}/{{number}}"
        sys.argv[1:] = [*fault, *options]
        exec({FAULTY!r})
    print(f"rc={{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}}", flush=True)
"""


@pytest.mark.parametrize("guest", [False, True])
def test_a_fault_before_the_screen_is_one_line(tmp_path: Path, guest: bool) -> None:
    given = [str(tmp_path), ["--restricted"] * guest, *FAULTS]
    command = [sys.executable, "-c", FAULTY_IN_TURN, *map(json.dumps, given)]
    with Terminal(command, environment(), cols=200) as terminal:
        assert terminal.wait_end(30) == 0
        terminal.settle()
        said = terminal.lines()[: 2 * len(FAULTS) + 1]
    assert said[1::2] == ["rc=1"] * len(FAULTS)
    for number, line in enumerate(said[:-1:2]):
        assert line.startswith("tuiapp: a fault of the program ended it"), FAULTS[number]
        log = tmp_path / str(number) / "tuiapp" / "crash.log"
        assert guest is not log.exists(), FAULTS[number]
        assert guest or "a fault on demand" in log.read_text(), FAULTS[number]
    assert said[-1] == ""


@pytest.mark.parametrize("command", ["list", "check", "--plain"])
def test_a_fault_of_a_command_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("a fault on demand")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(reading, "read", fault)
    log = tmp_path / "tuiapp" / "crash.log"
    assert run(command) == (1, "", f"tuiapp: a fault of the program ended it; the details are in {log}\n")
    assert "in fault" in log.read_text()


@pytest.mark.parametrize(
    ("environ", "written"),
    [
        ({"HOME": "{folder}"}, "home/.local/state/tuiapp/crash.log"),
        ({"HOME": "~"}, None),
        ({"HOME": "home"}, None),
        ({"HOME": "."}, None),
        ({"XDG_STATE_HOME": "state", "HOME": "{folder}"}, "home/.local/state/tuiapp/crash.log"),
        ({"XDG_STATE_HOME": "state", "HOME": "~"}, None),
    ],
)
def test_a_crash_log_is_never_written_below_the_working_folder(
    models: Path, environ: dict[str, str], written: str | None
) -> None:
    (models / "home").mkdir()
    variables = {name: value.format(folder=models / "home") for name, value in environ.items()}
    env = {name: value for name, value in environment().items() if name != "XDG_STATE_HOME"} | variables
    before = set(models.rglob("*"))
    command = [sys.executable, "-c", FAULTY, "builtins:KeyError", "tuiapp.cli.reading", "read", "list"]
    done = subprocess.run(command, cwd=models, env=env, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert {path for path in models.rglob("*") if path.is_file()} - before == ({models / written} if written else set())
    assert ("were not written down" in done.stderr) is (written is None)


# Paths

PATHS: list[tuple[str, list[str], str]] = [
    ("folder/a.yaml", ["one"], "a file"),
    ("folder", ["one", "two"], "a folder: its *.yaml and *.yml at every depth, in name order"),
    ("folder/deep folder/a.yaml", ["two", "one"], "several, in the order given"),
    ("folder folder/a.yaml ./folder", ["one", "two"], "a file is read once, however often it is named"),
    ("-", ["three"], "standard input"),
    ("- folder/a.yaml", ["three", "one"], "standard input among files"),
    ("-- -", ["three"], "options end at --"),
]


@pytest.mark.parametrize(("paths", "found", "why"), PATHS)
def test_paths(models: Path, paths: str, found: list[str], why: str) -> None:
    third = WHOLE.replace("id: a", "id: c").replace("id: one", "id: three")
    ran = run("list", "--format", "json", *shlex.split(paths), stdin=third)
    assert ids(ran) == found, why


def test_without_a_path_it_is_the_article_from_any_folder(models: Path) -> None:
    assert ids(run("list", "--format", "json", "-q", "lift")) == ["lift-replacement", "lift-localisation"]


@pytest.mark.parametrize(("command", "stream"), [("list", "err"), ("check", "out")])
def test_every_model_error_is_a_line_and_check_prints_them_as_its_data(models: Path, command: str, stream: str) -> None:
    ran = run(command, "missing.yaml", "wrong.yaml", "empty")
    said, silent = (ran.err, ran.out) if stream == "err" else (ran.out, ran.err)
    assert silent == ""
    starts = [
        "missing.yaml:1:1: $: no such file or directory",
        'wrong.yaml:21:12: items[0].stage: unknown stage "plan", one of: active,',
        'wrong.yaml:22:5: items[0].colour: unknown key "colour"',
        "empty:1:1: $: the folder has no *.yaml or *.yml in it",
    ]
    assert [line[: len(start)] for line, start in zip(said.splitlines(), starts, strict=True)] == starts


RUSSIAN = [
    "missing.yaml:1:1: $: нет такого файла или папки",
    f'wrong.yaml:21:12: items[0].stage: стадия "plan" неизвестна; есть: {", ".join(Stage)}',
    'wrong.yaml:22:5: items[0].colour: ключ "colour" неизвестен',
    "empty:1:1: $: в папке нет файлов *.yaml и *.yml",
]


@pytest.mark.parametrize(
    "command",
    [
        "tuiapp check --lang ru",
        "tuiapp --lang ru check",
        "LANG=ru_RU.UTF-8 tuiapp check",
        "LANG=be_BY.UTF-8 tuiapp check",
        "LANGUAGE=ru tuiapp check",
        "tuiapp list --lang ru 2>&1",
    ],
)
def test_model_errors_are_in_the_language_in_use(models: Path, command: str) -> None:
    ran = shell(f"{command} missing.yaml wrong.yaml empty")
    assert (ran.status, ran.err, ran.out.splitlines()) == (2, "", RUSSIAN)


# Options


@pytest.mark.parametrize(
    ("limit", "printed", "why"),
    [("0", 0, "none"), ("1", 1, "the best"), ("10", 10, "all there are"), ("9" * 30, 10, "more than there are")],
)
def test_limit(limit: str, printed: int, why: str) -> None:
    everything = ids(run("list", "--format", "json"))
    assert len(everything) == 10
    ran = run("list", "--format", "json", "--limit", limit)
    assert ids(ran) == everything[:printed], why


@pytest.mark.parametrize("limit", ["-1", "x", "", "1.5", pytest.param("9" * 5000, id="5,000 digits")])
def test_a_limit_is_a_number_from_0_on(limit: str) -> None:
    ran = run("list", "--limit", limit)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("tuiapp list: error: argument --limit: a number is due, at least 0\n")


FORMATS = [("table", "lift-"), ("json", "["), ("csv", "id,"), ("md", "| Title |")]


@pytest.mark.parametrize(("form", "start"), FORMATS)
def test_format(form: str, start: str) -> None:
    ran = run("list", "-q", "lift", "--format", form)
    assert ran.out.startswith(start)
    assert ran.out.endswith("\n")
    assert (ran.status, ran.err) == (0, "")


def test_the_table_is_the_format_unless_another_is_named() -> None:
    assert run("list").out == run("list", "--format", "table").out


@pytest.mark.parametrize(
    ("environ", "option", "russian", "why"),
    [
        ({"LANG": "ru_RU.UTF-8"}, [], True, "the locale's language"),
        ({"LANG": "be_BY.UTF-8"}, [], True, "a Belarusian locale has Russian before English"),
        ({"LANG": "de_DE.UTF-8"}, [], False, "any other has English"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, [], False, "LC_ALL before LANG"),
        ({"LANG": "C", "LANGUAGE": "ru:en"}, [], True, "LANGUAGE before all, as gettext has it"),
        ({"LANG": "ru_RU.UTF-8"}, ["--lang", "en"], False, "the option before the locale"),
        ({"LANG": "C"}, ["--lang", "ru"], True, "likewise"),
    ],
)
def test_language(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], option: list[str], russian: bool, why: str
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    said = run("list", "-q", "maz", *option).out
    assert ("Минский автомобильный завод" in said) is russian, why
    assert ("Minsk Automobile Plant" in said) is not russian, why
    assert ("дословно" in run("check", *option).err) is russian, why


@pytest.mark.parametrize(
    ("query", "said"),
    [("colour:red", "“colour:”"), ("sector:", "“sector:”")],
)
def test_what_is_wrong_with_a_query_is_said_on_standard_error(query: str, said: str) -> None:
    ran = run("list", "--format", "json", "-q", query)
    assert (ran.status, ran.out) == (1, "[]\n")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "-q lift --format json list",
        "--format json list -q lift",
        "--format=json -qlift list --lang en",
        "--lang en -q lift list --format json",
    ],
)
def test_options_may_stand_before_the_command(models: Path, line: str) -> None:
    assert ids(run(*line.split())) == ["lift-replacement", "lift-localisation"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("-q list --plain", "the value of an option"),
        ("-q list --plain folder", "before a path too"),
        ("--plain -- list", "what stands behind --"),
        ("--plain folder list", "what stands behind a path"),
    ],
)
def test_no_other_word_is_a_command(models: Path, line: str, why: str) -> None:
    (models / "list").write_text(WHOLE.replace("id: a", "id: c"))
    assert "Query or number: " in run(*line.split()).out, why


def test_rewriting_can_be_left_out() -> None:
    assert run("list", "-q", "kban").status == 0
    assert run("list", "--no-rewrite", "-q", "kban").status == 1


# Standard output carries data alone, and nothing that acts


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--\x1b[2J"],
        ["list", "--format", "\x1b[2J"],
        ["list", "--limit", "\x1b[2J"],
        ["schema", "\x1b[2J"],
        ["--lang", "\x9b2J"],
        ["list", "\x1b]0;title\x07.yaml"],
        ["check", "a\nb\u202e"],
    ],
)
def test_an_argument_that_is_repeated_does_not_act(arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status in (1, 2)
    assert ran.err + ran.out
    assert not UNPRINTABLE.search((ran.err + ran.out).replace("\n", ""))


def test_a_query_that_is_no_text_is_still_answered_in_json() -> None:
    # A byte that is no UTF-8 reaches Python as half a surrogate pair, and no encoder takes it.
    ran = shell(r"tuiapp list --format json -q $'mogilevliftmas\xff'")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)[0]["match"]["term"] == "mogilevliftmas\ufffd"


def test_standard_output_carries_data_alone() -> None:
    assert run("list", "--format", "json").err == ""
    ran = run("check")
    assert (ran.out, ran.err) == ("", "13 quotes: verbatim 13\n")


def test_the_schema_is_json_and_names_every_key() -> None:
    ran = run("schema")
    assert ran.err == ""
    schema = json.loads(ran.out)
    assert set(schema["$defs"]["ModelFile"]["properties"]) == {
        "article", "regions", "sectors", "enterprises", "people", "items",
    }  # fmt: skip
    assert schema["$defs"]["Item"]["additionalProperties"] is False
    optional = {"published", "url", "via", "source", "sha256"}
    assert {key for key in optional if "description" in schema["$defs"]["Article"]["properties"][key]} == optional
    assert schema["$defs"]["Item"]["properties"]["follows"]["description"].startswith("ARTICLE/ITEM")


def test_what_is_cut_has_its_place_and_the_whole_word_beside_it(models: Path) -> None:
    ran = run("check", "cut.yaml")
    where = "cut.yaml:24:17: items[0].quotes[0].exact"
    assert ran.out.splitlines() == [
        f"{where}: ⊂ cut: a word or a number is cut; characters 12 to 32 of the article",
        "  quote: «лифтах» и о «[-лаф-]",
        "  article: «лифтах» и о «{+лафетах+}",
    ]
    assert "1 quote: cut 1" in ran.err


def test_what_is_found_wrong_has_its_place_and_both_sides(models: Path) -> None:
    first, quote, article = run("check", "untrue.yaml").out.splitlines()
    assert first.startswith("untrue.yaml:24:17: items[0].quotes[0].exact: ")
    assert "differs" in first
    assert "[-" in quote
    assert "лифтых" in quote
    assert "{+" in article
    assert "лифтах" in article


# Help


def examples() -> list[list[str]]:
    """The arguments of the examples that the help gives."""
    lines = run("--help").out.partition("examples:\n")[2].partition("\n\n")[0].splitlines()
    return [shlex.split(line)[1:] for line in lines]


def test_the_help_gives_three_examples_and_they_work() -> None:
    ready, listing, check = examples()
    parser = arguments.parser("", "")
    explore.add_arguments(parser)
    options = parser.parse_args(ready)
    assert (options.query, options.paths) == ("lift", [])
    assert ids(run(*listing)) == ["machine-tools"]
    assert run(*check).status == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_lines_that_fit(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = run(*command.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: tuiapp {command}".rstrip())
    assert not UNPRINTABLE.search(ran.out.replace("\n", ""))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("environ", "option"), [({"LANG": "ru_RU.UTF-8"}, []), ({"LANG": "be_BY.UTF-8"}, []), ({}, ["--lang", "ru"])]
)
def test_the_help_is_all_russian(
    monkeypatch: pytest.MonkeyPatch, command: str, environ: dict[str, str], option: list[str]
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    said = run(*option, *command.split(), "--help").out
    assert said.startswith("использование:")
    assert re.findall("(?<![-a-z])[a-z]{2,} [a-z]{2,}", said.replace("tuiapp ", "")) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list --colour", "неизвестные аргументы: --colour"),
        ("list -q", "аргумент -q/--query: нужно значение"),
        ("list --format xml", "аргумент --format: нет такого значения: 'xml' (есть 'table', 'json', 'csv', 'md')"),
        ("list --limit x", "аргумент --limit: нужно число, не меньше 0"),
        ("check --help=1", "аргумент -h/--help: значение '1' здесь лишнее"),
        ("lsit", "имелась в виду команда `tuiapp list`?"),
    ],
)
def test_what_is_wrong_with_an_argument_is_said_in_russian(line: str, said: str) -> None:
    ran = run("--lang", "ru", *line.split())
    assert ran.status == 2
    assert said in ran.err
    assert "error" not in ran.err


def test_the_help_names_every_command() -> None:
    said = run("--help").out
    assert all(f"tuiapp {command}" in said for command in COMMANDS)


def test_the_version() -> None:
    assert run("--version").out == f"tuiapp {__version__}\n"


# Pipes and interruptions


@pytest.mark.parametrize("command", ["list", "list --format json", "list --format csv", "list --format md"])
def test_a_reader_that_has_seen_enough(command: str) -> None:
    ran = shell(f"tuiapp {command} | head -1; exit ${{PIPESTATUS[0]}}")
    assert ran.status in (0, 128 + signal.SIGPIPE)
    assert (ran.out.count("\n"), ran.err) == (1, "")


def test_a_reader_that_has_gone() -> None:
    commands = ["list", "check", "schema", "--help", "list --help", "check --help", "--version"]
    reader, writer = os.pipe()
    os.close(reader)
    for line, ran in ended(commands, out=writer).items():
        assert ran.status in (0, -signal.SIGPIPE), line
        assert "roken pipe" not in ran.err, line
        assert "Traceback" not in ran.err, line
    os.close(writer)


@pytest.fixture
def full() -> Iterator[int]:
    """A disk that takes nothing more."""
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    device = os.open("/dev/full", os.O_WRONLY)
    yield device
    os.close(device)


def test_a_disk_that_is_full(models: Path, full: int) -> None:
    commands = [
        "list", "list --format csv", "check wrong.yaml", "check untrue.yaml", "schema", "--help", "list --help",
    ]  # fmt: skip
    for line, ran in ended(commands, out=full).items():
        assert ran.status == 2, line
        assert ran.err.removeprefix("1 quote: differs 1\n") == "tuiapp: No space left on device\n", line


def test_a_disk_that_is_full_from_the_first_line(models: Path, full: int) -> None:
    commands = ["list", "check wrong.yaml", "check untrue.yaml", "schema"]
    for line, ran in ended(commands, out=full, PYTHONUNBUFFERED="1").items():
        assert (ran.status, ran.err) == (2, "tuiapp: No space left on device\n"), line


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_is_full_for_both_streams(models: Path, full: int, unbuffered: str) -> None:
    commands = [
        "", "--plain", "missing.yaml", "lsit",
        "list", "list --format json", "list -q паровоз", "list wrong.yaml",
        "check", "check wrong.yaml", "check untrue.yaml", "schema",
        "--help", "list --help", "check --help", "schema --help", "--version",
        "--colour", "list --limit x", "check -q lift", "schema folder",
    ]  # fmt: skip
    statuses = {
        line: ran.status for line, ran in ended(commands, out=full, err=full, PYTHONUNBUFFERED=unbuffered).items()
    }
    assert statuses == dict.fromkeys(commands, 2)


def test_a_disk_that_is_full_for_standard_error(models: Path, full: int) -> None:
    statuses = {"list": 0, "--version": 0, "check": 2, "--colour": 2}
    assert {line: ran.status for line, ran in ended(list(statuses), err=full).items()} == statuses


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_closed_stream(closed: str) -> None:
    ran = shell(f"tuiapp list -q colour:red {closed}")
    assert (ran.status, ran.out) == (1, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("line", ["tuiapp --help", "tuiapp list -q maz --lang ru"])
def test_data_is_utf_8_whatever_the_locale(line: str) -> None:
    ran = shell(line, PYTHONIOENCODING="ascii")
    assert (ran.status, ran.err) == (0, "")
    assert re.search("станк|Минский", ran.out)


def test_ctrl_c_while_reading(models: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "list", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    ) as program:  # fmt: skip
        assert program.stdin
        assert program.stdout
        assert program.stderr
        # More than a pipe holds: when it is written, the program is reading.
        program.stdin.write(b"# a line that says nothing\n" * 20_000)
        program.stdin.flush()
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=10) == 130
        assert (program.stdout.read(), program.stderr.read()) == (b"", b"")


UNSEEN_BY_THE_READ = """
import _thread, runpy, threading
threading.Timer(1, _thread.interrupt_main).start()
runpy.run_module("tuiapp", run_name="__main__", alter_sys=True)
"""


def test_ctrl_c_just_before_the_program_waits_for_input() -> None:
    """As a signal between Python's last look for one and the read: it is noted, and wakes no system call."""
    with subprocess.Popen(
        [sys.executable, "-c", UNSEEN_BY_THE_READ, "list", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    ) as program:  # fmt: skip
        try:
            assert program.wait(timeout=30) == 130
        finally:
            program.kill()


INTERRUPTED = """
import os, runpy, signal, sys
name = sys.argv.pop(1)
def interrupt(event, about):
    if event == "import" and about[0] == name:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(interrupt)
runpy.run_module("tuiapp", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("module", ["tuiapp.cli", "argparse", "msgspec", "tuiapp.search.index", "csv"])
def test_ctrl_c_while_the_program_is_brought_in(module: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED, module, "list", "--format", "csv"]
    done = subprocess.run(command, capture_output=True, env=environment(), timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def clock(seconds: Sequence[float]) -> Iterator[float]:
    """These readings of the clock, and then the last one for ever."""
    yield from seconds
    yield from (seconds[-1] for _ in count())


def test_a_quick_reading_says_nothing_on_the_way(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "monotonic", clock([0.0, 0.4]).__next__)
    assert run("list", "folder", terminal=True).err == ""


def test_a_slow_reading_says_how_far_it_is(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "monotonic", count(0.0, 1.0).__next__)
    assert "\rreading: 100 %, Ctrl+C leaves" in run("list", "folder", terminal=True).err
    assert "\rreading: 100 %, Ctrl+C leaves" in run("check", "folder", terminal=True).err
    assert run("list", "folder").err == "", "no progress where standard error is no terminal"


@pytest.mark.parametrize(("model", "left"), [("folder", ""), ("wrong.yaml", "wrong.yaml:21:12: items[0].stage: ")])
def test_the_progress_leaves_nothing_behind(
    models: Path, monkeypatch: pytest.MonkeyPatch, model: str, left: str
) -> None:
    monkeypatch.setattr(reading, "monotonic", count(0.0, 1.0).__next__)
    screen = Emulator(200, 5)
    screen.feed(run("list", model, terminal=True).err.replace("\n", "\r\n").encode())
    assert screen.display[0].strip().startswith(left)
    assert "reading" not in "".join(screen.display)
    assert left or (screen.cursor.x, screen.cursor.y) == (0, 0), "what is printed next begins its line"


def test_a_reading_that_is_left_leaves_nothing_behind(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def left(paths: Sequence[str], progress: Callable[[int, int], None], *, partly: bool) -> None:
        progress(1, 2)
        sys.stderr.write("^C")  # as the terminal shows the key
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "monotonic", count(0.0, 1.0).__next__)
    monkeypatch.setattr(reading, "read", left)
    ran = run("list", "folder", terminal=True)
    screen = Emulator(80, 5)
    screen.feed(ran.err.encode())
    assert (ran.status, ran.out, screen.display[0].strip()) == (130, "", "")


def test_the_whole_parser_has_all_that_the_commands_take() -> None:
    """Completions and the manual page are made from it."""
    whole = cli.program()
    (commands,) = (action for action in whole._actions if isinstance(action.choices, dict))
    assert set(commands.choices or ()) == set(cli.COMMANDS)
    for name in ("", *cli.COMMANDS):
        alone = arguments.parser(name, "")
        cli.module(name).add_arguments(alone)
        among = whole if not name else dict(commands.choices or {})[name]
        hidden = {"--restricted"} if name else set()
        assert alone._option_string_actions.keys() - hidden == among._option_string_actions.keys()
