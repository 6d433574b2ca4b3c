"""With nothing but OpenSSH's client, over a slow line too: in, found, read, copied to one's own clipboard, out."""

import base64
import os
import pwd
import re
import shutil
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.modes import modes_left_on
from tests.terminal.program import DOWN, row
from tests.terminal.ssh import Link

from .served import Served


def with_account(client: list[str], name: str) -> list[str]:
    """The client as a user of this machine who has no home."""
    if os.geteuid() or not shutil.which("setpriv"):
        pytest.skip("only root can be another user, by setpriv")
    user = pwd.getpwnam(name)
    words = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return [*words, *client[:1], "-o", "UserKnownHostsFile=/dev/null", *client[1:]]


@pytest.mark.heavy
@pytest.mark.parametrize(("account", "options"), [("", []), ("", ["-C"]), ("nobody", [])])
def test_a_reader_far_away(account: str, options: list[str], served: Served, start: Start) -> None:
    with Link(served.port, delay=0.15, rate=16_000) as link:
        client = served.client(options=["-tt", *options], port=link.port)
        terminal = start(with_account(client, account) if account else client)
        terminal.send("/сборк")
        terminal.wait_until(lambda: "of 71" in terminal.lines()[0] and "71 of 71" not in terminal.lines()[0])
        terminal.send("\r")
        terminal.settle(0.6)
        found = row(terminal)
        terminal.send("\r")
        terminal.wait_until(lambda: row(terminal) != found)
        terminal.settle(0.6)
        terminal.send("y")
        terminal.wait_until(lambda: re.search(rb"\x1b\]52;c;[\w+/=]{40,}\x07", terminal.since()))
        (copied,) = re.findall(rb"\x1b\]52;c;([\w+/=]+)\x07", terminal.since())
        words = base64.b64decode(copied).decode()
        assert words.split()[1] in terminal.text(), (words, terminal.text())
        terminal.settle(0.6)
        for key in "qqqq":
            terminal.send(key)
            terminal.settle(0.6)
            if terminal._has_ended():
                break
        assert terminal.wait_end(60) == 0
        assert modes_left_on(terminal.since()) == []


def test_who_types_gets_processor_time_again(served: Served, start: Start) -> None:
    terminal = start(served.client())
    (pid,) = served.sessions()

    def allowed() -> str:
        (line,) = re.findall(r"Max cpu time\s+(\d+)\s+(\d+)", Path(f"/proc/{pid}/limits").read_text())
        return "/".join(line)

    assert allowed() == "20/3600"
    # The front tells of it once a second at most, and not in the first.
    terminal.settle(1.2)
    terminal.send(DOWN)
    served.wait_until(lambda: allowed() == "21/3600")
