"""Wrong models: for each thing that can be wrong with a text the line that an author gets, place and words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_load import ARTICLE, ITEMS, NAMES, WHOLE
from tuiapp.library import Fault, ModelError, load
from tuiapp.library.fault import Place
from tuiapp.library.yaml.characters import UNFIT
from tuiapp.library.yaml.node import Mapping, Span
from tuiapp.model import Stage
from tuiapp.printable import UNPRINTABLE

Faults = Callable[..., list[str]]


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """What `load` says of files with these texts, without the folder's name."""

    def said(*texts: str | bytes) -> list[str]:
        for name, text in zip("abc", texts, strict=False):
            (tmp_path / f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(ModelError) as raised:
            load([str(tmp_path)])
        return [str(fault).replace(f"{tmp_path}/", "") for fault in raised.value.faults]

    return said


def with_line(number: int, line: str) -> str:
    """WHOLE with another line in place of the one with this number, from 1."""
    lines = WHOLE.split("\n")
    lines[number - 1] = line
    return "\n".join(lines)


# Why it is wrong; the number of a line of WHOLE and what stands there instead; what is said of it.
LINES = [
    # What YAML reads as something else, where text is due
    ("no is false", 4, "  publisher: no", "4:14: article.publisher: text is due, but YAML reads no as false"),
    ("Yes is true", 4, "  publisher: Yes", "4:14: article.publisher: text is due, but YAML reads Yes as true"),
    ("a date", 17, "    title: 2025-09-30", "17:12: items[0].title: text is due, but YAML reads 2025-09-30 as a date"),
    ("a number", 10, "  lifts: {name: x, isic: 2816}", "10:26: sectors.lifts.isic: text is due, but YAML reads 2816"),
    ("base sixty", 17, "    title: 19:30", "17:12: items[0].title: text is due, but YAML reads 19:30 as a number"),
    ("no float", 17, "    title: .inf", "17:12: items[0].title: text is due, but YAML reads .inf as a number"),
    ("null", 17, "    title: ~", "17:12: items[0].title: text is due, but YAML reads ~ as nothing: put it in quotes"),
    ("nothing", 17, "    title:", "17:11: items[0].title: a mapping or text is due, not nothing"),
    ("no such day", 5, "  published: 2025-13-45", '5:14: article.published: "2025-13-45" is no date: there is no mon'),
    ("no such number", 17, "    title: 0b_", "17:12: items[0].title: YAML takes 0b_ for a number, and there is no"),
    ("5,000 digits", 17, f"    title: {'9' * 5000}", f"17:12: items[0].title: YAML takes {'9' * 59}… for a number"),
    ("a time", 5, "  published: 2025-09-30 10:00:00", "5:14: article.published: a day, a month or a year, such"),
    ("a key too", 8, "  no: {name: Norway}", "8:3: regions.no: YAML reads the key no as false: put it in quotes"),
    ("an empty key", 8, "  ? \n  : {name: x}", '8:4: regions[""]: the key is empty, and YAML reads that as nothing'),
    # What msgspec refuses
    ("a list", 14, "  gurkov: [x]", "14:11: people.gurkov: a mapping is due, not a list"),
    ("a role", 19, "    enterprises: {mlm: x}", '19:24: items[0].enterprises.mlm: unknown role "x", one of: supplier,'),
    ("a text", 19, "    enterprises: mlm", '19:18: items[0].enterprises: a list or a mapping is due, not "mlm"'),
    ("a stage", 21, "    stage: plan", '21:12: items[0].stage: unknown stage "plan", one of: active, agreed, pl'),
    ("a comma", 10, "  lifts: {name: x, no more}", '10:20: sectors.lifts["no more"]: unknown key "no more": between b'),
    ("a slip", 17, "    titel: x", '17:5: items[0].titel: unknown key "titel", did you mean "title"?'),
    ("no slip", 6, "  language: ru\n  xyz: 1", '7:3: article.xyz: unknown key "xyz"'),
    ("no key", 21, "", '16:5: items[0]: key "stage" is missing'),
    ("half a text", 3, "  title: {ru: x}", '3:10: article.title: key "en" is missing'),
    ("blank", 17, '    title: " "', "17:12: items[0].title: the text is empty"),
    ("nothing seen", 17, r'    title: "\u2800 \u200b"', "17:12: items[0].title: the text is empty"),
    ("no code", 10, '  lifts: {name: x, isic: "28x"}', '10:26: sectors.lifts.isic: "28x" is no ISIC code: a letter'),
    ("a code's line", 10, r'  lifts: {name: x, isic: "28\n"}', '10:26: sectors.lifts.isic: "28␊" is no ISIC code: a'),
    ("nothing said", 23, "      - {exact: «?», speech: narration}", '23:17: items[0].quotes[0].exact: a quote needs'),
    ("a lone accent", 23, "      - {exact: \u0301, speech: narration}", "23:17: items[0].quotes[0].exact: a quote"),
    ("not written so", 5, '  published: "30.9.2025"', "5:14: article.published: a day, a month or a year, such"),
    ("no month", 21, "    stage: active\n    due: 2025-13", '22:10: items[0].due: "2025-13" is no date: there is'),
    ("day first", 21, "    stage: active\n    due: 31.12.2025", "22:10: items[0].due: a day, a month or a year, such"),
    ("one of two", 20, "    between: [belarus]", "20:14: items[0].between: 2 values are due, not 1"),
    ("no role", 19, "    enterprises: {mlm: }", "19:24: items[0].enterprises.mlm: a role is due, not nothing: one of"),
    ("a duty", 23, "      []", "23:7: items[0].quotes: the list is empty: at least one value is due"),
    ("a rule", 23, "      - {exact: a, speech: direct}", "23:9: items[0].quotes[0]: speaker is missing; only"),
    # What YAML has and a model has not
    ("twice", 6, "  language: ru\n  id: b", '7:3: article.id: key "id" is given twice, first at 2:3'),
    ("a list as key", 14, "  ? [a]\n  : {name: x}", '14:5: people["?"]: a key must be text, not a list or a mapping'),
    ("merging", 14, "  gurkov: {<<: {name: x}}", '14:12: people.gurkov["<<"]: merge keys (<<) are not supported'),
    ("a tag", 4, "  publisher: !!str 12", '4:14: article.publisher: tags are not supported: leave out "!!str"'),
    ("Python", 4, "  publisher: !!python/name:os.system", '4:14: article.publisher: tags are not supported: leave'),
    ("no bytes", 4, "  publisher: !<%ED%A0%80> x", "4:12: article.publisher: the tag after this is not UTF-8"),
    ("no anchor", 14, "  gurkov: *g", "14:11: people.gurkov: the alias *g stands for nothing: there is no such anchor"),
    ("itself", 14, "  gurkov: &g {name: *g}", "14:21: people.gurkov.name: the alias *g holds itself"),
    ("two in one", 7, "---\nregions:", "7:1: $: a second document begins: a file holds one"),
    # What no text may hold
    ("raw", 17, "    title: 'a\x1b[2J'", "17:12: items[0].title: U+001B is a control character, which no text may"),
    ("escaped", 17, r'    title: "a\e[2J"', "17:12: items[0].title: U+001B is a control character"),
    ("8-bit CSI", 17, r'    title: "\x9b"', "17:12: items[0].title: U+009B is a control character"),
    ("NUL", 17, r'    title: "\0"', "17:12: items[0].title: U+0000 is a control character"),
    ("a return", 17, r'    title: "\r"', "17:12: items[0].title: U+000D is a control character"),
    ("libyaml's break", 17, "    title: a\x85b", "17:12: items[0].title: U+0085 is a control character"),
    ("backwards", 17, "    title: a\u202eb", "17:12: items[0].title: U+202E is a control character"),
    ("in a key", 14, '  "gurkov\\a": {name: x}', '14:3: people["gurkov␇"]: U+0007 is a control character'),
    ("in a comment", 14, "  gurkov: {name: x} # \u2066", "14:23: $: U+2066 is a control character"),
    ("unseen", 17, "    title: a\u200bb", "17:12: items[0].title: U+200B ZERO WIDTH SPACE is a character that no"),
    ("unseen, escaped", 17, r'    title: "\u034f"', "17:12: items[0].title: U+034F COMBINING GRAPHEME JOINER is a"),
    ("unseen, a letter", 17, r'    title: "a\u3164"', "17:12: items[0].title: U+3164 HANGUL FILLER is a character"),
    ("unseen in an id", 16, "  - id: o\u00adne", "16:9: items[0].id: U+00AD SOFT HYPHEN is a character"),
    ("unseen in a quote", 23, "      - {exact: x\ufe0f, speech: narration}", "23:17: items[0].quotes[0].exact: U+FE0F"),
    ("unseen in a key", 14, r'  "a\U000E0041": {name: x}', '14:3: people["a\ufffd"]: U+E0041 TAG LATIN CAPITAL'),
    ("a nameless one", 17, r'    title: "a\U000E01F0"', "17:12: items[0].title: U+E01F0 is a character that nobody"),
    ("unseen, no text", 14, "  gurkov: {name: x} # ❤\ufe0f", "14:24: $: U+FE0F VARIATION SELECTOR-16 is a character"),
    ("no character", 17, r'    title: "\ud800"', "17:12: items[0].title: the escape stands for no character: there is"),
    ("none at all", 17, r'    title: "\U00110000"', "17:12: items[0].title: the escape stands for no character: there"),
    # What libyaml cannot read
    ("a tab", 17, "\ttitle: x", "17:1: items[0].id: a tab stands in the indentation: YAML allows only spaces there"),
    ("a tab below", 23, "\t- x", "23:1: items[0].quotes: a tab stands in the indentation: YAML allows only spaces"),
    ("two colons", 17, "    title: a: b", '17:13: items[0]: a ":" is not allowed here: check the indentation'),
    ("an odd start", 17, "    title: @x", '17:12: items[0].title: a text that begins with "@" must be in quotes'),
    ("a star", 17, "    title: * x", "17:13: items[0].title: a name is due behind & and *: put a text that begins"),
    ("a question", 17, "    title: ? x", '17:12: items[0].title: a "?" is not allowed here: put a text that begins'),
    ("for us without words", 17, "    title: |0", "17:13: items[0].title: YAML cannot read this: found an indentation"),
    ("left open", 17, "    title: 'x", "17:12: items[0].title: the quotation mark is never closed"),
    ("no bracket", 23, "      - {exact: a", '24:1: items[0].quotes[0]: a "," or "}" is due here (the bracket begins'),
    ("no escape", 17, r'    title: "\q"', "17:13: items[0].title: no such escape: write \\\\ for a backslash"),
    ("outdented", 17, "   title: x", "17:4: items[1]: a \"-\" is due here, as above: check the indentation"),
    ("a directive", 1, "%YAML 3.0\n---\narticle:", "1:1: $: only YAML 1.1 and 1.2 are read"),
    # Names
    ("a region", 20, "    origin: belarsu", '20:13: items[0].origin: region "belarsu" is defined nowhere, did you'),
    ("where to", 20, "    destination: x", '20:18: items[0].destination: region "x" is defined nowhere'),
    ("a sector", 18, "    sector: lift", '18:13: items[0].sector: sector "lift" is defined nowhere, did you mean'),
    ("a company", 19, "    enterprises: [mlm, maz]", '19:24: items[0].enterprises[1]: enterprise "maz" is defined'),
    ("one with a role", 19, "    enterprises: {maz: buyer}", '19:19: items[0].enterprises.maz: enterprise "maz" is'),
    ("its region", 12, "  mlm: {name: x, region: by}", '12:26: enterprises.mlm.region: region "by" is defined nowhere'),
    ("a speaker", 14, "  gurkow: {name: x}", '23:40: items[0].quotes[0].speaker: enterprise or person "gurkov" is def'),
    # Ties
    ("both ways", 20, "    origin: belarus\n    between: [belarus, x]", "21:14: items[0].between: between stands in"),
    ("with itself", 20, "    between: [belarus, belarus]", '20:24: items[0].between[1]: region "belarus" is given'),
    ("in itself", 8, "  belarus: {name: x, within: belarus}", '8:30: regions.belarus.within: region "belarus" is'),
    ("in its part", 8, "  belarus: {name: x, within: y}\n  y: {name: y, within: belarus}", "9:24: regions.y.within: a"),
    ("no such item", 21, "    stage: active\n    follows: a/on", '22:14: items[0].follows: item "a/on" is'),
    ("follows itself", 21, "    stage: active\n    follows: [a/one]", '22:15: items[0].follows[0]: item "a/one"'),
    ("two at once", 12, "  mlm: {name: x}\n  gurkov: {name: x}", '15:3: people.gurkov: id "gurkov" is that of an ente'),
]  # fmt: skip


@pytest.mark.parametrize(("number", "line", "said"), [pytest.param(*row[1:], id=row[0]) for row in LINES])
def test_a_wrong_line_is_named_with_its_place_and_path(faults: Faults, number: int, line: str, said: str) -> None:
    found = faults(with_line(number, line))
    assert [fault for fault in found if fault.startswith(f"a.yaml:{said}")], found


BOMB = "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}' if n else 'lol'] * 9)}]\n" for n in range(30))
CHAIN = "".join(f"x{n}: &x{n} [*x{n - 1}]\n" if n else "x0: &x0 [x]\n" for n in range(200))

