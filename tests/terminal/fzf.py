"""fzf, with which bytes and times are compared: on the same rows, with the same quotes as its preview."""

import shlex
import shutil
import sys
from pathlib import Path

from .large import Large
from .session import Terminal


def installed() -> str | None:
    """The path of fzf: beside this Python, where its wheel installs it, or on the path."""
    return shutil.which("fzf", path=str(Path(sys.executable).parent)) or shutil.which("fzf")


def command(fzf: str, large: Large, folder: Path, cols: int) -> list[str]:
    """A command that makes fzf show what our screen shows: the rows, and the quote beside or below them."""
    (folder / "rows").write_text("\n".join(large.rows()) + "\n", encoding="utf-8")
    for at, item in enumerate(large.items):
        quote = item["quotes"][0]
        text = "\n".join([item["title"], "", quote["exact"], "", f"— {large.speaker}", "", quote["translation"]])
        (folder / f"{at}.quote").write_text(text, encoding="utf-8")
    window = "down,60%,wrap" if cols < 110 else "right,43%,wrap"
    preview = f"cat {shlex.quote(str(folder))}/{{n}}.quote"
    words = [fzf, "--layout=reverse", f"--preview={preview}", f"--preview-window={window}"]
    return ["sh", "-c", f"exec {shlex.join(words)} <{shlex.quote(str(folder / 'rows'))}"]


def wait_ready(terminal: Terminal, large: Large) -> None:
    """Wait until the first screen is drawn, with its preview."""
    terminal.wait_for(large.speaker[:20])
    terminal.settle()
