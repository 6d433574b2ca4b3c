"""A draft as YAML: plain where YAML reads it as it stands, else in quotation marks; what is guessed ends in `# ?`."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from tuiapp.draft.draft import Draft
from tuiapp.draft.items import Offer
from tuiapp.language import gettext
from tuiapp.model import Localised, Text

_ID = re.compile(r"[a-z][a-z0-9-]*(?:\.txt)?")
# What begins with a Cyrillic letter is no number, no date and no truth value; nothing in it opens or ends anything.
_PLAIN = re.compile(r"[а-яёА-ЯЁ][\w «»“”().,/%№–—-]*(?<![ ,])")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_WIDTH = 110
GUESS = "  # ?"
_EMPTY = '""'


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
        yield from _item(item)
    yield from _proposals(draft)


def _article(draft: Draft) -> Iterator[str]:
    yield "article:"
    yield f"  id: {scalar(draft.id)}"
    yield f"  title: {scalar(draft.title)}{GUESS if draft.guessed('title') else ''}"
    publisher = scalar(draft.publisher or gettext("unknown"))
    yield f"  publisher: {publisher}{GUESS if draft.guessed('publisher') else ''}"
    if draft.published:
        yield f"  published: {draft.published}{GUESS if draft.guessed('published') else ''}"
    elif draft.yearless:
        yield f"  # ? published: {_comment(draft.yearless)}: " + gettext("the text gives no year")
    if draft.url:
        yield f"  url: {quoted(draft.url)}{GUESS if draft.guessed('url') else ''}"
    if draft.via:
        yield f"  via: {scalar(draft.via)}{GUESS}"
    yield f"  language: {draft.language}"
    yield f"  source: {scalar(draft.source)}"
    yield f"  sha256: {draft.sha256 if not draft.sha256.isdigit() else quoted(draft.sha256)}"


def _item(item: Offer) -> Iterator[str]:
    yield f"  - id: {scalar(item.id)}"
    yield f"    title: {scalar(item.title)}{GUESS}"
    values = {
        "sector": scalar(item.sector[0]) if len(item.sector) == 1 else _list(map(scalar, item.sector)),
        "enterprises": _list(map(scalar, item.enterprises)) if item.enterprises else "",
        "between": _list(map(scalar, item.between)) if item.between else "",
        "origin": scalar(item.origin or ""),
        "destination": scalar(item.destination or ""),
        "stage": item.stage,
        "products": _list(map(text, item.products)) if item.products else "",
        "figures": quoted(item.figures or ""),
        "due": item.due or "",
        "follows": quoted(item.follows or ""),
    }
    for key, value in values.items():
        if value and value != _EMPTY:
            yield f"    {key}: {value}{GUESS}{f' {_comment(item.told_by)}' if key == 'stage' else ''}"
    yield "    quotes:"
    for quote in item.quotes:
        yield from _exact(quote.exact)
        if quote.speaker:
            yield f"        speaker: {scalar(quote.speaker)}{GUESS}"
        yield f"        speech: {quote.speech}{GUESS if quote.speaker else ''}"


def _exact(exact: str) -> Iterator[str]:
    if len(exact) < _WIDTH - 20:
        yield f"      - exact: {quoted(exact)}"
        return
    yield "      - exact: >-"
    # Only at blanks: a word that is cut at its hyphen would be two.
    for line in textwrap.wrap(exact, _WIDTH - 10, break_long_words=False, break_on_hyphens=False):
        yield f"          {line}"


def _proposals(draft: Draft) -> Iterator[str]:
    names = draft.names
    tables = (
        ("regions", names.regions),
        ("sectors", names.sectors),
        ("enterprises", names.enterprises),
        ("people", names.people),
    )
    if any(table for _, table in tables):
        yield ""
        yield "# " + gettext("New names, proposed:")
    for key, table in tables:
        if table:
            yield ""
            yield f"{key}:"
        for own, entry in table.items():
            form = names.forms.get(own) if key == "enterprises" else None
            yield f"  {scalar(own)}: {_list(_fields(entry), '{}')}{GUESS}{f' {form}' if form else ''}"


def _fields(entry: object) -> Iterator[str]:
    for key in ("name", "role", "isic", "within", "region"):
        if (value := getattr(entry, key, None)) is not None:
            yield f"{key}: {quoted(value) if key == 'isic' else text(value)}"


def text(value: Text) -> str:
    """A text in one or both languages."""
    if isinstance(value, Localised):
        return f"{{ru: {scalar(value.ru, flow=True)}, en: {scalar(value.en, flow=True)}}}"
    return scalar(value, flow=True)


def scalar(value: str, *, flow: bool = False) -> str:
    """A value, in quotation marks unless YAML reads it as it stands; `flow`: between braces, where a comma ends it."""
    if _ID.fullmatch(value) and value not in _WORDS:
        return value
    if _PLAIN.fullmatch(value) and not (flow and "," in value):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """A value in quotation marks; it holds no character that no text of a model may hold."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _list(parts: Iterable[str], around: str = "[]") -> str:
    return f"{around[0]}{', '.join(parts)}{around[1]}"


def _comment(words: str) -> str:
    return " ".join(words.split())
