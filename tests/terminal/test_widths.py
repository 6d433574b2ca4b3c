"""Every character is as wide in a real terminal as the program assumes."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.multiplexers import Tmux
from tests.terminal.program import environment
from tuiapp.printable import cells, visible

# Prints a letter and one character, for every character that the C library knows, asks the terminal for the cursor's
# position, and writes code point and cells. Characters unknown to the C library are unknown to tmux too.
PROBE = """
import ctypes, locale, os, re, sys, tty
locale.setlocale(locale.LC_CTYPE, "")
known = ctypes.CDLL(None).wcwidth
tty.setraw(0)
codes = [code for code in range(0x20, 0x110000) if not 0xD800 <= code < 0xE000 and known(code) >= 0]
with open(sys.argv[1] + ".part", "w") as file:
    for first in range(0, len(codes), 100):
        some = codes[first : first + 100]
        os.write(1, "".join(f"\\r\\x1b[Ka{chr(code)}\\x1b[6n" for code in some).encode())
        answer = b""
        while answer.count(b"R") < len(some):
            answer += os.read(0, 1 << 16)
        columns = map(int, re.findall(rb"\\x1b\\[\\d+;(\\d+)R", answer))
        file.writelines(f"{code} {column - 2}\\n" for code, column in zip(some, columns, strict=True))
os.rename(sys.argv[1] + ".part", sys.argv[1])
"""


@pytest.mark.skipif(not shutil.which("tmux") or sys.platform != "linux", reason="no tmux with the tables of Linux")
def test_every_character_that_is_shown_takes_as_many_cells_as_it_is_given(tmp_path: Path) -> None:
    tmux = Tmux(tmp_path, environment(LC_ALL="C.UTF-8"))
    measured = tmp_path / "measured"
    words = tmux.command(["-d", sys.executable, "-c", PROBE, str(measured)])
    subprocess.run(words, env={**tmux.env, "TERM": "xterm"}, check=True, timeout=30)
    try:
        deadline = time.monotonic() + 60
        while not measured.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
    finally:
        tmux.close()
    pairs = (line.split() for line in measured.read_text().splitlines())
    taken = {chr(int(code)): int(size) for code, size in pairs}
    shown = {each: size for each, size in taken.items() if visible(each) == each}
    assert len(shown) > 100_000
    assert [(hex(ord(each)), cells(each), size) for each, size in shown.items() if cells(each) != size] == []
