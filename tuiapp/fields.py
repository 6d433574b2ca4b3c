"""The fields of an item, one row for each.

Search, facets, the list's columns, the panel, the exports and the table of docs/commands.md are made from these rows.
To add a field, add a row here and its words in both languages.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from tuiapp import wording
from tuiapp.archive import Archive
from tuiapp.evidence import Status
from tuiapp.language import deferred, gettext
from tuiapp.model import Enterprise, Model, Region, Role, Sector, Stage, wordings

Value = Hashable
"""An id, a text, a date, a member of an enum, and the like; compared by value."""


def _no_values(_: Model) -> Iterable[Value]:
    return ()


class Field(Struct, frozen=True):
    """One field of an item, and everything that is done with it."""

    name: str
    label: str
    """Its name for people, to be translated."""
    values: Callable[[Archive, int], tuple[Value, ...]]
    """The values of an item, given its number, without duplicates; empty if the article does not give any."""
    words: Callable[[Model, Any], str]
    """A value as text in the current language, on one line, as it stands under or behind its heading."""
    alone: Callable[[Model, Any], str] | None = None
    """As `words`, where it stands in a row with other values: it says what it is, and is short; None: as `words`."""
    scopes: tuple[str, ...] = ()
    """The words that, before a colon in a query, limit the search to this field."""
    plural: str = ""
    """What the filter calls the field when the search is limited to it, to be translated."""
    searched: int = 0
    """Its place in the search: the tens digit is its tier, the ones digit its place in the tier; 0: not searched. Rows
    that match in a lower tier come first; of two matches in one tier the earlier field explains the row."""
    names: Callable[[Model], Mapping[Any, tuple[str, ...]]] | None = None
    """For a searched field, every value with all its names, in the model's order; None: the values are texts."""
    tolerant: bool = True
    """Whether a word of a search may match inside a word, in the other script and with typing errors. Not in quotes,
    which have too many words, and not in figures, whose words are units."""
    containing: str = ""
    """The field whose names its words contain: what matches in those is marked."""
    facet: int = 0
    """Its place among the facets, from 1; 0: it is not a facet."""
    picked: bool = False
    """Whether its values can be picked, though it is not a facet."""
    order: Callable[[Model], Iterable[Value]] = _no_values
    """The values of a facet in the order to show; others follow in order of occurrence."""
    unsaid: str = ""
    """The facet's name for items without a value, to be translated; empty: they are not counted."""
    late: bool = False
    """Whether its values take so long to compute that its facet is filled while the program is idle."""
    column: int = 0
    """Its place in a row of the list, from 1; 0: it is not in the list."""
    panel: int = 0
    """Its place below the quote: the tens digit is the series, the ones digit the place in it; 0: not shown."""
    remark: Callable[[Archive, int, Any], str] = lambda *_: ""
    """A remark that follows a value where an item is shown in full, in the current language."""
    short: Callable[[Archive, Any], str] | None = None
    """A value as text where there is little room."""
    mark: Callable[[Archive, int], str] | None = None
    """The name of a sign that stands before it in a row of the list."""
    exports: tuple[str, ...] = ()
    """Its columns in CSV: the model's value, then its name for people; the first is also its key in JSON."""
    many: bool = False
    """Whether an item may have several values; if so, JSON has a list."""

    def said(self, archive: Archive, number: int, *, remarks: bool = False) -> str:
        """All values of an item as text in the current language, each with its remark if asked for.

        Empty if the article does not give any.
        """
        parts = []
        for value in self.values(archive, number):
            remark = self.remark(archive, number, value) if remarks else ""
            parts.append(self.words(archive.model, value) + (f" ({remark})" if remark else ""))
        return ", ".join(parts)

    def heading(self) -> str:
        """Its name for people, in the current language."""
        return gettext(self.label)


def _alone(words: Callable[[Any], str]) -> Callable[[Model, Any], str]:
    """For values that can be put into words without the model."""
    return lambda _, value: words(value)


_text = _alone(wording.text)


def _names(table: Mapping[str, Enterprise | Sector | Region]) -> dict[str, tuple[str, ...]]:
    return {key: (*wordings(entry.name), *entry.aliases) for key, entry in table.items()}


def _speaker_names(model: Model) -> dict[str, tuple[str, ...]]:
    """The people with their names and what they are, and the enterprises that speak with their names."""
    speaking = {quote.speaker for item in model.items for quote in item.quotes if quote.speaker}
    people = {
        key: (*wordings(person.name), *person.aliases, *(wordings(person.role) if person.role else ()))
        for key, person in model.people.items()
    }
    return people | _names({key: model.enterprises[key] for key in model.enterprises if key in speaking})


def _publishers(model: Model) -> dict[Value, tuple[str, ...]]:
    return {article.publisher: wordings(article.publisher) for article in model.articles}


