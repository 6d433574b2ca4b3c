"""The model's values in words: stages, speech, statuses, directions, dates, parties."""

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from tuiapp.dates import Date
from tuiapp.evidence import WRONG, Status
from tuiapp.language import deferred, gettext, in_all, spoken
from tuiapp.model import (
    Article,
    Ends,
    Enterprise,
    Item,
    Model,
    Party,
    Person,
    Quote,
    Region,
    Role,
    Sector,
    Speech,
    Stage,
    Text,
    in_language,
)
from tuiapp.printable import one_line
from tuiapp.signs import ascii_only, sign

_STAGES = {
    Stage.ACTIVE: deferred("active"),
    Stage.AGREED: deferred("signed"),
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
_ROLES = {
    Role.SUPPLIER: deferred("supplier"),
    Role.BUYER: deferred("buyer"),
    Role.PRODUCER: deferred("producer"),
    Role.PARTNER: deferred("partner"),
    Role.DEALER: deferred("dealer"),
    Role.OPERATOR: deferred("operator"),
    Role.INVESTOR: deferred("investor"),
}
_STATUSES = {
    Status.VERBATIM: deferred("verbatim"),
    Status.NORMALISED: deferred("normalised"),
    Status.CUT: deferred("cut"),
    Status.DIFFERS: deferred("differs"),
    Status.MISSING: deferred("missing"),
    Status.NO_SOURCE: deferred("no source"),
}
_FAILED = deferred("failed")
"""What all quotes are that are wrong; a query asks for them in one word."""
_ALSO = {Status.NO_SOURCE: ("нет источника",)}
"""What else people type for a status."""


def stage_name(stage: Stage) -> str:
    """The stage in the language in use."""
    return gettext(_STAGES[stage])


def stage_names() -> dict[Stage, tuple[str, ...]]:
    """For each stage, what the file calls it, and its names in all languages."""
    return {stage: (stage, *in_all(name)) for stage, name in _STAGES.items()}


def status_names() -> dict[Status, tuple[str, ...]]:
    """For each status, its names in all languages; those that are wrong share one more."""
    failed = in_all(_FAILED)
    return {
        status: (status, *in_all(name), *_ALSO.get(status, ()), *(failed if status in WRONG else ()))
        for status, name in _STATUSES.items()
    }


def asked_for(condition: str) -> tuple[str, ...]:
    """What may follow the condition `stage` or `status` in a query, in the language in use."""
    if condition == "stage":
        return tuple(map(gettext, _STAGES.values()))
    return (*map(gettext, _STATUSES.values()), gettext(_FAILED))


def speech_name(speech: Speech) -> str:
    """Whose voice a quote is in, in the language in use."""
    return gettext(_SPEECH[speech])


def status_name(status: Status) -> str:
    """The status of a quote in the language in use, without its sign."""
    return gettext(_STATUSES[status])


def in_marks(typed: str) -> str:
    """What was typed, in the quotation marks of the language in use."""
    return f'"{typed}"' if ascii_only() else gettext("“{typed}”").format(typed=typed)


def role_name(role: Role) -> str:
    """The role of an enterprise in an item, in the language in use."""
    return gettext(_ROLES[role])


def worded(text: Text) -> str:
    """A text of the model in the language in use, as it stands in the file."""
    return in_language(text, spoken())


def text(text: Text) -> str:
    """As `worded`, on one line and safe for a terminal."""
    return one_line(worded(text))


def enterprise(model: Model, key: str) -> str:
    """The name of an enterprise."""
    return _named(model.enterprises, key)


def sector(model: Model, key: str) -> str:
    """The name of a sector."""
    return _named(model.sectors, key)


def region(model: Model, key: str) -> str:
    """The name of a region."""
    return _named(model.regions, key)


def speaker_name(model: Model, key: str) -> str:
    """The name of a speaker: a person, or an enterprise whose press service speaks."""
    return _named(model.people if key in model.people else model.enterprises, key)


def _named(table: Mapping[str, Region | Sector | Enterprise | Person], key: str) -> str:
    """The name of `key`; the id if it is not defined any more, as for a pick whose file is gone."""
    return text(table[key].name if key in table else key)


def party(model: Model, party: Party) -> str:
    """An enterprise with its role."""
    return f"{enterprise(model, party.enterprise)}: {role_name(party.role)}"


def direction(model: Model, ends: Ends, new: Mapping[str, str] = MappingProxyType({})) -> str:
    """Who supplies and who receives, with an arrow, or who works with whom; empty if the article says neither. `new`:
    what regions are called that the model does not have."""
    if ends.one is None and ends.other is None:
        return ""
    one, other = (new.get(end) or region(model, end) if end else "" for end in (ends.one, ends.other))
    return one_line(f"{one} {sign('both' if ends.mutual else 'arrow')} {other}")


def title(item: Item) -> str:
    """The item's title."""
    return text(item.title)


def due(date: Date) -> str:
    """By when, as the article says."""
    return gettext("by {date}").format(date=day(date))


def day(date: Date | None) -> str:
    """A day, a month or a year as the language in use writes it."""
    return _day(date, "%B")


def short_day(date: Date | None) -> str:
    """As `day`, with the month in three letters where it has letters."""
    return _day(date, "%b")


def _day(date: Date | None, month: str) -> str:
    if date is None:
        return gettext("undated")
    if spoken() == "ru":
        return ".".join(f"{part:02}" for part in reversed(date.parts))
    form = ("%Y", f"{month} %Y", f"%-d {month} %Y")[len(date.parts) - 1]
    return datetime.date(*(*date.parts, 1, 1)[:3]).strftime(form)


def day_in_figures(date: Date | None) -> str:
    """As `day`, in figures alone: 2025-09-30 or 30.09.2025."""
    return str(date) if date and spoken() == "en" else day(date)


def speaker(model: Model, quote: Quote) -> str:
    """Name and role of the speaker; if there is none, the article itself."""
    if quote.speaker is None:
        return gettext("the article itself")
    name = speaker_name(model, quote.speaker)
    person = model.people.get(quote.speaker)
    return f"{name}, {text(person.role)}" if person and person.role else name


def voice(model: Model, quote: Quote) -> tuple[str, ...]:
    """The speaker and the kind of speech; for the article's own narration only the former."""
    if quote.speaker is None and quote.speech is Speech.NARRATION:
        return (speaker(model, quote),)
    return speaker(model, quote), speech_name(quote.speech)


def translation(model: Model, number: int, nth: int) -> str:
    """The translation of a quote; empty if there is none, or if the article is in the language in use."""
    text = model.items[number].quotes[nth].translation
    foreign = model.article_of(number).language.lower().split("-")[0] != spoken()
    return worded(text) if text and foreign else ""


def article(model: Model, key: str) -> str:
    """An article by its id: publisher, date and title; the id if it is not defined any more."""
    found = next((each for each in model.articles if each.id == key), None)
    return f"{one_line(publication(found))}{sign('between')}{text(found.title)}" if found else one_line(key)


def publication(article: Article) -> str:
    """Publisher, whom it has the article from, and date."""
    publisher = text(article.publisher)
    if article.via:
        publisher = gettext("{publisher} via {via}").format(publisher=publisher, via=text(article.via))
    return f"{publisher}, {day(article.published)}"
