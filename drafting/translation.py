# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says, in the language its user reads: English in the code, the others as catalogues.

The catalogues are those of gettext, which counts as a language counts ("0 paragraphe", "2 paragraphes"); the
standard library reads them. A sentence is one message with named fields, filled in after it was translated:
`tr("Save the changes to {what}?").format(what=name)`. The language is chosen when the program starts: nothing
is translated while modules are loaded, what stands in a table there is only `marked`.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.resources import as_file, files

DOMAIN = "penholder"
SOURCE = "en"
"""The language of the messages in the code."""

_spoken: list[gettext.NullTranslations] = [gettext.NullTranslations()]
_language = [SOURCE]
_in_source: ContextVar[bool] = ContextVar("_in_source", default=False)
_unspoken = gettext.NullTranslations()


def tr(message: str) -> str:
    """The message in the chosen language; as it is where no catalogue has it."""
    return _catalogue_now().gettext(message) if message else ""


def trn(one: str, many: str, count: int) -> str:
    """The message for this count, in the chosen language, with `{n}` filled in.

    Further fields stay as they are, to be filled in after.
    """
    return _catalogue_now().ngettext(one, many, count).replace("{n}", str(count))


def marked(message: str) -> str:
    """The message itself, so that the catalogues know of it: whoever shows it calls `tr`."""
    return message


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Both messages, so that the catalogues know of them: whoever shows them calls `trn(*both, count)`."""
    return one, many


def listed(words: Iterable[str]) -> str:
    """The words as a list in a sentence of the chosen language: "a", "a and b", "a, b and c"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return tr("{others} and {last}").format(others=", ".join(items[:-1]), last=items[-1])


def speak(language: str) -> None:
    """Choose the language by its ISO 639-1 code; English where there is no catalogue of it."""
    _language[0] = language if language in languages() else SOURCE
    _spoken[0] = _catalogue(_language[0])


def spoken() -> str:
    """The language that is spoken, by its code."""
    return SOURCE if _in_source.get() else _language[0]


@contextmanager
def in_source() -> Iterator[None]:
    """What is said inside stays in English, in this thread alone: it is saved, or is for others."""
    before = _in_source.set(True)
    try:
        yield
    finally:
        _in_source.reset(before)


def _catalogue_now() -> gettext.NullTranslations:
    return _unspoken if _in_source.get() else _spoken[0]


def languages() -> tuple[str, ...]:
    """The languages the program speaks, by their codes, English first."""
    folder = files("resources") / "translations"
    found = sorted(one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []
    return (SOURCE, *found)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE:
        return gettext.NullTranslations()
    place = files("resources") / "translations" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with as_file(place) as path, path.open("rb") as catalogue:
        return gettext.GNUTranslations(catalogue)
