"""The signs that stand beside words, and their replacements on terminals that have only ASCII.

One choice for the whole process, made before the first line is drawn.
"""

from tuiapp.evidence import Status
from tuiapp.model import Stage

_SIGNS = {
    "arrow": ("→", "->"),
    "both": ("↔", "<->"),
    "more": ("↓", "v"),
    "before": ("↑", "^"),
    "down": ("↓", "Down"),
    "up": ("↑", "Up"),
    "between": (" · ", " | "),
    "ellipsis": ("…", "~"),
    "bar": ("│", "|"),
    "dots": ("┊", ":"),
    "rule": ("─", "-"),
    "heavy": ("━", "="),
    "cursor": ("▸", ">"),
    "marked": ("•", "*"),
    "picked": ("[x]", "[x]"),
    "unpicked": ("[ ]", "[ ]"),
    "folded": ("+", "+"),
    "unfolded": ("-", "-"),
    "dash": ("—", "-"),
    "opening": ("«", '"'),
    "closing": ("»", '"'),
    # Like a disc that fills: it tells of stages without colour.
    Stage.ACTIVE: ("●", "#"),
    Stage.AGREED: ("◕", "+"),
    Stage.PLANNED: ("◑", "="),
    Stage.NEGOTIATION: ("◔", "-"),
    Stage.STUDY: ("◌", "."),
    Stage.INTEREST: ("·", " "),
    Status.VERBATIM: ("✓", "="),
    Status.NORMALISED: ("≈", "~"),
    Status.CUT: ("⊂", "<"),
    Status.DIFFERS: ("≠", "!"),
    Status.MISSING: ("×", "?"),
    Status.NO_SOURCE: ("○", "o"),
}

_column = 0


def use_ascii(only: bool) -> None:
    """Draw with ASCII alone from now on, or with all signs again."""
    global _column
    _column = int(only)


def ascii_only() -> bool:
    """Whether signs are drawn in ASCII."""
    return bool(_column)


def sign(name: str) -> str:
    """The sign called `name`: a key of the table above, or a status of a quote."""
    return _SIGNS[name][_column]
