"""The Russian catalogue: what the program says, by babel's extraction.

    python -m tests.catalogue

brings the messages of `tuiapp.po` up to date with the code, keeps what is translated, and compiles `tuiapp.mo`.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import tuiapp

PACKAGE = Path(tuiapp.__file__).parent
PO = PACKAGE / "locale" / "ru" / "LC_MESSAGES" / "tuiapp.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"gettext": None, "deferred": None, "ngettext": (1, 2)}


def said() -> Catalog:
    """Every message in the code."""
    catalog = Catalog(fuzzy=False)
    for _, _, message, _, _ in extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS):
        catalog.add(message)
    return catalog


def translated() -> Catalog:
    """The catalogue as it is kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="ru")


def compiled(catalog: Catalog) -> bytes:
    """What gettext reads."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def main() -> None:
    """Bring both files up to date."""
    catalog = translated()
    catalog.update(said(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.project, catalog.version, catalog.msgid_bugs_address = "tuiapp", tuiapp.__version__, ""
    catalog.last_translator, catalog.language_team = "tuiapp", "ru"
    with PO.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, omit_header=False)
    MO.write_bytes(compiled(translated()))


if __name__ == "__main__":
    main()
