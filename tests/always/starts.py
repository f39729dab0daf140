# SPDX-License-Identifier: GPL-3.0-or-later
"""The drafts that sequences of acts begin with: the sample series, small ones, and one with everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from annexed import WITH_ANNEXES, WITH_PARTS, drafted, version
from small import small_draft, small_versions

from drafting.comparing.lineage import trace
from drafting.draft import Draft
from drafting.opening import open_sample

_LAST_TIME = """
PP1 | | Recalling its resolution 76/9 of 14 December 2021,^{See A/76/12.}
PP2 | | Recalling also the Charter,^{Art. 55 𝔘 😀.}
PP3 | | Noting with appreciation the report of the Secretary-General,^{A/78/41.}
OP1 | 1 | Welcomes the seminar of the keepers;
H1 | I | Keepers
OP2 | 2 | Requests all States:
OP2(a) | (a) | To light every lamp^{See resolution 76/9.} at dusk;
OP2(a)(i) | (i) | In summer;
OP2(a)(ii) | (ii) | In winter;
OP2(b) | (b) | To count the ships.
OP3 | 3 | Also requests the Secretary-General to report at its {next} session;^{See also A/78/41.}
H2 | II | Ships
OP4 | 4 | Invites the harbour masters 😀 to write down;
T1 | | and to read aloud what was written;
OP5 | 5 | Decides to remain seized of the matter at its {next} session.
A1 | Annex | Oath of the keepers
A1.H1 | I | The words
A1.OP1 | 1 | I shall keep the lamp^{Or lamps.} burning;
A1.OP2 | 2 | I shall:
A1.OP2(a) | (a) | Count the ships;
A1.T1 | | as decided in resolution 76/9 of 14 December 2021.
"""


def _everything() -> Draft:
    """Sections, points of two levels, an annex, footnotes and proposals, in a series of two versions."""
    before = version(_LAST_TIME.replace("{next}", "eightieth"), "78/9", "2023-12-12")
    base = _LAST_TIME.replace("76/9 of 14 December 2021", "78/9 of 12 December 2023")
    base = base.replace("PP3 | | Noting with", "PP3 | | Noting further with")
    return drafted(before, version(base.replace("{next}", "eighty-second")))


STARTS: dict[str, Callable[[], Draft]] = {
    "everything": cache(_everything),
    "sample": cache(lambda: open_sample().draft),
    "small": cache(lambda: replace(small_draft(), lineage=trace(small_versions()))),
    "annexes": cache(lambda: drafted(version(WITH_ANNEXES))),
    "parts": cache(lambda: drafted(version(WITH_PARTS))),
}
SHARES = {"everything": 5, "sample": 2, "small": 2, "annexes": 1, "parts": 1}
"""How often each is begun with."""
