"""A screen on top of the main screen: a page, the palette or a question."""

from collections.abc import Sequence

from textual import events
from textual.geometry import Size
from textual.getters import query_one
from textual.screen import Screen

from tuiapp.present.lines import Paragraph
from tuiapp.widgets.field import Field
from tuiapp.widgets.lines import Drawn, LineView


class Overlay(Screen[None]):
    """Closes once: a second closing key that arrives meanwhile does nothing."""

    def take(self, _: events.Key) -> bool:
        """If the key is a character that is typed here, type it and return True."""
        return False

    def action_close(self) -> None:
        if self.is_current:
            self.dismiss()


class About(LineView):
    """What is asked about, above the question."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._paragraphs = paragraphs

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width, viewport.height))

    def lines(self, width: int, height: int) -> list[Drawn]:
        return [Drawn(((" ", "plain"), *line)) for part in self._paragraphs for line in part.lines(max(width - 2, 1))]


class Asking(Overlay):
    """A screen with a text field that has the focus."""

    field = query_one(Field)

    def on_mount(self) -> None:
        self.set_focus(self.field)

    def take(self, event: events.Key) -> bool:
        """If the key is a character, type it into the field at once and return True."""
        if event.character and event.is_printable:
            self.field.insert_text_at_cursor(event.character)
            return True
        return False
