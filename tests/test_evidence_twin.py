"""Evidence against a slow, plain twin: evening out character by character, the whole table of edits, and words and
numbers told by looking at the characters around."""

import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tuiapp.evidence import Change, Evidence, Source, Status
from tuiapp.evidence.diff import compare
from tuiapp.evidence.evening import Evened
from tuiapp.evidence.nearest import ALIKE, nearest

# Few letters, so that places repeat; every white space, mark and dash that is evened out has a kin here.
LETTERS = "абё́a\u093f"
UNSEEN = "\u200b\u00ad\ufe0f"
BLANKS = " \n\u00a0\u3164"
KINS = ['"«”', "'‘", "-−", "—―"]
NUMBERS = "005.,%+"
ALPHABET = LETTERS + UNSEEN + BLANKS + "".join(KINS) + NUMBERS + "🚀台"
texts = st.text(ALPHABET, max_size=40)


def outline(text: str) -> list[tuple[str, int]]:
    """The characters that count, each with its offset in `text`: a line feed is white space that parts numbers."""
    characters: list[tuple[str, int]] = []
    for offset, character in enumerate(text):
        if character in UNSEEN:
            continue
        if not (character.isspace() or character == "\u3164"):
            characters.append((next((kin[0] for kin in KINS if character in kin), character), offset))
        elif characters and characters[-1][0] in (" ", "\n"):
            characters[-1] = ("\n", characters[-1][1])
        else:
            characters.append((" " if character in " \u00a0" else "\n", offset))
    return characters


def even(text: str) -> list[tuple[str, int]]:
    """The evened characters, each with its offset in `text`."""
    return [({"\n": " ", "—": "-"}.get(character, character), offset) for character, offset in outline(text)]


def is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def joins(character: str) -> bool:
    return (character.isalnum() or is_mark(character)) and character != "台"


def digits_before(text: str, at: int) -> int:
    """How many digits end at `at`."""
    return len(text[:at]) - len(text[:at].rstrip("05"))


def is_few(text: str, at: int) -> bool:
    """Whether the digits that end at `at` may be followed by a group of three."""
    start = at - digits_before(text, at)
    before = text[max(0, start - 2) : start].rjust(2)
    part_of_decimal = before[1] in ".," and before[0] in "05"
    part_of_name = before[1] == "-" and before[0].isalpha()
    return 1 <= at - start <= 3 and not (joins(before[1]) or before[1] == "台" or part_of_decimal or part_of_name)


def is_three(text: str, at: int) -> bool:
    """Whether exactly three digits begin at `at`."""
    group = text[at : at + 4]
    return len(group) >= 3 and set(group[:3]) <= {"0", "5"} and group[3:] not in ("0", "5")


def is_inside(text: str, at: int) -> bool:
    """Whether `at` is inside of a word or number of `text`, an outline."""
    if not 0 < at < len(text):
        return False
    earlier, before, after, later = text[at - 2 : at - 1] or " ", text[at - 1], text[at], text[at + 1 : at + 2] or " "
    return any(
        [
            joins(before) and joins(after),
            is_mark(after) and before not in (" ", "\n"),
            joins(before) and after == "'" and joins(later),
            joins(earlier) and before == "'" and joins(after),
            before in "05" and after in ".," and later in "05",
            earlier in "05" and before in ".," and after in "05",
            before == "." and after in "05" and earlier in " \n+-",
            before in "+-" and (after in "05" or (after == "." and later in "05"))
            and not (joins(earlier) or earlier in "台%"),
            before in "05" and (after == "%" or after + later == " %"),
            earlier in "05" and before == " " and after == "%",
            after == " " and is_few(text, at) and is_three(text, at + 1),
            before == " " and is_few(text, at - 1) and is_three(text, at),
        ]
    )  # fmt: skip


def evened(text: str) -> str:
    return "".join(character for character, _ in even(text))


def distances(quote: str, text: str) -> list[int]:
    """The edits between `quote` and each beginning of `text`, the empty one first (Wagner and Fischer)."""
    row = list(range(len(text) + 1))
    for letter in quote:
        above, row = row, [row[0] + 1]
        for place, other in enumerate(text):
            row.append(min(above[place + 1] + 1, row[place] + 1, above[place] + (letter != other)))
    return row


