"""What is taken of what a client says of itself: a terminal's name and size, its language and its colours."""

import re

WANTED = re.compile(r"LANG|LANGUAGE|LC_[A-Z]{1,20}|COLORTERM|NO_COLOR")
"""Names of variables; nothing else of the client's environment is kept."""
MOST = 20
"""Variables of one session."""
_VALUE = re.compile(r"[A-Za-z0-9_.,:@=+ -]{0,64}")
_TERMINAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}")

_MOST_COLUMNS, _MOST_ROWS = 2000, 1000


def variable(key: bytes, value: bytes) -> tuple[str, str] | None:
    """A variable that is wanted, or None."""
    name, text = key[:64].decode("ascii", "replace"), value[:128].decode("ascii", "replace")
    return (name, text) if WANTED.fullmatch(name) and _VALUE.fullmatch(text) else None


def is_terminal(name: str) -> bool:
    """Whether it is the name of a terminal, which names a file of terminfo."""
    return bool(_TERMINAL.fullmatch(name)) and ".." not in name


def size(columns: int, rows: int) -> tuple[int, int]:
    """Rows and columns as a terminal can have them; a size of 0 is one that the client does not know."""
    return min(rows or 24, _MOST_ROWS), min(columns or 80, _MOST_COLUMNS)
