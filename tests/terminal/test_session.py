"""The test tools themselves: the pseudo-terminal, and what counts as late."""

import os
import signal
import subprocess
import sys

import pytest

from .conftest import Start
from .program import environment
from .session import ASLEEP, Terminal, asleep

INTERRUPTED = ["sh", "-c", "kill -INT $$; echo alive"]


def test_a_program_on_a_terminal_is_interrupted_though_the_tests_are_not(start: Start) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        terminal = start(INTERRUPTED, ready=False)
    finally:
        signal.signal(signal.SIGINT, before)
    assert terminal.wait_end() == 128 + signal.SIGINT


@pytest.mark.parametrize("parent", ["trap '' INT; ", ""], ids=["as a background job", "in the foreground"])
def test_what_the_tests_start_is_interrupted(parent: str) -> None:
    code = f"import tests.conftest, subprocess; print(subprocess.run({INTERRUPTED}).returncode)"
    command = ["sh", "-c", f'{parent}exec "$@"', "sh", sys.executable, "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=30, check=True)
    assert ran.stdout == f"{-signal.SIGINT}\n"


def test_a_program_that_is_busy_and_silent_has_not_settled(start: Start) -> None:
    busy = "import time; print('busy', flush=True)\nwhile time.process_time() < 0.5: pass\nprint('done', flush=True)\n"
    terminal = start([sys.executable, "-c", f"{busy}time.sleep(60)"], ready=False)
    terminal.wait_for("busy")
    assert not asleep(terminal.pid)
    terminal.settle(ASLEEP)
    assert "done" in terminal.text()


def test_what_is_late_fails(start: Start) -> None:
    terminal = start(["sleep", "60"], ready=False)
    with pytest.raises(AssertionError, match=r"not within 0\.2 s"):
        terminal.wait_for("never", 0.2)


def test_time_in_the_queue_for_a_processor_is_not_late() -> None:
    processor = min(os.sched_getaffinity(0))
    spin = f"import os; os.sched_setaffinity(0, [{processor}])\nwhile True: pass"
    work = f"import os, time; os.sched_setaffinity(0, [{processor}])\nwhile time.process_time() < 0.4: pass"
    others = [subprocess.Popen([sys.executable, "-c", spin]) for _ in range(3)]
    try:
        with Terminal([sys.executable, "-c", work], environment()) as terminal:
            assert terminal.wait_end(1.0) == 0
    finally:
        for each in others:
            each.kill()
            each.wait()
