"""The command palette: finds commands by a part of their description, and shows the keys that do the same.

It replaces Textual's palette, which collects its commands in the background. There Enter ended the program in three
cases: if it was pressed before the commands had been collected, twice in a row, or while the palette was closing.
"""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import Input

from tuiapp.keys import Key, bindings, labels, shortcut
from tuiapp.language import gettext
from tuiapp.legend import commands
from tuiapp.present.lines import Line, Run
from tuiapp.present.rows import crop
from tuiapp.printable import cells
from tuiapp.signs import sign
from tuiapp.terminal import restricted
from tuiapp.widgets.field import Field
from tuiapp.widgets.lines import Drawn, LineView
from tuiapp.widgets.overlay import Asking
from tuiapp.widgets.scrolling import Move, moved, paged


class CommandList(LineView):
    """The matching commands, one per line, with their keys at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._commands: Sequence[Key] = ()
        self._cursor = 0
        self._top = 0

    @property
    def selected(self) -> Key | None:
        """The command under the cursor; None where there is none."""
        return self._commands[self._cursor] if self._commands else None

    def show(self, found: Sequence[Key]) -> None:
        """List commands; if they changed, select the first."""
        if found != self._commands:
            self._commands = found
            self._cursor = self._top = 0
            self.redraw()

    def move(self, move: Move) -> None:
        """Select another command."""
        page = max(self.size.height - 1, 1)
        self._cursor = moved(move, self._cursor, page, max(len(self._commands) - 1, 0))
        self.redraw()

    def lines(self, width: int, height: int) -> list[Drawn]:
        if not self._commands:
            return [Drawn(crop((("  ", "plain"), (gettext("No command is called that."), "dim")), width))]
        self._top = paged(self._cursor, self._top, height)
        shown = self._commands[self._top : self._top + height]
        return [self._row(command, at == self._cursor, width) for at, command in enumerate(shown, self._top)]

    @staticmethod
    def _row(command: Key, here: bool, width: int) -> Drawn:
        marker: Run = (f"{sign('cursor')} " if here else "  ", "key")
        keys = f" {labels(command)} "
        if cells(keys) > width // 2:
            keys = f" {shortcut(command.called)} "
        name: Line = ((gettext(command.description), "plain"),)
        line = (marker, *crop(name, max(width - 2 - cells(keys), 1)), (keys, "key"))
        return Drawn(crop(line, width), "cursor" if here else "")


class Palette(Asking):
    """The field, and the commands that match its text."""

    BINDINGS = bindings("palette")

    list = query_one(CommandList)

    def compose(self) -> ComposeResult:
        yield Field("", gettext("a part of what is to be done"))
        yield CommandList()

    def on_mount(self) -> None:
        self.list.show(commands("", guest=restricted()))

    @on(Input.Changed)
    def _find(self) -> None:
        """List the commands that match the text in the field. Call it before reading the list."""
        self.list.show(commands(self.field.value, guest=restricted()))

    def action_move(self, move: Move) -> None:
        self._find()
        self.list.move(move)

    def chosen(self) -> Key | None:
        """The selected command; None if no command matches."""
        self._find()
        return self.list.selected
