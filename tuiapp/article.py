"""Where the article is that the program ships with."""

from pathlib import Path


def shipped() -> str:
    """The folder of its model: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / "share" / "data"
    return str(installed if installed.is_dir() else package.parent / "data")
