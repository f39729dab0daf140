# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of the corpus as a checker sees them: each with the versions before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from drafting.checking.records import Subject
from drafting.comparing.paragraphs import align
from drafting.errors import NotAResolution
from drafting.reading import read
from drafting.resolution import Masthead, Resolution
from tests.corpus.files import CORPUS, NO_RESOLUTION, SAMPLES
from tests.corpus.lists import of_list

_PREFERRED = (".xml", ".docx", ".pdf", ".json")  # of one text in several formats
_HIDDEN = (".", "~$")  # what systems and Word put beside an open file
_ORGANS = {"A_HRC_RES": ("Human Rights Council", "A/HRC/RES"), "A_RES": ("General Assembly", "A/RES")}


def subjects() -> Iterator[Subject]:
    """Every English text of the corpus once: series in order of age, then the texts that stand alone.

    The paragraph lists, which the product does not read, are older versions for others, no texts themselves:
    they have lost points, and footnote marks stand in them as figures.
    """
    for folder in sorted(path for path in (CORPUS / "series").iterdir() if path.is_dir()):
        yield from _in_order([_text(path) for path in _one_each(folder)])
    yield from _in_order([read(path) for path in SAMPLES])
    for kind in ("docx", "pdf"):
        for path in _one_each(CORPUS / "reader" / kind):
            if path.name not in NO_RESOLUTION:
                yield from _alone(path)


def _alone(path: Path) -> Iterator[Subject]:
    try:
        yield Subject(read(path))
    except NotAResolution:
        return


def _one_each(folder: Path) -> list[Path]:
    best: dict[str, Path] = {}
    for suffix in _PREFERRED:
        for path in sorted(folder.glob(f"*{suffix}")):
            if not path.name.startswith(_HIDDEN):
                best.setdefault(path.stem, path)
    return sorted(best.values(), key=_age)


def _age(path: Path) -> tuple[int, ...]:
    """Session and number; a draft stands before what was adopted."""
    figures = [int(figure) for figure in re.findall(r"\d+", path.stem)]
    return (figures[-2], 0, figures[-1]) if "_L." in path.stem else (figures[-2], 1, figures[-1])


def _text(path: Path) -> Resolution:
    if path.suffix != ".json":
        return read(path)
    form = re.fullmatch(r"(A_HRC_RES|A_RES)_(\d+)_(\d+)", path.stem)
    if form is None:
        return of_list(path)
    (body, symbol), number = _ORGANS[form[1]], f"{form[2]}/{form[3]}"
    head = Masthead(body, f"{symbol}/{number}", number, session=int(form[2]))
    return replace(of_list(path), masthead=head)


def _in_order(versions: list[Resolution]) -> Iterator[Subject]:
    """A tabled draft is held against what was adopted before it, and nothing against a draft."""
    earlier: list[Resolution] = []
    for version in versions:
        if not version.source.endswith(".json"):
            alignment = align(earlier[-1], version) if earlier else None
            yield Subject(version, tuple(earlier), alignment)
        if not version.is_tabled:
            earlier.append(version)
