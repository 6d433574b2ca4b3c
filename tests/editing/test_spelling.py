"""Values as YAML: whatever is written reads back as the same."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.twin import bare
from tuiapp.editing import Guess, Value
from tuiapp.editing.spelling import LONG, block, inline, piece, quoted, read_back, scalar, unfolded
from tuiapp.library.yaml.characters import UNFIT, mend
from tuiapp.library.yaml.node import plain
from tuiapp.library.yaml.tree import Composer

FIT = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda each: not UNFIT.search(each)))
SPACED = st.lists(st.text("абё -–.,:#'\"?\t\n ", max_size=30), max_size=12).map(" ".join)
CYRILLIC = st.from_regex(r"[а-яё][\w «»“”().,/%№–—-]*", fullmatch=True)
WORDS = st.sampled_from(["", "y", "No", "null", "~", "1", "1.0", "0x1", "2025-01-02", "12:30", "<<", "=", ".inf", "!a"])
TEXTS = FIT | SPACED | CYRILLIC.filter(lambda each: not UNFIT.search(each)) | WORDS


def read(text: str) -> Any:
    """What the library reads, without a fault."""
    composer = Composer(mend(text.encode()), lambda _: None)
    assert not composer.notes, (text, composer.notes)
    assert composer.root
    return plain(composer.root)


def values() -> st.SearchStrategy[Any]:
    def around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        texts = st.dictionaries(st.sampled_from(["ru", "en"]), TEXTS, max_size=2)
        keys = TEXTS.filter(lambda key: len(key) < 100)
        return (
            st.lists(inner, max_size=3)
            | st.dictionaries(keys, inner, max_size=3)
            | texts
            | st.builds(Guess, inner, TEXTS)
        )

    return st.recursive(TEXTS, around, max_leaves=10)


@given(TEXTS)
def test_a_text_reads_back_as_the_same(text: str) -> None:
    assert read(f"a: {scalar(text)}\n") == {"a": text}
    assert read(f"[{scalar(text, flow=True)}, {{a: {scalar(text, flow=True)}}}]") == [text, {"a": text}]
    assert read("\n".join(block({"a": [text], "b": text}, 0))) == {"a": [text], "b": text}
    assert yaml.safe_load(f"a: {scalar(text)}\n") == {"a": text}


@given(values())
def test_a_value_reads_back_as_the_same(value: Value) -> None:
    assert read(f"[{inline(value)}]") == [bare(value)]
    assert read("\n".join(block([value, {"a": value}], 3))) == [bare(value), {"a": bare(value)}]
    assert read("\n".join(block([unfolded(value)], 0))) == [bare(value)] == [read_back(value)]


@given(st.text())
def test_no_character_is_written_that_no_text_may_hold(text: str) -> None:
    written = quoted(text)
    assert not UNFIT.search(written)
    assert "\n" not in written
    if not any("\ud800" <= each <= "\udfff" for each in text):
        assert yaml.safe_load(written) == text


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("a-b", ["- a-b"]),
        ("Завод «Ё», 5 %", ["- Завод «Ё», 5 %"]),
        ("no", ['- "no"']),
        ('a\nb\t\\"', ['- "a\\nb\\t\\\\\\""']),
        (["а, б", "в"], ['- ["а, б", в]']),
        ([], ["- []"]),
        ({}, ["- {}"]),
        ({"ru": "а", "en": "b"}, ["- {ru: а, en: b}"]),
        ({"a": "b", "c": ["d", {"e": "f"}]}, ["- a: b", "  c:", "    - d", "    - e: f"]),
        (Guess("a"), ["- a  # ?"]),
        (Guess("a", "b  c"), ["- a  # ? b c"]),
        (Guess({"a": Guess("b")}, "c"), ["- {a: b}  # ? c"]),
        ([Guess("a"), "b"], ["- - a  # ?", "  - b"]),
        ({"a": Guess("b " * LONG + "c", "d")}, ["- a: >-  # ? d", f"    {'b ' * 49}b", f"    {'b ' * 40}c"]),
        ("b " * LONG, [f'- "{"b " * LONG}"']),
        ("x" * LONG, ["- >-", f"  {'x' * LONG}"]),
    ],
)
def test_a_value_is_spelled_as_a_person_would(value: Value, lines: list[str]) -> None:
    assert block([value], 0) == lines


def test_a_value_behind_a_key_begins_below_it_or_beside_it() -> None:
    assert piece({"a": "b"}, 2) == ("", "", ["    a: b"])
    assert piece({"a": "b"}, 2, dash=True) == ("a: b", "", [])
    assert piece(Guess("a", "b"), 2) == ("a", "  # ? b", [])