FLOOD = "100 lines and more begin with %TAG from here on"
TAGS = "".join(f"%TAG !t{n}! tag:example.org,2025:{n}\n" for n in range(100_000))

# Why it is wrong, the whole file, and what is said of it.
FILES = [
    ("empty", b"", "1:1: $: the file is empty"),
    ("nothing but a comment", b"# later\n", "1:1: $: the file is empty"),
    ("nothing after the marker", b"---\n", "1:1: $: the file is empty"),
    ("a list where a mapping is due", b"- a\n", "1:1: $: a mapping is due, not a list"),
    ("a text where a mapping is due", b"a\n", '1:1: $: a mapping is due, not "a"'),
    ("a byte order mark", b"\xef\xbb\xbf" + WHOLE.encode(), "1:1: $: byte order mark (U+FEFF)"),
    ("Windows lines", WHOLE.replace("\n", "\r\n").encode(), "1:9: $: carriage return (U+000D)"),
    ("one Windows line", (WHOLE + "# a\r\n").encode(), "24:4: $: carriage return (U+000D)"),
    ("Latin-1", WHOLE.encode() + b"# \xe9t\xe9\n", "24:3: $: not UTF-8: byte 0xE9"),
    ("a letter cut in two", WHOLE.encode() + "# яд".encode()[:-1], "24:4: $: not UTF-8: byte 0xD0"),
    ("a mark is no column", b"\xef\xbb\xbf# \xe9\n" + WHOLE.encode(), "1:3: $: not UTF-8: byte 0xE9"),
    ("UTF-16", WHOLE.encode("utf-16"), "1:1: $: UTF-16: save the file as UTF-8"),
    ("an alias bomb", BOMB.encode(), "6:10: x5[0]: the aliases up to here unfold to more than 100,000 values"),
    ("aliases nested by aliases", CHAIN.encode(), "100:12: x99[0]: more than 100 lists and mappings within one"),
    ("hundreds of lists", b"[" * 900, "1:101: [0][0][0][0][0][0][0][0][0][0][0][0]…: more than 100 lists"),
    ("thousands of mappings", b"{a: " * 5000, "1:401: a.a.a.a.a.a.a.a.a.a.a.a…: more than 100 lists"),
    ("thousands of keys", b"? " * 5000, '1:201: ["?"]["?"]'),
    ("100,000 directives", TAGS.encode() + b"---\na", f"1:1: $: {FLOOD}"),
    ("behind other lines", b"# a\n\n%YAML 1.1\n" + TAGS.encode() + b"---\na", f"4:1: $: {FLOOD}"),
    ("behind a mark that begins", b"---\n" + TAGS.encode() + b"---\na", f"2:1: $: {FLOOD}"),
    ("behind a mark that ends", WHOLE.encode() + b"... # end\n" + TAGS.encode(), f"25:1: $: {FLOOD}"),
    ("behind a mapping", WHOLE.encode() + TAGS.encode() + b"---\na", f"24:1: $: {FLOOD}"),
    ("behind a bracket", b"{a: b}\n" + TAGS.encode() + b"---\na", f"2:1: $: {FLOOD}"),
    ("with carriage returns", b"a\r" + TAGS.replace("\n", "\r").encode() + b"---\ra", f"2:1: $: {FLOOD}"),
    ("half a megabyte in base 60", f"title: 1{':59' * 200_000}".encode(), "1:8: title: YAML takes 1:59:59:"),
    ("likewise with a point", f"title: 1{':59' * 200_000}.5".encode(), "1:8: title: YAML takes 1:59:59:"),
    ("half a million digits", f"title: {'9' * 500_000}".encode(), "1:8: title: YAML takes 99999"),
    ("a second of as many digits", f"a: 2025-09-30 10:00:00.{'1' * 500_000}".encode(), "1:4: a: YAML takes 2025-"),
    ("a key of a megabyte", b"'" + b"k" * 1_000_000 + b"': x\n", '1:1000003: $: a ":" is not allowed here'),
]


