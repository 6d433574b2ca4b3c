"""The language in use, and the program's messages in it, by gettext.

One choice for the whole process, because one key switches all of it. Quotes never pass through here.
"""

import gettext as _gettext
import os
from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_CATALOGUES = os.path.join(os.path.dirname(__file__), "locale")

_language: Language = "en"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def preferred(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the environment asks for: Russian for ru and be, else English."""
    return "ru" if asked(environment).lower().startswith(("ru", "be")) else "en"


def asked(environment: Mapping[str, str]) -> str:
    """The locale that the environment asks for, in gettext's order; empty if it asks for none."""
    return next(filter(None, map(environment.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")


def use(language: Language) -> None:
    """Speak `language` from now on."""
    global _language, _catalogue
    _language = language
    _catalogue = _gettext.translation("tuiapp", _CATALOGUES, [language], fallback=True)


def spoken() -> Language:
    """The language in use."""
    return _language


def gettext(message: str) -> str:
    """The program's own `message` in the language in use."""
    return _catalogue.gettext(message)


def translated(language: Language, message: str) -> str:
    """The program's own `message` in a language, whichever is in use."""
    return _gettext.translation("tuiapp", _CATALOGUES, [language], fallback=True).gettext(message)


def in_all(message: str) -> tuple[str, ...]:
    """The program's own `message` in every language, each wording once; the language in use makes no difference."""
    catalogues = (_gettext.translation("tuiapp", _CATALOGUES, [each], fallback=True) for each in LANGUAGES)
    return tuple(dict.fromkeys(catalogue.gettext(message) for catalogue in catalogues))


def ngettext(one: str, many: str, count: int) -> str:
    """The plural form for `count` in the language in use."""
    return _catalogue.ngettext(one, many, count)


def grouped(number: int) -> str:
    """`number` with its thousands apart: by commas in English, by no-break spaces in Russian."""
    return f"{number:,}".replace(",", "\u00a0" if _language == "ru" else ",")


def deferred(message: str) -> str:
    """Return `message` itself; marks it for the catalogue in a table that is built before a language is chosen."""
    return message
