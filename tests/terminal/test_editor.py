"""`E` opens the item's file in the person's editor: which words it gets, and that the screen always comes back."""

import os
import shlex
import signal
import sys
from pathlib import Path

import pytest

from tuiapp.terminal import editor

from ..test_load import WHOLE
from .conftest import Start
from .modes import modes_left_on
from .program import PROGRAM, assert_down_moves, wait_ready
from .session import Terminal, alive, in_shell, number_after

FILE = "/m/a b.yaml"


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "VISUAL", "EDITOR":
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("said", "words", "window"),
    [
        ("vi", ["vi", "+7", FILE], False),
        ("/usr/bin/vim.tiny -u NONE", ["/usr/bin/vim.tiny", "-u", "NONE", "+7", FILE], False),
        ("nano", ["nano", "+7,5", FILE], False),
        ("emacs -nw", ["emacs", "-nw", "+7:5", FILE], False),
        ("micro", ["micro", "+7:5", FILE], False),
        ("hx", ["hx", f"{FILE}:7:5"], False),
        ("kak", ["kak", "+7:5", FILE], False),
        ("joe", ["joe", "+7", FILE], False),
        ("mcedit", ["mcedit", "+7", FILE], False),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:7:5"], True),
        ("codium", ["codium", "--goto", f"{FILE}:7:5"], True),
        ("subl -w", ["subl", "-w", f"{FILE}:7:5"], True),
        ("zed", ["zed", f"{FILE}:7:5"], True),
        ("'my editor' '$(x)' ; y", ["my editor", "$(x)", ";", "y", FILE], False),
        ("ed 'open", ["ed 'open", FILE], False),
    ],
)
def test_editors_get_the_place_in_their_own_form(
    monkeypatch: pytest.MonkeyPatch, said: str, words: list[str], window: bool
) -> None:
    monkeypatch.setenv("EDITOR", said)
    made = editor.command(FILE, 7, 5)
    assert made == (tuple(words), window)


