"""Copies text to the clipboard of the user's machine, which is often not the machine that the program runs on.

A program cannot ask whether a terminal accepts OSC 52, so nothing here claims that a text was copied. Measured with
tmux 3.3a and GNU screen 4.09, what reached the outer terminal:

| written inside | a bare OSC 52 | in tmux's DCS | in screen's DCS | `tmux load-buffer -w` |
| --- | --- | --- | --- | --- |
| tmux, default settings | no | no | no | yes |
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
"""Bytes of base64 that nearly every terminal accepts; some silently drop longer text."""

DEADLINE = 0.5
"""Seconds that a tool has to take the text; the screen is frozen meanwhile."""

PIECE = 250
"""Bytes of a string that GNU screen passes on. 4.09 passed 500 and dropped 2,800."""

NO_CLIPBOARD = {"Apple_Terminal"}
"""Values of TERM_PROGRAM. The Linux console has no clipboard either; TERM identifies it."""


class Sent(NamedTuple):
    """What is known about a text that was sent."""

    tools: tuple[str, ...]
    """Programs that took the text and exited with 0; empty if the text was sent to the terminal (OSC 52) instead."""
    cut: int | None
    """How many characters were sent; None if all of them."""


def send(text: str, write: Callable[[str], None]) -> Sent | None:
    """Send `text` to the clipboard: through tools, or else `write` an escape sequence. None if neither is possible.

    A native tool sets the clipboard of this machine, so over SSH none is tried. Inside tmux both the native tool and
    tmux are used, because the tmux session may now be attached from another machine. While restricted no tool is
    started; the sequence only reaches the terminal of the guest who asked for it.
    """
    text = _harmless(text)
    short = _cut(text, LIMIT // 4 * 3)
    tools = not restricted()
    native = next((argv[0] for argv in _native_tools() if _takes(argv, text)), None) if tools else None
    tmux = "tmux" if tools and "TMUX" in os.environ and _takes(["tmux", "load-buffer", "-w", "-"], short) else None
    took = tuple(filter(None, (native, tmux)))
    if not took:
        if os.environ.get("TERM_PROGRAM") in NO_CLIPBOARD or os.environ.get("TERM") == "linux":
            return None
        write(_wrapped(f"\x1b]52;c;{b64encode(short.encode()).decode()}\x07"))
    return Sent(took, None if native or short == text else len(short))


def _harmless(text: str) -> str:
    """`text` without control characters, and without final line breaks, which would run it if pasted into a shell."""
    lines = [UNPRINTABLE.sub("", line.replace("\t", " ")) for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def _cut(text: str, size: int) -> str:
    """The beginning of `text`, at most `size` bytes of UTF-8; no letter loses its combining marks."""
    data = text.encode()
    if len(data) <= size:
        return text
    end = len(data[:size].decode(errors="ignore"))
    while end and unicodedata.combining(text[end]):
        end -= 1
    return text[:end].rstrip()


def _native_tools() -> Iterator[list[str]]:
    """The commands that may work here and copy standard input to this machine's clipboard."""
    if over_ssh():
        return
    if sys.platform == "darwin":
        yield ["pbcopy"]
    if "WAYLAND_DISPLAY" in os.environ:
        # Without the type, wl-copy starts other programs to guess it.
        yield ["wl-copy", "--type", "text/plain"]
    if "DISPLAY" in os.environ:
        yield ["xclip", "-selection", "clipboard"]
        yield ["xsel", "--clipboard", "--input"]


def _takes(argv: list[str], text: str) -> bool:
    """Whether the tool exists, exits in time, and exits with 0.

    The X tools stay in the background to serve the text. They get their own session, so that neither Ctrl+Z nor the
    end of the terminal stops them. They must not write to our standard error, which is the screen.
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
    """`sequence` wrapped so that a multiplexer passes it on to its terminal.

    Over SSH only TERM reveals a multiplexer, and both tmux and GNU screen may call themselves `screen`. Then both forms
    are sent: screen passes on the pieces and drops the bare sequence, tmux does the opposite. The settings of tmux are
    unknown; with `set-clipboard` and `allow-passthrough` both on, the same text arrives twice.
    """
    term = os.environ.get("TERM", "")
    if "TMUX" in os.environ or term.startswith("tmux"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\" + sequence
    if "STY" in os.environ or term.startswith("screen"):
        pieces = (sequence[start : start + PIECE] for start in range(0, len(sequence), PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) + sequence
    return sequence
