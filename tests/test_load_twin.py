"""The loader against plain twins, on models that have been damaged at random."""

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import ValidationError

from tests.test_load import ARTICLE, ITEMS, NAMES
from tuiapp.library import ModelError, load
from tuiapp.library.checks.document import Document
from tuiapp.library.checks.names import compare
from tuiapp.library.checks.part import parse
from tuiapp.library.checks.ties import bind
from tuiapp.library.checks.typed import typed
from tuiapp.library.file import File
from tuiapp.library.listing import Listed
from tuiapp.library.merge import merged
from tuiapp.library.yaml.characters import UNFIT, mend, regular
from tuiapp.library.yaml.events import IrregularError, Pieces, build
from tuiapp.library.yaml.node import plain
from tuiapp.library.yaml.tree import Composer
from tuiapp.model import Model, ModelFile
from tuiapp.printable import UNPRINTABLE

# A busy machine is no fault.
calm = settings(deadline=None)

# Every field that a file may do without.
FURTHER = """\
  - id: two
    title: {ru: Лифты, en: Lifts}
    sector: [lifts]
    enterprises: {mlm: supplier}
    between: [belarus, minsk]
    stage: planned
    products: [lifts]
    due: 2026-12
    follows: a/one
    quotes:
      - {exact: "о «лифтах»", speaker: mlm, speech: reported}
"""
PART_OF = NAMES.replace("sectors:", "  minsk: {name: Minsk, within: belarus}\nsectors:")
RICH = (
    ARTICLE.replace("  language", "  url: https://a.by/\n  via: BelTA\n  sha256: " + "a" * 64 + "\n  language")
    + PART_OF
    + ITEMS.replace("origin: belarus", "origin: &b belarus\n    destination: *b")
    + FURTHER
)
# What a slip, an editor or an attacker may leave in a file.
SCRAPS = [
    *("\t", "\r", "\n", " ", "  ", "\0", "\x1b", "\x85", "\u2028", "\ufeff", "\U0001f600", "é"),
    *(
        ":",
        ": ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "&a ",
        "*a",
        "*b",
        "!",
        "!!str ",
        "%",
        "@",
        "|",
        ">",
        "'",
        '"',
    ),
    *(
        "---\n",
        "...\n",
        "<<: ",
        '"\\e"',
        '"\\ud800"',
        "no",
        "~",
        "12",
        "0b_",
        "2025-13-45",
        "2025-09-30",
        "=",
        "1e3",
        ".nan",
    ),
]
damage = st.lists(
    st.tuples(st.integers(0, len(RICH)), st.integers(0, 12), st.sampled_from(SCRAPS) | st.text(max_size=3)), max_size=4
)


def damaged(wounds: list[tuple[int, int, str]]) -> bytes:
    """RICH with each wound's scrap in place of as many characters as it takes away at its place."""
    text = RICH
    for at, gone, scrap in wounds:
        text = text[:at] + scrap + text[at + gone :]
    return text.encode(errors="surrogatepass")


def parsed(raw: bytes) -> Document:
    part = parse(raw, lambda size: None)
    file = File(Listed("a.yaml", "", ".", "."), "", part, digest=hash(raw), raw=raw)
    return Document("a.yaml", part, file.tree)


def quick(raw: bytes) -> ModelFile | None:
    """What the fast way makes of the bytes; None where it leaves them to the slow one."""
    try:
        return typed(build(Pieces(raw, lambda size: None)), ModelFile) if regular(raw) else None
    except (IrregularError, yaml.YAMLError, UnicodeDecodeError, ValidationError):
        return None


def check_places(document: Document, raw: bytes) -> None:
    lines = mend(raw).text.split("\n")
    for fault in document.faults():
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        assert fault.message


@calm
@given(damage)
def test_what_the_fast_way_accepts_the_slow_way_does_not_fault(wounds: list[tuple[int, int, str]]) -> None:
    raw = damaged(wounds)
    file = quick(raw)
    if file is None:
        return
    slow = parsed(raw)
    composer = Composer(mend(raw), lambda size: None)
    assert (composer.notes, slow.notes) == ([], [])
    assert composer.root is not None
    assert typed(plain(composer.root), ModelFile) == file


@calm
@given(damage | st.binary(max_size=60))
def test_a_damaged_file_is_a_model_or_has_faults_in_it(wounds: Any) -> None:
    raw = wounds if isinstance(wounds, bytes) else damaged(wounds)
    document = parsed(raw)
    assert (document.content is None) == bool(document.notes)
    check_places(document, raw)


