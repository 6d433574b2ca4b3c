"""The question for a file's name, before items are written to it."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import Input

from tuiapp.keys import bindings
from tuiapp.language import gettext
from tuiapp.library import RefusedError
from tuiapp.present.formats import ENDINGS
from tuiapp.present.lines import Line
from tuiapp.printable import one_line
from tuiapp.widgets.bar import Bar
from tuiapp.widgets.field import Field
from tuiapp.widgets.overlay import Asking


class Export(Asking):
    """Asks until the file is written, or the person goes back."""

    BINDINGS = bindings("export")

    said = query_one("#said", Bar)

    def __init__(self, told: str, write: Callable[[str], None]) -> None:
        super().__init__()
        self._told = told
        self._write = write
        """Writes the file of this name. Raises RefusedError if it cannot."""

    def compose(self) -> ComposeResult:
        yield Bar(((self._told, "title"),))
        yield Field("", gettext("a new file"))
        yield Bar(self._ways(), "said")

    @on(Input.Changed)
    def _begin_anew(self) -> None:
        self.said.say(self._ways())

    def action_write(self) -> None:
        if not self.is_current or not (name := self.field.value.strip()):
            return
        try:
            self._write(name)
        except RefusedError as error:
            self.said.say(((one_line(f"{name}: {error}"), "bad"),))
        else:
            self.action_close()

    @staticmethod
    def _ways() -> Line:
        return ((gettext("The ending says how: {endings}").format(endings=" ".join(ENDINGS)), "dim"),)
