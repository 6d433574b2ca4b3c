"""Articles as rows: date, publisher, title, how many items, and how many quotes fail their check."""

from tuiapp.archive import Archive
from tuiapp.fields import NAMED
from tuiapp.language import gettext
from tuiapp.present.lines import Line, Run
from tuiapp.present.rows import crop
from tuiapp.printable import cells
from tuiapp.signs import sign
from tuiapp.wording import short_day, stage_name, text, title

_GAP: Run = ("  ", "plain")
_DATE, _STAGE, _COUNT = 11, 13, 8
_PUBLISHER, _LEAST, _ROOMY = 20, 11, 90
"""Cells of the publisher: the most, and the least, which it has if the row has fewer than _ROOMY cells."""


def article_headings(width: int) -> Line:
    """The names of the columns."""
    fields = (NAMED[name].heading() for name in ("published", "publisher", "title"))
    words: list[Line] = [((word, "dim"),) for word in (*fields, gettext("items"), gettext("wrong"))]
    return _row((("  ", "plain"),), *words, width=width)


def article_row(archive: Archive, place: int, *, unfolded: bool, width: int) -> Line:
    """The article at `place` of the model in `width` cells, with a sign that tells whether its items are shown."""
    article, items = archive.model.articles[place], archive.items_of(place)
    fold = sign("unfolded" if unfolded else "folded") if items else " "
    return _row(
        ((f"{fold} ", "key"),),
        ((short_day(article.published), "dim"),),
        ((text(article.publisher), "dim"),),
        ((text(article.title), "plain"),),
        ((str(len(items)), "dim"),),
        _wrong(archive, items),
        width=width,
    )


def _wrong(archive: Archive, items: range) -> Line:
    """How many quotes fail, and an ellipsis as long as not all are checked."""
    count = archive.wrong(items)
    more = "" if archive.known(items) else sign("ellipsis")
    return ((f"{count}{more}" if count else more, "bad" if count else "dim"),)


def _row(fold: Line, date: Line, publisher: Line, name: Line, items: Line, wrong: Line, *, width: int) -> Line:
    room = _PUBLISHER if width >= _ROOMY else _LEAST
    left = max(width - 2 - _DATE - room - 2 * _COUNT - 2 * len(_GAP[0]), 1)
    line = (*fold, *crop(date, _DATE), _GAP, *crop(publisher, room), _GAP, *crop(name, left))
    return crop((*line, *_right(items), *_right(wrong)), width)


def _right(line: Line) -> Line:
    """A number at the right end of its column."""
    ((words, role),) = line
    return ((" " * max(_COUNT - cells(words), 1), "plain"), (words, role))


def item_line(archive: Archive, number: int, width: int) -> Line:
    """An item under its article: its title, and at the end its stage."""
    item = archive.model.items[number]
    stage: Line = ((f"{sign(item.stage)} {stage_name(item.stage)}", "dim"),)
    name: Line = (("    ", "plain"), (title(item), "plain"))
    return crop((*crop(name, max(width - _STAGE - 2, 1)), _GAP, *crop(stage, _STAGE)), width)
