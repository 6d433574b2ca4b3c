"""The article itself, the quote marked in its place."""

from textual import events

from tuiapp.evidence import Evidence
from tuiapp.keys import bindings
from tuiapp.present.articles import ArticleText
from tuiapp.present.lines import Line, wrap
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.scrolling import TextView


class ArticleView(TextView):
    """Wraps the text once for a width; a line is put together only when it is drawn."""

    BINDINGS = bindings("moving", "article", "rooms")

    def __init__(self) -> None:
        super().__init__()
        self._text = ArticleText("")
        self._heading: Line = ()
        self._wrapped: list[tuple[int, int]] = []
        self._width = 0

    def show(self, text: str, heading: Line, evidence: Evidence) -> None:
        """Show `text`, scrolled to the place that `evidence` found."""
        if text != self._text.text:
            self._width = 0
        self._text = ArticleText(text, evidence)
        self._heading = heading
        self._wrap()
        self._to_mark()
        self.redraw()

    def length(self) -> int:
        return len(self._wrapped) + 1

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The heading, and the lines of the article from `top` on."""
        shown = self._wrapped[self.top : self.top + height - 1]
        return [Drawn(self._heading, "bar"), *(Drawn(self._text.line(*place)) for place in shown)]

    def on_resize(self, event: events.Resize) -> None:
        self._wrap()
        self._to_mark()
        super().on_resize(event)

    def _wrap(self) -> None:
        width = max(self.size.width - 4, 1)
        if width != self._width:
            self._width = width
            self._wrapped = wrap(self._text.shown, width)

    def _to_mark(self) -> None:
        """A third of the room above the mark, so that what leads up to the quote is read too."""
        mark = self._text.first
        at = next((at for at, (_, end) in enumerate(self._wrapped) if end > mark), 0)
        last = max(self.length() - self.size.height, 0)
        self.top = max(0, min(at - self.size.height // 3, last))
