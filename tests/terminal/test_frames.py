"""A terminal with synchronised output (mode 2026) never shows half a repaint."""

import re

from .conftest import Start
from .session import MODERN

FRAME = re.compile(rb"\x1b\[\?2026h.*?\x1b\[\?2026l", re.DOTALL)
KEYS = ["\x1b[B", "\x1b[6~", "\t", "\x1b[Z", "f", "/", "л", "\x7f", "\r", "?", "q", "L", "d", "h", "l", "\x0c"]


def test_all_that_is_painted_is_in_frames(start: Start) -> None:
    terminal = start(answers=MODERN)
    for key in KEYS:
        assert FRAME.sub(b"", terminal.press(key)) == b"", key


def test_moving_is_one_frame(start: Start) -> None:
    terminal = start(answers=MODERN)
    for key in ("\x1b[B", "\x1b[6~", "\x1b[A", "n"):
        terminal.press("g")
        terminal.press("\x1b[B")
        assert len(FRAME.findall(terminal.press(key))) == 1, key
