"""A model of about two hundred items, generated from a seed, in the formats of the program and of fzf.

It is in Russian, whose letters take two bytes each. Quotes, translations and titles are as long as in the article that
the program ships with, and the quotes occur in a source, so that the quote panel has all its lines.
"""

import json
from pathlib import Path
from random import Random
from typing import Any

SIZE = 200
ROOTS = ("минск", "могилев", "гомел", "витеб", "самар", "тольятт", "сызран", "полоц", "бобруй", "орш", "чапаев")
ENDS = ("маш", "строй", "пром", "агро", "сталь", "прибор", "лифт", "станко", "химия", "энерго")
SECTORS = ("Лифтостроение", "Станкостроение", "Двигателестроение", "Автомобилестроение", "Приборостроение", "Химия")
WORDS = """
    что планируется заменить около лифтов области завод поставит двигатели совместное производство прорабатывается
    вопрос строительства предприятия по выпуску беспилотников он рассказал также в этом году регион готов нарастить
    сотрудничество для сельского хозяйства мы рассчитываем на новые станки и компоненты белорусских партнёров и в с на
    и в
""".split()  # noqa: SIM905
OURS = """
    the plant plans to deliver engines and to replace about lifts in the region joint production is being worked out he
    said also this year we count on new machine tools and components of our partners for agriculture and industry
""".split()  # noqa: SIM905
STAGES = ("active", "planned", "negotiation", "study", "interest")


class Large:
    """`size` items, the same every time."""

    speaker = "Денис Гурков, министр промышленности и торговли"

    def __init__(self, size: int = SIZE) -> None:
        random = Random(size)
        self.enterprises = {f"e{at}": random.choice(ROOTS).title() + random.choice(ENDS) for at in range(size // 4)}
        self.items = [self._item(random, at) for at in range(size)]

    def _item(self, random: Random, at: int) -> dict[str, Any]:
        length = random.randint(7, 24)
        return {
            "id": f"item-{at}",
            "title": " ".join(random.choices(WORDS, k=random.randint(4, 7))).capitalize(),
            "sector": f"s{random.randrange(len(SECTORS))}",
            "enterprises": random.sample(list(self.enterprises), k=random.choice((0, 1, 1, 2))),
            "origin": "belarus",
            "destination": "samara",
            "stage": random.choice(STAGES),
            "quotes": [
                {
                    "exact": " ".join(random.choices(WORDS, k=length)),
                    "speaker": "gurkov",
                    "speech": "reported",
                    "translation": " ".join(random.choices(OURS, k=length + length // 3)),
                }
            ],
        }

    def write(self, folder: Path) -> Path:
        """Write the model and its source to `folder`, as JSON, which is YAML too; return the model's path."""
        source = folder / "source.txt"
        source.write_text("\n".join(item["quotes"][0]["exact"] for item in self.items), encoding="utf-8")
        model = {
            "article": {
                "id": "large", "title": "Кооперация", "publisher": "news.by", "published": "2025-09-30",
                "language": "be", "source": source.name,  # not the user's, so that a translation is shown
            },
            "regions": {"belarus": {"name": "Беларусь"}, "samara": {"name": "Самарская область"}},
            "sectors": {f"s{at}": {"name": name} for at, name in enumerate(SECTORS)},
            "enterprises": {key: {"name": name} for key, name in self.enterprises.items()},
            "people": {"gurkov": {"name": self.speaker}},
            "items": self.items,
        }  # fmt: skip
        path = folder / "large.yaml"
        path.write_text(json.dumps(model, ensure_ascii=False), encoding="utf-8")
        return path

    def rows(self) -> list[str]:
        """The items as lines for fzf: the text that the list shows."""
        return ["  ".join([item["title"], *self._parties(item), self._sector(item)]) for item in self.items]

    def _parties(self, item: dict[str, Any]) -> list[str]:
        return [", ".join(self.enterprises[key] for key in item["enterprises"])]

    @staticmethod
    def _sector(item: dict[str, Any]) -> str:
        return SECTORS[int(item["sector"][1:])]
