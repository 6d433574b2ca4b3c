"""An article's text with a passage marked, in the margin too, so that it is visible without colour."""

from functools import cached_property

from tuiapp.evidence import Evidence
from tuiapp.language import gettext
from tuiapp.model import Model
from tuiapp.present.lines import Line, Role, drawable, runs
from tuiapp.present.quotes import heading
from tuiapp.signs import sign
from tuiapp.wording import publication


class ArticleText:
    """The text of an article and the passage of one quote in it."""

    def __init__(self, text: str, evidence: Evidence | None = None) -> None:
        self.text = text
        start, end = (evidence.start, evidence.end) if evidence else (None, None)
        self._spans: tuple[tuple[int, int, Role], ...] = ()
        if start is not None and end is not None:
            self._spans = ((start, end, "mark"),)

    @property
    def first(self) -> int:
        """Where the marked passage begins; 0 if there is none."""
        return self._spans[0][0] if self._spans else 0

    @cached_property
    def drawable(self) -> str:
        """The printable text, with as many characters as the source, so that offsets stay valid."""
        return drawable(self.text.replace("\r\n", " \n"))

    def line(self, start: int, end: int) -> Line:
        """One line of the text, with its margin."""
        inside = any(start < last and first < end for first, last, _ in self._spans)
        margin = f" {sign('bar')} " if inside else "   "
        return ((margin, "good" if inside else "plain"), *runs(self.drawable, start, end, "plain", self._spans))


def article_heading(model: Model, number: int, nth: int, evidence: Evidence) -> Line:
    """The publication, which quote is marked, and its status."""
    article = model.article_of(number)
    where = f" {publication(article)}{sign('between')}"
    return ((where, "plain"), *heading(model.items[number], nth, evidence))


def no_text(model: Model, number: int) -> str:
    """What is shown instead of the article if the model names no source for it."""
    message = gettext("The model names no source for this article, so there is no text to show.")
    return f"{message}\n\n{publication(model.article_of(number))}"
