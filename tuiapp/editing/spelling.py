"""Values as YAML: plain where YAML reads it as it stands, else in quotation marks; what is guessed ends in `# ?`."""

import re
import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from tuiapp.library.checks.part import MARK
from tuiapp.library.yaml.characters import UNFIT
from tuiapp.library.yaml.events import Pieces, build

_ID = re.compile(r"[a-z][a-z0-9-]*(?:\.txt)?")
# What begins with a Cyrillic letter is no number, no date and no truth value; nothing in it opens or ends anything.
_PLAIN = re.compile(r"[а-яёА-ЯЁ][\w «»“”().,/%№–—-]*(?<![ ,])")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\n\t]')
_TEXT = frozenset(["ru", "en"])
LONG = 90
"""A text of so many characters is folded over lines, in block style."""
_FOLDED_WIDTH = 100
_STEP = 2


class Guess(Struct, frozen=True):
    """A value that somebody has to look at; its line ends in `# ?` and the reason."""

    value: "Value"
    why: str = ""


class Spelled(Struct, frozen=True):
    """A scalar on one line of YAML, spelled already: a date, a text that is in quotation marks whatever it holds."""

    yaml: str


Value = str | Spelled | Guess | list["Value"] | dict[str, "Value"]
"""What can be written; mappings keep their order."""


class Piece(NamedTuple):
    """A value behind its key or dash, in block style."""

    head: str
    """What stands on the line of the key or the dash; "" for a list or mapping that begins below."""
    mark: str
    """`  # ?` and why, or ""; it ends that line."""
    body: list[str]
    """The lines below, indented."""


def scalar(value: str, *, flow: bool = False) -> str:
    """A text, in quotation marks unless YAML reads it as it stands; `flow`: between braces, where a comma ends it."""
    if _ID.fullmatch(value) and value not in _WORDS:
        return value
    if _PLAIN.fullmatch(value) and not (flow and "," in value) and not UNFIT.search(value):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """A text in quotation marks, on one line."""
    escaped = _TO_ESCAPE.sub(lambda match: _ESCAPED[match[0]], value)
    return f'"{UNFIT.sub(_code, escaped)}"'


def _code(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def inline(value: Value) -> str:
    """A value on one line, lists and mappings in flow style; what is guessed has no mark there."""
    if isinstance(value, Guess):
        return inline(value.value)
    if isinstance(value, Spelled):
        return value.yaml
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return f"{{{', '.join(f'{scalar(key, flow=True)}: {inline(inner)}' for key, inner in value.items())}}}"


def block(value: Value, column: int) -> list[str]:
    """The lines of a list or mapping that is not empty, its dashes or keys at `column`, from 0."""
    return _lines(_rows(value, column), column)


def _lines(rows: list[Piece], column: int) -> list[str]:
    return [line for head, mark, body in rows for line in (" " * column + head + mark, *body)]


def _rows(value: Value, column: int) -> list[Piece]:
    """Its elements, each with its key or dash."""
    if isinstance(value, dict):
        parts = [(f"{scalar(key)}:", piece(inner, column)) for key, inner in value.items()]
    else:
        parts = [("-", piece(inner, column, dash=True)) for inner in (value if isinstance(value, list) else [])]
    return [Piece(f"{lead} {head}".rstrip(" "), mark, body) for lead, (head, mark, body) in parts]


def piece(value: Value, column: int, *, dash: bool = False) -> Piece:
    """A value behind the key at `column`, or behind the dash there."""
    if isinstance(value, Guess):
        inner = piece(value.value, column) if _folds(value.value) else Piece(_one(value.value), "", [])
        # A blank and `#` would end the mark.
        why = " ".join(value.why.split()).replace(" #", "#").lstrip("#")
        return Piece(inner.head, f"  {MARK}{' ' if why else ''}{why}", inner.body)
    if isinstance(value, str) and _folds(value):
        pad = " " * (column + _STEP)
        return Piece(">-", "", [pad + line for line in _wrapped(value)])
    if isinstance(value, (str, Spelled)) or _in_one_line(value):
        return Piece(_one(value), "", [])
    if not dash:
        return Piece("", "", block(value, column + _STEP))
    # The first line stands behind the dash.
    first, *rest = _rows(value, column + _STEP)
    return Piece(first.head, first.mark, [*first.body, *_lines(rest, column + _STEP)])


def _one(value: Value) -> str:
    """On one line of a block, where a comma ends nothing."""
    return scalar(value) if isinstance(value, str) else inline(value)


def _in_one_line(value: Value) -> bool:
    """Whether a list or mapping is written in flow style: nothing, a text in two languages, a list of texts."""
    if isinstance(value, dict):
        return not value or (_TEXT.issuperset(value) and all(isinstance(each, str) for each in value.values()))
    if isinstance(value, list):
        return all(
            isinstance(each, (str, Spelled)) or (isinstance(each, dict) and _in_one_line(each)) for each in value
        )
    return False


def _folds(value: Value) -> bool:
    """Whether a text is long and folding keeps it: single blanks, none at its ends, no line feed."""
    if not isinstance(value, str) or len(value) < LONG or UNFIT.search(value):
        return False
    return value == value.strip(" \t\n") and " ".join(_wrapped(value)) == value


def _wrapped(value: str) -> list[str]:
    # Only at blanks: a word that is cut at its hyphen would be two.
    return textwrap.wrap(value, _FOLDED_WIDTH, break_long_words=False, break_on_hyphens=False)


def unfolded(value: Value) -> Value:
    """The same with all texts on one line."""
    if isinstance(value, Guess):
        return Guess(unfolded(value.value), value.why)
    if isinstance(value, list):
        return [unfolded(each) for each in value]
    if isinstance(value, dict):
        return {key: unfolded(each) for key, each in value.items()}
    return Spelled(quoted(value)) if isinstance(value, str) and _folds(value) else value


def read_back(value: Value) -> object:
    """What YAML reads where `value` is written."""
    if isinstance(value, Guess):
        return read_back(value.value)
    if isinstance(value, Spelled):
        return build(Pieces(value.yaml.encode(), lambda _: None))
    if isinstance(value, list):
        return [read_back(each) for each in value]
    if isinstance(value, dict):
        return {key: read_back(each) for key, each in value.items()}
    return value


def texts(value: Value) -> Iterable[str]:
    """All texts in a value, with its keys and what is said of guesses."""
    if isinstance(value, Guess):
        yield value.why
        yield from texts(value.value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from texts(each)
