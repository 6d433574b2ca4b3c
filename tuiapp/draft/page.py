"""The article of a saved HTML page: its text, title, date, publisher and address, by trafilatura (`tuiapp[html]`)."""

import re
from html import unescape

from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.draft.draft import Given
from tuiapp.draft.letters import tidy
from tuiapp.language import gettext
from tuiapp.model import URL

_BEGINS = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


class PageError(Exception):
    """The page cannot be read; the message says why."""


class Page(Struct, frozen=True):
    """What a page holds."""

    text: str
    given: Given


def is_url(text: str) -> bool:
    """Whether a model takes `text` for an address."""
    return re.search(URL, text) is not None


def is_page(raw: bytes) -> bool:
    """Whether `raw` begins as an HTML page does."""
    return _BEGINS.match(raw[:4096]) is not None


def page(raw: bytes) -> Page:
    """The article of the page `raw`; raises PageError."""
    try:
        # Nothing else needs it, and it takes 0.2 s to import.
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError:
        wanted = gettext("a saved page is read by trafilatura, which is not installed: pip install 'tuiapp[html]'")
        raise PageError(wanted) from None
    found = bare_extraction(raw, with_metadata=True, include_comments=False)
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise PageError(gettext("no article was found in the page: save its text in a file, and give that"))
    url = found.url or ""
    return Page(
        text=(found.text or "").rstrip() + "\n",
        given=Given(
            title=tidy(unescape(found.title or "")) or None,
            published=_date(found.date),
            publisher=tidy(found.sitename or found.hostname or "") or None,
            url=url if is_url(url) else None,
        ),
    )


def _date(text: str | None) -> Date | None:
    try:
        return Date(text or "")
    except ValueError:
        return None
