"""A whole text: what it says, and the same with some characters exchanged."""

import re
from bisect import bisect_right
from collections.abc import Callable

from yaml import YAMLError

from tuiapp.editing.taking import Edit
from tuiapp.language import gettext
from tuiapp.library.fault import Place
from tuiapp.library.yaml.characters import Characters, mend
from tuiapp.library.yaml.events import TAG_LINES, IrregularError, Pieces, build
from tuiapp.library.yaml.node import plain
from tuiapp.library.yaml.tree import Composer

_LINE_END = re.compile(r"\r\n|\r|\n")


class BrokenError(Exception):
    """The text cannot be read to its end; the message says where and why."""


def mended(text: str) -> Characters:
    """`text` with line feeds alone, without the mark at its beginning."""
    # A surrogate is no character; it is exchanged one for one, so that the places stay.
    return mend(text.encode(errors="replace"))


def said(characters: Characters) -> tuple[object, int]:
    """The plain value of a text, and how many faults it has; raises BrokenError."""
    if not characters.unfit and characters.text.count("\n%TAG") < TAG_LINES:
        try:
            return build(Pieces(characters.text.encode(), _untold)), len(characters.faults)
        except (IrregularError, YAMLError):
            pass
    composer = Composer(characters, _untold)
    if composer.root is None or not composer.complete:
        place: Place = composer.notes[-1][0] if composer.notes else (1, 1)
        message = composer.notes[-1][2] if composer.notes else ""
        broken = gettext("the file is no YAML as it stands, line {line}: {message}")
        raise BrokenError(broken.format(line=place[0], message=message))
    return plain(composer.root), len(composer.notes)


def _untold(_: int) -> None:
    """Ignore progress: a file that people write takes a few milliseconds."""


def applied(text: str, page: str, edits: list[Edit]) -> str:
    """`text` with `edits`, which are of `page`: the same without its mark and with line feeds alone."""
    first = _LINE_END.search(text)
    ending = first[0] if first else "\n"
    raw = _in_raw(text, page)
    done, pieces = 0, []
    # What is put in one place stays in its order.
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[done : raw(start)], new.replace("\n", ending)]
        done = raw(end)
    return "".join(pieces) + text[done:]


def _in_raw(text: str, page: str) -> Callable[[int], int]:
    """Where a place of `page` is in `text`."""
    lead = text.startswith("\ufeff")
    if "\r" not in text:
        return lambda at: at + lead
    lines = [int(lead), *(match.end() for match in _LINE_END.finditer(text))]
    starts = [0, *(match.end() for match in re.finditer("\n", page))]

    def raw(at: int) -> int:
        line = bisect_right(starts, at) - 1
        return lines[line] + at - starts[line]

    return raw
