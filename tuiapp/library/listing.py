"""Find the files that make up a model; no other module of the loader lists folders."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from io import BufferedReader
from select import select

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.language import gettext
from tuiapp.library.opening import RefusedError, Tick, Ways, fence, read_all, read_regular, real, reason
from tuiapp.library.stamp import Stamp

STDIN = "-"
MODEL_LIMIT = 1 << 30
"""Largest model file, in bytes; 100,000 items take a twentieth of that."""

_STEP = 0.5
"""Longest time in seconds until Ctrl+C is noticed while standard input is silent."""

_ENDINGS = (".yaml", ".yml")


class Listed(Struct, frozen=True):
    """A file to read, or a path with nothing to read."""

    name: str
    """Displayed name: the path as given, `<stdin>`, or a path below a given folder."""
    path: str
    folder: str
    """The folder that its `source` is relative to."""
    fence: str
    """Real path of the folder that the model's source must lie in; "" if the model may have no source."""
    fenced: bool = False
    """Whether the model file itself must lie in the fence: if it was found in a folder, not if its path was given."""
    refused: str = ""
    """Why it cannot be read; empty if it can."""
    named: bool = False
    """Whether the path itself was given, and not only a folder around it."""


class Found(Struct, frozen=True):
    """What was found at a path when the paths were listed."""

    listed: Listed
    real: str
    """The path with symbolic links resolved; unique among the files."""
    status: os.stat_result | None
    """None if nothing was found, and for standard input."""


def found(paths: Iterable[str], ways: Ways) -> list[Found]:
    """The files at `paths`, each once; a folder's files in name order."""
    each: dict[str, Found] = {}
    for path in paths:
        for file in _listed(path):
            way, status = (STDIN, None) if path == STDIN else ways.look(file.path)
            known = each.setdefault(way, Found(file, way, status))
            if file.named and not known.listed.named:
                each[way] = replace(known, listed=replace(known.listed, named=True))
    return list(each.values())


def contents(file: Listed, tick: Tick, resolved: str | None = None) -> tuple[bytes, Stamp | None]:
    """All bytes of a model file, and its stamp, None for standard input. Raises RefusedError.

    `resolved` is its path with symbolic links resolved, if that is known.
    """
    if file.refused:
        raise RefusedError(file.refused)
    if file.path == STDIN:
        return standard_input(tick, MODEL_LIMIT), None
    return read_regular(file.path, MODEL_LIMIT, tick, file.fence if file.fenced else None, resolved)


def _listed(path: str) -> Iterator[Listed]:
    if path == STDIN:
        here = real(".")
        # Standard input has no folder. A model from there may have a source below the current folder, or none at all if
        # the current folder is the root or cannot be resolved.
        inside = here if os.path.isabs(here) and here != os.path.dirname(here) else ""
        yield Listed("<stdin>", path, ".", inside, named=True)
        return
    if not os.path.isdir(path):
        folder = os.path.dirname(path) or "."
        yield Listed(path, path, folder, fence(folder, path), named=True)
        return
    inside = fence(path, path)
    files, failures = _below(path)
    for name, refused in failures:
        yield Listed(name, name, path, inside, refused=refused, named=name == path)
    for name in files:
        yield Listed(name, name, os.path.dirname(name), inside, fenced=True)
    if not files and not failures:
        refused = gettext("the folder has no *.yaml or *.yml in it")
        yield Listed(path, path, path, inside, refused=refused, named=True)


def _below(folder: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The model files at every depth, and the folders that failed; skips names with a leading dot, as `*` does."""
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


def standard_input(tick: Tick, limit: int) -> bytes:
    """All bytes of standard input; raises RefusedError, also if there are more than `limit`."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise RefusedError(gettext("there is no standard input"))
    try:
        return read_all(partial(_waited, stream), limit, tick)
    except ValueError:
        # The caller has closed it; Python's message for this varies.
        raise RefusedError(gettext("there is no standard input")) from None
    except OSError as error:
        raise RefusedError(reason(error)) from None


def _waited(stream: BufferedReader, size: int) -> bytes:
    """Wait for input, then return at most `size` bytes.

    If Ctrl+C comes between Python's last signal check and a read, it is noticed only when that read ends, perhaps
    never; so wait in short steps.
    """
    while not select([stream], [], [], _STEP)[0]:
        pass
    return stream.read1(size)