def _if_any(value: Value | None) -> tuple[Value, ...]:
    return () if value is None else (value,)


def _item(name: str) -> Callable[[Archive, int], tuple[Value, ...]]:
    """The attribute `name` of an item, if it has one."""
    return lambda archive, number: _if_any(getattr(archive.model.items[number], name))


def _several(name: str) -> Callable[[Archive, int], tuple[Value, ...]]:
    """The values of the attribute `name` of an item, each once."""

    def values(archive: Archive, number: int) -> tuple[Value, ...]:
        found = getattr(archive.model.items[number], name) or ()
        # Most items have one value or none; removing duplicates from those too would take half of the time.
        return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))

    return values


def _article(name: str) -> Callable[[Archive, int], tuple[Value, ...]]:
    """The attribute `name` of an item's article, if it has one."""
    return lambda archive, number: _if_any(getattr(archive.model.article_of(number), name))


def _short(archive: Archive, enterprise: str) -> str:
    """The shortest name of an enterprise in the language in use that no other has; its name if there is none."""
    name = wording.enterprise(archive.model, enterprise)
    known = archive.model.enterprises.get(enterprise)
    others = known.aliases if known else ()
    fitting = (one for one in others if one.isascii() == name.isascii() and archive.named(one) == 1)
    return min((name, *map(wording.text, fitting)), key=len)


def _role(archive: Archive, number: int, enterprise: str) -> str:
    role = archive.model.items[number].roles.get(enterprise)
    return wording.role_name(role) if role else ""


def _ends(archive: Archive, number: int) -> tuple[Value, ...]:
    ends = archive.model.items[number].ends
    return (ends,) if ends.one or ends.other else ()


def _roles(archive: Archive, number: int) -> tuple[Value, ...]:
    roles = archive.model.items[number].roles
    return tuple(dict.fromkeys(roles.values())) if roles else ()


def _regions(archive: Archive, number: int) -> tuple[Value, ...]:
    """The regions of an item, and the regions that contain them."""
    ends = archive.model.items[number].ends
    found = [archive.around(end) for end in (ends.one, ends.other) if end]
    return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain(*found)))


def _matter(archive: Archive, number: int) -> tuple[Value, ...]:
    """The oldest item of the matter, which stands for it."""
    return (archive.name(archive.matters.of(number)[0]),)


def _speakers(archive: Archive, number: int) -> tuple[Value, ...]:
    said = [quote.speaker for quote in archive.model.items[number].quotes if quote.speaker]
    return tuple(dict.fromkeys(said)) if said else ()


def _quotes(archive: Archive, number: int) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(quote.exact for quote in archive.model.items[number].quotes))


def _year(archive: Archive, number: int) -> tuple[Value, ...]:
    published = archive.model.article_of(number).published
    return (published.year,) if published else ()


def _years(model: Model) -> Iterable[Value]:
    return sorted({article.published.year for article in model.articles if article.published}, reverse=True)


