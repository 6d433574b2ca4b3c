"""A quote as a citation: the words, the speaker, the publication and its date, and the item."""

from collections.abc import Sequence

from tuiapp.evidence import Evidence, Status
from tuiapp.language import gettext, ngettext
from tuiapp.model import Article, Model, Quote, Speech
from tuiapp.printable import one_line, visible
from tuiapp.signs import sign
from tuiapp.wording import publication, speaker, status_name, title


def attribution(model: Model, article: Article, quote: Quote) -> str:
    """Whose words they are: the speaker's own, the article's account of them, or the article's.

    The wording tells these apart, not a mark, because readers take a name after a quote for its author.
    """
    if quote.speech is Speech.DIRECT:
        return speaker(model, quote)
    if quote.speech is Speech.REPORTED:
        told = gettext("{publisher}, reporting the words of: {speaker}")
        return told.format(publisher=one_line(publication(article)), speaker=speaker(model, quote))
    return gettext("{publisher}, in the article's own voice").format(publisher=one_line(publication(article)))


def citation(model: Model, number: int, nth: int, evidence: Evidence) -> str:
    """Quote `nth` of item `number` in lines: the exact words, their author, the publication, the item.

    If the quote is not verbatim, the citation says so, because it is read without the screen that it was copied from.
    """
    item = model.items[number]
    quote = item.quotes[nth]
    article = model.article_of(number)
    words = visible(quote.exact, keep="\n\t")
    lines = [f"{sign('opening')}{words}{sign('closing')}", f"{sign('dash')} {attribution(model, article, quote)}"]
    if quote.speech is Speech.DIRECT:
        lines.append(publication(article))
    if article.url:
        lines.append(one_line(article.url))
    lines.append(title(item))
    if evidence.status is not Status.VERBATIM:
        lines.append(gettext("checked against the article: {status}").format(status=status_name(evidence.status)))
    return "\n".join(lines)


def sent(tools: Sequence[str], cut: int | None, count: int) -> str:
    """The message after copying: `tools`, or else the terminal, took `count` citations, or characters up to `cut`."""
    if tools:
        whole = ngettext(
            "{tools} took {count} citation; if it did not arrive, v shows it.",
            "{tools} took {count} citations; if they did not arrive, v shows them.",
            count,
        )
        part = gettext("{tools} took only the first {cut} characters; v shows all of it.")
    else:
        whole = ngettext(
            "{count} citation was sent to your terminal; if it did not arrive, v shows it.",
            "{count} citations were sent to your terminal; if none arrived, v shows them.",
            count,
        )
        part = gettext("It was sent to your terminal as far as character {cut}; v shows all of it.")
    return (whole if cut is None else part).format(tools=", ".join(tools), cut=cut, count=count)
