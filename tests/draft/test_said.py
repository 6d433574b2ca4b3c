"""Whose words a passage is; people and sentences are made up."""

import pytest

from tests.draft.texts import read
from tuiapp.draft.people import people

DEED = "Мы поставляем двигатели в Самару каждый месяц"
MADE = "We supply engines to the southern port every month"


@pytest.mark.parametrize(
    "text",
    [
        f"«{DEED}», — сказал Иван Петров.",
        f'"{DEED}", - сказал директор завода Иван Петров.',
        f"Иван Петров отметил: «{DEED}».",
        f"Иван Петров, директор завода:\n\n«{DEED}».",
        f"Иван Петров, директор завода:\n\n{DEED}.",
        f"— {DEED}, — подчеркнул Иван Петров.",
        f"Иван Петров, Мэр Южного Порта:\n{DEED}.",
        f"«Рад встрече с вами сегодня, — заявил Иван Петров. — {DEED}».",
        f"Рад директор Иван Петров. «{DEED}», — сообщил И.Петров, который открыл цех.",
        f"О планах рассказал Иван Петров. «{DEED}», — добавил он.",
        f"Мэр Иван Петров рад. «{DEED}», — заявил мэр, запись слов которого дала его пресс-служба.",
        f"Иван Петров рад. «{DEED}», — цитирует Петрова пресс-служба порта.",
        f"Рад Иван Петров. Пришла Анна Иванова. По словам Петрова, “{MADE}”. Анна Иванова добавила, что рада.",
        f"«{DEED}».\nИван Петров, директор завода",
        f"“{MADE},” Ivan Petrov said.".replace("Ivan Petrov", "Иван Петров"),
    ],
)
def test_a_speech_has_its_speaker(text: str) -> None:
    (passage,) = read(text).passages
    assert passage.speech == "direct"
    assert passage.speaker
    assert passage.speaker.name == "Иван Петров"
    assert passage.exact.rstrip(".") in (DEED, MADE)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("По словам Ивана Петрова, завод поставляет двигатели.", "Иван Петров"),
        ("По словам министра промышленности Анны Ивановой, завод поставляет двигатели.", "Анна Иванова"),
        ("Иван Петров отметил, что завод поставляет двигатели.", "Иван Петров"),
        ("Завод поставляет двигатели, сообщили в пресс-службе области.", "Пресс-служба области"),
        ("Завод поставляет двигатели, сообщили в пресс-службе ОАО «Подъём».", "Подъём"),
        (
            "Завод поставляет двигатели, сообщили в пресс-службе порта. Станки он закупает, уточнили в пресс-службе.",
            "Пресс-служба порта",
        ),
        ("По данным ОАО «Подъём», завод поставляет двигатели.", "Подъём"),
        ("Послу Ивану Петрову рассказала директор Анна Иванова, что завод поставляет двигатели.", "Анна Иванова"),
        (
            "Иван Петров рад. Завод поставляет двигатели, рассказала министру Ивану Петрову директор Анна Иванова.",
            "Анна Иванова",
        ),
        ("According to Anna Smith, the plant supplies engines.", "Anna Smith"),
        ("The plant supplied engines, Port Director Anna Smith said.", "Anna Smith"),
    ],
)
def test_what_is_reported_has_its_speaker(text: str, speaker: str) -> None:
    passage = read(text).passages[-1]
    assert (passage.speech, passage.speaker and passage.speaker.name) == ("reported", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Завод поставляет двигатели в Самару.",
        "Завод поставляет двигатели, сообщает БЕЛТА.",
        "Завод поставляет двигатели «Ладога» в Самару.",
        "Лидер Иван Петров рад. По данным министерства, завод, лидер рынка, поставляет двигатели.",
        "Губернатор Иван Петров рад. Как доложили губернатору, завод поставляет двигатели в Самару.",
        f"Фото Ивана Петрова. «{DEED}», — передаёт корреспондент.",
    ],
)
def test_what_nobody_said_is_narration(text: str) -> None:
    passage = read(text).passages[-1]
    assert (passage.speech, passage.speaker) == ("narration", None)


