"""Text from outside, made fit to stand on a terminal: every control character becomes a visible sign.

The model, an article, a file name, a query and the message of an error all pass through here before they are
written anywhere; nobody else decides what may reach a terminal.
"""

import re

# C0 and DEL, C1, the bidirectional controls that reorder what is read (Unicode TR 9), the line and paragraph
# separators, surrogates, and the invisible format characters that some terminals act on or count as cells.
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"


def visible(text: str, keep: str = "") -> str:
    """`text` with each control character as a sign of one cell, those in `keep` left as they are."""
    return UNPRINTABLE.sub(lambda match: match[0] if match[0] in keep else _sign(match[0]), text)


def one_line(text: str) -> str:
    """`text` on a single line: each run of white space becomes one blank, the rest is made `visible`."""
    return visible(" ".join(text.split()))
