# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts made by chance from a real text: every kind of edit a drafter makes, seeded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from office.acts import ACTS

from drafting.comparing.lineage import trace
from drafting.draft import Draft, start_draft
from drafting.draft.record import DraftNote, DraftParagraph
from drafting.errors import DraftError
from drafting.resolution import Kind, Masthead, Part, Resolution
from drafting.updating.proposals import propose

_WORDS = [
    "further",
    "steps,",
    "including",
    "by",
    "States,",
    "to",
    "address",
    "“the",
    "challenges”",
    "of",
    "[brackets],",
    "COVID‑19",
    "and",
    "12\xa0months",
    "with",
    "concern",
    "as",
    "appropriate;",
    "upon",
    "request",
    "and",
    "in",
    "accordance",
    "with",
    "resolution",
    "70/1",
    "of",
    "25",
    "September",
    "2015",
]
_NOTES = ("A/HRC/59/[…].", "See General Assembly resolution 79/166.", "E/CN.4/2001/2–E/CN.4/Sub.2/2000/46.")


@dataclass(frozen=True)
class Made:
    """A draft with the names of the edits that made it; `lines` are those of the masthead that changed."""

    draft: Draft
    edits: tuple[str, ...]
    lines: Mapping[str, str] = field(default_factory=dict)

    @property
    def resolution(self) -> Resolution:
        """The text with its masthead."""
        text = self.draft.resolution
        return replace(text, masthead=replace(text.masthead, **self.lines))


def drafts(base: Resolution, seed: int, count: int, *, acts: bool = True) -> list[Made]:
    """Drafts of one text, each with up to twenty-five edits; with `acts` of those in `ACTS` as well."""
    start = start_draft(trace((base,)), propose(trace((base,))))
    chances = [Random(f"{seed} {number} {base.number}") for number in range(count)]  # noqa: S311 - seeded
    return [_made(start, chance, [*EDITS, *(ACTS if acts else ())]) for chance in chances]


def _made(start: Draft, chance: Random, known: Sequence[str]) -> Made:
    draft, names = start, []
    for _ in range(chance.randint(1, 25)):
        name = chance.choice(known)
        paragraphs = list(draft.paragraphs)
        at = chance.choice((0, len(paragraphs) - 1, *(chance.randrange(len(paragraphs)) for _ in range(8))))
        if name in ACTS:
            done = _acted(draft, name, paragraphs[at].key, chance)
        elif EDITS[name](paragraphs, at, chance, f"p{draft.last_key + 1}"):
            done = replace(draft, paragraphs=tuple(paragraphs), last_key=draft.last_key + 1)
        else:
            done = draft
        names += [name] if done != draft else []
        draft = done
    lines = _lines(start.resolution.masthead, chance)
    names += [f"{name} of the masthead" for name in lines]
    return Made(draft, tuple(names), lines)


def _acted(draft: Draft, name: str, key: str, chance: Random) -> Draft:
    """The draft after an act, or as it was where that is refused there."""
    try:
        return ACTS[name](draft, key, chance)
    except DraftError:
        return draft


def _lines(masthead: Masthead, chance: Random) -> dict[str, str]:
    """Lines of the masthead that read otherwise, now and then."""
    lines = {}
    for name in ("title", "agenda_title", "session_dates"):
        words = getattr(masthead, name).split()
        if words and chance.random() < 0.2:
            words[chance.randrange(len(words))] = chance.choice(("cooperation", "2026", "rights"))
            lines[name] = " ".join(words)
    return lines


Paragraphs = list[DraftParagraph]


def _words(paragraphs: Paragraphs, at: int, chance: Random, _key: str) -> bool:
    one = paragraphs[at]
    words = one.text.split(" ")
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(words) + 1)
        words[place : place + chance.choice((0, 0, 1, 3))] = chance.choices(_WORDS, k=chance.randint(0, 3))
    text = " ".join(words) or "Decides"
    notes = tuple(replace(note, offset=min(note.offset, len(text))) for note in one.notes)
    paragraphs[at] = replace(one, text=text, notes=notes)
    return True


def _insert(paragraphs: Paragraphs, at: int, chance: Random, key: str) -> bool:
    model = paragraphs[at]
    text = "Decides " + " ".join(chance.choices(_WORDS, k=chance.randint(3, 30))) + ";"
    notes = (DraftNote(f"{key}n", len(text), chance.choice(_NOTES)),) if chance.random() < 0.3 else ()
    made = replace(model, key=key, text=text, notes=notes, choices=(), origin=None)
    if model.kind is Kind.HEADING:
        kind = Kind.PREAMBULAR if model.part is Part.PREAMBLE else Kind.OPERATIVE
        made = replace(made, kind=kind, level=0, title="", restarts=False)
    paragraphs.insert(at + chance.choice((0, 1)), made)
    return True


def _delete(paragraphs: Paragraphs, at: int, _chance: Random, _key: str) -> bool:
    if len(paragraphs) < 4 or paragraphs[at].opens_unit:
        return False
    del paragraphs[at]
    return True