# Sound parts of models, and changes that leave them sound but for the names.
PARTS = [ARTICLE, NAMES, PART_OF, ITEMS, ITEMS + FURTHER, ITEMS + ITEMS.removeprefix("items:\n")]
SWAPS = [
    ("id: a", "id: b"),
    ("id: a", "id: a/b"),
    ("id: two", "id: b/one"),
    ("one", "two"),
    ("[belarus, minsk]", "[belarus, belarus]"),
    ("between:", "origin: belarus\n    between:"),
    ("within: belarus", "within: minsk"),
    ("{name: {ru: Беларусь, en: Belarus}}", "{name: {ru: Беларусь, en: Belarus}, within: minsk}"),
    ("a/one", "b/one"),
    ("a/one", "a/two"),
    ("a/one", "[a/one, a/b/one]"),
    ("stage: negotiation", "follows: a/two\n    stage: negotiation"),
    ("2025-09-30", "2025-09"),
    ("2025-09-30", "2025-10"),
    ("gurkov: {", "mlm: {name: x}\n  gurkov: {"),
    ("Lifts,", "Lifte,"),
    *((name, "x") for name in ["lifts", "belarus", "mlm", "gurkov"]),
]
files = st.tuples(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True),
    st.lists(st.tuples(st.sampled_from(SWAPS), st.integers(1, 3)), max_size=3),
)


def fitting(contents: list[ModelFile]) -> bool:
    """Whether sound files fit together: the same rules again, one name after another."""
    model = merged(contents, {})
    articles = [article.id for article in model.articles]
    tables: list[list[tuple[str, Any]]] = [
        [entry for file in contents for entry in getattr(file, table).items()]
        for table in ("regions", "sectors", "enterprises", "people")
    ]
    regions, sectors, enterprises, people = ({name for name, _ in table} for table in tables)
    uses = [
        *((enterprise.region, regions) for enterprise in model.enterprises.values()),
        *((region.within, regions) for region in model.regions.values()),
        *((sector, sectors) for item in model.items for sector in item.sectors),
        *((region, regions) for item in model.items for region in (item.origin, item.destination)),
        *((region, regions) for item in model.items for region in item.between or ()),
        *((name, enterprises) for item in model.items for name in item.enterprises),
        *((quote.speaker, people | enterprises) for item in model.items for quote in item.quotes),
    ]
    return (
        0 < len(articles) == len(set(articles))
        and all(file.article or not file.items for file in contents)
        and all(len({item.id for item in file.items}) == len(file.items) for file in contents)
        and all(dict(table)[name] == entry for table in tables for name, entry in table)
        and all(name is None or name in defined for name, defined in uses)
        and not {quote.speaker for item in model.items for quote in item.quotes} & people & enterprises
        and tied(model)
    )


def tied(model: Model) -> bool:
    """Whether no tie leads nowhere, in a circle or into the future: the same rules again, one way after another."""
    pairs = [(model.article_of(number), item) for number, item in enumerate(model.items)]
    spelled = [f"{article.id}/{item.id}" for article, item in pairs]
    if any(spelled.count(name) != 1 for item in model.items for name in item.told_before):
        return False
    follows = {name: item.told_before for name, (_, item) in zip(spelled, pairs, strict=True)}
    within: dict[str, tuple[str, ...]] = {
        name: (region.within,) if region.within else () for name, region in model.regions.items()
    }
    dates = {name: article.published for name, (article, _) in zip(spelled, pairs, strict=True)}
    return (
        not any(reaches(name, name, edges) for edges in (follows, within) for name in edges)
        and not any(
            (ours := dates[name]) and (theirs := dates[other]) and ours.last < theirs
            for name in follows
            for other in follows[name]
        )
        and not any(item.between and (item.origin or item.destination) for item in model.items)
        and not any(item.between and len(set(item.between)) == 1 for item in model.items)
    )


def reaches(start: str, goal: str, edges: dict[str, tuple[str, ...]]) -> bool:
    """Whether a way of one edge or more leads from `start` to `goal`."""
    seen: set[str] = set()
    left = list(edges[start])
    while left:
        if (here := left.pop()) not in seen:
            seen.add(here)
            left += edges[here]
    return goal in seen


