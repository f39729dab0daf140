# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraphs of two versions the drafter says belong together, and which do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from drafting.comparing.records import Pairings
from drafting.draft.record import ByHand, Draft
from drafting.draft.step import Step
from drafting.errors import DraftError
from drafting.translation import tr

Pair = tuple[str, str]
DRAFT = ""
"""The name of the draft among the numbers of the versions."""


def paired_by_hand(draft: Draft, old: str, new: str) -> Pairings:
    """What was decided about two versions, by the ids the paragraphs have now; `old` may be the later one."""
    turned = _turned(draft, old, new)
    kept = _kept(draft, *((new, old) if turned else (old, new)))
    ids = {paragraph.key: draft.label(paragraph.key).id for paragraph in draft.paragraphs}

    def told(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        if kept.new == DRAFT:
            pairs = tuple((one, ids[key]) for one, key in pairs if key in ids)
        return tuple((other, one) for one, other in pairs) if turned else pairs

    return Pairings(told(kept.made), told(kept.broken))


def pair(draft: Draft, old: str, new: str, ids: Pair) -> Step:
    """Let the two paragraphs belong together; neither belongs to another that was named before."""

    def decide(kept: ByHand, held: Pair) -> ByHand:
        made = tuple(one for one in kept.made if one[0] != held[0] and one[1] != held[1])
        broken = tuple(one for one in kept.broken if one != held)
        return replace(kept, made=(*made, held), broken=broken)

    name = tr("Pair {old} with {new}").format(old=ids[0], new=ids[1])
    return _decided(draft, (old, new), [ids], decide, name)


def unpair(draft: Draft, old: str, new: str, pairs: Iterable[Pair]) -> Step:
    """Let these never belong together."""

    def decide(kept: ByHand, held: Pair) -> ByHand:
        left = _without(kept, held)
        return replace(left, broken=(*left.broken, held))

    pairs = list(pairs)
    name = tr("Unpair {old} and {new}").format(old=pairs[0][0], new=pairs[0][1])
    return _decided(draft, (old, new), pairs, decide, name)


def forget_pairs(draft: Draft, old: str, new: str, pairs: Iterable[Pair]) -> Step:
    """Take back what was decided about these."""
    pairs = list(pairs)
    name = tr("Pair {paragraph} by its words again").format(paragraph=pairs[0][0])
    return _decided(draft, (old, new), pairs, _without, name)


def _decided(
    draft: Draft,
    versions: Pair,
    pairs: Iterable[Pair],
    decide: Callable[[ByHand, Pair], ByHand],
    name: str,
) -> Step:
    old, new = versions
    turned = _turned(draft, old, new)
    older, newer = (new, old) if turned else (old, new)
    kept = _kept(draft, older, newer)
    keys = {draft.label(paragraph.key).id: paragraph.key for paragraph in draft.paragraphs}
    for one, other in pairs:
        held = (other, one) if turned else (one, other)
        kept = decide(kept, (held[0], _key(keys, held[1])) if newer == DRAFT else held)
    others = (one for one in draft.pairings if (one.old, one.new) != (older, newer))
    return Step(replace(draft, pairings=(*others, kept)), frozenset(), name)


def _key(keys: Mapping[str, str], paragraph_id: str) -> str:
    if paragraph_id not in keys:
        raise DraftError(tr("This paragraph is no longer in the draft. Nothing was changed."))
    return keys[paragraph_id]


def _without(kept: ByHand, held: Pair) -> ByHand:
    made = tuple(one for one in kept.made if one != held)
    return replace(kept, made=made, broken=tuple(one for one in kept.broken if one != held))


def _kept(draft: Draft, older: str, newer: str) -> ByHand:
    found = (one for one in draft.pairings if (one.old, one.new) == (older, newer))
    return next(found, ByHand(older, newer))


def _turned(draft: Draft, old: str, new: str) -> bool:
    """Whether the versions were named the later first; decisions hold whichever way they are compared."""
    order = [version.number for version in draft.lineage.versions] + [DRAFT]
    return order.index(old) > order.index(new)
