"""Passages put together to items: neighbours of one matter, a title, what is supplied, how much and by when."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tuiapp.dates import Date
from tuiapp.draft.dates import due
from tuiapp.draft.directions import direction
from tuiapp.draft.goods import GOODS
from tuiapp.draft.letters import identifier, tidy, unused
from tuiapp.draft.names import Names
from tuiapp.draft.passages import Passage, Reading
from tuiapp.evidence import WRONG, Source
from tuiapp.model import Localised, Model, Quote, Speech, Stage

LONGEST_TITLE = 80
_GOES_ON = re.compile(
    r"(?:их|его|ее|это|эт[аио]т?|они|он|она|также|предприятие|завод|проект|компания|it|its|they|their|this|these|"
    r"the project|"
    r"the plant|the company|such)\b"
)
_NO_UNIT = r"(?!(?:в|во|на|с|со|и|для|до|к|по|из|от|за|год|года|году|in|on|of|for|to|and|by|from|with|at|the|a)\b)"
_FIGURE = re.compile(
    r"(?:(?i:около|более|свыше|до|порядка|почти|about|over|more than|up to|some|nearly)\s+)?(?P<money>[$€£])?"
    r"\d+(?:[\s.,]\d+)*"
    r"(?:\s*%|\s+(?:млн|млрд|тыс|million|billion|thousand)\b\.?)?(?:\s+(?:долларов|рублей|евро|rubles|dollars|euros))?"
    # An adjective is no unit: the noun behind it is, of `300 new diesel engines` the plural.
    rf"(?:\s+{_NO_UNIT}[а-яё-]+(?:[ыи]х|[ыи]е|ый|[ыи]ми?)(?=\s+[а-яё]))*"
    rf"(?(money)|(?:\s+{_NO_UNIT}[a-z-]+(?<!s)(?=(?:\s+{_NO_UNIT}[a-z-]+)?\s+{_NO_UNIT}[a-z-]+(?<!s)s\b))*)"
    rf"(?:\s+{_NO_UNIT}[a-zа-яё-]+)?"
)
_YEAR = re.compile(
    r"(?:19|20)\d\d(?!\d)|\d{1,2}\s+(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)|\d{1,2}(?:st|nd|rd|th|-)"
)


class Offer(Struct):
    """An item as it is proposed."""

    id: str
    title: str
    sector: list[str]
    enterprises: list[str]
    origin: str | None
    destination: str | None
    between: tuple[str, str] | None
    stage: Stage
    told_by: str
    """The word that told the stage."""
    products: list[Localised]
    figures: str | None
    due: Date | None
    follows: str | None
    quotes: list[Quote]


def offers(reading: Reading, names: Names, model: Model | None, published: Date | None) -> list[Offer]:
    """The items that a text is proposed to have, in its order; every quote stands in it."""
    source = Source(reading.text)
    standing = [each for each in reading.passages if source.find(each.exact).status not in WRONG]
    seen: set[str] = set()
    ids: set[str] = set()
    found = []
    for passages in _matters([each for each in standing if not (each.exact in seen or seen.add(each.exact))]):  # type: ignore[func-returns-value]
        found.append(one := offer(reading, passages, names, ids, model, published))
        ids.add(one.id)
    return found


def offer(
    reading: Reading,
    passages: list[Passage],
    names: Names,
    ids: set[str],
    model: Model | None,
    published: Date | None,
) -> Offer:
    """One item of `passages`; its id is none of `ids`."""
    made = _offer(reading, passages, names, ids)
    made.follows = _earlier(made, model, published)
    return made


def _matters(passages: list[Passage]) -> Iterator[list[Passage]]:
    """Neighbours of one paragraph that tell of the same thing at the same stage."""
    together: list[Passage] = []
    for each in passages:
        if together and not _same(together, each):
            yield together
            together = []
        together.append(each)
    if together:
        yield together


def _same(before: list[Passage], each: Passage) -> bool:
    last = before[-1]
    if (last.paragraph, last.told.stage) != (each.paragraph, each.told.stage):
        return False
    had = {firm.name for one in before for firm in one.firms} | {good.en for one in before for good in one.goods}
    has = {firm.name for firm in each.firms} | {good.en for good in each.goods}
    return has <= had and (bool(has) or _GOES_ON.match(each.exact.lower()) is not None)


def _offer(reading: Reading, passages: list[Passage], names: Names, ids: set[str]) -> Offer:
    first = passages[0]
    title = _title(first)
    goods = list(dict.fromkeys(good for each in passages for good in each.goods))
    firms = list(dict.fromkeys(names.enterprise(firm) for each in passages for firm in each.firms))
    sector = names.sector(first)
    for each in sector:
        names.use_sector(each)
    way = direction(reading.low, [place for each in passages for place in each.places])
    return Offer(
        id=unused(identifier(title, "item"), ids),
        title=title,
        sector=sector,
        enterprises=firms,
        origin=names.region(way.origin) if way.origin else None,
        destination=names.region(way.destination) if way.destination else None,
        between=(names.region(way.between[0]), names.region(way.between[1])) if way.between else None,
        stage=first.told.stage,
        told_by=tidy(first.told.word),
        products=[Localised(ru=good.ru, en=good.en) for good in goods if good is not GOODS[-1]][:4],
        figures=next((figure for each in passages if (figure := _figure(each.exact))), None),
        due=next((day for each in passages if (day := due(each.exact))), None),
        follows=None,
        quotes=[quote(each, names) for each in passages],
    )


def quote(passage: Passage, names: Names) -> Quote:
    """The quote that a passage is."""
    speaker = names.speaker(passage.speaker) if passage.speaker else None
    return Quote(exact=passage.exact, speech=passage.speech if speaker else Speech.NARRATION, speaker=speaker)


def _title(passage: Passage) -> str:
    """The clause with the word that tells, cut after a whole word; whoever checks the draft writes a better one."""
    said = passage.exact.rstrip(".!?… ")
    if len(said) > LONGEST_TITLE:
        told = said[: passage.told.start]
        stops = (stop.end() for stop in re.finditer(r"[,;:—–] ", told))
        # A comma within brackets ends no clause.
        said = said[max((stop for stop in stops if told.count(")", stop) <= told.count("(", stop)), default=0) :]
    if len(said) > LONGEST_TITLE:
        said = (
            said[: said.rfind(" ", 0, LONGEST_TITLE + 1)] if " " in said[: LONGEST_TITLE + 1] else said[:LONGEST_TITLE]
        )
    said = re.sub(
        r"(?:[\s,;:—–-]+(?:и|в|во|с|со|на|по|о|об|для|к|из|от|до|за|and|of|to|in|for|the|a|an|with|by|on|at|from|"
        r"that|что)?)+$",
        "",
        said,
    )
    said = re.sub(r"^(?:что|где|который|которая|которые|а|но|и|that|which|where|and|but)\s", "", said)
    said = said or passage.exact[:LONGEST_TITLE]
    return said[:1].upper() + said[1:]


def _figure(exact: str) -> str | None:
    for match in _FIGURE.finditer(exact):
        figure = match[0].strip(" ,.")
        number = re.search(r"\d", exact[match.start() :])
        at = match.start() + (number.start() if number else 0)
        inside = exact[at - 1 : at] if at else ""
        bare = not re.search(r"[^\W\d_]|[%$€£]", exact[at - 1 : match.end()])
        if not bare and not _YEAR.match(exact, at) and not (inside.isalpha() or inside in "-«№"):
            return figure[:1].lower() + figure[1:]
    return None


def _earlier(offer: Offer, model: Model | None, published: Date | None) -> str | None:
    """The item of an earlier article that has most in common with `offer`: an enterprise and its sector at least."""
    if model is None or published is None:
        return None
    best: tuple[int, str, str] | None = None
    ends = {offer.origin, offer.destination, *(offer.between or ())} - {None}
    for article, numbers in model.by_article():
        if not article.published or not article.published.before(published):
            continue
        for item in (model.items[number] for number in numbers):
            firms = set(item.enterprises) & set(offer.enterprises)
            if firms and set(item.sectors) & set(offer.sector):
                alike = 2 * len(firms) + len(ends & {end for end in item.ends[:2] if end})
                alike += sum(product in offer.products for product in item.products)
                best = max(best or (0, "", ""), (alike, article.published.last, f"{article.id}/{item.id}"))
    return best[2] if best else None
