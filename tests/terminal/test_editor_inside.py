"""`E` inside tmux and GNU screen, over SSH and under a shell: the screen is handed over and taken back cleanly."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Start
from .modes import modes_left_on
from .multiplexers import Screen, Tmux
from .program import PROGRAM, assert_down_moves, environment, wait_ready
from .session import Terminal
from .ssh import Server, remotely
from .test_editor import WRECKED, model, program, told

__all__ = ["model"]

Within = Callable[..., Terminal]
FULL_SCREEN = r"printf '\033[?1049h\033[?1h\033=\033[2J\033[HIN THE EDITOR'; read -r line"
LEFT = r"printf '\033[?1l\033>\033[?1049l'"


@pytest.fixture(params=["alone", "tmux", "screen", "ssh"])
def within(request: pytest.FixtureRequest, start: Start, tmp_path: Path) -> Within:
    """`within(argv, **env)` runs `argv` on a new terminal, in the place that the test is about."""

    def opened(argv: list[str], **env: str) -> Terminal:
        words = ["env", *(f"{name}={value}" for name, value in env.items()), *argv]
        if request.param == "ssh":
            server: Server = request.getfixturevalue("server")
            words = server.client(remotely(words, **{name: environment()[name] for name in ("PYTHONPATH", "LANG")}))
            return start(words, ready=False)
        if request.param == "alone":
            return start(words, ready=False)
        made = {"tmux": Tmux, "screen": Screen}[request.param](tmp_path, environment())
        request.addfinalizer(made.close)
        return start(made.command(words), ready=False, **made.env)

    if request.param in ("tmux", "screen") and not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    return opened


def test_it_is_handed_over_and_taken_back_at_another_size(
    within: Within, start: Start, model: Path, tmp_path: Path
) -> None:
    edit = program(tmp_path, f"{FULL_SCREEN}; sed -i s/together/$line/ {model}; {LEFT}")
    terminal = within([*PROGRAM, str(model)], EDITOR=edit)
    wait_ready(terminal)
    terminal.send(b"E")
    terminal.wait_for("IN THE EDITOR")
    assert "Lifts" not in terminal.text()
    terminal.resize(100, 30)
    terminal.settle()
    terminal.send(b"apart\n")
    terminal.wait_for("1 item is different")
    terminal.wait_for("Lifts apart")
    # The next key takes the notice away.
    assert_down_moves(terminal)
    outside = start([*PROGRAM, str(model)], cols=100, rows=30)
    assert_down_moves(outside)
    terminal.wait_until(lambda: terminal.lines() == outside.lines())
    assert_ends(terminal)


@pytest.mark.parametrize(
    ("does", "said"),
    [("exit 3", "ended with status 3"), (f"{WRECKED} kill -9 $$", "ended by signal 9")],
    ids=["fails", "is killed"],
)
def test_an_editor_that_ends_badly(within: Within, model: Path, tmp_path: Path, does: str, said: str) -> None:
    terminal = within([*PROGRAM, str(model)], EDITOR=program(tmp_path, does))
    wait_ready(terminal)
    before = terminal.lines()[:-1]
    terminal.send(b"E")
    told(terminal, tmp_path)
    terminal.wait_until(lambda: terminal.lines()[:-1] == before and said in terminal.text())
    assert_down_moves(terminal)
    assert_ends(terminal)


def test_ctrl_z_in_the_editor_without_a_shell_freezes_nothing(within: Within, model: Path, tmp_path: Path) -> None:
    """As vim does: it stops its whole group."""
    edit = program(tmp_path, f"{FULL_SCREEN}; kill -TSTP 0; echo AWAKE; read -r line; {LEFT}")
    terminal = within([*PROGRAM, str(model)], EDITOR=edit)
    wait_ready(terminal)
    terminal.send(b"E")
    terminal.wait_for("IN THE EDITOR")
    terminal.send(b"\n")
    terminal.wait_for("AWAKE")
    terminal.send(b"\n")
    wait_ready(terminal)
    assert_down_moves(terminal)


def test_ctrl_z_in_the_editor_under_a_shell_stops_both(within: Within, model: Path, tmp_path: Path) -> None:
    stop = r"printf '\033[?1049l'; kill -TSTP 0; printf '\033[?1049hBACK AGAIN'"
    edit = program(tmp_path, f"{FULL_SCREEN}; {stop}; read -r line; {LEFT}")
    terminal = within(["bash", "--norc", "-i"], PS1="prompt> ", HISTFILE="", EDITOR=edit)
    terminal.wait_for("prompt>")
    terminal.send("bind 'set enable-bracketed-paste off'\n")
    # In parts, so that the echo of what is typed is not taken for the screen.
    (tmp_path / "run").write_text(f"exec {' '.join(PROGRAM)} {model}\n")
    terminal.send(f"sh {tmp_path}/run\n")
    wait_ready(terminal)
    before = terminal.lines()
    terminal.send(b"E")
    terminal.wait_for("IN THE EDITOR")
    terminal.send(b"\n")
    terminal.wait_for("Stopped")
    terminal.send("echo $((6*7))\n")
    terminal.wait_for("42")
    terminal.send("fg\n")
    terminal.wait_for("BACK AGAIN")
    terminal.send("\n")
    terminal.wait_until(lambda: terminal.lines() == before)
    assert_down_moves(terminal)
    terminal.send(b"\x11")
    terminal.wait_for("prompt>")


@pytest.mark.skipif(not shutil.which("vim"), reason="vim is not installed")
def test_vim_itself_opens_at_the_item_and_what_it_saves_is_shown(within: Within, model: Path) -> None:
    # F: it does not ask for Enter after a long path.
    terminal = within([*PROGRAM, str(model)], EDITOR="vim -u NONE -n --cmd 'set shortmess=aF'")
    wait_ready(terminal)
    terminal.press(b"j")
    terminal.send(b"E")
    terminal.wait_for("id: two")
    terminal.settle()
    # From the line of its id, where the cursor is, to that of its title.
    terminal.send(b"j:s/for all/at last/\r")
    terminal.wait_for("title: Lifts at last")
    terminal.send(b":wq\r")
    terminal.wait_for("1 item is different")
    terminal.wait_for("▸○ Lifts at last")
    terminal.press(b"k")
    assert_down_moves(terminal)
    assert_ends(terminal)


def assert_ends(terminal: Terminal) -> None:
    """Assert that the program ends when it is told to, and that it leaves no mode on."""
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0
    terminal._reader.join(10)
    assert modes_left_on(terminal.since()) == []
