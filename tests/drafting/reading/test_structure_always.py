# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold whatever a format hands over: no word lost, ids unique, offsets inside their texts."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from drafting.reading.blocks import Block, Mark
from drafting.reading.recognise import recognise
from drafting.reading.source import Source
from drafting.resolution import Act, Kind, Part, Resolution, Revision

LABELS = [
    "",
    "1. ",
    "2. ",
    "3 bis. ",
    "(a) ",
    "(b) ",
    "(i) ",
    "a. ",
    "– ",
    "• ",
    "II. ",
    "A. ",
    "PP3 ",
    "“",
    "1) ",
]
WORDS = [
    "Recalling its resolution,",
    "Decides to act;",
    "Urges all States:",
    "to report on it",
    "Annex I",
    "Annex Terms of reference",
    "The General Assembly,",
    "A",
    "B",
    "IV",
    "34th meeting",
    "It is said here.”",
    "Title of a section",
    "Алжир",
    "决定继续处理此事。",
    "",
]
TOLD = ["", "", "", "1.", "2", "(a)", "(ii)", "•", "II", "1.1", "Rule 3", "B"]

blocks = st.builds(
    lambda label, words, told, marks, anchors, **hints: Block(
        label + words,
        label="" if label or hints["note"] else told,
        marks=tuple(Mark(min(offset, len(label + words)), str(1 + offset % 3)) for offset in sorted(marks)),
        anchors=tuple(Mark(min(offset, len(label + words)), sign) for offset, sign in anchors),
        **hints,
    ),
    label=st.sampled_from(LABELS),
    words=st.sampled_from(WORDS),
    told=st.sampled_from(TOLD),
    marks=st.sets(st.integers(0, 30), max_size=2),
    anchors=st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from(["r0<", "r0>", "r1<", "r1>"])), max_size=2
    ),
    whole=st.booleans(),
    gap=st.booleans(),
    heading=st.sampled_from([False, False, True]),
    table=st.sampled_from([False, False, False, True]),
    part=st.sampled_from([None, None, *Part]),
    depth=st.integers(0, 3),
    note=st.sampled_from(["", "", "", "1", "2", "*"]),
)
sources = st.lists(blocks, min_size=1, max_size=25)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


def _recognised(body: list[Block]) -> Resolution | None:
    revisions = (Revision(Act.INSERT, "x"), Revision(Act.DELETE, "y"))
    opener = Block("Recalling the Charter and its purposes,", whole=True, gap=True)
    return recognise(Source((), "General Assembly", (opener, *body), revisions=revisions), "made")


def _kept(resolution: Resolution) -> Counter[str]:
    parts = [warning.text for warning in resolution.warnings]
    for paragraph in resolution.paragraphs:
        parts += [paragraph.label, paragraph.text, *(note.text for note in paragraph.footnotes)]
    head = resolution.masthead
    return _words("\n".join([*parts, head.meeting, head.body]))


@given(sources)
def test_no_word_of_a_source_is_lost(body: list[Block]) -> None:
    resolution = _recognised(body)
    assert resolution is not None
    left = _words("\n".join(f"{block.label}\n{block.text}" for block in body)) - _kept(resolution)
    assert set(left) == set()


@given(sources)
def test_ids_are_unique_and_offsets_inside(body: list[Block]) -> None:
    resolution = _recognised(body)
    assert resolution is not None
    ids = [paragraph.id for paragraph in resolution.paragraphs]
    assert len(ids) == len(set(ids))
    for paragraph in resolution.paragraphs:
        assert paragraph.text.startswith(paragraph.opening)
        assert paragraph.id == paragraph.unit or not paragraph.unit or paragraph.id.startswith(paragraph.unit)
        assert all(0 <= note.offset <= len(paragraph.text) for note in paragraph.footnotes)
        assert (paragraph.level > 0) == (paragraph.kind is Kind.SUBPARAGRAPH)
        assert (paragraph.part is Part.ANNEX) == bool(re.match(r"A\d", paragraph.unit))


@given(sources)
def test_changes_stand_in_their_paragraph(body: list[Block]) -> None:
    resolution = _recognised(body)
    assert resolution is not None
    for revision in resolution.revisions:
        if not revision.paragraph:
            assert revision.start == revision.end == 0
            continue
        paragraph = resolution.paragraph(revision.paragraph)
        texts = [note.text for note in paragraph.footnotes if note.number == revision.footnote]
        longest = max(len(text) for text in texts or [paragraph.text])
        assert 0 <= revision.start <= revision.end <= longest