def test_visual_comes_before_editor_and_blank_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "joe")
    monkeypatch.setenv("VISUAL", " ")
    made = editor.command("x.yaml", 1, 1)
    assert made
    assert made.words == ("joe", "+1", os.path.abspath("x.yaml"))
    monkeypatch.setenv("VISUAL", "vim")
    made = editor.command("-x.yaml", 1, 1)
    assert made
    assert made.words == ("vim", "+1", os.path.abspath("-x.yaml"))
    for blank in "''", "#":
        monkeypatch.setenv("VISUAL", blank)
        assert editor.command("x", 1, 1)
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR")
    assert editor.command("x.yaml", 1, 1) is None


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model of two items."""
    head, _, item = WHOLE.partition("items:\n")
    (tmp_path / "a.yaml").write_text(
        f"{head}items:\n{item}{item.replace('id: one', 'id: two').replace('together', 'for all')}"
    )
    return tmp_path / "a.yaml"


def program(tmp_path: Path, does: str) -> str:
    """An editor that does what a script says; `said` in its folder has its arguments, and its number."""
    path = tmp_path / "edit"
    note = (
        f'printf "%s\\n" $$ "$@" > {shlex.quote(str(tmp_path / "said"))}.new; mv {tmp_path}/said.new {tmp_path}/said\n'
    )
    path.write_text(f"#!/bin/sh\n{note}{does}\n")
    path.chmod(0o755)
    return str(path)


def told(terminal: Terminal, tmp_path: Path) -> tuple[int, list[str]]:
    """Wait for the editor: its number and its arguments."""
    said = tmp_path / "said"
    terminal.wait_until(said.exists)
    number, *words = said.read_text().splitlines()
    said.unlink()
    return int(number), words


def test_the_file_opens_at_the_item_and_what_was_changed_is_shown(start: Start, model: Path, tmp_path: Path) -> None:
    (tmp_path / "vim").symlink_to("edit")
    program(tmp_path, f"echo IN THE EDITOR; read -r line; sed -i 's/for all/'$line/ {model}")
    terminal = start([*PROGRAM, str(model)], VISUAL=f"{tmp_path}/vim -c 'set nu'", PATH=os.environ["PATH"])
    before = terminal.attributes()
    terminal.press(b"j")
    terminal.send(b"E")
    _, words = told(terminal, tmp_path)
    assert words == ["-c", "set nu", "+24", str(model)]
    terminal.wait_for("IN THE EDITOR")
    assert not terminal.screen.alternate
    terminal.send(b"apart\n")
    terminal.wait_for("1 item is different")
    assert terminal.screen.alternate
    assert "Lifts apart" in terminal.text()
    assert terminal.attributes() == before
    terminal.press(b"\x1b[A")
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0
    terminal._reader.join(10)
    assert modes_left_on(terminal.since()) == []


WRECKED = r"""
stty raw -echo -isig
printf '\033[?1h\033=\033[>4;2m\033[?1049h\033[?1000h\033[?1003h\033[?1006h\033[?2004h\033[?25l\033[?7l\033[31mWRECK'
"""


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("exit 3", "ended with status 3"),
        (f"{WRECKED} kill -9 $$", "ended by signal 9"),
        (f"{WRECKED} exit 0", ""),
        ("exec 0<&- 1>&- 2>&-", ""),
    ],
)
def test_the_screen_comes_back(start: Start, model: Path, tmp_path: Path, does: str, said: str) -> None:
    argv = in_shell([*PROGRAM, str(model)])
    terminal = start(argv, ready=False, EDITOR=program(tmp_path, does))
    number_after("pid", terminal)
    wait_ready(terminal)
    before, shown = terminal.attributes(), terminal.lines()[:-1]
    terminal.send(b"E")
    told(terminal, tmp_path)
    terminal.wait_until(
        lambda: terminal.lines()[:-1] == shown and terminal.screen.alternate and said in terminal.text()
    )
    terminal.settle()
    assert terminal.attributes() == before
    assert_down_moves(terminal)
    terminal.send(b"\x11")
    assert number_after("rc", terminal) == 0
    assert modes_left_on(terminal.since()) == []


def test_an_editor_that_is_not_there_is_told(start: Start, model: Path) -> None:
    terminal = start([*PROGRAM, str(model)], EDITOR="/nowhere/vim")
    terminal.send(b"E")
    terminal.wait_for(" vim: No such file or directory")
    assert_down_moves(terminal)


def test_without_an_editor_the_place_is_told(start: Start, model: Path) -> None:
    terminal = start([*PROGRAM, str(model)], cols=200)
    terminal.send(b"E")
    terminal.wait_for(f"No editor is set (VISUAL or EDITOR): {model}:16")


def test_ctrl_c_is_the_editors(start: Start, model: Path, tmp_path: Path) -> None:
    terminal = start(
        [*PROGRAM, str(model)], EDITOR=program(tmp_path, "trap 'echo CAUGHT' INT QUIT; while ! read -r x; do :; done")
    )
    terminal.send(b"E")
    told(terminal, tmp_path)
    terminal.settle()
    terminal.send(b"\x03")
    terminal.wait_for("CAUGHT")
    terminal.send(b"\x1c")
    terminal.wait_until(lambda: terminal.text().count("CAUGHT") == 2)
    terminal.send(b"\n\n")
    wait_ready(terminal)
    assert_down_moves(terminal)


def test_ctrl_z_without_a_shell_freezes_nothing(start: Start, model: Path, tmp_path: Path) -> None:
    """An editor stops its whole group; no shell would continue us."""
    terminal = start([*PROGRAM, str(model)], EDITOR=program(tmp_path, "kill -TSTP 0; echo AWAKE; read -r x"))
    terminal.send(b"E")
    told(terminal, tmp_path)
    terminal.wait_for("AWAKE")
    terminal.send(b"\n")
    wait_ready(terminal)
    assert_down_moves(terminal)


def test_ctrl_z_under_a_shell_stops_both_and_fg_continues_both(start: Start, model: Path, tmp_path: Path) -> None:
    edit = program(tmp_path, "echo EDITING; read -r x; echo $x")
    terminal = start(["bash", "--norc", "-i"], ready=False, PS1="prompt> ", HISTFILE="", EDITOR=edit)
    terminal.wait_for("prompt>")
    terminal.send("bind 'set enable-bracketed-paste off'\n")
    terminal.send(shlex.join([*PROGRAM, str(model)]) + "\n")
    wait_ready(terminal)
    terminal.send(b"E")
    told(terminal, tmp_path)
    terminal.wait_for("EDITING")
    terminal.send(b"\x1a")
    terminal.wait_for("Stopped")
    terminal.send("fg\n")
    terminal.settle()
    terminal.send("\n")
    wait_ready(terminal)
    assert_down_moves(terminal)


def test_an_editor_that_took_the_foreground_and_was_killed(start: Start, model: Path, tmp_path: Path) -> None:
    took = (
        "import os, signal, time; signal.signal(signal.SIGTTOU, signal.SIG_IGN); os.setpgid(0, 0); "
        "os.tcsetpgrp(0, os.getpid()); os.kill(os.getpid(), 9)"
    )
    terminal = start([*PROGRAM, str(model)], EDITOR=program(tmp_path, f"exec {sys.executable} -c {shlex.quote(took)}"))
    terminal.send(b"E")
    told(terminal, tmp_path)
    terminal.wait_for("ended by signal 9")
    assert_down_moves(terminal)


def test_the_end_of_the_program_gives_the_terminal_back_while_the_editor_runs(
    start: Start, model: Path, tmp_path: Path
) -> None:
    argv = in_shell([*PROGRAM, str(model)])
    terminal = start(argv, ready=False, EDITOR=program(tmp_path, "stty raw -echo; exec sleep 600"))
    pid = number_after("pid", terminal)
    wait_ready(terminal)
    terminal.send(b"E")
    number, _ = told(terminal, tmp_path)
    terminal.settle()
    try:
        os.kill(pid, signal.SIGTERM)
        assert number_after("rc", terminal) == 128 + signal.SIGTERM
        assert modes_left_on(terminal.since()) == []
    finally:
        if alive(number):
            os.kill(number, signal.SIGKILL)


def test_a_window_beside_leaves_the_screen(start: Start, model: Path, tmp_path: Path) -> None:
    (tmp_path / "code").symlink_to("edit")
    program(tmp_path, f"echo NOISE; sed -i s/together/beside/ {model}; exit 4")
    terminal = start([*PROGRAM, str(model)], EDITOR=str(tmp_path / "code"))
    mark = terminal.mark()
    terminal.send(b"E")
    _, words = told(terminal, tmp_path)
    assert words == ["--goto", f"{model}:16:5"]
    terminal.wait_for("Lifts beside")
    assert b"\x1b[?1049l" not in terminal.since(mark)
    assert b"NOISE" not in terminal.since(mark)


def test_guests_start_no_editor(start: Start, model: Path, tmp_path: Path) -> None:
    terminal = start([*PROGRAM, "--restricted", str(model)], EDITOR=program(tmp_path, ""), cols=120)
    terminal.press(b"E")
    assert "Nothing is started for guests." in terminal.text()
    terminal.press(b":editor")
    assert "No command is called that." in terminal.text()
    assert not (tmp_path / "said").exists()
