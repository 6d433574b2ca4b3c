"""The findings of `check` in words."""

from collections import Counter
from collections.abc import Iterator

from tuiapp.archive import Archive
from tuiapp.doubts import Doubt, Kind, doubts
from tuiapp.editing import guesses
from tuiapp.evidence import WRONG, Status
from tuiapp.language import deferred, gettext, ngettext
from tuiapp.library import Fault, Library, RefusedError
from tuiapp.library.fault import shortened
from tuiapp.model import Model
from tuiapp.present.quotes import in_marks, proof, sides
from tuiapp.wording import status_name

_UNUSED = {
    "regions": deferred('nothing uses the region "{name}"'),
    "sectors": deferred('nothing uses the sector "{name}"'),
    "enterprises": deferred('nothing uses the enterprise "{name}"'),
    "people": deferred('no quote is of "{name}"'),
}
_TWINS = {
    "enterprises": deferred('the enterprise "{other}" is called "{name}" too: is it the same one?'),
    "regions": deferred('the region "{other}" is called "{name}" too: is it the same one?'),
    "people": deferred('the person "{other}" is called "{name}" too: is it the same one?'),
}
_DOUBTS = {
    Kind.REPEATED: deferred('the item "{other}" has the same quote'),
    Kind.UNTIED: deferred('"{other}" has the same enterprises, sectors and direction: does this item follow it?'),
}


def findings(library: Library, archive: Archive) -> Iterator[str]:
    """Every quote that does not stand in its source, with its place in the model and the nearest passage."""
    model = library.model
    for number, item in enumerate(model.items):
        article = model.article_of(number).id
        for nth in range(len(item.quotes)):
            evidence = archive.evidence(number, nth)
            if evidence.status in WRONG:
                path = ("items", model.place_of(number), "quotes", nth, "exact")
                said = proof(evidence)
                passage = "".join(f"  {in_marks(side)}\n" for side in sides(evidence))
                yield f"{library.fault(article, path, said)}\n{passage}"


def warnings(library: Library, archive: Archive) -> Iterator[str]:
    """Everything that is allowed but seldom intended, with its place in the model."""
    for doubt in doubts(archive):
        said = gettext("warning: {message}").format(message=_worded(doubt))
        yield f"{library.fault(doubt.article, doubt.path, said)}\n"


def guessed(library: Library) -> Iterator[str]:
    """For each file how many values are guesses on which nobody has decided yet."""
    for file in library.whole:
        try:
            count = len(guesses(file.text())) if file.part.marked else 0
        except RefusedError:
            # It has just changed, and is checked again.
            continue
        if count:
            said = ngettext("{count} value is a guess, # ?", "{count} values are guesses, # ?", count)
            message = gettext("warning: {message}").format(message=said.format(count=count))
            yield f"{Fault(file.listed.name, 1, 1, '$', message)}\n"


def _worded(doubt: Doubt) -> str:
    values = {key: shortened(value) if isinstance(value, str) else value for key, value in doubt.values.items()}
    if doubt.kind is Kind.UNUSED:
        return gettext(_UNUSED[str(doubt.values["table"])]).format(**values)
    if doubt.kind is Kind.TWIN:
        return gettext(_TWINS[str(doubt.values["table"])]).format(**values)
    if doubt.kind is Kind.CHANGED:
        return ngettext(
            "the article has changed since its quotes were taken: {standing} of {quotes} quote still stands",
            "the article has changed since its quotes were taken: {standing} of {quotes} quotes still stand",
            int(doubt.values["quotes"]),
        ).format(**values)
    return gettext(_DOUBTS[doubt.kind]).format(**values)


def summary(model: Model, archive: Archive, warned: int) -> str:
    """How many quotes have which status, and how many warnings there are, if any."""
    counts = Counter(
        archive.evidence(number, nth).status
        for number, item in enumerate(model.items)
        for nth in range(len(item.quotes))
    )
    quotes = ngettext("{count} quote", "{count} quotes", counts.total()).format(count=counts.total())
    parts = [f"{status_name(status)} {counts[status]}" for status in Status if counts[status]]
    said = gettext("{quotes}: {parts}").format(quotes=quotes, parts=", ".join(parts))
    if not warned:
        return said
    more = ngettext("{count} warning", "{count} warnings", warned).format(count=warned)
    return f"{said}; {more}"