def test_a_table_that_stands_twice_is_the_one_fault(faults: Faults) -> None:
    before = WHOLE.replace("sectors:", "sectors:\n  cranes: {name: Cranes}\nsectors:")
    (said,) = faults(before)
    assert 'key "sectors" is given twice' in said


@pytest.mark.parametrize(("raw", "said"), [pytest.param(*row[1:], id=row[0]) for row in FILES])
def test_a_wrong_file_is_refused(faults: Faults, raw: bytes, said: str) -> None:
    found = faults(raw)
    assert [fault for fault in found if fault.startswith(f"a.yaml:{said}")], found


ENTERPRISE = "  e{0}: {{name: x, region: r{0}}}\n"

# What is wrong with a file in more than 1,000 places, and the file.
COUNTLESS = [
    ("items without anything", ARTICLE + "items:\n" + "- {}\n" * 2000),
    ("so many that the text is left off", ARTICLE + "items:\n" + "- {}\n" * 200_000),
    ("keys that nobody knows", ARTICLE + "".join(f"k{n}: {n}\n" for n in range(1500))),
    ("the same key", ARTICLE + "k: 1\n" * 1500),
    ("tags", ARTICLE + "items:\n" + "- !a\n" * 1500),
    ("names that are defined nowhere", ARTICLE + "enterprises:\n" + "".join(map(ENTERPRISE.format, range(1500)))),
    ("one id", ARTICLE + NAMES + "items:\n" + ITEMS.removeprefix("items:\n") * 1500),
    ("control characters", ARTICLE + "items:\n" + "- '\x1b'\n" * 1500),
    ("lines of them", ARTICLE + "# \x1b\n" * 1500),
]  # fmt: skip


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in COUNTLESS])
def test_a_thousand_faults_of_a_file_are_told_and_that_there_are_more(faults: Faults, text: str) -> None:
    found = faults(text, "")
    assert len(found) == 1002
    assert found[1000].endswith(": $: 1,000 faults stand above, and from here on there are more: mend those first")
    assert found[1001].startswith("b.yaml:1:1: $: the file is empty")


