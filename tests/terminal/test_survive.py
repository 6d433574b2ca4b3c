"""The program survives any input, and the next arrow key moves one row."""

import random

import pytest

from .conftest import Start
from .program import DOWN, PROGRAM, assert_down_moves, row, to_filter, typed

SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


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
def test_bytes_that_ended_the_program(start: Start, noise: bytes) -> None:
    terminal = start()
    to_filter(terminal)
    terminal.press(noise)
    terminal.send(b"\x03")
    terminal.wait_until(lambda: typed(terminal) == "")
    assert_down_moves(terminal)


REPLIES = {
    "device attributes": b"\x1b[?62;22;52c",
    "background colour": b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    "XTVERSION": b"\x1bP>|xterm(370)\x1b\\",
    "cursor position": b"\x1b[5;10R",
}


def test_a_reply_is_not_typed_into_the_filter(start: Start) -> None:
    terminal = start()
    to_filter(terminal)
    for name, reply in REPLIES.items():
        terminal.press(reply)
        assert typed(terminal) == "", name
    assert_down_moves(terminal)


def test_an_arrow_that_the_network_split_is_an_arrow(start: Start) -> None:
    terminal = start(**SSH)
    to_filter(terminal)
    before = row(terminal)
    terminal.send(b"\x1b")
    terminal.settle(0.15)
    terminal.send(b"[B")
    terminal.wait_until(lambda: row(terminal) != before)
    assert typed(terminal) == ""


PASTES = {
    "two lines": ("лифт\nлифт", "лифт лифт"),
    "colour": ("ли\x1b[31mфт", "лифт"),
    "clipboard": ("ли\x1b]52;c;AAAA\x07фт", "лифт"),
}


def test_a_paste_is_text(start: Start) -> None:
    terminal = start()
    for name, (inside, expected) in PASTES.items():
        to_filter(terminal)
        terminal.press(f"\x1b[200~{inside}\x1b[201~")
        assert typed(terminal) == expected, name
        assert "\x1b]52" not in terminal.since().decode()
        assert_down_moves(terminal)
        for key in (b"\x1b", b"\x1b", b"g"):  # clear and leave the filter, go to the first row
            terminal.press(key)


def test_a_paste_without_end_does_not_swallow_keys_for_ever(start: Start) -> None:
    terminal = start()
    to_filter(terminal)
    terminal.send("\x1b[200~лифт")
    terminal.settle(2.2)
    terminal.send(DOWN)
    terminal.wait_until(lambda: typed(terminal) == "лифт")
    # The arrow may have arrived when the filter had left two rows, and so have reached the last one.
    terminal.press(b"\x1b[A")
    assert_down_moves(terminal)


@pytest.mark.parametrize("seed", range(5))
def test_noise(start: Start, seed: int) -> None:
    terminal = start()
    to_filter(terminal)
    terminal.send(noise(random.Random(seed)))
    terminal.settle(2.5, timeout=30)
    # These lead back from any room: the end of a paste, Esc, clearing the filter.
    terminal.press(b"\x1b[201~")
    for _ in range(5):
        terminal.press(b"\x1b")
    terminal.press(b"c")
    terminal.press(b"g")
    assert_down_moves(terminal)


def noise(chance: random.Random, size: int = 6_000) -> bytes:
    """Random sequences, halves of sequences, letters and bytes, without Ctrl+C, Ctrl+P, Ctrl+Q, Ctrl+Z and without the
    start of a paste."""
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
    bad = {b"\x03", b"\x10", b"\x11", b"\x1a"}
    text = b""
    while len(text) < size:
        part = chance.choice(parts) if chance.random() < 0.7 else bytes([chance.randrange(256)])
        if part not in bad:
            text += part
    return text


FLOODS = {
    "letters": "лифт".encode() * 5_000,
    "tabs": b"\t" * 150_000,
    "focus reports": b"\x1b[I\x1b[O" * 3_400,
    "mouse reports": b"\x1b[<35;5;5M" * 5_000,
    "sizes": b"\x1b[48;5000;5000;1;1t" * 2_000,
    "pages": b"\x1bOP\x1b" * 5_000,
    "the palette": b"\x10\x1b" * 5_000,
    "pastes": b"\x1b[200~" + b"x" * 5_000 + b"\x1b[201~" + b"\x1b[200~y\x1b[201~" * 5_000,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_holds_up_neither_the_end_nor_the_memory(start: Start, flood: str) -> None:
    terminal = start()
    to_filter(terminal)
    before = memory(terminal.pid)
    terminal.send(FLOODS[flood])
    grown = memory(terminal.pid) - before
    terminal.send(b"\x11")
    assert terminal.wait_end(5.0) == 0
    assert grown < 16_000


def memory(pid: int) -> int:
    """The peak memory of a process in kB; Linux."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))


@pytest.mark.parametrize(
    "start_of", [b"\x1b]11;rgb:", b"\x1bP1+r", b"\x1b_Gi=", b"\x1b[1;"], ids=["OSC", "DCS", "APC", "CSI"]
)
def test_a_sequence_that_goes_on_and_on_does_not_hold_up_the_end(start: Start, start_of: bytes) -> None:
    terminal = start()
    terminal.send(start_of)
    for _ in range(25):
        terminal.send(b"12")
        terminal.settle(0.1)
    terminal.send(b"\x11")
    assert terminal.wait_end(2.0) == 0


UNASKED = {
    "a size without pixels, then the mouse": [b"\x1b[48;24;80;0;0t", b"\x1b[<0;5;5M"],
    "a huge size": [b"\x1b[48;5000;5000;1;1t"],
    "a size beyond all": [b"\x1b[48;99999999;99999999;1;1t"],
    "the smallest size": [b"\x1b[48;1;1;1;1t"],
    "size reports are supported": [b"\x1b[?2048;2$y"],
}


@pytest.mark.parametrize("restricted", [[], ["--restricted"]], ids=["", "restricted"])
def test_what_nobody_asked_for_changes_nothing(start: Start, restricted: list[str]) -> None:
    terminal = start([*PROGRAM, *restricted])
    before = terminal.lines()
    for name, reports in UNASKED.items():
        for report in reports:
            terminal.press(report)
        assert terminal.lines() == before, name
    assert_down_moves(terminal)
    terminal.resize(100, 30)
    terminal.wait_until(lambda: len(terminal.lines()[0]) > 90)
