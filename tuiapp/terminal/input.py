"""Textual's field of one line without what a letter does not need, and with pastes of several lines."""

from typing import Any

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tuiapp.printable import without_signs


class LineInput(Input):
    """Lays nothing out for a letter, and takes all lines of a paste as one."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    show_horizontal_scrollbar: Reactive[bool] = Reactive(False, layout=False, repaint=False)
    """As Widget's own, which lay the screen out anew: the first letter would do so twice."""

    def __init__(self, text: str, longest: int, **options: Any) -> None:
        self.longest = longest
        """Characters that the field takes; there before the text is, for which the width may be asked."""
        super().__init__(text, max_length=longest, **options)

    @property
    def content_width(self) -> int:
        """Always the widest: another width for every letter would lay the whole screen out anew, 4 ms."""
        return 2 * self.longest + 1

    def on_paste(self, event: events.Paste) -> None:
        """All of what is pasted on one line; Input itself takes the first line alone."""
        event.prevent_default()
        event.stop()
        room = self.longest - len(self.value)
        self.insert_text_at_cursor(" ".join(without_signs(event.text[: 4 * self.longest], " ").split())[:room])
