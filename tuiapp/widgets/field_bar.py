"""A line with a text field: before it a prompt, behind it a note. The filter and the search in the article are such."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input

from tuiapp.language import gettext
from tuiapp.present.lines import Line
from tuiapp.printable import cells
from tuiapp.widgets.field import Field
from tuiapp.widgets.lines import Drawn, LineView


class Note(LineView):
    """A short text beside the field, as wide as its content."""

    def __init__(self, line: Line, name: str | None = None) -> None:
        super().__init__(classes=name)
        self._line = line
        self.styles.width = self._wide(line)

    def say(self, line: Line) -> None:
        if line != self._line:
            resized = self._wide(line) != self._wide(self._line)
            self._line = line
            if resized:
                self.styles.width = self._wide(line)
            self.redraw()

    def lines(self, width: int, height: int) -> list[Drawn]:
        return [Drawn(self._line, "bar")]

    @staticmethod
    def _wide(line: Line) -> int:
        return sum(cells(text) for text, _ in line)


class FieldBar(Horizontal):
    """The base of these lines. Subclasses say which field it is, and have a message of their own."""

    field: ClassVar[type[Field]]
    hint: ClassVar[str]
    """What the empty field says, to be translated."""

    class Changed(Message):
        """The words in the field changed."""

    words = query_one(Field)

    def __init__(self, text: str, prompt: Line, note: Line) -> None:
        super().__init__()
        self._text = text
        self._prompt = Note(prompt)
        self._note = Note(note, "note")

    def compose(self) -> ComposeResult:
        yield self._prompt
        yield self.field(self._text, gettext(self.hint))
        yield self._note

    def say(self, prompt: Line, note: Line) -> None:
        """Show another prompt and another note."""
        self.words.placeholder = gettext(self.hint)
        self._prompt.say(prompt)
        self._note.say(note)

    @on(Input.Changed)
    def _translate(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())
