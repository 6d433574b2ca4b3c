"""Evidence against a slow, plain twin: evening out character by character, the whole table of edits."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tuiapp.evidence import Change, Evidence, Source, Status
from tuiapp.evidence.diff import compare
from tuiapp.evidence.nearest import ALIKE, nearest

# Few letters, so that places repeat; every white space, mark and dash that is evened out has a kin here.
LETTERS = "абё́a🚀"
BLANKS = " \n\u00a0"
KINS = ['"«”', "'‘", "-—−"]
ALPHABET = LETTERS + BLANKS + "".join(KINS) + ","
texts = st.text(ALPHABET, max_size=40)


def even(text: str) -> list[tuple[str, int]]:
    """The evened characters, each with its offset in `text`."""
    characters: list[tuple[str, int]] = []
    for offset, character in enumerate(text):
        if not character.isspace():
            shape = next((kin[0] for kin in KINS if character in kin), character)
            characters.append((shape, offset))
        elif not characters or characters[-1][0] != " ":
            characters.append((" ", offset))
    return characters


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


def find_twin(text: str, exact: str) -> tuple[Status, int | None, int | None]:
    """Status and place; the place of a quote that differs is not yet widened to whole words."""
    quote, letters = evened(exact).strip(), even(text)
    if not quote:
        return Status.MISSING, None, None
    if exact in text:
        return Status.VERBATIM, text.index(exact), text.index(exact) + len(exact)
    edits, start, end = nearest_twin(quote, evened(text))
    if edits > ALIKE * len(quote):
        return Status.MISSING, None, None
    passage = [offset for character, offset in letters[start:end] if character != " "]
    return Status.DIFFERS if edits else Status.NORMALISED, passage[0], passage[-1] + 1


def joined(found: tuple[Change, ...], alone: str) -> str:
    return "".join(change.text for change in found if change.kind in ("same", alone))


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, str]:
    """A text and some of it, more than white space."""
    text = draw(st.text(ALPHABET, min_size=8, max_size=40))
    start = draw(st.integers(0, len(text) - 6))
    exact = text[start : draw(st.integers(start + 6, len(text)))]
    assume(exact.strip())
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


@settings(max_examples=500)
@given(pairs())
def test_status_and_place_are_the_twin_s(pair: tuple[str, str]) -> None:
    text, exact = pair
    found, (status, start, end) = Source(text).find(exact), find_twin(text, exact)
    assert found.status == status
    if status is not Status.DIFFERS:
        assert (found.start, found.end) == (start, end)
    elif found.start is not None and start is not None and found.end is not None and end is not None:
        # Widened by letters of words alone.
        assert found.start <= start < end <= found.end
        assert not set(text[found.start : start] + text[end : found.end]) - set(LETTERS)


@given(slices())
def test_a_slice_is_verbatim_where_it_stands(pair: tuple[str, str]) -> None:
    text, exact = pair
    found = Source(text).find(exact)
    assert found.status is Status.VERBATIM
    assert text[found.start : found.end] == exact
    assert found.occurrences >= 1


@given(st.data(), slices())
def test_a_changed_letter_is_never_taken_for_the_article_s(data: st.DataObject, pair: tuple[str, str]) -> None:
    text, exact = pair
    place = data.draw(st.integers(0, len(exact) - 1))
    changed = exact[:place] + data.draw(st.sampled_from("Аеo")) + exact[place + 1 :]
    assert Source(text).find(changed).status in (Status.DIFFERS, Status.MISSING)


@given(st.data(), slices())
def test_other_blanks_and_marks_leave_the_letters_where_they_are(data: st.DataObject, pair: tuple[str, str]) -> None:
    text, exact = pair
    shaped = "".join(
        data.draw(st.text(BLANKS, min_size=1, max_size=3))
        if character.isspace()
        else data.draw(st.sampled_from(next((kin for kin in KINS if character in kin), character)))
        for character in exact
    )
    found = Source(text).find(shaped)
    assert found.status in (Status.VERBATIM, Status.NORMALISED)
    assert evened(text[found.start : found.end]).strip() == evened(exact).strip()


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
    if found.status is Status.DIFFERS:
        assert joined(found.diff, "quote") == exact
        assert joined(found.diff, "source") == text[found.start : found.end]
    elif found.status is Status.MISSING:
        assert found == Evidence(Status.MISSING)
    else:
        assert (found.occurrences > 0, found.diff) == (True, ())
