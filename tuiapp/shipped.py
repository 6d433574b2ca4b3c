"""The article that ships with the program."""

import os


def shipped() -> str:
    """The folder of that article's model: inside the installed package, or at the top of a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "share", "data")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "data")
