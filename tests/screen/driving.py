"""Starting the explorer in a test and reading its rooms as text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widget import Widget

from tuiapp.app import Tuiapp
from tuiapp.browser import Browser
from tuiapp.explorer import Explorer, Question


@asynccontextmanager
async def opened(
    explorer: Explorer, size: tuple[int, int] = (80, 24), query: str = ""
) -> AsyncIterator["Driven"]:
    """The explorer at `size`, first frame drawn."""
    app = Tuiapp(explorer, Question(text=query))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driven(pilot, explorer)


class Driven:
    """Keys in, text out."""

    def __init__(self, pilot: Pilot[None], explorer: Explorer) -> None:
        self.pilot = pilot
        self.explorer = explorer

    @property
    def browser(self) -> Browser:
        browser = self.pilot.app.screen_stack[0]
        assert isinstance(browser, Browser)
        return browser

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; the quote has caught up when this returns."""
        await self.pilot.press(*keys)
        await self.pilot.pause(0.1)

    async def type(self, text: str) -> None:
        """Type `text` into the filter."""
        await self.press("slash", *text)

    @property
    def selected(self) -> str | None:
        """Id of the item that is looked at."""
        number = self.browser._number
        return None if number is None else self.explorer.model.items[number].id

    @property
    def rows(self) -> list[str]:
        """The list as it stands on the screen, without empty lines."""
        return [line for line in text(self.browser.items).split("\n") if line.strip()]


def text(widget: Widget) -> str:
    """What stands in the room, line by line."""
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))
