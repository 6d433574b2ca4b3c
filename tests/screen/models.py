"""Models for cases that the shipped article lacks: quotes of every status, hostile text, very many items."""

from tuiapp.dates import Date
from tuiapp.model import (
    Article,
    Enterprise,
    Item,
    Localised,
    Model,
    Person,
    Quote,
    Region,
    Sector,
    Speech,
    Stage,
)
from tuiapp.present.lines import Line

SOURCE = """Репортаж с завода

Станки [серия 5] уже поставлены в Самару. "Мы довольны [смеётся]", - сказал директор.

Лифты для Тольятти делают в Могилеве, и в этом году их будет 200."""
"""The source of the quotes of `proofs`."""

HOSTILE = ["[sic]", "[/x]", "[@click=app.quit]q[/]", "[b", "\x1b[31mred", "a\x07b\x9bc", "\u202eflip", "]]\\["]
"""Markup that Textual interprets, markup that crashes it, and characters that control a terminal."""


def proofs() -> Model:
    """A model with an item for each status of a quote, and brackets in every kind of text."""
    stands = Quote(
        exact="Станки [серия 5] уже поставлены в Самару.", speech=Speech.NARRATION,
        translation="Machine tools [series 5] have been delivered to Samara.",
    )  # fmt: skip
    says = Quote(exact="«Мы довольны [смеётся]»", speaker="director", speech=Speech.DIRECT)
    off = Quote(
        exact="Лифты для Тольятти делают в Минске, и в этом году их будет 300.", speaker="director",
        speech=Speech.REPORTED, translation="Lifts for Togliatti are made in Minsk, 300 of them this year.",
    )  # fmt: skip
    invented = Quote(exact="Тракторы здесь никто не вспоминал ни разу", speech=Speech.NARRATION)
    return Model(
        articles=(_article("proofs", source="here.txt"), _article("unsourced")),
        starts=(0, 3),
        items=(
            Item(
                id="tools", title=Localised(ru="Станки [серия 5]", en="Machine tools [series 5]"),
                sector="tools", enterprises=("plant",), origin="belarus", destination="samara",
                stage=Stage.ACTIVE, figures=Localised(ru="[5] серий", en="[5] series"), quotes=(stands, says),
            ),
            Item(
                id="lifts", title=Localised(ru="Лифты", en="Lifts"), sector="lifts", enterprises=("plant",),
                origin="belarus", stage=Stage.PLANNED, quotes=(off,),
            ),
            Item(
                id="tractors", title=Localised(ru="Тракторы", en="Tractors"), sector="lifts",
                stage=Stage.STUDY, quotes=(invented,),
            ),
            Item(
                id="hearsay", title=Localised(ru="Слухи", en="Hearsay"), sector="tools",
                destination="samara", stage=Stage.INTEREST, quotes=(stands,),
            ),
        ),
        regions={
            "belarus": Region(name=Localised(ru="Беларусь", en="Belarus")),
            "samara": Region(name=Localised(ru="Самара", en="Samara")),
        },
        sectors={
            "tools": Sector(name=Localised(ru="Станки [все]", en="Tools [all]")),
            "lifts": Sector(name=Localised(ru="Лифтостроение", en="Lift building")),
        },
        enterprises={"plant": Enterprise(name=Localised(ru="Завод [№ 1]", en="Plant [No. 1]"))},
        people={
            "director": Person(
                name=Localised(ru="И. Иванов", en="I. Ivanov"), role=Localised(ru="директор", en="director")
            )
        },
        sources={"proofs": SOURCE},
    )  # fmt: skip


def hostile() -> Model:
    """A model with an item for each text of `HOSTILE`, in every place where a model has text."""
    return Model(
        articles=(Article(id="a", title=HOSTILE[0], publisher=" ".join(HOSTILE), published=DAY, language="ru"),),
        starts=(0,),
        items=tuple(
            Item(
                id=f"item {number}", title=f"title {text}", sector=text, enterprises=(text,), origin=text,
                destination=text, stage=Stage.ACTIVE, figures=f"figures {text}",
                quotes=(Quote(exact=f"quote {text}", speaker=text, speech=Speech.DIRECT, translation=f"ours {text}"),),
            )
            for number, text in enumerate(HOSTILE)
        ),
        regions={text: Region(name=f"region {text}") for text in HOSTILE},
        sectors={text: Sector(name=f"sector {text}") for text in HOSTILE},
        enterprises={text: Enterprise(name=f"enterprise {text}") for text in HOSTILE},
        people={text: Person(name=f"person {text}", role=f"role {text}") for text in HOSTILE},
        sources={"a": "\n".join(f"before quote {text} after" for text in HOSTILE)},
    )  # fmt: skip


