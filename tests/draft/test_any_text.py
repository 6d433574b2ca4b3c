"""Whatever a text holds, its draft passes `check`, or it is refused with a sentence."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.draft.texts import ENGLISH, RUSSIAN
from tests.test_cli import run
from tuiapp.draft import tidy

PIECES = [
    *RUSSIAN.split(" "),
    *ENGLISH.split(" "),
    *(
        "«",
        "»",
        "“",
        "”",
        '"',
        "— сказал Иван Петров",
        "По словам Анны Ивановой,",
        ": ",
        " #",
        "---",
        "\n\n",
        "\r\n",
        "\n",
    ),
    *(
        "\x00",
        "\x1b[2J",
        "\u200b",
        "\u00ad",
        "\u2028",
        "\ufeff",
        "\u3164",
        "\u202e",
        "12\n500",
        "12 500",
        "3.5 %",
        "-5",
        "…",
    ),
    *(
        "Завод поставит лифты.",
        "Мы поставляем станки,",
        "ОАО «Подъём»",
        "https://example.org/a",
        "17 ноября 2025",
        "МТЗ",
    ),
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map(" ".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS)
def test_a_draft_checks_or_is_refused(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ran = run("new", "-", "--into", folder, "--lang", "en", stdin=text.encode())
        if ran.status == 2:
            assert ran.err.startswith("tuiapp: -: ")
            assert ran.err.count("\n") == 1
            # Two bytes of which one is 0 are how UTF-16 begins.
            assert not any(map(str.isalpha, tidy(text))) or text[:2].count("\0") == 1
            assert list(Path(folder).iterdir()) == []
            return
        assert ran.status == 0, ran.err
        checked = run("check", folder, "--uncovered")
        assert (checked.status, checked.out.count("\n")) == (0, checked.out.count("# ?\n"))
