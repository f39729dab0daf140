# SPDX-License-Identifier: GPL-3.0-or-later
"""How a text may be treated from one year to the next."""

from __future__ import annotations

from tests.truth.versions import Shares

PROFILES = {
    "usual": Shares(
        edited=20, renewed=8, reworked=3, rewritten=2, split=1.5, lettered=1.5, merged=1.5, deleted=3,
        replaced=1.5, inserted=4, repeated=0.5, near=1.5, far=2, swapped=1, boilerplate=1,
    ),
    "moves": Shares(near=2, far=2, block=0.5),
    "swaps": Shares(swapped=4),
    "edits": Shares(edited=50, renewed=20, reworked=15),
    "rewrites": Shares(edited=10, rewritten=12, replaced=6, deleted=3, inserted=3),
    "restructured": Shares(edited=10, split=6, lettered=6, merged=6, near=2, far=3, inserted=4, deleted=4),
    "boilerplate": Shares(edited=15, boilerplate=10, deleted=5, inserted=3, repeated=3, far=2),
    "touched": Shares(edited=60, renewed=10, reworked=15, rewritten=5, split=2, lettered=2, merged=2,
                      deleted=4, inserted=5, near=2, far=3, swapped=1),
    "unlike": Shares(edited=40, reworked=15, rewritten=10, deleted=20, replaced=10, inserted=20, far=5),
}  # fmt: skip
