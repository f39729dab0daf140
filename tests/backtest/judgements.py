# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found on reading the certain proposals that an adopted text did not bear out."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from tests.backtest.verdicts import Judged

UNJUDGED = "unjudged"
_FILE = Path(__file__).with_name("judgements.json")


@cache
def _judged() -> dict[tuple[str, str, str, str], tuple[str, str]]:
    entries = json.loads(_FILE.read_text(encoding="utf-8"))["judged"]
    return {
        (one["base"], one["adopted"], one["place"], one["new"]): (one["verdict"], one["why"])
        for one in entries
    }


def judgement(trial: str, judged: Judged) -> tuple[str, str]:
    """The judgement ("ours", "slip", "style") and why; `UNJUDGED` for one nobody has read yet."""
    base, _, rest = trial.partition(" → ")
    adopted = rest.partition(" (")[0]
    proposal = judged.proposal
    return _judged().get((base, adopted, place(judged), proposal.new), (UNJUDGED, ""))


def place(judged: Judged) -> str:
    """The place of a proposal for tables: "OP20 note 4"."""
    note = judged.proposal.footnote
    return judged.proposal.paragraph + (f" note {note}" if note is not None else "")
