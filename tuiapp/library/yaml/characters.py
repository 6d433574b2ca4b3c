"""Decode a file to text that can be parsed: UTF-8, line feeds only, no unprintable characters."""

import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from msgspec import Struct

from tuiapp.language import gettext
from tuiapp.library.fault import Place
from tuiapp.printable import UNFIT as _UNFIT
from tuiapp.printable import is_control, one_of

UNFIT = one_of(_UNFIT)
"""Matches an unprintable character, except tab and line feed: no text or comment of a model may hold one."""


class Characters(Struct, frozen=True):
    """A file's text, repaired so that the line and column of everything else stay valid."""

    text: str
    faults: list[tuple[Place, str]]
    """Faults of the encoding and the line ends."""
    unfit: list[tuple[Place, str]]
    """Place and value of each forbidden character, in order; in `text` each is U+FFFD."""


def regular(raw: bytes) -> bool:
    """Whether `raw` needs no repair."""
    try:
        return not UNFIT.search(raw.decode())
    except UnicodeDecodeError:
        return False


def wide(raw: bytes) -> bool:
    """Whether `raw` is UTF-16 or little-endian UTF-32: by its mark, or by exactly one 0 in its first two bytes."""
    return raw.startswith((BOM_UTF16_BE, BOM_UTF16_LE)) or raw[:2].count(0) == 1


def mend(raw: bytes) -> Characters:
    """Decode and repair `raw`, and note its faults."""
    faults = []
    text = raw.decode(errors="replace")
    if text.startswith("\ufeff"):
        faults.append(((1, 1), gettext("byte order mark (U+FEFF): save the file as UTF-8 without one")))
        text = text[1:]
    if (byte := _first_bad_byte(raw)) is not None:
        wrong = gettext("not UTF-8: byte {byte}").format(byte=f"0x{raw[byte]:02X}")
        faults.append((_place(raw[:byte].decode("utf-8-sig")), wrong))
    if (at := text.find("\r")) >= 0:
        wrong = gettext("carriage return (U+000D): lines must end with a line feed alone")
        faults.append((_place(text[:at]), wrong))
        text = _line_feeds(text)
    return Characters(UNFIT.sub("\ufffd", text), faults, list(_unfit(text)))


def refused(character: str) -> str:
    """Why the unfit `character` is refused, with its code, such as U+001B, for the author to look up."""
    code = f"U+{ord(character):04X}"
    if is_control(character):
        return gettext("{code} is a control character, which no text may hold").format(code=code)
    named = f"{code} {unicodedata.name(character, '')}".rstrip()
    return gettext("{character} is a character that nobody sees, which no text may hold").format(character=named)


def _first_bad_byte(raw: bytes) -> int | None:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


def _place(before: str) -> Place:
    before = _line_feeds(before)
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unfit(text: str) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in UNFIT.finditer(line):
            yield (number, match.start() + 1), match[0]
