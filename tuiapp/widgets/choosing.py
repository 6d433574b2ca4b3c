"""A list from which one thing is chosen, narrowed by typing: a command, an enterprise, an item."""

from collections.abc import Callable, Sequence
from inspect import isawaitable
from typing import Any, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import Input

from tuiapp.keys import bindings
from tuiapp.present.lines import Line, Paragraph, Run
from tuiapp.present.rows import crop
from tuiapp.printable import cells
from tuiapp.signs import sign
from tuiapp.widgets.bar import Bar
from tuiapp.widgets.field import Field
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.overlay import About, Asking
from tuiapp.widgets.scrolling import Move, moved, paged


class Choice(NamedTuple):
    """One row."""

    line: Line
    value: Any
    """What is chosen with it."""
    notes: tuple[str, ...] = ("",)
    """What stands at the right: the first of them that leaves half of the width."""


class ChoiceList(LineView):
    """The rows, with a cursor."""

    def __init__(self, nothing: str) -> None:
        """`nothing`: what is said if there is no row."""
        super().__init__()
        self._nothing = nothing
        self._choices: Sequence[Choice] = ()
        self._cursor = 0
        self._top = 0

    @property
    def selected(self) -> Choice | None:
        """The row under the cursor; None where there is none."""
        return self._choices[self._cursor] if self._choices else None

    def show(self, choices: Sequence[Choice]) -> None:
        """List other rows; if they read otherwise, select the first."""
        before, self._choices = self._choices, choices
        if [(each.line, each.notes) for each in choices] != [(each.line, each.notes) for each in before]:
            self._cursor = self._top = 0
            self.redraw()

    def move(self, move: Move) -> None:
        """Select another row."""
        page = max(self.size.height - 1, 1)
        self._cursor = moved(move, self._cursor, page, max(len(self._choices) - 1, 0))
        self.redraw()

    def lines(self, width: int, height: int) -> list[Drawn]:
        if not self._choices:
            return [Drawn(crop((("  ", "plain"), (self._nothing, "dim")), width))]
        self._top = paged(self._cursor, self._top, height)
        shown = self._choices[self._top : self._top + height]
        return [self._row(choice, at == self._cursor, width) for at, choice in enumerate(shown, self._top)]

    @staticmethod
    def _row(choice: Choice, here: bool, width: int) -> Drawn:
        marker: Run = (f"{sign('cursor')} " if here else "  ", "key")
        note = next((note for note in choice.notes if cells(note) + 2 <= width // 2), choice.notes[-1])
        note = f" {note} "
        line = (marker, *crop(choice.line, max(width - 2 - cells(note), 1)), (note, "key"))
        return Drawn(crop(line, width), "cursor" if here else "")


class Choosing(Asking):
    """The field, and the rows that match its text."""

    BINDINGS = bindings("palette")

    list = query_one(ChoiceList)

    def __init__(
        self,
        told: str,
        hint: str,
        nothing: str,
        find: Callable[[str], Sequence[Choice]],
        choose: Callable[[Any], object],
        *,
        about: Sequence[Paragraph] = (),
    ) -> None:
        """`told`: the heading, if there is one. `find`: the rows for what is typed. `choose` is called with the value
        of the chosen row after the screen has closed. `about`: what is asked about."""
        super().__init__()
        self._told, self._hint, self._nothing = told, hint, nothing
        self._matching = find
        self._choose = choose
        self._about = about

    def compose(self) -> ComposeResult:
        if self._about:
            yield About(self._about)
        if self._told:
            yield Bar(((self._told, "title"),))
        yield Field("", self._hint)
        yield ChoiceList(self._nothing)

    def on_mount(self) -> None:
        self._find()

    @on(Input.Changed)
    def _find(self) -> None:
        """List what matches the text in the field. Call it before reading the list."""
        self.list.show(self._matching(self.field.value))

    def action_move(self, move: Move) -> None:
        self._find()
        self.list.move(move)

    async def action_choose(self) -> None:
        self._find()
        if self.is_current and (chosen := self.list.selected):
            self.action_close()
            if isawaitable(doing := self._choose(chosen.value)):
                await doing
