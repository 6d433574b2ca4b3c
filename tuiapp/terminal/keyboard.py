"""Parses the terminal's input into keys, pastes, and the one reply that we use.

A terminal sends its answers to queries, ours or an earlier program's, through the same input as its keys. All other
input is dropped here, before Textual sees it: mouse and focus reports, sizes, and replies to other queries. Control
sequences follow ECMA-48. A control character inside a sequence ends it and counts as a key, so that an unfinished
sequence cannot swallow Ctrl+Q.
"""

import codecs
import re
from time import monotonic
from typing import NamedTuple


class Stroke(NamedTuple):
    """One key: a character, or the sequence that a terminal sends for it."""

    sequence: str
    alt: bool = False


class Pasted(NamedTuple):
    """The text of a bracketed paste, without escape sequences and control characters except line breaks and tabs."""

    text: str


class Synchronises(NamedTuple):
    """The terminal's reply that it supports synchronised output (mode 2026): it shows only complete frames."""


Token = Stroke | Pasted | Synchronises

PASTE_END = "\x1b[201~"

PATIENCE = 2.0
"""Seconds of silence after which an unfinished paste or sequence is given up."""

PAUSE = 0.3
"""Seconds of silence after which a single Ctrl+C or Ctrl+Q is a key even inside a paste: a paste has no such pause."""

LONGEST = 4096
"""Characters kept of one paste; the filter takes 200."""

LONGEST_SEQUENCE = 64
"""Characters kept of an unfinished sequence; the longest key has about 30."""

_TOKEN = re.compile(
    r"(?P<text>[^\x1b]+)"
    r"|(?P<paste>\x1b\[200~)"
    r"|(?P<reply>\x1b\[\?2026;[1-4]\$y)"
    r"|(?P<console>\x1b\[\[[A-E])"  # F1 to F5 on the Linux console
    r"|\x1b\[M[^\x1b]{3}"  # a mouse report of X10
    r"|\x1b\[[?<=>][ -?]*[@-~]|\x1b\[[ -?]*[tIO]|\x1b\[[ -?]+M|\x1b\[\d+;\d+R|\x1b\[201~"  # replies and reports
    r"|(?P<sequence>\x1b\[[ -?]*[@-~]|\x1bO[\d;]{0,4}[A-Za-z])"
    r"|\x1b\[[ -?]*(?=[^ -~])"  # cut short
    r"|(?P<string>\x1b(?:\]\d|P[\d>!$+]|_G))"  # OSC, DCS and APC as replies begin
    r"|\x1b(?P<alt>[^\x1b])"
    r"|(?P<escape>\x1b)",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"\x1b(?:\[\[?[ -?]*|\[M[^\x1b]{0,2}|O[\d;]{0,4}|[\]P_])?\Z")
"""The beginning of a sequence that the next bytes may complete. Alt+[, Alt+], Alt+P and the like match too and have to
wait, but none of them is bound."""
_STRING_END = re.compile(r"\x07|\x1b\\|(?P<held>\x1b\Z)|(?=[\x00-\x06\x0e-\x1f])")
_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P^_X].*?(?:\x07|\x1b\\)|\x1b", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_C1 = re.compile("[\x80-\x9f]")
"""C1 control characters. No key sends them; shown in the filter, they would control the terminal."""


class Keyboard:
    """Accepts bytes in pieces cut anywhere; never raises."""

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._held = ""
        """The beginning of a sequence."""
        self._paste: str | None = None
        """The paste so far; None outside a paste."""
        self._in_string = False
        """Whether the input is inside an OSC, DCS or APC string."""
        self._heard = 0.0
        """When the last bytes arrived, on the monotonic clock."""

    def feed(self, data: bytes) -> list[Token]:
        """The tokens that `data` completes; a byte that is not UTF-8 becomes U+FFFD."""
        silence, self._heard = monotonic() - self._heard, monotonic()
        tokens: list[Token] = []
        if silence > PATIENCE or (silence > PAUSE and data in (b"\x03", b"\x11")):
            self._give_up(tokens)
        text, self._held = self._held + _C1.sub("", self._utf8.decode(data)), ""
        at = 0
        while at < len(text):
            if self._paste is not None:
                at = self._read_paste(self._paste, text, at, tokens)
            elif self._in_string:
                at = self._skip_string(text, at)
            else:
                at = self._read_token(text, at, tokens)
        return tokens

    def rest(self) -> list[Token]:
        """The key that a pause completes: Esc or Alt+O, each of which may also begin a sequence."""
        held, self._held = self._held, ""
        if held == "\x1b" and self._paste is None:
            self._in_string = False
            return [Stroke(held)]
        if held.startswith("\x1bO"):
            return [Stroke("O", alt=True)]
        self._held = held
        return []

    def _give_up(self, tokens: list[Token]) -> None:
        if self._paste is not None:
            self._end_paste(self._paste, tokens)
        self._in_string, self._held = False, ""

    def _read_paste(self, pasted: str, text: str, at: int, tokens: list[Token]) -> int:
        end = text.find(PASTE_END, at)
        if end >= 0:
            self._end_paste(pasted + text[at:end], tokens)
            return end + len(PASTE_END)
        rest = text[at:]
        self._held = next(end for end in _beginnings(PASTE_END) if rest.endswith(end))
        self._paste = (pasted + rest.removesuffix(self._held))[:LONGEST]
        return len(text)

    def _end_paste(self, pasted: str, tokens: list[Token]) -> None:
        self._paste = None
        if text := _CONTROL.sub("", _SEQUENCE.sub("", pasted[:LONGEST])):
            tokens.append(Pasted(text))

    def _skip_string(self, text: str, at: int) -> int:
        end = _STRING_END.search(text, at)
        if end is None:
            return len(text)
        self._in_string = end["held"] is not None
        self._held = end["held"] or ""
        return end.end()

    def _read_token(self, text: str, at: int, tokens: list[Token]) -> int:
        if unfinished := _UNFINISHED.match(text, at):
            self._held = unfinished[0][:LONGEST_SEQUENCE]
            return len(text)
        token = _TOKEN.match(text, at)
        assert token  # any character is text or an escape
        if token["text"]:
            tokens += map(Stroke, token["text"])
        elif token["alt"]:
            tokens.append(Stroke(token["alt"], alt=True))
        elif key := token["sequence"] or token["console"] or token["escape"]:
            tokens.append(Stroke(key))
        elif token["reply"]:
            tokens.append(Synchronises())
        elif token["paste"]:
            self._paste = ""
        self._in_string = token["string"] is not None
        return token.end()


def _beginnings(mark: str) -> list[str]:
    """The proper prefixes of `mark`, longest first, down to the empty one."""
    return [mark[:length] for length in range(len(mark) - 1, -1, -1)]
