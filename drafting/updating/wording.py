# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of updating: why something is proposed, with the versions that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafting import ordinals
from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.updating.calendar import season
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind
from drafting.updating.strands import Place

_MOST_SLIPS = 3  # of more the latest are told
MOST_CASES = 5  # a sentence with more versions than this names the latest four


def shared_date(reason: str) -> str:
    """The sentence, where one date stands for several numbers."""
    return f"{reason.removesuffix('.')}; one date stands for several numbers here: does it still?"


def listed(words: Iterable[str]) -> str:
    """The words as a list in an English sentence: "a", "a and b", "a, b and c".

    Reasons are saved with the draft and stay in English, whatever the window speaks; its own sentences have
    `drafting.translation.listed`.
    """
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def as_in(told: Sequence[str]) -> str:
    """The versions that show a habit, behind the sentence: ", as in 47/9 and 50/4"."""
    if len(told) > MOST_CASES:
        rest = ordinals.cardinal(len(told) - MOST_CASES + 1)
        told = [*told[1 - MOST_CASES :], f"{rest} texts before"]
    return f", as in {listed(told)}" if told else ""


def cases(places: Iterable[Place], versions: Sequence[Resolution]) -> list[str]:
    """Each version once with what it had: "47/9 (fiftieth)", "2782 (2025) with 31 December 2025"."""
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place.version, place)
    return [_case(versions[index].number, short(first[index])) for index in sorted(first)]


def _case(number: str, had: str) -> str:
    return f"{number} with {had}" if number.endswith(")") else f"{number} ({had})"


def short(place: Place) -> str:
    """What a place says, as short as it can be told."""
    cited = place.mention.kind in (MentionKind.RESOLUTION, MentionKind.DECISION, MentionKind.SYMBOL)
    return place.mention.value if cited else place.words


def slips(habit: Habit, versions: Sequence[Resolution]) -> str:
    """What was not updated or otherwise chosen, with the paragraph when it is not the one in question."""
    told = []
    for place in habit.slips:
        strand = next((one for one in (habit.strand, *habit.fellows) if place in one.present), None)
        at = strand.present.index(place) if strand else 0
        kept = strand and at > 0 and strand.present[at - 1].mention.value == place.mention.value
        where = "" if place in habit.strand.present else f" in {place.paragraph}"
        had = "had kept" if kept else "had"
        told.append(f"{versions[place.version].number} {had} {short(place)}{where}")
    if len(told) > _MOST_SLIPS:
        return f"; {', '.join(told[-_MOST_SLIPS:])} and others"
    return f"; {listed(told)}" if told else ""