def _move(paragraphs: Paragraphs, at: int, chance: Random, _key: str) -> bool:
    one = paragraphs[at]
    same = [
        place for place, other in enumerate(paragraphs) if (other.part, other.unit) == (one.part, one.unit)
    ]
    if one.opens_unit or len(same) < 3:
        return False
    target = chance.choice(same)
    paragraphs.insert(target, paragraphs.pop(at))
    return True


def _split(paragraphs: Paragraphs, at: int, chance: Random, key: str) -> bool:
    one = paragraphs[at]
    words = one.text.split(" ")
    if len(words) < 6 or one.kind is Kind.HEADING or one.opens_unit:
        return False
    cut = len(" ".join(words[: chance.randrange(2, len(words) - 2)]))
    first = replace(one, text=one.text[:cut], notes=tuple(n for n in one.notes if n.offset <= cut))
    rest = tuple(replace(n, offset=n.offset - cut - 1) for n in one.notes if n.offset > cut)
    second = replace(one, key=key, text=one.text[cut + 1 :], notes=rest, choices=(), origin=None)
    if one.kind is Kind.OPERATIVE and chance.random() < 0.5:
        second = replace(second, kind=Kind.SUBPARAGRAPH, level=1)
    paragraphs[at : at + 1] = [first, second]
    return True


def _join(paragraphs: Paragraphs, at: int, _chance: Random, _key: str) -> bool:
    if at + 1 >= len(paragraphs):
        return False
    one, other = paragraphs[at], paragraphs[at + 1]
    if (one.kind, one.part, one.unit) != (other.kind, other.part, other.unit) or other.opens_unit:
        return False
    moved = tuple(replace(note, offset=note.offset + len(one.text) + 1) for note in other.notes)
    paragraphs[at : at + 2] = [replace(one, text=f"{one.text} {other.text}", notes=one.notes + moved)]
    return True


def _level(paragraphs: Paragraphs, at: int, _chance: Random, _key: str) -> bool:
    one = paragraphs[at]
    if one.kind is Kind.OPERATIVE and one.part is Part.OPERATIVE:
        paragraphs[at] = replace(one, kind=Kind.SUBPARAGRAPH, level=1, title="")
    elif one.kind is Kind.SUBPARAGRAPH and one.part is Part.OPERATIVE:
        paragraphs[at] = replace(one, kind=Kind.OPERATIVE, level=0, title="")
    else:
        return False
    return True


def _note_comes(paragraphs: Paragraphs, at: int, chance: Random, key: str) -> bool:
    one = paragraphs[at]
    offset = chance.choice((len(one.text), chance.randrange(len(one.text) + 1)))
    note = DraftNote(f"{key}n", offset, chance.choice(_NOTES))
    paragraphs[at] = replace(one, notes=tuple(sorted((*one.notes, note), key=lambda item: item.offset)))
    return True


def _note_changes(paragraphs: Paragraphs, at: int, chance: Random, _key: str) -> bool:
    with_notes = [place for place, one in enumerate(paragraphs) if one.notes]
    if not with_notes:
        return False
    place = min(with_notes, key=lambda other: abs(other - at))
    one = paragraphs[place]
    if chance.random() < 0.5:
        paragraphs[place] = replace(one, notes=one.notes[1:])
    else:
        said = replace(one.notes[0], text=f"{one.notes[0].text.rstrip('.')} and Corr.1.")
        paragraphs[place] = replace(one, notes=(said, *one.notes[1:]))
    return True


def _heading(paragraphs: Paragraphs, at: int, _chance: Random, key: str) -> bool:
    one = paragraphs[at]
    if one.part is not Part.OPERATIVE or one.kind is not Kind.OPERATIVE:
        return False
    made = replace(
        one, key=key, kind=Kind.HEADING, text="Follow-up", notes=(), choices=(), origin=None, title="I"
    )
    paragraphs.insert(at, made)
    return True


def _heading_changes(paragraphs: Paragraphs, at: int, _chance: Random, _key: str) -> bool:
    headings = [place for place, one in enumerate(paragraphs) if one.kind is Kind.HEADING and one.text]
    if not headings:
        return False
    place = min(headings, key=lambda other: abs(other - at))
    paragraphs[place] = replace(paragraphs[place], text=f"{paragraphs[place].text} and review")
    return True


def _deeper(paragraphs: Paragraphs, at: int, _chance: Random, _key: str) -> bool:
    points = [place for place, one in enumerate(paragraphs) if one.kind is Kind.SUBPARAGRAPH]
    below = [place for place in points[1:] if place - 1 in points]
    if not below:
        return False
    place = min(below, key=lambda other: abs(other - at))
    level = 1 if paragraphs[place].level > 1 else 2
    paragraphs[place] = replace(paragraphs[place], level=level, title="")
    return True


EDITS: dict[str, Callable[[Paragraphs, int, Random, str], bool]] = {
    "words": _words,
    "insert": _insert,
    "delete": _delete,
    "move": _move,
    "split": _split,
    "join": _join,
    "level": _level,
    "footnote comes": _note_comes,
    "footnote changes": _note_changes,
    "heading": _heading,
    "heading changes": _heading_changes,
    "deeper": _deeper,
}
