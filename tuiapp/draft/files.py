"""The article that comes in, and the two files that go out."""

import os

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.draft.draft import Given
from tuiapp.draft.letters import identifier, tidy
from tuiapp.draft.page import is_page, page
from tuiapp.language import gettext
from tuiapp.library.listing import STDIN, standard_input
from tuiapp.library.opening import RefusedError, read_regular
from tuiapp.library.sources import LIMIT
from tuiapp.library.writing import write
from tuiapp.library.yaml.characters import wide

LONGEST = 1 << 20
"""Most bytes of a text: no article has more, and 1 MB takes ten seconds."""


class TextError(Exception):
    """The text cannot be drafted from; the message says why."""


class Incoming(Struct, frozen=True):
    """An article as it came."""

    raw: bytes
    """What NAME.txt is to hold."""
    text: str
    given: Given


def incoming(path: str, given: Given) -> Incoming:
    """The article at `path`, a text or a saved page, or `-`; what is `given` goes before what a page tells.

    Raises RefusedError, PageError and TextError.
    """
    raw = standard_input(_ignored, LIMIT) if path == STDIN else read_regular(path, LIMIT, _ignored)[0]
    if is_page(raw):
        found = page(raw)
        told = {key: value for key in found.given.__struct_fields__ if (value := getattr(given, key)) is not None}
        raw, text, given = found.text.encode(), found.text, replace(found.given, **told)
    else:
        text = _decoded(raw)
    if len(raw) > LONGEST:
        raise TextError(gettext("larger than {size} MB").format(size=LONGEST >> 20))
    if not any(map(str.isalpha, tidy(text))):
        raise TextError(gettext("there is no word in it"))
    return Incoming(raw, text, given)


def _decoded(raw: bytes) -> str:
    if wide(raw):
        raise TextError(gettext("it is UTF-16: save it as UTF-8"))
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        wrong = gettext("it is not UTF-8: byte {number} is {byte}")
        raise TextError(wrong.format(number=error.start + 1, byte=f"0x{raw[error.start]:02X}")) from None


def file_name(path: str) -> str:
    """NAME.txt for the article at `path`: its own name, or where a model could not hold that, letters made of it."""
    stem = os.path.splitext(os.path.basename(path))[0]
    fit = stem and stem == tidy(stem) and not stem.startswith(".") and stem.isprintable()
    return f"{stem if fit and stem != STDIN else identifier(stem, 'article')}.txt"


def put(folder: str, name: str, text: bytes, model: bytes) -> list[str]:
    """Write the text as `name` and the model beside it; returns what was done, a line for each file.

    A text that is there already, the same to the byte, is left as it is; any other file in the way is refused before
    anything is written. Raises RefusedError.
    """
    around = "" if folder == "." else folder
    beside = os.path.join(around, name)
    drafted = os.path.join(around, f"{name.removesuffix('.txt')}.yaml")
    if os.path.lexists(drafted):
        already = gettext("{file} is there already, and nothing is overwritten; `tuiapp {folder}` opens it")
        raise RefusedError(already.format(file=drafted, folder=folder))
    there = os.path.lexists(beside)
    if there and read_regular(beside, LIMIT, _ignored)[0] != text:
        raise RefusedError(
            gettext("{file} is there already with another text, and nothing is overwritten").format(file=beside)
        )
    said = gettext("wrote {file}")
    if not there:
        write(beside, text, None)
    write(drafted, model, None)
    return [said.format(file=file) for file in (beside, drafted) if file == drafted or not there]


def _ignored(_: int) -> None:
    """A step of reading: 16 MB take no progress."""
