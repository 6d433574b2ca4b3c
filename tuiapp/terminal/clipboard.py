"""The way to the clipboard of the person's own machine, which is rarely the machine that the program runs on.

Whether a terminal takes OSC 52 nobody can ask, so nothing here says that a text was copied. Measured with tmux 3.3a
and GNU screen 4.09, what reached the outer terminal:

| written inside | a bare OSC 52 | in tmux's DCS | in screen's DCS | `tmux load-buffer -w` |
| --- | --- | --- | --- | --- |
| tmux as it comes | no | no | no | yes |
| tmux, `set-clipboard on` | yes | no | no | yes |
| tmux, `allow-passthrough on` | no | yes | no | yes |
| screen | no | no | in pieces | - |
"""

import os
import subprocess
import sys
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tuiapp.printable import UNPRINTABLE
from tuiapp.terminal.guard import unblocked_for_children
from tuiapp.terminal.restricted import restricted
from tuiapp.terminal.start import over_ssh

LIMIT = 2048
"""Bytes of base64 that arrive nearly everywhere; what is longer some terminals drop without a word."""

DEADLINE = 0.5
"""Seconds for a tool to take the text: the screen waits for it."""

PIECE = 250
"""Bytes of a string that GNU screen passes on; 500 did in 4.09, 2,800 did not."""

NO_CLIPBOARD = {"Apple_Terminal"}
"""By TERM_PROGRAM. The Linux console has none either and says so by TERM."""


class Sent(NamedTuple):
    """What is known of a text that was sent."""

    tools: tuple[str, ...]
    """Programs that took it and ended well; none where it was written to the terminal."""
    cut: int | None
    """How many characters were sent, where that was not all."""


def send(text: str, write: Callable[[str], None]) -> Sent | None:
    """Send `text` to the clipboard by tools or, with `write`, in an escape sequence; None where there is no way.

    A native tool would reach the clipboard of this machine, so over SSH none is asked. Both it and tmux are asked
    where both are: a session of tmux may be looked at from elsewhere by now.
    """
    if restricted():
        return None
    text = _harmless(text)
    short = _cut(text, LIMIT // 4 * 3)
    native = next((argv[0] for argv in _native_tools() if _takes(argv, text)), None)
    tmux = "tmux" if "TMUX" in os.environ and _takes(["tmux", "load-buffer", "-w", "-"], short) else None
    tools = tuple(filter(None, (native, tmux)))
    if not tools:
        if os.environ.get("TERM_PROGRAM") in NO_CLIPBOARD or os.environ.get("TERM") == "linux":
            return None
        write(_wrapped(f"\x1b]52;c;{b64encode(short.encode()).decode()}\x07"))
    return Sent(tools, None if native or short == text else len(short))


def _harmless(text: str) -> str:
    """`text` without what could act where it is pasted; a line break at the end would run it in a shell."""
    lines = [UNPRINTABLE.sub("", line.replace("\t", " ")) for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def _cut(text: str, size: int) -> str:
    """As much of `text` as takes at most `size` bytes, no letter parted from its marks."""
    data = text.encode()
    if len(data) <= size:
        return text
    end = len(data[:size].decode(errors="ignore"))
    while end and unicodedata.combining(text[end]):
        end -= 1
    return text[:end].rstrip()


def _native_tools() -> Iterator[list[str]]:
    """Command lines that put standard input into this machine's clipboard, those that may work here."""
    if over_ssh():
        return
    if sys.platform == "darwin":
        yield ["pbcopy"]
    if "WAYLAND_DISPLAY" in os.environ:
        # Without the type it starts other programs to guess it.
        yield ["wl-copy", "--type", "text/plain"]
    if "DISPLAY" in os.environ:
        yield ["xclip", "-selection", "clipboard"]
        yield ["xsel", "--clipboard", "--input"]


def _takes(argv: list[str], text: str) -> bool:
    """Whether the tool is there, ends in time, and ends well.

    Those of X stay behind to hand the text out. In a session of their own neither Ctrl+Z nor the end of the
    terminal takes them along; our standard error, the screen, is nothing for them.
    """
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        with unblocked_for_children():
            tool = subprocess.Popen(argv, stdin=pipe, stdout=nothing, stderr=nothing, start_new_session=True)
    except OSError:
        return False
    try:
        tool.communicate(text.encode(), DEADLINE)
    except subprocess.TimeoutExpired:
        tool.kill()
        tool.communicate()
        return False
    return tool.returncode == 0


def _wrapped(sequence: str) -> str:
    """`sequence` as a multiplexer hands it to its terminal.

    From afar, TERM is all that tells of one, and `screen` is what both call themselves: screen then takes the pieces
    and drops the bare sequence, tmux the other way round. Which of its settings tmux has is unknown; with both on,
    the same text arrives twice.
    """
    term = os.environ.get("TERM", "")
    if "TMUX" in os.environ or term.startswith("tmux"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\" + sequence
    if "STY" in os.environ or term.startswith("screen"):
        pieces = (sequence[start : start + PIECE] for start in range(0, len(sequence), PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) + sequence
    return sequence
