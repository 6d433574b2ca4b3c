"""One change of one place: what the text is afterwards, to the character."""

import pytest

from tuiapp.editing import Append, Change, Drop, Guess, PlaceError, Put, Settle, changed, guesses, values
from tuiapp.library.fault import ValuePath

LONG = "Очень длинные слова, " * 9 + "и всё."
FOLDED = [
    "Очень длинные слова, Очень длинные слова, Очень длинные слова, Очень длинные слова, Очень длинные",
    "слова, Очень длинные слова, Очень длинные слова, Очень длинные слова, Очень длинные слова, и всё.",
]

# Why it is a row, the text, the change, the new text.
ROWS: list[tuple[str, str, Change, str]] = [
    ("a scalar alone", "a: b  # c\nd: e\n", Put(("a",), "x"), "a: x  # c\nd: e\n"),
    ("in quotation marks if it must", "a: b", Put(("a",), "yes"), 'a: "yes"'),
    ("over quotation marks", "a: 'b' # c", Put(("a",), "Новое, да"), "a: Новое, да # c"),
    ("a comma in flow style", "a: [б, в]", Put(("a", 0), "Новое, да"), 'a: ["Новое, да", в]'),
    ("over nothing", "a:\nb: c\n", Put(("a",), "x"), "a: x\nb: c\n"),
    ("over nothing with a comment", "a:  # c\nb: c\n", Put(("a",), "x"), "a: x  # c\nb: c\n"),
    ("over nothing in flow style", "a: {b, c: }", Put(("a", "b"), "x"), "a: {b: x, c: }"),
    ("over nothing behind a dash", "-\n- b\n", Put((0,), "x"), "- x\n- b\n"),
    ("over a value below its key", "a:\n  # c\n  b\n", Put(("a",), "x"), "a:\n  # c\n  x\n"),
    ("over a value of lines", 'a: "b\n\n  c"  # d\n', Put(("a",), "x"), "a: x  # d\n"),
    ("over a literal", "a: |  # b\n  c\n\n  d\n\ne: f\n", Put(("a",), "x"), "a: x  # b\n\ne: f\n"),
    ("a mark goes", "a: b  # ? c\nd: e  # ?\n", Put(("a",), "x"), "a: x\nd: e  # ?\n"),
    ("a mark goes, a note stays", "a: b  # ? c  # d\n", Put(("a",), "x"), "a: x  # d\n"),
    ("a mark comes", "a: b\n", Put(("a",), Guess("x", "why")), "a: x  # ? why\n"),
    ("a mark comes before a note", "a: b # c\n", Put(("a",), Guess("x")), "a: x  # ? # c\n"),
    ("a mark is exchanged", "a: b  # ? c\n", Put(("a",), Guess("x", "d")), "a: x  # ? d\n"),
    ("no mark in flow style", "a: {b: c}\n", Put(("a", "b"), Guess("x")), "a: {b: x}\n"),
    ("why on one line", "a: b\n", Put(("a",), Guess("x", "c\nd: e")), "a: x  # ? c d: e\n"),
    (
        "a long text is folded",
        "a: b  # c\nd: e\n",
        Put(("a",), LONG),
        f"a: >-  # c\n  {FOLDED[0]}\n  {FOLDED[1]}\nd: e\n",
    ),
    ("in a list", "- - b\n", Put((0, 0), LONG), f"- - >-\n    {FOLDED[0]}\n    {FOLDED[1]}\n"),
    ("at the end without a line feed", "a: b", Put(("a",), LONG), f"a: >-\n  {FOLDED[0]}\n  {FOLDED[1]}"),
    ("not in flow style", "[b]", Put((0,), LONG), f'["{LONG}"]'),
    ("not where it could not be read again", "a: b\n", Put(("a",), LONG + " "), f'a: "{LONG} "\n'),
    ("a folded one by a short one", "a: >-\n  b\n  c\n# d\n", Put(("a",), "x"), "a: x\n# d\n"),
    ("a mapping over a scalar", "a: b  # c\nd: e\n", Put(("a",), {"f": "g"}), "a:  # c\n  f: g\nd: e\n"),
    ("a mapping over a list", "a:\n- b\n- c  # d\ne: f\n", Put(("a",), {"g": "h"}), "a:\n  g: h\ne: f\n"),
    ("a scalar over a mapping", "a:  # b\n  c: d\n  e: f\n\ng: h\n", Put(("a",), "x"), "a: x  # b\n\ng: h\n"),
    (
        "an element",
        "a:\n  - b: c\n    d: e\n  - f\n",
        Put(("a", 0), {"g": "h", "i": "k"}),
        "a:\n  - g: h\n    i: k\n  - f\n",
    ),
    ("a wide dash", "-   b: c\n    d: e\n", Put((0,), {"f": "g", "h": "i"}), "-   f: g\n    h: i\n"),
    ("a text in both languages", "a: b\n", Put(("a",), {"ru": "да", "en": "ok"}), "a: {ru: да, en: ok}\n"),
    ("a guess of a mapping", "a: b\n", Put(("a",), Guess({"c": "d"}, "e")), "a: {c: d}  # ? e\n"),
    (
        "a key comes last",
        "a:\n  b: c  # d\n\n# e\nf: g\n",
        Put(("a", "x"), "v"),
        "a:\n  b: c  # d\n  x: v\n\n# e\nf: g\n",
    ),
    ("at the end without a line feed", "a:\n  b: c", Put(("a", "x"), "v"), "a:\n  b: c\n  x: v"),
    ("before the end of the document", "a: b\n...\n", Put(("x",), "v"), "a: b\nx: v\n...\n"),
    ("behind a dash", "- b: c\n- d\n", Put((0, "x"), "v"), "- b: c\n  x: v\n- d\n"),
    ("in braces", "a: {b: c}  # d\n", Put(("a", "x"), "v"), "a: {b: c, x: v}  # d\n"),
    ("behind the last comma", "a: {b: c, }\n", Put(("a", "x"), "v"), "a: {b: c, x: v }\n"),
    ("in empty braces", "a: {}\n", Put(("a", "x"), "v"), "a:\n  x: v\n"),
    ("in nothing", "a:  # b\nc: d\n", Put(("a", "x"), "v"), "a:  # b\n  x: v\nc: d\n"),
    ("in quotation marks", "a:\n  b: c\n", Put(("a", "x v"), "v"), 'a:\n  b: c\n  "x v": v\n'),
    ("an element comes last", "a:\n- b  # c\n# d\ne: f\n", Append(("a",), "x"), "a:\n- b  # c\n- x\n# d\ne: f\n"),
    ("apart as the others are", "- a\n\n- b\n", Append((), "x"), "- a\n\n- b\n\n- x\n"),
    ("in brackets", "a: [b, c]  # ?\n", Append(("a",), "x"), "a: [b, c, x]  # ?\n"),
    ("in empty brackets", "a: []\n", Append(("a",), {"x": "v"}), "a:\n  - x: v\n"),
    ("one on each line", "a: [\n  b,  # c\n  d  # e\n]\n", Append(("a",), "x"), "a: [\n  b,  # c\n  d,  # e\n  x\n]\n"),
    ("one with a comma on each", "a: [\n  b,\n  d,  # e\n]\n", Append(("a",), "x"), "a: [\n  b,\n  d,  # e\n  x,\n]\n"),
    ("a list that is missing", "a:\n  b: c\n", Append(("a", "x"), {"v": "z"}), "a:\n  b: c\n  x:\n    - v: z\n"),
    ("a list that is nothing", "a:\nb: c\n", Append(("a",), "x"), "a: [x]\nb: c\n"),
    ("a key goes", "a: b\nc: d  # e\nf: g\n", Drop(("c",)), "a: b\nf: g\n"),
    (
        "with the comment above and in it",
        "a: b\n# c\nd:\n  e: f\n  # g\n# h\ni: k\n",
        Drop(("d",)),
        "a: b\n# h\ni: k\n",
    ),
    ("the head of the file stays", "# a\nb: c\nd: e\n", Drop(("b",)), "# a\nd: e\n"),
    ("the last, and no line feed", "a: b\nc: d", Drop(("c",)), "a: b"),
    ("the first behind a dash", "- a: b  # c\n  d: e\n", Drop((0, "a")), "- d: e\n"),
    ("the first behind a dash, before a comment", "- a: b\n  # c\n  d: e\n", Drop((0, "a")), "- \n  # c\n  d: e\n"),
    ("an element, and one blank line", "- a\n\n- b\n\n- c\n\n# d\n", Drop((1,)), "- a\n\n- c\n\n# d\n"),
    ("the first, and its blank line", "a:\n  - b\n\n  - c\n", Drop(("a", 0)), "a:\n  - c\n"),
    ("the last, and the blank line before", "a:\n  - b\n\n  - c\n\nd: e\n", Drop(("a", 1)), "a:\n  - b\n\nd: e\n"),
    ("the only one", "a:  # b\n  # c\n  - d\n    # e\nf: g\n", Drop(("a", 0)), "a: []  # b\nf: g\n"),
    ("the only key", "a:\n  b: c\n", Drop(("a", "b")), "a: {}\n"),
    ("in brackets", "a: [b, c, d]\n", Drop(("a", 1)), "a: [b, d]\n"),
    ("the first in brackets", "a: [b, c]\n", Drop(("a", 0)), "a: [c]\n"),
    ("the only one in brackets", "a: [ b, ]\n", Drop(("a", 0)), "a: [  ]\n"),
    (
        "other comments in brackets stay",
        "a: [b,  # c\n  d,  # e\n  f]\n",
        Drop(("a", 1)),
        "a: [b,  # c\n    # e\n  f]\n",
    ),
    ("one mark", "a: b  # ?\nc: d  # ? e\n", Settle(("c",)), "a: b  # ?\nc: d\n"),
    (
        "all marks in it",
        "a:\n  - b: c # ?\n    d: e\t# ? f  # g\nh: i  # ?\n",
        Settle(("a",)),
        "a:\n  - b: c\n    d: e  # g\nh: i  # ?\n",
    ),
    ("all in the file, and lines of their own", "a: b  # ?\n# ? c\n# d\ne: '# ?'", Settle(()), "a: b\n# d\ne: '# ?'"),
    ("the last line of its own", "a: b\n  # ? c", Settle(()), "a: b"),
    ("none in a text", "a: |  # ?\n  b  # ?\nc: 'd\n  # ?'\n", Settle(()), "a: |\n  b  # ?\nc: 'd\n  # ?'\n"),
    ("CRLF", "a: b  # c\r\nd: e\r\n", Put(("a",), {"x": "v"}), "a:  # c\r\n  x: v\r\nd: e\r\n"),
    ("CRLF, a key", "a: b\r\nd: e", Put(("x",), "v"), "a: b\r\nd: e\r\nx: v"),
    ("CRLF, a line out", "a: b\r\nc: d\r\ne: f\r\n", Drop(("c",)), "a: b\r\ne: f\r\n"),
    ("a mark of the byte order", "\ufeffa: b\nc: d\n", Put(("a",), "x"), "\ufeffa: x\nc: d\n"),
    ("characters that nobody sees", "a: b  # \u200b\nc: \x1b\n", Put(("a",), "x"), "a: x  # \u200b\nc: \x1b\n"),
    ("a key that is asked for", "? a\n: b\n? c\n: d\n", Put(("a",), "x"), "? a\n: x\n? c\n: d\n"),
    ("an anchor that nobody uses", "a: &b c\n", Put(("a",), "x"), "a: &b x\n"),
    ("an alias by something else", "a: &b c\nd: *b\n", Put(("d",), "x"), "a: &b c\nd: x\n"),
    ("beside an alias", "a: &b c\nd: [*b, e]\n", Put(("d", 1), "x"), "a: &b c\nd: [*b, x]\n"),
    ("an anchor of the element", "- &a b\n", Put((0,), {"c": "d"}), "- &a\n  c: d\n"),
    ("a key in quotation marks", "'a': b\n", Put(("a",), "x"), "'a': x\n"),
    ("brackets with a comment", "a: [ # c\n ]\n", Append(("a",), "x"), "a: [ # c\n x]\n"),
    (
        "in place of what was unknown",
        "a:\n  f: g\n  # ? b: c\n  d: e\n",
        Put(("a", "b"), "x"),
        "a:\n  f: g\n  d: e\n  b: x\n",
    ),
    (
        "not of what others are",
        "a:\n  f: g # ?\n  # ? bc: d\n",
        Put(("a", "b"), "x"),
        "a:\n  f: g # ?\n  b: x\n  # ? bc: d\n",
    ),
    ("why has no comment of its own", "a: b\n", Put(("a",), Guess("x", "#c # d")), "a: x  # ? c# d\n"),
    ("in an empty document", "{}  # ?\n", Put(("a",), "x"), "a: x\n"),
    ("a comment as far in as a folded text would be", "a: b\n  # c\n", Put(("a",), LONG), f'a: "{LONG}"\n  # c\n'),
    ("a comment behind what was below", "a:\n  b  # c\n", Put(("a",), {"d": "e"}), "a:\n    # c\n  d: e\n"),
    ("the first of two keys alike", "x:\n  a: b\n  a: c\n", Put(("x", "a"), "v"), "x:\n  a: v\n  a: c\n"),
    (
        "between numbers and dates",
        "a: 1.0\nb: .nan\nc: 2025-01-02\n",
        Put(("a",), "1"),
        'a: "1"\nb: .nan\nc: 2025-01-02\n',
    ),
]