def nearest_twin(quote: str, text: str) -> tuple[int, int, int]:
    edits, start, negative_end = min(
        (edits, start, -start - length)
        for start in range(len(text) + 1)
        for length, edits in enumerate(distances(quote, text[start:]))
    )
    return edits, start, -negative_end


def reads_alike(quote: str, asked: str, first: int, shape: str, at: int) -> bool:
    """Whether the numbers of a quote are those of the source at `at`; its blanks may part what is one there."""
    if not any(map(str.isdigit, quote)):
        return True
    for place in range(1, len(quote)):
        ours, theirs = is_inside(asked, first + place), is_inside(shape, at + place)
        around = quote[place - 1 : place + 1]
        if ("-" in around and ours != theirs) or (" " in around and ours and not theirs):
            return False
    return True


def find_twin(text: str, exact: str) -> tuple[Status, int | None, int | None]:
    """Status and place; the place of a quote that is cut or differs is not yet widened to whole words."""
    quote, plain, letters = evened(exact).strip(), evened(text), even(text)
    if not any(map(str.isalnum, quote)):
        return Status.MISSING, None, None
    shape = "".join(character for character, _ in outline(text))
    places = [at for at in range(len(plain)) if plain.startswith(quote, at)]
    whole = [at for at in places if not (is_inside(shape, at) or is_inside(shape, at + len(quote)))]
    lead = next(offset for character, offset in even(exact) if character != " ")
    for start in (letters[at][1] - lead for at in whole):
        if start >= 0 and text.startswith(exact, start):
            return Status.VERBATIM, start, start + len(exact)
    asked = "".join(character for character, _ in outline(exact))
    first = evened(exact).index(quote)
    read = [at for at in whole if reads_alike(quote, asked, first, shape, at)]
    if read:
        status, start, end = Status.NORMALISED, read[0], read[0] + len(quote)
    elif whole:
        status, start, end = Status.DIFFERS, whole[0], whole[0] + len(quote)
    else:
        edits, start, end = nearest_twin(quote, plain)
        if edits > ALIKE * len(quote):
            return Status.MISSING, None, None
        status = Status.DIFFERS if edits else Status.CUT
    passage = [offset for character, offset in letters[start:end] if character != " "]
    return status, passage[0], passage[-1] + 1


