"""The files behind a view, for changes by a person: each is in its file at once, and can be taken back.

An item is a proposal as long as one of its values is a guess, which a comment `# ?` says.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tuiapp.decisions import Item
from tuiapp.editing import Change, Edited, PlaceError, edit, guesses, text_of, undo, values
from tuiapp.following import Follower
from tuiapp.language import gettext
from tuiapp.library import ChangedError, Library, RefusedError
from tuiapp.library.checks.part import parse
from tuiapp.library.listing import STDIN

__all__ = ["Decision", "Desk", "PlaceError"]

LARGEST = 1 << 20
"""Characters of a file in which proposals are looked for; a longer one is no draft, and each look takes 0.5 s a MB."""
Decision = Callable[[Item], list[Change]]


class Desk:
    """A change that cannot be made raises RefusedError, or PlaceError, which has the lines that a person can paste."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._done: list[tuple[Edited, str]] = []
        """What can be taken back, with the ARTICLE/ITEM that it is about."""
        self._undone: list[tuple[Edited, str]] = []
        """What was taken back and can be done again."""
        self._unread: dict[str, Library] = {}
        """The files that were changed, each with the library that does not have that yet."""
        self._seen: dict[str, tuple[str, Mapping[str, frozenset[str]]]] = {}
        """For each article, the text that was looked through last, and its proposals."""

    def proposed(self, article: str) -> Mapping[str, frozenset[str]]:
        """The ids of the items of an article that are proposals, each with the keys of its values that are guesses; of
        a quote, `quotes[1]` for the second one."""
        try:
            text = text_of(self._path(article))
        except RefusedError:
            return {}
        if text != self._seen.get(article, ("",))[0]:
            self._seen[article] = text, _proposed(text) if len(text) <= LARGEST else {}
        return self._seen[article][1]

    def head(self, article: str) -> frozenset[str]:
        """The keys of those values of the article itself that are guesses."""
        try:
            text = text_of(self._path(article))
        except RefusedError:
            return frozenset()
        return frozenset(str(path[1]) for path in guesses(text) if path[:1] == ("article",) and len(path) > 1)

    def marked(self, article: str) -> bool:
        """Whether an article's file had a guess when it was read, or has been changed since."""
        try:
            file = self._follower.library.file_of(article)
        except KeyError:
            return False
        return file.part.marked or file.listed.path in self._unread

    def decide(self, article: str, item: str, decision: Decision) -> None:
        """Change the file as `decision` says of an item as it is now."""

        def changes(text: str) -> list[Change]:
            root = _root(text, article)
            number = next((at for at, each in enumerate(root.get("items", ())) if each["id"] == item), None)
            if number is None:
                raise RefusedError(gettext("the file does not have this item any more"))
            return decision(Item(root, number, guesses(text), self._follower.library.model, self._whole(article)))

        self._edit(article, changes, item)

    def change(self, article: str, item: str, make: Callable[[dict[str, Any]], list[Change]]) -> None:
        """Change the file as `make` says of its plain values; `item` is shown when it is taken back."""
        self._edit(article, lambda text: make(_root(text, article)), item)

    def undo(self) -> str | None:
        """Take back the last change; returns the ARTICLE/ITEM that it was about, or None if there is none."""
        return self._turn_back(self._done, self._undone)

    def redo(self) -> str | None:
        """Do again what was taken back last; returns as `undo` does."""
        return self._turn_back(self._undone, self._done)

    def _turn_back(self, done: list[tuple[Edited, str]], undone: list[tuple[Edited, str]]) -> str | None:
        if not done:
            return None
        edited, name = done[-1]
        try:
            undo(edited)
        except ChangedError:
            # Never to be taken back, so that changes of other files can be.
            done.pop()
            raise
        done.pop()
        self._unread[edited.path] = self._follower.library
        undone.append((Edited(edited.path, edited.after, edited.before), name))
        return name

    def _whole(self, article: str) -> bool:
        """Whether the model has all that other files than the article's need now."""
        library, path = self._follower.library, self._path(article)
        behind = any(old is library for own, old in self._unread.items() if own != path)
        return not (library.faults or self._follower.faults or behind)

    def _edit(self, article: str, changes: Callable[[str], list[Change]], item: str) -> None:
        edited = edit(self._path(article), changes)
        if edited.after != edited.before:
            self._done.append((edited, f"{article}/{item}"))
            self._undone.clear()
            self._unread[edited.path] = self._follower.library

    def _path(self, article: str) -> str:
        """The path of an article's file."""
        try:
            path = self._follower.library.file_of(article).listed.path
        except KeyError:
            raise RefusedError(gettext("no file has this article any more")) from None
        if path == STDIN:
            raise RefusedError(gettext("standard input cannot be changed"))
        return path


def _proposed(text: str) -> dict[str, frozenset[str]]:
    """The items of a file that have a guess, by their ids, each with the keys of those."""
    keys: dict[int, set[str]] = {}
    for path in guesses(text):
        match path:
            case ("items", int(number), "quotes", int(nth), *_):
                keys.setdefault(number, set()).add(f"quotes[{nth}]")
            case ("items", int(number), str(key), *_):
                keys.setdefault(number, set()).add(key)
    if not keys:
        return {}
    root: Any = values(text)
    ids = {number: root["items"][number].get("id") for number in sorted(keys)}
    # The file may have faults at the moment, such as an item without an id.
    return {own: frozenset(keys[number]) for number, own in ids.items() if isinstance(own, str)}


def _root(text: str, article: str) -> dict[str, Any]:
    """The values of a file, which has no fault by itself. Raises RefusedError if it has one, or another article."""
    part = parse(text.encode(), lambda _: None)
    if part.content is None:
        (line, _), _, message = part.notes[0]
        told = gettext("the file has a fault, which must be mended first, line {line}: {message}")
        raise RefusedError(told.format(line=line, message=message))
    if part.article != article:
        raise RefusedError(gettext("the file does not have this article any more"))
    root = values(text)
    assert isinstance(root, dict)
    return root