def test_a_hopeless_text_is_not_read_to_its_end(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Place] = []
    begin = Mapping.__init__

    def counted(self: Mapping, place: Place, span: Span) -> None:
        begun.append(place)
        begin(self, place, span)

    monkeypatch.setattr(Mapping, "__init__", counted)
    faults(ARTICLE + "items:\n" + "- {}\n" * 200_000)
    assert len(begun) < 100_000


@pytest.mark.parametrize("length", [100, 101])
def test_a_word_is_a_number_up_to_a_hundred_characters(faults: Faults, length: int) -> None:
    found = faults(with_line(17, f"    title: {'9' * length}"))
    assert ("one so long is not read" in found[0]) is (length > 100)


def test_a_few_lines_of_a_text_may_look_like_directives(faults: Faults) -> None:
    text = 'items:\n  - title: "a' + "\n%TAG" * 99 + '"\n'
    assert not [fault for fault in faults(ARTICLE + text) if "lines and more" in fault]


def test_long_texts_cannot_be_multiplied_by_aliases(faults: Faults) -> None:
    # 150,000 aliases of half a megabyte: each would be searched for something visible.
    text = f"x: &a '{' ' * 500_000}'\ny: [{'*a,' * 150_000}]\n"
    assert faults(text)[-1].startswith("a.yaml:2:62: y[19]: the aliases up to here unfold to more than 100,000")


