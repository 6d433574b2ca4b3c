"""A draft as YAML, to the byte."""

from tests.draft.texts import RUSSIAN
from tuiapp.dates import Date
from tuiapp.draft.draft import Draft, Given, draft
from tuiapp.draft.items import Offer
from tuiapp.draft.known import Known
from tuiapp.draft.names import Names
from tuiapp.draft.write import document, item_value, name_values
from tuiapp.editing import Append, Guess, Put, changed, guesses
from tuiapp.library.yaml.characters import mend
from tuiapp.library.yaml.node import plain
from tuiapp.library.yaml.tree import Composer
from tuiapp.model import Enterprise, Localised, Person, Quote, Region, Sector, Speech, Stage

LONG = "Очень длинные слова, " * 9 + "и всё."


def made() -> Draft:
    """A draft with something of everything."""
    names = Names(None, Known(None), "")
    names.regions["minsk"] = Region(name=Localised(ru="Минск", en="Minsk"), within="belarus")
    names.sectors["lifts"] = Sector(name="Лифты, краны", isic="2816")
    names.enterprises |= {"podem": Enterprise(name="Подъём"), "no": Enterprise(name='"Nord"')}
    names.forms["podem"] = "ООО"
    names.people["petrov"] = Person(name="Иван Петров", role="директор, инженер")
    first = Offer(
        id="a", title=LONG, sector=["lifts"], enterprises=["podem", "no"], origin="minsk", destination=None,
        between=("minsk", "samara"), stage=Stage.PLANNED, told_by="поставит",
        products=[Localised(ru="лифты", en="lifts")], figures="около 300", due=Date("2026-12"), follows="Ё/b",
        quotes=[
            Quote(exact=LONG, speech=Speech.NARRATION),
            Quote(exact="Коротко", speech=Speech.DIRECT, speaker="petrov"),
        ],
    )  # fmt: skip
    second = Offer(
        id="b", title="A: b", sector=["lifts", "2"], enterprises=[], origin=None, destination="samara", between=None,
        stage=Stage.STUDY, told_by="", products=[], figures=None, due=None, follows=None,
        quotes=[Quote(exact="Да", speech=Speech.NARRATION)],
    )  # fmt: skip
    return Draft(
        id="no", title="Заголовок", publisher=None, published=None, yearless="17  ноября", url="https://example.org/a",
        via="Эхо: вести", language="ru", source="Ё.txt", sha256="1" * 64, items=[first, second], names=names,
        given=Given(title="Заголовок"),
    )  # fmt: skip


EXPECTED = f"""# Drafted from Ё.txt: every quote stands in that text.
# What ends in `# ?` is a guess: search for it, mend or keep the value, and delete the mark.
# Names that are defined nowhere below are those of the other files in this folder.

article:
  id: "no"
  title: Заголовок
  publisher: unknown  # ?
  # ? published: 17 ноября: the text gives no year
  url: "https://example.org/a"  # ?
  via: "Эхо: вести"  # ?
  language: ru
  source: Ё.txt
  sha256: "{"1" * 64}"

items:
  - id: a
    title: {LONG}  # ?
    sector: lifts  # ?
    enterprises: [podem, "no"]  # ?
    between: [minsk, samara]  # ?
    origin: minsk  # ?
    stage: planned  # ? поставит
    products: [{{ru: лифты, en: lifts}}]  # ?
    figures: "около 300"  # ?
    due: 2026-12  # ?
    follows: "Ё/b"  # ?
    quotes:
      - exact: >-
          Очень длинные слова, Очень длинные слова, Очень длинные слова, Очень длинные слова, Очень длинные
          слова, Очень длинные слова, Очень длинные слова, Очень длинные слова, Очень длинные слова, и всё.
        speech: narration
      - exact: "Коротко"
        speaker: petrov  # ?
        speech: direct  # ?

  - id: b
    title: "A: b"  # ?
    sector: [lifts, "2"]  # ?
    destination: samara  # ?
    stage: study  # ?
    quotes:
      - exact: "Да"
        speech: narration

# New names, proposed:

regions:
  minsk: {{name: {{ru: Минск, en: "Minsk"}}, within: belarus}}  # ?

sectors:
  lifts: {{name: "Лифты, краны", isic: "2816"}}  # ?

enterprises:
  podem: {{name: Подъём}}  # ? ООО
  "no": {{name: "\\"Nord\\""}}  # ?

people:
  petrov: {{name: Иван Петров, role: "директор, инженер"}}  # ?
"""


def test_a_draft_is_written_to_the_byte() -> None:
    assert document(made()) == EXPECTED


def test_items_and_names_can_be_added_to_a_file_one_by_one() -> None:
    new = made()
    text = "article:\n  id: a\n"
    text = changed(text, [Append(("items",), item_value(item)) for item in new.items])
    for table, names in name_values(new.names).items():
        text = changed(text, [Put((table,), {}), *(Put((table, own), value) for own, value in names.items())])
    there, whole = said(text), said(EXPECTED)
    assert {key: value for key, value in there.items() if key != "article"} == {
        key: value for key, value in whole.items() if key != "article"
    }
    assert {path for path in guesses(text) if path[0] != "article"} == {
        path for path in guesses(EXPECTED) if path[0] != "article"
    }
    assert guesses(EXPECTED) >= {("article", "publisher"), ("items", 0, "stage"), ("people", "petrov")}


def said(text: str) -> dict[str, object]:
    composer = Composer(mend(text.encode()), lambda _: None)
    assert composer.root
    value = plain(composer.root)
    assert isinstance(value, dict)
    return value


def test_only_what_has_a_speaker_is_a_guess_in_a_quote() -> None:
    found = draft(RUSSIAN, "a.txt", Given(), None)
    for item in found.items:
        quotes = item_value(item)["quotes"]
        assert isinstance(quotes, list)
        for quote, value in zip(item.quotes, quotes, strict=True):
            assert isinstance(value, dict)
            assert isinstance(value["speech"], Guess) == (quote.speaker is not None)
