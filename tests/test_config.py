"""The settings in a file: what they change, what is wrong with them and where, and who does not read them."""

import os
import re
import string
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.keys import _character_to_key
from textual.widgets import Input

from tests.forked import ended
from tests.terminal.program import PROGRAM, environment, wait_ready
from tests.terminal.session import Terminal
from tests.test_cli import run
from tuiapp import keynames, language
from tuiapp.app import Tuiapp
from tuiapp.config import Settings, SettingsError, read
from tuiapp.config.checks import settings
from tuiapp.config.keymap import EDITING, actions
from tuiapp.config.places import places
from tuiapp.config.sample import sample
from tuiapp.keys import TOGETHER, TYPING, names, rekeyed
from tuiapp.keytable import KEYS
from tuiapp.language import Language
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

ROOT = Path(__file__).parents[1]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file with the settings belongs."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "tuiapp").mkdir()
    return tmp_path / "tuiapp" / "config.toml"


def faults(text: str | bytes) -> list[str]:
    """The faults of a file with this text, without its name."""
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(SettingsError) as caught:
        settings("f", content)
    return [str(fault).removeprefix("f:") for fault in caught.value.faults]


# What is wrong, and where


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("langauge = 'ru'", '1:1: langauge: there is no such setting, did you mean "language"?'),
        ("xyz = 1", "1:1: xyz: there is no such setting"),
        ("language = 'be'", '1:1: language: one of these is due: "ru", "en"'),
        ("theme = 'ligth'", '1:1: theme: one of these is due: "dark", "light", did you mean "light"?'),
        ("theme = 1", '1:1: theme: one of these is due: "dark", "light"'),
        ("copy = 'x'", "1:1: copy: this is an action: write it below [keys]"),
        ("columns = ['title', 'title']", '1:1: columns[1]: "title" is given twice'),
        ("columns = ['stage']", '1:1: columns: the title is always shown: add "title"'),
        ("keys = 1", "1:1: keys: a table is due: [keys], and below it a line for each action"),
        ("[keys]\ncpoy = 'x'", '2:1: keys.cpoy: there is no such action, did you mean "copy"?'),
        ("[keys]\ncopy = 7", "2:1: keys.copy: a key is due, or a list of keys"),
        ("[keys]\ncopy = 'ctrl+h'", '2:1: keys.copy: "ctrl+h": a terminal sends it as Backspace'),
        ("[keys]\ncopy = ['z', 'Ctrl+I']", '2:1: keys.copy[1]: "Ctrl+I": a terminal sends it as Tab'),
        ("[keys]\ncopy = 'ctrl+['", '2:1: keys.copy: "ctrl+[": a terminal sends it as Esc'),
        ("[keys]\ncopy = 'shift+x'", '2:1: keys.copy: "shift+x": write the capital letter: X'),
        ("[keys]\ncopy = 'ctrl+shift+x'", '2:1: keys.copy: "ctrl+shift+x": a plain terminal cannot send it'),
        ("[keys]\ncopy = 'hjkl'", '2:1: keys.copy: "hjkl": there is no such key'),
        ("[keys]\ncopy = ''", '2:1: keys.copy: "": there is no such key'),
        ("[keys]\ncopy = 'pagdown'", '2:1: keys.copy: "pagdown": there is no such key, did you mean "pagedown"?'),
        ("[keys]\nquit = []", "2:1: keys.quit: a key must be left that quits from everywhere"),
        ("[keys]\ncopy = 'c'", '2:1: keys.copy: "c" is a key of "clear" in the same place'),
        ("[keys]\ncopy = '5'", '2:1: keys.copy: "5" is a digit of a number'),
        ("[keys]\nmark = '.'", '2:1: keys.mark: "." is on a Cyrillic layout a key of "filter" in the same place'),
        ("[keys]\npick = 'y'", '2:1: keys.pick: "y" is a key of "copy" in the same place'),
    ],
)
def test_each_fault_has_its_reason_and_its_line(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    ("key", "reason"),
    [("alt+x", "Alt as Esc"), ("ж", "Latin letter, ;"), ("é", "not every keyboard"), ("ctrl+up", "cannot send it")],
)
def test_a_key_that_no_plain_terminal_sends_is_refused_with_a_reason(key: str, reason: str) -> None:
    (fault,) = faults(f"[keys]\ncopy = '{key}'")
    assert reason in fault


@pytest.mark.parametrize("action", sorted({key.called for key in KEYS if key.room in TYPING}))
def test_where_text_is_typed_its_keys_stay(action: str) -> None:
    for key in ("Q", "space", "/"):
        assert faults(f"[keys]\n{action} = '{key}'")[0].startswith(f'2:1: keys.{action}: "{key}": it is typed')
    assert "it edits the text" in faults(f"[keys]\n{action} = 'ctrl+w'")[0]


