"""The files that a model is made of; nobody else in the loader looks into a folder."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from io import BufferedReader
from select import select

from msgspec import Struct

from tuiapp.library.opening import RefusedError, Tick, Ways, fence, read_all, read_regular, real, reason
from tuiapp.library.stamp import Stamp

STDIN = "-"
MODEL_LIMIT = 1 << 30
"""Bytes of a model file; 100,000 items take a twentieth of that."""

_STEP = 0.5
"""Seconds after which a Ctrl+C is noticed at the latest while standard input says nothing."""

_ENDINGS = (".yaml", ".yml")


class Listed(Struct, frozen=True):
    """A file that is to be read, or a path where there is none."""

    name: str
    """For people: the path as it was given, `<stdin>`, or a way below a given folder."""
    path: str
    folder: str
    """What its `source` is relative to."""
    fence: str
    """The folder that its source must lie in, without symbolic links; "" where it may have none."""
    fenced: bool = False
    """Whether it must lie there itself: what a folder brings must, what was named need not."""
    refused: str = ""
    """Why there is nothing to read, or nothing."""


class Found(Struct, frozen=True):
    """What stood at a path when the paths were looked at."""

    listed: Listed
    real: str
    """The path without links; no other file has it."""
    status: os.stat_result | None
    """None where nothing stood there, and of standard input."""


def found(paths: Iterable[str], ways: Ways) -> list[Found]:
    """The files that `paths` stand for, each once, those of a folder in name order."""
    each: dict[str, Found] = {}
    for path in paths:
        for file in _listed(path):
            way, status = (STDIN, None) if path == STDIN else ways.look(file.path)
            each.setdefault(way, Found(file, way, status))
    return list(each.values())


def contents(file: Listed, tick: Tick) -> tuple[bytes, Stamp | None]:
    """All bytes of a model file, and its stamp; standard input has none. Raises RefusedError."""
    if file.refused:
        raise RefusedError(file.refused)
    if file.path == STDIN:
        return _standard_input(tick), None
    return read_regular(file.path, MODEL_LIMIT, tick, file.fence if file.fenced else None)


def _listed(path: str) -> Iterator[Listed]:
    if path == STDIN:
        here = real(".")
        # No file, and so nothing beside it.
        yield Listed("<stdin>", path, ".", here if os.path.isabs(here) and here != os.path.dirname(here) else "")
        return
    if not os.path.isdir(path):
        folder = os.path.dirname(path) or "."
        yield Listed(path, path, folder, fence(folder, path))
        return
    inside = fence(path, path)
    files, failures = _below(path)
    for name, refused in failures:
        yield Listed(name, name, path, inside, refused=refused)
    for name in files:
        yield Listed(name, name, os.path.dirname(name), inside, fenced=True)
    if not files and not failures:
        yield Listed(path, path, path, inside, refused="the folder has no *.yaml or *.yml in it")


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
            failures.append((here, reason(error)))
    return sorted(files, key=lambda path: path.split(os.sep)), failures


def _standard_input(tick: Tick) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RefusedError("there is no standard input")
    try:
        return read_all(partial(_waited, stream), MODEL_LIMIT, tick)
    except ValueError:
        # Closed by whoever called; Python's words for it change.
        raise RefusedError("there is no standard input") from None
    except OSError as error:
        raise RefusedError(reason(error)) from None


def _waited(stream: BufferedReader, size: int) -> bytes:
    """At most `size` bytes, once there are any.

    A Ctrl+C that comes between Python's last look for one and a read would wait for the end of that read, which may
    never be; so the wait is done in steps.
    """
    while not select([stream], [], [], _STEP)[0]:
        pass
    return stream.read1(size)