def test_the_sentences_that_go_on_in_a_speech_are_of_the_same_speaker() -> None:
    text = f"«{DEED}. Планируем открыть сборку станков», — сказал Иван Петров."
    assert [(each.exact, each.speaker.name) for each in read(text).passages if each.speaker] == [
        (DEED + ".", "Иван Петров"),
        ("Планируем открыть сборку станков", "Иван Петров"),
    ]


def test_who_is_announced_says_nothing_in_that_line() -> None:
    text = f"Анна Иванова, председатель совета производственного объединения и директор порта:\n{DEED}.\n"
    assert [each.exact for each in read(text).passages] == [DEED + "."]


def test_who_is_introduced_nowhere_goes_by_the_surname() -> None:
    (passage,) = read(f"“{MADE},” said Smith. “It is a big port.”").passages
    assert passage.speaker
    assert passage.speaker.name == "Smith"
    (passage,) = read(f"«{DEED}», — сказал Петров журналистам.").passages
    assert passage.speaker
    assert passage.speaker.name == "Петров"
    (passage,) = read(f"«{DEED}», — сообщил Минпром.").passages
    assert passage.speaker is None


def test_who_is_only_mentioned_does_not_speak_next() -> None:
    text = (
        f"«{DEED}», — сказал директор Иван Петров.\n\nОн напомнил о визите мэра Павла Орлова в порт:\n\n"
        "«Мы закупаем станки каждый месяц», — сказал он.\n"
    )
    assert [each.speaker and each.speaker.name for each in read(text).passages if each.speech == "direct"] == [
        "Иван Петров",
        "Иван Петров",
    ]


def test_who_the_article_begins_with_speaks_where_the_others_are_only_met() -> None:
    text = f"Приезд директора порта Ивана Петрова. Рады встрече с мэром города Павлом Орловым.\n\n«{DEED} и год».\n"
    (passage,) = read(text).passages
    assert passage.speaker
    assert passage.speaker.name == "Иван Петров"


def test_three_words_of_a_speech_may_say_something() -> None:
    text = f"«{DEED}. Сейчас идут переговоры», — сказал Иван Петров."
    assert [each.exact for each in read(text).passages] == [DEED + ".", "Сейчас идут переговоры"]


def test_a_mark_that_nobody_closes_is_no_part_of_a_quote() -> None:
    assert [each.exact for each in read(f"«{DEED} без конца.\nВсё.").passages] == [DEED + " без конца."]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("«Завод поставит лифты „Север“, „Юг“ и „Восток“», — сказал Иван Петров.",
         "Завод поставит лифты „Север“, „Юг“ и „Восток“"),
        ("«„Север“ и завод поставят порту лифты», — сказал Иван Петров.", "„Север“ и завод поставят порту лифты"),
        ("Порт рад. Завод поставит порту сорок лифтов».", "Завод поставит порту сорок лифтов"),
        ("Завод поставит порту лифты «Север».", "Завод поставит порту лифты «Север»."),
        ("„Завод поставит порту сорок лифтов.", "Завод поставит порту сорок лифтов."),
        ("Рынок | https://example.org/a | Завод поставит порту лифты.", "Завод поставит порту лифты."),
        ("Порт рад |\nЗавод поставит порту лифты.\n|", "Завод поставит порту лифты."),
    ],
)  # fmt: skip
def test_a_quote_has_no_half_of_a_pair_of_marks_and_no_bar(text: str, exact: str) -> None:
    assert [each.exact for each in read(text).passages] == [exact]


def test_the_dateline_is_no_part_of_a_quote() -> None:
    for before in (" date 2025-09-30 ", "HARBOUR, 18 October (HNA) – "):
        assert [each.exact for each in read(before + MADE + ".").passages] == [MADE + "."]


