"""The voice of words that a person has marked; people and sentences are made up."""

import pytest

from tuiapp.draft import Marked, Span
from tuiapp.library import load
from tuiapp.shipped import shipped

MODEL = load([shipped()])
TEXT = """О планах рассказал министр порта Иван Петров.

«Будет сорок подъёмников, не меньше», — отметил министр, слова которого приводит его пресс-служба.

По словам Анны Ивановой, «точно такая же сборка идёт на заводе лифтов». Он добавил, что порт ждёт кабины. Завод строят.

Ольга Смирнова: «Мы поставляем двигатели в Самару».
"""


def voice(words: str) -> tuple[str, str]:
    """The speech and the speaker that a quote of `words` gets."""
    start = TEXT.index(words)
    quote, names = Marked(TEXT, MODEL).quote(Span(start, start + len(words)))
    return quote.speech.value, str(names.people[quote.speaker].name) if quote.speaker else ""


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        ("По словам Анны Ивановой, «точно такая же сборка идёт на заводе лифтов»", "reported", "Анна Иванова"),
        ("По словам Анны Ивановой", "reported", "Анна Иванова"),
        ("точно такая же сборка идёт на заводе", "direct", "Анна Иванова"),
        ("«точно такая же сборка", "direct", "Анна Иванова"),
        ("сборка идёт", "direct", "Анна Иванова"),
        ("Будет сорок подъёмников", "direct", "Иван Петров"),
        ("порт ждёт кабины", "reported", "Анна Иванова"),
        ("Завод строят", "narration", ""),
        ("Ольга Смирнова: «Мы поставляем двигатели", "direct", "Ольга Смирнова"),
    ],
)
def test_marked_words_have_the_voice_of_their_sentence(words: str, speech: str, speaker: str) -> None:
    assert voice(words) == (speech, speaker)
