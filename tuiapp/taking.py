"""What a person takes along from the main screen: citations into the clipboard, items into a file."""

import os
from functools import partial

from tuiapp.language import gettext, ngettext
from tuiapp.library import RefusedError
from tuiapp.library.writing import write
from tuiapp.present.citation import citation, sent
from tuiapp.present.formats import ENDINGS, FORMATS, Listing
from tuiapp.present.lines import Paragraph
from tuiapp.printable import one_line
from tuiapp.rooms import Rooms
from tuiapp.snapshot import Question
from tuiapp.terminal import restricted
from tuiapp.terminal.clipboard import send
from tuiapp.terminal.driver import write_raw
from tuiapp.view import View
from tuiapp.widgets.entry import Entry
from tuiapp.widgets.page import Page

_SEPARATOR = "\n\n"
"""Between two citations."""


class Taking(Rooms):
    """The main screen, as far as something is marked, copied or exported."""

    _view: View

    def show(self, view: View) -> None:
        """Show another view."""
        raise NotImplementedError

    def action_mark(self) -> None:
        self.ask_words()
        self.show(self._view.marking())

    async def action_copy(self) -> None:
        if cited := self._citations():
            known = send(_SEPARATOR.join(cited), partial(write_raw, self.app))
            if known:
                self.notice(sent(known.tools, known.cut, len(cited)))
            else:
                await self.action_alone()

    async def action_alone(self) -> None:
        if cited := self._citations():
            await self.app.push_screen(Page([Paragraph(_SEPARATOR.join(cited))]))

    def _citations(self) -> list[str]:
        """The citation of the quote shown or, if items are marked and no article is read, those of all their quotes."""
        view = self._view
        if view.marked and not self.has_class("-reading"):
            quotes = [(number, nth) for number in view.taken() for nth in range(len(view.model.items[number].quotes))]
        elif view.number is not None and len(view):
            quotes = [(view.number, view.nth)]
        else:
            quotes = []
        return [citation(view.model, number, nth, view.evidence(number, nth)) for number, nth in quotes]

    async def action_export(self) -> None:
        """Ask for the name of a file, and write the marked items to it or, if none is marked, all that are listed."""
        if restricted():
            self.notice(gettext("Nothing is written for guests."))
            return
        count = len(self._view.marked or self._view)
        told = ngettext("Write {count} item to a file", "Write {count} items to a file", count).format(count=count)
        note = gettext("The ending says how: {endings}").format(endings=" ".join(ENDINGS))
        await self.app.push_screen(Entry(told, gettext("a new file"), note, self._export))

    def _export(self, name: str) -> None:
        """Write a new file of this name. Raises RefusedError, with the reason, if that cannot be."""
        path = os.path.expanduser(name)
        form = ENDINGS.get(os.path.splitext(path)[1].lower())
        if form is None:
            raise RefusedError(gettext("the name ends in none of {endings}").format(endings=" ".join(ENDINGS)))
        write(path, "".join(FORMATS[form](self._listing())).encode(), None)
        self.notice(one_line(gettext("Written to {path}.").format(path=os.path.abspath(path))))

    def _listing(self) -> Listing:
        view = self._view
        if not view.marked:
            return Listing(view.answer, view.rows(0, len(view)), None)
        # Marked items may not be in the list: ask for everything.
        return Listing(view.answer.snapshot.ask(Question()), view.taken(), None)
