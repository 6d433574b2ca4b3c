"""The loader's faults in Russian: the same faults at the same places as in English, each in Russian words."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_load import ARTICLE, WHOLE
from tests.test_load_faults import FILES, LINES, with_line
from tests.test_load_paths import BROUGHT, NO_FILES, SOURCES, far, folder
from tests.test_load_wanted import VALUES, kinds, messages
from tuiapp import language
from tuiapp.library import Fault, Library, survey
from tuiapp.library.yaml.characters import mend
from tuiapp.library.yaml.tree import Composer
from tuiapp.model import ModelFile

__all__ = ["far", "folder"]

SYSTEM = {os.strerror(code)[:1].lower() + os.strerror(code)[1:] for code in errno.errorcode}
"""What the operating system says: that stays as it is."""
QUOTED = re.compile(r'"[^"]*"|(?<=YAML не может это прочесть: ).*')
"""Values of the model, and what libyaml says in its own words."""


def own_words(message: str) -> str:
    """`message` without what is quoted and without what the system says."""
    for said in SYSTEM:
        message = message.replace(said, "")
    return QUOTED.sub("", message)


def where(fault: Fault) -> tuple[str, int, int, str]:
    return fault.file, fault.line, fault.column, fault.path


def russian(path: Path) -> tuple[Fault, ...]:
    """The faults of the model at `path` in Russian; fails if they are not those that it has in English."""
    english = survey([str(path)]).faults
    language.use("ru")
    faults = survey([str(path)]).faults
    assert faults
    assert list(map(where, faults)) == list(map(where, english))
    for fault, other in zip(faults, english, strict=True):
        check(fault.message, other.message)
    return faults


def check(russian: str, english: str) -> None:
    """Assert that a message is in Russian words, or has none of its own."""
    if words := own_words(russian):
        assert re.search("[а-яё]", words), russian
        assert not re.search("[a-z]{2,} [a-z]{2,}", words), russian
    else:
        assert russian == english


# Paths and sources


@pytest.mark.parametrize("make", [pytest.param(row[1], id=row[0]) for row in [*NO_FILES, *BROUGHT]])
def test_of_what_cannot_be_read(folder: Path, far: Path, make: Callable[[Path], object]) -> None:
    make(folder / "x.yaml")
    russian(folder)


@pytest.mark.parametrize(("source", "make"), [pytest.param(*row[1:3], id=row[0]) for row in SOURCES])
def test_of_a_source(folder: Path, source: str, make: Callable[[Path], object]) -> None:
    make(folder.parent / "x.txt")
    (folder / "a.yaml").write_text(ARTICLE + f"  source: {source}\n")
    russian(folder)


def test_what_the_system_says_stays_as_it_is(folder: Path) -> None:
    assert [fault.message for fault in russian(folder / "none.yaml")] == ["no such file or directory"]


def test_of_a_place_that_is_not_known_any_more(folder: Path) -> None:
    (folder / "a.yaml").write_text(WHOLE)
    library: Library = survey([str(folder)])
    (folder / "a.yaml").write_text("\n" + WHOLE)
    language.use("ru")
    assert library.fault("a", (), "x").message == "x (файл изменился с тех пор, как был прочитан)"


# Texts

TEXTS = [
    *(pytest.param(with_line(number, line).encode(), id=why) for why, number, line, _ in LINES),
    *(pytest.param(raw, id=why) for why, raw, _ in FILES),
]


@pytest.mark.parametrize("raw", TEXTS)
def test_of_what_yaml_cannot_read(raw: bytes) -> None:
    english = Composer(mend(raw), lambda size: None).notes
    language.use("ru")
    for note, other in zip(Composer(mend(raw), lambda size: None).notes, english, strict=True):
        assert note[:2] == other[:2]
        check(note[2], other[2])


# Values


@pytest.mark.parametrize("value", [*VALUES, "2025-13", "'2025-02-30'", "'0000'", "1.2.2025", "31.02.2025"])
def test_of_a_value_of_any_type(value: str) -> None:
    for kind in kinds(ModelFile):
        language.use("en")
        english = messages(kind, value)
        language.use("ru")
        for said, other in zip(messages(kind, value), english, strict=True):
            check(said, other)
