# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sponsors really did with the words of the base, read from the base and the adopted text alone.

Nothing here asks what was proposed, or what any mention did in the texts before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Pair, Span
from drafting.ordinals import pattern
from drafting.resolution import Resolution
from drafting.updating.mentions import Mention, MentionKind, find
from tests.backtest.words import Turned, turned

COUNTED = frozenset({
    MentionKind.RESOLUTION,
    MentionKind.DECISION,
    MentionKind.SYMBOL,
    MentionKind.SESSION,
    MentionKind.DATE,
    MentionKind.YEAR,
    MentionKind.ORDINAL,
    MentionKind.PERIOD,
})  # fmt: skip
_FIGURE = re.compile(rf"\b(?:\d[\d/.]*|{pattern()})(?![\w/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph or footnote of the base that lives on: its words in both texts.

    `footnote` is the number of the footnote in the base, None for the paragraph itself.
    """

    paragraph: str
    footnote: int | None
    old: str
    new: str

    def touching(self, span: Span) -> list[Turned]:
        """The changes that reach into a span of the base."""
        return [one for one in turned(self.old, self.new) if touches(one.old, span)]


@dataclass(frozen=True, slots=True)
class Changed:
    """A mention of the base whose words the sponsors changed.

    `dropped`: the words around it went with it, and nothing of its kind stands in their place.
    """

    kept: Kept
    mention: Mention
    dropped: bool

    @property
    def words(self) -> str:
        """The mention in the base."""
        return self.mention.span.of(self.kept.old)


def touches(old: Span, span: Span) -> bool:
    """Whether a change of `old` changes words of a span; what is put in beside it does not."""
    if old.start == old.end:
        return span.start < old.start < span.end
    return old.start < span.end and span.start < old.end


def kept_texts(base: Resolution, adopted: Resolution) -> dict[tuple[str, int | None], Kept]:
    """Every paragraph and footnote of the base that one paragraph of the adopted text carries on."""
    found = {}
    for pair in align(base, adopted).pairs:
        if len(pair.old) == 1 and len(pair.new) == 1:
            for kept in _of_pair(base, adopted, pair):
                found[kept.paragraph, kept.footnote] = kept
    return found


def _of_pair(base: Resolution, adopted: Resolution, pair: Pair) -> Iterator[Kept]:
    old, new = base.paragraph(pair.old[0]), adopted.paragraph(pair.new[0])
    yield Kept(old.id, None, old.text, new.text)
    gone = {note.old for note in pair.notes if note.old is not None}
    came = {note.new for note in pair.notes if note.new is not None}
    for note in pair.notes:
        if note.old is not None and note.new is not None:
            before, after = old.footnotes[note.old], new.footnotes[note.new]
            yield Kept(old.id, before.number, before.text, after.text)
    same_old = [note for index, note in enumerate(old.footnotes) if index not in gone]
    same_new = [note for index, note in enumerate(new.footnotes) if index not in came]
    for before, after in zip(same_old, same_new, strict=False):
        yield Kept(old.id, before.number, before.text, after.text)


def changed_mentions(kept: Iterable[Kept]) -> Iterator[Changed]:
    """The mentions of the kept texts that a change of words reaches into."""
    for one in kept:
        for mention in find(one.old):
            if mention.kind in COUNTED and (there := one.touching(mention.span)):
                yield Changed(one, mention, _dropped(one, mention, there))


def unchanged_mentions(kept: Iterable[Kept]) -> Iterator[tuple[Kept, Span]]:
    """The mentions of the kept texts that stand in the adopted text as they were."""
    for one in kept:
        for mention in find(one.old):
            if mention.kind in COUNTED and not one.touching(mention.span):
                yield one, mention.span


def changed_figures(kept: Iterable[Kept]) -> Iterator[tuple[Kept, Span]]:
    """The figures and ordinals that were changed, whether the program sees a mention in them or not."""
    for one in kept:
        for match in _FIGURE.finditer(one.old):
            span = Span(*match.span())
            if one.touching(span):
                yield one, span


def _dropped(kept: Kept, mention: Mention, found: Sequence[Turned]) -> bool:
    whole = any(one.old.start <= mention.span.start and mention.span.end <= one.old.end for one in found)
    put_in = " ".join(one.new.of(kept.new) for one in found)
    return (
        whole and not any(other.kind is mention.kind for other in find(put_in)) and not _FIGURE.search(put_in)
    )
