"""What is wrong with a model, and where: the one shape in which every part of the loader complains."""

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from tuiapp.printable import visible

Path = tuple[str | int, ...]
"""The way from the root of a document to a value: keys of mappings and numbers in lists; () is the root."""
Place = tuple[int, int]
"""Line and column, both from 1; the column counts characters."""
Note = tuple[Place, Path, str]
"""What is wrong in a document whose name is known to the caller."""

MOST_TOLD = 1_000
"""Faults of one file; an author mends a few at a time, and who wrote a million nonsense lines learns no more."""

_PLAIN_STEP = re.compile(r"[\w-]+")
_LONGEST_SHOWN = 60
# A model's paths have six steps; those of a nonsense file may have a hundred.
_STEPS_SHOWN = 12


class Fault(Struct, frozen=True):
    """One thing that is wrong; as text, `FILE:LINE:COLUMN: PATH: MESSAGE` without control characters."""

    file: str
    """As the caller named it; below a folder, the folder's name and the way from there; `<stdin>`."""
    line: int
    column: int
    """In characters. A fault of a whole file stands at 1:1."""
    path: str
    """Such as `items[2].stage`; `$` is the document itself."""
    message: str

    def __str__(self) -> str:
        return visible(f"{self.file}:{self.line}:{self.column}: {self.path}: {self.message}")


class ModelError(Exception):
    """The model cannot be used."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        """Never empty; in the order of the files, within a file by place."""
        if not self.faults:
            raise ValueError("a model without faults was refused: two parts of the loader disagree")
        super().__init__(*self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def spelled(path: Path) -> str:
    """`path` as a person writes it: `items[2].stage`, `regions["a b"]`, `$`."""
    cut = "…" if len(path) > _STEPS_SHOWN else ""
    return "".join(map(_step, path[:_STEPS_SHOWN])).removeprefix(".") + cut or "$"


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{shortened(step)}" if _PLAIN_STEP.fullmatch(step) else f"[{quoted(step)}]"


def shortened(text: str) -> str:
    """`text`, cut to what a line of a terminal can bear."""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def quoted(text: str) -> str:
    """`text` in quotation marks, `shortened`."""
    return f'"{shortened(text)}"'


def suggestion(name: str, known: Collection[str]) -> str:
    """`, did you mean "…"?` with the nearest of `known`, or nothing where none is near."""
    # Only a faulty model pays for the import.
    from rapidfuzz import fuzz, process

    # 60 of 100 takes two slips in five letters and refuses words that share a few letters by chance.
    found = process.extractOne(name, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=60)
    return f", did you mean {quoted(found[0])}?" if found else ""
