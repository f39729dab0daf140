# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of updating: why something is proposed, and what has to be found out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafting.comparing.tokens import squeezed
from drafting.resolution import Resolution
from drafting.updating import ordinals
from drafting.updating.calendar import season
from drafting.updating.course import Habit
from drafting.updating.mentions import MentionKind
from drafting.updating.organs import Count, organ
from drafting.updating.strands import Place, Strand

_PERIODS = {2: "every second session", 3: "every third session"}


def listed(words: Iterable[str]) -> str:
    """The words as a list in a sentence: "a", "a and b", "a, b and c"."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def counted(number: int, noun: str) -> str:
    """ "one session", "3 sessions": words below ten would hide the figure in a tooltip."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _names(places: Iterable[Place], versions: Sequence[Resolution]) -> list[str]:
    return [versions[index].number for index in sorted({place.version for place in places})]


def _cases(places: Iterable[Place], versions: Sequence[Resolution]) -> str:
    """ "47/9 (fiftieth) and 50/4 (fifty-third)", each version once."""
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place.version, place)
    return listed(f"{versions[index].number} ({_short(first[index])})" for index in sorted(first))


def _short(place: Place) -> str:
    return place.words if place.mention.kind is MentionKind.SESSION else place.mention.value


def _slips(habit: Habit, versions: Sequence[Resolution]) -> str:
    """What was forgotten, with the place when it is another than the one in question."""
    here = {id(place) for place in habit.strand.present}
    told = []
    for place in habit.slips:
        where = "" if id(place) in here else f" in {place.paragraph}"
        told.append(f"{versions[place.version].number} had {_short(place)}{where}")
    return f"; {listed(dict.fromkeys(told))}" if told else ""


def previous(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why the previous text of the series is proposed."""
    shown = _names(habit.shown, versions)
    kept = [f"{versions[place.version].number} had kept {place.mention.value}" for place in habit.slips]
    as_in = f", as in {listed(shown)}" if shown else ""
    return f"The previous resolution of this series{as_in}" + (f"; {listed(kept)}" if kept else "") + "."


def comes_back(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a session moves with the session of the text."""
    sessions = counted(abs(habit.step), "session")
    if habit.step == 0:
        sense = "The session of the text itself"
    else:
        sense = f"{sessions} {'after' if habit.step > 0 else 'before'} the session of the text"
    return f"{sense}, as in {_cases(habit.shown, versions)}{_slips(habit, versions)}."


def deadline(habit: Habit, versions: Sequence[Resolution], *, passed: bool) -> str:
    """Why a deadline should be looked at."""
    told = _cases(habit.strand.present, versions)
    if passed:
        return f"A deadline of its own ({told}) that will have passed; is it met, dropped or set anew?"
    return f"A deadline of its own, not the rhythm of the series ({told}); kept unless the sponsors move it."


def newest(habit: Habit, versions: Sequence[Resolution]) -> str:
    """Why a newer text of another series is expected."""
    place = habit.strand.latest
    if place.mention.kind is MentionKind.SYMBOL:
        what = "The document of the same session" if habit.step == 0 else "The document issued for a session"
        what += "" if habit.step == 0 else _distance(habit.step)
    else:
        rhythm = _PERIODS.get(habit.period, "") if organ(place.organ or "").count is Count.ASSEMBLY else ""
        what = f"The newest {place.organ} {place.mention.kind} of its series" + (
            f", adopted {rhythm}" if rhythm else ""
        )
    return f"{what}, as in {_cases(habit.shown, versions)}{_slips(habit, versions)}."


def _distance(step: int) -> str:
    return f" {abs(step)} {'before' if step < 0 else 'after'} that of the text"


def still_newest(habit: Habit, versions: Sequence[Resolution], next_due: int) -> str:
    """Why a citation stays although its neighbours move."""
    place = habit.strand.latest
    when = season(place.organ or "", next_due)
    expected = f"the next is expected at the {ordinals.in_words(next_due)} session" + (
        f" ({when})" if when else ""
    )
    rhythm = _PERIODS.get(habit.period, "not every year")
    return (
        f"Still the newest if the series goes on {rhythm}, as in {_cases(habit.shown, versions)}; {expected}."
    )


def perhaps_newer(place: Place) -> str:
    """What to ask when one version alone is loaded."""
    return f"{place.mention.value} is recent in this text, and one version alone does not show whether it is replaced each time."


def same_text_cites(habit: Habit, newer: Place) -> str:
    """What to ask when two places of the base that went together have parted."""
    return (
        f"{newer.paragraph} of the same text cites {newer.mention.value}, the newer one of the same series."
    )


# --------------------------------------------------------------------------------------------- questions


def resolution_question(fellows: Sequence[Strand], versions: Sequence[Resolution], session: int) -> str:
    """What a drafter would ask a colleague for: organ, subject as the text has it, session and season."""
    place = fellows[0].latest
    name, kind = place.organ or "", place.mention.kind
    when = season(name, session)
    if organ(name).count is Count.YEARS:
        return f"{name} {kind} {_subject(fellows, versions)}, {session}"
    return f"{name} {kind} {_subject(fellows, versions)}, {ordinals.in_words(session)} session ({when})"


def _subject(fellows: Sequence[Strand], versions: Sequence[Resolution]) -> str:
    places = [place for fellow in fellows for place in reversed(fellow.present)]
    for place in places:
        rest = place.text[place.mention.span.end :]
        if told := re.match(r",?\s(entitled\s“[^”]+”|on\s[^,;]+)", rest):
            return told[1]
    title = squeezed(versions[-1].masthead.title)
    for place in places:
        text = squeezed(place.text)
        if title and (at := text.casefold().find(title.casefold())) >= 0:
            article = "the " if text[:at].endswith("the ") else ""
            return f"on {article}{text[at : at + len(title)]}"
    place = places[0]
    rest = re.sub(r"^[,;]?\s*(?:in which\s)?", "", place.text[place.mention.span.end :])
    return f"that {place.paragraph} cites (“{_cut(rest, 90)}”)" if rest else f"that {place.paragraph} cites"


def symbol_question(place: Place, versions: Sequence[Resolution], blank: str) -> str:
    """The document as the paragraph describes it, and the symbol with its blank."""
    return f"Symbol of {_described(place, versions)}: {blank}"


def _described(place: Place, versions: Sequence[Resolution]) -> str:
    paragraph = versions[place.version].paragraph(place.paragraph)
    at = place.mention.span.start
    if place.footnote is not None:
        at = next(note.offset for note in paragraph.footnotes if note.number == place.footnote)
    before = paragraph.text[len(paragraph.opening) : at].strip(" ,;.")
    before = re.sub(r"^of\s", "", before)
    clauses = re.split(r",\s|;\s|\sand\s(?=the\s)", before)
    told = before if len(before) < 160 else clauses[-1] if len(clauses[-1].split()) > 2 else before[-160:]
    told = re.sub(r",\s(?:submitted|presented|prepared)\s.*$", "", told)
    return f"{told} ({place.paragraph})" if told else f"the document that {place.paragraph} cites"


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text.rstrip(" ,;.")
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;.") + " …"