def joined(found: tuple[Change, ...], alone: str) -> str:
    return "".join(change.text for change in found if change.kind in ("same", alone))


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, str]:
    """A text and some of it, with a letter or a digit."""
    text = draw(st.text(ALPHABET, min_size=8, max_size=40))
    start = draw(st.integers(0, len(text) - 6))
    exact = text[start : draw(st.integers(start + 6, len(text)))]
    assume(any(map(str.isalnum, evened(exact))))
    return text, exact


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a quote that is a slice of it with a few edits."""
    text, exact = draw(slices())
    for place in draw(st.lists(st.integers(0, len(exact)), max_size=3)):
        exact = exact[:place] + draw(st.text(LETTERS + " ", max_size=1)) + exact[place + draw(st.integers(0, 1)) :]
    return text, exact


@settings(max_examples=500)
@given(quote=st.text("аб ", min_size=1, max_size=8), text=st.text("аб ", max_size=14))
def test_the_nearest_passage_is_the_twin_s(quote: str, text: str) -> None:
    assert nearest(quote, text) == nearest_twin(quote, text)


NUMBER = st.sampled_from(["0", "5", "05", "500", "5000", " ", "\u00a0", "\n", "\u200b", *"-—+,.%'аё́台"])


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, str]:
    """A text of little but numbers, and some of it."""
    pieces = draw(st.lists(NUMBER, min_size=2, max_size=12))
    start = draw(st.integers(0, len(pieces) - 1))
    return "".join(pieces), "".join(pieces[start : draw(st.integers(start + 1, len(pieces)))])


@settings(max_examples=1000)
@given(pairs() | numbers())
def test_status_and_place_are_the_twin_s(pair: tuple[str, str]) -> None:
    text, exact = pair
    found, (status, start, end) = Source(text).find(exact), find_twin(text, exact)
    assert found.status == status
    if status not in (Status.CUT, Status.DIFFERS):
        assert (found.start, found.end) == (start, end)
    elif found.start is not None and start is not None and found.end is not None and end is not None:
        assert found.start <= start < end <= found.end
        assert status is Status.DIFFERS or (found.start, found.end) != (start, end)
        # Widened as far as words and numbers go.
        shape = "".join(character for character, _ in outline(text))
        places = {offset: at for at, (_, offset) in enumerate(outline(text))}
        first, last = places[found.start], places[found.end - 1] + 1
        assert not is_inside(shape, first)
        assert not is_inside(shape, last)
        assert all(is_inside(shape, at) for at in range(first + 1, places[start] + 1))
        assert all(is_inside(shape, at) for at in range(places[end - 1] + 1, last))


@given(slices())
def test_a_slice_is_verbatim_or_cut(pair: tuple[str, str]) -> None:
    text, exact = pair
    found = Source(text).find(exact)
    assert found.status in (Status.VERBATIM, Status.NORMALISED, Status.CUT)
    if found.status is Status.VERBATIM:
        assert text[found.start : found.end] == exact


@given(slices())
def test_a_slice_of_whole_words_is_verbatim(pair: tuple[str, str]) -> None:
    text, exact = pair
    assume(not is_mark(outline(exact)[0][0]))
    assert Source(f"{text}\n({exact})\n{text}").find(exact).status in (Status.VERBATIM, Status.NORMALISED)


@given(st.data(), slices())
def test_a_changed_letter_is_never_taken_for_the_article_s(data: st.DataObject, pair: tuple[str, str]) -> None:
    text, exact = pair
    place = data.draw(st.integers(0, len(exact) - 1))
    changed = exact[:place] + data.draw(st.sampled_from("Аеo")) + exact[place + 1 :]
    assert Source(text).find(changed).status in (Status.DIFFERS, Status.MISSING)


@given(st.data(), slices())
def test_what_nobody_sees_changes_nothing_but_the_shape(data: st.DataObject, pair: tuple[str, str]) -> None:
    text, exact = pair
    holed = "".join(character + data.draw(st.sampled_from(["", *UNSEEN])) for character in text)
    found, before = Source(holed).find(exact), Source(text).find(exact)
    assert (found.status is Status.CUT) == (before.status is Status.CUT)
    assert evened(holed[found.start : found.end]).strip() == evened(text[before.start : before.end]).strip()


@given(st.data(), slices())
def test_other_blanks_and_marks_leave_the_letters_where_they_are(data: st.DataObject, pair: tuple[str, str]) -> None:
    text, exact = pair
    # A minus that begins the quote and is cut off a range, as in 5−10, is only found to the letter.
    dashes = next(kin for kin in KINS if "-" in kin)
    assume(outline(exact)[0][0] not in dashes)
    shaped = "".join(
        data.draw(st.text(BLANKS, min_size=1, max_size=3))
        if character.isspace()
        else data.draw(st.sampled_from(next((kin for kin in KINS if character in kin), character)))
        for character in exact
    )
    found = Source(text).find(shaped)
    assert found.status in (Status.VERBATIM, Status.NORMALISED, Status.CUT)
    assert evened(exact).strip() in evened(text[found.start : found.end])


@given(quote=texts, passage=texts)
def test_a_diff_rebuilds_both_sides(quote: str, passage: str) -> None:
    changes = compare(quote, passage)
    assert joined(changes, "quote") == quote
    assert joined(changes, "source") == passage
    assert all(change.text for change in changes)


@given(pairs())
def test_evidence_keeps_its_word(pair: tuple[str, str]) -> None:
    text, exact = pair
    found = Source(text).find(exact)
    if found.status in (Status.CUT, Status.DIFFERS):
        assert joined(found.diff, "quote") == exact
        assert joined(found.diff, "source") == text[found.start : found.end]
    elif found.status is Status.MISSING:
        assert found == Evidence(Status.MISSING)
    else:
        assert found.diff == ()


@given(pairs() | numbers())
def test_one_pattern_for_many_places_finds_the_same(pair: tuple[str, str]) -> None:
    text, exact = pair
    assume(quote := evened(exact).strip())
    source = Evened(text)
    assert list(source._matched(quote)) == list(source.whole(quote))
