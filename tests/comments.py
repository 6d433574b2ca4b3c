"""Twenty comments and docstrings at random, for a reader who has not seen the code; `python -m tests.comments SEED`.

With each stands the line of code that it is about. What such a reader does not understand at once is to be rewritten.
"""

import ast
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from random import Random

HOUSE = Path(__file__).parents[1] / "tuiapp"
MANY = 20

Prose = tuple[int, str, str]
"""Line number, the text, the line of code that it is about."""


def docstrings(text: str) -> Iterator[Prose]:
    """Those of a module, its classes and functions, and the strings that stand behind a field or a constant."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        about = ""
        for part in _body(node):
            match part:
                case ast.Expr(value=ast.Constant(value=str(said))):
                    line = about or ("" if isinstance(node, ast.Module) else lines[getattr(node, "lineno", 1) - 1])
                    yield part.lineno, " ".join(said.split()), line.strip()
            about = lines[part.lineno - 1]


def _body(node: ast.AST) -> list[ast.stmt]:
    body = getattr(node, "body", None)
    return body if isinstance(body, list) else []


def comments(path: Path) -> Iterator[Prose]:
    """Every comment; one that has several lines counts once."""
    block: list[str] = []
    first = last = 0
    with tokenize.open(path) as file:
        tokens = [*tokenize.generate_tokens(file.readline)]
    for token in tokens:
        comment = token.type == tokenize.COMMENT and "noqa" not in token.string and "fmt:" not in token.string
        alone = token.line.lstrip().startswith("#")
        if block and token.type != tokenize.NL and not (comment and alone and token.start[0] == last + 1):
            yield first, f"# {' '.join(block)}", token.line.strip()
            block = []
        if comment:
            first = first if block else token.start[0]
            last = token.start[0]
            block.append(token.string.lstrip("# "))


def prose(path: Path) -> Iterator[str]:
    """All that is said in `path`, each with its place and the line of code that it is about."""
    for number, said, about in (*docstrings(path.read_text(encoding="utf-8")), *comments(path)):
        yield "\n".join(filter(None, (f"{path.relative_to(HOUSE.parent)}:{number}: {said}", about and f"    {about}")))


if __name__ == "__main__":
    everything = [each for path in sorted(HOUSE.rglob("*.py")) for each in prose(path)]
    print(*Random(int(sys.argv[1])).sample(everything, MANY), sep="\n\n")  # noqa: T201
