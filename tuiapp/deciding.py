"""Going through the proposed items of a draft, beside their article: what is decided is in the file at once."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from textual.getters import query_one

from tuiapp import decisions
from tuiapp.desk import Decision, Desk, PlaceError
from tuiapp.keys import shortcut
from tuiapp.language import gettext, ngettext
from tuiapp.library import RefusedError
from tuiapp.live import Live
from tuiapp.present.lines import Paragraph
from tuiapp.printable import one_line
from tuiapp.reading import Reading
from tuiapp.view import View
from tuiapp.widgets.page import Page
from tuiapp.widgets.proposal import Proposal


class Deciding(Live, Reading):
    """The main screen, as far as the items of an article are decided on and changed."""

    proposal = query_one(Proposal)

    desk: Desk | None
    """None for guests, and if nothing is known of the files."""
    _amending = False
    """Whether the values of items are shown that are decided, too."""
    _wanted: tuple[str, int | None, int] | None = None
    """ARTICLE/ITEM to be shown once the files are read again, the item that was shown when it was wanted, and which of
    its quotes, from 0, or -1 for the last."""

    def turn(self, view: View) -> None:
        """Show another item or quote of the article."""
        raise NotImplementedError

    # What is shown

    def tell_article(self, view: View) -> None:
        super().tell_article(view)
        proposed = self.proposed(view)
        item = "" if view.number is None else view.model.items[view.number].id
        inside = self.focused in (self.article, self.proposal)
        self.set_class(self.desk is not None and (item in proposed or self._amending), "-proposing")
        if self.has_class("-proposing") and view.number is not None:
            self.proposal.show(view.archive, view.number, view.nth, proposed.get(item), len(proposed))
        if inside:
            self.enter_article()

    def enter_article(self) -> None:
        self.set_focus(self.proposal if self.has_class("-proposing") else self.article)

    def leave_article(self) -> None:
        self._amending = False
        super().leave_article()

    def _back(self) -> bool:
        """First put the values of a decided item away."""
        if self.focused is self.proposal and self._amending and self.proposal.decided:
            self._amending = False
            self.tell_article(self._view)
            return True
        return super()._back()

    def want(self, name: str, nth: int = 0) -> None:
        """Show the item called ARTICLE/ITEM once the files are read again, unless another one is gone to before."""
        self._wanted = name, self._view.number, nth

    def renewed(self, view: View) -> View:
        """The view over files that were read again, with the item that was wanted; if the one that is read is gone,
        with another one of its article."""
        before = self._view
        if self._wanted and self._wanted[1] != before.number:
            self._wanted = None
        if self._wanted:
            name, _, nth = self._wanted
            if (number := view.archive.numbered(name)) is not None:
                self._wanted = None
                quotes = len(view.model.items[number].quotes)
                return replace(self.at(view, number), nth=nth % quotes if nth < quotes else 0)
            self._wanted = name, view.number, nth
        if before.number is None or not self.has_class("-reading"):
            return view
        article, beside = before.model.article_of(before.number).id, before.archive.beside(before.number)
        for one in (*range(before.number, beside.stop), *reversed(range(beside.start, before.number))):
            number = view.model.number_of(article, before.model.items[one].id)
            if number is not None:
                return view if one == before.number else replace(view, number=number, nth=0)
        # Its last item is gone.
        self.action_close_article()
        return view

    @staticmethod
    def at(view: View, number: int) -> View:
        """The view with another item, one of the same article if it can be."""
        if view.number is not None and number in view.archive.beside(view.number):
            return view.along(number - view.number)
        return view.showing(number)

    def proposed(self, view: View) -> Mapping[str, frozenset[str]]:
        if self.desk is None or view.number is None:
            return {}
        return self.desk.proposed(view.model.article_of(view.number).id)

    def undecided(self, view: View, number: int) -> bool:
        """Whether an item is a proposal; for rows of the list, only files are looked at that had a mark when read."""
        if self.desk is None or not self.desk.marked(article := view.model.article_of(number).id):
            return False
        return view.model.items[number].id in self.desk.proposed(article)

    # Decisions

    def action_keep(self) -> None:
        self._settle(decisions.kept, gettext("kept; {key} takes it back"))

    def action_drop(self) -> None:
        self._settle(decisions.dropped, gettext("dropped; {key} takes it back"))

    def action_join(self) -> None:
        self._settle(decisions.joined, gettext("joined; {key} takes it back"))

    def _settle(self, decision: Decision, told: str) -> None:
        """Decide on the item at hand, and go on to the next."""
        if self.proposal.decided:
            self.notice(gettext("This item is decided already; {key} takes back.").format(key=shortcut("undo")))
        elif self.decide(decision):
            self._amending = True
            self._go_on(told.format(key=shortcut("undo")))

    def _go_on(self, told: str) -> None:
        """Show the next proposal of the article or, if none is left, say so; `told`: what was just done."""
        view, left = self._view, self.proposed(self._view)
        if view.number is None:
            return
        items = view.archive.beside(view.number)
        after = [*range(view.number + 1, items.stop), *range(items.start, view.number)]
        number = next((one for one in after if view.model.items[one].id in left), None)
        if number is not None:
            view = self.at(view, number)
            guessed = left[view.model.items[number].id]
            quotes = {f"quotes[{nth}]": nth for nth in range(len(view.model.items[number].quotes))}
            if guessed <= quotes.keys():
                # Where nothing but quotes is guessed, the first of these is the one to look at.
                view = replace(view, nth=min(quotes[each] for each in guessed))
            self.turn(view)
            self.proposal.tell(told)
        else:
            self.tell_article(view)
            self.notice(self._done(told))

    def head(self) -> frozenset[str]:
        """The keys of those values of the article at hand that are guesses."""
        number = self._view.number
        return (
            self.desk.head(self._view.model.article_of(number).id) if self.desk and number is not None else frozenset()
        )

    def _done(self, told: str) -> str:
        """That every item is decided, and what is not."""
        left = len(self.head())
        if not left:
            return gettext("No proposal is left in this article: {told}.").format(told=told)
        more = ngettext(
            "All items are decided; {count} value of the article is a guess: {key} shows it.",
            "All items are decided; {count} values of the article are guesses: {key} shows them.",
            left,
        )
        return more.format(count=left, key=shortcut("change-value"))

    def action_undo(self) -> None:
        self._turn_back(Desk.undo, gettext("There is nothing to take back."), gettext("Taken back."))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._turn_back(Desk.redo, gettext("There is nothing to do again."), gettext("Done again."))

    def _turn_back(self, step: Callable[[Desk], str | None], nothing: str, told: str) -> None:
        """Take back a change, or do it again, and show the item that it was about."""
        if self.desk is None:
            self.notice(gettext("Nothing is written for guests."))
            return
        try:
            name = step(self.desk)
        except RefusedError as error:
            self.notice(one_line(str(error)))
            return
        if name is None:
            self.notice(nothing)
            return
        if (number := self._view.archive.numbered(name)) is not None and number != self._view.number:
            step_to = self.turn if self.has_class("-reading") else self.show
            step_to(self.at(self._view, number))
        self.want(name)
        self.look_again()
        if self.has_class("-reading"):
            self.tell_article(self._view)
        self.notice(told)

    def decide(self, decision: Decision) -> bool:
        """Change the file of the item at hand; returns whether it was changed, and says why not."""
        if self._view.number is None:
            return False
        item = self._view.model.items[self._view.number].id
        article = self._view.model.article_of(self._view.number).id
        return self.written(lambda desk: desk.decide(article, item, decision))

    def written(self, change: Callable[[Desk], object]) -> bool:
        """Change a file and read it again; returns whether that was done, and says why not."""
        if self.desk is None:
            self.notice(gettext("Nothing is written for guests."))
            return False
        self._wanted = None
        try:
            change(self.desk)
        except PlaceError as error:
            # Opened when this key is done with: it may have been pressed on a screen that closes.
            lines = [Paragraph(line) for line in error.lines]
            self.app.call_later(self.app.push_screen, Page([Paragraph(str(error), "warn"), Paragraph(""), *lines]))
            return False
        except RefusedError as error:
            self.notice(one_line(str(error)))
            return False
        self.look_again()
        return True