@pytest.mark.parametrize(("text", "change", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_a_change_of_one_place(text: str, change: Change, expected: str) -> None:
    assert changed(text, [change]) == expected


def test_changes_are_made_in_turn() -> None:
    made: list[Change] = [
        Put(("a",), "x"),
        Append(("c",), "v"),
        Append(("c",), "z"),
        Drop(("c", 0)),
        Put(("c", 0), "w"),
    ]
    assert changed("a: b\n", made) == "a: x\nc: [w]\n"


# Why it is a row, the text, the change, what is said, what can be pasted.
REFUSED: list[tuple[str, str, Change, str, tuple[str, ...]]] = [
    ("not there", "a: b", Put(("c", "d"), "x"), "the file has no c.d", ("d: x",)),
    ("no such element", "a: [b]", Put(("a", 1), "x"), "the file has no a[1]", ("- x",)),
    ("none behind the others", "a: [b]", Drop(("a", -1)), "the file has no a[-1]", ()),
    ("no key of a text", "a: b", Put(("a", "c"), "x"), "the file has no a.c", ("c: x",)),
    ("no list", "a: b", Append(("a",), {"x": "v"}), "the file has no a", ("- x: v",)),
    ("nothing there", "a: b", Drop(("c",)), "the file has no c", ()),
    ("nothing to settle", "a: b", Settle(("c",)), "the file has no c", ()),
    (
        "in an alias",
        "a: &x {b: c}\nd: *x\n",
        Put(("d", "b"), "v"),
        "d is written once and stands in several places",
        ("b: v",),
    ),
    (
        "behind an anchor",
        "a: &x {b: c}\nd: *x\n",
        Put(("a", "b"), "v"),
        "a is written once and stands in several places",
        ("b: v",),
    ),
    (
        "an anchor itself",
        "a: &x b\nd: *x\n",
        Put(("a",), "v"),
        "a is written once and stands in several places",
        ("a: v",),
    ),
    ("around an anchor", "a: [&x b]\nd: *x\n", Drop(("a",)), "a is written in a way that only a person can change", ()),
    ("the whole", "a: b", Put((), "x"), "$ is written in a way that only a person can change", ("- x",)),
    ("a pair in brackets", "[a: b]", Put((0, "c"), "x"), "[0].c is written", ("c: x",)),
    ("no YAML", "a: [b", Put(("a",), "x"), "the file is no YAML as it stands, line ", ("a: x",)),
    (
        "two documents",
        "a: b\n---\nc: d\n",
        Put(("a",), "x"),
        "the file is no YAML as it stands, line 2: a second document",
        ("a: x",),
    ),
    ("no character", "a: b", Put(("a",), "x\x1b"), "U+001B is a control character", ()),
    ("no character of a comment", "a: b", Put(("a",), Guess("x", "\u200b")), "U+200B ZERO WIDTH SPACE", ()),
    ("a line feed in a key", "a: b", Put(("c\n", "d"), "x"), 'the file has no ["c␊"].d', ("d: x",)),
    ("a surrogate", "a: b", Put(("a",), "\ud800"), "U+D800", ()),
    ("a flood of tags", "%TAG !a! a\n" * 200 + "a: b", Put(("a",), "x"), "the file is no YAML as it stands", ("a: x",)),
]


@pytest.mark.parametrize(("text", "change", "said", "lines"), [pytest.param(*row[1:], id=row[0]) for row in REFUSED])
def test_what_cannot_be_changed_is_refused_in_a_sentence(
    text: str, change: Change, said: str, lines: tuple[str, ...]
) -> None:
    with pytest.raises(PlaceError) as raised:
        changed(text, [change])
    assert str(raised.value).startswith(said)
    assert raised.value.lines == lines


# The text and the paths of its guesses.
GUESSES: list[tuple[str, set[ValuePath]]] = [
    ("a: b  # ?\nc: d  # ? why\ne: f # g\n", {("a",), ("c",)}),
    ("a: '# ?'\nb: \"c # ?\"\nd: |\n  e  # ?\n", set()),
    ("a: |  # ?\n  b\n", {("a",)}),
    ("a: b  # c  # ?\n", {("a",)}),
    ("a: b # ?c\n", {("a",)}),
    ("a: b#  # ?\n", {("a",)}),
    ("# ? a\na: b\n  # ? c\n", set()),
    ("- id: a  # ?\n  b: [c, d]  # ?\n", {(0, "id"), (0, "b")}),
    ("a: [b,  # ?\n  {c: d},  # ?\n  e]  # ?\n", {("a", 0), ("a", 1), ("a",)}),
    ("a: {b: {c: d}}  # ?\n", {("a",)}),
    ("a:  # ?\n  - b\n", {("a",)}),
    ("-  # ?\n  a: b\n", {(0,)}),
    ("a:  # ?\nb: c\n", {("a",)}),
    ("a: # ?\n  b\n", {("a",)}),
    ("a: &x b  # ?\nc: *x  # ?\n", {("a",), ("c",)}),
    ("a: [b # ?\n", set()),
    ("2025: b  # ?\nc: d\nc: e  # ?\n", set()),
    ("", set()),
    ("\ufeffa: b  # ?\r\nc: d\r\n", {("a",)}),
]


@pytest.mark.parametrize(("text", "expected"), GUESSES)
def test_guesses_are_what_ends_in_a_mark(text: str, expected: set[ValuePath]) -> None:
    assert guesses(text) == expected


def test_as_many_guesses_are_found_as_there_are() -> None:
    # Each was once looked for among all, which took minutes.
    text = "people:\n" + "".join(f"  p{number}: {{name: A}}  # ?\n" for number in range(20_000))
    assert guesses(text) == {("people", f"p{number}") for number in range(20_000)}


def test_the_values_of_a_text_are_plain() -> None:
    assert values("\ufeffa: &x [b]\r\nc: *x\r\n") == {"a": ["b"], "c": ["b"]}
    with pytest.raises(PlaceError, match="no YAML as it stands, line 1"):
        values("")
