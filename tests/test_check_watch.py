"""`check --watch` prints the findings again after each change, and nothing else on standard output."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from tests.terminal.program import environment
from tests.test_load import WHOLE

SOURCED = WHOLE.replace("  language: ru\n", "  language: ru\n  source: a.txt\n")
RULE = "--- the files have changed ---"


class Watched:
    """The running command, and the lines of its two streams so far."""

    def __init__(self, *paths: str) -> None:
        argv = [sys.executable, "-m", "tuiapp", "check", "--watch", "--lang", "en", *paths]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(argv, stdout=pipe, stderr=pipe, text=True, env=environment())
        self.out: list[str] = []
        self.err: list[str] = []
        for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            assert stream
            Thread(
                target=lambda stream=stream, lines=lines: lines.extend(iter(stream.readline, "")), daemon=True
            ).start()

    def until(self, arrived: Callable[[], object]) -> None:
        end = monotonic() + 30
        while not arrived():
            assert monotonic() < end, (self.out, self.err)
            sleep(0.02)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(SOURCED)
    (tmp_path / "a.txt").write_text("Речь о «лифтах».")
    return tmp_path


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    started = Watched(str(folder))
    yield started
    started.process.kill()
    started.process.wait()


def test_each_change_is_checked(watched: Watched, folder: Path) -> None:
    watched.until(lambda: watched.err)
    assert (watched.out, watched.err) == ([], ["1 quote: verbatim 1\n"])
    (folder / "a.txt").write_text("Ничего.")
    watched.until(lambda: watched.out)
    assert watched.out[0].startswith(f"{folder}/a.yaml:24:17: items[0].quotes[0].exact: ")
    watched.until(lambda: len(watched.err) == 3)
    assert watched.err[1:] == [f"{RULE}\n", "1 quote: missing 1\n"]
    told = len(watched.out)
    (folder / ".new").write_text(SOURCED.replace("stage: negotiation", "stage: dreamt"))
    os.replace(folder / ".new", folder / "a.yaml")
    watched.until(lambda: len(watched.out) > told)
    assert "unknown stage" in watched.out[told]
    watched.until(lambda: len(watched.err) == 4)
    assert watched.err[3] == f"{RULE}\n"
    assert watched.stop() == 2


def test_the_status_is_that_of_the_last_check(watched: Watched, folder: Path) -> None:
    watched.until(lambda: watched.err)
    (folder / "b.yaml").write_text("article: [")
    watched.until(lambda: watched.out and len(watched.err) == 3)
    assert watched.out[0].startswith(f"{folder}/b.yaml:1:")
    (folder / "b.yaml").unlink()
    watched.until(lambda: len(watched.err) == 5)
    assert watched.stop() == 0


def test_a_folder_without_a_model_is_waited_for(tmp_path: Path) -> None:
    started = Watched(str(tmp_path / "later"))
    try:
        started.until(lambda: started.out)
        # In one step, or the folder might be seen without its file.
        (tmp_path / "made").mkdir()
        (tmp_path / "made" / "a.yaml").write_text(WHOLE)
        (tmp_path / "made").rename(tmp_path / "later")
        started.until(lambda: len(started.err) == 2)
        assert started.err == [f"{RULE}\n", "1 quote: no source 1\n"]
        assert started.stop() == 0
    finally:
        started.process.kill()
        started.process.wait()
