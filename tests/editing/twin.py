"""What a change must make and must leave, found in another way than `tuiapp.editing` does."""

import re
from random import Random
from typing import Any

from tests.editing.hands import WORDS, paths
from tuiapp.editing import Append, Change, Drop, Guess, PlaceError, Put, Settle, Value, changed, guesses
from tuiapp.library.fault import ValuePath
from tuiapp.library.yaml.characters import mend
from tuiapp.library.yaml.node import Mapping, Node, Scalar, Span, child, plain, span
from tuiapp.library.yaml.tree import Composer

REFUSED = "refused"


def root_of(text: str) -> tuple[Node | None, bool]:
    """The tree of a text, and whether it is whole."""
    composer = Composer(mend(text.encode()), lambda _: None)
    return composer.root, composer.complete


def said(text: str) -> Any:
    root, whole = root_of(text)
    assert root is not None
    assert whole
    return plain(root)


def written(random: Random, depth: int = 0) -> Value:
    """A value to put."""
    kind = random.choice(["text", "text", "guess", "list", "map"]) if depth < 3 else "text"
    if kind == "guess":
        return Guess(written(random, depth + 1), random.choice(["", "why", "a # b", ": - x"]))
    if kind == "list":
        return [written(random, depth + 1) for _ in range(random.randrange(4))]
    if kind == "map":
        return {key: written(random, depth + 1) for key in random.sample(WORDS[:20], random.randrange(4))}
    return random.choice(WORDS)


def bare(value: Value) -> Any:
    """A value without what is said of guesses."""
    if isinstance(value, Guess):
        return bare(value.value)
    if isinstance(value, list):
        return [bare(each) for each in value]
    return {key: bare(each) for key, each in value.items()} if isinstance(value, dict) else value


def change(random: Random, value: Any) -> Change:
    """Some change of a document that says `value`."""
    path, there = random.choice(list(paths(value)))
    kind = random.choice(["put", "put", "add", "append", "drop", "settle"])
    if kind == "add" and isinstance(there, dict):
        return Put((*path, random.choice(["new", "Новый ключ", "a", "- x", ""])), written(random))
    if kind == "append":
        lists = [path for path, there in paths(value) if isinstance(there, list)]
        path = random.choice(lists) if lists and random.random() < 0.8 else (*path, "new")
        return Append(path, written(random))
    if kind == "drop":
        return Drop(path)
    return Settle(path) if kind == "settle" else Put(path, written(random))


def expected(value: Any, made: Change) -> Any:
    """What the document says afterwards; `value` is changed for that."""
    if isinstance(made, Settle):
        return value
    whole = [value]
    inner: Any = whole
    path: ValuePath = (0, *made.path)
    for step in path[:-1]:
        if inner[step] is None:
            inner[step] = {}
        inner = inner[step]
    if isinstance(made, Drop):
        del inner[path[-1]]
    elif isinstance(made, Put):
        inner[path[-1]] = bare(made.value)
    else:
        there = inner.get(path[-1]) if isinstance(inner, dict) else inner[path[-1]]
        inner[path[-1]] = [*(there or []), bare(made.value)]
    return whole[0]


def check(text: str, made: Change) -> str:
    """Make a change and prove it; returns the new text, or that it was refused."""
    before = said(text)
    try:
        new = changed(text, [made])
    except PlaceError as error:
        return told(error, made)
    after = said(new)
    assert repr(after) == repr(expected(before, made)), (text, made, new)
    start, end = reach(text, made)
    assert new.startswith(text[:start]), (text, made, new)
    assert new.endswith(text[end:]), (text, made, new)
    assert new.count("\r\n") == new.count("\n") or "\r\n" not in text or text.count("\r\n") < text.count("\n")
    assert all(comment in new[start : len(new) - len(text) + end] for comment in kept(text, made)), (text, made, new)
    if isinstance(made, Settle):
        assert not {path for path in guesses(new) if path[: len(made.path)] == made.path}, (text, made, new)
    if isinstance(made, Put) and isinstance(bare(made.value), str):
        guess = made.path in guesses(new)
        if not in_flow(new, made.path):
            assert guess == isinstance(made.value, Guess), (text, made, new)
        elif not isinstance(made.value, Guess):
            assert not guess
    return new


def told(error: PlaceError, made: Change) -> str:
    """One sentence is said, and what can be pasted says the value."""
    assert str(error)
    assert "\n" not in str(error)
    if isinstance(made, (Drop, Settle)):
        assert error.lines == ()
        return REFUSED
    key = made.path[-1] if made.path and isinstance(made, Put) else 0
    assert said("\n".join(error.lines)) == ({key: bare(made.value)} if isinstance(key, str) else [bare(made.value)])
    return REFUSED


