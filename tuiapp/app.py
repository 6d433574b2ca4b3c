"""The Textual application: themes, the actions that work on every screen, the first screen."""

import gc
import os
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from textual import events
from textual.screen import Screen

from tuiapp import terminal
from tuiapp.browser import Browser
from tuiapp.following import Follower
from tuiapp.keys import bindings, overtaking
from tuiapp.keytable import Key
from tuiapp.language import LANGUAGES, gettext, spoken, use
from tuiapp.legend import help_page
from tuiapp.present.columns import ORDER
from tuiapp.terminal.application import Application
from tuiapp.terminal.driver import Driver
from tuiapp.theme import TEXTUAL_THEMES
from tuiapp.view import View
from tuiapp.widgets.overlay import Overlay
from tuiapp.widgets.page import Page
from tuiapp.widgets.palette import Palette

TWICE = 2.0
"""Seconds within which a second Ctrl+C quits."""


class Newer(NamedTuple):
    """How a session that somebody else keeps alive gets to see changed files: it ends, and another one goes on."""

    told: Callable[[Callable[[], object], Callable[[], object]], object]
    """Calls a function, from a thread, whenever the files have changed, and another one when this session must not
    stay any longer with what it shows."""
    leave: Callable[[View, bool], int]
    """Leaves behind what is shown, for the session that goes on, and whether the reader has asked for that; returns
    the exit status."""
    unasked: bool = False
    """Whether this session goes on for one whose reader had not asked for it."""


class _Driver(Driver):
    overtaking = overtaking()


class Tuiapp(Application):
    """The explorer. Its main screen is `Browser` (no web browser), which shows a view of a model.

    The model has been read, and its files have been found correct, before the application is made.
    """

    CSS_PATH = "tuiapp.tcss"
    BINDINGS = bindings("everywhere")
    TITLE = "tuiapp"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        view: View,
        theme: str = "dark",
        columns: tuple[str, ...] = ORDER,
        *,
        newer: Newer | None = None,
        follower: Follower | None = None,
        reading: bool = False,
    ) -> None:
        """`theme`: dark or light. `columns`: the names of the list's columns, from left to right. `follower`: of the
        files behind the view; None if they are neither read again nor opened. `reading`: begin in the article."""
        # Set `ansi_color` under NO_COLOR: without it Textual draws in greys, and greys are colours too.
        super().__init__(driver_class=_Driver, ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self._view = view
        self._columns = columns
        self._newer = newer
        self._changed = False
        """Whether the files have changed since they were read."""
        self._follower = follower
        self._reading = reading
        self._interrupted = -TWICE
        for each in TEXTUAL_THEMES:
            self.register_theme(each)
        self.theme = f"tuiapp-{theme}"

    def get_default_screen(self) -> Screen[None]:
        return Browser(self._view, self._columns, self._follower, reading=self._reading)

    def take(self, key: events.Key) -> bool:
        """If the key is a character and a text field has the focus, type it there and return True."""
        return isinstance(self.screen, Browser | Overlay) and self.screen.take(key)

    def on_mount(self) -> None:
        # Redraw after `fg`: the terminal still shows the shell's output (textual#6298).
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.refresh, layout=True))
        self.call_after_refresh(self._prepare)
        if self._newer:
            self._newer.told(lambda: self.call_later(self._tell_changed), lambda: self.call_later(self._go_on, False))
            if self._newer.unasked:
                self.call_after_refresh(self._tell_unasked)

    def _tell_changed(self) -> None:
        self._changed = True
        self._browser.notice(gettext("The articles have changed; R shows them."))

    def _tell_unasked(self) -> None:
        self._browser.notice(gettext("The articles have changed often; this is how they are now."))

    def _go_on(self, asked: bool) -> None:
        if self._newer:
            # The letters typed last may not have been asked for yet.
            self._browser.ask_words()
            self.exit(return_code=self._newer.leave(self._browser.view, asked))

    def action_renew(self) -> None:
        """Show what the files say now."""
        if self._newer is None:
            self._browser.look()
        elif self._changed:
            self._go_on(True)
        else:
            self._browser.notice(gettext("The articles have not changed."))

    def _prepare(self) -> None:
        """Do what would have delayed the first frame: make the search index and the facets, start the collector.

        `__main__` has switched the garbage collector off. The objects of the index live as long as the program, so
        `freeze` exempts them from collection. With a collector that looks through them while they are made, that would
        take half as long again.
        """

        def collect() -> None:
            gc.freeze()
            gc.enable()
            # Only now: the steps of `prepare` are for the snapshot that is shown first.
            self._browser.follow()

        self._browser.prepare(then=collect)

    async def action_palette(self) -> None:
        if not isinstance(self.screen, Palette):
            # Wait until the palette is there, so that letters typed right after the key go into its field.
            await self.push_screen(Palette(self._run_command))

    async def _run_command(self, command: Key) -> None:
        """Close every page, and run the command on the main screen."""
        self._close_overlays()
        await self._browser.run_action(command.action)

    def _close_overlays(self) -> None:
        while self.screen is not self._browser:
            self.pop_screen()

    def action_language(self) -> None:
        use(LANGUAGES[(LANGUAGES.index(spoken()) + 1) % len(LANGUAGES)])
        self._browser.retell()

    def action_dark(self) -> None:
        self.theme = TEXTUAL_THEMES[self.current_theme.dark].name

    async def action_help(self) -> None:
        await self.push_screen(Page(help_page(self._browser.room())))

    def action_suspend_process(self) -> None:
        """Stop until the shell's `fg`; show a notice if no shell could continue the program."""
        if terminal.can_suspend():
            with self.suspend():
                terminal.stop_job()
        else:
            self._browser.notice(gettext("No shell is waiting here, so there is nothing to suspend to."))

    def action_redraw(self) -> None:
        self.refresh(layout=True)

    def action_interrupt(self) -> None:
        """Close pages and palette, clear the filter, and show how to quit; a second time within TWICE seconds, quit."""
        now = monotonic()
        if now - self._interrupted < TWICE:
            self.exit()
        self._interrupted = now
        self._close_overlays()
        self._browser.interrupt()

    @property
    def _browser(self) -> Browser:
        browser = self.screen_stack[0]
        assert isinstance(browser, Browser)
        return browser
