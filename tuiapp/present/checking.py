"""What `check` found, in words."""

from collections import Counter
from collections.abc import Iterator

from tuiapp.archive import Archive
from tuiapp.evidence import Status
from tuiapp.language import gettext, ngettext
from tuiapp.load import Loaded
from tuiapp.model import Model
from tuiapp.present.lines import Paragraph, runs
from tuiapp.present.quotes import proof
from tuiapp.present.wording import status_name
from tuiapp.printable import one_line

WRONG = (Status.DIFFERS, Status.MISSING)
"""A quote without a source cannot be wrong, and one that is normalised says the same."""


def findings(loaded: Loaded, archive: Archive) -> Iterator[str]:
    """Every quote that its source does not bear out, with its place in the model and the nearest passage."""
    model = loaded.model
    for number, item in enumerate(model.items):
        article = model.article_of(number).id
        for place in range(len(item.quotes)):
            evidence = archive.evidence(number, place)
            if evidence.status in WRONG:
                path = ("items", model.place_of(number), "quotes", place, "exact")
                status, *sides = proof(evidence)
                yield f"{loaded.fault(article, path, status.text)}\n" + "".join(map(_text, sides))


def summary(model: Model, archive: Archive) -> str:
    """How many quotes have which status."""
    counts = Counter(
        archive.evidence(number, place).status
        for number, item in enumerate(model.items)
        for place in range(len(item.quotes))
    )
    quotes = ngettext("{count} quote", "{count} quotes", counts.total()).format(count=counts.total())
    parts = [f"{status_name(status)} {counts[status]}" for status in Status if counts[status]]
    return gettext("{quotes}: {parts}").format(quotes=quotes, parts=", ".join(parts))


_MARKS = {"removed": "[-{}-]", "added": "{{+{}+}}"}
"""How wdiff marks what only one side has, for paper and pipes."""


def _text(paragraph: Paragraph) -> str:
    margin = "".join(text for text, _ in paragraph.margin)
    line = runs(paragraph.text, 0, len(paragraph.text), paragraph.role, paragraph.spans)
    words = "".join(_MARKS.get(role, "{}").format(text) for text, role in line)
    return f"  {one_line(margin + words)}\n"
