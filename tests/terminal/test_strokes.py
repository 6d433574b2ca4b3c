"""Textual's private key tables exist, and sequences that they do not know are no keys."""

import pytest

from tuiapp.terminal.keyboard import Keyboard, Stroke
from tuiapp.terminal.strokes import pressed, without_extras


@pytest.mark.parametrize(
    ("sequence", "plain"),
    [
        ("\x1b[1081::113;5u", "\x1b[1081;5u"),
        ("\x1b[1081:1049:113;5u", "\x1b[1081;5u"),
        ("\x1b[97;1:1u", "\x1b[97;1u"),
        ("\x1b[97;1:2;97u", "\x1b[97;1;97u"),
        ("\x1b[97;1:3u", None),
        ("\x1b[1;1:3B", None),
        ("\x1b[97u", "\x1b[97u"),
    ],
)
def test_alternates_and_event_types_are_taken_out(sequence: str, plain: str | None) -> None:
    assert without_extras(sequence) == plain


@pytest.mark.parametrize(
    ("sequence", "keys"),
    [
        pytest.param("j", ["j"], id="a letter"),
        pytest.param("ж", ["ж"], id="a Cyrillic letter"),
        pytest.param("\x11", ["ctrl+q"], id="a control character"),
        pytest.param("\n", ["ctrl+j"], id="a line feed, which Enter does not send"),
        pytest.param("\r", ["enter"], id="a carriage return"),
        pytest.param("\x1b", ["escape"], id="Esc"),
        pytest.param("\x1b[B", ["down"], id="an arrow"),
        pytest.param("\x1b[4~", ["end"], id="End on the Linux console"),
        pytest.param("\x1b[Z", ["shift+tab"], id="Shift+Tab"),
        pytest.param("\x1b[1081;5u", ["ctrl+й"], id="the kitty protocol as asked for"),
        pytest.param("\x1b[1081::113;5u", ["ctrl+й"], id="with the Latin twin"),
        pytest.param("\x1b[97;1:1u", ["a"], id="with the event type"),
        pytest.param("\x1b[97;1:3u", [], id="let go"),
        pytest.param("\x1b[1;1:3B", [], id="an arrow let go"),
        pytest.param("\x1b[99999999;5u", [], id="no such character"),
        pytest.param("\x1b[5;1;1z", [], id="no such sequence"),
    ],
)
def test_names(sequence: str, keys: list[str]) -> None:
    assert [key.key for key in pressed(Stroke(sequence))] == keys


def test_a_letter_with_alt_is_not_the_letter() -> None:
    assert [key.key for key in pressed(Stroke("x", alt=True))] == ["alt+x"]


@pytest.mark.parametrize(
    ("dialect", "same_as", "whose"),
    [
        ("\x1bOB", "\x1b[B", "down, application mode"),
        ("\x1b[4~", "\x1b[F", "End, Linux console and xterm"),
        ("\x1bOF", "\x1b[F", "End, application mode"),
        ("\x1b[8~", "\x1b[F", "End, rxvt"),
        ("\x1b[1~", "\x1b[H", "Home, Linux console and xterm"),
        ("\x1b[7~", "\x1b[H", "Home, rxvt"),
        ("\x08", "\x7f", "backspace as BS and as DEL"),
        ("\x1b[[A", "\x1bOP", "F1, Linux console and xterm"),
        ("\x1b[11~", "\x1bOP", "F1, rxvt"),
        ("\x1b[1;5A", "\x1b[1;5:1A", "Ctrl+up, with the event type of the kitty protocol"),
    ],
)
def test_dialects(dialect: str, same_as: str, whose: str) -> None:
    assert named(dialect) == named(same_as) != [], whose


def named(sent: str) -> list[str]:
    """The names of the keys that the sequence `sent` means."""
    strokes = (token for token in Keyboard().feed(sent.encode()) if isinstance(token, Stroke))
    return [key.key for stroke in strokes for key in pressed(stroke)]