def test_the_editing_keys_are_those_of_the_field() -> None:
    in_field = {key for binding in Input.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")}
    ours = {name for key in KEYS if key.room in TYPING for name in key.own}
    sendable = {key for key in in_field if key.removeprefix("ctrl+") in string.ascii_lowercase or "+" not in key}
    assert sendable - ours == EDITING


def test_all_faults_are_told_at_once_in_the_order_of_their_places() -> None:
    text = "theme = 1\n[keys]\nquit = []\ncopy = 'c'\nxyz = 'a'\n[more]\n"
    assert [fault.split(": ")[0] for fault in faults(text)] == ["1:1", "3:1", "4:1", "5:1", "6:1"]


def test_two_chosen_actions_with_one_key_are_one_fault() -> None:
    assert len(faults("[keys]\ncopy = 'X'\nclear = 'X'")) == 1


def test_a_key_that_was_given_up_is_free() -> None:
    found = settings("f", b"[keys]\nclear = []\ncopy = 'c'\n")
    assert found.keys == {"clear": (), "copy": ("c",)}


@pytest.mark.parametrize(
    "text",
    [
        "# one\n\n[keys]\n  copy = 7",
        "theme = 'dark'\n[keys]\n\n  \"copy\" = 7",
        "\n[ 'keys' ] # here\n\n  copy = [\n 1,\n]",
        '\n\n\n  keys . "copy" = 7 # with copy = 1',
        "\n\n\n  keys = {filter = 'F', copy = 7}",
        "language = 'en' # [keys]\n[keys]\nfilter = 'F'\n  copy = 7",
        "columns = [\n'title', # copy\n]\n  keys.copy = 7",
        "[keys]\r\nfilter = 'F'\r\n\r\n  copy = 7\r\n",
        "\n\n\n  [keys.copy]\nx = 1",
    ],
    ids=["plain", "quoted", "in lists", "dotted", "inline", "after another", "a list before", "CRLF", "a table"],
)
def test_the_line_of_a_key_is_found_however_it_is_written(text: str) -> None:
    assert [fault for fault in faults(text) if not fault.startswith("4:3: keys.copy")] == []


def test_a_word_in_a_comment_or_a_text_is_no_key() -> None:
    text = 'a = """\ncopy = 1\n"""\n# copy = 2\n[b]\ncopy = 3\n'
    assert places(text) == {("a",): (1, 1), ("b",): (5, 1), ("b", "copy"): (6, 1)}


def test_behind_a_statement_that_is_too_long_nothing_has_a_place() -> None:
    text = "theme = 1\nx = [\n" + "1,\n" * 2_000 + "]\norder = 1\n"
    assert sorted(fault.split(": ")[0] for fault in faults(text)) == ["1:1", "1:1", "1:1"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"theme = 'dark'\nx = \n", "2:5: $: no TOML: invalid value"),
        (b"theme 'dark'", "1:7: $: no TOML: expected '=' after a key in a key/value pair"),
        (b"x = 1\nx = 2", "2:6: $: no TOML: cannot overwrite a value"),
        (b"theme = 'dark'\nx = '\xff'", "2:6: $: not UTF-8: byte 0xFF"),
        ("Ж = 1".encode(), "1:1: $: no TOML: invalid statement"),
        (b"x = " + b"[" * 30_000, "1:1: $: nested too deeply"),
    ],
)
def test_what_is_no_toml_is_told_with_line_and_column(content: bytes, fault: str) -> None:
    assert faults(content) == [fault]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert settings("f", b"\xef\xbb\xbftheme = 'light'").theme == "light"


# The file


def test_without_a_file_there_are_the_defaults(home: Path) -> None:
    assert read() == Settings()
    home.parent.rmdir()
    assert read() == Settings()


def test_the_file_is_read(home: Path) -> None:
    home.write_text("language = 'ru'\ntheme = 'light'\norder = 'oldest'\ncolumns = ['stage', 'title']\nkeys.help = '!'")
    keys = {"help": ("exclamation_mark",)}
    assert read() == Settings("ru", "light", "oldest", ("stage", "title"), keys)


