"""Copying reaches the user's own terminal: over SSH, through tmux and screen, and without claiming success."""

import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Start
from .multiplexers import Screen, Tmux, installed
from .program import PROGRAM, assert_down_moves, environment
from .session import Terminal
from .ssh import NoServerError, Server, remotely

SENT = "sent to your terminal"
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
"""As sshd sets it; then no native clipboard tool is tried."""


def clipboards(stream: bytes) -> list[str]:
    """The texts that the outermost terminal would put into its clipboard, in order."""
    return [b64decode(each).decode() for each in re.findall(rb"\x1b\]52;[a-z]*;([^\x07\x1b]*)(?:\x07|\x1b\\)", stream)]


def assert_cited(terminal: Terminal, said: str) -> None:
    """Assert that y sends the citation once, that the screen has `said`, and that v shows the text that was sent."""
    mark = terminal.mark()
    terminal.send("y")
    terminal.wait_for(said)
    terminal.wait_until(lambda: clipboards(terminal.since(mark)))
    terminal.settle()
    (arrived,) = clipboards(terminal.since(mark))
    assert "copied" not in terminal.text()
    terminal.press("v")
    shown = " ".join(terminal.text().split())
    assert " ".join(arrived.split()) == shown
    assert arrived.startswith("«")


def test_on_a_plain_terminal(start: Start) -> None:
    terminal = start(**SSH)
    for _ in range(3):
        assert_cited(terminal, SENT)
        terminal.press("q")
        assert_down_moves(terminal)


def test_over_ssh(start: Start) -> None:
    try:
        server = Server()
    except NoServerError as reason:
        pytest.skip(str(reason))
    try:
        command = remotely(PROGRAM, PYTHONPATH=environment()["PYTHONPATH"], LANG="C.UTF-8")
        assert_cited(start(server.client(command)), SENT)
    finally:
        server.close()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if not installed(Tmux):
        pytest.skip("tmux is not installed")
    made = Tmux(tmp_path, environment(**SSH))
    yield made
    made.close()


def set_option(folder: Path, line: str) -> None:
    with (folder / "tmux.conf").open("a") as file:
        file.write(line + "\n")


def test_in_tmux_as_it_comes(tmux: Tmux, start: Start) -> None:
    # By default, `set-clipboard external`, tmux drops OSC 52 from programs and only tmux itself may send it.
    assert_cited(start(tmux.command(PROGRAM), **tmux.env), "tmux took 1 citation")


@pytest.mark.parametrize("option", ["set -s set-clipboard on", "set -g allow-passthrough on"])
@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(["env", "TMUX_TMPDIR=/", "TMUX=/nowhere,1,0"], id="its server out of reach"),
        pytest.param(["env", "-u", "TMUX", "TERM=tmux-256color"], id="at the near end of ssh"),
    ],
)
def test_in_tmux_that_lets_sequences_pass(
    option: str, hidden: list[str], tmux: Tmux, tmp_path: Path, start: Start
) -> None:
    set_option(tmp_path, option)
    assert_cited(start(tmux.command([*hidden, *PROGRAM]), **tmux.env), SENT)


@pytest.mark.parametrize("hidden", [[], ["env", "-u", "STY"]], ids=["here", "at the near end of ssh"])
def test_in_screen(hidden: list[str], tmp_path: Path, start: Start) -> None:
    if not installed(Screen):
        pytest.skip("screen is not installed")
    made = Screen(tmp_path, environment(**SSH))
    try:
        assert_cited(start(made.command([*hidden, *PROGRAM]), **made.env), SENT)
    finally:
        made.close()


def test_a_native_tool_where_there_is_no_ssh(tmp_path: Path, start: Start) -> None:
    for name in ("sh", "cat", "env"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/took\n")
    tool.chmod(0o755)
    terminal = start(PATH=str(tmp_path), DISPLAY=":0")
    terminal.send("y")
    terminal.wait_for("xclip took 1 citation")
    assert clipboards(terminal.since()) == []
    terminal.press("v")
    assert " ".join((tmp_path / "took").read_text().split()) == " ".join(terminal.text().split())


@pytest.mark.parametrize("environment", [{"TERM_PROGRAM": "Apple_Terminal"}, {"TERM": "linux"}])
def test_where_nothing_can_be_the_citation_stands_alone(environment: dict[str, str], start: Start) -> None:
    terminal = start(**environment)
    before = terminal.lines()
    terminal.press("y")
    alone = terminal.lines()
    assert alone[0].startswith(("«", '"'))
    assert not re.search("[│─┌┐]", terminal.text()), "frames would be selected with it"
    assert clipboards(terminal.since()) == []
    terminal.press("q")
    assert terminal.lines() == before
    terminal.press("v")
    assert terminal.lines() == alone


def test_what_is_cut_is_said_to_be(tmp_path: Path, start: Start) -> None:
    model = tmp_path / "long.yaml"
    words = " ".join(["лифты и станки"] * 80)
    model.write_text(
        "article: {id: a, title: A, publisher: P, published: 2025-01-01, language: ru}\n"
        "sectors: {lifts: {name: Lifts}}\n"
        "items:\n"
        f"- {{id: a, title: A, sector: lifts, stage: active, quotes: [{{exact: {words}, speech: narration}}]}}\n",
        encoding="utf-8",
    )
    terminal = start([*PROGRAM, str(model)], **SSH)
    terminal.send("y")
    terminal.wait_for("as far as character")
    (arrived,) = clipboards(terminal.since())
    assert f"«{words}".startswith(arrived)
    assert str(len(arrived)) in terminal.lines()[-1]