def previous(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why the previous text of the series is proposed."""
    shown = [versions[place.version].number for place in habit.shown]
    if len(versions) == 1:
        older = "" if habit.shown else f", older than the one before {versions[0].number}"
        cited = habit.strand.latest.mention.value
        return (
            f"{cited} seems to be a text of this series{older}; {versions[0].number} is now the previous one."
        )
    return f"The previous resolution of this series{as_in(shown)}{slips(habit, versions)}."


def not_loaded(reason: str, body: str, session: int) -> str:
    """The sentence, where by the rhythm a text that is not loaded lies between the base and the draft."""
    years = organ(body).count is Count.YEARS
    when = str(session) if years else f"the {ordinals.in_words(session)} session"
    return (
        f"{reason} By the rhythm of the series a text of {when} lies in between; it is not loaded. "
        "If there is one, open it too."
    )


def newest(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a newer text of another series, or the document of another session, is expected."""
    place = habit.strand.latest
    if place.mention.kind is MentionKind.SYMBOL:
        what = _document(habit, versions)
    else:
        what = f"The newest {place.organ} {place.mention.kind} of its series"
        if habit.period > 1:
            what += f", adopted {_rhythm(habit)}"
    return f"{what}{as_in(cases(habit.shown, versions))}{slips(habit, versions)}."


def session_named(name: str, step: int) -> str:
    """A session of another organ than the one that adopts the text, counted from the day of the text."""
    if organ(name).count is Count.ASSEMBLY:
        # counted from the session whose December is the last before the text: it opened the year before
        if step in (0, 1):
            return f"{name} session that opened {'that year' if step else 'the year before'}"
        side = "before" if step < 1 else "after"
        return f"{name} session that opened {ordinals.cardinal(abs(step - 1))} years {side} the text"
    if step == 0:
        return f"latest {name} session then"
    noun = "session" if abs(step) == 1 else "sessions"
    side = "before" if step < 0 else "after"
    return f"{name} session {ordinals.cardinal(abs(step))} {noun} {side} the latest then"


def _document(habit: Habit, versions: Sequence[Resolution]) -> str:
    if habit.period > 1:
        return f"A document issued {_rhythm(habit)}"
    name = habit.strand.latest.organ or ""
    by_years = organ(name).count is Count.YEARS
    if not by_years and name != versions[-1].masthead.body:
        return f"The document of the {session_named(name, habit.step)}"
    unit = "year" if by_years else "session"
    if habit.step == 0:
        return f"The document of the {unit} of the text"
    side = "before" if habit.step < 0 else "after"
    if abs(habit.step) == 1:
        return f"The document of the {unit} {side} that of the text"
    return f"The document of {ordinals.cardinal(abs(habit.step))} {unit}s {side} the text"


def _rhythm(habit: Habit) -> str:
    name = habit.strand.latest.organ or ""
    years = habit.period // 3 if organ(name).count is Count.COUNCIL else habit.period
    return "every year" if years == 1 else f"every {ordinals.in_words(years)} year"


def of_series(habit: Habit, versions: Sequence[Resolution], text: Resolution, *, seen: bool) -> str:
    """Why a loaded text of the series is proposed where its newest text at some session is cited."""
    told = newest(habit, versions).removesuffix(".")
    if seen:
        return f"{told}; {text.number} is that text of this series."
    return f"{told}; if that is this series, the text is {text.number}."


def still_newest(habit: Habit, versions: Sequence[Resolution], next_due: int) -> str:
    """Why a citation stays although its neighbours move."""
    name = habit.strand.latest.organ or ""
    told = as_in(cases(habit.shown, versions))
    expected = f"the next is due at the {ordinals.in_words(next_due)} session"
    if organ(name).count is Count.YEARS:
        expected = f"the next is due in {next_due}"
    when = season(name, next_due)
    done = "issued" if habit.strand.latest.mention.kind is MentionKind.SYMBOL else "adopted"
    return f"Still the newest if {done} {_rhythm(habit)}{told}; {expected}" + (f" ({when})." if when else ".")


def perhaps_newer(place: Place) -> str:
    """What to ask when one version alone is loaded."""
    cited = place.mention.value
    return (
        f"{cited} was recent in this text; one version alone does not show whether it is replaced each time."
    )


def called_newest(place: Place, base: Resolution) -> str:
    """Why a citation that is called the newest is moved on."""
    cited = place.mention.value
    return f"{base.number} calls {cited} the most recent; at the session of the draft it no longer is."


def perhaps_still(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a citation is looked at that the texts do not show often enough to be moved on."""
    cited = habit.strand.latest.mention.value
    told = as_in(cases(habit.shown, versions))
    return f"{cited} would still be the newest at the session of the draft{told}: is there a newer one?"


def cited_twice(number: str, due: Sequence[str]) -> str:
    """What to ask where two places that cite one text went different ways before."""
    others = [one for one in dict.fromkeys(due) if one != number]
    become = f"{', '.join(others[:-1])}{' or ' if others[1:] else ''}{others[-1]}"
    stay = " or stay" if number in due else ""
    return (
        f"{number} is cited more than once here; by the texts before it would become {become}{stay}: which?"
    )


def perhaps_its_own(place: Place) -> str:
    """What to ask of a document where an organ adopts several texts in one year."""
    return (
        f"{place.mention.value} is of the year of the draft; of two texts in one year each may have its own."
    )


def same_text_cites(newer: Place) -> str:
    """What to ask when two places of the base that went together have parted."""
    return f"{newer.paragraph} of the same text cites {newer.mention.value}, a newer one of the same series."


def grows(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a text is to be added to a list."""
    told = as_in(cases(habit.shown, versions))
    return f"A list of texts to which the newest was added{told}{slips(habit, versions)}."
