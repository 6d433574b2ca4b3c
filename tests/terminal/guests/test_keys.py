"""No key and no command of the palette leads a guest out."""

import base64
import re

import pytest

from tuiapp.keytable import KEYS, Key
from tuiapp.legend import commands

from ..conftest import Start
from ..program import assert_down_moves
from ..session import Terminal
from .login import Guests, assert_held, only_pid

SENT = {
    "slash": "/", "question_mark": "?", "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z",
    "space": " ", "up": "\x1b[A", "down": "\x1b[B", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "home": "\x1b[H",
    "end": "\x1b[F", "left": "\x1b[D", "right": "\x1b[C", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR",
    "f4": "\x1bOS", "f5": "\x1b[15~", "colon": ":", "left_square_bracket": "[", "right_square_bracket": "]",
    "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip
"""What terminals send for keys that have names; a letter sends itself, and with Ctrl its control character."""
QUITS = ("q", "ctrl+q")
OPENS = {
    "screen.filter", "screen.read", "screen.find", "screen.facets", "screen.copy", "screen.alone",
    "screen.room(1)", "screen.room(-1)", "app.help", "app.palette", "screen.articles",
}  # fmt: skip
"""What Esc is needed after."""


def sent(name: str) -> str:
    modifier, _, letter = name.rpartition("+")
    return SENT.get(name) or (chr(ord(letter) & 0x1F) if modifier == "ctrl" else letter)


def test_every_key_of_the_table(login: Guests, start: Start) -> None:
    terminal = start(login.server.client())
    pid = only_pid(login)
    for key in KEYS:
        for name in key.keys.split(","):
            if name not in QUITS:
                terminal.send(sent(name))
                terminal.settle(0.06)
                assert_held(pid, name)
        if key.action in OPENS:
            leave(terminal)
    leave(terminal)
    terminal.press("cg")
    assert_down_moves(terminal)


def test_keys_that_lead_out_of_other_programs(login: Guests, start: Start) -> None:
    terminal = start(login.server.client(options=["-tt", "-e", "none"]))
    pid = only_pid(login)
    for keys in ("\x1a", "\x1c", "\x03", "\x1d", "\x1e", "~.", "!sh\r", ":!sh\r", "|sh\r", "\x0f", "\x18\x05", "\x1bx"):
        terminal.send(keys)
        terminal.settle(0.06)
        assert_held(pid, keys)
        leave(terminal)
    terminal.press("cg")
    assert_down_moves(terminal)


def leave(terminal: Terminal) -> None:
    """Back to the list; a lone Esc is one only after 250 ms of silence."""
    terminal.send("\x1b")
    terminal.settle(0.3)


@pytest.mark.parametrize("name", QUITS)
def test_quitting_ends_the_connection(name: str, login: Guests, start: Start) -> None:
    terminal = start(login.server.client())
    terminal.send(sent(name))
    assert terminal.wait_end() == 0
    assert login.pids() == []


def test_no_command_of_the_palette_leads_out(login: Guests, start: Start) -> None:
    offered = [key.description for key in commands("", guest=True)]
    assert not [title for title in offered if re.search("save|write|export|screenshot|file|shell|run", title)]
    terminal = start(login.server.client())
    for wanted in ("save", "screenshot", "export", "shell", "theme"):
        terminal.press("\x10")
        terminal.press(wanted + "\r")
        assert_held(only_pid(login), wanted)
        leave(terminal)
        leave(terminal)
    assert_down_moves(terminal)


def test_copying_reaches_the_guest_s_own_clipboard_and_starts_nothing(login: Guests, start: Start) -> None:
    terminal = start(login.server.client())
    mark = terminal.mark()
    terminal.press("y")
    clipboard = re.search(rb"\x1b\]52;c;([^\x07]+)\x07", terminal.since(mark))
    assert clipboard
    assert base64.b64decode(clipboard[1]).decode().startswith("«")
    assert_held(only_pid(login), "y")
    terminal.press("v")
    assert terminal.lines()[0].startswith("«")


def test_the_key_table_can_be_sent() -> None:
    def plain(key: Key) -> bool:
        return all(len(sent(name)) == 1 or name in SENT for name in key.keys.split(","))

    assert [key for key in KEYS if not plain(key)] == []
