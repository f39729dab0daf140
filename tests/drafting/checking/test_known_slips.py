# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known to be wrong in the samples is found, and what only looks wrong is not called an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.checking import Finding, Severity, findings_of, off_by_default
from drafting.opening import gather

SLIPS = [  # version, paragraph, rule, words of the finding
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
]

RIGHT = [  # version, paragraph, words that only look wrong
    ("53/11", "OP35", "76/164 of 16 December 2021"),
    ("53/11", "PP5", "Recalling"),
    ("56/2", "PP5", "Recalling"),
    ("53/11", "PP12", "46/14 of 23 March 2021"),
    ("53/11", "PP12", "49/25 of 1 April 2022"),
    ("56/2", "PP12", "46/14 of 23 March 2021"),
    ("56/2", "PP12", "49/25 of 1 April 2022"),
    ("56/2", "PP26", "6/17 of 28 September 2007"),
    ("56/2", "PP23", "60/251"),
    ("56/2", "PP2", "70/1"),
    ("56/2", "PP3", "69/313"),
    ("56/2", "PP5", "41/128"),
    ("56/2", "PP6", "48/141"),
    ("56/2", "PP7", "33/134"),
    ("56/2", "PP8", "2000/22"),
]


@pytest.fixture(scope="module")
def findings(sample_files: tuple[Path, ...]) -> dict[str, tuple[Finding, ...]]:
    """The findings in each sample by its number, with the rules that are on by default."""
    lineage = gather(sample_files).lineage
    numbers = [version.number for version in lineage.versions]
    return dict(zip(numbers, findings_of(lineage), strict=True))


@pytest.fixture(scope="module")
def texts(sample_files: tuple[Path, ...]) -> dict[str, dict[str, str]]:
    """The text of every paragraph of each sample."""
    versions = gather(sample_files).lineage.versions
    return {version.number: {one.id: one.text for one in version.paragraphs} for version in versions}


@pytest.mark.parametrize(("version", "place", "rule_id", "words"), SLIPS)
def test_a_known_slip_is_found(
    findings: dict[str, tuple[Finding, ...]], version: str, place: str, rule_id: str, words: str
) -> None:
    assert rule_id not in off_by_default()
    found = [(one.spot.paragraph, one.rule, one.words) for one in findings[version]]
    assert (place, rule_id, words) in found


@pytest.mark.parametrize(("version", "place", "words"), RIGHT)
def test_what_only_looks_wrong_is_no_error(
    findings: dict[str, tuple[Finding, ...]],
    texts: dict[str, dict[str, str]],
    version: str,
    place: str,
    words: str,
) -> None:
    start = texts[version][place].index(words)
    loud = [
        one
        for one in findings[version]
        if one.spot.paragraph == place and one.severity is not Severity.INFO
        if one.spot.start < start + len(words) and start < one.spot.end
    ]
    assert loud == []
