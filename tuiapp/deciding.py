"""Going through the proposed items of a draft, beside their article: what is decided is in the file at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from textual.getters import query_one

from tuiapp.draft import identifier, unused
from tuiapp.keys import shortcut
from tuiapp.language import gettext, spoken
from tuiapp.library import RefusedError
from tuiapp.live import Live
from tuiapp.model import in_language
from tuiapp.present.choices import ends_with, enterprise_line, new_line, region_line, without_line
from tuiapp.present.lines import Paragraph
from tuiapp.printable import one_line
from tuiapp.proposals import Desk, PlaceError
from tuiapp.reading import Reading
from tuiapp.view import View
from tuiapp.widgets.choosing import Choice, Choosing
from tuiapp.widgets.entry import Entry
from tuiapp.widgets.page import Page
from tuiapp.widgets.proposal import Proposal

MOST = 200
"""Rows of names that are offered: whoever wants another one types."""
Change = Callable[[Desk, str, str], object]
"""What is done, given the ids of the article and the item."""


class Deciding(Live, Reading):
    """The main screen, as far as an item is a proposal."""

    proposal = query_one(Proposal)

    _desk: Desk | None
    """None for guests, and if nothing is known of the files."""
    _wanted: tuple[str, int | None] | None = None
    """ARTICLE/ITEM to be shown once the files are read again, and the item that was shown when it was wanted."""

    def turn(self, view: View) -> None:
        """Show another item or quote of the article."""
        raise NotImplementedError

    # What is shown

    def tell_article(self, view: View) -> None:
        super().tell_article(view)
        proposed = self.proposed(view)
        item = "" if view.number is None else view.model.items[view.number].id
        inside = self.focused in (self.article, self.proposal)
        self.set_class(item in proposed, "-proposing")
        if item in proposed and view.number is not None:
            self.proposal.show(view.archive, view.number, view.nth, proposed[item], len(proposed))
        if inside:
            self.enter_article()

    def enter_article(self) -> None:
        self.set_focus(self.proposal if self.has_class("-proposing") else self.article)

    def want(self, name: str) -> None:
        """Show the item called ARTICLE/ITEM once the files are read again, unless another one is gone to before."""
        self._wanted = name, self._view.number

    def renewed(self, view: View) -> View:
        """The view over files that were read again, with the item that was wanted; if the one that is read is gone,
        with another one of its article."""
        before = self._view
        if self._wanted and self._wanted[1] != before.number:
            self._wanted = None
        if self._wanted:
            if (number := view.archive.numbered(self._wanted[0])) is not None:
                self._wanted = None
                return self._at(view, number)
            self._wanted = self._wanted[0], view.number
        if before.number is None or not self.has_class("-reading"):
            return view
        article, beside = before.model.article_of(before.number).id, before.archive.beside(before.number)
        for one in (*range(before.number, beside.stop), *reversed(range(beside.start, before.number))):
            number = view.model.number_of(article, before.model.items[one].id)
            if number is not None:
                return view if one == before.number else replace(view, number=number, nth=0)
        return view

    @staticmethod
    def _at(view: View, number: int) -> View:
        if view.number is not None and number in view.archive.beside(view.number):
            return view.along(number - view.number)
        return view.showing(number)

    def proposed(self, view: View) -> Mapping[str, frozenset[str]]:
        if self._desk is None or view.number is None:
            return {}
        return self._desk.proposed(view.model.article_of(view.number).id)

    # Decisions

    def action_keep(self) -> None:
        if self._decide(Desk.keep):
            self._go_on(gettext("Kept; {key} takes it back.").format(key=shortcut("undo")))

    def action_drop(self) -> None:
        if self._decide(Desk.drop):
            self._go_on(gettext("Dropped; {key} takes it back.").format(key=shortcut("undo")))

    def action_stage(self) -> None:
        self._decide(Desk.further)

    async def action_title(self) -> None:
        if (number := self._view.number) is not None:
            # The field would drop a line feed, and run two words into one.
            title = " ".join(in_language(self._view.model.items[number].title, spoken()).split())
            note = gettext("Enter takes it, {key} leaves it as it was.").format(key=shortcut("close-export"))
            await self.app.push_screen(
                Entry(gettext("The item's title"), gettext("a title"), note, self._retitle, title)
            )

    def _retitle(self, title: str) -> None:
        self._decide(lambda desk, article, item: desk.retitle(article, item, title, spoken()))

    async def action_enterprise(self) -> None:
        told = gettext("Add an enterprise, or take one out")
        await self._ask(
            told, self._enterprises, lambda chosen: self._decide(lambda *here: chosen[0](*here, *chosen[1:]))
        )

    async def action_region(self) -> None:
        told = gettext("Where it comes from and where it goes, or between which two")
        await self._ask(told, self._regions, lambda chosen: self._decide(lambda *here: Desk.place(*here, *chosen)))

    def action_undo(self) -> None:
        """Take back the last change of this session, and show the item that it was about."""
        if self._desk is None:
            self.notice(gettext("Nothing is written for guests."))
            return
        try:
            name = self._desk.undo()
        except RefusedError as error:
            self.notice(one_line(str(error)))
            return
        if name is None:
            self.notice(gettext("There is nothing to take back."))
            return
        if (number := self._view.archive.numbered(name)) is not None and number != self._view.number:
            self.turn(self._at(self._view, number))
        self.want(name)
        self.look_again()
        self.notice(gettext("Taken back."))

    def _decide(self, change: Change) -> bool:
        """Change the file of the item that is read; returns whether it was changed."""
        if self._view.number is None:
            return False
        article = self._view.model.article_of(self._view.number).id
        return self.written(lambda desk: change(desk, article, self._view.model.items[self._view.number or 0].id))

    def written(self, change: Callable[[Desk], object]) -> bool:
        """Change a file and read it again; returns whether that was done, and says why not."""
        if self._desk is None:
            self.notice(gettext("Nothing is written for guests."))
            return False
        self._wanted = None
        try:
            change(self._desk)
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

    def _go_on(self, told: str) -> None:
        """Show the next proposal of the article or, if none is left, say so; `told`: what was just done."""
        view, left = self._view, self.proposed(self._view)
        if view.number is None:
            return
        items = view.archive.beside(view.number)
        after = [*range(view.number + 1, items.stop), *range(items.start, view.number)]
        number = next((one for one in after if view.model.items[one].id in left), None)
        if number is None:
            told = gettext("{told} No proposal is left in this article.").format(told=told)
        if number is not None:
            self.turn(self._at(view, number))
        else:
            self.tell_article(view)
        self.notice(told)

    # What is chosen from

    async def _ask(
        self, told: str, find: Callable[[str], Sequence[Choice]], choose: Callable[[tuple[Any, ...]], object]
    ) -> None:
        if self._view.number is not None:
            hint = gettext("a part of the name")
            await self.app.push_screen(Choosing(told, hint, gettext("No name is like that."), find, choose))

    def _enterprises(self, typed: str) -> list[Choice]:
        """The enterprises that match what is typed, those of the item first, and a new one of that name."""
        view, number = self._view, self._view.number or 0
        mine = list(view.model.items[number].enterprises)
        found = [str(each) for each in view.answer.snapshot.index.named(typed, "enterprise")[:MOST]]
        ordered = found if typed.strip() else [*mine, *(each for each in found if each not in mine)]
        # The deed is that of the row: pressed twice before the file is read again, it must not be its opposite.
        rows = [
            Choice(enterprise_line(view.archive, each, each in mine), (Desk.leave if each in mine else Desk.join, each))
            for each in ordered
        ]
        if name := " ".join(typed.split()):
            own = unused(identifier(name, "enterprise"), {*view.model.enterprises, *view.model.people})
            rows.append(Choice(new_line(name), (Desk.join, own, name)))
        return rows

    def _regions(self, typed: str) -> list[Choice]:
        """What can be done with the regions that match what is typed; first, what takes out those of the item."""
        view, number = self._view, self._view.number or 0
        item = view.model.items[number]
        has = [key for key in ("origin", "destination", "between") if getattr(item, key)]
        rows = [Choice(without_line(view.archive, key, item), (key, None)) for key in has if not typed.strip()]
        ways = ["origin", "destination", *(["between"] if has else [])]
        found = [str(each) for each in view.answer.snapshot.index.named(typed, "region")[:MOST]]
        for each in found:
            ends = [(way, ends_with(item, way, each)) for way in ways]
            rows += [
                Choice(region_line(view.archive, way, each, item), (way, each)) for way, (a, b, _) in ends if a != b
            ]
        if found:
            return rows
        if name := " ".join(typed.split()):
            own = unused(identifier(name, "region"), set(view.model.regions))
            new = gettext("new: {name}").format(name=name)
            rows += [Choice(region_line(view.archive, way, new, item), (way, own, name)) for way in ways]
        return rows
