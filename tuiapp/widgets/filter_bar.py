"""The filter: the typed words, the scope they are matched in, and the number of matching items."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input

from tuiapp.keys import bindings
from tuiapp.language import deferred, gettext
from tuiapp.present.lines import Line
from tuiapp.printable import cells
from tuiapp.widgets.field import Field
from tuiapp.widgets.lines import Drawn, LineView

HINT = deferred("enterprise, sector, person, region, words of a quote")


class QueryField(Field):
    """The field for the words that filter the list."""

    BINDINGS = bindings("filter")


class Note(LineView):
    """A short text beside the field, as wide as its content."""

    def __init__(self, line: Line, name: str | None = None) -> None:
        super().__init__(id=name)
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


class FilterBar(Horizontal):
    """The line at the top."""

    class Changed(Message):
        """The words in the field changed."""

    words = query_one(QueryField)

    def __init__(self, text: str, prompt: Line, count: Line) -> None:
        super().__init__()
        self._text = text
        self._prompt = Note(prompt)
        self._count = Note(count, "count")

    def compose(self) -> ComposeResult:
        yield self._prompt
        yield QueryField(self._text, gettext(HINT))
        yield self._count

    def say(self, prompt: Line, count: Line) -> None:
        """Show the scope of the words and the number of matching items."""
        self.words.placeholder = gettext(HINT)
        self._prompt.say(prompt)
        self._count.say(count)

    @on(Input.Changed)
    def _translate(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())
