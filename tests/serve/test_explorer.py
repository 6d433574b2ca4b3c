"""A reader comes in with OpenSSH's client, and has the explorer."""

import os
import re

from tests.terminal.conftest import Start
from tests.terminal.modes import modes_left_on
from tests.terminal.program import assert_down_moves, row, typed

from .served import Served, status


def test_it_shows_the_explorer(served: Served, start: Start) -> None:
    terminal = start(served.client())
    assert_down_moves(terminal)
    terminal.press("/")
    terminal.press("lift\r")
    terminal.wait_until(lambda: typed(terminal) == "lift" and "2 of 71" in terminal.text())
    terminal.send(b"\x11")
    assert terminal.wait_end() == 0
    assert modes_left_on(terminal.since()) == []


def test_the_screen_has_the_size_of_the_window(served: Served, start: Start) -> None:
    terminal = start(served.client(), cols=70, rows=20)
    assert "Tab pane" not in terminal.lines()[-1]
    terminal.resize(132, 40)
    terminal.wait_until(lambda: terminal.lines()[-1].startswith(" / filter"))
    assert len(terminal.lines()) == 40


def test_the_language_and_colours_are_the_clients(served: Served, start: Start) -> None:
    terminal = start(served.client(), LANG="ru_RU.UTF-8", NO_COLOR="1")
    assert "фильтр" in terminal.lines()[-1]
    assert not re.search(rb"\x1b\[[\d;]*[34]8;5", terminal.since())
    other = start(served.client(), LANG="be_BY.UTF-8", TERM="xterm-256color")
    assert re.search(rb"\x1b\[[\d;]*[34]8;5", other.since())


def test_a_terminal_that_cannot_place_the_cursor_gets_a_sentence(served: Served, start: Start) -> None:
    terminal = start(served.client(options=["-tt"]), TERM="dumb", ready=False)
    assert terminal.wait_end() == 2
    terminal.wait_for("cannot place the cursor")


def test_without_a_terminal_there_is_a_sentence(served: Served) -> None:
    for env, words in (("en_US.UTF-8", "there is no terminal"), ("ru_RU.UTF-8", "терминала нет")):
        refused = served.run(LANG=env)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert words in refused.stderr


def test_a_session_has_nothing_but_its_terminal(served: Served, start: Start) -> None:
    terminal = start(served.client())
    (pid,) = served.sessions()
    files = {int(each): os.readlink(f"/proc/{pid}/fd/{each}") for each in os.listdir(f"/proc/{pid}/fd")}
    assert len({files.pop(each) for each in (0, 1, 2)}) == 1
    # The others it has opened itself, for its event loop; none is one of its forebears'.
    assert [each for each in files.values() if not each.startswith(("anon_inode", "socket:", "pipe:"))] == []
    for forebear in (served.process.pid, *served.warm()):
        theirs = {os.readlink(f"/proc/{forebear}/fd/{each}") for each in os.listdir(f"/proc/{forebear}/fd")}
        assert not theirs & {each for each in files.values() if not each.startswith("anon_inode")}
    assert (status(pid, "NoNewPrivs"), status(pid, "Seccomp")) == (1, 2)
    terminal.send("q")
    assert terminal.wait_end() == 0
    served.wait_until(lambda: not served.sessions())


def test_each_reader_has_a_screen_of_their_own(served: Served, start: Start) -> None:
    first, second = start(served.client()), start(served.client())
    before = row(second)
    assert_down_moves(first)
    second.settle()
    assert row(second) == before != row(first)
