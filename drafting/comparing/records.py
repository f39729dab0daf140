# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of comparison: one set that the report, the windows and the writers all use.

Offsets count code points in the paragraph's own text, half open: `[start, end)`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from drafting.resolution import Resolution


class Op(StrEnum):
    """What an edit does to the old text."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class Change(StrEnum):
    """What became of a paragraph between two versions."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    MOVED = "moved"
    MOVED_REWORDED = "moved+reworded"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def moved(self) -> bool:
        """Whether it stands in another place, reworded or not."""
        return self in (Change.MOVED, Change.MOVED_REWORDED)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, `[start, end)` in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers in its text."""
        return text[self.start : self.end]


class Weight(StrEnum):
    """How much an edit matters, the least first: a paragraph weighs what its strongest edit weighs.

    STYLE changes nothing that is said. ROUTINE follows from the calendar, from other resolutions or from the
    order of paragraphs. All else is SUBSTANCE: an edit is of substance until it is shown to be less.
    """

    STYLE = "style"
    ROUTINE = "routine"
    SUBSTANCE = "substance"

    @property
    def rank(self) -> int:
        """0 for the lightest."""
        return _RANKS[self]


_RANKS = {weight: rank for rank, weight in enumerate(Weight)}


class Reason(StrEnum):
    """Why an edit weighs what it weighs, in words for a drafter."""

    GLYPH = "glyph or white space"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    ABBREVIATION = "short or full form"
    SESSION = "session"
    DATE = "date"
    CITED_DATE = "date of a resolution"
    CITATION = "resolution cited"
    SYMBOL = "document symbol"
    NUMBER = "number"
    RENUMBERED = "renumbering"
    ADVERB = "also, further"
    RISES = "force of the verb rises"
    FALLS = "force of the verb falls"
    VERB = "verb changes"
    NEGATION = "negation"
    QUALIFIER_ADDED = "qualifier added"
    QUALIFIER_DROPPED = "qualifier dropped"
    QUALIFIER_CHANGED = "qualifier changed"
    AMOUNT = "amount, share or time limit"
    REFERENCE_ADDED = "reference added"
    REFERENCE_DROPPED = "reference dropped"
    BRACKETS = "square brackets"
    WORDING = "wording"


class Verdict(NamedTuple):
    """What an edit weighs and why.

    `detail` is what the reason speaks of: the verbs ("notes → requests"), the qualifiers; empty where the
    words of the edit say it themselves.
    """

    weight: Weight = Weight.SUBSTANCE
    reason: Reason = Reason.WORDING
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One word-level edit; an insertion has an empty `old`, a deletion an empty `new`.

    `judge` gives its verdict, worked out when it is asked for: aligning does not need it.
    """

    op: Op
    old: Span
    new: Span
    judge: Callable[[], Verdict] = field(default=Verdict, compare=False, repr=False)

    @property
    def weight(self) -> Weight:
        """Whether it is style, routine or substance."""
        return self.judge().weight

    @property
    def reason(self) -> Reason:
        """What made it weigh so."""
        return self.judge().reason

    @property
    def why(self) -> str:
        """The reason in words: "force of the verb rises: notes → requests"."""
        verdict = self.judge()
        return f"{verdict.reason}: {verdict.detail}" if verdict.detail else str(verdict.reason)


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """A footnote whose text changed, came or went.

    Indexes into the paragraph's `footnotes`, None when absent; where several paragraphs stand on a side of
    the pair, their footnotes are counted through in order.
    """

    old: int | None
    new: int | None
    words: tuple[Edit, ...] = ()

    @property
    def weight(self) -> Weight:
        """That of its strongest edit; a footnote that came or went is of substance."""
        if self.old is None or self.new is None:
            return Weight.SUBSTANCE
        return max((edit.weight for edit in self.words), key=_RANKS.__getitem__, default=Weight.STYLE)


