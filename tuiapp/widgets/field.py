"""A field of one line: takes text, no character that would be shown as a sign, and lays nothing out for a letter."""

from dataclasses import replace

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tuiapp.printable import without_signs

LONGEST = 200
"""Characters of a query; a name has some 40."""


class Field(Input):
    """Where letters are typed; what they are for, the screen knows."""

    # The field's own keys with priority too, so that none is overtaken by a letter typed after it.
    BINDINGS = [replace(key, priority=True) for key in Input.BINDINGS if isinstance(key, Binding)]

    virtual_size = Reactive(Size(0, 0), layout=False)
    show_horizontal_scrollbar: Reactive[bool] = Reactive(False, layout=False, repaint=False)
    """As Widget's own, which lay the screen out anew: the first letter would do so twice."""

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(
            without_signs(text),
            placeholder=hint,
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
        super().insert_text_at_cursor(without_signs(text))

    def _on_paste(self, event: events.Paste) -> None:
        """All of what is pasted on one line; Input itself takes the first line alone."""
        event.prevent_default()
        event.stop()
        room = LONGEST - len(self.value)
        self.insert_text_at_cursor(" ".join(without_signs(event.text[: 4 * LONGEST], " ").split())[:room])