@pytest.mark.parametrize("text", [WHOLE, "[1, 2", "items:\n  - id: 'x\n"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_of_another_encoding_nothing_is_said_but_that(faults: Faults, text: str, encoding: str) -> None:
    assert faults(text.encode(encoding), ARTICLE + ITEMS) == ["a.yaml:1:1: $: UTF-16: save the file as UTF-8"]


def test_the_bytes_of_a_file_do_not_hide_what_it_says(faults: Faults) -> None:
    wrong = with_line(21, "    stage: plan").replace("\n", "\r\n").encode() + b"# \xff"
    assert [fault.split(": ")[0] for fault in faults(b"\xef\xbb\xbf" + wrong)] == [
        "a.yaml:1:1",
        "a.yaml:1:9",
        "a.yaml:21:12",
        "a.yaml:24:3",
    ]


def test_all_faults_of_all_files_come_at_once_by_place(faults: Faults) -> None:
    first = """\
article:
  id: a
  titel: x
  publisher: no
  published: 2025-13-45
  language: ru
sectors:
  lifts: {name: "a\\eb", isic: 2816}
  lifts: {name: y}
items:
  - {id: x, title: t, sector: lifs, stage: plan, quotes: []}
  - {id: x, title: t, sector: lifts, stage: active, quotes: [{exact: q, speech: direct, speeker: z}]}
"""
    assert [": ".join(fault.split(": ")[:2]) for fault in faults(first, "")] == [
        "a.yaml:2:3: article",
        "a.yaml:3:3: article.titel",
        "a.yaml:4:14: article.publisher",
        "a.yaml:5:14: article.published",
        "a.yaml:8:17: sectors.lifts.name",
        "a.yaml:8:31: sectors.lifts.isic",
        "a.yaml:9:3: sectors.lifts",
        "a.yaml:11:31: items[0].sector",
        "a.yaml:11:44: items[0].stage",
        "a.yaml:11:58: items[0].quotes",
        "a.yaml:12:10: items[1].id",
        "a.yaml:12:62: items[1].quotes[0]",
        "a.yaml:12:89: items[1].quotes[0].speeker",
        "b.yaml:1:1: $",
    ]


def test_what_follows_a_break_is_not_held_against_what_stands_before(faults: Faults) -> None:
    # The sectors would have come after the open bracket, and the item's other keys too.
    assert faults(ARTICLE + "items:\n  - id: one\n    sector: lifts\n    stage: plan\n    enterprises: [a\n") == [
        f'a.yaml:10:12: items[0].stage: unknown stage "plan", one of: {", ".join(Stage)}',
        'a.yaml:12:1: items[0].enterprises[1]: a "," or "]" is due here (the bracket begins at 11:18)',
    ]


@pytest.mark.parametrize("text", ["[1, 2", "{article: {id: z", "items: [", "article:\n\tid: z"])
def test_a_break_is_all_that_is_said_of_it(faults: Faults, text: str) -> None:
    assert len(faults(text, ARTICLE + ITEMS)) == 1


def test_names_are_compared_across_files(faults: Faults) -> None:
    other = "regions:\n  belarus: {name: Belorussia}\n"
    assert faults(other, WHOLE, WHOLE) == [
        'b.yaml:8:3: regions.belarus: region "belarus" is defined differently at a.yaml:2:3',
        'c.yaml:2:7: article.id: id "a" is taken already, at b.yaml:2:7',
        'c.yaml:8:3: regions.belarus: region "belarus" is defined differently at a.yaml:2:3',
    ]


def test_an_id_serves_one_item_of_its_article(faults: Faults) -> None:
    twice = ITEMS + ITEMS.removeprefix("items:\n")
    assert faults(ARTICLE + NAMES + twice) == ['a.yaml:24:9: items[1].id: id "one" is taken already, at a.yaml:16:9']


def test_items_need_an_article(faults: Faults) -> None:
    assert faults(ARTICLE, NAMES + ITEMS) == ["b.yaml:10:3: items: items without an article: the file has none"]
    assert faults(NAMES, NAMES) == ["a.yaml:1:1: $: no article in any of the files opened"]


def test_a_faulty_file_still_defines_names_for_the_others(faults: Faults) -> None:
    assert faults(ARTICLE + ITEMS, NAMES.replace("region: belarus", "region: 1")) == [
        "b.yaml:6:40: enterprises.mlm.region: text is due, but YAML reads 1 as a number: put it in quotes"
    ]


def test_what_aliases_repeat_is_at_fault_once(faults: Faults) -> None:
    text = WHOLE.replace("title: {ru: Заголовок, en: Title}", "title: &t {ru: x}").replace("Lifts together", "*t")
    assert faults(text) == ['a.yaml:3:10: article.title: key "en" is missing']


def test_a_key_that_stands_for_nothing_is_one_fault(faults: Faults) -> None:
    (said,) = faults(WHOLE + "*a : b\n")
    assert said.startswith("a.yaml:24:1: $: the alias *a stands for nothing")


def test_thousands_of_lists_are_refused_by_whoever_counts_them_first(faults: Faults) -> None:
    # PyYAML has a limit of its own from 6.0.4 on, and reads a thousand characters ahead of what it tells.
    (said,) = faults(b"[" * 5000)
    assert "lists and mappings within one another" in said


def test_a_model_is_never_refused_without_a_word() -> None:
    with pytest.raises(ValueError, match="two parts of the loader disagree"):
        ModelError([])


def test_a_fault_is_one_line_without_control_characters() -> None:
    fault = Fault("a\nb.yaml", 1, 2, 'x["\x1b"]', "no \u202e, \ud800")
    assert str(fault) == 'a␊b.yaml:1:2: x["␛"]: no \ufffd, \ufffd'


def test_no_text_holds_what_may_not_be_printed() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert set(UNFIT.findall(everything)) == set(UNPRINTABLE.findall(everything)) - {"\t", "\n"}
