"""What an item, an enterprise, a sector and a quote are.

The structs below are the file format as well: `library` reads YAML into them, `tuiapp schema` prints them, and unknown
keys are refused. All are frozen; nothing here knows which file a value came from.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, NamedTuple

from msgspec import Meta, Struct, field

from tuiapp.dates import Date
from tuiapp.language import Language, deferred, gettext
from tuiapp.printable import BLANKS, UNSEEN

_VISIBLE = rf"[^\s{BLANKS}{UNSEEN}]"
SAYING = r"[^\W_]"
"""A letter or a digit for Python; JSON Schema's `\\W` matches all that is not ASCII, so `schema` replaces this."""
# The patterns have `(?!\n)` because Python's `$` also matches before a line feed at the end.
_ISIC = r"^[A-U]?[0-9]{0,4}(?!\n)$"
URL = r"^https?://[!-~]+(?!\n)$"
_SHA256 = r"^[0-9a-f]{64}(?!\n)$"

UNMATCHED = {
    _VISIBLE: deferred("the text is empty"),
    SAYING: deferred("a quote needs a letter or a digit, and {text} has none"),
    _ISIC: deferred("{text} is no ISIC code: a letter from A to U, up to four digits, or both"),
    URL: deferred("{text} is no address: https:// and what follows, without blanks or letters outside ASCII"),
    _SHA256: deferred("{text} is no SHA-256: 64 digits from 0 to 9 and a to f"),
}
"""The message for a text that a pattern refuses; `{text}` is that text in quotation marks."""

NonBlank = Annotated[str, Meta(pattern=_VISIBLE, description="Text with at least one visible character.")]