def test_a_pronoun_is_who_spoke_last() -> None:
    text = (
        f"Мэр Иван Петров встретил директора порта Анну Иванову. «{DEED}», — сказал Петров.\n\n"
        "По его словам, завод закупает станки.\n"
    )
    assert [each.speaker and each.speaker.name for each in read(text).passages] == ["Иван Петров", "Иван Петров"]


def test_the_surname_beside_the_verb_goes_before_a_name_further_off() -> None:
    text = f"Рад директор завода Иван Петров. «{DEED}», — сказал Петров на встрече с мэром Павлом Орловым."
    assert [each.speaker and each.speaker.name for each in read(text).passages] == ["Иван Петров"]


def test_what_a_paper_says_is_of_the_press_service_before() -> None:
    text = f"Завод рад, сообщили в пресс-службе порта.\n\n«{DEED}», — говорится в сообщении.\n"
    (passage,) = read(text).passages
    assert (passage.speech, passage.speaker and passage.speaker.name) == ("direct", "Пресс-служба порта")
    assert read(f"Рад мэр Иван Петров. «{DEED}», — говорится в документе.").passages[0].speaker is None


def test_who_speaks_next_is_who_was_named_last() -> None:
    text = (
        f"«{DEED}», — сказал Иван Петров.\n\nДиректор порта Анна Иванова сообщила о планах.\n\n"
        "«Мы закупаем у них станки каждый год».\n"
    )
    assert [each.speaker.name for each in read(text).passages if each.speaker and each.speech == "direct"] == [
        "Иван Петров",
        "Анна Иванова",
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("сказал директор завода Иван Петров.", "Иван Петров", "директор завода"),
        (
            "встреча с губернатором Самарской области Иваном Петровским.",
            "Иван Петровский",
            "губернатором Самарской области",
        ),
        ("Иван Петров, директор завода, сказал", "Иван Петров", "директор завода"),
        ("noted Anna Smith, director of the port.", "Anna Smith", "director of the port"),
        ("Port Director Anna Smith said", "Anna Smith", "Port Director"),
        ("встреча с заместителем министра Аскаром Павловым.", "Аскар Павлов", "заместителем министра"),
        ("said the director of the Northern Port, Anna Smith, on", "Anna Smith", "director of the Northern Port"),
        ("Minister of Trade and Industry Anna Smith said", "Anna Smith", "Minister of Trade and Industry"),
        ("said Minister of Ports Anna Smith and President", "Anna Smith", "Minister of Ports"),
        ("о портах Европы и Азии Анна Иванова сказала", "Анна Иванова", ""),
        ("сказал Иван Азимов", "Иван Азимов", ""),
        ("Secretary of Ports Anna Smith said", "Anna Smith", "Secretary of Ports"),
        ("После приезда Ивана Петрова сказал", "Иван Петров", ""),
        ("по словам Анны Ивановой", "Анна Иванова", ""),
        ("встретился с Владимиром Петровым", "Владимир Петров", ""),
        ("по словам посла Александра Рогова", "Александр Рогов", "посла"),
    ],
)
def test_a_person_has_a_name_and_a_role(text: str, name: str, role: str) -> None:
    (person,) = people(text, [])
    assert (person.name, person.role) == (name, role)


def test_the_role_of_the_next_is_not_of_the_one_before() -> None:
    found = people("приехали аким Иван Петров, мэр порта Павел Орлов и директор Анна Иванова.", [])
    assert [(each.name, each.role) for each in found] == [
        ("Иван Петров", "аким"),
        ("Павел Орлов", "мэр порта"),
        ("Анна Иванова", "директор"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Республика Беларусь",
        "Тульская Область",
        "Минского Завода",
        "Russian Federation",
        "On Monday",
        "Ранее Завод",
        "Great Lakes",
        "the Minister of Foreign Affairs",
    ],
)
def test_two_capitals_alone_are_nobody(text: str) -> None:
    assert people(text, []) == []
