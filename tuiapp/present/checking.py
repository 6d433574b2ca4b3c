"""What `check` found, in words."""

from collections import Counter
from collections.abc import Iterator

from tuiapp.archive import Archive
from tuiapp.evidence import Status
from tuiapp.language import gettext, ngettext
from tuiapp.load import Library
from tuiapp.model import Model
from tuiapp.present.quotes import in_marks, proof, sides
from tuiapp.wording import status_name

WRONG = (Status.CUT, Status.DIFFERS, Status.MISSING)
"""A quote without a source cannot be wrong, and one that is normalised says the same."""


def findings(library: Library, archive: Archive) -> Iterator[str]:
    """Every quote that its source does not bear out, with its place in the model and the nearest passage."""
    model = library.model
    for number, item in enumerate(model.items):
        article = model.article_of(number).id
        for place in range(len(item.quotes)):
            evidence = archive.evidence(number, place)
            if evidence.status in WRONG:
                path = ("items", model.place_of(number), "quotes", place, "exact")
                said = "".join(text for text, _ in proof(evidence))
                passage = "".join(f"  {in_marks(side)}\n" for side in sides(evidence))
                yield f"{library.fault(article, path, said)}\n{passage}"


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
