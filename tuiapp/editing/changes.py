"""Changes of one place of a YAML text: every other character stays, and what comes out is read again."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from msgspec.structs import replace
from yaml import YAMLError

from tuiapp.editing.change import Append, Change, Drop, MissingError, OtherError, PlaceError, Put, Settle, lines_of
from tuiapp.editing.finding import edits
from tuiapp.editing.places import Page, guessed
from tuiapp.editing.spelling import read_back, texts, unfolded
from tuiapp.editing.whole import BrokenError, applied, mended, said
from tuiapp.language import gettext
from tuiapp.library.fault import ValuePath, spelled
from tuiapp.library.yaml.characters import UNFIT, refused


def guesses(text: str) -> frozenset[ValuePath]:
    """The paths of the values whose line ends in a comment that begins `# ?`; none if the text is no YAML."""
    characters = mended(text)
    try:
        said(characters)
        return guessed(Page(characters.text))
    except (BrokenError, YAMLError):
        return frozenset()


def values(text: str) -> object:
    """The values of a text, plain; raises PlaceError if it cannot be read to its end."""
    try:
        return said(mended(text))[0]
    except BrokenError as error:
        raise PlaceError(str(error)) from None


def changed(text: str, changes: Iterable[Change]) -> str:
    """`text` with `changes`, one after the other; raises PlaceError, also if one of them changed anything else."""
    for change in changes:
        text = _changed(text, change)
    return text


def _changed(text: str, change: Change) -> str:
    for word in texts(change.value) if isinstance(change, (Put, Append)) else ():
        if wrong := UNFIT.search(word):
            raise PlaceError(refused(wrong[0]))
    try:
        return _proved(text, change)
    except OtherError:
        # A comment below a folded text, as far in as its lines, would be one of them.
        if isinstance(change, (Put, Append)):
            with suppress(OtherError):
                return _proved(text, replace(change, value=unfolded(change.value)))
    except BrokenError as error:
        raise PlaceError(str(error), lines_of(change)) from None
    except MissingError:
        missing = gettext("the file has no {path}").format(path=spelled(change.path))
        raise PlaceError(missing, lines_of(change)) from None
    message = gettext("{path} is written in a way that only a person can change").format(path=spelled(change.path))
    raise PlaceError(message, lines_of(change))


def _proved(text: str, change: Change) -> str:
    """The new text; raises OtherError if it does not say what it should, and MissingError and BrokenError."""
    characters = mended(text)
    value, faults = said(characters)
    try:
        page = Page(characters.text)
        new = applied(text, page.text, edits(page, change))
        expected = _expected(value, change)
        got, faults_now = said(mended(new))
    except (YAMLError, BrokenError):
        raise OtherError from None
    # As text, in which true is not 1, keys have their order, and what is no number is itself.
    if repr(got) != repr(expected) or faults_now > faults:
        raise OtherError
    return new


def _expected(value: object, change: Change) -> object:
    """`value`, which is changed for that, as it is to be afterwards."""
    if isinstance(change, Settle):
        return value
    # Append takes the path () too, so that the whole gets a step of its own.
    holder: Any = {"": value}
    inner: Any = holder
    path: ValuePath = ("", *change.path)
    *steps, last = path
    for step in steps:
        outer, inner = inner, _step(inner, step)
        if inner is None:
            inner = outer[step] = {}
    if isinstance(change, Drop):
        del inner[last]
    elif isinstance(change, Put):
        inner[last] = read_back(change.value)
    else:
        there = inner.get(last) if isinstance(inner, dict) else _step(inner, last)
        inner[last] = [*(there if isinstance(there, list) else []), read_back(change.value)]
    return holder[""]


def _step(value: Any, step: str | int) -> object:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        raise MissingError from None