class Wording(NamedTuple):
    """What a pair says about the words of its two texts: `score`, `words` and `glyphs` of `Pair`."""

    score: float
    words: tuple[Edit, ...] = ()
    glyphs: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of one paragraph (or several, when split or merged): ids, verdict, likeness and word edits.

    `old` or `new` is empty for a paragraph added or removed, and `score` is 0. Otherwise `score` is the share
    of both texts that no edit touches. `words` are the edits from the old text to the new (paragraph texts
    joined by a line feed where several stand on a side). `glyphs` are the edits beside them that change no
    word: quotes, apostrophes, no-break characters, white space. They never make a paragraph reworded, because
    sources differ in them and drafters do not. Both together (`edits`) rebuild each text exactly from the
    other. `notes` are the footnotes that changed; they do not make a paragraph reworded.
    `guess`: the evidence is thin, and another partner, or none, would be nearly as likely. `elsewhere`: what
    was split or merged stands in another place as well (`moved` says so of any pair).

    A `pending` pair works out score, words and glyphs when one of them is first asked for, in whatever
    thread, and keeps them. Nobody sees a difference but in time: comparing, copying and pickling ask too.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: Change
    score: float
    words: tuple[Edit, ...] = ()
    notes: tuple[NoteEdit, ...] = ()
    guess: bool = False
    glyphs: tuple[Edit, ...] = ()
    elsewhere: bool = False
    _later: Callable[[], Wording] | None = field(default=None, init=False, compare=False, repr=False)

    @classmethod
    def pending(
        cls,
        ids: tuple[tuple[str, ...], tuple[str, ...]],
        change: Change,
        later: Callable[[], Wording],
        notes: tuple[NoteEdit, ...] = (),
        *,
        guess: bool = False,
        elsewhere: bool = False,
    ) -> Pair:
        """A pair of these old and new ids whose words `later` gives."""
        pair, put = object.__new__(cls), object.__setattr__
        put(pair, "old", ids[0])
        put(pair, "new", ids[1])
        put(pair, "change", change)
        put(pair, "notes", notes)
        put(pair, "guess", guess)
        put(pair, "elsewhere", elsewhere)
        put(pair, "_later", later)
        return pair

    if not TYPE_CHECKING:  # every attribute that there is stands above

        def __getattr__(self, name: str) -> object:
            """What is still pending: Python asks here for slots that are empty."""
            later = self._later
            if name in Wording._fields and later is not None:
                for field_name, value in later()._asdict().items():
                    object.__setattr__(self, field_name, value)
                object.__setattr__(self, "_later", None)  # last, for other threads ask whether it is done
            return object.__getattribute__(self, name)

    @property
    def moved(self) -> bool:
        """Whether it stands in another place, whatever else became of it."""
        return self.elsewhere or self.change.moved

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Words and glyphs in the order of the texts."""
        if not self.glyphs:
            return self.words
        return tuple(sorted((*self.words, *self.glyphs), key=lambda edit: (edit.old.start, edit.new.start)))

    @property
    def weight(self) -> Weight | None:
        """That of the strongest edit, footnotes included; None where nothing changed.

        A paragraph added or removed is of substance. One that was only moved, split or merged, without a word
        changed, is routine: it has another number.
        """
        if not self.old or not self.new:
            return Weight.SUBSTANCE
        found = [edit.weight for edit in (*self.words, *self.glyphs)] + [note.weight for note in self.notes]
        if self.change not in (Change.UNCHANGED, Change.REWORDED):
            found.append(Weight.ROUTINE)
        return max(found, key=_RANKS.__getitem__, default=None)


@dataclass(frozen=True, slots=True)
class Pairings:
    """What a drafter decided by hand about the pairs of two versions, as (old id, new id).

    `made` pairs are kept whatever the texts say; where one paragraph stands in several of them, it is split
    or merged. `broken` pairs are never made. Ids that are not in the versions are passed over, so that
    decisions outlive a new reading.
    """

    made: tuple[tuple[str, str], ...] = ()
    broken: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two versions paired paragraph by paragraph, in the order of the new one.

    Removed paragraphs stand where they were.
    """

    old: Resolution
    new: Resolution
    pairs: tuple[Pair, ...]

    def worked_out(self) -> Alignment:
        """The same, with the words of every pair worked out: reading them costs nothing from here on."""
        for pair in self.pairs:
            _ = pair.words
        return self


class State(StrEnum):
    """How a paragraph of the latest version stands against its past."""

    STABLE = "stable"
    CHANGED = "changed"
    NEW = "new"


class Mark(StrEnum):
    """One square of a history strip: how a paragraph stood in one version against the version before."""

    SAME = "same"
    CHANGED = "changed"
    FIRST = "first"
    ABSENT = "absent"


class Event(StrEnum):
    """What befell a paragraph in a version, against the last version before."""

    CAME = "came"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    DROPPED = "dropped"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Turn:
    """One event in the life of a paragraph: the index of the version it happened in, and its id there.

    For DROPPED `place` is its id in the version before; for MERGED the paragraph of this version in which its
    words live on; for SPLIT the paragraph of the version before of which it was a part.
    """

    version: int
    event: Event
    place: str


@dataclass(frozen=True, slots=True)
class Thread:
    """The life of one paragraph over all loaded versions.

    `places` holds its ids, one entry a version in order, None where it is absent. `marks` is the history
    strip (the first loaded version is SAME where present: nothing is known of the time before). `since` is
    the number of the version from which the wording of its last appearance has stood unchanged. `stability`
    is the share of the loaded versions that have exactly this wording (footnotes included, glyphs aside),
    unbroken up to the last. `state` speaks of the latest version against the one before: STABLE, CHANGED
    there, or NEW there. `turns` is all that befell it, in order of the versions: a paragraph merged into one
    that has a life of its own ends with MERGED, one that was split off begins with SPLIT.
    """

    places: tuple[str | None, ...]
    marks: tuple[Mark, ...]
    since: str
    stability: float
    state: State
    turns: tuple[Turn, ...] = ()

    @property
    def latest(self) -> str | None:
        """Its id in the latest version, None when it was dropped."""
        return self.places[-1]

    @property
    def dropped(self) -> bool:
        """Whether it no longer stands in the latest version."""
        return self.places[-1] is None

    @property
    def last_place(self) -> tuple[int, str]:
        """The index of the last version that has it, and its id there."""
        return max((index, place) for index, place in enumerate(self.places) if place is not None)


@dataclass(frozen=True, slots=True)
class Lineage:
    """A whole series: its versions oldest first, consecutive alignments, and the thread of every paragraph.

    Threads of the latest version come first, in its order, then the dropped ones in the order of their last
    place.
    """

    versions: tuple[Resolution, ...]
    alignments: tuple[Alignment, ...]
    threads: tuple[Thread, ...]

    @property
    def latest(self) -> Resolution:
        """The latest version, the base of a draft."""
        return self.versions[-1]

    @property
    def dropped(self) -> tuple[Thread, ...]:
        """The threads that no longer stand in the latest version, in the order of their last place."""
        return tuple(thread for thread in self.threads if thread.dropped)

    def thread(self, paragraph_id: str) -> Thread:
        """The thread of a paragraph of the latest version; raises KeyError when there is none."""
        for thread in self.threads:
            if thread.latest == paragraph_id:
                return thread
        raise KeyError(paragraph_id)
