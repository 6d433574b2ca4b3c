"""The article itself, the quote marked in its place."""

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
        self._sought = False
        """Whether the mark is to be scrolled to when the lines are next drawn."""

    def show(self, text: str, heading: Line, evidence: Evidence) -> None:
        """Show `text`, scrolled to the place that `evidence` found."""
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
            self._wrapped = wrap(self._text.shown, max(width - 4, 1))
        if self._sought:
            self._sought = False
            self._to_mark(height)
        shown = self._wrapped[self.top : self.top + height - 1]
        return [Drawn(self._heading, "bar"), *(Drawn(self._text.line(*place)) for place in shown)]

    def _to_mark(self, height: int) -> None:
        """A third of the room above the mark, so that what leads up to the quote is read too."""
        mark = self._text.first
        at = next((at for at, (_, end) in enumerate(self._wrapped) if end > mark), 0)
        self.top = self.within(at - height // 3, height)
