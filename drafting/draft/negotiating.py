# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room said of paragraphs, and the drafter's private notes on them.

Both are the drafter's alone: nothing sets or changes them but these acts. A paragraph that was agreed and is
edited afterwards stays agreed until the drafter says otherwise; that its words are others by now is told
(`DraftParagraph.strays`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.draft.blocks import called, refused
from drafting.draft.bracketing import brackets_of
from drafting.draft.record import Draft, DraftParagraph
from drafting.draft.stage import BINDING, Stage
from drafting.draft.step import Step
from drafting.resolution import Kind
from drafting.translation import marked, tr

_WORDS: Mapping[Stage, str] = {
    Stage.AGREED: marked("agreed"),
    Stage.AD_REFERENDUM: marked("agreed ad referendum"),
    Stage.PLACEMENT: marked("placement to be decided"),
}
_CHANGED: Mapping[Stage, str] = {
    Stage.AGREED: marked("agreed, changed since"),
    Stage.AD_REFERENDUM: marked("agreed ad referendum, changed since"),
}
_NAMES: Mapping[Stage, str] = {
    Stage.OPEN: marked("Mark {what} as open"),
    Stage.AGREED: marked("Mark {what} as agreed"),
    Stage.AD_REFERENDUM: marked("Mark {what} as agreed ad referendum"),
    Stage.PLACEMENT: marked("Mark the placement of {what} as to be decided"),
}


def set_stage(draft: Draft, keys: Collection[str], stage: Stage) -> Step:
    """Say how far the room has come with paragraphs; headings among them are passed over.

    Where the room agreed, the wording is kept with it, so that a later change is told; saying it again agrees
    to the present wording. Raises DraftError where there are headings only.
    """
    wanted = frozenset(keys)
    told = [one.key for one in draft.paragraphs if one.key in wanted and has_stage(one)]
    if not told:
        raise refused(tr("Headings are not agreed by themselves."))
    name = tr(_NAMES[stage]).format(what=called(draft, told))
    named = frozenset(told)
    made = tuple(_said(one, stage) if one.key in named else one for one in draft.paragraphs)
    pairs = zip(made, draft.paragraphs, strict=True)
    changed = frozenset(one.key for one, other in pairs if one is not other and one != other)
    # Labels, numbers and all texts stay, as they do when only proposals of style come and go.
    return Step(draft.with_styles(made, draft.styles) if changed else draft, changed, name)


def _said(paragraph: DraftParagraph, stage: Stage) -> DraftParagraph:
    return replace(paragraph, stage=stage, agreed=paragraph.wording if stage in BINDING else ())


def set_memo(draft: Draft, key: str, words: str) -> Step:
    """Write the private note on a paragraph; no words take it away."""
    paragraph, words = draft.paragraph(key), words.strip()
    said = tr("Write note on {what}") if words else tr("Remove note on {what}")
    after = draft.with_paragraph(replace(paragraph, memo=words))
    return Step(after, frozenset({key}), said.format(what=draft.label(key).id))


def stage_note(paragraph: DraftParagraph) -> str:
    """What the room said, in a few words; "" while the paragraph is open."""
    words = _CHANGED if paragraph.strays else _WORDS
    return tr(words[paragraph.stage]) if paragraph.stage in words else ""


def has_stage(paragraph: DraftParagraph) -> bool:
    """Whether the room agrees to a paragraph by itself: not to headings and the lines that open a text."""
    return paragraph.kind is not Kind.HEADING and not (paragraph.unit and paragraph.opens_unit)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a negotiation has come, in paragraphs (points count each); `brackets` are pairs and lone signs.

    `strays` of the agreed ones read otherwise by now.
    """

    all: int = 0
    agreed: int = 0
    ad_referendum: int = 0
    placement: int = 0
    strays: int = 0
    brackets: int = 0
    memos: int = 0

    @property
    def begun(self) -> bool:
        """Whether the room has said anything of any paragraph yet."""
        return bool(self.agreed or self.ad_referendum or self.placement)


def progress(draft: Draft) -> Progress:
    """The figures of the draft as it is now."""
    return progress_of(draft.paragraphs)


def progress_of(paragraphs: Sequence[DraftParagraph]) -> Progress:
    """The figures of some of its paragraphs; asked after every pause, so most are passed by at a glance."""
    stages = Counter([one.stage for one in paragraphs if has_stage(one)])
    agreed = (one for one in paragraphs if one.agreed)
    marked_up = (one for one in paragraphs if one.notes or "[" in one.text or "]" in one.text)
    return Progress(
        stages.total(),
        stages[Stage.AGREED],
        stages[Stage.AD_REFERENDUM],
        stages[Stage.PLACEMENT],
        sum(one.strays for one in agreed),
        sum(1 for one in marked_up for _ in brackets_of(one)),
        sum(1 for one in paragraphs if one.memo),
    )
