"""The files behind the main screen: it follows them, reads them again, and opens them in an editor."""

import os
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from time import monotonic

from textual.app import SuspendNotSupported

from tuiapp.following import Follower, News
from tuiapp.language import gettext
from tuiapp.library import RefusedError
from tuiapp.library.listing import STDIN
from tuiapp.present.changes import changed
from tuiapp.printable import one_line
from tuiapp.rooms import Rooms
from tuiapp.terminal import editor, restricted
from tuiapp.view import View

SILENCE = 2.0
"""Seconds for which it is not announced that files have changed, after the person has changed one here."""


class Looking:
    """Looks at the files in a thread of its own: at a dead network share it hangs there, and the screen goes on."""

    def __init__(
        self, follower: Follower, tell: Callable[[News | None], object], fail: Callable[[Exception], object]
    ) -> None:
        """`tell` is called in the thread: with news, and with None if somebody asked aloud and there is none.
        `fail` is called there with an error, after which nothing is looked at any more."""
        self._follower, self._tell, self._fail = follower, tell, fail
        self._asked = Event()
        self._aloud = False
        # A daemon, so that the program can end while it hangs.
        self._thread = Thread(target=self._run, name="looking", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def now(self, *, aloud: bool) -> None:
        """Look at once; `aloud`: tell also that nothing has changed."""
        self._aloud = aloud
        self._asked.set()

    def _run(self) -> None:
        try:
            while True:
                asked = self._asked.wait(self._follower.pause)
                self._asked.clear()
                news = self._follower.renew() if asked else self._follower.seek()
                if news or (asked and self._aloud):
                    self._tell(news)
        except Exception as error:
            # Python would print its traceback onto the screen, even for guests.
            self._fail(error)


class Live(Rooms):
    """The main screen, as far as it has to do with files."""

    def __init__(self, view: View, follower: Follower | None) -> None:
        """`follower`: None if the files are neither read again nor opened."""
        super().__init__()
        self._view = view
        self._follower = follower
        self._looking = Looking(follower, self._told, self._failed) if follower else None
        self._silent_until = 0.0
        self._news: News | None = None
        """What is not shown yet, because a page covers the screen."""

    def show(self, view: View) -> None:
        """Show another view."""
        raise NotImplementedError

    def follow(self) -> None:
        """Begin to follow the files, if they are followed."""
        if self._looking:
            self._looking.start()

    def _told(self, news: News | None) -> None:
        # The program may have ended meanwhile.
        with suppress(RuntimeError):
            self.call_later(self._take_news, news)

    def _failed(self, error: Exception) -> None:
        with suppress(RuntimeError):
            self.call_later(_raise, error)

    def _take_news(self, news: News | None) -> None:
        if news is None:
            self.notice(gettext("The articles have not changed."))
            return
        if before := self._news:
            news = News(news.snapshot, before.changes + news.changes, before.shown or news.shown)
        self._news = news
        # `is_current` is true below a page, too: the page's ground is the terminal's own.
        if self.app.screen is self:
            self._show_news()

    def on_screen_resume(self) -> None:
        # After the page's own action, which may be about the snapshot that it was opened on.
        self.call_later(self._show_news)

    def _show_news(self) -> None:
        news, self._news = self._news, None
        if news:
            # The letters typed last may not have been asked for yet.
            self.ask_words()
            self.show(self.renewed(self._view.over(news.snapshot)))
            if news.shown and monotonic() > self._silent_until:
                self.notice(changed(news.changes))

    def renewed(self, view: View) -> View:
        """What to show of a view over files that were read again."""
        return view

    def look_again(self) -> None:
        """Read what the person has just changed here, which nobody need be told."""
        self._silent_until = monotonic() + SILENCE
        if self._looking:
            self._looking.now(aloud=False)

    def look(self) -> None:
        """Read what has changed at once, and say so if nothing has."""
        if self._looking and not restricted():
            self._looking.now(aloud=True)
        else:
            self.notice(gettext("For guests the articles are not read again."))

    # The editor

    def action_edit(self) -> None:
        """Open the file of the selected item in the person's editor, at its line."""
        if restricted() or not self._follower:
            self.notice(gettext("Nothing is started for guests."))
        elif (place := self._place(self._follower)) is None:
            self.notice(gettext("There is no file to open."))
        elif (argv := editor.command(*place)) is None:
            path, line, _ = place
            where = gettext("No editor is set (VISUAL or EDITOR): {place}").format(place=f"{path}:{line}")
            self.notice(one_line(where))
        else:
            self._edit(argv)

    def _edit(self, argv: editor.Command) -> None:
        if argv.window:
            failed = editor.opened(argv, lambda reason: self.app.call_later(self._say_failed, argv, reason))
        else:
            try:
                with self.app.suspend():
                    failed = editor.run(argv)
            except SuspendNotSupported:
                return
            if self._looking:
                self._looking.now(aloud=False)
        if failed:
            self._say_failed(argv, failed)

    def _say_failed(self, argv: editor.Command, reason: str) -> None:
        # The reason must not be cut off by a long path.
        program = os.path.basename(argv.words[0])
        self.notice(one_line(gettext("{program}: {reason}").format(program=program, reason=reason)))

    def _place(self, follower: Follower) -> tuple[str, int, int] | None:
        """Path, line and column: of the fault if the selected item's file has one, or else of the item."""
        faults = follower.faults
        if self._view.selected is None:
            return (faults[0].file, faults[0].line, faults[0].column) if faults else None
        model, number = self._view.model, self._view.selected
        article = model.article_of(number).id
        try:
            file = follower.library.file_of(article)
        except KeyError:
            return None
        if file.listed.path == STDIN:
            return None
        for fault in faults:
            if fault.file == file.listed.name:
                return file.listed.path, fault.line, fault.column
        try:
            line, column = follower.library.place(article, ("items", model.place_of(number)))
        except RefusedError:
            # It has changed just now, or is gone; the editor will show it.
            line, column = 1, 1
        return file.listed.path, line, column


def _raise(error: Exception) -> None:
    raise error
