"""Checks the environment of the process: whether a screen can be shown, and which settings Textual gets."""

import os
import sys
from enum import StrEnum
from io import TextIOWrapper

KEYBOARD = 0
"""Standard input: where Textual reads keys."""
SCREEN = 2
"""Standard error: where Textual draws, so that standard output stays free for data."""


class Refusal(StrEnum):
    """Why no screen can be shown; the caller words the message."""

    NO_TERMINAL = "no terminal"
    """Standard input or standard error is a file or a pipe, as in `ssh HOST tuiapp` without `-t`."""
    NO_CURSOR = "no cursor"
    """TERM is missing or names a terminal whose cursor cannot be moved."""


def refusal() -> Refusal | None:
    """Why no screen can be shown; None when one can. Writes nothing, imports nothing.

    Without this check Textual would draw anyway. What came of it: 65 kB of escape sequences on the screen of
    `ssh HOST tuiapp`, an endless loop at full CPU when standard input is the null device, 24-bit colour on TERM=dumb.
    """
    if not (os.isatty(KEYBOARD) and os.isatty(SCREEN)):
        return Refusal.NO_TERMINAL
    if os.environ.get("TERM", "") in {"", "dumb", "unknown"}:
        return Refusal.NO_CURSOR
    return None


def over_ssh() -> bool:
    """Whether the user is at another machine; mosh sets SSH_CONNECTION too."""
    return "SSH_CONNECTION" in os.environ or "SSH_TTY" in os.environ


def set_defaults() -> None:
    """Set the Textual settings that the user has not set; Textual reads them once, when it is imported."""
    # From a key to the last byte of its repaint: 34 ms at Textual's default of 60 frames a second, 9 ms at 500. The
    # number of bytes is the same.
    os.environ.setdefault("TEXTUAL_FPS", "500")
    # A page-down that scrolls smoothly sends 74 kB, one that jumps 5 kB.
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    if over_ssh():
        # The network may split an arrow key's ESC from its "[B". With Textual's 100 ms, a gap of 150 ms types "[B"
        # into the filter.
        os.environ.setdefault("ESCDELAY", "250")
        # A dropped connection leaves the kitty keyboard protocol on in the user's local shell, where every key then
        # prints digits; the program can no longer switch it off.
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def write_utf8() -> None:
    """Write the screen in UTF-8 whatever the locale.

    With an 8-bit locale or PYTHONIOENCODING, Python writes Cyrillic and box-drawing characters as `\\u0433`, which
    breaks the layout. A terminal that is really 8-bit cannot be told from one whose locale is set wrongly.
    """
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
