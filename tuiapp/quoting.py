"""Marking words of an article, and putting them as a quote under one of its items or a new one."""

from functools import partial

from textual.getters import query_one

from tuiapp import decisions
from tuiapp.amending import Amending
from tuiapp.draft import Marked, unquoted
from tuiapp.evidence import WRONG, Status
from tuiapp.excerpt import Excerpt, Ground
from tuiapp.fold import having
from tuiapp.keys import shortcut
from tuiapp.language import gettext
from tuiapp.view import View
from tuiapp.widgets.choosing import Choice, Choosing
from tuiapp.widgets.excerpt_bar import ExcerptBar
from tuiapp.wording import title


class Quoting(Amending):
    """The main screen, as far as words of an article are marked."""

    excerpt_bar = query_one(ExcerptBar)

    _ground: Ground | None = None
    """The text in which words were marked last."""
    _excerpt: Excerpt | None = None
    """What is marked."""
    _found = False
    """Whether it began as a sentence that no item quotes."""

    def action_excerpt(self) -> None:
        """Mark the first sentence in sight, or the one of the hit or the quote."""
        if (ground := self._grounded()) and (excerpt := ground.begun(self.article.here())):
            self._found = False
            self._mark(excerpt)

    def action_uncovered(self) -> None:
        """Mark the next sentence that says something by the rules of a draft, and that no item quotes."""
        if (ground := self._grounded()) is None or (number := self._view.number) is None:
            return
        archive = self._view.archive
        spans = [each.span for each in unquoted(archive, archive.beside(number), ground.marked.telling)]
        at = self._excerpt.span.start if self._excerpt else self.article.here() - 1
        if (excerpt := ground.next_of(spans, at)) is None:
            self.notice(gettext("Every sentence that says something is quoted."))
        else:
            place = gettext("{number} of {count} that no item quotes")
            self._found = True
            self._mark(excerpt, place.format(number=spans.index(excerpt.span) + 1, count=len(spans)))

    def action_sentence(self, step: int) -> None:
        if self._excerpt:
            self._mark(self._excerpt.sentence(step * max(self.count, 1)))

    def action_word(self, step: int) -> None:
        if self._excerpt:
            self._mark(self._excerpt.word(step))

    def action_sentences(self, step: int) -> None:
        if self._excerpt:
            self._mark(self._excerpt.more(step))

    def action_other_end(self) -> None:
        if self._excerpt:
            self._mark(self._excerpt.turned())

    def action_leave_excerpt(self) -> None:
        self._excerpt = None
        self.article.mark(None)
        self.remove_class("-excerpting")
        self.enter_article()

    def leave_article(self) -> None:
        if self._excerpt:
            self.action_leave_excerpt()
        super().leave_article()

    def tell_article(self, view: View) -> None:
        """The article may be another one, or its text another one now: then nothing is marked any more."""
        if self._excerpt and self._ground and self._text(view) != self._ground.text:
            self.action_leave_excerpt()
        super().tell_article(view)

    async def action_quote_excerpt(self) -> None:
        """Ask under which item of the article the marked words go as a quote."""
        if (excerpt := self._excerpt) is None or self._view.number is None:
            return
        status = excerpt.ground.marked.status(excerpt.place)
        if status in WRONG:
            self.notice(
                gettext("These words begin or end inside a number or the like: take one word more, or one less.")
                if status is Status.CUT
                else gettext("These words are no quote: the article has signs between them that no quote can have.")
            )
            return
        told = gettext("Under which item do these words go?")
        nothing = gettext("No item is called that.")
        await self.app.push_screen(
            Choosing(
                told, gettext("a part of its title"), nothing, self._targets, lambda item: self._quote(item, excerpt)
            )
        )

    def _targets(self, typed: str) -> list[Choice]:
        """The items of the article, the one at hand first, and a new one: that first if no item quotes the words."""
        view, number = self._view, self._view.number or 0
        items = [number, *(one for one in view.archive.beside(number) if one != number)]
        named = having(typed)
        rows = [Choice(((title(view.model.items[one]), "plain"),), view.model.items[one].id) for one in items]
        rows = [row for row in rows if named(row.line[0][0])]
        new = Choice(((gettext("a new item"), "title"),), None)
        return [new, *rows] if self._found and not typed.strip() else [*rows, new]

    def _quote(self, item: str | None, excerpt: Excerpt) -> None:
        """Put the marked words under an item; None: under a new one."""
        view = self._view
        if view.number is None:
            return
        article, marked = view.model.article_of(view.number), excerpt.ground.marked
        if item is None:
            ids = {view.model.items[one].id for one in view.archive.beside(view.number)}
            offer, names = marked.item(excerpt.place, article, ids)
            new = partial(decisions.added, offer=offer, names=names)
            done = self.written(lambda desk: desk.change(article.id, offer.id, new))
            wanted, told = offer.id, gettext("A new item; {key} takes it back.")
        else:
            quote, names = marked.quote(excerpt.place)
            more = partial(decisions.quoted, quote=quote, names=names)
            done = self.written(lambda desk: desk.decide(article.id, item, more))
            wanted, told = item, gettext("Quoted; {key} takes it back.")
        if done:
            self.want(f"{article.id}/{wanted}", nth=-1)
            self.action_leave_excerpt()
            self.notice(told.format(key=shortcut("undo")))

    def _grounded(self) -> Ground | None:
        """The text of the article that is read; None if it cannot be quoted from, which is said."""
        if self.desk is None:
            self.notice(gettext("Nothing is written for guests."))
            return None
        text = self._text(self._view)
        if not text.strip():
            self.notice(gettext("There is no text to quote from."))
            return None
        if self._ground is None or self._ground.text != text or self._ground.marked.model is not self._view.model:
            self._ground = Ground(Marked(text, self._view.model))
        return self._ground

    @staticmethod
    def _text(view: View) -> str:
        return "" if view.number is None else view.model.sources.get(view.model.article_of(view.number).id, "")

    def _mark(self, excerpt: Excerpt, note: str = "") -> None:
        self._excerpt = excerpt
        self.article.mark(excerpt.place)
        self.excerpt_bar.tell(excerpt.size, backwards=excerpt.backwards, note=note)
        # A room that is hidden cannot have the focus: show it first.
        self.add_class("-excerpting")
        self.set_focus(self.excerpt_bar)
