"""What a session may not do, tried by a process that has given up everything."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.program import environment
from tuiapp.warm import kernel
from tuiapp.warm.sandbox import prepared
from tuiapp.warm.syscalls import ALLOWED, ARCHITECTURES, number

TRIED = """
import json, os, resource, signal, socket, sys, threading
from tuiapp.warm import sandbox
made = sandbox.prepared(1)
report = os.dup(1)
sandbox.enter(made)

def fork():
    if not os.fork(): os._exit(0)

def thread():
    each = threading.Thread(target=int); each.start(); each.join()

def listened():
    socket.socket().listen()

def refused(what):
    try:
        what()
    except (OSError, MemoryError, ImportError) as error:
        return True
    return False

tries = {
    "network": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "unix": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
    "read": lambda: open("/etc/passwd").read(),
    "proc": lambda: open("/proc/1/cmdline").read(),
    "list": lambda: os.listdir("/"),
    "write": lambda: open(sys.argv[1], "w"),
    "mode": lambda: os.chmod(sys.argv[1], 0o777),
    "fork": fork,
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "signal": lambda: os.kill(os.getppid(), 0),
    "trace": lambda: os.open(f"/proc/{os.getppid()}/mem", os.O_RDONLY),
    "memory": lambda: bytearray(10**9),
    "limits": lambda: resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE),
    "thread": thread,
    "pair": socket.socketpair,
    "own signal": lambda: os.kill(os.getpid(), 0),
    "own code": lambda: open(sandbox.__file__).read(),
    "import": lambda: __import__("colorsys"),
    "many": lambda: [os.dup(1) for _ in range(100)],
}
os.write(report, json.dumps({name: refused(what) for name, what in tries.items()}).encode())
"""
NEEDED = {"thread", "pair", "own signal", "own code", "import"}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """What was refused."""
    if prepared(1).missing:
        pytest.skip("this kernel has no Landlock or no seccomp")
    left = tmp_path_factory.mktemp("sandbox") / "left"
    # A pipe, since not even a file that is open already may grow.
    ran = subprocess.run([sys.executable, "-c", TRIED, left], capture_output=True, check=True, env=environment())
    assert not left.exists()
    found: dict[str, bool] = json.loads(ran.stdout)
    return found


def test_it_can_do_what_a_session_needs_and_nothing_else(tried: dict[str, bool]) -> None:
    assert {name for name, refused in tried.items() if not refused} - {"limits"} == NEEDED


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_the_filter_can_be_read(machine: str) -> None:
    steps = list(kernel._program(machine, 1234))
    assert all(len(step) == 8 for step in steps)
    assert len(steps) < 4096
    numbers = [number(name, machine) for name in ALLOWED if number(name, machine) is not None]
    assert len(numbers) == len(set(numbers)) > 60


def test_numbers_are_those_of_this_machine() -> None:
    header = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
    if not header.exists():
        pytest.skip("no kernel headers")
    known = dict(line.split()[1:3] for line in header.read_text().splitlines() if line.startswith("#define __NR_"))
    for name in ALLOWED:
        assert str(number(name, "x86_64")) == known[f"__NR_{name}"]


def test_a_processor_without_numbers_is_said() -> None:
    with pytest.raises(kernel.KernelError, match="riscv64"):
        kernel.filter_calls("riscv64")


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    made = prepared(1)
    assert ("Landlock + seccomp" in made.told()) is (not made.missing)
    without = made._replace(missing=("Landlock", "seccomp"))
    assert "no Landlock, seccomp" in without.told()
    assert "limits + restricted mode" in without.told()
