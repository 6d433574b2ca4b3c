"""What of an article's file is no text: each row has the reason why it is, or is not."""

from itertools import pairwise

import pytest

from tuiapp.present.noise import LEAST, noise

PATH = "https://example.by/media/" + "0a1b2c3d/" * 9 + "480.webp"
"""An address of a picture, just long enough."""
ASIDE = "Фото: агентство"


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in noise(text)]


@pytest.mark.parametrize(
    ("text", "left_out", "why"),
    [
        (f"{ASIDE} {PATH} текст", [PATH], "an address"),
        (f"{ASIDE} {PATH}.", [PATH], "the full stop is the sentence's"),
        (f"{PATH} 480w, {PATH} 1920w {ASIDE}", [f"{PATH} 480w, {PATH} 1920w"], "a list of pictures is one place"),
        (f"{PATH}\n{PATH} 1.5x", [f"{PATH}\n{PATH} 1.5x"], "also over lines"),
        (f"{PATH} и {PATH}", [PATH, PATH], "a word between them is read"),
        (f"x data:image/png;base64,{'iVBORw0KGgo' * 20} y", [f"data:image/png;base64,{'iVBORw0KGgo' * 20}"], "a file"),
        (f"![фото]({PATH})", [f"![фото]({PATH})"], "a picture in Markdown"),
        (f'<img src="a.webp" alt="{"завод " * 20}">', [f'<img src="a.webp" alt="{"завод " * 20}">'], "one in HTML"),
        ("a" * LEAST + "b" * LEAST, ["a" * LEAST + "b" * LEAST], "no word is so long"),
        (f"Да.\n{'-' * 60}\n{'* ' * 30}\nНет.", [f"{'-' * 60}\n{'* ' * 30}"], "lines of signs"),
        (f"Да.\n{'_' * 110}\nНет.", ["_" * 110], "a line of underlines, which are no letters"),
    ],
)  # fmt: skip
def test_noise(text: str, left_out: list[str], why: str) -> None:
    assert found(text) == left_out, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        (f"{ASIDE} https://example.by/short и дальше", "a short address takes no more room than what would replace it"),
        ("中華人民共和國" * 40, "Chinese has no blanks between words"),
        ("ราชอาณาจักรไทย" * 20, "nor has Thai"),
        ("Превысокомногорассмотрительствующий" * 5, "a long word of prose"),
        ("\n".join(["1 200 | 3 400 | 5 600"] * 20), "lines of figures are read"),
        ("\n" * 300, "empty lines stand for nothing"),
        (" \t" * 300, "nor do blanks"),
        ("— Да! — сказал он. — Нет?.. " * 20, "prose with many signs"),
    ],
)
def test_no_noise(text: str, why: str) -> None:
    assert found(text) == [], why


def test_places_ascend_and_do_not_touch() -> None:
    places = noise(f"{PATH} a {PATH} b\n{'-' * 120}\n{PATH}")
    assert len(places) == 3
    assert all(before[1] < after[0] for before, after in pairwise(places))
