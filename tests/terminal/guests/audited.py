"""The program, and what it does that a guest's must not: `python audited.py FIFO [ARGUMENT…]`.

Each file that is opened outside of Python, its packages and the model, each that is opened to be written, removed or
renamed, each program started and each address connected to is a line in FIFO; a file it could not be, since restricted
mode writes none.
"""

import os
import sys
from importlib.util import find_spec

STARTS = (
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "subprocess.Popen",
    "pty.spawn",
)
CHANGES = (
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
)
REACHES = ("socket.bind", "socket.connect", "os.kill", "os.killpg", "webbrowser.open", "ctypes.dlopen")

log = os.open(sys.argv[1], os.O_RDWR | os.O_NONBLOCK)


def readable() -> tuple[str, ...]:
    """Where files may be read; found without importing, since Textual reads the environment when it is imported."""
    specs = [find_spec(name) for name in ("tuiapp", "textual", "msgspec")]
    folders = {os.path.dirname(os.path.dirname(str(spec and spec.origin))) for spec in specs}
    return (sys.prefix, sys.base_prefix, os.path.dirname(sys.argv[-1]), *folders)


def is_step(path: object, flags: object) -> bool:
    """Whether a folder that is open already is gone through, one name at a time and by no link."""
    return os.sep not in str(path) and isinstance(flags, int) and bool(flags & os.O_NOFOLLOW)


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Told of by Python itself, PEP 578; what C libraries open it is not told of."""
    if event == "open":
        path, _, flags = arguments
        reads = isinstance(flags, int) and not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if isinstance(path, int) or (
            reads and (os.path.realpath(str(path)).startswith(READABLE) or is_step(path, flags))
        ):
            return
    elif not event.startswith((*STARTS, *CHANGES, *REACHES)):
        return
    os.write(log, f"{event} {arguments}\n".encode(errors="replace"))


if __name__ == "__main__":
    READABLE = readable()
    sys.addaudithook(watch)
    from tuiapp.cli import main

    sys.argv[1:] = sys.argv[2:]
    sys.exit(main())
