"""An article's text in lines: quotes and hits of a search are marked, and what is no text is one line.

The current quote has a bar in the margin and the item's others have dots, so that they are visible without colour.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby, pairwise

from tuiapp.archive import Archive
from tuiapp.evidence import WRONG, Status
from tuiapp.fields import NAMED
from tuiapp.fold import MOST, Place
from tuiapp.language import gettext, ngettext
from tuiapp.model import Model
from tuiapp.present.lines import Line, Role, Run, drawable, wrap
from tuiapp.present.noise import noise
from tuiapp.present.quotes import PROVEN, heading
from tuiapp.present.rows import cell, crop
from tuiapp.signs import sign
from tuiapp.wording import publication, title

MARGIN = 3
"""Cells of the margin of every line."""
MEASURE = 90
"""Cells that a line has at most: a longer one is hard to read, because the eye loses the next."""
AFFORDED = 5_000_000
"""So many characters times quotes are searched for what no quote touches: at worst, with every quote wrong, 5 s."""

GUESS = "?"
"""The sign of what is only proposed, as the file marks it."""

Span = tuple[int, int, Role]


class ArticleText:
    """The text of an article. The offsets of all places in it are those of the source."""

    def __init__(self, text: str, folded: Sequence[Place] = ()) -> None:
        """`folded`: places of which each is one line, ascending."""
        self.text = text
        self._folded = folded
        self._closed: frozenset[Place] = frozenset()
        """Those of them that are one line now."""
        self._width = 0
        self._wrapped: dict[Place, list[Place]] = {}

    @cached_property
    def drawable(self) -> str:
        """The printable text, with as many characters as the source, so that offsets stay valid."""
        return drawable(self.text.replace("\r\n", " \n"))

    @cached_property
    def _pieces(self) -> list[Place]:
        """The text cut before and after every place that may be folded."""
        edges = [0, *(edge for place in self._folded for edge in place), len(self.text)]
        return [piece for piece in pairwise(edges) if piece[0] < piece[1]] or [(0, 0)]

    def lines(self, width: int, hits: Sequence[Place]) -> list[Place]:
        """The lines of at most `width` cells, ascending. A place that has one of `hits` is not folded.

        A piece is wrapped once for each width.
        """
        if width != self._width:
            self._width, self._wrapped = width, {}
        self._closed = frozenset(place for place in self._folded if not _touched(place, hits))
        pieces = ([piece] if piece in self._closed else self._wrap(piece) for piece in self._pieces)
        return [line for lines in pieces for line in lines]

    def _wrap(self, piece: Place) -> list[Place]:
        if piece not in self._wrapped:
            start, end = piece
            # The blanks and the line break beside a folded place belong to no line, like those at any other break.
            blanks = len(self.drawable[start:end]) - len(self.drawable[start:end].lstrip(" ")) if start else 0
            text = self.drawable[start + blanks : end]
            lines = [(start + blanks + first, start + blanks + last) for first, last in wrap(text, self._width)]
            behind = 1 if start and text.startswith("\n") else 0
            before = -1 if end < len(self.text) and text.endswith("\n") else None
            self._wrapped[piece] = lines[behind:before]
        return self._wrapped[piece]

    def line(self, place: Place, marked: Sequence[Span] = (), hits: Sequence[Span] = ()) -> Line:
        """One line with its margin. Where spans overlap, the later one is drawn, and hits over all of `marked`."""
        start, end = place
        if place in self._closed:
            count = end - start
            label = ngettext(
                "{count} character of addresses and the like", "{count} characters of addresses and the like", count
            )
            return ((" " * MARGIN, "plain"), (f"[{label.format(count=count)}]", "dim"))
        inside = [role for first, last, role in marked if start < last and first < end]
        return (_margin(inside), *_painted(self.drawable[start:end], start, (*marked, *hits)))


def _margin(inside: Sequence[Role]) -> Run:
    """The margin of a line in passages of these roles, the current quote last."""
    if not inside:
        return (" " * MARGIN, "plain")
    if inside[-1] == "faint mark":
        return (f" {sign('dots')} ", "dim")
    return (f" {sign('bar')} ", "bad" if inside[-1] == "bad mark" else "good")


def _painted(text: str, start: int, spans: Sequence[Span]) -> Line:
    """A line of text that begins at `start`, in runs of the roles of `spans`."""
    roles: list[Role] = ["plain"] * len(text)
    for first, last, role in spans:
        first, last = max(first - start, 0), min(last - start, len(text))
        if first < last:
            roles[first:last] = [role] * (last - first)
    line: list[Run] = []
    at = 0
    for role, run in groupby(roles):
        size = len(list(run))
        line.append((text[at : at + size], role))
        at += size
    return tuple(line)


def _touched(place: Place, places: Sequence[Place]) -> bool:
    """Whether one of `places`, which ascend and do not overlap, overlaps `place`."""
    start, end = place
    after = bisect_right(places, (start, end))
    near = places[max(after - 1, 0) : after + 1]
    return any(start < last and first < end for first, last in near)


def article_text(archive: Archive, number: int) -> ArticleText:
    """The text of the article of item `number`; noise that no quote of the article touches is folded."""
    text = archive.model.sources.get(archive.model.article_of(number).id)
    if not text:
        return ArticleText(no_text(archive.model, number))
    places = noise(text)
    items = archive.beside(number)
    if not places or len(text) * sum(len(archive.model.items[item].quotes) for item in items) > AFFORDED:
        return ArticleText(text)
    quoted = [passage for item in items for passage in archive.passages(item)]
    free = (place for place in places if not any(place[0] < end and start < place[1] for start, end in quoted))
    return ArticleText(text, tuple(free))


def passages(archive: Archive, number: int, nth: int) -> tuple[Span, ...]:
    """The passages of the quotes of item `number`, that of quote `nth` last; empty places are left out."""
    spans: list[Span] = [(start, end, "faint mark") for start, end in archive.passages(number)]
    return (*spans, *current(archive, number, nth))


def current(archive: Archive, number: int, nth: int) -> tuple[Span, ...]:
    """The passage of quote `nth` of item `number` in the colour of its status; nothing if there is no passage."""
    evidence = archive.evidence(number, nth)
    if evidence.start is None or evidence.end is None:
        return ()
    return ((evidence.start, evidence.end, "bad mark" if PROVEN[evidence.status] == "bad" else "good mark"),)


def article_heading(archive: Archive, number: int, nth: int, following: str) -> Line:
    """The heading of the marked quote, its item, and the publication; `following` is the key of the next quote.

    The status comes first, because a narrow screen cuts what is last.
    """
    item, between = archive.model.items[number], sign("between")
    ((which, _),) = items_heading(archive, number)
    told = f"{between}{which.strip()}: {title(item)}{between}{publication(archive.model.article_of(number))}"
    return ((" ", "plain"), *heading(item, nth, archive.evidence(number, nth), following), (told, "plain"))


def no_text(model: Model, number: int) -> str:
    """What is shown instead of the article if the model names no source for it, or an empty one."""
    article = model.article_of(number)
    if article.id in model.sources:
        message = gettext("The source that the model names for this article is empty.")
    else:
        message = gettext("The model names no source for this article, so there is no text to show.")
    return f"{message}\n\n{publication(article)}"


def items_heading(archive: Archive, number: int) -> Line:
    """Which of its article's items it is."""
    items = archive.beside(number)
    text = gettext("Item {number} of {count}").format(number=number - items.start + 1, count=len(items))
    return ((f" {text}", "plain"),)


def narrow_row(archive: Archive, number: int, width: int, *, proposed: bool = False) -> Line:
    """The item in `width` cells: whether its quotes fail their check, or else whether it is only proposed; its stage as
    a sign, and its title."""
    worst = archive.worst(number)
    proof: Run = (GUESS, "warn") if proposed else (" ", "plain")
    if worst and worst is not Status.VERBATIM:
        proof = (sign(worst), "bad" if worst in WRONG else "dim")
    stage: Run = (f" {sign(archive.model.items[number].stage)} ", "dim")
    return (proof, stage, *crop(cell(NAMED["title"], archive, number, ()), max(width - 4, 1)))


def hit_note(count: int, at: int | None) -> str:
    """Which of how many hits of a search one is at; `at` from 0, None while nothing is found."""
    if at is None:
        return gettext("no hit")
    words = gettext("hit {number} of more than {count}") if count >= MOST else gettext("hit {number} of {count}")
    return words.format(number=f"{at + 1:{len(str(count))}}", count=count)
