"""Changing the values of an item one by one: by typing, or by choosing from what is known."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from tuiapp import decisions, options, wording
from tuiapp.deciding import Deciding
from tuiapp.desk import Decision
from tuiapp.editing import Settle
from tuiapp.fields import NAMED
from tuiapp.fold import having
from tuiapp.keys import shortcut
from tuiapp.language import deferred, gettext, spoken
from tuiapp.library import RefusedError
from tuiapp.model import Item, in_language
from tuiapp.options import item_of, quote_of
from tuiapp.present.articles import GUESS
from tuiapp.present.choices import value_line
from tuiapp.present.lines import Paragraph
from tuiapp.view import View
from tuiapp.widgets.choosing import Choice, Choosing
from tuiapp.widgets.entry import Entry


class Typed(NamedTuple):
    """A value that is typed."""

    label: str
    now: Callable[[Item], str]
    """What the item has."""
    decision: Callable[[decisions.Item, str], list[Any]]
    needed: bool = False
    """Whether it cannot be empty."""


TYPED = {
    "title": Typed(
        deferred("Title"),
        lambda item: in_language(item.title, spoken()),
        lambda here, text: decisions.titled(here, text, spoken()),
        needed=True,
    ),
    "products": Typed(
        deferred("Product"),
        lambda item: ", ".join(in_language(each, spoken()) for each in item.products),
        lambda here, text: decisions.supplied(here, text, spoken()),
    ),
    "figures": Typed(
        deferred("Figures"),
        lambda item: in_language(item.figures, spoken()) if item.figures else "",
        lambda here, text: decisions.worded(here, "figures", text, spoken()),
    ),
    "due": Typed(deferred("Due"), lambda item: item.due or "", decisions.due),
}


class Chosen(NamedTuple):
    """A value that is chosen from rows."""

    label: str
    now: Callable[[View], str]
    """What the item at hand has."""
    offer: Callable[[View, str], list[Choice]]


CHOSEN = (
    Chosen(deferred("Stage"), lambda view: wording.stage_name(item_of(view).stage), options.stages),
    Chosen(
        deferred("Speaker"),
        lambda view: wording.speaker(view.model, quote_of(view)),
        options.speakers,
    ),
    Chosen(
        deferred("Speech"),
        lambda view: wording.speech_name(quote_of(view).speech),
        options.speeches,
    ),
    Chosen(deferred("Enterprise"), lambda view: _names(view, "enterprise"), options.enterprises),
    Chosen(deferred("Direction"), lambda view: _names(view, "direction"), options.regions),
    Chosen(deferred("Sector"), lambda view: _names(view, "sector"), options.sectors),
)


def _names(view: View, field: str) -> str:
    return NAMED[field].said(view.archive, view.number or 0)


HEAD = {
    "title": deferred("Article: title"),
    "publisher": deferred("Article: publisher"),
    "published": deferred("Article: date"),
    "via": deferred("Article: via"),
    "url": deferred("Article: address"),
}
"""The values of the article that are typed."""


class Amending(Deciding):
    """The main screen, as far as values are changed."""

    async def action_amend(self) -> None:
        """Show the values of the item at hand below its article, decided or not."""
        if self.desk is None:
            self.notice(gettext("Nothing is written for guests."))
        elif self._view.selected is not None:
            self._amending = True
            if not self.has_class("-reading"):
                await self.run_action("screen.read")
            self.tell_article(self._view)
            self.enter_article()

    async def action_value(self) -> None:
        """Ask which value is to be changed, then for its new one."""
        await self._ask(gettext("Which value?"), self._values, lambda chosen: chosen())

    def action_stage(self, step: int = 1) -> None:
        self.decide(lambda here: decisions.further(here, step))

    async def action_title(self) -> None:
        await self._type("title")

    async def action_enterprise(self) -> None:
        await self._ask(gettext("Add an enterprise, or take one out"), options.enterprises, self.decide)

    async def action_region(self) -> None:
        await self._ask(gettext("From where to where: a part of one name, or of both"), options.regions, self.decide)

    # What is asked

    async def _ask(
        self, told: str, find: Callable[[View, str], Sequence[Choice]], choose: Callable[[Any], object]
    ) -> None:
        if self._view.number is not None:
            hint, nothing = gettext("a part of the name"), gettext("No name is like that.")
            find_here = partial(find, self._view)
            await self.app.push_screen(Choosing(told, hint, nothing, find_here, choose, about=self._about()))

    async def _type(self, key: str) -> None:
        if self._view.number is not None:
            typed = TYPED[key]
            now = typed.now(item_of(self._view))
            await self._write(gettext(typed.label), now, lambda text: self._take(typed, text))

    async def _write(self, label: str, now: str, take: Callable[[str], object]) -> None:
        note = gettext("Enter takes it, {key} leaves it as it was.").format(key=shortcut("close-export"))
        # The field would drop a line feed, and run two words into one.
        now = " ".join(now.split())
        await self.app.push_screen(Entry(label, "", note, take, now, about=self._about(), empty=True))

    def _take(self, typed: Typed, text: str) -> None:
        if typed.needed and not text:
            raise RefusedError(gettext("it cannot be empty"))
        self._try(lambda here: typed.decision(here, text))

    def _try(self, decision: Decision) -> None:
        """As `decide`, but what is typed wrongly raises RefusedError before the question is closed."""
        wrong: list[RefusedError] = []

        def tried(here: decisions.Item) -> list[Any]:
            try:
                return decision(here)
            except RefusedError as error:
                wrong.append(error)
                raise

        self.decide(tried)
        if wrong:
            raise wrong[0]

    def _about(self) -> list[Paragraph]:
        """The words that are decided on, to be read meanwhile."""
        if self._view.number is None:
            return []
        return [Paragraph(quote_of(self._view).exact, "quote"), Paragraph("")]

    def _values(self, view: View, typed: str) -> list[Choice]:
        """Every value that can be changed, with what it is now, and what asks for another one."""
        model, item = view.model, view.model.items[view.number or 0]
        article = model.article_of(view.number or 0)
        rows: list[tuple[str, str, Callable[[], object]]] = [
            (gettext(TYPED["title"].label), wording.title(item), partial(self._type, "title"))
        ]
        for chosen in CHOSEN:
            label = gettext(chosen.label)
            rows.append((label, chosen.now(view), partial(self._ask, label, chosen.offer, self.decide)))
        rows += self._definitions(view)
        rows += [
            (gettext(TYPED[key].label), TYPED[key].now(item), partial(self._type, key))
            for key in ("products", "figures", "due")
        ]
        guessed = self.head()
        for key, label in HEAD.items():
            value = getattr(article, key)
            now = in_language(value, spoken()) if value else ""
            mark = f" {GUESS}" if key in guessed else ""
            said = gettext(label)
            rows.append((f"{said}{mark}", now, partial(self._write, said, now, partial(self._head, key))))
        rows.append((gettext("Article: keep as it is"), "", self._keep_head))
        named = having(typed)
        return [Choice(value_line(label, now), ask) for label, now, ask in rows if named(label)]

    def _definitions(self, view: View) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """What the names of the item are called, and the role of who speaks."""
        model, item = view.model, item_of(view)
        asked = [("enterprises", own, "name", gettext("Name of an enterprise")) for own in item.enterprises]
        if (speaker := quote_of(view).speaker) in model.people:
            asked += [("people", str(speaker), "name", gettext("Name of the speaker"))]
            asked += [("people", str(speaker), "role", gettext("Role of the speaker"))]
        for table, own, key, label in asked:
            value = getattr(getattr(model, table)[own], key)
            now = in_language(value, spoken()) if value else ""
            yield label, now, partial(self._write, label, now, partial(self._call, table, own, key))

    def _call(self, table: str, own: str, key: str, text: str) -> None:
        if key == "name" and not text:
            raise RefusedError(gettext("it cannot be empty"))
        language = spoken()
        self._try(lambda here: decisions.called(here, table, own, key, text, language))

    def _keep_head(self) -> None:
        """What is guessed of the article is so."""
        if (number := self._view.number) is not None:
            article, item = self._view.model.article_of(number).id, self._view.model.items[number].id
            if self.written(lambda desk: desk.change(article, item, lambda _: [Settle(("article",))])):
                self.notice(gettext("Kept; {key} takes it back.").format(key=shortcut("undo")))

    def _head(self, key: str, text: str) -> None:
        view = self._view
        if view.number is None:
            return
        article, item = view.model.article_of(view.number), view.model.items[view.number].id
        if not text and key in ("title", "publisher"):
            raise RefusedError(gettext("it cannot be empty"))
        # Tried on nothing first, so that what is typed wrongly is said where it is typed.
        decisions.headed({"article": {}}, key, text, spoken())
        self.written(
            lambda desk: desk.change(article.id, item, lambda root: decisions.headed(root, key, text, spoken()))
        )
