# SPDX-License-Identifier: GPL-3.0-or-later
"""All proposals in several paragraphs decided at once, all findings in them mended at once."""

from __future__ import annotations

import pytest
from annexed import drafted, version
from small import small_draft

from drafting.draft import Decision, find_all
from drafting.draft.several import accept_in, keep_in, mend_all
from drafting.errors import DraftError

NAMES = ("p1", "p4", "p6")


@pytest.mark.parametrize(
    ("act", "wanted", "name"),
    [
        (accept_in, Decision.ACCEPTED, "Accept proposals in PP1, OP2 and OP3"),
        (keep_in, Decision.KEPT, "Keep old text in PP1, OP2 and OP3"),
    ],
)
def test_every_open_proposal_in_the_paragraphs_is_decided_and_no_other(act, wanted, name):  # type: ignore[no-untyped-def]
    draft = small_draft()
    step = act(draft, NAMES)
    assert step.name == name
    for paragraph, choice in step.draft.choices():
        if not step.draft.is_style(choice):
            assert (choice.decision is wanted) == (paragraph.key in NAMES)
    with pytest.raises(DraftError, match="No proposal is open"):
        act(step.draft, NAMES)


def test_findings_of_several_paragraphs_are_mended_at_once() -> None:
    draft = drafted(
        version(
            "PP1 | | Recalling the organisation of work and its organisation,\n"
            "OP1 | 1 | Asks for per cent and co-operation;\nOP2 | 2 | Decides on the program."
        )
    )
    found = [one for one in find_all(draft) if one.finding.fix]
    assert len(found) > 1
    step, count = mend_all(draft, found)
    assert count == len(found)
    assert not [one for one in find_all(step.draft) if one.finding.fix]
    with pytest.raises(DraftError, match="mended by a rule"):
        mend_all(draft, [])