def reach(text: str, made: Change) -> tuple[int, int]:
    """The lines that a change may touch, in characters of the text: no others."""
    lead = text.startswith("\ufeff")
    root, _ = root_of(text)
    page = mend(text.encode()).text
    path = made.path
    if isinstance(made, Settle) and not path:
        return 0, len(text)
    own = span(root, *path)
    if own is None or isinstance(made, Append):
        # Something is added behind the last that is there, or in the place of nothing.
        around = span(root, *path) or span(root, *path[:-1])
        assert around
        start = around[0] if page[around[0] : around[1]].strip() in ("", "~", "null") else max(around[0], 0)
        own = start, around[1]
        path = path if span(root, *path) else path[:-1]
    first = key_line(root, path, page, own[0])
    start = page.rfind("\n", 0, first) + 1
    end = page.find("\n", own[1])
    end = len(page) if end < 0 else end + 1
    if isinstance(made, Drop):
        start, end = around_dropped(root, path, page, own, (start, end))
    lines = page[:start].count("\n"), page[:end].count("\n")
    if "\r" not in text:
        return start + lead, end + lead
    whole = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    rest = len(page) - end if page[end - 1 : end] != "\n" and end == len(page) else None
    stop = len("".join(whole[: lines[1]])) if rest is None else len(text)
    return len("".join(whole[: lines[0]])) + (start - (page.rfind("\n", 0, start) + 1)), stop


def around_dropped(root: Node | None, path: ValuePath, page: str, own: Span, lines: Span) -> Span:
    """The lines with comments and blank ones on both sides, and the end of what comes before."""
    start, end = lines
    while start and not page[page.rfind("\n", 0, start - 1) + 1 : start].split("#")[0].strip():
        start = page.rfind("\n", 0, start - 1) + 1
    start = max(start - 1, 0)
    if isinstance(path[-1], int) and path[-1]:
        start = min(start, (span(root, *path[:-1], path[-1] - 1) or own)[1])
    elif isinstance(holder := child(root, *path[:-1]), Mapping):
        keys = [*holder.children]
        if at := keys.index(str(path[-1])):
            start = min(start, (span(root, *path[:-1], keys[at - 1]) or own)[1])
    while end < len(page) and not page[end : (page + "\n").index("\n", end)].split("#")[0].strip():
        end = min((page + "\n").index("\n", end) + 1, len(page))
    # What comes next moves to a dash, and the last line of all has no line feed then.
    end = min((page + "\n").index("\n", end) + 1, len(page)) if end < len(page) else end
    if len(plain(child(root, *path[:-1]))) == 1:  # type: ignore[arg-type]
        start = min(start, page.rfind("\n", 0, key_line(root, path[:-1], page, start)) + 1)
    return start, end


def key_line(root: Node | None, path: ValuePath, page: str, at: int) -> int:
    """Where the line of the key or dash begins that has the value at `at`."""
    around = child(root, *path[:-1]) if path else None
    if isinstance(around, Mapping) and path[-1] in around.keys:
        line, _ = around.keys[str(path[-1])]
        return sum(len(each) + 1 for each in page.split("\n")[: line - 1])
    lines = page[:at].split("\n")
    # The dash may stand lines above its value, with comments between.
    while len(lines) > 1 and not lines[-1].split("#")[0].strip():
        lines.pop()
    return len("\n".join(lines[:-1])) + (len(lines) > 1)


def kept(text: str, made: Change) -> set[str]:
    """The person's own comment behind a scalar, which stays when another takes its place."""
    root, _ = root_of(text)
    there = child(root, *made.path)
    found = span(root, *made.path)
    if not isinstance(made, Put) or not isinstance(there, Scalar) or not found or in_flow(text, made.path):
        return set()
    page = mend(text.encode()).text
    behind = page[found[1] : (page + "\n").index("\n", found[1])]
    return {behind.strip()} if behind.strip().startswith("#") and "# ?" not in behind else set()


def in_flow(text: str, path: ValuePath) -> bool:
    """Whether the value stands between brackets."""
    root, _ = root_of(text)
    page = mend(text.encode()).text
    for cut in range(len(path)):
        found = span(root, *path[:cut])
        if found and page[found[0] : found[1]].lstrip()[:1] in "[{" and not page[found[0] :].startswith(("- ", "-\n")):
            return True
        if found and page[found[0]] == "&" and page[found[0] : found[1]].split(None, 1)[-1][:1] in "[{":
            return True
    return False
