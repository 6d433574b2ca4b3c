"""Where a value begins and ends in the text of its file."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tuiapp.library.fault import ValuePath
from tuiapp.library.yaml.characters import mend
from tuiapp.library.yaml.node import Node, plain, span
from tuiapp.library.yaml.tree import Composer

# A busy machine is no fault.
calm = settings(deadline=None)


def root_of(text: str) -> Node:
    composer = Composer(mend(text.encode()), lambda _: None)
    assert composer.root
    assert not composer.notes
    return composer.root


def written(text: str, *path: str | int) -> str:
    """What stands at `path`."""
    found = span(root_of(text), *path)
    assert found
    return text[slice(*found)]


# Why it is a row, the text, the path, what stands there.
ROWS: list[tuple[str, str, ValuePath, str]] = [
    ("plain", "a: b c  # d\n", ("a",), "b c"),
    ("characters count, not bytes", "ж: № é\nё: 𝄞x\n", ("ё",), "𝄞x"),
    ("plain over lines", "a: b\n  c\n\n# d\n", ("a",), "b\n  c"),
    ("with its quotation marks", "a: 'b' # c\n", ("a",), "'b'"),
    ("double ones, over lines", 'a: "b\n\n  c\\"" \n', ("a",), '"b\n\n  c\\""'),
    ("literal, without what follows it", "a: |\n  b\n   c\n\n\n# d\ne: f\n", ("a",), "|\n  b\n   c"),
    ("literal, blanks of its own", "a: |\n  b \n\ne: f\n", ("a",), "|\n  b"),
    ("folded, at the end of the file", "a: >-\n  b", ("a",), ">-\n  b"),
    ("a comment below is none of it", "a: |\n  b\n # c\nd: e\n", ("a",), "|\n  b"),
    ("line feeds that are kept", "a: |+\n  b\n\n\nc: d\n", ("a",), "|+\n  b"),
    ("literal without a line", "a: |\n\nb: c\n", ("a",), "|"),
    ("no value: an empty place behind the colon", "a:  # c\nb: c\n", ("a",), ""),
    ("flow list", "a: [b, 'c' ]  # d\n\n", ("a",), "[b, 'c' ]"),
    ("flow mapping over lines", "a: {b: c,  # d\n  e: [ ]\n  }\n\n", ("a",), "{b: c,  # d\n  e: [ ]\n  }"),
    ("in flow style", "a: {b: c,  # d\n  e: [ ]\n  }\n\n", ("a", "e"), "[ ]"),
    ("block list", "a:\n  - b\n  - c  # d\n\n# e\nf: g\n", ("a",), "- b\n  - c"),
    ("block list, indented by nothing", "a:\n- b\n- c\n\n# e\nf: g\n", ("a",), "- b\n- c"),
    ("block mapping", "a:\n  b: c # d\n  # e\n\nf: g\n", ("a",), "b: c"),
    ("block in block", "a:\n  - b:\n      - c\n\n\n  # d\n  - e\n", ("a", 0), "b:\n      - c"),
    ("ends with flow", "a:\n  b: {c: d}  # e\n", ("a",), "b: {c: d}"),
    ("ends with a literal", "a:\n  - |\n    b\n\n# c\n", ("a",), "- |\n    b"),
    ("ends with no value", "a:\n  b: c\n  d:  # e\n\nf: g\n", ("a",), "b: c\n  d:"),
    ("ends with an alias", "a: &x b\nc:\n  - *x  # d\n\n", ("c",), "- *x"),
    ("the whole of it", "# a\nb: c  # d\n\n", (), "b: c"),
    ("begins at its anchor", "a: &x [b]\n", ("a",), "&x [b]"),
    ("an alias is where it stands", "a: &x [b]\nc: *x\n", ("c",), "*x"),
    ("what is in an alias is where it is written", "a: &x [b]\nc: *x\n", ("c", 0), "b"),
    ("an alias in an alias", "a: &x b\nc: &y [*x]\nd: *y\n", ("d", 0), "*x"),
    ("an alias in a list", "- &x a\n- *x\n", (1,), "*x"),
    ("behind an alias as a key", "a: &x b\n*x : c\n", ("b",), "c"),
]


@pytest.mark.parametrize(("text", "path", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_a_value_is_written_there(text: str, path: ValuePath, expected: str) -> None:
    assert written(text, *path) == expected


@pytest.mark.parametrize("path", [("b",), ("a", 0), ("a", "b"), (0,)])
def test_what_a_file_does_not_say_is_nowhere(path: ValuePath) -> None:
    assert span(root_of("a: b\n"), *path) is None


words = st.text("ab é№𝄞:#-'\"[]{},\n", max_size=12)
# YAML says by a digit how far a literal text is indented that begins with a blank; alone it would be by another.
lines = st.lists(st.text("aé:#-", min_size=1, max_size=5), min_size=1, max_size=3).map("\n".join)


def nested(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    def around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)

    return around(st.recursive(texts, around, max_leaves=12))


def paths(node: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Any]]:
    yield path, node
    for step, inner in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from paths(inner, (*path, step))


def check_spans(text: str, value: Any) -> None:
    """Each span of `text`, which says `value`, says by itself what it should."""
    root = root_of(text)
    assert plain(root) == value
    for path, expected in paths(value):
        found = span(root, *path)
        assert found
        start, end = found
        # A block keeps its shape where its first line is indented as it was.
        column = start - (text.rfind("\n", 0, start) + 1)
        assert yaml.safe_load(" " * column + text[start:end]) == expected
        assert text[end - 1] not in " \t\n"


@calm
@given(
    nested(words), st.sampled_from(["'", '"', None]), st.sampled_from([None, True, False]), st.sampled_from([20, 999])
)
def test_what_is_written_there_says_the_value(value: Any, style: str | None, flow: bool | None, width: int) -> None:
    text = yaml.safe_dump(value, default_style=style, default_flow_style=flow, width=width, allow_unicode=True)
    check_spans(text.replace("!!str ", "") + "\n  # c\n\n", value)


@calm
@given(nested(words), st.sampled_from(["  # c\n", "\n\n", "  # c\n\n # d\n# e\n"]))
def test_comments_and_blank_lines_are_part_of_no_block(value: Any, between: str) -> None:
    # On one line each, so that each line may be followed by something.
    text = yaml.safe_dump(value, default_style='"', default_flow_style=False, width=999).replace("!!str ", "")
    check_spans(text.replace("\n", between), value)


@calm
@given(nested(lines), st.sampled_from(["|", ">"]), st.sampled_from(["", "\n\n", "\n# c\n"]))
def test_literal_and_folded_texts_end_with_their_last_line(value: Any, style: str, after: str) -> None:
    text = yaml.safe_dump(value, default_style=style, default_flow_style=False, allow_unicode=True)
    check_spans(text.replace("!!str ", "") + after, value)
