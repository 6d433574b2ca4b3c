"""Times the reading of a model, compared with PyYAML's C loader on the same text: `python -m tests.bench.reading`.

The models have 1,000 and 100,000 items, generated from a seed; the larger file has 46 MB. Each reading runs in its own
process, the two programs in turn. PyYAML runs with the garbage collector off and builds no model. Imports are not
counted. Prints the medians and their ratio.
"""

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

SEED = 2025
SIZES = (1_000, 100_000)
ENTERPRISES = 500

RUSSIAN = "лифт станок ракета двигатель завод кооперация область поставка проект соглашение министр регион".split()  # noqa: SIM905
ENGLISH = "lift lathe rocket engine plant cooperation region supply project agreement minister area".split()  # noqa: SIM905

HEAD = """\
article:
  id: made-up
  title: {ru: "Заголовок", en: "Title"}
  publisher: news.by
  published: 2025-09-30
  language: ru
regions:
  belarus: {name: {ru: Беларусь, en: Belarus}}
  samara: {name: {ru: Самарская область, en: Samara region}}
sectors:
  lifts: {name: {ru: Лифтостроение, en: Lifts}, isic: "2816", aliases: [лифты, elevators]}
people:
  minister: {name: {ru: Имя Фамилия, en: Name Surname}}
"""

LOADERS = {
    "tuiapp": "from tuiapp.library import load\nread = lambda: load([sys.argv[1]])",
    "pyyaml": "import yaml\nraw = open(sys.argv[1], 'rb').read()\nread = lambda: yaml.load(raw, yaml.CSafeLoader)",
}
TIMED = """
import gc, sys, time
{loader}
if {collector_off}: gc.disable()
began = time.perf_counter()
read()
print(time.perf_counter() - began)
"""


def model(items: int) -> Iterator[str]:
    """The text of a model with `items` items, in pieces."""
    draw = random.Random(SEED)

    def words(vocabulary: list[str], count: int) -> str:
        return " ".join(draw.choices(vocabulary, k=count))

    yield HEAD + "enterprises:\n"
    for number in range(ENTERPRISES):
        yield f'  e{number}: {{name: {{ru: "{words(RUSSIAN, 2)}", en: "{words(ENGLISH, 2)}"}}, region: belarus}}\n'
    yield "items:\n"
    for number in range(items):
        yield (
            f"  - id: item-{number}\n"
            f'    title: {{ru: "{words(RUSSIAN, 3)}", en: "{words(ENGLISH, 3)}"}}\n'
            f"    sector: lifts\n"
            f"    enterprises: [e{draw.randrange(ENTERPRISES)}, e{draw.randrange(ENTERPRISES)}]\n"
            f"    origin: belarus\n"
            f"    stage: negotiation\n"
            f"    quotes:\n"
            f'      - exact: "{words(RUSSIAN, 7)}"\n'
            f"        speaker: minister\n"
            f"        speech: reported\n"
            f'        translation: "{words(ENGLISH, 6)}"\n'
        )


def seconds(loader: str, path: str) -> float:
    """The time of one reading in a new process."""
    code = TIMED.format(loader=LOADERS[loader], collector_off=loader == "pyyaml")
    return float(subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True).stdout)


def main(rounds: int) -> None:
    """Print a line for each size."""
    with tempfile.TemporaryDirectory() as folder:
        for items in SIZES:
            path = Path(folder, f"{items}.yaml")
            path.write_text("".join(model(items)))
            taken: dict[str, list[float]] = {name: [] for name in LOADERS}
            for _ in range(rounds):
                for name, times in taken.items():
                    times.append(seconds(name, str(path)))
            ours, theirs = median(taken["tuiapp"]), median(taken["pyyaml"])
            size = f"{items:7,} items, {path.stat().st_size / 1e6:4.1f} MB"
            print(f"{size}: tuiapp {ours:6.3f} s, PyYAML {theirs:6.3f} s, ratio {ours / theirs:.2f}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
