"""A document of items with a footnote for every quote, in Markdown or HTML; their texts are read as neither."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from tuiapp import wording
from tuiapp.archive import Archive
from tuiapp.fields import COLUMNS, NAMED, PANEL
from tuiapp.language import gettext, spoken
from tuiapp.present.finding import count
from tuiapp.present.formats import escaped
from tuiapp.printable import one_line
from tuiapp.signs import sign
from tuiapp.snapshot import Answer

GROUPS = ("sector", "article")
"""What the items may be put together by; of several sectors the first counts."""

_FACTS = tuple(field for field in dict.fromkeys((NAMED["stage"], *COLUMNS, *PANEL)) if field.name != "title")
"""The stage comes first: it is a word of the program's, so no text of a model can begin a block of Markdown."""


class Note(NamedTuple):
    """Where a quote is from, and whether it stands there."""

    source: str
    url: str
    """Empty if the article has none."""
    status: str


class Cited(NamedTuple):
    """A quote with the number of its footnote."""

    words: str
    """In quotation marks, with whose words they are; then our translation if the article is in another language."""
    number: int


class Told(NamedTuple):
    """An item."""

    title: str
    facts: str
    quotes: tuple[Cited, ...]


class Brief:
    """What a document says, each text on one line."""

    def __init__(self, answer: Answer, numbers: Sequence[int], group: str) -> None:
        self.title = gettext("What the articles say")
        self.scope = one_line(": ".join(filter(None, (count(answer).strip(), answer.question.text))))
        self.notes: list[Note] = []
        """The footnotes, from number 1 on."""
        archive, field = answer.snapshot.archive, NAMED[group]
        groups: dict[str, list[int]] = {}
        for number in numbers:
            groups.setdefault(field.words(archive.model, field.values(archive, number)[0]), []).append(number)
        self.sections = {
            heading: [self._told(archive, number) for number in numbers] for heading, numbers in groups.items()
        }
        """The items by the names of their groups, both in the order of the list."""

    def _told(self, archive: Archive, number: int) -> Told:
        facts = sign("between").join(filter(None, (field.said(archive, number, remarks=True) for field in _FACTS)))
        quotes = range(len(archive.model.items[number].quotes))
        cited = tuple(self._cited(archive, number, nth) for nth in quotes)
        return Told(NAMED["title"].said(archive, number), one_line(facts), cited)

    def _cited(self, archive: Archive, number: int, nth: int) -> Cited:
        model = archive.model
        quote, article = model.items[number].quotes[nth], model.article_of(number)
        source = f"{wording.in_marks(wording.text(article.title))}, {wording.publication(article)}"
        status = wording.status_name(archive.evidence(number, nth).status)
        self.notes.append(Note(one_line(source), article.url or "", status))
        words = f"{sign('opening')}{quote.exact}{sign('closing')} {sign('dash')} {wording.speaker(model, quote)}"
        if ours := wording.translation(model, number, nth):
            words += f" ({gettext('Translation: ')}{ours})"
        return Cited(one_line(words), len(self.notes))


def _markdown(brief: Brief) -> Iterator[str]:
    yield f"# {_heading(brief.title)}\n\n{escaped(brief.scope)}\n"
    for heading, items in brief.sections.items():
        yield f"\n## {_heading(heading)}\n"
        for item in items:
            yield f"\n### {_heading(item.title)}\n\n{escaped(item.facts)}\n"
            for quote in item.quotes:
                yield f"\n> {escaped(quote.words)}[^{quote.number}]\n"
    yield "\n" if brief.notes else ""
    for number, note in enumerate(brief.notes, 1):
        # An address between these signs is a link as it stands; only the signs themselves cannot stand in it.
        link = f", <{note.url.replace('<', '%3C').replace('>', '%3E')}>" if note.url else ""
        yield f"[^{number}]: {escaped(note.source)}{link}: {escaped(note.status)}\n"


def _heading(text: str) -> str:
    """A text after the signs of a heading, which would drop such signs at its end."""
    return re.sub(r"#(?=#*$)", r"\\#", escaped(text))


def _html(brief: Brief) -> Iterator[str]:
    # No text can bring a script to run: every sign is escaped, and the page allows none.
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    head = f'<meta charset="utf-8">\n{policy}\n<title>{escape(brief.title)}</title>'
    yield f'<!doctype html>\n<html lang="{spoken()}">\n<head>\n{head}\n</head>\n<body>\n'
    yield f"<h1>{escape(brief.title)}</h1>\n<p>{escape(brief.scope)}</p>\n"
    for heading, items in brief.sections.items():
        yield f"<h2>{escape(heading)}</h2>\n"
        for item in items:
            yield f"<h3>{escape(item.title)}</h3>\n<p>{escape(item.facts)}</p>\n"
            for words, number in item.quotes:
                mark = f'<sup><a id="quote-{number}" href="#note-{number}">{number}</a></sup>'
                yield f"<blockquote>{escape(words)}{mark}</blockquote>\n"
    yield "<ol>\n"
    for number, note in enumerate(brief.notes, 1):
        link = f', <a href="{escape(note.url)}" rel="noreferrer">{escape(note.url)}</a>' if note.url else ""
        back = f'<a href="#quote-{number}">{sign("before")}</a>'
        yield f'<li id="note-{number}">{escape(note.source)}{link}: {escape(note.status)} {back}</li>\n'
    yield "</ol>\n</body>\n</html>\n"


FORMATS: dict[str, Callable[[Brief], Iterator[str]]] = {"md": _markdown, "html": _html}
"""Every format that `brief` knows, by its name on the command line."""
