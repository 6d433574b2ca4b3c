"""A draft as YAML: what is guessed ends in `# ?`; `tuiapp.editing.spelling` says how values are written."""

from collections.abc import Iterator, Mapping

from tuiapp.draft.draft import Draft
from tuiapp.draft.items import Offer
from tuiapp.draft.names import Names
from tuiapp.editing.spelling import LONG, Guess, Spelled, Value, block, quoted, scalar
from tuiapp.language import gettext
from tuiapp.model import Localised, Quote, Text


def document(draft: Draft) -> str:
    """The whole file."""
    return "".join(f"{line}\n" for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    for line in (
        gettext("Drafted from {source}: every quote stands in that text.").format(source=_comment(draft.source)),
        gettext("What ends in `# ?` is a guess: search for it, mend or keep the value, and delete the mark."),
        gettext("Names that are defined nowhere below are those of the other files in this folder."),
    ):
        yield f"# {line}"
    yield ""
    yield from _article(draft)
    if draft.items:
        yield ""
        yield "items:"
    for at, item in enumerate(draft.items):
        yield from [""] if at else []
        yield from block([item_value(item)], 2)
    yield from _proposals(draft)


def _article(draft: Draft) -> Iterator[str]:
    def guess(field: str, value: Value) -> Value:
        return Guess(value) if draft.guessed(field) else value

    head: dict[str, Value] = {
        "id": draft.id,
        "title": guess("title", Spelled(scalar(draft.title))),
        "publisher": guess("publisher", Spelled(scalar(draft.publisher or gettext("unknown")))),
    }
    rest: dict[str, Value] = {}
    if draft.published:
        head["published"] = guess("published", Spelled(draft.published))
    if draft.url:
        rest["url"] = guess("url", Spelled(quoted(draft.url)))
    if draft.via:
        rest["via"] = Guess(Spelled(scalar(draft.via)))
    rest["language"] = draft.language
    rest["source"] = Spelled(scalar(draft.source))
    rest["sha256"] = Spelled(draft.sha256 if not draft.sha256.isdigit() else quoted(draft.sha256))
    yield from block({"article": head}, 0)
    if draft.yearless and not draft.published:
        yield f"  # ? published: {_comment(draft.yearless)}: " + gettext("the text gives no year")
    yield from block(rest, 2)


def item_value(item: Offer) -> dict[str, Value]:
    """An item as it is written below `items`."""
    sector: list[Value] = [*item.sector]
    values: dict[str, Value] = {
        "title": Spelled(scalar(item.title)),
        "sector": sector[0] if len(sector) == 1 else sector,
        "enterprises": [*item.enterprises],
        "between": [*(item.between or ())],
        "origin": item.origin or "",
        "destination": item.destination or "",
        "stage": item.stage.value,
        "products": [_text(each) for each in item.products],
        "figures": Spelled(quoted(item.figures)) if item.figures else "",
        "due": Spelled(item.due) if item.due else "",
        "follows": Spelled(quoted(item.follows)) if item.follows else "",
    }
    guesses: dict[str, Value] = {
        key: Guess(value, item.told_by if key == "stage" else "")
        for key, value in values.items()
        if value or key in ("title", "sector")
    }
    return {"id": item.id, **guesses, "quotes": [quote_value(quote) for quote in item.quotes]}


def quote_value(quote: Quote) -> Value:
    """A quote as it is written below `quotes`."""
    exact: Value = quote.exact if len(quote.exact) >= LONG else Spelled(quoted(quote.exact))
    speech = quote.speech.value
    if not quote.speaker:
        return {"exact": exact, "speech": speech}
    return {"exact": exact, "speaker": Guess(quote.speaker), "speech": Guess(speech)}


def name_values(names: Names) -> dict[str, dict[str, Value]]:
    """The new names by their table and id, as they are written there; tables without one are left out."""
    tables: dict[str, Mapping[str, object]] = {
        "regions": names.regions,
        "sectors": names.sectors,
        "enterprises": names.enterprises,
        "people": names.people,
    }
    return {
        key: {
            own: Guess(_fields(entry), names.forms.get(own, "") if key == "enterprises" else "")
            for own, entry in table.items()
        }
        for key, table in tables.items()
        if table
    }


def _proposals(draft: Draft) -> Iterator[str]:
    tables = name_values(draft.names)
    if tables:
        yield ""
        yield "# " + gettext("New names, proposed:")
    for key, table in tables.items():
        yield ""
        yield from block({key: {**table}}, 0)


def _fields(entry: object) -> Value:
    return {
        key: _text(value)
        for key in ("name", "role", "isic", "within", "region")
        if (value := getattr(entry, key, None)) is not None
    }


def _text(value: Text) -> Value:
    """A text in one or both languages."""
    return {"ru": value.ru, "en": value.en} if isinstance(value, Localised) else value


def _comment(words: str) -> str:
    return " ".join(words.split())
