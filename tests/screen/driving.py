"""Starts the explorer in a test, presses keys and reads the screen."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tuiapp.app import Tuiapp
from tuiapp.browser import Browser
from tuiapp.following import Follower
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View


@asynccontextmanager
async def opened(
    ready: Snapshot, size: tuple[int, int] = (80, 24), query: str = "", follower: Follower | None = None
) -> AsyncIterator["Driven"]:
    """The explorer at `size`, with its first frame drawn."""
    app = Tuiapp(View.begun(ready, Question(text=query)), follower=follower)
    async with app.run_test(size=size) as pilot:
        screen = Driven(pilot, ready)
        await screen.settle()
        yield screen


class Driven:
    """The running explorer: presses keys, gives the text on the screen."""

    def __init__(self, pilot: Pilot[None], ready: Snapshot) -> None:
        self.pilot = pilot
        self.ready = ready

    @property
    def browser(self) -> Browser:
        browser = self.pilot.app.screen_stack[0]
        assert isinstance(browser, Browser)
        return browser

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each after the one before was handled."""
        for key in keys:
            await self.burst(key)

    async def burst(self, *keys: str) -> None:
        """Press keys all at once, as they arrive in one packet over a slow connection."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
        await self.settle()

    async def settle(self) -> None:
        """Wait until no room has work left. The pilot's own wait, for an idle process, takes 40 ms a key."""
        quiet = 0
        app = self.pilot.app
        while app._batch_count and app.is_running:  # the first frame is held back until the layout is done
            await self.pilot.pause(0)
        while quiet < 2 and app.is_running:
            await self.pilot.pause(0)
            rooms = (app, *app.screen.walk_children(with_self=True))
            quiet = 0 if any(room.message_queue_size for room in rooms) else quiet + 1

    async def until(self, arrived: Callable[[], bool]) -> None:
        """Wait until `arrived` is true, for results that come later."""
        for _ in range(500):
            if arrived():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(self.picture)

    async def type(self, text: str) -> None:
        """Type `text` into the filter. In the facets, `/` would narrow their values."""
        if self.browser.focused is self.browser.facets:
            await self.press("escape")
        await self.press("slash", *text)

    async def resize(self, width: int, height: int) -> None:
        """Change the terminal's size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def selected(self) -> str | None:
        """Id of the selected item; None if there is none."""
        number = self.browser._view.selected
        return None if number is None else self.ready.model.items[number].id

    @property
    def rows(self) -> list[str]:
        """The list as shown on the screen, without its headings and empty lines."""
        lines = text(self.browser.items).split("\n")[self.browser.items.headed :]
        return [line for line in lines if line.strip()]

    @property
    def shown(self) -> list[str]:
        """Ids of the items that match, best first."""
        items = self.ready.model.items
        return [items[number].id for number in self.browser._view.answer.shown.window(0, len(items))]

    @property
    def picture(self) -> str:
        """The text of the whole screen."""
        return "\n".join(strip.text.rstrip() for strip in strips(self.pilot.app.screen))


def text(widget: Widget) -> str:
    """The text of the room on the screen, line by line; empty if the room is hidden."""
    return "\n".join(strip.text.rstrip() for strip in strips(widget))


def words(widget: Widget) -> str:
    """The text of the room as one line, so that line breaks do not matter."""
    return " ".join(text(widget).split())


def strips(widget: Widget) -> Sequence[Strip]:
    """The room's lines from the last drawn frame, so that a test notices a line that was not redrawn."""
    x, y, width, height = widget.region
    painted = widget.screen._compositor.render_strips()
    return [line.crop(x, x + width) for line in painted[y : y + height]]
