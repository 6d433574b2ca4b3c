"""What `check` found, in words."""

from collections import Counter
from collections.abc import Iterator

from tuiapp.evidence import Status
from tuiapp.explorer import Explorer
from tuiapp.language import gettext, ngettext
from tuiapp.present.lines import Paragraph
from tuiapp.present.quotes import proof
from tuiapp.present.wording import status_name
from tuiapp.printable import one_line

WRONG = (Status.DIFFERS, Status.MISSING)
"""A quote without a source cannot be wrong, and one that is normalised says the same."""


def findings(explorer: Explorer) -> Iterator[str]:
    """Every quote that its source does not bear out, with the nearest passage."""
    model = explorer.model
    for number, item in enumerate(model.items):
        for place in range(len(item.quotes)):
            evidence = explorer.archive.evidence(number, place)
            if evidence.status in WRONG:
                where = f"{model.article_of(number).id}: {item.id}: quotes[{place}]: "
                yield one_line(where) + " " + "".join(map(_text, proof(evidence)))


def summary(explorer: Explorer) -> str:
    """How many quotes have which status."""
    counts = Counter(
        explorer.archive.evidence(number, place).status
        for number, item in enumerate(explorer.model.items)
        for place in range(len(item.quotes))
    )
    quotes = ngettext("{count} quote", "{count} quotes", counts.total()).format(count=counts.total())
    parts = [f"{status_name(status)} {counts[status]}" for status in Status if counts[status]]
    return gettext("{quotes}: {parts}").format(quotes=quotes, parts=", ".join(parts))


def _text(paragraph: Paragraph) -> str:
    margin = "".join(text for text, _ in paragraph.margin)
    return one_line(margin + paragraph.text) + "\n"
