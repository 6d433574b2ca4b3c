"""The text of an article, with the quotes of an item and the hits of a search marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events, on
from textual.geometry import Offset

from tuiapp.archive import Archive
from tuiapp.fold import Folded, Place
from tuiapp.keys import bindings, shortcut
from tuiapp.language import spoken
from tuiapp.present.articles import (
    MARGIN,
    MEASURE,
    ArticleText,
    Span,
    article_heading,
    article_text,
    current,
    hit_note,
    passages,
)
from tuiapp.present.lines import Line
from tuiapp.present.rows import crop
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.scrolling import TextView

_KNOWN = 120
"""Characters by which a place is found again in a changed text; a quarter of them will do."""


class ArticleView(TextView):
    """Wraps the text once per width; formats a line only when it is drawn."""

    BINDINGS = bindings("article", "rooms") + bindings("moving", on="screen")

    def __init__(self) -> None:
        super().__init__()
        self._article: tuple[Archive, str, str] | None = None
        """Which article it is, and in which language it is said that there is no text."""
        self._text = ArticleText("")
        self._heading: Line = ()
        self._quoted: Sequence[Span] = ()
        self._current: Sequence[Span] = ()
        """The passage of the current quote; empty if it has none."""
        self._words = ""
        self._folded: Folded | None = None
        """The text made ready for a search; None before the first one."""
        self._hits: Sequence[Place] = ()
        self._hit = 0
        """Which of the hits one is at."""
        self._excerpt: Place | None = None
        """What a person has marked to quote it."""
        self._began = 0
        """Where one was when the search began, as `_shown`."""
        self._lines: Sequence[Place] = ()
        self._set_for: tuple[int, int] | None = None
        """The width and height that the lines were set for; None if they are out of date."""
        self._shown: Place = (0, 0)
        """What part of the text is on the screen."""
        self._sought: Place | None = None
        """What to scroll to when the lines are drawn next."""

    @on(events.Focus)
    @on(events.Blur)
    def _focused(self, event: events.Focus | events.Blur) -> None:
        """Do what Textual does, but draw nothing: it would send the whole room, 3 kB at 80×24, for `/`."""
        event.prevent_default()
        self.has_focus = isinstance(event, events.Focus)
        self.point()
        if self.parent:
            self.parent.post_message((events.DescendantFocus if self.has_focus else events.DescendantBlur)(self))

    # The quotes

    def show(self, archive: Archive, number: int, nth: int) -> None:
        """Show the article of item `number` with its quotes marked. Go to quote `nth` if another one was current.

        A text that was written anew while it was read stays where it was.
        """
        stays = self._take_text(archive, number)
        self._heading = article_heading(archive, number, nth, shortcut("article-next-quote"))
        self._quoted = passages(archive, number, nth)
        before, self._current = self._current, current(archive, number, nth)
        if self._current != before and not stays:
            self.to_quote()
        self.redraw()

    def to_quote(self) -> None:
        """Go to the current quote, if the article has it."""
        for start, end, _ in self._current:
            self._sought = start, end
        self.redraw()

    def _take_text(self, archive: Archive, number: int) -> bool:
        """Take the article's text if it is another one. Return whether it is that of the same article, changed."""
        source = archive.model.article_of(number).id
        article = archive, source, "" if archive.model.sources.get(source) else spoken()
        if article == self._article:
            return False
        same = self._article is not None and self._article[1] == source
        before, self._text = self._text.text, article_text(archive, number)
        self._article, self._set_for = article, None
        if self._text.text == before:
            return False
        at = moved_to(before, self._text.text, self._shown[0]) if same else 0
        self._words, self._folded, self._hits = "", None, ()
        self._current, self._shown, self._sought, self._began = (), (at, at), None, at
        return same

    # What is marked to be quoted

    def here(self) -> int:
        """Where one is in the text: at the hit or the quote if that is in sight, or else at its first visible line."""
        places = self._hits[self._hit : self._hit + 1] or [span[:2] for span in self._current]
        first, last = self._shown
        return next((start for start, end in places if first <= start < last), first)

    def mark(self, excerpt: Place | None) -> None:
        """Mark a stretch of the text, and show it."""
        self._excerpt = excerpt
        self._sought = excerpt
        self.redraw()

    # The search

    def begin(self) -> None:
        """Remember where one is, as the place where a search begins and that `return_` goes back to."""
        self._began = self._shown[0]

    def find(self, words: str) -> None:
        """Mark every hit of `words`, and go to the first one from where the search began."""
        if words == self._words:
            return
        self._mark(words)
        if self._hits:
            self._hit = bisect_left(self._hits, (self._began, 0)) % len(self._hits)
            self._sought = self._hits[self._hit]
        else:
            self._shown = self._began, self._began
        self.redraw()

    def turn(self, step: int) -> None:
        """Go to another hit, wrapping round at the ends."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._sought = self._hits[self._hit]
            self.redraw()

    def forget(self) -> None:
        """Clear the marks of the search and stay here."""
        self._mark("")
        self.redraw()

    def return_(self) -> None:
        """Clear the marks of the search, and go back to where it began."""
        self._mark("")
        self._shown = self._began, self._began
        self.redraw()

    def note(self) -> str:
        """Which hit one is at; empty if nothing is looked for."""
        return hit_note(len(self._hits), self._hit if self._hits else None) if self._words.strip() else ""

    def _mark(self, words: str) -> None:
        self._words = words
        if words and self._folded is None:
            self._folded = Folded(self._text.text)
        self._hits = self._folded.find(words) if words and self._folded else ()
        self._sought = self._set_for = None

    # The lines

    def length(self) -> int:
        return len(self._lines) + 1

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The heading, and the lines of the article from `top` on."""
        if (width, height) != self._set_for:
            self._set(width, height)
        if self._sought:
            self._reveal(*self._sought, height)
        shown = self._lines[self.top : self.top + height - 1]
        self._shown = (shown[0][0], shown[-1][1]) if shown else (0, 0)
        return [
            Drawn(crop(self._heading, width), "bar"),
            *(Drawn(self._text.line(place, self._quoted, self._over(*place))) for place in shown),
        ]

    def at_line(self) -> int:
        """The first line of the hit or the quote that one is at, if it is in sight."""
        marked = [self._excerpt] if self._excerpt else self._hits[self._hit : self._hit + 1]
        places = marked or [span[:2] for span in self._current]
        line = next((1 + self._line_at(start) - self.top for start, _ in places), 0)
        return line if 0 < line < self.size.height else 0

    def _set(self, width: int, height: int) -> None:
        """Set the lines. If the size has changed, keep the hit or the quote in sight; otherwise the first line."""
        if self._set_for and not self._sought:
            start, end = self._hits[self._hit] if self._hits else next((span[:2] for span in self._current), (0, 0))
            self._sought = (start, end) if start < self._shown[1] and self._shown[0] < end else None
        self._set_for = width, height
        self._lines = self._text.lines(max(min(width - MARGIN - 1, MEASURE), 1), self._hits)
        self.top = self.within(self._line_at(self._shown[0]), height)

    def _reveal(self, start: int, end: int, height: int) -> None:
        """Scroll to a passage that is not wholly in sight; a third of the height above it shows its context."""
        self._sought = None
        first, last = self._line_at(start), self._line_at(end - 1)
        if first < self.top or last >= self.top + height - 1:
            self.top = self.within(first - height // 3, height)

    def _line_at(self, offset: int) -> int:
        """The line that has the character at `offset`."""
        return max(bisect_right(self._lines, offset, key=lambda place: place[0]) - 1, 0)

    def point(self) -> None:
        """Have the terminal's own cursor at what is marked, too, though another room has the keys then."""
        if self._excerpt:
            self.app.cursor_position = self.region.offset + Offset(0, self.at_line())
        else:
            super().point()

    def _over(self, start: int, end: int) -> list[Span]:
        """The hits that a line from `start` to `end` has a part of, or instead of them what is marked."""
        if self._excerpt:
            return [(*self._excerpt, "mark")]
        first, after = bisect_left(self._hits, (start, 0)), bisect_left(self._hits, (end, 0))
        near = range(max(first - 1, 0), after)
        return [(*self._hits[at], "mark" if at == self._hit else "hit") for at in near]


def moved_to(before: str, after: str, at: int) -> int:
    """Where the text that began at `at` begins in a changed text; about there if it is gone."""
    for size in (_KNOWN, _KNOWN // 4):
        words = before[at : at + size]
        places = [place for place in (after.find(words, at), after.rfind(words, 0, at + size)) if place >= 0]
        if places:
            return min(places, key=lambda place: abs(place - at))
    return min(at, max(len(after) - 1, 0))
