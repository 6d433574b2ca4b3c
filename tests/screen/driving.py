"""Starting the explorer in a test, pressing keys and reading what stands on the screen."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tuiapp.app import Tuiapp
from tuiapp.browser import Browser
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View


@asynccontextmanager
async def opened(ready: Snapshot, size: tuple[int, int] = (80, 24), query: str = "") -> AsyncIterator["Driven"]:
    """The explorer at `size`, first frame drawn."""
    app = Tuiapp(View.begun(ready, Question(text=query)))
    async with app.run_test(size=size) as pilot:
        screen = Driven(pilot, ready)
        await screen.settle()
        yield screen


class Driven:
    """Keys in, text out."""

    def __init__(self, pilot: Pilot[None], ready: Snapshot) -> None:
        self.pilot = pilot
        self.ready = ready

    @property
    def browser(self) -> Browser:
        browser = self.pilot.app.screen_stack[0]
        assert isinstance(browser, Browser)
        return browser

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the one before has been dealt with."""
        for key in keys:
            await self.burst(key)

    async def burst(self, *keys: str) -> None:
        """Press keys all at once, as they come in one packet over a slow line."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
        await self.settle()

    async def settle(self) -> None:
        """Wait until no room has anything left to do: the pilot's own wait for an idle process is 40 ms a key."""
        quiet = 0
        app = self.pilot.app
        while app._batch_count and app.is_running:  # the first picture is held back until the rooms are there
            await self.pilot.pause(0)
        while quiet < 2 and app.is_running:
            await self.pilot.pause(0)
            rooms = (app, *app.screen.walk_children(with_self=True))
            quiet = 0 if any(room.message_queue_size for room in rooms) else quiet + 1

    async def until(self, arrived: Callable[[], bool]) -> None:
        """Wait for what comes in its own time, such as what the palette finds."""
        for _ in range(500):
            if arrived():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(self.picture)

    async def type(self, text: str) -> None:
        """Type `text` into the filter."""
        await self.press("slash", *text)

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    @property
    def selected(self) -> str | None:
        """Id of the item that is looked at."""
        number = self.browser._view.selected
        return None if number is None else self.ready.model.items[number].id

    @property
    def rows(self) -> list[str]:
        """The list as it stands on the screen, without empty lines."""
        return [line for line in text(self.browser.items).split("\n") if line.strip()]

    @property
    def shown(self) -> list[str]:
        """Ids of the items that are left, best first."""
        items = self.ready.model.items
        return [items[number].id for number in self.browser._view.answer.shown.window(0, len(items))]

    @property
    def picture(self) -> str:
        """The whole screen as the terminal has it."""
        return "\n".join(strip.text.rstrip() for strip in strips(self.pilot.app.screen))


def text(widget: Widget) -> str:
    """What stands in the room on the screen, line by line; empty where it is not shown."""
    return "\n".join(strip.text.rstrip() for strip in strips(widget))


def words(widget: Widget) -> str:
    """What stands in the room as if it were one line: where lines break is no matter."""
    return " ".join(text(widget).split())


def strips(widget: Widget) -> Sequence[Strip]:
    """The room's lines from the picture that was last painted, so that one that was not repainted is seen as such."""
    x, y, width, height = widget.region
    painted = widget.screen._compositor.render_strips()
    return [line.crop(x, x + width) for line in painted[y : y + height]]
