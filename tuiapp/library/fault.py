"""A fault of a model, and its place: the one form in which every part of the loader reports errors."""

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from tuiapp.language import gettext
from tuiapp.printable import visible

ValuePath = tuple[str | int, ...]
"""The path from a document's root to a value: mapping keys and list indexes; () is the root."""
Place = tuple[int, int]
"""Line and column, both from 1; the column counts characters."""
Note = tuple[Place, ValuePath, str]
"""Place, path and message of a fault; the caller knows the file's name."""

MOST_TOLD = 1_000
"""Most faults reported per file: authors fix a few at a time, and a million nonsense lines need no more."""

_PLAIN_STEP = re.compile(r"[\w-]+")
_LONGEST_SHOWN = 60
# A path in a correct file has at most 6 steps; in a nonsense file it may have 100.
_STEPS_SHOWN = 12


class Fault(Struct, frozen=True):
    """One fault; as text, `FILE:LINE:COLUMN: PATH: MESSAGE` without control characters."""

    file: str
    """The name that the caller gave; for a folder's file, that folder and the path inside it; or `<stdin>`."""
    line: int
    column: int
    """Counted in characters. A fault of a whole file has the place 1:1."""
    path: str
    """Such as `items[2].stage`; `$` is the document itself."""
    message: str
    """In the language that was in use when the file was read."""

    def __str__(self) -> str:
        return visible(f"{self.file}:{self.line}:{self.column}: {self.path}: {self.message}")


class ModelError(Exception):
    """The model cannot be used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        """Never empty; ordered by file, then by place."""
        if not self.faults:
            raise ValueError("a model without faults was refused: two parts of the loader disagree")
        super().__init__(*self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def spelled(path: ValuePath) -> str:
    """`path` as a person writes it: `items[2].stage`, `regions["a b"]`, `$`."""
    cut = "…" if len(path) > _STEPS_SHOWN else ""
    return "".join(map(_step, path[:_STEPS_SHOWN])).removeprefix(".") + cut or "$"


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{shortened(step)}" if _PLAIN_STEP.fullmatch(step) else f"[{quoted(step)}]"


def shortened(text: str) -> str:
    """`text`, cut to 60 characters so that a message stays readable on a terminal."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def quoted(text: str) -> str:
    """`text` in quotation marks, `shortened`."""
    return f'"{shortened(text)}"'


def guessing(message: str, name: str, known: Collection[str]) -> str:
    """`message`, which refuses `name`, and the question whether the most similar of `known` was meant, if any is."""
    # Imported here because only a faulty model needs it.
    from rapidfuzz import fuzz, process

    # A score of 60 of 100 accepts two typos in five letters and rejects words that share a few letters by chance.
    found = process.extractOne(name, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60)
    if not found:
        return message
    return gettext("{message}, did you mean {name}?").format(message=message, name=quoted(found[0]))
