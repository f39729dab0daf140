# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings of checking on a draft, each at its place there: passing over one, and mending it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from drafting.checking import Finding, Mend, Severity, Spot, Subject, check, rule
from drafting.comparing.paragraphs import align
from drafting.draft.editing import Rewritten, edit_note, rewrite
from drafting.draft.record import Decision, Draft, Ignored
from drafting.draft.step import Step
from drafting.errors import DraftError
from drafting.translation import marked, tr


@dataclass(frozen=True, slots=True)
class Located:
    """A finding at its place in the draft: the key of the paragraph, that of the footnote it is in, or None.

    `ignored`: the drafter passed it over.
    """

    finding: Finding
    paragraph: str
    note: str | None = None
    ignored: bool = False

    @property
    def ignoring(self) -> Ignored:
        """The record that passes it over."""
        return Ignored(self.finding.rule, self.paragraph, self.finding.words)


def find_all(
    draft: Draft, off: Collection[str] | None = None, watch: Callable[[], None] | None = None
) -> tuple[Located, ...]:
    """What the rules remark on the present text of the draft, in its order.

    `off` are the rules not to be applied, None leaves out those that are off unless switched on. What the
    generated rules can mend is not among it: that is offered as style proposals. Mere information is left out
    where a proposal waits at the same words. `watch` may raise to end it.
    """
    text = draft.resolution
    subject = Subject(text, draft.lineage.versions, align(draft.base, text), drafting=True)
    keys = {one.id: item.key for one, item in zip(text.paragraphs, draft.paragraphs, strict=True)}
    notes = {number: key for key, number in draft.note_numbers.items()}
    found = []
    for finding in check(subject, off=off, watch=watch):
        if _is_style(finding):
            continue
        spot = finding.spot
        note = None if spot.footnote is None else notes[spot.footnote]
        one = Located(finding, keys[spot.paragraph], note)
        if finding.severity is Severity.INFO and _is_asked(draft, one):
            continue
        found.append(replace(one, ignored=one.ignoring in draft.ignored))
    return tuple(found)


def _is_asked(draft: Draft, one: Located) -> bool:
    spot = one.finding.spot
    return any(
        choice.decision is Decision.OPEN
        and choice.note == one.note
        and choice.start < spot.end
        and spot.start < choice.end
        for choice in draft.paragraph(one.paragraph).choices
    )


def _is_style(finding: Finding) -> bool:
    return rule(finding.rule).generated and any(one.old != one.new for one in finding.fix)


def ignore(draft: Draft, located: Located) -> Step:
    """Pass a finding over for as long as its rule finds these words in this paragraph."""
    after = replace(draft, ignored=draft.ignored | {located.ignoring})
    name = tr("Ignore check in {paragraph}").format(paragraph=_named(draft, located.paragraph))
    return Step(after, frozenset({located.paragraph}), name)


def heed(draft: Draft, ignored: Ignored) -> Step:
    """Take it back that a finding is passed over."""
    after = replace(draft, ignored=draft.ignored - {ignored})
    name = tr("Heed check in {paragraph}").format(paragraph=_named(draft, ignored.paragraph))
    return Step(after, frozenset({ignored.paragraph}), name)


def mend(draft: Draft, located: Located) -> Step:
    """Apply the fix of a finding, all at once; raises DraftError when the text is another one by now."""
    name = tr("Mend {paragraph}").format(paragraph=_named(draft, located.paragraph))
    if not located.finding.fix:
        raise DraftError(tr("What is to be written here, no rule can tell. Change the words by hand."))
    text = draft.resolution
    keys = {one.id: item.key for one, item in zip(text.paragraphs, draft.paragraphs, strict=True)}
    notes = {number: key for key, number in draft.note_numbers.items()}
    changed: frozenset[str] = frozenset()
    for spot, mends in groupby(sorted(located.finding.fix, key=_place), key=lambda one: _text(one.spot)):
        paragraph, footnote = spot
        key, note = keys.get(paragraph, ""), notes.get(footnote or 0)
        if not key or (footnote is not None and note is None):
            raise DraftError(tr(_GONE))
        step = _mended(draft, key, note, list(mends))
        draft, changed = step.draft, changed | step.changed
    return Step(draft, changed, name)


_GONE = marked(
    "The text has changed since this was found. Nothing was changed; the checks are being renewed."
)


def _mended(draft: Draft, key: str, note: str | None, mends: Iterable[Mend]) -> Step:
    """The mends of one text, the last first, so that the places of the others stay right."""
    step = Step(draft, frozenset(), "")
    for one in reversed(list(mends)):
        paragraph = step.draft.paragraph(key)
        text = paragraph.text if note is None else paragraph.note(note).text
        start, end = one.spot.start, one.spot.end
        if text[start:end] != one.old:
            raise DraftError(tr(_GONE))
        after = text[:start] + one.new + text[end:]
        if note is None:
            made = rewrite(step.draft, [key], [Rewritten(key, after)], at=start)
        else:
            made = edit_note(step.draft, key, note, after, at=start)
        step = Step(made.draft, step.changed | made.changed, "")
    return step


def _text(spot: Spot) -> tuple[str, int | None]:
    return spot.paragraph, spot.footnote


def _place(one: Mend) -> tuple[str, int, int]:
    return one.spot.paragraph, one.spot.footnote or 0, one.spot.start


def _named(draft: Draft, key: str) -> str:
    return draft.label(key).id if key in draft else tr("a removed paragraph")
