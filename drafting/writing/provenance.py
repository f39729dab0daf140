# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each paragraph of a draft comes from, in the words drafters put in brackets behind it.

It is told from the alignment that the tracked file is made of (`against`), so that both say the same: what
the draft knows of its paragraphs and what was paired by hand comes before likeness of words.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.comparing.records import Change, Pair
from drafting.draft import Draft
from drafting.glyphs import squeezed
from drafting.resolution import Kind, Paragraph, Resolution
from drafting.writing.against import against

_NEW = "new"
_DONE = {Change.SPLIT: "split", Change.MERGED: "merged"}


def provenance(draft: Draft) -> dict[str, str]:
    """By the id of each paragraph of the draft its source: "56/2 OP12, amended"; "new" where there is none.

    A paragraph is unchanged when its words and footnotes are those of the base; quotation marks and spaces
    are no words. One that the base has not, but an earlier version has word for word, is told with that
    version. A placeholder still to be filled is a change like any other.
    """
    alignment = against(draft)
    said: dict[str, str] = {}
    for pair in alignment.pairs:
        if pair.old:
            said |= dict.fromkeys(pair.new, f"{_source(draft.base, pair.old)}, {_change(pair)}")
        else:
            said |= {one: _earlier(draft, alignment.new.paragraph(one)) for one in pair.new}
    return said


def _change(pair: Pair) -> str:
    """What became of the paragraph: "unchanged", "moved and amended", "split"."""
    words = [_DONE[pair.change]] if pair.change in _DONE else []
    if pair.moved:
        words.append("moved")
    if pair.words:
        words.append("amended")
    elif pair.notes:
        words.append("footnote amended")
    return " and ".join(words) or "unchanged"


def _earlier(draft: Draft, paragraph: Paragraph) -> str:
    """The latest version before the base that has the paragraph word for word."""
    wanted = _wording(paragraph)
    for version in reversed(draft.lineage.versions[:-1]):
        for one in version.paragraphs:
            if _wording(one) == wanted:
                return f"{_source(version, (one.id,))}, brought back"
    return _NEW


def _wording(paragraph: Paragraph) -> tuple[str, list[str]]:
    return squeezed(paragraph.text), [squeezed(note.text) for note in paragraph.footnotes]


def _source(version: Resolution, ids: tuple[str, ...]) -> str:
    return f"{version.number} {' and '.join(_places(version, ids))}"


def _places(version: Resolution, ids: tuple[str, ...]) -> Iterator[str]:
    """The paragraphs as drafters name them; a heading goes by its number, or is just a heading."""
    for one in map(version.paragraph, ids):
        yield f"heading {one.label}".rstrip() if one.kind is Kind.HEADING else one.id