def test_a_relative_folder_is_none(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home.write_text("theme = 'light'")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", ".")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read() == Settings()
    (tmp_path / ".config").symlink_to(tmp_path)
    assert read().theme == "light"


def test_what_is_no_ordinary_file_is_refused_at_once(home: Path) -> None:
    def told() -> str:
        with pytest.raises(SettingsError) as caught:
            read()
        (fault,) = caught.value.faults
        assert fault.file == str(home)
        home.rmdir() if home.is_dir() else home.unlink()
        return fault.message

    os.mkfifo(home)
    assert told().startswith("a pipe, not a file")
    home.mkdir()
    assert told() == "a folder, not a file"
    home.symlink_to("/dev/zero")
    assert told() == "a device or a socket, not a file"
    home.symlink_to("nowhere")
    assert told() == "no such file or directory"
    with home.open("wb") as file:
        file.truncate(1 << 30)
    assert told() == "larger than 16 kB"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(home: Path) -> None:
    home.touch(mode=0)
    with pytest.raises(SettingsError, match="permission denied"):
        read()


# The commands


@pytest.mark.parametrize("command", ["", "list", "check", "schema", "--plain"])
def test_faulty_settings_end_every_command_before_it_begins(home: Path, command: str) -> None:
    home.write_text("theme = 1\norder = 1\n")
    ran = run(*command.split())
    assert ran.status == 2
    assert ran.out == ""
    first, second, hint = ran.err.splitlines()
    assert first.startswith(f"{home}:1:1: theme: ")
    assert second.startswith(f"{home}:2:1: order: ")
    assert "--no-config" in hint


def test_without_the_settings_and_for_help_the_faults_are_not_in_the_way(home: Path) -> None:
    home.write_text("theme = 1")
    for line in ("list --no-config", "--no-config list", "--help", "--version", "--print-config", "schema --no-config"):
        ran = run(*line.split())
        assert (ran.status, ran.err) == (0, ""), line


def test_the_settings_are_not_read_for_guests(home: Path) -> None:
    os.mkfifo(home)
    commands = ["--restricted --plain", "--plain --restricted", "--restricted --lang en --plain"]
    settings_home = str(home.parents[1])
    for line, ran in ended(commands, XDG_CONFIG_HOME=settings_home).items():
        assert (ran.status, ran.err) == (0, ""), line
    (ran,) = ended(["--plain"], XDG_CONFIG_HOME=settings_home, TUIAPP_RESTRICTED="1").values()
    assert (ran.status, ran.err) == (0, "")
    (ran,) = ended(["--plain"], XDG_CONFIG_HOME=settings_home).values()
    assert ran.status == 2, "the test can fail"


def test_options_win_over_the_settings_and_these_over_the_locale(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.write_text("language = 'ru'\norder = 'stage'")
    ordered, russian = run("list", "--sort", "best").out, run("list").out
    assert "Самар" in russian
    assert sorted(ordered.splitlines()) == sorted(russian.splitlines())
    assert ordered != russian
    assert "Самар" not in run("list", "--lang", "en").out
    assert run("list", "--no-config", "--lang", "ru").out == ordered
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    home.write_text("language = 'en'")
    assert "Самар" not in run("list").out


def test_plain_can_be_chosen_by_the_environment() -> None:
    for value, status in {"1": 0, "yes": 0, "": 2, "0": 2}.items():
        assert ended(["-q lift"], TUIAPP_PLAIN=value)["-q lift"].status == status, value


@pytest.mark.parametrize("code", ["from tuiapp.cli import main; main(['list'])", "import tuiapp.cli.explore"])
def test_without_a_file_nobody_pays_for_it(code: str) -> None:
    told = "\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}{told}"],
        capture_output=True, text=True, env=environment(), timeout=30, check=True,
    )  # fmt: skip
    brought = set(done.stderr.split())
    assert "tuiapp.config" in brought
    assert not brought & {"tomllib", "tuiapp.config.checks", "tuiapp.config.places", "textual"}


def test_checking_keys_does_not_bring_the_screen(home: Path) -> None:
    home.write_text("[keys]\ncopy = 'Y'")
    code = "import sys; from tuiapp.cli import main; main(['list']); print(*sys.modules, file=sys.stderr)"
    env = environment(XDG_CONFIG_HOME=str(home.parents[1]))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, timeout=30, check=True)
    brought = set(done.stderr.split())
    assert "tuiapp.config.keymap" in brought
    assert not brought & {"textual", "rich"}


# The file with the defaults


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_the_printed_file_changes_nothing_with_or_without_its_signs(spoken: Language) -> None:
    language.use(spoken)
    printed = sample()
    assert settings("f", printed.encode()) == Settings()
    taken_off = re.sub("^#", "", printed, flags=re.MULTILINE)
    found = settings("f", taken_off.encode())
    assert found == Settings(language=spoken, keys=found.keys)
    assert rekeyed(found.keys) == KEYS
    assert set(tomllib.loads(taken_off)) == set(Settings.__struct_fields__)
    assert set(found.keys) == set(actions())


def test_each_setting_is_explained_on_its_line_in_the_language_in_use() -> None:
    ran = run("--print-config", "--lang", "ru")
    lines = ran.out.splitlines()
    assert '# copy = "y"  # копировать цитату или цитаты отмеченных строк' in lines
    set_lines = [line for line in lines if re.match(r"# [\w-]+ = ", line)]
    assert len(set_lines) == len(actions()) + 4
    assert all(re.search(r"  # \S", line) for line in set_lines)