class Localised(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The same text in both languages of the program."""

    ru: NonBlank
    en: NonBlank


Text = Localised | NonBlank
"""A plain string is used in both languages."""


def in_language(text: Text, language: Language) -> str:
    """The wording of `text` in `language`."""
    if isinstance(text, str):
        return text
    return text.ru if language == "ru" else text.en


def wordings(text: Text) -> tuple[str, ...]:
    """Every wording of `text`, each once."""
    if isinstance(text, str) or text.ru == text.en:
        return (text if isinstance(text, str) else text.ru,)
    return (text.ru, text.en)


class Stage(StrEnum):
    """How far along an item is, by the article's own verb; in order from done to hoped for."""

    ACTIVE = "active"
    AGREED = "agreed"
    """A document is signed."""
    PLANNED = "planned"
    NEGOTIATION = "negotiation"
    STUDY = "study"
    INTEREST = "interest"


class Speech(StrEnum):
    """Whose voice a quote is in."""

    DIRECT = "direct"
    """In quotation marks in the article."""
    REPORTED = "reported"
    """What somebody said, in the journalist's words: "he said that …"."""
    NARRATION = "narration"
    """What the article states itself, without "he said"."""


class Role(StrEnum):
    """What an enterprise is in an item."""

    SUPPLIER = "supplier"
    BUYER = "buyer"
    PRODUCER = "producer"
    PARTNER = "partner"
    DEALER = "dealer"
    OPERATOR = "operator"
    INVESTOR = "investor"


class Quote(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the article: the W3C Web Annotation model's TextQuoteSelector without prefix and suffix."""

    exact: Annotated[str, Meta(pattern=SAYING, description="Text with at least one letter or digit.")]
    """To the letter, in the article's language."""
    speech: Speech
    speaker: str | None = None
    """Id of a person, or of an enterprise (its press service); None only for narration."""
    translation: Text | None = None
    """Our own, never the article's."""

    def __post_init__(self) -> None:
        if self.speaker is None and self.speech is not Speech.NARRATION:
            wrong = gettext("speaker is missing; only narration may leave it out, not {speech}")
            raise ValueError(wrong.format(speech=self.speech))


class Item(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that the article says is done, planned or talked about between the parties."""

    id: NonBlank
    """Unique within its article."""
    title: Text
    sector: str | Annotated[tuple[str, ...], Meta(min_length=1)]
    """One id, or several."""
    enterprises: tuple[str, ...] | dict[str, Role] = ()
    """Ids, or ids with their roles in the item; empty if the article names none."""
    origin: str | None = None
    """Id of the region that supplies; None if the article does not say."""
    destination: str | None = None
    """Id of the region that receives; None if the article does not say."""
    between: tuple[str, str] | None = None
    """Ids of two regions that work together, neither of which only supplies; replaces origin and destination."""
    stage: Stage
    products: tuple[Text, ...] = ()
    """What it is about, each in a word or two."""
    figures: Text | None = None
    due: Date | None = None
    """By when, as the article says."""
    follows: str | tuple[str, ...] = ()
    """ARTICLE/ITEM of an earlier item on the same matter, or several."""
    quotes: Annotated[tuple[Quote, ...], Meta(min_length=1)]

    @property
    def sectors(self) -> tuple[str, ...]:
        """Ids, each once."""
        return (self.sector,) if isinstance(self.sector, str) else tuple(dict.fromkeys(self.sector))

    @property
    def ends(self) -> "Ends":
        """Its regions as a pair, from `between`, or from `origin` and `destination`."""
        return Ends(*self.between, mutual=True) if self.between else Ends(self.origin, self.destination)

    @property
    def roles(self) -> dict[str, Role]:
        """The roles of those enterprises that have one."""
        return self.enterprises if isinstance(self.enterprises, dict) else {}

    @property
    def parties(self) -> tuple["Party", ...]:
        """The enterprises that have a role."""
        return tuple(Party(enterprise, role) for enterprise, role in self.roles.items())

    @property
    def told_before(self) -> tuple[str, ...]:
        """Every ARTICLE/ITEM that it follows."""
        return (self.follows,) if isinstance(self.follows, str) else self.follows


class Party(Struct, frozen=True):
    """An enterprise with its role in an item."""

    enterprise: str
    role: Role

    def __str__(self) -> str:
        return f"{self.enterprise}: {self.role}"


class Ends(NamedTuple):
    """The regions of an item; None for one that the article does not name."""

    one: str | None
    """The region that supplies, unless `mutual`."""
    other: str | None
    """The region that receives, unless `mutual`."""
    mutual: bool = False
    """Whether both work together and neither only supplies."""


class Region(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A country or a part of one, as a party to cooperation."""

    name: Text
    within: str | None = None
    """Id of the region that it is a part of."""
    aliases: tuple[NonBlank, ...] = ()


class Sector(Struct, frozen=True, forbid_unknown_fields=True):
    """A branch of industry."""

    name: Text
    isic: Annotated[str, Meta(pattern=_ISIC)] | None = None
    """ISIC Rev. 4 code, two to four digits; None if none fits."""
    aliases: tuple[NonBlank, ...] = ()


class Enterprise(Struct, frozen=True, forbid_unknown_fields=True):
    """A company that an article names."""

    name: Text
    aliases: tuple[NonBlank, ...] = ()
    region: str | None = None


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody whose words an article gives."""

    name: Text
    role: Text | None = None
    aliases: tuple[NonBlank, ...] = ()


class Article(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One text from one publisher on one date."""

    id: NonBlank
    """Unique among the files opened together."""
    title: Text
    publisher: Text
    published: Date | None = None
    """None: undated."""
    url: Annotated[str, Meta(pattern=URL)] | None = None
    """Where the article is; shown, copied and exported, never fetched."""
    via: Text | None = None
    """The source that the publisher has it from."""
    language: NonBlank
    """BCP 47 tag of the language that the quotes are in."""
    source: NonBlank | None = None
    """Path of the article's text, relative to the model file; None: quotes have the status `no source`."""
    sha256: Annotated[str, Meta(pattern=_SHA256)] | None = None
    """SHA-256 of the source's bytes when the quotes were taken, in hexadecimal."""


class ModelFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One YAML file: an article with its items, shared names, or both."""

    article: Article | None = None
    regions: dict[str, Region] = field(default_factory=dict)
    sectors: dict[str, Sector] = field(default_factory=dict)
    enterprises: dict[str, Enterprise] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    items: tuple[Item, ...] = ()


class Model(Struct, frozen=True, kw_only=True):
    """All files that were opened together; every id used in it is defined in it.

    An item is known by its number, its index in `items`. The numbers give the model's order, and each item's bit in the
    sets of `search` and `facets`.
    """

    articles: tuple[Article, ...]
    items: tuple[Item, ...]
    """The items of the first article, then those of the second, and so on."""
    starts: tuple[int, ...]
    """For each article, the number of its first item; ascending."""
    regions: dict[str, Region]
    sectors: dict[str, Sector]
    enterprises: dict[str, Enterprise]
    people: dict[str, Person]
    sources: dict[str, str] = field(default_factory=dict)
    """Source text by article id, unchanged; articles without a source are not in it."""

    def article_of(self, number: int) -> Article:
        """The article that item `number` belongs to."""
        return self.articles[self._owner(number)]

    def place_of(self, number: int) -> int:
        """The index of item `number` within its article, from 0."""
        return number - self.starts[self._owner(number)]

    def number_of(self, article: str, item: str) -> int | None:
        """The number of the item with this id in the article with this id; None if there is none."""
        found = next((numbers for each, numbers in self.by_article() if each.id == article), ())
        return next((number for number in found if self.items[number].id == item), None)

    def by_article(self) -> Iterator[tuple[Article, range]]:
        """Every article, with the numbers of its items."""
        ends = (*self.starts[1:], len(self.items))
        return zip(self.articles, map(range, self.starts, ends), strict=True)

    def _owner(self, number: int) -> int:
        # An article without items has the same start as the next; the last of equal starts owns the items.
        return bisect_right(self.starts, number) - 1
