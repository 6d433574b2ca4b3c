"""A draft: what a model of a text may say, all of it a proposal."""

from hashlib import sha256

from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.draft.head import host, opened
from tuiapp.draft.items import Offer, offers
from tuiapp.draft.known import Known
from tuiapp.draft.letters import identifier, tidy, unused
from tuiapp.draft.names import Names, spelled
from tuiapp.draft.passages import LEAST_WORDS, Reading
from tuiapp.model import Model

SHOWN_TITLE = 120
"""Characters of a title that is made of the first sentence."""


class Given(Struct, frozen=True):
    """What is known of the article from elsewhere: the command, or the page it was saved as."""

    title: str | None = None
    published: Date | None = None
    publisher: str | None = None
    url: str | None = None


class Draft(Struct):
    """A model as it is proposed; `write` makes YAML of it."""

    id: str
    title: str
    publisher: str | None
    """None if nobody tells."""
    published: Date | None
    yearless: str
    """A day that the text gives without its year."""
    url: str | None
    via: str | None
    language: str
    source: str
    sha256: str
    items: list[Offer]
    names: Names
    given: Given

    def guessed(self, field: str) -> bool:
        """Whether a value of the article is the program's, not the person's."""
        return getattr(self.given, field) is None


def draft(text: str, source: str, given: Given, model: Model | None) -> Draft:
    """A draft from `text`, the content of the file `source`, beside the files of `model`, if there are any."""
    known = Known(model)
    articles = model.articles if model else ()
    reading = Reading(text, known, list(dict.fromkeys(spelled(article.publisher) for article in articles)))
    head = reading.head
    names = Names(model, known, text)
    published = given.published or head.published
    url = given.url or head.url
    publisher = given.publisher or head.publisher or (host(url) if url else None)
    stem = source.removesuffix(".txt")
    dated = f"{identifier(publisher, '')}-{published}" if publisher and published and identifier(publisher, "") else ""
    return Draft(
        id=unused(dated or identifier(stem, "article"), {article.id for article in articles}),
        title=given.title or head.title or _first(reading),
        publisher=publisher,
        published=published,
        yearless=head.yearless,
        url=url,
        via=head.via if head.via != publisher else None,
        language=head.language,
        source=source,
        sha256=sha256(text.encode()).hexdigest(),
        items=offers(reading, names, model, published),
        names=names,
        given=given,
    )


def _first(reading: Reading) -> str:
    """The first sentence, cut after a whole word; without one, the first words."""
    said = [tidy(opened(reading.text[each.start : each.end])) for each in reading.sentences]
    whole = (
        one for one in said if one.endswith((".", "!", "?")) and len(one.split()) >= LEAST_WORDS and "://" not in one
    )
    worded = (one for one in said if any(map(str.isalpha, one)))
    title = next(whole, None) or next(worded, None) or tidy(reading.text[: SHOWN_TITLE * 4])
    title = title.rstrip(".")
    if len(title) > SHOWN_TITLE:
        cut = title.rfind(" ", 0, SHOWN_TITLE)
        title = title[: cut if cut > 0 else SHOWN_TITLE].rstrip(" ,.;:—–-")
    return title
