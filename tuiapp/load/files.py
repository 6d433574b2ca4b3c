"""The files that a model is made of; nobody else in the loader looks into a folder or opens anything.

What is no regular file is refused unopened, so that no pipe and no device can keep the program waiting.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from tuiapp.load.characters import wide

STDIN = "-"
MODEL_LIMIT = 1 << 30
"""Bytes of a model file; 100,000 items take a twentieth of that."""

_ENDINGS = (".yaml", ".yml")
_CHUNK = 1 << 20
# A terminal must not become the program's own, nor a pipe that took the file's place hold it up.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

Tick = Callable[[int], None]
"""Told of each piece how many bytes it had; whatever it raises ends the reading."""


class RefusedError(Exception):
    """This cannot be read; the message says why."""


class Listed(Struct, frozen=True):
    """A file that is to be read, or a path where there is none."""

    name: str
    """For people: the path as it was given, `<stdin>`, or a way below a given folder."""
    path: str
    folder: str
    """What its `source` is relative to."""
    fence: str
    """The folder that its source must lie in, without symbolic links."""
    refused: str = ""
    """Why there is nothing to read, or nothing."""


def listed(paths: Iterable[str]) -> list[Listed]:
    """The files that `paths` stand for, each once, those of a folder in name order."""
    found: dict[str, Listed] = {}
    for path in paths:
        for file in _listed(path):
            found.setdefault(path if path == STDIN else _real(file.path), file)
    return list(found.values())


def contents(file: Listed, tick: Tick) -> bytes:
    """All bytes of a model file; raises RefusedError."""
    if file.refused:
        raise RefusedError(file.refused)
    raw = _standard_input(tick) if file.path == STDIN else read_regular(file.path, MODEL_LIMIT, tick)
    # What a text in another encoding seems to say is of no use to its author.
    if wide(raw):
        raise RefusedError("UTF-16: save the file as UTF-8")
    return raw


def read_regular(path: str, limit: int, tick: Tick) -> bytes:
    """All bytes of a regular file that has at most `limit` of them; raises RefusedError."""
    try:
        _expect_regular(os.stat(path))
        with open(os.open(path, _FLAGS), "rb", buffering=0) as file:
            _expect_regular(os.fstat(file.fileno()))
            return _all(file.read, limit, tick)
    except (OSError, ValueError) as error:
        raise RefusedError(_reason(error)) from None


def _listed(path: str) -> Iterator[Listed]:
    if path == STDIN:
        yield Listed("<stdin>", path, ".", _real("."))
        return
    if not os.path.isdir(path):
        folder = os.path.dirname(path) or "."
        yield Listed(path, path, folder, os.path.dirname(_real(folder)))
        return
    fence = os.path.dirname(_real(path))
    files, failures = _below(path)
    for name, refused in failures:
        yield Listed(name, name, path, fence, refused)
    for name in files:
        yield Listed(name, name, os.path.dirname(name), fence)
    if not files and not failures:
        yield Listed(path, path, path, fence, "the folder has no *.yaml or *.yml in it")


def _below(folder: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The model files at every depth; as with a shell's `*`, not those whose names begin with a dot."""
    files, failures, todo = [], [], [folder]
    while todo:
        try:
            with os.scandir(here := todo.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    elif entry.name.endswith(_ENDINGS):
                        files.append(entry.path)
        except OSError as error:
            failures.append((here, _reason(error)))
    return sorted(files, key=lambda path: path.split(os.sep)), failures


def _standard_input(tick: Tick) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RefusedError("there is no standard input")
    try:
        return _all(stream.read1, MODEL_LIMIT, tick)
    except (OSError, ValueError) as error:
        raise RefusedError(_reason(error)) from None


def _all(read: Callable[[int], bytes | None], limit: int, tick: Tick) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise RefusedError(f"larger than {limit >> 20} MB")
        tick(len(piece))
    return b"".join(pieces)


def _expect_regular(status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError("a folder, not a file")
    if stat.S_ISFIFO(status.st_mode):
        raise RefusedError("a pipe, not a file; what comes from a pipe is read as -, standard input")
    raise RefusedError("a device or a socket, not a file")


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _reason(error: Exception) -> str:
    words = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return words[:1].lower() + words[1:]
