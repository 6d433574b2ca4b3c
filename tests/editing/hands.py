"""Files as people write them: one value in many spellings, with comments in odd places."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from tuiapp.library.fault import ValuePath

WORDS = [
    "a",
    "b-c",
    "Завод",
    "поставит, и: да",
    "# ?",
    "x # ? y",
    "'",
    '"',
    "\\",
    "yes",
    "null",
    "2025-01-02",
    "12",
    "",
    " ",
    "- a",
    "{a}",
    "[b]",
    "*x",
    "&y",
    "!z",
    "% w",
    "@",
    "`",
    "? k",
    "a: b",
    "a:",
    "#",
    "é𝄞",
    "line\nfeed",
    "tab\tin",
    "~",
    "два  пробела",
    " край ",
    "=",
    "<<",
    "|",
    ">-",
    "...",
    "---",
    "длинные слова " * 9,
    "слово " * 30 + "конец",
    "x" * 120,
]
KEYS = ["a", "id", "title", "Ключ", "two words", "- k", "12", "y", "k: l", "# k", "quotes", "exact"]
COMMENTS = ["# c", "#", "# ?", "# ? why", "#d # e", "# ? [", "# - x: y", "# 'open", "#\t"]


def value(random: Random, depth: int = 0) -> Any:
    """Texts in lists and mappings."""
    kind = random.choice(["text", "text", "list", "map"]) if depth < 4 else "text"
    if depth == 0:
        kind = random.choice(["map", "map", "list"])
    if kind == "text":
        return random.choice(WORDS)
    if kind == "list":
        return [value(random, depth + 1) for _ in range(random.randrange(4))]
    keys = random.sample(KEYS, random.randrange(4))
    return {key: value(random, depth + 1) for key in keys}


def paths(said: Any, path: ValuePath = ()) -> Iterator[tuple[ValuePath, Any]]:
    """Every value with its path."""
    yield path, said
    for step, inner in said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ():
        yield from paths(inner, (*path, step))


def text(random: Random, said: Any) -> str:
    """`said` as YAML."""
    hand = _Hand(random)
    lines = hand.block(said, 0) if said else [hand.flow(said, "")]
    head = random.choice(["", "", "# head\n\n", "---\n", "--- # c\n", "%YAML 1.1\n---\n", "\n"])
    tail = random.choice(["\n", "\n", "\n", "", "\n\n# end\n", "\n...\n", "\n# ? end"])
    whole = head + "\n".join(lines) + tail
    if random.random() < 0.15:
        whole = whole.replace("\n", "\r\n")
    if random.random() < 0.1:
        whole = "\ufeff" + whole
    return whole


class _Hand:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.calm = random.random() < 0.4
        self.anchors = 0

    def chance(self, often: float) -> bool:
        return not self.calm and self.random.random() < often

    def comment(self) -> str:
        if self.random.random() < (0.1 if self.calm else 0.25):
            return self.random.choice([" ", "  ", "   "]) + self.random.choice(COMMENTS)
        return self.random.choice(["", "", "", " "])

    def own(self, column: int) -> list[str]:
        """Lines that say nothing."""
        if not self.chance(0.15):
            return []
        kind = self.random.choice(["", " " * column, " " * column + "# own", " " * (column + 2) + "# ? in", "# out"])
        return [kind]

    def anchor(self) -> str:
        if self.chance(0.05):
            self.anchors += 1
            return f"&a{self.anchors} "
        return ""

    def quoted(self, said: str) -> str:
        if "\n" in said or "\t" in said or self.random.random() < 0.5:
            escaped = said.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            return f'"{escaped}"'
        return "'" + said.replace("'", "''") + "'"

    def plain(self, said: str) -> bool:
        return said[:1].isalpha() and said.replace(" ", "").isalnum() and said == said.strip() and "  " not in said

    def scalar(self, said: str) -> str:
        if self.plain(said) and said not in ("yes", "null", "y") and self.random.random() < 0.8:
            return said
        return self.quoted(said)

    def flow(self, said: Any, pad: str) -> str:
        """On one line or several."""
        wide = self.chance(0.15)

        def gap() -> str:
            return f"{self.comment()}\n{pad} " if wide else self.random.choice(["", "", " "])

        if isinstance(said, str):
            return self.anchor() + self.scalar(said)
        if isinstance(said, list):
            inner = [self.flow(each, pad + " ") for each in said]
        else:
            inner = [f"{self.scalar(key)}: {self.flow(each, pad + ' ')}" for key, each in said.items()]
        begin, end = "[]" if isinstance(said, list) else "{}"
        last = "," if inner and self.chance(0.2) else ""
        return self.anchor() + begin + gap() + ("," + (gap() or " ")).join(inner) + last + gap() + end

    def folded(self, said: str, column: int) -> tuple[str, list[str]] | None:
        """A block scalar, if it may be one."""
        if not said.strip() or said != said.strip() or "\t" in said or "  " in said or self.random.random() < 0.4:
            return None
        pad = " " * (column + self.random.choice([1, 2, 4]))
        if "\n" in said:
            return "|-", [pad + line for line in said.split("\n")]
        style = self.random.choice([">-", "|-"])
        words = said.split(" ")
        cut = self.random.randrange(1, len(words) + 1) if style == ">-" else len(words)
        return style, [pad + " ".join(part) for part in (words[:cut], words[cut:]) if part]

    def behind(self, said: Any, column: int, dash: bool) -> tuple[str, list[str]]:
        """What stands behind a key or dash at `column`, and the lines below."""
        if isinstance(said, str):
            if block := self.folded(said, column):
                style, lines = block
                return f" {self.anchor()}{style}{self.comment()}", lines
            if self.chance(0.1):
                return self.comment(), [*self.own(column + 2), " " * (column + 2) + self.scalar(said) + self.comment()]
            return f" {self.anchor()}{self.scalar(said)}{self.comment()}", []
        if not said or self.random.random() < 0.25:
            return f" {self.flow(said, ' ' * (column + 2))}{self.comment()}", []
        deeper = column + self.random.choice([1, 2, 2, 2, 4])
        if dash and deeper > column + 1 and self.random.random() < 0.7:
            first, *rest = self.block(said, deeper)
            if first.strip() and not first.strip().startswith("#"):
                return " " * (deeper - column - 1) + first[deeper:], rest
            return "", [first, *rest]
        if isinstance(said, list) and not dash and self.random.random() < 0.3:
            deeper = column
        anchor = self.anchor()
        return (f" {anchor.rstrip()}" if anchor else "") + self.comment(), self.block(said, deeper)

    def block(self, said: Any, column: int) -> list[str]:
        pad, lines = " " * column, []
        for key, inner in said.items() if isinstance(said, dict) else enumerate(said):
            lines += self.own(column)
            if isinstance(key, int):
                behind, below = self.behind(inner, column, True)
                lines += [f"{pad}-{behind}", *below]
            elif self.chance(0.05):
                behind, below = self.behind(inner, column, True)
                lines += [f"{pad}? {self.scalar(key)}{self.comment()}", f"{pad}:{behind}", *below]
            else:
                behind, below = self.behind(inner, column, False)
                lines += [f"{pad}{self.scalar(key)}{self.random.choice(['', '', ' '])}:{behind}", *below]
        return lines


SIGNS = [
    "#",
    " # ?",
    ":",
    ": ",
    "- ",
    "-",
    "? ",
    "&a ",
    "*a",
    "*a1",
    "!x ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "|",
    ">",
    "\t",
    "\n",
    "  ",
    " ",
    "\r",
    "~",
    "null",
    "2025-13-45",
    "<<: *a1",
    "...",
    "---",
    "\ufeff",
    "\u200b",
    "\x85",
    "é",
    "|+",
    "a: ",
]


def shared(random: Random, text: str) -> str:
    """`text`, block or flow, with an anchor before some values and aliases in the place of others."""
    lines = text.split("\n")
    for _ in range(random.randrange(1, 4)):
        at = random.randrange(len(lines))
        key = re.match(r"(\s*(?:- )*(?:[\w\"' -]+: ?|- ))([^#&*|>]*?)(\s*(?: #.*)?)$", lines[at])
        if key:
            sign = random.choice(["&s ", "&t ", "*s", "*t"])
            gap = "" if key[1].endswith(" ") else " "
            lines[at] = f"{key[1]}{gap}{sign}{key[2] if sign.startswith('&') else ''}{key[3]}"
    return "\n".join(lines)


def broken(random: Random, text: str) -> str:
    """`text` after a few slips."""
    for _ in range(random.randrange(1, 4)):
        at = random.randrange(len(text) + 1)
        lines = text.split("\n")
        line = random.randrange(len(lines))
        slip = random.choice(["in", "in", "out", "twice", "swap", "shift", "back", "line", "short"])
        if slip == "in":
            text = text[:at] + random.choice(SIGNS) + text[at:]
        elif slip == "out":
            text = text[:at] + text[at + random.randrange(1, 4) :]
        elif slip == "short":
            text = text[:at] if random.random() < 0.3 else text.rstrip("\n")
        else:
            if slip == "twice":
                lines.insert(line, lines[random.randrange(len(lines))])
            elif slip == "swap":
                other = random.randrange(len(lines))
                lines[line], lines[other] = lines[other], lines[line]
            elif slip == "shift":
                lines[line] = " " + lines[line]
            elif slip == "back":
                lines[line] = lines[line].removeprefix(" ")
            else:
                lines[line] = " " * random.randrange(6) + random.choice(SIGNS)
            text = "\n".join(lines)
    return text
