"""Each style is written only once: the same screen in fewer bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.terminal.thrift import thrifty

from .emulator import Emulator

PLAIN, DIM, BOLD = "38;5;251;48;5;233", "38;5;246;48;5;233", "1;38;5;251;48;5;233"


def run(style: str, text: str) -> str:
    """A run as Textual writes it."""
    return f"\x1b[{style}m{text}\x1b[0m"


@pytest.mark.parametrize(
    ("data", "written", "why"),
    [
        (run(PLAIN, "a") + run(PLAIN, "b"), f"\x1b[{PLAIN}mab\x1b[m", "one style is said once"),
        (
            run(PLAIN, "a") + "\n\x1b[2;1H" + run(PLAIN, "b"),
            f"\x1b[{PLAIN}ma\x1b[2;1Hb\x1b[m",
            "a cursor move changes no style",
        ),
        (run(PLAIN, "a") + run(DIM, "b"), f"\x1b[{PLAIN}ma\x1b[38;5;246mb\x1b[m", "only what differs is said"),
        (run(PLAIN, "a") + run(BOLD, "b"), f"\x1b[{PLAIN}ma\x1b[1mb\x1b[m", "an attribute is added"),
        (run(BOLD, "a") + run(PLAIN, "b"), f"\x1b[{BOLD}ma\x1b[22mb\x1b[m", "or taken away"),
        (run("2;31", "a") + run("31", "b"), "\x1b[2;31ma\x1b[0;31mb\x1b[m", "what takes dim away takes bold too"),
        (run(PLAIN, "a") + "b", f"\x1b[{PLAIN}ma\x1b[mb", "text without a style has none"),
        (run(PLAIN, "a") + "\x1b[2J", f"\x1b[{PLAIN}ma\x1b[m\x1b[2J", "erasing in a style would paint"),
        ("\x1b[?2026h", "\x1b[?2026h", "modes pass"),
        (run(PLAIN, ""), "", "nothing needs no style"),
    ],
)
def test_what_is_written(data: str, written: str, why: str) -> None:
    assert thrifty(data) == written, why


MOVE, BLANKS = "\x1b[2;1H", " " * 9


@pytest.mark.parametrize(
    ("data", "written", "why"),
    [
        (run(PLAIN, "a" + BLANKS) + MOVE, f"\x1b[{PLAIN}ma\x1b[9X\x1b[2;1H\x1b[m", "blanks before a move are erased"),
        (run(PLAIN, "a" + BLANKS) + "\n" + MOVE, f"\x1b[{PLAIN}ma\x1b[9X\x1b[2;1H\x1b[m", "over a line's end"),
        (run(PLAIN, BLANKS + "a") + MOVE, f"\x1b[{PLAIN}m{BLANKS}a\x1b[2;1H\x1b[m", "erasing moves no cursor"),
        (run(PLAIN, BLANKS) + run(DIM, "a"), f"\x1b[{PLAIN}m{BLANKS}\x1b[38;5;246ma\x1b[m", "text follows"),
        (run(PLAIN, "a   ") + MOVE, f"\x1b[{PLAIN}ma   \x1b[2;1H\x1b[m", "a few blanks are shorter"),
        (run("4", BLANKS) + MOVE, f"\x1b[4m{BLANKS}\x1b[2;1H\x1b[m", "erased, they would lose their line"),
        (run("7", BLANKS) + MOVE, f"\x1b[7m{BLANKS}\x1b[2;1H\x1b[m", "or their ground"),
    ],
)
def test_blanks_at_the_end_of_a_line(data: str, written: str, why: str) -> None:
    assert thrifty(data, erasing=True) == written, why


STYLES = [
    PLAIN, DIM, BOLD, "31", "1;31", "7", "4;48;2;1;2;3", "38;2;1;2;3", "39;49", "97;100", "3", "1;4;7;38;5;0;48;5;0",
]  # fmt: skip
PARTS = st.one_of(
    st.builds(run, st.sampled_from(STYLES), st.text("abж ", max_size=5)),
    st.builds("\x1b[{};{}H".format, st.integers(1, 4), st.integers(1, 12)),
    st.sampled_from(["\n", "x", "\x1b[2J", "\x1b[1m", "\x1b[m"]),
)


LINES = st.builds(  # as Textual writes them: a cursor position, and runs that do not cross the edge
    "\x1b[{};1H{}{}\n\x1b[1;1H".format,
    st.integers(1, 4),
    st.builds(run, st.sampled_from(STYLES), st.text("ab ", max_size=3)),
    st.builds(run, st.sampled_from(STYLES), st.sampled_from([" " * 7, "a" + " " * 8, " " * 9])),
)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_the_picture_is_the_same(data: str) -> None:
    _assert_same_picture(data, thrifty(data + "\x1b[0m"))


@given(st.lists(LINES, max_size=6).map("".join))
def test_the_picture_is_the_same_with_blanks_erased(data: str) -> None:
    _assert_same_picture(data, thrifty(data + "\x1b[0m", erasing=True))


def _assert_same_picture(data: str, written: str) -> None:
    # More rows than line feeds: `thrifty` drops one before a cursor position, but on the last row it would scroll.
    one, other = Emulator(12, 20), Emulator(12, 20)
    one.feed(f"{data}\x1b[0m".encode())
    other.feed(written.encode())
    assert one.buffer == other.buffer
    assert (one.cursor.x, one.cursor.y, one.cursor.attrs) == (other.cursor.x, other.cursor.y, other.cursor.attrs)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_it_is_never_longer_than_a_byte_a_style(data: str) -> None:
    # `0;` before a style replaces the sequence that would otherwise end the style before it.
    assert len(thrifty(data)) <= len(data) + 4
