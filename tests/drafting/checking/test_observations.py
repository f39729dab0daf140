# SPDX-License-Identifier: GPL-3.0-or-later
"""The slips of the four samples that the texts themselves prove, read by eye before there was any rule.

Each is found where it stands by the rule that is meant to find it; what only looks wrong is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafting.checking import Finding, Severity, findings_of
from drafting.opening import gather

PROVEN = [  # version, paragraph, rule, words of the finding
    ("56/2", "PP4", "predecessor-forgotten", "50/4 of 7 July 2022"),
    ("56/2", "PP4", "two-ages", "77/213 of 15 December 2022"),
    ("53/11", "OP36", "two-ages", "76/159"),
    (
        "56/2",
        "PP13",
        "clause-twice",
        "progressive realization of all economic, social and cultural rights",
    ),
    ("53/11", "PP3", "opening-inner", "recalling further"),
    ("56/2", "PP3", "opening-inner", "recalling further"),
    ("53/11", "OP30", "opening-addressee", "Requests"),
    ("53/11", "OP31", "opening-addressee", "Requests"),
    ("47/9", "OP25", "opening-addressee", "Calls upon"),
    ("50/4", "OP25", "opening-addressee", "Calls upon"),
    ("53/11", "OP25", "opening-addressee", "Calls upon"),
    ("56/2", "OP25", "opening-addressee", "Calls upon"),
    ("53/11", "OP28", "abbreviation-again", "coronavirus disease (COVID-19)"),
    ("47/9", "PP12", "abbreviation-forms", "(COVID-19)"),
    ("50/4", "PP12", "abbreviation-forms", "(COVID-19)"),
    ("53/11", "OP30", "full-name-again", "United Nations High Commissioner for Human Rights"),
    ("47/9", "PP13", "number-before-noun", "46/14 resolution"),
    ("50/4", "PP10", "plural-half-made", "meeting"),
    ("53/11", "PP10", "plural-half-made", "meeting"),
    ("56/2", "PP10", "plural-half-made", "meeting"),
    ("53/11", "PP33", "left-behind", "among Member States in the field of human rights"),
    ("56/2", "PP33", "left-behind", "among Member States in the field of human rights"),
    ("53/11", "PP17", "term-left", "Member States"),
    ("53/11", "PP33", "term-left", "Member States"),
    ("56/2", "PP17", "term-left", "Member States"),
    ("56/2", "PP33", "term-left", "Member States"),
    ("50/4", "PP32", "left-behind", "respect for human rights and fundamental freedoms through"),
    ("53/11", "PP31", "left-behind", "respect for human rights and fundamental freedoms through"),
    ("56/2", "PP31", "left-behind", "respect for human rights and fundamental freedoms through"),
    ("53/11", "OP31", "its-of-many", "its"),
    ("56/2", "OP31", "its-of-many", "its"),
    ("47/9", "OP21", "unnamed-plural", "the funds"),
    ("50/4", "OP21", "unnamed-plural", "the funds"),
    ("53/11", "OP21", "unnamed-plural", "the funds"),
    ("56/2", "OP21", "unnamed-plural", "the funds"),
    # of those said to need outside knowledge, one that the older version proves
    ("50/4", "PP2", "words-lost", "far-reaching set"),
    ("53/11", "PP2", "words-lost", "far-reaching set"),
    ("56/2", "PP2", "words-lost", "far-reaching set"),
]

ONLY_LOOKS_WRONG = [  # words that may well be remarked as information, never as an error or a warning
    ("53/11", "OP35", "76/164 of 16 December 2021"),
    *((version, "PP5", "Recalling") for version in ("47/9", "50/4", "53/11", "56/2")),
    *(
        (version, paragraph, words)
        for version in ("53/11", "56/2")
        for paragraph, words in [
            ("PP12", "46/14 of 23 March 2021"),
            ("PP12", "49/25 of 1 April 2022"),
            ("PP26", "6/17 of 28 September 2007"),
            ("PP23", "60/251 of 15 March 2006"),
            ("PP2", "70/1 of 25 September 2015"),
            ("PP3", "69/313 of 27 July 2015"),
            ("PP5", "41/128 of 4 December 1986"),
            ("PP6", "48/141 of 20 December 1993"),
            ("PP7", "33/134 of 19 December 1978"),
            ("PP8", "2000/22 of 18 August 2000"),
        ]
    ),
]

Found = dict[str, tuple[Finding, ...]]
Texts = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def series(sample_files: tuple[Path, ...]) -> tuple[Found, Texts]:
    """What is found in every sample, and its paragraphs."""
    lineage = gather(sample_files).lineage
    numbers = [version.number for version in lineage.versions]
    texts = {v.number: {one.id: one.text for one in v.paragraphs} for v in lineage.versions}
    return dict(zip(numbers, findings_of(lineage), strict=True)), texts


@pytest.mark.parametrize(("version", "paragraph", "rule", "words"), PROVEN)
def test_what_the_texts_prove_is_found(
    series: tuple[Found, Texts], version: str, paragraph: str, rule: str, words: str
) -> None:
    there = [one for one in series[0][version] if (one.spot.paragraph, one.rule) == (paragraph, rule)]
    assert any(words in one.words for one in there), there


@pytest.mark.parametrize(("version", "paragraph", "words"), ONLY_LOOKS_WRONG)
def test_what_only_looks_wrong_is_left_alone(
    series: tuple[Found, Texts], version: str, paragraph: str, words: str
) -> None:
    found, texts = series
    start = texts[version][paragraph].index(words)
    end = start + len(words)
    loud = [
        one
        for one in found[version]
        if one.spot.paragraph == paragraph
        and one.spot.footnote is None
        and one.severity is not Severity.INFO
        and one.spot.start < end
        and start < one.spot.end
    ]
    assert not loud


def test_the_fix_of_the_stale_citations_is_what_should_have_been_written(
    series: tuple[Found, Texts],
) -> None:
    found, texts = series
    text = texts["56/2"]["PP4"]
    mends = [
        mend for one in found["56/2"] if one.rule in {"predecessor-forgotten", "two-ages"} for mend in one.fix
    ]
    for mend in sorted(mends, key=lambda mend: -mend.spot.start):
        text = text[: mend.spot.start] + mend.new + text[mend.spot.end :]
    assert "General Assembly resolution 78/199 of 19 December 2023" in text
    assert "Human Rights Council resolution 53/11 of 12 July 2023" in text


# Said in the list to need outside knowledge, or an opinion: no honest rule finds them from the texts alone.
BEYOND = {"wrong_name", "informal_term", "missing_footnote", "follows_from_stale"}


def test_every_edit_known_to_be_missed_is_remarked(shared: Path, series: tuple[Found, Texts]) -> None:
    missed = json.loads((shared / "gold" / "missed_edits.json").read_text(encoding="utf-8"))
    silent = [
        (one["doc"], one["para"], one["kind"])
        for one in missed
        if one["kind"] not in BEYOND and not any(_about(series, one["doc"], one["para"], one["quote"]))
    ]
    # The clause of PP13 is remarked there, and PP11 named as its twin.
    assert silent == [("56/2", "PP11", "duplicate_text")]


def _about(series: tuple[Found, Texts], version: str, paragraph: str, quote: str) -> Iterator[Finding]:
    """The findings that overlap a quotation from a paragraph."""
    found, texts = series
    start = texts[version][paragraph].replace("\u2011", "-").index(quote.replace("\u2011", "-"))
    for one in found[version]:
        beside = one.spot.end <= start or start + len(quote) <= one.spot.start
        if one.spot.paragraph == paragraph and one.spot.footnote is None and not beside:
            yield one
