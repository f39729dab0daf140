# SPDX-License-Identifier: GPL-3.0-or-later
"""Acts of a drafter as in the window, each at a paragraph by chance: each gives the next draft."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from drafting.draft import (
    Counted,
    Draft,
    Rewritten,
    Stage,
    add_annex,
    demote,
    insert_heading,
    make_heading,
    make_operative,
    make_preambular,
    move_to,
    promote,
    rewrite,
)
from drafting.draft.bracketing import Passage, bracket
from drafting.draft.clips import Place, clip_of
from drafting.draft.negotiating import set_memo, set_stage
from drafting.draft.numbered import number_as
from drafting.draft.putting import move_note, paste
from drafting.resolution import Kind, Part

PRIVATE = "Reykjavik wavers on this"
"""In every private note, and nowhere else."""
Act = Callable[[Draft, str, Random], Draft]


def _typed(draft: Draft, key: str, words: str) -> Draft:
    return rewrite(draft, [key], [Rewritten(key, words)]).draft


def _beside(draft: Draft, key: str, chance: Random) -> Draft:
    return number_as(draft, [key], chance.choice((Counted.BIS, Counted.ALT))).draft


def _bracket(draft: Draft, key: str, chance: Random) -> Draft:
    words = draft.paragraph(key).text
    start, end = sorted((chance.randrange(len(words) + 1), chance.randrange(len(words) + 1)))
    whole = chance.random() < 0.3
    return bracket(draft, [Passage(key, 0, len(words)) if whole else Passage(key, start, end)]).draft


def _state(draft: Draft, key: str, chance: Random) -> Draft:
    draft = set_stage(draft, [key], chance.choice(list(Stage))).draft
    return set_memo(draft, key, f"{PRIVATE} ({key})").draft


def _annex(draft: Draft, _key: str, chance: Random) -> Draft:
    draft = add_annex(draft).draft
    line, first = f"p{draft.last_key - 1}", f"p{draft.last_key}"
    draft = _typed(draft, first, "The keepers meet once a year at the harbour.")
    return draft if chance.random() < 0.3 else _typed(draft, line, "Guidelines for keepers")


def _into_annex(draft: Draft, key: str, _chance: Random) -> Draft:
    last = draft.paragraphs[-1]
    return move_to(draft, [key], last.key, after=True).draft if last.part is Part.ANNEX else draft


def _section(draft: Draft, key: str, _chance: Random) -> Draft:
    draft = insert_heading(draft, key).draft
    return _typed(draft, f"p{draft.last_key}", "Matters of procedure")


def _turn(draft: Draft, key: str, chance: Random) -> Draft:
    return chance.choice((demote, promote, make_operative, make_preambular))(draft, [key]).draft


def _title(draft: Draft, key: str, _chance: Random) -> Draft:
    if draft.paragraph(key).kind is Kind.HEADING or draft.paragraph(key).notes:
        return draft
    return make_heading(_typed(draft, key, "Duties of the keepers"), [key]).draft


def _paste(draft: Draft, key: str, chance: Random) -> Draft:
    """Two paragraphs with their footnotes, put in between the words of another one."""
    noted = [at for at, one in enumerate(draft.paragraphs[:-1]) if one.notes and not one.opens_unit]
    if not noted:
        return draft
    one, other = draft.paragraphs[(at := chance.choice(noted)) : at + 2]
    half = len(other.text) // 2
    clip = clip_of(draft, Place(one.key, 0), Place(other.key, half, _marks(draft, other.key, half)))
    target = draft.paragraph(key)
    at = chance.choice((0, len(target.text) // 2, len(target.text)))
    place = Place(key, at, _marks(draft, key, at))
    return paste(draft, place, place, clip).step.draft


def _move_note(draft: Draft, key: str, chance: Random) -> Draft:
    noted = [(one.key, note.key) for one in draft.paragraphs for note in one.notes]
    if not noted:
        return draft
    source, note = chance.choice(noted)
    at = chance.randrange(len(draft.paragraph(key).text) + 1)
    return move_note(draft, source, note, Place(key, at, _marks(draft, key, at))).step.draft


def _marks(draft: Draft, key: str, offset: int) -> int:
    """How many footnote marks stand up to a place."""
    return sum(note.offset <= offset for note in draft.paragraph(key).notes)


ACTS: dict[str, Act] = {
    "beside": _beside,
    "brackets": _bracket,
    "state and private note": _state,
    "annex": _annex,
    "into the annex": _into_annex,
    "section": _section,
    "turn": _turn,
    "make a heading": _title,
    "paste": _paste,
    "move a footnote": _move_note,
}
