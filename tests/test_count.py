"""`tuiapp count`: items by one field or by two."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.screen.models import hostile, matter
from tests.test_cli import run
from tuiapp import language
from tuiapp.facets import Picks
from tuiapp.fields import NAMED
from tuiapp.model import Model
from tuiapp.present.counts import FORMATS
from tuiapp.printable import UNPRINTABLE
from tuiapp.snapshot import Question, Snapshot

EVERYTHING = Question()
FOLDER = str(Path(__file__).parent / "search" / "folder")


def counted(content: Model, form: str, *names: str, question: Question = EVERYTHING) -> str:
    """What `count` writes."""
    return "".join(FORMATS[form](Snapshot(content).ask(question), [NAMED[name] for name in names]))


def test_by_one_field_in_its_order() -> None:
    assert counted(matter(), "table", "stage") == "active       4\nplanned      2\nnegotiation  1\ninterest     1\n"
    language.use("ru")
    assert counted(matter(), "table", "sector") == "Lifts  4\nTools  4\n"


def test_by_two_fields_with_the_items_of_each_line_at_its_end() -> None:
    assert counted(matter(), "table", "enterprise", "year").splitlines() == [
        "       2026  2025  all",
        "Plant     1     2    3",
        "Works     1          1",
    ]


def test_only_what_the_question_finds_is_counted() -> None:
    asked = Question("lifts", picks=Picks({"year": ["2026"]}))
    assert counted(matter(), "table", "stage", question=asked) == "planned      1\nnegotiation  1\n"
    assert counted(matter(), "table", "stage", "year", question=Question("жжжж")) == ""
    assert counted(matter(), "json", "stage", question=Question("жжжж")) == "[]\n"


def test_json_and_csv_have_the_values_and_the_counts() -> None:
    found = json.loads(counted(matter(), "json", "sector", "stage"))
    assert found[0] == {
        "sector": "lifts", "stage": "planned", "sector_name": "Lifts", "stage_name": "planned", "count": 2,
    }  # fmt: skip
    assert sum(each["count"] for each in found) == 8
    rows = list(csv.reader(io.StringIO(counted(matter(), "csv", "sector", "stage"))))
    assert rows[:2] == [["sector", "stage", "count"], ["Lifts", "planned", "2"]]
    assert len(rows) == len(found) + 1


@pytest.mark.parametrize("form", FORMATS)
def test_text_of_a_model_is_no_control_sequence_and_no_formula(form: str) -> None:
    written = counted(hostile(), form, "enterprise", "region")
    assert not UNPRINTABLE.search(written.replace("\n", ""))


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("--by stage", 0, ""),
        ("--by e,отрасль -q лифт --latest", 0, ""),
        ("--by stage -q жжжжж", 1, "Nothing for"),
        ("", 2, "--by"),
        ("--by colour", 2, "one or two of these are due: sector, enterprise,"),
        ("--by stage,year,sector", 2, "one or two of these are due"),
        ("--by stage, ", 2, "one or two of these are due"),
        ("--by stage --sort newest", 2, "unrecognized"),
    ],
)
def test_the_command(line: str, status: int, said: str) -> None:
    ran = run("count", FOLDER, *line.split(" ") if line else ())
    assert ran.status == status
    assert said in ran.err
    assert bool(ran.out) == (status == 0)


def test_items_without_a_value_are_counted_where_the_facet_names_them() -> None:
    assert counted(matter(), "table", "direction") == "not said  8\n"
    assert counted(matter(), "table", "person") == ""