@calm
@given(st.lists(files, min_size=1, max_size=3))
def test_files_fit_together_exactly_if_no_fault_is_found(drawn: list[Any]) -> None:
    documents, twins = [], []
    for parts, swaps in drawn:
        text = "".join(parts)
        for (old, new), times in swaps:
            text = text.replace(old, new, times)
        documents.append(parsed(text.encode()))
        # The same names in a file that is wrong, which is compared by the values of the slow way.
        twins.append(parsed(text.encode() + b"# \x1b"))
    contents = [document.content for document in documents if document.content]
    if len(contents) < len(documents):
        return
    compare(documents)
    bind(documents)
    assert any(document.notes for document in documents) is not fitting(contents)
    compare(twins)
    bind(twins)
    for document, twin in zip(documents, twins, strict=True):
        left = ("no article in any of the files opened", "U+001B is a control character, which no text may hold")
        found, also = ({note for note in each.notes if note[2] not in left} for each in (document, twin))
        assert also == found


# Values that a model may have in the wrong place.
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.dates()
    | st.text(max_size=5)
    | st.sampled_from(["active", "lifts", "direct", "supplier", "2025-13", "2025-10"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def misshapen(draw: st.DrawFn) -> dict[str, Any]:
    """The data of RICH with some values exchanged, gone or new."""
    data: dict[str, Any] = yaml.safe_load(RICH)
    for _ in range(draw(st.integers(1, 4))):
        inner: Any = data
        while isinstance(inner, (dict, list)) and inner:
            step = draw(st.sampled_from(list(inner) if isinstance(inner, dict) else range(len(inner))))
            if not isinstance(inner[step], (dict, list)) or draw(st.integers(0, 3)) == 0:
                change = draw(st.sampled_from(["exchange", "drop", "add"]))
                if change == "exchange":
                    inner[step] = draw(values)
                elif change == "drop":
                    del inner[step]
                elif isinstance(inner, dict):
                    inner[
                        draw(
                            st.text(max_size=5)
                            | st.sampled_from(["titel", "region", "role", "within", "follows", "due", "between"])
                        )
                    ] = draw(values)
                break
            inner = inner[step]
    return data


def accepted(data: Any) -> bool:
    try:
        typed(data, ModelFile)
    except ValidationError:
        return False
    return True


@calm
@given(misshapen(), st.booleans())
def test_a_fault_is_found_exactly_where_msgspec_refuses(data: dict[str, Any], flow: bool) -> None:
    raw = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True).encode()
    document = parsed(raw)
    check_places(document, raw)
    # A text may be refused for its characters; msgspec knows nothing of those.
    if not any("control character" in note[2] for note in document.notes):
        assert (document.notes == []) == accepted(data)


texts = st.recursive(
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]), max_size=8).filter(
        lambda text: not UNFIT.search(text)
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("абв no-12", max_size=5), inner, max_size=3),
    max_leaves=12,
)


@calm
@given(texts, st.sampled_from(["'", '"']), st.booleans())
def test_quoted_texts_are_what_pyyaml_makes_of_them(data: Any, style: str, flow: bool) -> None:
    raw = yaml.safe_dump(data, default_style=style, default_flow_style=flow, allow_unicode=True).replace("!!str ", "")
    assert build(Pieces(raw.encode(), lambda size: None)) == yaml.safe_load(raw) == data


@calm
@given(st.text("0123456789-+.eEbox_:~=<yYnNoOtTfF aZ", min_size=1, max_size=12))
def test_unquoted_words_are_what_pyyaml_makes_of_them(word: str) -> None:
    raw = f"[{word}]"
    try:
        expected = yaml.load(raw, yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError):
        return
    try:
        built = build(Pieces(raw.encode(), lambda size: None))
    except IrregularError:
        return
    assert built == expected or built != built or "nan" in raw.lower()


@calm
@given(st.lists(damage | st.binary(max_size=40), max_size=3))
def test_load_raises_model_errors_alone(files: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, wounds in enumerate(files):
            raw = wounds if isinstance(wounds, bytes) else damaged(wounds)
            Path(folder, f"{number}.yaml").write_bytes(raw)
        try:
            assert isinstance(load([folder]), Model)
        except ModelError as error:
            faults = error.faults
        else:
            return
    assert faults
    assert not any(UNPRINTABLE.search(str(fault)) for fault in faults)
