"""The clipboard: what is sent, by which way, and that nothing is claimed that is not known."""

import os
import re
import stat
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.present.citation import sent
from tuiapp.printable import UNPRINTABLE
from tuiapp.terminal.clipboard import LIMIT, Sent, send

LONG = "Согласие о лифтах, " * 100
SURROUNDINGS = ("TMUX", "STY", "TERM", "TERM_PROGRAM", "SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No way to a clipboard but the terminal; the folder that tools are looked for in."""
    for name in SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def tool(folder: Path, name: str, script: str) -> Path:
    """A program of this name that keeps what it read, its arguments and its session; the file with them."""
    program = folder / name
    program.write_text(
        f"#!/bin/sh\nPATH=/usr/bin:/bin\n(echo $@; ps -o sid= -p $$; cat) > {folder}/{name}.took\n{script}\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return folder / f"{name}.took"


def written(text: str) -> tuple[Sent | None, str]:
    """What is known, and what was written to the terminal."""
    sequences: list[str] = []
    known = send(text, sequences.append)
    return known, "".join(sequences)


def received(stream: str) -> list[str]:
    """What a terminal that gets this makes its clipboard."""
    return [b64decode(each).decode() for each in re.findall("\x1b]52;c;([A-Za-z0-9+/=]*)\x07", stream)]


def test_one_sequence_that_says_the_text() -> None:
    known, stream = written("«Лифты»\n— Денис Гурков")
    assert known == Sent((), None)
    assert received(stream) == ["«Лифты»\n— Денис Гурков"]
    assert stream.count("\x1b") == 1


@given(st.text(alphabet=st.characters(), min_size=0, max_size=3000))
def test_what_arrives_is_harmless_short_and_whole(text: str) -> None:
    os.environ.pop("TERM", None)
    known, stream = written(text)
    (arrived,) = received(stream)
    assert known
    assert not UNPRINTABLE.search(arrived.replace("\n", ""))
    assert not arrived.endswith("\n")
    assert len(stream) <= LIMIT + len("\x1b]52;c;\x07")
    assert "".join(UNPRINTABLE.sub("", text.replace("\t", " ")).split()).startswith("".join(arrived.split()))
    assert known.cut in (None, len(arrived))


def test_what_is_cut_is_said_to_be() -> None:
    known, stream = written(LONG)
    (arrived,) = received(stream)
    assert LONG.startswith(arrived)
    assert known == Sent((), len(arrived))
    assert 700 < len(arrived) < 900


def test_no_letter_is_parted_from_its_marks() -> None:
    (arrived,) = received(written("а\u0301" * 400 + "б" * 600)[1])
    assert arrived == "а\u0301" * 384
    (arrived,) = received(written("я" + "а\u0301" * 600)[1])
    assert arrived == "я" + "а\u0301" * 383


@pytest.mark.parametrize(
    ("environment", "pattern"),
    [
        ({"TERM": "xterm-256color"}, "{bare}"),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"}, "{tmux}{bare}"),
        ({"TERM": "tmux-256color"}, "{tmux}{bare}"),
        ({"TERM": "screen", "STY": "1.pts-0.host"}, "{screen}{bare}"),
        ({"TERM": "screen-256color"}, "{screen}{bare}"),
    ],
)
def test_multiplexers_get_it_wrapped(
    environment: dict[str, str], pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    bare = "\x1b]52;c;0JvQuNGE0YLRiw==\x07"
    tmux = "\x1bPtmux;" + bare.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    screen = f"\x1bP{bare}\x1b\\"
    assert written("Лифты") == (Sent((), None), pattern.format(bare=bare, tmux=tmux, screen=screen))


@pytest.mark.parametrize(
    "environment", [{"TERM_PROGRAM": "Apple_Terminal"}, {"TERM": "linux"}], ids=["Apple's Terminal", "Linux console"]
)
def test_where_nothing_can_be_nothing_is_sent(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert written("Лифты") == (None, "")


# Native tools

DESKTOPS = [
    ("wl-copy", "WAYLAND_DISPLAY", "--type text/plain"),
    ("xclip", "DISPLAY", "-selection clipboard"),
    ("xsel", "DISPLAY", "--clipboard --input"),
]


@pytest.mark.parametrize(("name", "display", "arguments"), DESKTOPS)
def test_a_native_tool_takes_all_of_it(
    name: str, display: str, arguments: str, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(display, ":0")
    took = tool(bare, name, "exit 0")
    assert written(f"{LONG}\n") == (Sent((name,), None), "")
    said, session, text = took.read_text().split("\n", 2)
    assert (said, text) == (arguments, LONG)
    assert int(session) != os.getsid(0), "Ctrl+Z and the end of the terminal would take it along"


@pytest.mark.parametrize(("script", "why"), [("exit 1", "no display"), ("sleep 5", "does not end")])
def test_a_tool_that_fails_is_no_way(script: str, why: str, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    tool(bare, "xclip", script)
    known, stream = written("Лифты")
    assert (known, received(stream)) == (Sent((), None), ["Лифты"]), why
    tool(bare, "xsel", "exit 0")
    assert written("Лифты") == (Sent(("xsel",), None), "")


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_no_native_tool_is_asked(name: str, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    monkeypatch.setenv(name, "10.0.0.1 50000 10.0.0.2 22")
    took = tool(bare, "xclip", "exit 0")
    assert received(written("Лифты")[1]) == ["Лифты"]
    assert not took.exists()


def test_tmux_is_asked_and_gets_what_arrives(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    took = tool(bare, "tmux", "exit 0")
    known, stream = written(LONG)
    said, _, text = took.read_text().split("\n", 2)
    assert (said, stream) == ("load-buffer -w -", "")
    assert known == Sent(("tmux",), len(text))
    assert 0 < len(text.encode()) <= LIMIT // 4 * 3


# The words


@pytest.mark.parametrize("count", [1, 2, 12])
@pytest.mark.parametrize("cut", [None, 768])
@pytest.mark.parametrize("tools", [(), ("xclip",), ("wl-copy", "tmux")])
def test_the_message_never_says_copied_and_fits(
    tools: tuple[str, ...], cut: int | None, count: int, language: str
) -> None:
    message = sent(tools, cut, count)
    assert not re.search("copied|скопирован", message)
    assert re.search(r"\bv\b", message), "the way for when it did not arrive"
    assert all(name in message for name in tools)
    assert cut is None or str(cut) in message
    assert cut is not None or count == 1 or str(count) in message
    assert len(message) < 79, "the footer of a terminal of 80 columns"


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    from tuiapp.language import use

    use(request.param)
    return str(request.param)
