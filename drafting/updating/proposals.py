# SPDX-License-Identifier: GPL-3.0-or-later
"""What a draft for a session should say: every habit of the series carried over from the latest text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafting import ordinals
from drafting.comparing.records import Lineage
from drafting.errors import TargetError
from drafting.resolution import Resolution
from drafting.sessions import Count, organ
from drafting.updating import questions, wording
from drafting.updating.again import course_before, held_against, is_for_again
from drafting.updating.blanks import date_blank
from drafting.updating.calendar import Moment, due_after, next_session, session_of, target_moment
from drafting.updating.course import Course, Habit, HabitKind
from drafting.updating.habits import course_of, habits
from drafting.updating.masthead import carry_masthead
from drafting.updating.mentions import MentionKind, print_date, serial_of
from drafting.updating.predecessor import loaded_at
from drafting.updating.records import (
    PLACEHOLDER,
    CarryOver,
    Certainty,
    Evidence,
    Fact,
    FactKind,
    FactPart,
    Proposal,
    Sought,
    SoughtKind,
)
from drafting.updating.strands import Place, place_id
from drafting.updating.terms import ahead, following


def propose(lineage: Lineage, session: int | None = None) -> CarryOver:
    """Masthead, proposals and facts for a draft of the series at `session` (Security Council: in that year).

    Without a session it is the next by the rhythm of the series, after a draft the session of that draft;
    where the base tells none, blanks stay. Raises TargetError when the session does not come after the base,
    or lies before that of a draft.
    """
    base = lineage.latest
    target = next_session(lineage) if session is None else session
    _check(base, target)
    again = is_for_again(base, target)
    found, asked = (
        _of_draft(lineage, target) if again else _of_text(lineage.versions, course_of(lineage), target)
    )
    masthead, changes, facts = carry_masthead(lineage, target)
    order = {paragraph.id: index for index, paragraph in enumerate(base.paragraphs)}
    proposals = sorted(found, key=lambda one: (order[one.paragraph], one.footnote or 0, one.start))
    used = [replace(fact, used_in=_used_in(fact, proposals)) for fact in asked]
    return CarryOver(
        target, masthead, changes, tuple(proposals), (*facts, *(fact for fact in used if fact.used_in))
    )


def _of_text(
    versions: tuple[Resolution, ...], course: Course, target: int
) -> tuple[list[Proposal], list[Fact]]:
    """What follows from the habits of a course for the text after the last of these versions."""
    moment = target_moment(versions[-1], target or None)
    draft = _Draft(course, versions, moment, in_rhythm=target == due_after(versions))
    for habit in habits(course):
        draft.carry(habit)
    return draft.proposals, list(draft.facts.values())


def _of_draft(lineage: Lineage, target: int) -> tuple[list[Proposal], list[Fact]]:
    """What the texts before a draft of the target session say is due there, held against its own words."""
    versions = lineage.versions[:-1]
    if not versions:
        return [], []
    course, places = course_before(lineage)
    found, asked = _of_text(versions, course, target)
    held = (held_against(proposal, places[proposal.id]) for proposal in found)
    return [proposal for proposal in held if proposal is not None], asked


def _check(base: Resolution, target: int) -> None:
    session = session_of(base)
    by_years = organ(base.masthead.body).count is Count.YEARS
    if target < 0 or (target > ordinals.HIGHEST and not by_years):
        raise TargetError(f"There is no session {target} to draft for. Choose the session from the list.")
    if session is None or target > session or (target == session and (by_years or base.is_draft)):
        return
    when = str(target) if by_years else f"the {ordinals.in_words(target)} session" if target else "no session"
    did = "is a draft of" if base.is_draft else "is of" if by_years else "was adopted at"
    unit = "year" if by_years else "session"
    later = f"that {unit} or a later one" if base.is_draft else f"a later {unit}"
    then = f"{did} {session if by_years else f'the {ordinals.in_words(session)}'}"
    raise TargetError(
        f"The draft cannot be for {when}: the latest text, {base.number}, {then}. "
        f"Choose {later}, or open only the texts before it."
    )


def _used_in(fact: Fact, proposals: Sequence[Proposal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.paragraph for one in proposals if one.fact == fact.id))


@dataclass(slots=True)
class _Draft:
    """Proposals and facts as they come together; `in_rhythm` when the next text is due at the target."""

    course: Course
    versions: tuple[Resolution, ...]
    moment: Moment
    in_rhythm: bool
    proposals: list[Proposal] = field(default_factory=list)
    facts: dict[str, Fact] = field(default_factory=dict)

    def carry(self, habit: Habit) -> None:
        """Add what follows from one habit, if anything."""
        makers = {
            HabitKind.COMES_BACK: self._session,
            HabitKind.DEADLINE: self._deadline,
            HabitKind.PREVIOUS: self._previous,
            HabitKind.NEWEST: self._newest,
            HabitKind.MOVES: self._moves,
        }
        if habit.kind in makers:
            self.proposals.extend(makers[habit.kind](habit))

    # ----------------------------------------------------------------------------------------- sessions

    def _session(self, habit: Habit) -> Iterator[Proposal]:
        place = habit.strand.latest
        own = place.organ in (None, self.moment.body)
        reached = self.moment.session if own else self.moment.at(place.organ or "")
        due = None if reached is None else reached + habit.step
        if due is None or due < 1 or due == place.mention.session:
            return
        certainty = Certainty.CERTAIN if habit.sure else Certainty.REVIEW
        new = ordinals.like(due, place.words)
        yield self._plain(habit, new, certainty, wording.comes_back(habit, self.versions))

    def _deadline(self, habit: Habit) -> Iterator[Proposal]:
        place, session = habit.strand.latest, self.moment.session
        if session is None or place.mention.session is None:
            return
        passed = place.mention.session <= session
        if not passed and len(habit.strand.present) < 2:
            return
        steady = len(habit.shown) > 2 and place in habit.shown
        new = ordinals.like(session + habit.step, place.words) if passed or steady else place.words
        reason = wording.deadline(habit, self.versions, passed=passed, steady=steady)
        yield self._plain(habit, new, Certainty.REVIEW, reason)

    # ------------------------------------------------------------------------------- previous of the series

    def _previous(self, habit: Habit) -> Iterator[Proposal]:
        certainty = Certainty.CERTAIN if habit.sure else Certainty.REVIEW
        yield self._loaded(habit, self.versions[-1], certainty, wording.previous(habit, self.versions))

    def _loaded(self, habit: Habit, text: Resolution, certainty: Certainty, reason: str) -> Proposal:
        """A loaded text cited by number, and by date where the base gives one."""
        head = text.masthead
        dated = habit.strand.latest.mention.date is not None
        if text.is_draft:  # what number and date it got is not known
            head = replace(head, number="", adopted=None)
        if head.number and (head.adopted or not dated):
            day = f" of {print_date(head.adopted)}" if dated and head.adopted else ""
            return self._plain(habit, head.number + day, certainty, reason)
        blanks = [] if head.number else ["number"]
        blanks += ["date"] if dated and not head.adopted else []
        kinds = {"number": FactKind.NUMBER, "date": FactKind.DATE}
        parts = tuple(FactPart(blank, blank, kind=kinds[blank]) for blank in blanks)
        sought = Sought(
            SoughtKind.RESOLUTION,
            head.body,
            session_of(text),
            head.title,
            number="" if text.is_draft else head.number,
        )
        before = text is self.versions[-1]
        fact_id = "previous" if before else f"text {text.number}"
        what = "Number and date of the text before" if before else "Date of the text of this series"
        fact = self.facts.setdefault(fact_id, Fact(fact_id, f"{what} ({text.number})", parts, (), sought))
        day = print_date(head.adopted) if head.adopted else "{date}"
        pattern = (head.number or "{number}") + (f" of {day}" if dated else "")
        return self._with_fact(habit, pattern, fact, Certainty.FACT, reason)

    # ------------------------------------------------------------------------------ newest of another series

    def _newest(self, habit: Habit) -> Iterator[Proposal]:
        place = habit.strand.latest
        reached = self.moment.at(place.organ) if place.organ else None
        cited = place.mention.session
        if reached is None or cited is None:
            return
        due = habit.due(reached)
        newer = next((other for other in self._places(habit) if other.mention.session == due), None)
        if due == cited:
            yield from self._still_newest(habit, due)
        elif due > cited and newer is not None:
            dated = newer.mention.dated if place.mention.date else None
            new = newer.mention.value + (f" of {print_date(dated)}" if dated else "")
            yield self._plain(habit, new, Certainty.REVIEW, wording.same_text_cites(newer))
        elif due > cited and place.mention.template:
            yield self._of_series(habit, due) or self._newer(habit, due)

    def _of_series(self, habit: Habit, due: int) -> Proposal | None:
        """The text due when it is one of this series that is loaded: what is known is not asked for."""
        is_text = habit.strand.latest.mention.kind is MentionKind.RESOLUTION
        found = loaded_at(habit.strand, due, self.course) if is_text else None
        if found is None:
            return None
        text, seen = found
        certain = seen and habit.sure and habit.strand.latest in habit.shown
        certainty = Certainty.CERTAIN if certain else Certainty.REVIEW
        return self._loaded(habit, text, certainty, wording.of_series(habit, self.versions, text, seen=seen))

    def _places(self, habit: Habit) -> list[Place]:
        """The places of the base that cite the same series, in text order."""
        return [fellow.latest for fellow in habit.fellows]

    def _still_newest(self, habit: Habit, due: int) -> Iterator[Proposal]:
        place = habit.strand.latest
        if place.mention.kind is MentionKind.SYMBOL:
            # Of two texts in one year each has its own report; within a session a report is not issued twice.
            if habit.sure and organ(place.organ or "").count is Count.YEARS:
                yield self._newer(habit, due)
        elif habit.sure and habit.period > 1:
            reason = wording.still_newest(habit, self.versions, due + habit.period)
            yield self._plain(habit, place.words, Certainty.REVIEW, reason)

    def _newer(self, habit: Habit, due: int) -> Proposal:
        place = habit.strand.latest
        certainty = Certainty.FACT if habit.sure else Certainty.REVIEW
        alone = len(self.versions) == 1
        reason = wording.perhaps_newer(place) if alone else wording.newest(habit, self.versions)
        form = place.mention.template.replace("{session}", str(due))
        if place.mention.kind is MentionKind.SYMBOL:
            serials = {serial_of(shown.mention) for shown in habit.shown}
            if habit.sure and len(serials) == 1:
                certainty = Certainty.CERTAIN if len(habit.shown) > 2 else Certainty.REVIEW
                return self._plain(habit, form.replace("{serial}", serials.pop()), certainty, reason)
            return self._with_fact(habit, form, self._symbol_fact(habit, due, form), certainty, reason)
        fact = self._resolution_fact(habit, due)
        pattern = form.replace("{serial}", "{number}")
        if self._takes_date(habit) and any(part.name == "date" for part in fact.parts):
            pattern += " of {date}"
        return self._with_fact(habit, pattern, fact, certainty, reason)

    def _takes_date(self, habit: Habit) -> bool:
        """The first mention in the text is dated, later ones and footnotes are not (rules 3.2 to 3.4)."""
        places = self._places(habit)
        in_text = [place for place in places if place.footnote is None]
        dated = any(place.mention.date is not None for place in places)
        return dated and bool(in_text) and habit.strand.latest == in_text[0]

    def _resolution_fact(self, habit: Habit, due: int) -> Fact:
        places = self._places(habit)
        fact_id = f"{place_id(places[0])}@{due}"
        if fact_id not in self.facts:
            question = questions.resolution_question(habit.fellows, self.versions, due)
            form = places[0].mention.template.replace("{session}", str(due)).replace("{serial}", "{}")
            serial = serial_of(places[0].mention)
            number = FactPart("number", "number", PLACEHOLDER, serial, FactKind.NUMBER, form)
            blank = date_blank(habit.fellows, places[0].organ or "", due)
            day = FactPart("date", "date", blank, "" if blank == PLACEHOLDER else "19", FactKind.DATE)
            sought = questions.sought_text(habit.fellows, self.versions, due)
            dated = any(place.mention.date is not None for place in places)
            self.facts[fact_id] = Fact(fact_id, question, (number, day) if dated else (number,), (), sought)
        return self.facts[fact_id]

    def _symbol_fact(self, habit: Habit, due: int, form: str) -> Fact:
        place = self._places(habit)[0]
        fact_id = f"{place_id(place)}@{due}"
        if fact_id not in self.facts:
            question = questions.symbol_question(place, self.versions, form.replace("{serial}", PLACEHOLDER))
            serial, blanked = serial_of(place.mention), form.replace("{serial}", "{}")
            part = FactPart("serial", "number", PLACEHOLDER, serial, FactKind.SYMBOL, blanked)
            sought = questions.sought_document(habit.fellows, self.versions, due)
            self.facts[fact_id] = Fact(fact_id, question, (part,), (), sought)
        return self.facts[fact_id]

    # -------------------------------------------------------------------------------------------- dates

    def _moves(self, habit: Habit) -> Iterator[Proposal]:
        day = following(habit) if habit.step else None
        if day is None:
            reason = wording.changed(habit, self.versions)
            yield self._plain(habit, habit.strand.latest.words, Certainty.REVIEW, reason)
            return
        certainty = Certainty.CERTAIN if habit.sure and self.in_rhythm else Certainty.REVIEW
        reason = wording.moves(
            habit, self.versions, ahead=ahead(habit, self.course), in_rhythm=self.in_rhythm
        )
        yield self._plain(habit, print_date(day), certainty, reason)

    # ------------------------------------------------------------------------------------------- records

    def _plain(self, habit: Habit, new: str, certainty: Certainty, reason: str) -> Proposal:
        place = habit.strand.latest
        dates_several = place.mention.dated is not None and place.mention.date is None
        if dates_several and place.mention.kind is not MentionKind.DATE:
            certainty, reason = Certainty.REVIEW, f"{reason} {wording.SHARED_DATE}"
        return Proposal(
            id=place_id(place),
            paragraph=place.paragraph,
            start=place.mention.span.start,
            end=place.mention.span.end,
            old=place.words,
            new=new,
            certainty=certainty,
            kind=str(place.mention.kind),
            reason=reason,
            footnote=place.footnote,
            evidence=tuple(
                Evidence(self.versions[one.version].number, one.paragraph, one.words)
                for one in habit.strand.present
            ),
        )

    def _with_fact(
        self, habit: Habit, pattern: str, fact: Fact, certainty: Certainty, reason: str
    ) -> Proposal:
        new = pattern
        for part in fact.parts:
            new = new.replace("{" + part.name + "}", part.placeholder)
        return replace(self._plain(habit, new, certainty, reason), fact=fact.id, pattern=pattern)
