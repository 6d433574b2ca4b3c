"""The ids of what a draft names: those that the folder has, and new ones made from the names."""

import re
from collections import Counter

from tuiapp.draft.enterprises import Mention
from tuiapp.draft.firms import LEGAL
from tuiapp.draft.goods import SECTORS, UNKNOWN
from tuiapp.draft.known import Known
from tuiapp.draft.letters import identifier, tidy, unused
from tuiapp.draft.passages import Passage
from tuiapp.draft.people import keys_of
from tuiapp.draft.places import BY_ID
from tuiapp.draft.speakers import Speaker
from tuiapp.model import Enterprise, Model, Person, Region, Sector, Text, wordings

_FORM = re.compile(rf"(?<!\w)({'|'.join(LEGAL)})\s+[«“„\"]?$")


class Names:
    """The names of one draft."""

    def __init__(self, model: Model | None, known: Known, text: str) -> None:
        self._model = model
        self._known = known
        self._text = text
        self.regions: dict[str, Region] = {}
        self.sectors: dict[str, Sector] = {}
        self.enterprises: dict[str, Enterprise] = {}
        self.people: dict[str, Person] = {}
        """New ones, by their ids, in the order of their first use."""
        self.forms: dict[str, str] = {}
        """The legal form of new enterprises, where the text gives it."""
        self._ids: dict[tuple[str, str], str] = {}
        self._taken = {*(model.enterprises if model else ()), *(model.people if model else ())}
        self._usual = _usual_sectors(model)

    def enterprise(self, firm: Mention) -> str:
        """Its id; a new one is noted with its legal form."""
        if firm.known:
            return firm.name
        own = self._own("enterprise", firm.name, firm.name)
        self.enterprises.setdefault(own, Enterprise(name=firm.name))
        if form := _FORM.search(self._text[max(0, firm.span.start - 12) : firm.span.start]):
            self.forms.setdefault(own, form[1])
        return own

    def speaker(self, speaker: Speaker) -> str:
        """The id of a person, or of an enterprise by its press service."""
        if speaker.enterprise:
            if speaker.known:
                return speaker.name
            own = self._own("enterprise", speaker.name, speaker.name)
            self.enterprises.setdefault(own, Enterprise(name=speaker.name))
            return own
        if known := self._known.people(speaker.name):
            return known[0].id
        surname = set(keys_of(speaker.name.split()[-1]))
        for own, person in (self._model.people if self._model else {}).items():
            called = [name for name in wordings(person.name) if name.split() and name[:1] == speaker.name[:1]]
            if any(surname & set(keys_of(name.split()[-1])) for name in called):
                return own
        own = self._own("person", speaker.name, speaker.name.split()[-1])
        self.people.setdefault(own, Person(name=speaker.name, role=tidy(speaker.role) or None))
        return own

    def region(self, place: str) -> str:
        """The id of a region of the table `places`."""
        regions = self._model.regions if self._model else {}
        if place in regions:
            return place
        called = {name.casefold() for name in wordings(BY_ID[place].region.name)}
        for own, region in regions.items():
            if called & {name.casefold() for name in wordings(region.name)}:
                return own
        around = BY_ID[place].within
        within = self.region(around) if around else None
        self.regions.setdefault(place, Region(name=BY_ID[place].region.name, within=within))
        return place

    def sector(self, passage: Passage) -> list[str]:
        """The sector that a known enterprise has in most items, one that the passage names, or one of its goods."""
        usual = [self._usual[firm.name] for firm in passage.firms if firm.known and firm.name in self._usual]
        if usual:
            return usual[:1]
        own = list(dict.fromkeys(self._of_table(good.sector) for good in passage.goods))
        known = list(dict.fromkeys(each.id for each in self._known.sectors(passage.exact)))
        return known[:1] or own[:1] or [self._of_table(UNKNOWN)]

    def _of_table(self, sector: str) -> str:
        sectors = self._model.sectors if self._model else {}
        if sector in sectors:
            return sector
        called = {name.casefold() for name in wordings(SECTORS[sector].name)}
        for own, each in sectors.items():
            if called & {name.casefold() for text in (each.name, *each.aliases) for name in wordings(text)}:
                return own
        return sector

    def use_sector(self, sector: str) -> None:
        """Note a new sector that an item has."""
        if not (self._model and sector in self._model.sectors):
            self.sectors.setdefault(sector, SECTORS[sector])

    def _own(self, kind: str, name: str, told: str) -> str:
        if (kind, name) not in self._ids:
            own = unused(identifier(told, kind), self._taken)
            self._ids[kind, name] = own
            self._taken.add(own)
        return self._ids[kind, name]


def _usual_sectors(model: Model | None) -> dict[str, str]:
    counted: dict[str, Counter[str]] = {}
    for item in model.items if model else ():
        for enterprise in item.enterprises:
            counted.setdefault(enterprise, Counter()).update(item.sectors)
    return {enterprise: counts.most_common(1)[0][0] for enterprise, counts in counted.items()}


def spelled(text: Text) -> str:
    """A text in its first wording."""
    return wordings(text)[0]
