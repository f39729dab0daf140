# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year starts from the adopted text; pairs by hand and ignored findings come along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from small import small_draft

from drafting.comparing.lineage import trace
from drafting.draft import Counted, Draft, Ignored, Rewritten, Stage, delete, rewrite, start_draft
from drafting.draft.pairing import DRAFT, pair, paired_by_hand, unpair
from drafting.errors import SeriesError
from drafting.keeping.next_year import next_year
from drafting.opening import open_sample
from drafting.resolution import Resolution
from drafting.updating.proposals import propose


@pytest.fixture(scope="module")
def earlier() -> tuple[Draft, Resolution]:
    """A draft on 47/9 to 53/11, and 56/2, which was adopted after it."""
    versions = open_sample().draft.lineage.versions
    lineage = trace(versions[:3])
    return start_draft(lineage, propose(lineage, 56)), versions[3]


def _with_hand(draft: Draft) -> Draft:
    draft = pair(draft, "47/9", "50/4", ("PP5", "PP6")).draft
    draft = unpair(draft, "53/11", DRAFT, [("PP3", "PP3")]).draft
    return pair(draft, "53/11", DRAFT, ("PP7", "PP9")).draft


def test_the_adopted_text_is_the_base_and_the_next_session_is_drafted(
    earlier: tuple[Draft, Resolution],
) -> None:
    draft = next_year(*earlier).draft
    assert [version.number for version in draft.lineage.versions] == ["47/9", "50/4", "53/11", "56/2"]
    assert replace(draft, ignored=frozenset(), pairings=()) == open_sample().draft
    assert next_year(*earlier, session=62).draft.carry.session == 62


def test_pairs_by_hand_come_along_and_hold_for_the_adopted_text(earlier: tuple[Draft, Resolution]) -> None:
    found = next_year(_with_hand(earlier[0]), earlier[1])
    assert (found.pairs, found.pairs_left) == (3, 0)
    assert paired_by_hand(found.draft, "47/9", "50/4").made == (("PP5", "PP6"),)
    held = paired_by_hand(found.draft, "53/11", "56/2")
    assert held.broken == (("PP3", "PP3"),)
    assert [one for one, _ in held.made] == ["PP7"]


def test_a_pair_whose_paragraph_was_taken_out_is_counted(earlier: tuple[Draft, Resolution]) -> None:
    draft, adopted = earlier
    found = next_year(delete(_with_hand(draft), ["p3"]).draft, adopted)
    assert (found.pairs, found.pairs_left) == (2, 1)


def test_ignored_findings_follow_their_paragraph(earlier: tuple[Draft, Resolution]) -> None:
    draft, adopted = earlier
    words = " ".join(draft.paragraph("p2").text.split()[:3])
    kept, lost = Ignored("term-left", "p2", words), Ignored("term-left", "p2", "no such words")
    inserted = rewrite(draft, ["p1"], [Rewritten("p1", draft.paragraph("p1").text + " and more,")]).draft
    found = next_year(replace(inserted, ignored=frozenset({kept, lost})), adopted)
    assert (found.ignored, found.ignored_left) == (1, 1)
    [one] = found.draft.ignored
    assert found.draft.paragraph(one.paragraph).text.startswith(words)


def test_private_notes_come_along_and_what_the_room_said_does_not(earlier: tuple[Draft, Resolution]) -> None:
    draft, adopted = earlier
    for key in ("p2", "p3"):
        marked = replace(draft.paragraph(key), memo=f"on {key}", stage=Stage.AGREED, counted=Counted.BIS)
        draft = draft.with_paragraph(marked)
    found = next_year(delete(draft, ["p3"]).draft, adopted)
    assert (found.memos, found.memos_left) == (1, 0)
    assert [one.memo for one in found.draft.paragraphs if one.memo] == ["on p2"]
    assert {(one.stage, one.counted) for one in found.draft.paragraphs} == {(Stage.OPEN, Counted.ON)}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"symbol": "A/HRC/56/L.4"}, "is a draft"),
        ({"number": "53/11"}, "is a version of this draft's series already"),
        ({"body": "Security Council"}, "not of the series"),
        ({"number": "44/1", "session": 44, "adopted": date(2020, 7, 16)}, "comes before"),
    ],
)
def test_what_cannot_be_the_base_of_next_year_is_refused(
    earlier: tuple[Draft, Resolution], change: dict[str, object], words: str
) -> None:
    draft, adopted = earlier
    other = replace(adopted, masthead=replace(adopted.masthead, **change))
    with pytest.raises(SeriesError, match=words):
        next_year(draft, other)


def test_a_draft_is_not_changed_by_it(earlier: tuple[Draft, Resolution]) -> None:
    draft = small_draft()
    with pytest.raises(SeriesError):
        next_year(draft, draft.base)
    assert draft == small_draft()
