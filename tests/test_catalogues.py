# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says is in the catalogues of its languages: whole, with its fields, and well written."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache

import pytest
from catalogues import Words, compiled, gathered, place, read, source_of, updated

from drafting.translation import SOURCE, languages

LANGUAGES = [one for one in languages() if one != SOURCE]
AS_FIGURES = {"ordinal": "number", "wanted_ordinal": "wanted", "base_ordinal": "base"}
"""English ordinals of figures ("59th"), in whose place another language may take the number itself."""


@cache
def words(language: str) -> Words:
    return read(language)


def _pairs(language: str) -> Iterator[tuple[str, str]]:
    """Each message with each of its translations."""
    for one in words(language):
        if one.id:
            sources = (one.id,) if isinstance(one.id, str) else one.id
            found = (one.string,) if isinstance(one.string, str) else one.string
            for at, text in enumerate(found):
                yield sources[min(at, len(sources) - 1)], text


def _fields(text: str) -> set[str]:
    return {AS_FIGURES.get(name, name) for _, name, _, _ in string.Formatter().parse(text) if name}


def _is_filled(text: str) -> bool:
    """Whether the braces of a message are fields, and no part of an expression shown as an example."""
    return re.search(r"\{\w+\}", text) is not None


def test_there_is_a_language_beside_english() -> None:
    assert LANGUAGES == ["fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_that_of_the_code(language: str) -> None:
    """`make words` brings it up to date."""
    now = updated(language, gathered())
    assert [one.id for one in words(language)] == [one.id for one in now]
    assert place(language, "po").read_bytes() == source_of(now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_reads_what_the_source_says(language: str) -> None:
    assert place(language, "mo").read_bytes() == compiled(words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    assert [source for source, text in _pairs(language) if not text.strip()] == []
    assert [one.id for one in words(language) if one.id and one.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_stay_as_they_are(language: str) -> None:
    pairs = [(source, text) for source, text in _pairs(language) if _is_filled(source)]
    assert [(source, text) for source, text in pairs if _fields(source) != _fields(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_edges_and_keys_stay(language: str) -> None:
    """Spaces at the ends, line ends, an ellipsis that asks for more, and a key where the source has one."""

    def kept(text: str) -> tuple[object, ...]:
        bare = text.replace("\u00a0", "")  # which stands before French signs
        spaces = bare[: len(bare) - len(bare.lstrip())], bare[len(bare.rstrip()) :]
        return spaces, text.count("\n"), text.endswith("…"), len(re.findall(r"&\w", text))

    differing = [(source, text) for source, text in _pairs(language) if kept(source) != kept(text)]
    assert differing == []


FRENCH_FAULTS = {
    "a straight apostrophe": r"'",
    "a straight quotation mark": r'"|“|”',
    "a bare space before a double sign": r" [:;?!»%]|« ",
    "a double sign without its space": r"[\w})][;?!»](?!\w)|«[\w{]|[\w})]:(?= |$)",
    "a double space": r"(?<=\S)  (?=\S{2,})",
    "three points": r"\.\.\.",
}


@pytest.mark.parametrize("fault", FRENCH_FAULTS)
def test_french_signs_are_those_of_french(fault: str) -> None:
    shown = [(source, re.sub(r"\(\?.*?\)|`[^`]*`|\*[^*]*\*", "§", text)) for source, text in _pairs("fr")]
    assert [text for _, text in shown if re.search(FRENCH_FAULTS[fault], text)] == []
