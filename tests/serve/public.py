"""A copy of Python and of the program where every user can read it."""

import shutil
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

import tuiapp

UNUSED = ("test", "tests", "idlelib", "ensurepip", "site-packages", "dist-packages", "__pycache__", "config-*")


def interpreter(to: Path) -> Path:
    """Copy what `tuiapp serve` needs below `to`, about 80 MB; returns the path of the Python there."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    python = to / "bin" / version
    for name in ("bin", "lib"):
        (to / name).mkdir()
    shutil.copy(Path(sys.executable).resolve(), python)
    shared = Path(str(sysconfig.get_config_var("LIBDIR")), str(sysconfig.get_config_var("INSTSONAME")))
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and shared.exists():
        shutil.copy(shared, to / "lib" / shared.name)
    # Python finds its modules beside itself.
    library = to / "lib" / version
    shutil.copytree(sysconfig.get_path("stdlib"), library, ignore=shutil.ignore_patterns(*UNUSED))
    packages = library / "site-packages"
    shutil.copytree(Path(tuiapp.__file__).parent, packages / "tuiapp", ignore=shutil.ignore_patterns(*UNUSED))
    for package in _needed("tuiapp", "serve"):
        for file in package.files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                (packages / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file.locate(), packages / file)
    return python


def _needed(name: str, *extras: str, seen: set[str] | None = None) -> Iterator[Distribution]:
    """All that `name` requires, with what that requires."""
    seen = set() if seen is None else seen
    for line in distribution(name).requires or ():
        needed = Requirement(line)
        wanted = needed.marker is None or any(needed.marker.evaluate({"extra": each}) for each in ("", *extras))
        if wanted and needed.name not in seen:
            seen.add(needed.name)
            yield distribution(needed.name)
            yield from _needed(needed.name, *needed.extras, seen=seen)
