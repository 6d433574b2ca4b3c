"""The Russian catalogue: what the program says, by babel's extraction.

    python -m tests.catalogue

brings the messages of `tuiapp.po` up to date with the code, keeps what is translated, and compiles `tuiapp.mo`. It
prints the messages that have no Russian yet.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
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


def lacking(catalog: Catalog) -> list[str]:
    """The messages without Russian, or without one of its forms, in English."""
    messages = [message for message in catalog if message.id and not all(forms(message))]
    return [message.id if isinstance(message.id, str) else str(message.id[0]) for message in messages]


def forms(message: Message) -> tuple[str, ...]:
    """The Russian of a message: one text, or one for each plural form."""
    return tuple(
        str(form or "") for form in (message.string if isinstance(message.string, tuple) else (message.string,))
    )


def main() -> None:
    """Bring both files up to date, and print what has no Russian."""
    catalog = translated()
    # A date of its own in every run would be a change in every commit.
    catalog.update(said(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.project, catalog.version, catalog.msgid_bugs_address = "tuiapp", tuiapp.__version__, ""
    catalog.last_translator, catalog.language_team = "tuiapp", "ru"
    with PO.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, omit_header=False)
    MO.write_bytes(compiled(translated()))
    for message in lacking(catalog):
        sys.stdout.write(f"{PO.name}: no Russian for {message!r}\n")


if __name__ == "__main__":
    main()
