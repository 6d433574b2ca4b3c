"""Opens a file in the person's own editor, at a line."""

import os
import shlex
import signal
import subprocess
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import Any, NamedTuple

from tuiapp.language import gettext
from tuiapp.terminal.guard import RESET, in_foreground, lent, unblocked_for_children
from tuiapp.terminal.start import KEYBOARD, SCREEN


class _Way(NamedTuple):
    """How an editor is told where to begin."""

    words: tuple[str, ...]
    """What comes after its own words; `{file}`, `{line}` and `{column}` are filled in."""
    window: bool = False
    """Whether it has a window of its own. Then the screen stays, and nobody waits for it: what it saves is followed."""


_PLUS = _Way(("+{line}", "{file}"))
_PLUS_COLUMN = _Way(("+{line}:{column}", "{file}"))
_BEHIND = ("{file}:{line}:{column}",)

# fmt: off
_WAYS: Mapping[str, _Way] = {
    # POSIX has `-c` for vi and says nothing of a line; every vi since the first has `+LINE`, and none a column.
    **dict.fromkeys(("vi", "vim", "view", "nvim", "elvis", "vis", "nvi"), _PLUS),
    # `+LINE` is all that their manuals have.
    **dict.fromkeys(("joe", "jmacs", "jstar", "jpico", "rjoe", "mcedit", "pico", "ne", "le"), _PLUS),
    # The only ones with a comma before the column.
    "nano": _Way(("+{line},{column}", "{file}")), "rnano": _Way(("+{line},{column}", "{file}")),
    # `emacsclient` waits until `C-x #`, also where it opens a frame, so the screen waits with it.
    **dict.fromkeys(("emacs", "emacsclient", "mg", "zile"), _PLUS_COLUMN), "mg": _PLUS, "zile": _PLUS,
    # `FILE:LINE:COL` of micro is a part of the name unless an option is set.
    "micro": _PLUS_COLUMN,
    "kak": _PLUS_COLUMN,
    # Helix takes the place behind the name, and a `+LINE` of its own has no column.
    "hx": _Way(_BEHIND), "helix": _Way(_BEHIND),
    # `jed` takes `-g` after the file.
    "jed": _Way(("{file}", "-g", "{line}")),
    # Without `--goto` these open a file called `NAME:3:1`. They return at once unless the person's own words have
    # `--wait`; the screen does not wait for either, because their window is beside it.
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor"), _Way(("--goto", *_BEHIND), window=True)),
    # The place is behind the name without any option.
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "zedit"), _Way(_BEHIND, window=True)),
    "kate": _Way(("--line", "{line}", "--column", "{column}", "{file}"), window=True),
    "gedit": _Way(("+{line}:{column}", "{file}"), window=True),
    "gvim": _Way(("+{line}", "{file}"), window=True),
}
"""By the name of the program; any other gets the file alone, because it might take `+3` for the name of a file."""
# fmt: on


_KEYS = (
    b"\x1b[?1l\x1b>"  # codes for arrows and keypad that only full-screen programs expect
    b"\x1b[>4m"  # longer codes for Ctrl and letters, by which Ctrl+Q would not quit
)
"""Switches off what vim leaves on, beside what RESET has, when it is killed; the program itself sets none of these."""


class Command(NamedTuple):
    """An editor and its arguments."""

    words: tuple[str, ...]
    window: bool


def command(path: str, line: int, column: int) -> Command | None:
    """What VISUAL, or else EDITOR, says for this place; None if they say nothing.

    They are split by a shell's rules for words, and no shell sees them. Words that cannot be split are one word.
    """
    said = next((each for each in map(os.environ.get, ("VISUAL", "EDITOR")) if each and each.strip()), None)
    if said is None:
        return None
    try:
        own = shlex.split(said)
    except ValueError:
        own = [said]
    if not own:
        return None
    # `vim.tiny` is a vim. An absolute path is never taken for an option.
    name = os.path.basename(own[0]).partition(".")[0]
    way = _WAYS.get(name, _Way(("{file}",)))
    values = {"file": os.path.abspath(path), "line": line, "column": column}
    return Command((*own, *(word.format(**values) for word in way.words)), way.window)


def run(editor: Command) -> str:
    """Give the terminal to the editor and take it back when it ends; why it failed, or "". Call it in `App.suspend`."""
    before = termios.tcgetattr(KEYBOARD)
    try:
        with lent():
            with unblocked_for_children():
                # Standard output may be a file, where the screen is never drawn.
                child = subprocess.Popen(editor.words, stdin=KEYBOARD, stdout=SCREEN, stderr=SCREEN)
            return _reason(child.wait())
    except (OSError, ValueError) as error:
        return _refused(error)
    finally:
        _take_back(before)


def opened(editor: Command, failed: Callable[[str], object]) -> str:
    """Start an editor with a window of its own; why it cannot be started, or "".

    If it fails later, `failed` is called in another thread.
    """
    nothing = subprocess.DEVNULL
    try:
        with unblocked_for_children():
            # In its own session, so that neither Ctrl+Z nor the end of the terminal ends it.
            child = subprocess.Popen(
                editor.words, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
            )
    except (OSError, ValueError) as error:
        return _refused(error)

    def wait() -> None:
        if reason := _reason(child.wait()):
            failed(reason)

    Thread(target=wait, name="editor", daemon=True).start()
    return ""


def _take_back(attributes: list[Any]) -> None:
    """Undo what an editor that was killed may have left: another foreground group, modes, attributes, answers."""
    with suppress(OSError, termios.error):
        if not in_foreground() and not _alive(os.tcgetpgrp(KEYBOARD)):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
            try:
                os.tcsetpgrp(KEYBOARD, os.getpgrp())
            finally:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTTOU})
        os.write(SCREEN, _KEYS + RESET)
        # What is left to read are answers to the editor's questions.
        termios.tcsetattr(KEYBOARD, termios.TCSAFLUSH, attributes)


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


def _reason(status: int) -> str:
    if status < 0:
        return gettext("ended by signal {number}").format(number=-status)
    return gettext("ended with status {number}").format(number=status) if status else ""


def _refused(error: Exception) -> str:
    return str(error.strerror if isinstance(error, OSError) and error.strerror else error)