def latin() -> Model:
    """A model whose text is all ASCII."""
    quotes = (
        Quote(exact="Lifts are made here", speaker="smith", speech=Speech.DIRECT, translation="Lifts are made here"),
        Quote(exact="Lifts were made here", speaker="smith", speech=Speech.REPORTED),
        Quote(exact="No word of this", speech=Speech.NARRATION),
    )
    return Model(
        articles=(Article(id="a", title="News", publisher="News", published=DAY, language="en", source="here.txt"),),
        starts=(0,),
        items=tuple(
            Item(
                id=stage.value, title=f"A title that is long enough to be cut somewhere: {stage}", sector="lifts",
                enterprises=("plant",), origin="here", destination="there", stage=stage, figures="5", quotes=quotes,
            )
            for stage in Stage
        ),
        regions={"here": Region(name="Here"), "there": Region(name="There")},
        sectors={"lifts": Sector(name="Lifts")},
        enterprises={"plant": Enterprise(name="Plant")},
        people={"smith": Person(name="Smith")},
        sources={"a": "Lifts are made here, said Smith."},
    )  # fmt: skip


def matter() -> Model:
    """A matter of four articles that disagree, with the newest first, and an item beside it in each article."""
    told = (
        ("2026-03-20", Stage.NEGOTIATION, "", (), None, "2026-01/lifts"),
        ("2026-01", Stage.PLANNED, "300 lifts", ("plant", "works"), "2027", "2025-11-07/lifts"),
        ("2025-11-07", Stage.PLANNED, "", ("plant",), None, "2025-09-29/lifts"),
        ("2025-09-29", Stage.INTEREST, "200 lifts", ("plant",), "2026-12", ()),
    )
    quote = Quote(exact="…", speech=Speech.NARRATION)
    items: list[Item] = []
    for day, stage, figures, enterprises, due, follows in told:
        items += [
            Item(
                id="lifts", title=f"Lifts of {day}", sector="lifts", enterprises=enterprises, stage=stage,
                figures=figures or None, due=Date(due) if due else None, follows=follows, quotes=(quote,),
            ),
            Item(id="tools", title=f"Tools of {day}", sector="tools", stage=Stage.ACTIVE, quotes=(quote,)),
        ]  # fmt: skip
    return Model(
        articles=tuple(
            Article(id=day, title=f"News of {day}", publisher="News", published=Date(day), language="en")
            for day, *_ in told
        ),
        starts=(0, 2, 4, 6), items=tuple(items), regions={},
        sectors={"lifts": Sector(name="Lifts"), "tools": Sector(name="Tools")},
        enterprises={"plant": Enterprise(name="Plant"), "works": Enterprise(name="Works")}, people={},
    )  # fmt: skip


def many(count: int) -> Model:
    """A model of `count` items of one enterprise."""
    quote = Quote(exact="…", speech=Speech.NARRATION)
    return Model(
        articles=(_article("many"),),
        starts=(0,),
        items=tuple(
            Item(id=f"{number}", title=f"Item {number}", sector="lifts", stage=Stage.ACTIVE, quotes=(quote,))
            for number in range(count)
        ),
        regions={},
        sectors={"lifts": Sector(name="Lifts")},
        enterprises={},
        people={},
    )


def plain(line: Line) -> str:
    """The text of a line, without its roles."""
    return "".join(text for text, _ in line)


DAY = Date("2025-09-03")


def _article(name: str, source: str | None = None) -> Article:
    return Article(
        id=name, title=Localised(ru="Репортаж [фото]", en="Report [photo]"),
        publisher="Вести [онлайн]", published=DAY, language="ru", source=source,
    )  # fmt: skip
