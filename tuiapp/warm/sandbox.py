"""What a session may not do whatever faults the program has: limits, no other files, no network, no processes."""

import os
import resource
import sys
import sysconfig
from collections.abc import Callable
from contextlib import suppress
from os import _exit
from typing import NamedTuple

import tuiapp
from tuiapp.language import gettext
from tuiapp.warm import kernel

MEMORY = 256 << 20
"""Bytes that a session may have beyond what the warm process has; measured on 100,000 items: 60 MB, most of it stacks
of threads that are never touched."""
FILES = 64
"""Descriptors that a session may have; it needs about twelve."""
WHILE_IDLE = 20
"""Seconds of processor time until the next key; a search among 100,000 items takes less than one."""
IN_ALL = 3600
"""Seconds of processor time of one session."""
THREADS = 16
"""A session has seven."""

_TERMINFO = ("/usr/share/terminfo", "/usr/lib/terminfo", "/lib/terminfo", "/etc/terminfo")


class Sandbox(NamedTuple):
    """What the kernel offers, found once by the warm process; every session gets the same."""

    landlock: int
    """The version; 0 if there is none."""
    ruleset: int | None
    """A descriptor, which sessions close."""
    missing: tuple[str, ...]
    """What the kernel does not have, by name."""
    memory: int
    """Bytes of address space of a session."""
    tasks: int
    """Processes and threads of the user in all."""

    def told(self) -> str:
        """What is in force, for the log."""
        have = [each for each in ("Landlock", "seccomp") if each not in self.missing]
        if not self.missing:
            return gettext("sessions: no network, no files but the program's own, no processes ({means})").format(
                means=" + ".join([*have, gettext("limits")])
            )
        return gettext("sessions: this kernel has no {missing}; what is left: {means}").format(
            missing=", ".join(self.missing), means=" + ".join([*have, gettext("limits"), gettext("restricted mode")])
        )


def prepared(sessions: int) -> Sandbox:
    """What can be forbidden here, tried in a process that ends at once; `sessions` may run at the same time."""
    missing = tuple(
        name for name, allow in (("Landlock", _locked), ("seccomp", kernel.filter_calls)) if not _tried(allow)
    )
    rules = None if "Landlock" in missing else kernel.ruleset(_readable())
    return Sandbox(kernel.landlock_version(), rules, missing, _address_space() + MEMORY, (sessions + 4) * THREADS)


def enter(sandbox: Sandbox) -> None:
    """Give up everything, for good. Call it when descriptors and terminal are set up, before any thread is started."""
    limits = {
        resource.RLIMIT_AS: (sandbox.memory, sandbox.memory),
        resource.RLIMIT_NOFILE: (FILES, FILES),
        resource.RLIMIT_CPU: (WHILE_IDLE, IN_ALL),
        resource.RLIMIT_NPROC: (sandbox.tasks, sandbox.tasks),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }
    for limit, pair in limits.items():
        # The host may have set a lower one.
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, pair)
    if sandbox.missing == ("Landlock", "seccomp"):
        return
    kernel.no_new_privileges()
    kernel.undumpable()
    if sandbox.ruleset is not None:
        kernel.confine(sandbox.ruleset)
        os.close(sandbox.ruleset)
    if "seccomp" not in sandbox.missing:
        kernel.filter_calls()


def _tried(forbid: Callable[[], object]) -> bool:
    child = os.fork()
    if not child:
        try:
            kernel.no_new_privileges()
            forbid()
            _exit(0)
        finally:
            _exit(1)
    return os.waitpid(child, 0)[1] == 0


def _locked() -> None:
    kernel.confine(kernel.ruleset(()))


def _readable() -> list[str]:
    """Where a session may read: Python, its packages, the program, what terminals can do. The model is in memory."""
    paths = sysconfig.get_paths()
    python = {paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return sorted({*python, os.path.dirname(tuiapp.__file__), *_TERMINFO, os.path.join(sys.base_prefix, "share")})


def _address_space() -> int:
    with open("/proc/self/statm", "rb") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
