"""What a person has asked and is looking at, as a value; each step leads to another view.

No screen and no command keeps any of it itself: they show a view, and take steps. The items of a view are those of
its answer's snapshot; over another snapshot it finds the same item again by its article's id and its own.
"""

from msgspec import Struct
from msgspec.structs import replace

from tuiapp.evidence import Evidence
from tuiapp.facets import Picks
from tuiapp.fields import Field, Value
from tuiapp.model import Item, Model
from tuiapp.search import ALL, Match, Scope
from tuiapp.snapshot import Answer, Question, Snapshot


class View(Struct, frozen=True):
    """A question with its answer, the item that is selected and the quote of it that is looked at."""

    answer: Answer
    number: int | None = None
    """The selected item in the answer's snapshot; while nothing is found, the one that was selected last."""
    place: int = 0
    """Which of its quotes."""

    @classmethod
    def begun(cls, snapshot: Snapshot, question: Question) -> "View":
        """The first view of a snapshot: the first row of what the question leaves."""
        return cls(snapshot.ask(question))._selecting(0)

    # What is seen

    @property
    def question(self) -> Question:
        return self.answer.question

    @property
    def model(self) -> Model:
        return self.answer.model

    @property
    def selected(self) -> int | None:
        """The selected item; None where nothing is found."""
        return self.number if len(self) else None

    @property
    def row(self) -> int:
        """Where the selected item stands."""
        row = None if self.number is None else self.answer.shown.row_of(self.number)
        return row or 0

    def __len__(self) -> int:
        """How many items there are to be seen."""
        return len(self.answer.shown)

    def rows(self, start: int, stop: int) -> list[int]:
        """The items on the rows from `start` up to `stop`; fewer where the list ends before."""
        return self.answer.shown.window(start, stop)

    def matches(self, number: int) -> tuple[Match, ...]:
        """Why item `number` is there: one match for each word of the query."""
        return self.answer.shown.matches(number)

    def evidence(self, number: int, place: int) -> Evidence:
        """What its source says of quote `place` of item `number`."""
        return self.answer.of.archive.evidence(number, place)

    # What is asked

    def asking(self, question: Question) -> "View":
        """Another question; the selected item stays selected where it is still found."""
        if question == self.question:
            return self
        return self._over(self.answer.of.ask(question))

    def typed(self, text: str) -> "View":
        """Other words."""
        return self.asking(replace(self.question, text=text))

    def scoped(self, scope: Scope) -> "View":
        """The words held to another field."""
        return self.asking(replace(self.question, scope=scope))

    def picked(self, facet: Field, value: Value) -> "View":
        """A value picked where it was not, and the other way round."""
        return self.asking(replace(self.question, picks=self.question.picks.toggle(facet, value)))

    def rewriting(self) -> "View":
        """Other layouts and scripts tried where they were not, and the other way round."""
        return self.asking(replace(self.question, rewrite=not self.question.rewrite))

    def cleared(self) -> "View":
        """Nothing asked any more."""
        return self.asking(replace(self.question, text="", picks=Picks(), scope=ALL))

    # What is looked at

    def at(self, row: int) -> "View":
        """The item on that row selected, or the nearest one where the list is shorter."""
        return self._selecting(max(0, min(row, len(self) - 1)))

    def turned(self, step: int) -> "View":
        """The quote that stands `step` after the one that is looked at, round and round."""
        if self.selected is None:
            return self
        return replace(self, place=(self.place + step) % len(self.model.items[self.selected].quotes))

    def over(self, snapshot: Snapshot) -> "View":
        """The same over another snapshot: the same question, item and quote, or what stands where they stood."""
        answer = snapshot.ask(self.question)
        if self.number is None:
            return View(answer)._selecting(0)
        item = self.model.items[self.number]
        number = snapshot.model.number_of(self.model.article_of(self.number).id, item.id)
        if number is None or (len(answer.shown) and answer.shown.row_of(number) is None):
            return View(answer).at(self.row)
        return View(answer, number, _same(item, self.place, snapshot.model.items[number]))

    def _over(self, answer: Answer) -> "View":
        view = View(answer, self.number, self.place)
        kept = self.number is not None and answer.shown.row_of(self.number) is not None
        return view if kept or not len(answer.shown) else view._selecting(0)

    def _selecting(self, row: int) -> "View":
        number = next(iter(self.rows(row, row + 1)), self.number)
        return self if number == self.number else View(self.answer, number)


def _same(item: Item, place: int, other: Item) -> int:
    """Which quote of `other` is the one at `place` of `item`: the one of the same words, or else of the same place."""
    words = [quote.exact for quote in other.quotes]
    wanted = item.quotes[place].exact
    return words.index(wanted) if wanted in words else min(place, len(words) - 1)
