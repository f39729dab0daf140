# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a paragraph of the draft by the name that delegations use for it."""

from __future__ import annotations

from drafting.draft.record import Draft, DraftParagraph
from drafting.errors import DraftError
from drafting.resolution import Kind
from drafting.translation import tr
from drafting.updating.wording import listed

_OPERATIVE = "op"


def find_named(draft: Draft, typed: str) -> str:
    """The key of the paragraph with this name: "PP4", "op 12 (a)", "A1.OP3", "Annex I", or the number alone.

    A number alone is that of an operative paragraph. In a text of parts a name without its part is that of
    the only part that has it. Raises DraftError with a sentence that names what the draft has.
    """
    wanted = _plain(typed)
    if not wanted:
        raise DraftError(tr("Type the name of a paragraph, such as PP4 or OP12(a)."))
    names = {_plain(draft.label(one.key).id): one.key for one in draft.paragraphs}
    names |= {_plain(one.title): one.key for one in draft.paragraphs if one.opens_unit and one.title}
    for name in (wanted, _OPERATIVE + wanted):
        if name in names:
            return names[name]
        ending = [key for known, key in names.items() if known.endswith(f".{name}")]
        if len(ending) == 1:
            return ending[0]
        if ending:
            held = ", ".join(draft.label(key).id for key in ending)
            raise DraftError(tr("Which one is meant: {held}?").format(held=held))
    missing = tr("There is no {name} in this draft.").format(name=typed.strip())
    raise DraftError(f"{missing} {_extent(draft)}".strip())


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


def _extent(draft: Draft) -> str:
    """Up to what the preamble and the operative part go."""
    lasts = [_last(draft, kind) for kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    known = [draft.label(one.key).id for one in lasts if one is not None]
    return tr("Its paragraphs go up to {names}.").format(names=listed(known)) if known else ""


def _last(draft: Draft, kind: Kind) -> DraftParagraph | None:
    found = [one for one in draft.paragraphs if one.kind is kind]
    resolution = [one for one in found if not one.unit] or found
    return resolution[-1] if resolution else None
