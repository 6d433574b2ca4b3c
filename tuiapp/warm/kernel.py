"""What Linux takes away from a process for good when it asks: Landlock for files, network and signals; seccomp for
system calls.

Called through ctypes: of the packages that do it, `landlock` is a pre-release of 2025, `py-landlock` has two releases,
and `pyseccomp` is of 2021 and needs a library of C. Numbers and structures from `linux/landlock.h`, `linux/seccomp.h`,
`linux/filter.h` and `linux/prctl.h`.
"""

import ctypes
import os
import platform
import struct
from collections.abc import Iterable, Iterator

from tuiapp.warm.syscalls import ALLOWED, ARCHITECTURES, number

_NO_NEW_PRIVS, _SECCOMP, _DUMPABLE = 38, 22, 4
_FILTER = 2

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# The rights that each version of Landlock knows: of files all that it has, of the network bind and connect, of others
# abstract Unix sockets and signals.
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_NETWORK_RIGHTS, _NETWORK_SINCE = 0b11, 4
_SCOPES, _SCOPES_SINCE = 0b11, 6

_EPERM, _ENOSYS = 1, 38
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CALL, _MACHINE, _FIRST, _SECOND = 0, 4, 16, 24
"""Where the number, the processor and the lower halves of the arguments lie in `struct seccomp_data`."""
_THREAD = 0x00010000
"""CLONE_THREAD: a thread of this process, not another process."""
_PUSHING = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX put keys into a terminal."""
_X32 = 0x40000000
"""On x86_64 calls from here on are those of another ABI, which would slip past their numbers."""

_libc = ctypes.CDLL(None, use_errno=True)


class KernelError(OSError):
    """The kernel does not have it, or refuses it."""


def landlock_version() -> int:
    """The version of Landlock that the kernel has; 0 if none."""
    return max(0, int(_libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)))


def ruleset(readable: Iterable[str]) -> int:
    """A descriptor of a Landlock ruleset: below `readable` files may be read, and nothing else may be done anywhere.

    Raises KernelError where there is no Landlock.
    """
    version = landlock_version()
    rights = _FILE_RIGHTS.get(version, _FILE_RIGHTS[5])
    network = _NETWORK_RIGHTS if version >= _NETWORK_SINCE else 0
    scopes = _SCOPES if version >= _SCOPES_SINCE else 0
    # A kernel refuses fields that it does not know, unless they are 0.
    wanted = struct.pack("QQQ", rights, network, scopes)
    made = _checked(_libc.syscall(_CREATE_RULESET, wanted, ctypes.c_size_t(len(wanted)), 0))
    for path in readable:
        if os.path.isdir(path):
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                rule = struct.pack("=Qi", _READ_FILE | _READ_FOLDER, folder)
                _checked(_libc.syscall(_ADD_RULE, made, _PATH_BENEATH, rule, 0))
            finally:
                os.close(folder)
    return made


def confine(made: int) -> None:
    """Put this process under a ruleset, for good; raises KernelError. `no_new_privileges` must have been called."""
    _checked(_libc.syscall(_RESTRICT_SELF, made, 0))


def no_new_privileges() -> None:
    """No program that this process starts gets more rights than it has; raises KernelError."""
    _checked(_libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0))


def undumpable() -> None:
    """Neither core dumps nor other processes of the same user may read this process's memory; raises KernelError."""
    _checked(_libc.prctl(_DUMPABLE, 0, 0, 0, 0))


def filter_calls(machine: str = "") -> None:
    """Forbid this process all system calls but those allowed, for good; raises KernelError.

    Those that are left out fail as if the kernel did not have them.
    """
    machine = machine or platform.machine()
    if machine not in ARCHITECTURES:
        raise KernelError(_ENOSYS, f"no numbers of system calls for {machine}")
    program = b"".join(_program(machine, os.getpid()))
    steps = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: how many steps, and where they are.
    prog = struct.pack("HP", len(program) // 8, ctypes.addressof(steps))
    _checked(_libc.prctl(_SECCOMP, _FILTER, prog, 0, 0))


def _program(machine: str, pid: int) -> Iterator[bytes]:
    """The filter in classic BPF, as an allow-list."""
    yield _step(_LOAD, _MACHINE)
    yield _step(_EQUAL, ARCHITECTURES[machine], 1, 0)
    yield _step(_RETURN, _KILL)
    yield _step(_LOAD, _CALL)
    yield _step(_AT_LEAST, _X32, 0, 1)
    yield _step(_RETURN, _ERRNO | _ENOSYS)
    guarded = {
        "clone": [_step(_LOAD, _FIRST), _step(_ANY_BIT, _THREAD, 0, 1)],
        "kill": [_step(_LOAD, _FIRST), _step(_EQUAL, pid, 0, 1)],
        "tgkill": [_step(_LOAD, _FIRST), _step(_EQUAL, pid, 0, 1)],
    }
    for name in ALLOWED:
        call = number(name, machine)
        if call is None:
            continue
        if name == "ioctl":
            yield _step(_EQUAL, call, 0, 5)
            yield _step(_LOAD, _SECOND)
            yield _step(_EQUAL, _PUSHING[0], 1, 0)
            yield _step(_EQUAL, _PUSHING[1], 0, 1)
            yield _step(_RETURN, _ERRNO | _EPERM)
            yield _step(_RETURN, _ALLOW)
        elif name in guarded:
            yield _step(_EQUAL, call, 0, 4)
            yield from guarded[name]
            yield _step(_RETURN, _ALLOW)
            yield _step(_RETURN, _ERRNO | _EPERM)
        else:
            yield _step(_EQUAL, call, 0, 1)
            yield _step(_RETURN, _ALLOW)
    yield _step(_RETURN, _ERRNO | _ENOSYS)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One instruction, `struct sock_filter`; the jumps count instructions to skip."""
    return struct.pack("HBBI", code, if_true, if_false, value)


def _checked(result: int) -> int:
    if result < 0:
        number_of = ctypes.get_errno()
        raise KernelError(number_of, os.strerror(number_of))
    return result
