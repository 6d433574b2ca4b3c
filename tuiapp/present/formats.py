"""Items as a table, JSON, CSV or Markdown, for pipes and files. Each line ends with a line feed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from tuiapp.archive import Archive
from tuiapp.fields import COLUMNS, EXPORTED, NAMED, QUOTE_FIELDS, Field, QuoteField, Value
from tuiapp.language import gettext
from tuiapp.model import Localised
from tuiapp.present.columns import ORDER
from tuiapp.present.rows import item_row
from tuiapp.printable import UNPRINTABLE, cells, one_line, padded, visible
from tuiapp.search import Match, Rule
from tuiapp.signs import sign
from tuiapp.snapshot import Answer
from tuiapp.wording import publication, speaker, status_name, worded

_RULES = list(Rule)


class Listing:
    """The items that were found, and what is needed to write them."""

    def __init__(
        self, answer: Answer, numbers: Sequence[int], width: int | None, columns: tuple[str, ...] = ORDER
    ) -> None:
        self.answer = answer
        self.archive: Archive = answer.snapshot.archive
        self.numbers = numbers
        """The items to write, best first."""
        self.width = width
        """Cells of the terminal that a table is for; None if the output is not a terminal, and is not cut."""
        self.columns = columns
        """Of such a table, from left to right."""


def _cells(listing: Listing, number: int) -> list[str]:
    return [field.said(listing.archive, number) for field in COLUMNS]


def _table(listing: Listing) -> Iterator[str]:
    if listing.width is not None:
        for number in listing.numbers:
            matches = listing.answer.shown.matches(number)
            line = item_row(listing.archive, number, matches, listing.width, listing.columns)
            yield "".join(text for text, _ in line).rstrip() + "\n"
        return
    rows = [[NAMED["id"].said(listing.archive, number), *_cells(listing, number)] for number in listing.numbers]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(padded, row, widths)).rstrip() + "\n"


def _json(listing: Listing) -> Iterator[str]:
    return escaped_json(_record(listing, number) for number in listing.numbers)


def escaped_json(records: Iterable[object]) -> Iterator[str]:
    """One array, one record per line; control and invisible characters are escaped, so that a terminal may show it."""
    encode = msgspec.json.Encoder(enc_hook=str).encode
    before = "[\n"
    for record in records:
        yield before + UNPRINTABLE.sub(_escape, encode(record).decode())
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _escape(match: re.Match[str]) -> str:
    """A character as a JSON escape; above U+FFFF, its UTF-16 surrogate pair."""
    data = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{data[at : at + 4]}" for at in range(0, len(data), 4))


def _record(listing: Listing, number: int) -> dict[str, object]:
    record: dict[str, object] = {}
    for field in EXPORTED:
        values = field.values(listing.archive, number)
        record[field.exports[0]] = values if field.many else next(iter(values), None)
    nths = range(len(listing.archive.model.items[number].quotes))
    record["quotes"] = [
        {field.exports[0]: next(iter(field.values(listing.archive, number, nth)), None) for field in QUOTE_FIELDS}
        for nth in nths
    ]
    record["match"] = _match(listing.answer.shown.matches(number))
    return record


def _match(matches: Sequence[Match]) -> dict[str, object] | None:
    """The weakest of the matches, which gives the item its rank, and every word's match under `terms`."""
    if not matches:
        return None
    weakest = max(matches, key=lambda match: (match.rewriting is not None, match.slips, _RULES.index(match.rule)))
    return {**msgspec.structs.asdict(weakest), "terms": matches}


def csv_columns() -> list[str]:
    """The headings of CSV: those of the item, the number of the quote, and those of the quote."""
    item, quote = ([column for field in fields for column in field.exports] for fields in (EXPORTED, QUOTE_FIELDS))
    return [*item, "quote", *quote]


def _csv(listing: Listing) -> Iterator[str]:
    """One row per quote."""
    yield from csv_rows([csv_columns()])
    archive = listing.archive
    for number in listing.numbers:
        item = [cell for field in EXPORTED for cell in _written(archive, field, field.values(archive, number))]
        for nth in range(len(archive.model.items[number].quotes)):
            known = ((field, field.values(archive, number, nth)) for field in QUOTE_FIELDS)
            quote = [cell for field, values in known for cell in _written(archive, field, values)]
            yield from csv_rows([[*item, str(nth + 1), *quote]])


def csv_rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows as CSV that is harmless in spreadsheets."""
    import csv
    import io

    for row in rows:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerow(map(_harmless, row))
        yield buffer.getvalue()


def _harmless(cell: str) -> str:
    """`cell` made safe for spreadsheets: an apostrophe before the start of a formula (OWASP, CSV injection)."""
    # A tab would start a cell if the file is opened as tab-separated. Spreadsheets skip white space before a formula.
    text = visible(cell.replace("\t", " "), keep="\n")
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) else text


def _written(archive: Archive, field: Field | QuoteField, values: Iterable[Value]) -> Iterator[str]:
    """The cells of one field: the model's values, and if these are ids or codes, a second cell with their names."""
    yield "; ".join(worded(value) if isinstance(value, Localised) else str(value) for value in values)
    if len(field.exports) > 1:
        yield "; ".join(field.words(archive.model, value) for value in values)


# Inside a cell no heading, list or other block can begin. After the characters that are always special come those that
# start a link that GitHub makes by itself, or a character reference such as `&amp;`.
_MARKDOWN = re.compile(r"[\\`*_~\[<|]|:(?=//)|(?<=www)\.|(?<=\w)@(?=\w)|&(?=#?\w+;)", re.IGNORECASE)


def _markdown(listing: Listing) -> Iterator[str]:
    """A table of items with their quotes; nothing in it is read as Markdown but the table."""
    titles = [*(field.heading() for field in COLUMNS), gettext("Quotes")]
    yield f"| {' | '.join(map(escaped, titles))} |\n|{' --- |' * len(titles)}\n"
    for number in listing.numbers:
        nths = range(len(listing.archive.model.items[number].quotes))
        quotes = "<br>".join(_cited(listing.archive, number, nth) for nth in nths)
        yield f"| {' | '.join([*map(escaped, _cells(listing, number)), quotes])} |\n"


def _cited(archive: Archive, number: int, nth: int) -> str:
    """A quote with its speaker, publication, date and status."""
    quote, article = archive.model.items[number].quotes[nth], archive.model.article_of(number)
    status = status_name(archive.evidence(number, nth).status)
    said = f"{sign('dash')} {speaker(archive.model, quote)}; {publication(article)} ({status})"
    return f"«{escaped(quote.exact)}» {escaped(said)}"


def escaped(text: str) -> str:
    """A text on one line of which nothing is read as Markdown, behind the start of a block."""
    return _MARKDOWN.sub(r"\\\g<0>", one_line(text))


FORMATS: dict[str, Callable[[Listing], Iterator[str]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "md": _markdown,
}
"""Every format that `list` knows, by its name on the command line; each writes a listing in pieces."""
ENDINGS = {".csv": "csv", ".json": "json", ".md": "md", ".txt": "table"}
"""The endings of file names, each with the format that a file called so is written in."""
