"""Textual's screen without the repaint that another focus brings."""

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget


class SteadyScreen(Screen[None]):
    """A screen whose rooms draw by themselves what their focus changes."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Screen's own, which repaints the whole screen for another focus: 19 kB at 200×50 for `/`."""
