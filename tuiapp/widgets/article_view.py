"""The text of an article, with the quote marked."""

from tuiapp.evidence import Evidence
from tuiapp.keys import bindings
from tuiapp.present.articles import ArticleText
from tuiapp.present.lines import Line, wrap
from tuiapp.widgets.lines import Drawn
from tuiapp.widgets.scrolling import TextView


class ArticleView(TextView):
    """Wraps the text once per width; formats a line only when it is drawn."""

    BINDINGS = bindings("article", "rooms") + bindings("moving", on="screen")

    def __init__(self) -> None:
        super().__init__()
        self._text = ArticleText("")
        self._heading: Line = ()
        self._wrapped: list[tuple[int, int]] = []
        self._width = 0
        self._sought = False
        """Whether to scroll to the mark when the lines are drawn next."""

    def show(self, text: str, heading: Line, evidence: Evidence) -> None:
        """Show `text`, scrolled to the passage in `evidence`."""
        if text != self._text.text:
            self._width = 0
        self._text = ArticleText(text, evidence)
        self._heading = heading
        self._sought = True
        self.redraw()

    def length(self) -> int:
        return len(self._wrapped) + 1

    def lines(self, width: int, height: int) -> list[Drawn]:
        """The heading, and the lines of the article from `top` on."""
        if width != self._width:
            self._width, self._sought = width, True
            self._wrapped = wrap(self._text.drawable, max(width - 4, 1))
        if self._sought:
            self._sought = False
            self._to_mark(height)
        shown = self._wrapped[self.top : self.top + height - 1]
        return [Drawn(self._heading, "bar"), *(Drawn(self._text.line(*place)) for place in shown)]

    def _to_mark(self, height: int) -> None:
        """Leave a third of the height above the mark, to show the context before the quote."""
        mark = self._text.first
        at = next((at for at, (_, end) in enumerate(self._wrapped) if end > mark), 0)
        self.top = self.within(at - height // 3, height)
