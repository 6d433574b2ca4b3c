"""The filter: what is typed, what it is matched against, and how many items are left."""

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.geometry import Size
from textual.getters import query_one
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tuiapp.keys import bindings
from tuiapp.language import deferred, gettext
from tuiapp.present.lines import Line
from tuiapp.printable import UNPRINTABLE, cells
from tuiapp.widgets.lines import Drawn, LineView

HINT = deferred("a part of a name: enterprise or sector")
LONGEST = 200
"""Characters of a query; a name has some 40."""


class Words(Input):
    """A field that takes text and never a control character."""

    # The field's own keys with priority too, so that none is overtaken by a letter typed after it.
    BINDINGS = [
        *bindings("filter"),
        *(replace(key, priority=True) for key in Input.BINDINGS if isinstance(key, Binding)),
    ]

    virtual_size = Reactive(Size(0, 0), layout=False)
    show_horizontal_scrollbar: Reactive[bool] = Reactive(False, layout=False, repaint=False)
    """As Widget's own, which lay the screen out anew: the first letter would do so twice."""

    def __init__(self, text: str) -> None:
        super().__init__(
            UNPRINTABLE.sub("", text),
            placeholder=gettext(HINT),
            compact=True,
            max_length=LONGEST,
            select_on_focus=False,
            validate_on=(),
        )
        self.cursor_blink = False

    @property
    def content_width(self) -> int:
        """Always the widest: another width for every letter would lay the whole screen out anew, 4 ms."""
        return 2 * LONGEST + 1

    def insert_text_at_cursor(self, text: str) -> None:
        if len(self.value) >= LONGEST:
            return  # a paste without brackets may bring thousands of letters, and Input rings for each
        super().insert_text_at_cursor(UNPRINTABLE.sub("", text))

    def _on_paste(self, event: events.Paste) -> None:
        """All of what is pasted on one line; Input itself takes the first line alone."""
        event.prevent_default()
        event.stop()
        room = LONGEST - len(self.value)
        self.insert_text_at_cursor(" ".join(UNPRINTABLE.sub(" ", event.text[: 4 * LONGEST]).split())[:room])


class Note(LineView):
    """A line beside the field, as wide as what it says."""

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
    """One line at the top."""

    class Changed(Message):
        """Other words stand in the field."""

    words = query_one(Words)

    def __init__(self, text: str, prompt: Line, count: Line) -> None:
        super().__init__()
        self._text = text
        self._prompt = Note(prompt)
        self._count = Note(count, "count")

    def compose(self) -> ComposeResult:
        yield self._prompt
        yield Words(self._text)
        yield self._count

    def say(self, prompt: Line, count: Line) -> None:
        """What the words are matched against, and how many items are left."""
        self.words.placeholder = gettext(HINT)
        self._prompt.say(prompt)
        self._count.say(count)

    @on(Input.Changed)
    def _translate(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())
