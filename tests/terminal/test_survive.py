"""Whatever comes in from the keyboard, the program lives, and the next arrow moves one row."""

import random

import pytest

from .conftest import Start
from .programs import Program
from .session import Terminal

DOWN = b"\x1b[B"
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


def assert_down_moves(terminal: Terminal, program: Program) -> None:
    """The row below the highlighted one is highlighted next."""
    before = program.row(terminal)
    lines = terminal.lines()
    below = next(at for at, line in enumerate(lines) if before and before in line) + 1
    terminal.send(DOWN)
    terminal.wait_until(lambda: program.row(terminal) not in ("", before))
    assert program.row(terminal) in lines[below]


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(b"\xff", id="never UTF-8"),
        pytest.param("Привет".encode("cp1251"), id="PuTTY set to CP1251"),
        pytest.param("Привет".encode("koi8-r"), id="PuTTY set to KOI8-R"),
        pytest.param(b"\x1b[M\x20\xf0\xe1", id="X10 mouse report past column 95"),
        pytest.param(b"\x1b[1081::113;6u", id="kitty key with its Latin twin"),
        pytest.param(b"\x1b[97;1:3u", id="kitty key let go"),
    ],
)
def test_bytes_that_ended_the_program(start: Start, program: Program, noise: bytes) -> None:
    terminal = start()
    terminal.send(noise)
    terminal.settle()
    while program.filter(terminal):
        terminal.press(b"\x7f")
    assert_down_moves(terminal, program)


@pytest.mark.parametrize(
    "reply",
    [b"\x1b[?62;22;52c", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", b"\x1bP>|xterm(370)\x1b\\", b"\x1b[5;10R"],
    ids=["device attributes", "background colour", "XTVERSION", "cursor position"],
)
def test_a_reply_is_not_typed_into_the_filter(start: Start, program: Program, reply: bytes) -> None:
    terminal = start()
    terminal.send(reply)
    terminal.settle()
    assert program.filter(terminal) == ""
    assert_down_moves(terminal, program)


def test_an_arrow_that_the_network_split_is_an_arrow(start: Start, program: Program) -> None:
    terminal = start(**SSH)
    before = program.row(terminal)
    terminal.send(b"\x1b")
    terminal.settle(0.15)
    terminal.send(b"[B")
    terminal.wait_until(lambda: program.row(terminal) != before)
    assert program.filter(terminal) == ""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param("лифт\nмаз", "лифт", id="two lines"),
        pytest.param("ли\x1b[31mфт", "лифт", id="colour"),
        pytest.param("ли\x1b]52;c;AAAA\x07фт", "лифт", id="clipboard"),
    ],
)
def test_a_paste_is_text(start: Start, program: Program, inside: str, expected: str) -> None:
    terminal = start()
    terminal.send(f"\x1b[200~{inside}\x1b[201~")
    terminal.wait_until(lambda: program.filter(terminal).startswith(expected))
    assert "\x1b]52" not in terminal.since().decode()
    assert_down_moves(terminal, program)


def test_a_paste_without_end_does_not_swallow_keys_for_ever(start: Start, program: Program) -> None:
    terminal = start()
    terminal.send("\x1b[200~лифт")
    terminal.settle(2.2)
    terminal.send(DOWN)
    terminal.wait_until(lambda: program.filter(terminal) == "лифт")
    assert_down_moves(terminal, program)


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        pytest.param([b"\x1bOB"], 1, id="down, application mode"),
        pytest.param([b"\x1b[B\x1b[B"], 2, id="two at once"),
        pytest.param([b"\x1b[4~"], 199, id="end, Linux console"),
        pytest.param([b"\x1b[F"], 199, id="end, xterm"),
        pytest.param([b"\x1bOF"], 199, id="end, application mode"),
        pytest.param([b"\x1b[8~"], 199, id="end, rxvt"),
        pytest.param([b"\x1b[F", b"\x1b[1~"], 0, id="home, Linux console"),
        pytest.param([b"\x1b[F", b"\x1b[H"], 0, id="home, xterm"),
        pytest.param([b"\x1b[F", b"\x1b[7~"], 0, id="home, rxvt"),
        pytest.param([b"\x13", DOWN], 1, id="Ctrl+S does not freeze"),
        pytest.param([b"x", b"\x7f", DOWN], 1, id="backspace as DEL"),
        pytest.param([b"x", b"\x08", DOWN], 1, id="backspace as BS"),
        pytest.param([b"\xd0", b"\x9f", b"\x7f", DOWN], 1, id="a letter split in two"),
    ],
)
def test_dialects_of_keys(start: Start, program: Program, keys: list[bytes], rows: int) -> None:
    terminal = start()
    for key in keys:
        terminal.press(key)
    assert program.filter(terminal) == ""
    assert program.row(terminal).startswith(f"{rows:03}")


@pytest.mark.parametrize("seed", range(5))
def test_noise(start: Start, program: Program, seed: int) -> None:
    terminal = start()
    terminal.send(noise(random.Random(seed)))
    terminal.settle(2.5, timeout=30)
    terminal.press(b"\x1b[201~\x03")
    terminal.wait_until(lambda: program.filter(terminal) == "")
    terminal.press(b"\x1b[H")
    assert_down_moves(terminal, program)


def noise(chance: random.Random, size: int = 6_000) -> bytes:
    """Sequences, halves of sequences, letters and bytes; no Ctrl+P, Ctrl+Q or Ctrl+Z, no start of a paste."""
    parts = [
        b"\x1b[",
        b"\x1b",
        b"\x1bO",
        b"\x1b]",
        b"\x1bP",
        b"\x1b\\",
        b"\x07",
        b"~",
        b"u",
        b";",
        b":",
        b"<",
    ]
    parts += [b"\x1b[M", "ж".encode(), "ё".encode("koi8-r"), b"\xff", b"\x00", b"\x1b[1;5", b"\x1b[?", b"$y"]
    parts += [str(number).encode() for number in (0, 1, 3, 5, 97, 113, 1081, 99999999)]
    bad = {b"\x10", b"\x11", b"\x1a"}
    text = b""
    while len(text) < size:
        part = chance.choice(parts) if chance.random() < 0.7 else bytes([chance.randrange(256)])
        if part not in bad:
            text += part
    return text
