"""The quote of the selected item, with its speaker, its evidence and the translation."""

from collections.abc import Iterable

from textual.geometry import Size

from tuiapp.keys import bindings, shortcut
from tuiapp.language import spoken
from tuiapp.present.lines import Line, Paragraph, Role, Series, size
from tuiapp.present.quotes import heading, others, quote_panel, usual
from tuiapp.signs import sign
from tuiapp.view import View
from tuiapp.widgets.arrangement import WIDE
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.scrolling import TextView

LONGEST = 100
"""Cells of the longest line; from the end of a longer one the eye does not find the beginning of the next."""
AIRY = 28
"""From so many rows of the terminal on, a blank line parts the facts from the quote's origin."""
_RULES: dict[bool, tuple[str, Role]] = {True: ("heavy", "key"), False: ("rule", "dim")}
"""The sign and the role of the rule, by whether the panel has the focus: heavy, so that it is seen without colour."""
_BLANK: Line = ()


class QuotePanel(TextView):
    """A fixed heading, and text under it that scrolls.

    What follows the words stands where it does below a quote of usual length. So it seldom moves from one quote to the
    next, and a line that stays the same is not sent again.
    """

    BINDINGS = bindings("rooms", "listing", "panes") + bindings("moving", on="screen")

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._measured = (view.archive, spoken())
        """What the height was measured for."""
        self._lines: list[Line] = []
        self._lines_at: Size | None = None
        """The size that `_lines` were made for; None if they are out of date."""

    def on_mount(self) -> None:
        self.watch(self, "has_focus", self.redraw, init=False)

    def show(self, view: View) -> None:
        """Show the selected quote of a view: from its beginning, unless it is the one that was shown."""
        if _said(view) != _said(self._view):
            self.top = 0
        self._view = view
        self._lines_at = None
        if self._measured != (measured := (view.archive, spoken())):
            self._measured = measured
            self.refresh(layout=True)
        self.redraw()

    def length(self) -> int:
        return len(self._lines) + 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines for a quote of usual length: not for the one shown, or the list would jump with every row."""
        return 2 + sum(usual(self._view.archive, _measure(width), spoken())) + len(self._air())

    def lines(self, width: int, height: int) -> list[Drawn]:
        """A horizontal rule with the heading and the number of lines below the visible ones; then the visible lines."""
        if self._lines_at != self.size:
            self._lines_at = self.size
            self._lines = self._composed(_measure(width), height - 1)
            self.top = self.within(self.top, height)
        shown = self._lines[self.top : self.top + height - 1]
        below = len(self._lines) - self.top - len(shown)
        return [self._rule(width, below), *(Drawn(((" ", "plain"), *line)) for line in shown)]

    def _composed(self, width: int, height: int) -> list[Line]:
        """All lines, for a panel that shows `height` of them."""
        view, number = self._view, self._view.selected
        if number is None:
            return []
        evidence = view.evidence(number, view.nth)
        left_out = view.answer.shown.left_out
        keys = " ".join(filter(None, map(shortcut, ("earlier", "later"))))
        told = quote_panel(view.archive, number, view.nth, evidence, view.matches(number), left_out, keys)
        words, origin, facts = (_broken(parts, width) for parts in told)
        below = [*origin, *self._air(), *facts]
        above = min(usual(view.archive, width, spoken())[0] + 1, height - len(below))
        lines = [*words, *[_BLANK] * (above - len(words)), *below]
        if self.app.size.width >= WIDE:
            for parts in others(view.archive, number, view.nth):
                lines += [_BLANK, *_broken(parts, width)]
        return lines

    def _air(self) -> list[Line]:
        """The blank line before the facts, if there is room for one."""
        return [_BLANK] if self.app.size.height >= AIRY else []

    def _rule(self, width: int, below: int) -> Drawn:
        name, role = _RULES[self.has_focus]
        rule = sign(name)
        line: Line = ()
        if (number := self._view.selected) is not None:
            evidence = self._view.evidence(number, self._view.nth)
            said = heading(self._view.model.items[number], self._view.nth, evidence, shortcut("next-quote"))
            line = ((f"{rule * 2} ", role), *said, (" ", "plain"))
        # Put the number of lines right after the heading. A changed line is sent from its left edge to its last change,
        # so at the right end of the rule a new number would send the whole rule again.
        line += ((f"+{below} {sign('more')} " if below else "", "dim"),)
        return Drawn((*line, (rule * max(width - size(line), 0), role)))


def _said(view: View) -> str | None:
    """The words of the selected quote, as far as they tell it from others."""
    return None if view.selected is None else view.model.items[view.selected].quotes[view.nth].exact


def _measure(width: int) -> int:
    """The cells of a line in a panel of `width`: one is left free on either side."""
    return max(min(width - 2, LONGEST), 1)


def _broken(parts: Iterable[Paragraph | Series], width: int) -> list[Line]:
    return [line for part in parts for line in part.lines(width)]