def test_a_strange_folder_does_not_break_the_printed_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/a\ntheme = 1\n\x1b[2J")
    assert settings("f", sample().encode()) == Settings()


# Keys


def test_names_of_keys_are_textuals() -> None:
    for character in string.printable[:95]:
        assert keynames.read(character) == _character_to_key(character)


def test_every_key_of_the_table_can_be_written() -> None:
    for key in KEYS:
        assert [keynames.read(keynames.written(name)) for name in key.own] == key.own


@pytest.mark.parametrize(
    ("written", "name"), [("Ctrl+N", "ctrl+n"), ("PgDn", "pagedown"), ("Esc", "escape"), ("F5", "f5"), (" ", "space")]
)
def test_keys_are_read_as_the_help_shows_them(written: str, name: str) -> None:
    assert keynames.read(written) == name


def test_only_the_digits_have_no_name_in_the_settings() -> None:
    assert {key.keys for key in KEYS if not key.called} == {"0,1,2,3,4,5,6,7,8,9"}


def test_what_has_one_name_has_the_same_keys_in_different_places() -> None:
    for action in actions():
        rows = [key for key in KEYS if key.called == action]
        assert len({key.keys for key in rows}) == 1, action
        for rooms in TOGETHER:
            assert sum(key.room in rooms for key in rows) <= 1, action


def test_twins_follow_the_chosen_key() -> None:
    copy = next(key for key in rekeyed({"copy": ("semicolon", "less_than_sign")}) if key.called == "copy")
    assert names(copy) == ("semicolon", "less_than_sign", "ж", "Б")


def test_keys_are_chosen_before_the_screen_or_not_at_all() -> None:
    late = "import tuiapp.app\nfrom tuiapp import keys\nkeys.use({'copy': ('x',)})"
    done = subprocess.run(
        [sys.executable, "-c", late], capture_output=True, text=True, env=environment(), timeout=30, check=False
    )
    assert "RuntimeError: keys were chosen after" in done.stderr


def test_on_the_screen_the_chosen_keys_act_and_the_others_do_not(home: Path) -> None:
    chosen = "filter = 't'\nhelp = 'ctrl+t'\nclose = 'x'\nquit = 'f10'\ncitation = []\nleave-filter = 'f6'"
    home.write_text(f"language = 'en'\n[keys]\n{chosen}")
    with Terminal(PROGRAM, environment(XDG_CONFIG_HOME=str(home.parents[1]))) as terminal:
        wait_ready(terminal)
        assert "t filter" in terminal.lines()[-1]
        terminal.press(b"/")
        terminal.press("е".encode())
        terminal.press(b"zzzz")
        assert "zzzz" in terminal.lines()[0]
        assert any("F6 in the filter clears it" in line for line in terminal.lines())
        terminal.press(b"\x1b[17~")
        terminal.press(b"\r")
        terminal.press(b"?")
        assert "t filter" in terminal.lines()[-1]
        terminal.press(b"\x14")
        assert terminal.lines()[0].startswith("x: closes this page.")
        assert not any("show the citation alone" in line for line in terminal.lines())
        terminal.press(b"x")
        assert "t filter" in terminal.lines()[-1]
        terminal.send(b"\x1b[21~")
        assert terminal.wait_end() == 0


async def test_theme_and_columns_are_those_that_were_chosen(ready: Snapshot) -> None:
    app = Tuiapp(View.begun(ready, Question()), "light", ("stage", "title"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert app.theme == "tuiapp-light"
        heading = next(line for line in app.screen.query_one("ItemList").lines(90, 9))  # type: ignore[attr-defined]
        shown = "".join(text for text, _ in heading.line)
        assert shown.split() == ["Stage", "Title"]


# What is documented


def test_every_variable_that_is_read_is_documented() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").partition("## Environment")[2]
    read_in_code = {
        name
        for path in (ROOT / "tuiapp").rglob("*.py")
        for found in re.findall(
            r'environ(?:\.get\(|\.setdefault\(|\[)"(\w+)"|"(\w+)" (?:not )?in os\.environ', path.read_text("utf-8")
        )
        for name in filter(None, found)
    }
    assert "TUIAPP_PLAIN" in read_in_code
    assert {name for name in read_in_code if not name.startswith("TEXTUAL_") and f"`{name}`" not in page} == set()


def test_the_example_in_the_documentation_is_valid() -> None:
    page = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    found = settings("f", example.encode())
    assert found != Settings()
    assert set(found.keys) == {"copy", "filter-down", "everything"}
