"""A screen over the rooms, such as a page or the palette."""

from textual.screen import Screen


class Overlay(Screen[None]):
    """Closing it twice is closing it once, however fast the keys come."""

    def action_close(self) -> None:
        if self.is_current:
            self.dismiss()
