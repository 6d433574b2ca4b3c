"""The loader's faults in Russian: the same faults at the same places as in English, each in Russian words."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_load import ARTICLE, ITEMS, NAMES, WHOLE
from tests.test_load_faults import BOMB, COUNTLESS, FILES, LINES, with_line
from tests.test_load_paths import BROUGHT, NO_FILES, SOURCES, far, folder
from tests.test_load_ties import dated
from tests.test_load_wanted import VALUES, kinds, messages
from tuiapp import language
from tuiapp.library import Fault, Library, survey
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


def test_what_the_system_often_says(folder: Path) -> None:
    assert [fault.message for fault in russian(folder / "none.yaml")] == ["нет такого файла или папки"]


def test_of_a_place_that_is_not_known_any_more(folder: Path) -> None:
    (folder / "a.yaml").write_text(WHOLE)
    library: Library = survey([str(folder)])
    (folder / "a.yaml").write_text("\n" + WHOLE)
    language.use("ru")
    assert library.fault("a", (), "x").message == "x (файл изменился с тех пор, как был прочитан)"


def test_of_a_name_and_an_input_that_there_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    for path in ("a\0b", "-"):
        russian(Path(path))


# Texts

BREAKS = [
    "a: - b", "a: b\nc\nd: e", "[a\nb: c", "a: [,]", "'a\n---\n'", "[a]]", "a: {b: c}}", r'"\xg"', "a: !x!y z",
    "%FOO\n---\na", "a: |x\n y", "[" * 5000,
]  # fmt: skip
"""What the other tests have no text for: each breaks the reading off for another reason."""
TEXTS = [
    *(pytest.param(with_line(number, line).encode(), id=why) for why, number, line, _ in LINES),
    *(pytest.param(raw, id=why) for why, raw, _ in FILES),
    *map(str.encode, BREAKS),
]


@pytest.mark.parametrize("raw", TEXTS)
def test_of_a_text(folder: Path, raw: bytes) -> None:
    (folder / "a.yaml").write_bytes(raw)
    russian(folder)


# Why they do not fit together, and the texts of the files.
MODELS = [
    ("an article twice", [WHOLE, WHOLE]),
    ("an item twice", [WHOLE + ITEMS.removeprefix("items:\n")]),
    ("other definitions", [WHOLE, re.sub("Беларусь|Lifts|liftmash|Гурков", "x", NAMES)]),
    ("items without an article", [NAMES + ITEMS, ARTICLE]),
    ("no article", [NAMES]),
    ("a person and an enterprise", [WHOLE, "enterprises:\n  gurkov: {name: x}\n"]),
    ("between beside one", [WHOLE.replace("    stage", "    between: [x, x]\n    stage")]),
    ("between beside both", [WHOLE.replace("    stage", "    destination: y\n    between: [x, x]\n    stage")]),
    ("a later one", [dated("a", "2025-09", ("one", "b/one")), NAMES + dated("b", "2025-10", ("one", "[]"))]),
    ("a circle", [NAMES + dated("a", "2025", *((f"n{n}", f"a/n{(n + 1) % 3}") for n in range(3)))]),
    ("a long one", [NAMES + dated("a", "2025", *((f"n{n}", f"a/n{(n + 1) % 9}") for n in range(9)))]),
    ("two alike", [NAMES + dated("a", "2025", ("b/c", "[]")), dated("a/b", "2025", ("c", "[]"), ("d", "a/b/c"))]),
    ("no such item", [WHOLE.replace("    stage", "    follows: a/onne\n    stage")]),
    ("a thousand", [COUNTLESS[0][1]]),
]  # fmt: skip


@pytest.mark.parametrize("texts", [pytest.param(row[1], id=row[0]) for row in MODELS])
def test_of_files_together(folder: Path, texts: list[str]) -> None:
    for name, text in zip("ab", texts, strict=False):
        (folder / f"{name}.yaml").write_text(text)
    russian(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# x", "1:1: $: файл пуст"),
        (with_line(17, "    titel: x"), '17:5: items[0].titel: ключ "titel" неизвестен; имелось в виду "title"?'),
        (with_line(20, "    between: [belarus]"), "20:14: items[0].between: нужно 2 значения, а не 1"),
        (BOMB, "6:10: x5[0]: псевдонимы до этого места разворачиваются более чем в 100\u00a0000 значений"),
    ],
)
def test_a_fault_is_a_line_as_in_english(folder: Path, text: str, said: str) -> None:
    (folder / "a.yaml").write_text(text)
    assert f"{folder}/a.yaml:{said}" in map(str, russian(folder))


# Values


@pytest.mark.parametrize("value", [*VALUES, "2025-13", "'2025-02-30'", "'0000'", "1.2.2025", "31.02.2025"])
def test_of_a_value_of_any_type(value: str) -> None:
    for kind in kinds(ModelFile):
        language.use("en")
        english = messages(kind, value)
        language.use("ru")
        for said, other in zip(messages(kind, value), english, strict=True):
            check(said, other)
