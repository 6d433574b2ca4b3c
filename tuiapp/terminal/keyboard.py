"""What the terminal sends, made fit for Textual's parser: never an error, no replies, no pastes that act.

A terminal answers queries, ours or those of the program before us, on the same line as its keys. Textual
types what it does not know into the focused widget, and takes ESC inside a paste for a key.
"""

import codecs
import re
from time import monotonic

PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"

PATIENCE = 2.0
"""Seconds of silence after which the end of a paste or of a reply will not come any more. Textual would
wait for ever, and every key would vanish into the paste."""

LONGEST = 65536
"""Characters kept of one paste or reply; the rest is dropped."""

_STRING = r"\x1b(?:\]\d|P[\d>!$+])[^\x07\x1b]*"
"""OSC with a number, DCS as replies begin. The keys Alt+] and Alt+P are not followed by these."""
_PRIVATE = r"\x1b\[[?>=][\d;:]*"
"""Device attributes, kitty flags, colour scheme; not the mode reports, whose `$` Textual waits for."""

_TAKEN_OUT = re.compile(
    rf"\x1b\[200~(?P<paste>.*?)\x1b\[201~|(?P<open>\x1b\[200~.*\Z|{_STRING}\x1b?\Z|{_PRIVATE}\Z)"
    rf"|{_STRING}(?:\x07|\x1b\\)|{_PRIVATE}[A-Za-z]",
    re.DOTALL,
)
_SEQUENCE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P^_X].*?(?:\x07|\x1b\\)|\x1b", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_C1 = re.compile("[\x80-\x9f]")
"""No key sends these; shown in the filter, they would act on the terminal."""


class InputDecoder:
    """Bytes of one terminal to text, in the shape of `codecs.IncrementalDecoder`."""

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._open = ""
        """A paste or a reply whose end has not come yet."""
        self._heard = 0.0
        """When bytes came last, on the monotonic clock."""

    def decode(self, data: bytes, final: bool = False) -> str:
        """The keys and pastes that `data` completes; a byte that is not UTF-8 becomes U+FFFD."""
        silence, self._heard = monotonic() - self._heard, monotonic()
        given_up = ""
        if self._open and silence > PATIENCE:
            given_up, self._open = _cut_short(self._open), ""
        text, self._open = self._open + self._utf8.decode(data, final), ""
        return given_up + _C1.sub("", _TAKEN_OUT.sub(self._take_out, text))

    def _take_out(self, match: re.Match[str]) -> str:
        if match["open"] is not None:
            self._open = _shortened(match["open"])
        return "" if match["paste"] is None else _paste(match["paste"])


def _cut_short(text: str) -> str:
    return _paste(text.removeprefix(PASTE_START)) if text.startswith(PASTE_START) else ""


def _paste(text: str) -> str:
    """`text` as Textual expects a paste, without escape sequences and controls; lines and tabs stay."""
    return PASTE_START + _CONTROL.sub("", _SEQUENCE.sub("", text)) + PASTE_END


def _shortened(text: str) -> str:
    # The last few stay, or an end that was itself cut in two would be missed.
    return text if len(text) <= LONGEST else text[:LONGEST] + text[-len(PASTE_END) :]
