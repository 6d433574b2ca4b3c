"""Items as a table, JSON, CSV or Markdown, for pipes and files. Each line ends with a line feed."""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from tuiapp.archive import Archive
from tuiapp.explorer import Explorer
from tuiapp.language import gettext, worded
from tuiapp.model import Model, Quote
from tuiapp.present.rows import item_row
from tuiapp.present.wording import direction, enterprise_names, figures, sector_name, stage_name, status_name, title
from tuiapp.printable import UNPRINTABLE, cells, one_line, padded, visible
from tuiapp.search import Match, Result, Rule

_RULES = list(Rule)


class Listing:
    """The items that were found, and what is needed to write them."""

    def __init__(self, explorer: Explorer, found: Result, numbers: Sequence[int], width: int | None) -> None:
        self.model: Model = explorer.model
        self.archive: Archive = explorer.archive
        self.found = found
        self.numbers = numbers
        """The items to write, best first."""
        self.width = width
        """Cells of the terminal that a table is for; None where it goes elsewhere and is not cut."""


def _cells(listing: Listing, number: int) -> list[str]:
    model, item = listing.model, listing.model.items[number]
    return [
        one_line(item.id),
        title(item),
        enterprise_names(model, item),
        sector_name(model, item),
        direction(model, item.ends),
        stage_name(item.stage),
    ]


def _table(listing: Listing) -> Iterator[str]:
    if listing.width is not None:
        for number in listing.numbers:
            item, matches = listing.model.items[number], listing.found.matches(number)
            line = item_row(listing.model, item, matches, listing.width)
            yield "".join(text for text, _ in line).rstrip() + "\n"
        return
    rows = [_cells(listing, number) for number in listing.numbers]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(padded, row, widths)).rstrip() + "\n"


def _json(listing: Listing) -> Iterator[str]:
    """One array, an item a line; what acts or is not seen as JSON escapes, so that a terminal may show it."""
    encode = msgspec.json.encode
    before = "[\n"
    for number in listing.numbers:
        text = encode(_record(listing, number)).decode()
        yield before + UNPRINTABLE.sub(_escape, text)
        before = ",\n"
    yield "\n]\n" if listing.numbers else "[]\n"


def _escape(match: re.Match[str]) -> str:
    """A character as JSON spells it: above U+FFFF as the two halves that UTF-16 has for it."""
    data = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{data[at : at + 4]}" for at in range(0, len(data), 4))


def _record(listing: Listing, number: int) -> dict[str, object]:
    item = listing.model.items[number]
    record: dict[str, object] = {"id": item.id, "article": listing.model.article_of(number).id}
    for name in ("title", "sector", "enterprises", "origin", "destination", "stage", "figures"):
        record[name] = getattr(item, name)
    record["quotes"] = [_quote(listing, number, place, quote) for place, quote in enumerate(item.quotes)]
    record["match"] = _match(listing.found.matches(number))
    return record


def _quote(listing: Listing, number: int, place: int, quote: Quote) -> dict[str, object]:
    evidence = listing.archive.evidence(number, place)
    return {
        "exact": quote.exact,
        "speaker": quote.speaker,
        "speech": quote.speech,
        "translation": quote.translation,
        "status": evidence.status,
        "start": evidence.start,
        "end": evidence.end,
    }


def _match(matches: Sequence[Match]) -> dict[str, object] | None:
    """The weakest of the matches, which gives the item its rank, and every word's match under `terms`."""
    if not matches:
        return None
    weakest = max(matches, key=lambda match: (match.rewriting is not None, match.slips, _RULES.index(match.rule)))
    return {**msgspec.structs.asdict(weakest), "terms": matches}


_COLUMNS = (
    "id", "article", "title", "sector", "enterprises", "origin", "destination", "stage", "figures",
    "quotes", "speakers", "speech", "translations", "statuses",
)  # fmt: skip


def _csv(listing: Listing) -> Iterator[str]:
    """One row an item; several quotes stand in one cell, a line each."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for number in listing.numbers:
        writer.writerow(map(_harmless, _values(listing, number)))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _harmless(cell: str) -> str:
    """`cell` as no spreadsheet runs it: an apostrophe before what would begin a formula (OWASP, CSV injection)."""
    # A tab would begin a cell where the file is opened as one with tabs; white space before a formula is ignored.
    text = visible(cell.replace("\t", " "), keep="\n")
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else text


def _values(listing: Listing, number: int) -> list[str]:
    item, article = listing.model.items[number], listing.model.article_of(number)
    quotes = item.quotes
    statuses = [status_name(listing.archive.evidence(number, place).status) for place in range(len(quotes))]
    return [
        item.id,
        article.id,
        title(item),
        "; ".join(item.sectors),
        "; ".join(item.enterprises),
        item.origin or "",
        item.destination or "",
        item.stage,
        figures(item),
        "\n".join(quote.exact for quote in quotes),
        "\n".join(quote.speaker or "" for quote in quotes),
        "\n".join(quote.speech for quote in quotes),
        "\n".join(worded(quote.translation) if quote.translation else "" for quote in quotes),
        "\n".join(statuses),
    ]


# In a cell nothing begins a heading, a list or another block. Behind the signs that always act stand the beginnings
# of what GitHub makes links of unasked, and of a character's name.
_MARKDOWN = re.compile(r"[\\`*_~\[<|]|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)|&(?=#?\w+;)", re.IGNORECASE)


def _markdown(listing: Listing) -> Iterator[str]:
    """A table of items with their first quotes; nothing in it is read as Markdown but the table."""
    titles = [
        gettext("Item"), gettext("Enterprises"), gettext("Sector"), gettext("Direction"), gettext("Stage"),
        gettext("Quotes"),
    ]  # fmt: skip
    yield f"| {' | '.join(titles)} |\n|{' --- |' * len(titles)}\n"
    for number in listing.numbers:
        item = listing.model.items[number]
        quotes = "<br>".join(
            f"«{_escaped(quote.exact)}» ({_escaped(status_name(listing.archive.evidence(number, place).status))})"
            for place, quote in enumerate(item.quotes)
        )
        row = [*map(_escaped, _cells(listing, number)[1:]), quotes]
        yield f"| {' | '.join(row)} |\n"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", one_line(text))


FORMATS: dict[str, Callable[[Listing], Iterator[str]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "md": _markdown,
}
"""Every format that `list` knows, by its name on the command line; each writes a listing in pieces."""
