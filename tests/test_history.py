"""The matter of an item in the panel and line by line: its history, and where its items disagree."""

import pytest
from msgspec.structs import replace

from tests.screen.models import matter, plain
from tests.test_matters import made
from tests.test_plain import said
from tuiapp import language, signs
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.language import Language
from tuiapp.model import Localised, Model
from tuiapp.present.finding import narrowed_by, reasons
from tuiapp.present.history import history
from tuiapp.present.quotes import quote_panel
from tuiapp.snapshot import Question, Snapshot

NEWEST, THIRD, SECOND, OLDEST = 0, 2, 4, 6


def told(model: Model, number: int) -> list[str]:
    """The history of an item, line by line."""
    return [part.text for part in history(Archive(model), number)]


@pytest.mark.parametrize(
    ("number", "spoken", "expected"),
    [
        (
            THIRD, "en",
            [
                "history: 2025-09 interest → 2025-11 planned → [2026-01 planned] → 2026-03 negotiation",
                "stage: planned → negotiation (2026-03-20)",
                "figures: 200 lifts → 300 lifts (2026-01)",
                "enterprise: Plant → Plant, Works (2026-01)",
                "due: December 2026 → 2027 (2026-01)",
            ],
        ),
        (
            OLDEST, "ru",
            [
                "история: [09.2025 интерес] → 11.2025 планируется → 01.2026 планируется → 03.2026 переговоры",
                "показатели: 200 lifts → 300 lifts (01.2026)",
                "срок: 12.2026 → 2027 (01.2026)",
            ],
        ),
        (
            SECOND, "en",
            [
                "history: 2025-09 interest → [2025-11 planned] → 2026-01 planned → 2026-03 negotiation",
                "enterprise: Plant → Plant, Works (2026-01)",
            ],
        ),
        (1, "en", []),
    ],
    ids=["where most changes", "the oldest, in Russian", "what it does not say is no disagreement", "no matter"],
)  # fmt: skip
def test_a_history(number: int, spoken: Language, expected: list[str]) -> None:
    language.use(spoken)
    assert told(matter(), number) == expected


def test_the_panel_has_the_keys_before_it() -> None:
    archive = Archive(matter())
    line, *others = history(archive, NEWEST, keys="< >")
    assert line.text == f"< > {told(matter(), NEWEST)[0]}"
    panel = quote_panel(archive, NEWEST, 0, archive.evidence(NEWEST, 0), (), keys="< >")
    at = panel.facts.index(line)
    assert panel.facts[at : at + 1 + len(others)] == [line, *others]


def test_the_one_at_hand_is_marked_without_colour_and_without_signs() -> None:
    signs.use_ascii(True)
    try:
        assert told(matter(), NEWEST)[0].endswith("-> 2026-01 planned -> [2026-03 negotiation]")
    finally:
        signs.use_ascii(False)


def test_two_of_one_month_have_their_days() -> None:
    model = matter()
    newest, *others = model.articles
    model = replace(model, articles=(replace(newest, published=Date("2026-01-31")), *others))
    assert told(model, THIRD)[0].endswith("2025-11-07 planned → [2026-01 planned] → 2026-01-31 negotiation")


def test_of_a_long_matter_the_ends_and_the_neighbours_are_told() -> None:
    chain = made(("2026", [f"a/{number + 1}" for number in range(1, 9)] + [""]))
    (line,) = told(chain, 4)
    assert line.startswith("history, 5 of 9: 2026 active → … → 2026 active → [2026 active] → 2026 active → … → 2026")
    (line,) = told(chain, 0)
    assert line == "history, 9 of 9: 2026 active → … → 2026 active → [2026 active]"
    five = made(("2026", ["a/2", "a/3", "a/4", "a/5", ""]))
    assert "…" not in told(five, 0)[0]


def test_the_same_words_in_another_shape_are_no_disagreement() -> None:
    model = matter()
    items = list(model.items)
    items[THIRD] = replace(
        items[THIRD], figures=Localised(ru="200 лифтов", en="200 lifts"), enterprises={"plant": "buyer"}, due=None
    )
    assert told(replace(model, items=tuple(items)), THIRD)[1:] == ["stage: planned → negotiation (2026-03-20)"]


def test_what_the_model_says_is_one_line_and_no_control_sequence() -> None:
    model = matter()
    items = list(model.items)
    items[THIRD] = replace(items[THIRD], figures="3\n\x1b[31m[b]0")
    lines = [
        plain(line) for part in history(Archive(replace(model, items=tuple(items))), THIRD) for line in part.lines(99)
    ]
    assert "figures: 200 lifts → 3 ␛[31m[b]0 (2026-01)" in lines


def test_the_bar_and_an_empty_list_say_that_only_the_newest_are_shown() -> None:
    ready = Snapshot(matter())
    assert plain(narrowed_by(ready.ask(Question(latest=True)))) == "only the newest of each matter"
    empty = ready.ask(Question("stage:planned", latest=True))
    assert reasons(empty) == ["2 items are found, but none is the newest of its matter."]


def test_line_by_line_the_history_stands_with_the_facts() -> None:
    shown = said(Snapshot(matter()), "a", "3")[2].splitlines()
    assert told(matter(), THIRD)[0] in shown
    assert told(matter(), THIRD)[2] in shown
