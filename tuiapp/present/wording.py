"""How the program says what the model means: stages, speech, statuses, directions, dates, parties."""

from tuiapp.evidence import Status
from tuiapp.language import deferred, gettext, spoken, worded
from tuiapp.model import Article, Item, Model, Quote, Speech, Stage
from tuiapp.present.signs import ascii_only, sign
from tuiapp.printable import one_line

_STAGES = {
    Stage.ACTIVE: deferred("active"),
    Stage.PLANNED: deferred("planned"),
    Stage.NEGOTIATION: deferred("negotiation"),
    Stage.STUDY: deferred("study"),
    Stage.INTEREST: deferred("interest"),
}
_SPEECH = {
    Speech.DIRECT: deferred("direct speech"),
    Speech.REPORTED: deferred("reported speech"),
    Speech.NARRATION: deferred("narration"),
}
_STATUSES = {
    Status.VERBATIM: deferred("verbatim"),
    Status.NORMALISED: deferred("normalised"),
    Status.CUT: deferred("cut"),
    Status.DIFFERS: deferred("differs"),
    Status.MISSING: deferred("missing"),
    Status.NO_SOURCE: deferred("no source"),
}


def stage_name(stage: Stage) -> str:
    """The stage in the language in use."""
    return gettext(_STAGES[stage])


def speech_name(speech: Speech) -> str:
    """Whose voice a quote is in, in the language in use."""
    return gettext(_SPEECH[speech])


def status_name(status: Status) -> str:
    """The status of a quote in the language in use, without its sign."""
    return gettext(_STATUSES[status])


def quoted(typed: str) -> str:
    """What was typed, in the quotation marks of the language in use."""
    return f'"{typed}"' if ascii_only() else gettext("“{typed}”").format(typed=typed)


def direction(model: Model, origin: str | None, destination: str | None) -> str:
    """Who supplies and who receives, with an arrow; empty where the article says neither."""
    if origin is None and destination is None:
        return ""
    ends = [worded(model.regions[end].name) if end else "" for end in (origin, destination)]
    return one_line(f"{ends[0]} {sign('arrow')} {ends[1]}")


def enterprise_names(model: Model, item: Item) -> str:
    """The item's enterprises, in its order; empty where the article names none."""
    return one_line(", ".join(worded(model.enterprises[each].name) for each in item.enterprises))


def sector_name(model: Model, item: Item) -> str:
    """The item's sector."""
    return one_line(worded(model.sectors[item.sector].name))


def title(item: Item) -> str:
    """The item's title."""
    return one_line(worded(item.title))


def figures(item: Item) -> str:
    """The figures that the article gives for the item; empty where it gives none."""
    return one_line(worded(item.figures)) if item.figures else ""


def published(article: Article) -> str:
    """The article's date as the language in use writes it."""
    return article.published.strftime("%d.%m.%Y" if spoken() == "ru" else "%-d %B %Y")


def speaker(model: Model, quote: Quote) -> str:
    """Name and role of who says the quote; the article's own voice where nobody does."""
    if quote.speaker is None:
        return gettext("the article itself")
    person = model.people[quote.speaker]
    role = f", {worded(person.role)}" if person.role else ""
    return one_line(worded(person.name) + role)


def voice(model: Model, quote: Quote, between: str) -> str:
    """Who says the quote, and whether in words of their own; of the article's own words nothing more is to be said."""
    if quote.speaker is None and quote.speech is Speech.NARRATION:
        return speaker(model, quote)
    return f"{speaker(model, quote)}{between}{speech_name(quote.speech)}"


def translation(model: Model, number: int, place: int) -> str:
    """Our translation of a quote; empty where there is none, or the article is in the language in use."""
    text = model.items[number].quotes[place].translation
    foreign = model.article_of(number).language.lower().split("-")[0] != spoken()
    return worded(text) if text and foreign else ""


def publication(article: Article) -> str:
    """Publisher and date."""
    return one_line(f"{worded(article.publisher)}, {published(article)}")
