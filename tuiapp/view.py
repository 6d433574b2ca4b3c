"""The question, the selected item and the selected quote, as an immutable value; each step returns another view.

Screens and commands keep none of this themselves: they show a view and take steps. The items of a view are those of
its answer's snapshot. In another snapshot, the same item is found by its article's id and its own.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.archive import Archive
from tuiapp.evidence import Evidence
from tuiapp.facets import Picks
from tuiapp.fields import NAMED, PICKABLE, Field, Value
from tuiapp.model import Item, Model
from tuiapp.orders import after
from tuiapp.search import ALL, Match, Scope
from tuiapp.snapshot import Answer, Question, Snapshot


class View(Struct, frozen=True):
    """A question with its answer, the selected item, and which of its quotes is shown."""

    answer: Answer
    number: int | None = None
    """The selected item in the answer's snapshot; while nothing is found, the item selected last."""
    nth: int = 0
    """Which of the item's quotes is shown, from 0."""
    marked: frozenset[int] = frozenset()
    """The items marked to be copied or exported; they stay marked while the list does not have them."""
    left: "View | None" = None
    """The view that was left for an item or an article that its question leaves out; `back` returns to it."""

    @classmethod
    def begun(cls, snapshot: Snapshot, question: Question) -> "View":
        """The first view of a snapshot: the items that match the question, with the first row selected."""
        return cls(snapshot.ask(question))._selecting(0)

    # What the view shows

    @property
    def question(self) -> Question:
        return self.answer.question

    @property
    def model(self) -> Model:
        return self.answer.model

    @property
    def archive(self) -> Archive:
        """The model with the evidence for its quotes."""
        return self.answer.snapshot.archive

    @property
    def selected(self) -> int | None:
        """The selected item; None if nothing is found."""
        return self.number if len(self) else None

    @property
    def row(self) -> int:
        """The row of the selected item; 0 if it is not in the list."""
        row = None if self.number is None else self.answer.shown.row_of(self.number)
        return row or 0

    @property
    def listed(self) -> bool:
        """Whether the list has the item that was selected last."""
        return self.number is not None and self.answer.shown.row_of(self.number) is not None

    def __len__(self) -> int:
        """How many items are found."""
        return len(self.answer.shown)

    def rows(self, start: int, stop: int) -> list[int]:
        """The items on the rows from `start` up to `stop`; fewer if the list ends earlier."""
        return self.answer.shown.window(start, stop)

    def matches(self, number: int) -> tuple[Match, ...]:
        """Why item `number` is found: one match for each word of the query that is not excluded."""
        return self.answer.shown.matches(number)

    def evidence(self, number: int, nth: int) -> Evidence:
        """The evidence for quote `nth` of item `number`."""
        return self.archive.evidence(number, nth)

    def taken(self) -> list[int]:
        """The marked items, in the order of the list; those that it does not have come last."""
        row_of = self.answer.shown.row_of
        return sorted(self.marked, key=lambda number: (row_of(number) is None, row_of(number) or 0, number))

    # Steps to another question

    def asking(self, question: Question) -> "View":
        """The view with another question; the selected item stays selected if it is still found."""
        if question == self.question:
            return self
        return self._over(self.answer.snapshot.ask(question))

    def typed(self, text: str) -> "View":
        """The view with other words, and the best row selected; without words, the item that was selected."""
        view = self.asking(replace(self.question, text=text))
        return view.at(0) if view is not self and text.strip() else view

    def scoped(self, scope: Scope) -> "View":
        """The view with the search limited to another field."""
        return self.asking(replace(self.question, scope=scope))

    def picked(self, facet: Field, value: Value) -> "View":
        """The view with a value picked, or removed if it was picked."""
        return self.asking(replace(self.question, picks=self.question.picks.toggle(facet, value)))

    def rewriting(self) -> "View":
        """The view with conversion to the other layout and script turned on or off."""
        return self.asking(replace(self.question, rewrite=not self.question.rewrite))

    def sorted(self) -> "View":
        """The view with the rows in the next order, from the first row on."""
        answer = self.answer.snapshot.ask(replace(self.question, order=after(self.question.order)))
        return View(answer, marked=self.marked, left=self.left)._selecting(0)

    def newest(self) -> "View":
        """The view with only the newest item of each matter, or with all items again; the selected matter stays."""
        view = self.asking(replace(self.question, latest=not self.question.latest))
        if self.number is None or view.number == self.number:
            return view
        row = view.answer.shown.row_of(self.archive.matters.of(self.number)[-1])
        return view if row is None else view.at(row)

    def in_article(self, article: str, number: int | None = None) -> "View":
        """The view of an article's items alone, with item `number` selected, or else the first."""
        return self._leaving(Picks({"article": {article}}), number)

    def told(self, step: int) -> "View":
        """The view showing the item that is told `step` places later in the matter, or the last on that side."""
        if self.selected is None:
            return self
        return self.showing(self.archive.matters.beside(self.selected, step))

    def showing(self, number: int) -> "View":
        """The view with item `number` selected; one of all items if the question leaves that item out."""
        if (row := self.answer.shown.row_of(number)) is not None:
            return self.at(row)
        return self._leaving(Picks(), number)

    def cleared(self) -> "View":
        """The view without words, picks and scope."""
        return replace(self.asking(replace(self.question, text="", picks=Picks(), scope=ALL)), left=None)

    def back(self) -> "View | None":
        """The view without words or, if there are none, the one that was left, or without picks, or then without marks;
        None if there is nothing to go back from."""
        if self.question.text:
            return self.typed("")
        if self.left:
            return replace(self.left, marked=self.marked)
        if self.question.picks:
            return self.asking(replace(self.question, picks=Picks()))
        return replace(self, marked=frozenset()) if self.marked else None

    # Steps to another item, quote or snapshot

    def at(self, row: int) -> "View":
        """The view with the item on `row` selected, or on the nearest row if there is no such row."""
        return self._selecting(max(0, min(row, len(self) - 1)))

    def marking(self) -> "View":
        """The view with the selected item marked, or unmarked if it was, and the item on the next row selected."""
        if self.selected is None:
            return self
        return replace(self, marked=self.marked ^ {self.selected}).at(self.row + 1)

    def turned(self, step: int) -> "View":
        """The view with the quote `step` places after the current one, wrapping round at the ends."""
        if self.selected is None:
            return self
        return replace(self, nth=(self.nth + step) % len(self.model.items[self.selected].quotes))

    def along(self, step: int) -> "View":
        """The view with the article's item `step` places after the selected one, in the list or not, wrapping round."""
        if self.selected is None:
            return self
        items = self.archive.beside(self.selected)
        number = items[(self.selected - items.start + step) % len(items)]
        return self if number == self.number else replace(self, number=number, nth=0)._found()

    def over(self, snapshot: Snapshot) -> "View":
        """The same question, item, quote and marks in another snapshot; where an item or quote is gone, the one now in
        its place."""
        answer, left = snapshot.ask(self.question), self.left and self.left.over(snapshot)
        marked = frozenset(there for number in self.marked if (there := self.there(number, snapshot)) is not None)
        if self.number is None:
            return View(answer, marked=marked, left=left)._selecting(0)
        number = self.there(self.number, snapshot)
        # An item that the list lacks, though it has others, is being read: it stays.
        stays = len(self) > 0 and not self.listed
        if number is None or (len(answer.shown) and not stays and answer.shown.row_of(number) is None):
            return View(answer, marked=marked, left=left).at(self.row)
        nth = _same(self.model.items[self.number], self.nth, snapshot.model.items[number])
        return View(answer, number, nth, marked, left)

    def there(self, number: int, snapshot: Snapshot) -> int | None:
        """Where another snapshot has item `number`; None if it does not have it."""
        return snapshot.model.number_of(self.model.article_of(number).id, self.model.items[number].id)

    def kept(self) -> dict[str, Any]:
        """The question, item and quote in JSON's types, for `resumed` in another process."""
        question = self.question
        picks = {facet.name: [str(value) for value in question.picks[facet]] for facet in PICKABLE}
        item = None if self.number is None else self._ids(self.number)
        return {
            "text": question.text,
            "scope": question.scope,
            "picks": {name: values for name, values in picks.items() if values},
            "order": question.order,
            "rewrite": question.rewrite,
            "latest": question.latest,
            "item": item,
            "nth": self.nth,
            "marked": [self._ids(each) for each in sorted(self.marked)],
        }

    def _ids(self, number: int) -> list[str]:
        return [self.model.article_of(number).id, self.model.items[number].id]

    @classmethod
    def resumed(cls, snapshot: Snapshot, told: dict[str, Any]) -> "View":
        """The view that `kept` was of, over another snapshot, without what is not there any more. If the list lacks the
        item, its first one is selected.

        Raises KeyError, TypeError or ValueError if it has another shape.
        """
        picks = {
            facet.name: [value for value in snapshot.facets.values(facet) if str(value) in told["picks"][facet.name]]
            for facet in PICKABLE
            if facet.name in told["picks"]
        }
        question = Question(
            text=str(told["text"]),
            scope=str(told["scope"]),
            picks=Picks(picks),
            order=str(told["order"]),
            rewrite=bool(told["rewrite"]),
            latest=bool(told["latest"]),
        )
        marked = [snapshot.model.number_of(article, item) for article, item in told["marked"]]
        view = replace(cls.begun(snapshot, question), marked=frozenset(each for each in marked if each is not None))
        article, item = told["item"] or ("", "")
        number = snapshot.model.number_of(article, item)
        if number is None or view.answer.shown.row_of(number) is None:
            return view
        nth = max(0, min(int(told["nth"]), len(snapshot.model.items[number].quotes) - 1))
        return replace(view, number=number, nth=nth)

    def _over(self, answer: Answer) -> "View":
        view = replace(self, answer=answer, left=None)
        return view._found() if view.listed else view._selecting(0) if len(answer.shown) else view

    def _leaving(self, picks: Picks, number: int | None) -> "View":
        """The view with nothing but `picks` asked, and item `number` or the first selected; `back` returns to this."""
        left = self if self.question.narrows else self.left
        while picks and left and left.question.picks[NAMED["article"]]:
            # From one article to another: back to what was asked before both.
            left = left.left
        question = replace(self.question, text="", picks=picks, latest=False)
        view = View(self.answer.snapshot.ask(question), marked=self.marked, left=left)
        return view._selecting(0) if number is None else view.at(view.answer.shown.row_of(number) or 0)

    def _selecting(self, row: int) -> "View":
        number = next(iter(self.rows(row, row + 1)), self.number)
        return self if number == self.number else replace(self, number=number, nth=0)._found()

    def _found(self) -> "View":
        """The view with the quote in which a word of the query was found, if there is one."""
        if self.number is None or not self.question.text:
            return self
        said = [quote.exact for quote in self.model.items[self.number].quotes]
        found = (said.index(match.name) for match in self.matches(self.number) if match.scope == "quote")
        return replace(self, nth=next(found, self.nth))


def _same(item: Item, nth: int, other: Item) -> int:
    """The quote of `other` for the one at `nth` of `item`: the one with the same words, or else at the same place."""
    words = [quote.exact for quote in other.quotes]
    wanted = item.quotes[nth].exact
    return words.index(wanted) if wanted in words else min(nth, len(words) - 1)