# One row for each field, so that fields can be compared.
# fmt: off
FIELDS: tuple[Field, ...] = (
    Field("id", deferred("Id"), _item("id"), _text, exports=("id",)),
    Field("article", deferred("Article"), _article("id"), wording.article,
          picked=True, late=True, exports=("article",)),
    Field("headline", deferred("Article"), _article("title"), _text, exports=("article_title",)),
    Field("publisher", deferred("Publisher"), _article("publisher"), _text,
          scopes=("publisher", "издание"), searched=33, names=_publishers, facet=5, exports=("publisher",)),
    Field("published", deferred("Date"), _article("published"), _alone(wording.day),
          alone=_alone(wording.short_day), exports=("published",)),
    Field("year", deferred("Year"), _year, _text, facet=6, order=_years),
    Field("url", deferred("Address"), _article("url"), _text, exports=("url",)),
    Field("via", deferred("Via"), _article("via"), _text, exports=("via",)),
    Field("title", deferred("Title"), _item("title"), _text, scopes=("title", "название", "заголовок"),
          searched=21, column=1, exports=("title",)),
    Field("sector", deferred("Sector"), _several("sectors"), wording.sector,
          plural=deferred("sectors"), scopes=("sector", "s", "отрасль", "о"),
          searched=12, names=lambda model: _names(model.sectors), facet=1, order=lambda model: model.sectors,
          column=3, panel=11, exports=("sectors", "sector_names"), many=True),
    Field("enterprise", deferred("Enterprise"), _several("enterprises"), wording.enterprise,
          plural=deferred("enterprises"), scopes=("enterprise", "e", "предприятие", "п"),
          searched=11, names=lambda model: _names(model.enterprises), facet=2, order=lambda model: model.enterprises,
          column=2, panel=12, remark=_role, short=_short, exports=("enterprises", "enterprise_names"), many=True),
    Field("party", deferred("Roles"), _several("parties"), wording.party, exports=("roles", "role_names"), many=True),
    Field("role", deferred("Role"), _roles, _alone(wording.role_name), facet=9, order=lambda _: Role),
    Field("direction", deferred("Direction"), _ends, wording.direction, containing="region",
          facet=4, unsaid=deferred("not said"), column=4, panel=31),
    Field("origin", deferred("Origin"), _item("origin"), wording.region, exports=("origin", "origin_name")),
    Field("destination", deferred("Destination"), _item("destination"), wording.region,
          exports=("destination", "destination_name")),
    Field("between", deferred("Between"), _several("between"), wording.region,
          exports=("between", "between_names"), many=True),
    Field("region", deferred("Region"), _regions, wording.region, scopes=("region", "r", "регион", "р"),
          searched=32, names=lambda model: _names(model.regions), facet=8, order=lambda model: model.regions),
    Field("stage", deferred("Stage"), _item("stage"), _alone(wording.stage_name), scopes=("stage", "стадия"),
          searched=34, names=lambda _: wording.stage_names(), facet=3, order=lambda _: Stage, column=5, panel=32,
          mark=lambda archive, number: archive.model.items[number].stage, exports=("stage", "stage_name")),
    Field("product", deferred("Product"), _several("products"), _text, scopes=("product", "продукция", "продукт"),
          searched=22, panel=21, exports=("products",), many=True),
    Field("figures", deferred("Figures"), _item("figures"), _text, scopes=("figures", "цифры"),
          searched=23, tolerant=False, panel=22, exports=("figures",)),
    Field("due", deferred("Due"), _item("due"), _alone(wording.day), alone=_alone(wording.due), panel=33,
          exports=("due",)),
    Field("follows", deferred("Follows"), _several("told_before"), _text, exports=("follows",), many=True),
    Field("matter", deferred("Matter"), _matter, _text, exports=("matter",)),
    Field("person", deferred("Person"), _speakers, wording.speaker_name, scopes=("person", "who", "человек", "кто"),
          searched=31, names=_speaker_names, facet=7, order=lambda model: (*model.people, *model.enterprises)),
    Field("quote", deferred("Quote"), _quotes, _text, scopes=("quote", "q", "цитата", "ц"),
          searched=41, tolerant=False),
    Field("status", deferred("Quotes"), lambda archive, number: archive.statuses(number), _alone(wording.status_name),
          scopes=("status", "статус"), searched=91, names=lambda _: wording.status_names(),
          facet=10, order=lambda _: Status, late=True),
)
# fmt: on


class QuoteField(Struct, frozen=True):
    """One field of a quote."""

    exports: tuple[str, ...]
    """As in `Field`."""
    values: Callable[[Archive, int, int], tuple[Value, ...]]
    """The value of a quote, given the item's number and which of its quotes, from 0: one or none."""
    words: Callable[[Model, Any], str] = _text
    """As in `Field`."""


def _quote(name: str) -> Callable[[Archive, int, int], tuple[Value, ...]]:
    """Reads the attribute of a quote that is called `name`; no values where it is None."""
    return lambda archive, number, nth: _if_any(getattr(archive.model.items[number].quotes[nth], name))


def _evidence(name: str) -> Callable[[Archive, int, int], tuple[Value, ...]]:
    """The attribute `name` of a quote's evidence, if it has one."""
    return lambda archive, number, nth: _if_any(getattr(archive.evidence(number, nth), name))


QUOTE_FIELDS = (
    QuoteField(("exact",), _quote("exact")),
    QuoteField(("speaker", "speaker_name"), _quote("speaker"), wording.speaker_name),
    QuoteField(("speech", "speech_name"), _quote("speech"), _alone(wording.speech_name)),
    QuoteField(("translation",), _quote("translation")),
    QuoteField(("status", "status_name"), _evidence("status"), _alone(wording.status_name)),
    QuoteField(("start",), _evidence("start")),
    QuoteField(("end",), _evidence("end")),
)

NAMED: dict[str, Field] = {field.name: field for field in FIELDS}


def placed(place: Callable[[Field], int]) -> tuple[Field, ...]:
    """The fields for which `place` is not 0, in its order; for example the facets."""
    return tuple(sorted(filter(place, FIELDS), key=place))


FACETS = placed(lambda field: field.facet)
PICKABLE = (*FACETS, *(field for field in FIELDS if field.picked))
SEARCHED = placed(lambda field: field.searched)
COLUMNS = placed(lambda field: field.column)
PANEL = placed(lambda field: field.panel)
EXPORTED = tuple(field for field in FIELDS if field.exports)
