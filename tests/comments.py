"""Twenty comments and docstrings at random, for a reader who has not seen the code; `python -m tests.comments SEED`.

What such a reader does not understand at once is to be rewritten.
"""

import ast
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from random import Random

HOUSE = Path(__file__).parents[1] / "tuiapp"
MANY = 20


def prose(path: Path) -> Iterator[str]:
    """Every docstring of a module and of what is in it, and every comment, a block of lines as one."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield f"{path.relative_to(HOUSE.parent)}:{node.lineno}: {' '.join(node.value.value.split())}"
    block: list[str] = []
    first = last = 0
    with tokenize.open(path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type != tokenize.COMMENT or "noqa" in token.string or "fmt:" in token.string:
                continue
            alone = token.line.lstrip().startswith("#")
            if block and not (alone and token.start[0] == last + 1):
                yield f"{path.relative_to(HOUSE.parent)}:{first}: # {' '.join(block)}"
                block = []
            first = first if block else token.start[0]
            last = token.start[0]
            block.append(token.string.lstrip("# "))
    if block:
        yield f"{path.relative_to(HOUSE.parent)}:{first}: # {' '.join(block)}"


if __name__ == "__main__":
    everything = [each for path in sorted(HOUSE.rglob("*.py")) for each in prose(path)]
    print(*Random(int(sys.argv[1])).sample(everything, MANY), sep="\n\n")  # noqa: T201
