"""Follow the files of a model: notice that they have changed, read them again, and prepare the next snapshot."""

import os
from collections import Counter
from time import monotonic, sleep
from typing import NamedTuple

from msgspec.structs import replace

from tuiapp.library import Fault, Library, ModelError, follow, reread
from tuiapp.library.listing import STDIN
from tuiapp.library.watch import Watch
from tuiapp.model import Article, Item, Model
from tuiapp.snapshot import LeftOut, Snapshot

LONGEST = 2.0
"""Seconds between two looks when nothing changes."""
_QUIET, _PATIENCE = 0.1, 0.5
"""Files are read once they have not changed for `_QUIET` seconds, because an editor may be in the middle of writing; at
the latest after `_PATIENCE`, because they may never be quiet."""
_MOMENT, _PAUSE = 0.01, 0.005
"""After each `_MOMENT` seconds of preparing a snapshot, whoever shows the one before gets `_PAUSE` for keys."""


class News(NamedTuple):
    """What has changed."""

    snapshot: Snapshot
    """Prepared and filled."""
    changes: Counter[str]
    """See `changes`."""
    shown: bool
    """Whether the model is another one; otherwise only what is left out of it is."""


class Follower:
    """A library and its snapshot, which follow the files. `renew` and `seek` may take as long as the file system likes.

    One thread at a time may call these.
    """

    def __init__(self, library: Library, snapshot: Snapshot, *, partly: bool, telling: bool = True) -> None:
        """`partly`: whether a faulty file is left out. `telling`: whether faults may be told; they quote the files."""
        self.library = library
        self.faults: tuple[Fault, ...] = ()
        """The faults of files that are shown as they were before."""
        self._snapshot = snapshot
        self._partly = partly
        self._telling = telling
        # It looks at nothing yet: a look can block, and whoever makes a follower may be waiting.
        self._watch = Watch((), LONGEST)
        self._begun = False

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        return self._watch.pause

    def seek(self) -> News | None:
        """What has changed since the last call; None if nothing has, for whoever is shown the snapshot."""
        self._watch.follow(watched(self.library))
        if not self._watch.changed() and self._begun:
            return None
        # The first time, files may have changed since the library was read.
        self._begun = True
        quiet(self._watch)
        return self.renew()

    def renew(self) -> News | None:
        """The same, without waiting until the files are quiet."""
        before = self._snapshot
        try:
            self.library = follow(self.library) if self._partly else reread(self.library)
            self.faults = self.library.stale
        except ModelError as error:
            self.faults = error.faults
        told = left_out(self.library, self.faults, telling=self._telling)
        model = self.library.model
        if model is not before.model:
            self._snapshot = before.renewed(model, told)
            _fill(self._snapshot)
            return News(self._snapshot, changes(before.model, model), True)
        if told != before.left_out:
            self._snapshot = before.lacking(told)
            return News(self._snapshot, Counter(), False)
        return None


def quiet(watch: Watch) -> None:
    """Wait, but not for long, until the files do not change any more."""
    until = monotonic() + _PATIENCE
    sleep(_QUIET)
    while watch.changed() and monotonic() < until:
        sleep(_QUIET)


def watched(library: Library) -> list[str]:
    """The paths of a library and the sources of its articles; not standard input."""
    sources = {
        os.path.join(file.listed.folder, file.part.source)
        for file in library.files
        if file.part.source and not os.path.isabs(file.part.source)
    }
    return [*(path for path in library.paths if path != STDIN), *sorted(sources)]


def left_out(library: Library, stale: tuple[Fault, ...] = (), *, telling: bool = True) -> LeftOut:
    """The files that a library lacks or, if there are `stale` faults, those that it has as they were before."""
    faults = stale or library.left_out
    first = faults[0] if faults and telling else None
    if first and stale:
        # Whoever makes the fault knows the folder, and the line is short.
        first = replace(first, file=os.path.basename(os.path.abspath(first.file)))
    return LeftOut(len({fault.file for fault in faults}), str(first or ""), stale=bool(stale))


def _fill(snapshot: Snapshot) -> None:
    snapshot.prepare()
    until = monotonic() + _MOMENT
    for _ in snapshot.fill():
        if monotonic() > until:
            sleep(_PAUSE)
            until = monotonic() + _MOMENT


def changes(before: Model, after: Model) -> Counter[str]:
    """How many `articles`, `items` and `texts` are ` more`, ` fewer` or ` other`: `items more` is a key."""
    was, now = _told(before), _told(after)
    count = Counter[str]()
    # The items of unchanged files are the same objects, so that whole articles are compared at once.
    for each in [name for name in was.keys() | now.keys() if was.get(name) != now.get(name)]:
        old, new = (_counted(told.get(each)) for told in (was, now))
        count.update(f"{kind} more" for kind, _ in new.keys() - old.keys())
        count.update(f"{kind} fewer" for kind, _ in old.keys() - new.keys())
        count.update(f"{key[0]} other" for key in new.keys() & old.keys() if old[key] != new[key])
    return count


_Told = tuple[Article, str | None, tuple[Item, ...]]
"""An article, its text, and its items."""


def _told(model: Model) -> dict[str, _Told]:
    return {
        article.id: (article, model.sources.get(article.id), model.items[numbers.start : numbers.stop])
        for article, numbers in model.by_article()
    }


def _counted(told: _Told | None) -> dict[tuple[str, str], object]:
    if told is None:
        return {}
    article, text, items = told
    return {("articles", ""): article, ("texts", ""): text, **{("items", item.id): item for item in items}}
