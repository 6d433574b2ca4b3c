"""The question for one line of text: the name of a file, a title."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import Input

from tuiapp.keys import bindings
from tuiapp.library import RefusedError
from tuiapp.present.lines import Paragraph
from tuiapp.printable import one_line
from tuiapp.widgets.bar import Bar
from tuiapp.widgets.field import Field
from tuiapp.widgets.overlay import About, Asking


class Entry(Asking):
    """Asks until what is typed is taken, or the person goes back."""

    BINDINGS = bindings("entry")

    said = query_one("#said", Bar)

    def __init__(
        self,
        told: str,
        hint: str,
        note: str,
        take: Callable[[str], object],
        text: str = "",
        *,
        about: Sequence[Paragraph] = (),
        empty: bool = False,
    ) -> None:
        """`told`: the heading. `hint`: what stands in the empty field. `note`: what stands below it. `take` is called
        with what was typed, and raises RefusedError if it cannot be. `text`: what the field has at first. `about`: what
        is asked about. `empty`: whether nothing is an answer, too."""
        super().__init__()
        self._told, self._hint, self._note, self._text = told, hint, note, text
        self._take = take
        self._about, self._empty = about, empty

    def compose(self) -> ComposeResult:
        if self._about:
            yield About(self._about)
        yield Bar(((self._told, "title"),))
        yield Field(self._text, self._hint)
        yield Bar(((self._note, "dim"),), "said")

    @on(Input.Changed)
    def _begin_anew(self) -> None:
        self.said.say(((self._note, "dim"),))

    def action_take(self) -> None:
        typed = self.field.value.strip()
        if not self.is_current or not (typed or self._empty):
            return
        try:
            self._take(typed)
        except RefusedError as error:
            self.said.say(((one_line(f"{typed}: {error}"), "bad"),))
        else:
            self.action_close()
