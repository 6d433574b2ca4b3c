"""What the surroundings of the process allow: whether a screen can be shown at all, and Textual's
settings."""

import os
import sys
from enum import StrEnum
from io import TextIOWrapper

KEYBOARD = 0
"""Standard input: where Textual reads keys."""
SCREEN = 2
"""Standard error: where Textual draws, so that standard output stays free for data."""


class Refusal(StrEnum):
    """Why no screen can be shown; the front finds the words."""

    NO_TERMINAL = "no terminal"
    """Standard input or standard error is a file or a pipe, as in `ssh HOST tuiapp` without `-t`."""
    NO_CURSOR = "no cursor"
    """TERM is missing or names a terminal whose cursor cannot be moved."""


def refusal() -> Refusal | None:
    """Why no screen can be shown; None when one can. Writes nothing, imports nothing.

    Without this check Textual paints all the same: 65 kB of escapes on the screen of `ssh HOST tuiapp`, a
    core kept busy for ever when standard input is the null device, 24-bit colour on TERM=dumb.
    """
    if not (os.isatty(KEYBOARD) and os.isatty(SCREEN)):
        return Refusal.NO_TERMINAL
    if os.environ.get("TERM", "") in {"", "dumb", "unknown"}:
        return Refusal.NO_CURSOR
    return None


def over_ssh() -> bool:
    """Whether the person sits at another machine; mosh sets SSH_CONNECTION too."""
    return "SSH_CONNECTION" in os.environ or "SSH_TTY" in os.environ


def set_defaults() -> None:
    """Choose Textual's settings where the user has not; Textual reads them once, when it is imported."""
    # From a key to the last byte of its repaint: 34 ms at Textual's own 60 frames a second, 9 ms at 500. The
    # number of bytes stays the same.
    os.environ.setdefault("TEXTUAL_FPS", "500")
    # A page-down that scrolls smoothly sends 74 kB, one that jumps 5 kB.
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    if over_ssh():
        # The network may split an arrow's ESC from its "[B": at Textual's 100 ms a gap of 150 types "[B" into
        # the filter.
        os.environ.setdefault("ESCDELAY", "250")
        # A dropped connection leaves the kitty keyboard protocol on in the user's shell, where every key then
        # prints digits; the server is gone and cannot put it right.
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def write_utf8() -> None:
    """Let the screen be written in UTF-8 whatever the locale.

    An installed 8-bit locale, or PYTHONIOENCODING, turns Cyrillic and lines into `\\u0433` and breaks the
    layout; a terminal that is really 8-bit cannot be told from one whose locale is merely set wrongly.
    """
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
