# SPDX-License-Identifier: GPL-3.0-or-later
"""What the assistant says of a series: what it is, which session is due and why, what stands in each file."""

from __future__ import annotations

from drafting.comparing.records import Lineage
from drafting.ordinals import in_figures
from drafting.resolution import Kind, Resolution
from drafting.sessions import Count, organ
from drafting.translation import tr, trn
from drafting.updating.calendar import cadence, closing_session, mandate_end, next_session, session_of
from ui.dialogs.read_report import facts
from ui.language import day_of


def series(lineage: Lineage) -> str:
    """The series in a sentence: its organ, how many versions of which years, how often it comes."""
    latest, versions = lineage.latest, lineage.versions
    body = latest.masthead.body or tr("an organ that the texts do not name")
    years = sorted(one.masthead.adopted.year for one in versions if one.masthead.adopted)
    count = trn("{n} version", "{n} versions", len(versions))
    if years and years[0] != years[-1]:
        text = tr("{organ}; {count}, {first} to {last}; {rhythm}.")
        return text.format(organ=body, count=count, first=years[0], last=years[-1], rhythm=_rhythm(lineage))
    return tr("{organ}; {count}; {rhythm}.").format(organ=body, count=count, rhythm=_rhythm(lineage))


def title(lineage: Lineage) -> str:
    """What the series is called."""
    return lineage.latest.masthead.title or tr("A series without a title")


def _rhythm(lineage: Lineage) -> str:
    if session_of(lineage.latest) is None:
        return tr("no session is known")
    if organ(lineage.latest.masthead.body).count is Count.YEARS:
        return tr("numbered by years")
    return trn("a text at every session", "a text every {n} sessions", cadence(lineage.versions))


def why(lineage: Lineage) -> str:
    """Why the session that is proposed is the next, in a sentence."""
    base = lineage.latest
    due, session = next_session(lineage), session_of(base)
    if base.is_draft:
        return tr("{base} is a draft for this session and was not adopted yet.").format(base=base.number)
    if session is None:
        return tr("{base} tells neither session nor year: type it, or leave it.").format(base=base.number)
    stated = closing_session(base)
    if stated is not None and stated.session == due:
        return tr("{base} names this session for its next consideration.").format(base=base.number)
    end = mandate_end(base)
    if organ(base.masthead.body).count is Count.YEARS and end is not None and end.year == due:
        return tr("The mandate that {base} set ends on {day}.").format(base=base.number, day=day_of(end))
    if len(lineage.versions) == 1:
        return tr("One version alone shows no rhythm; this is the usual step of its organ.")
    sessions = (session_of(one) for one in lineage.versions)
    known = ", ".join(str(one) for one in sessions if one is not None)
    return tr("It follows from the sessions so far: {sessions}.").format(sessions=known)


def when(version: Resolution) -> str:
    """The date a version was adopted, else its session, else that neither is known."""
    head, session = version.masthead, session_of(version)
    if version.is_draft:
        return tr("not adopted yet")
    if head.adopted is not None:
        return day_of(head.adopted)
    return tr("{ordinal} session").format(ordinal=in_figures(session)) if session else tr("no date known")


def found(version: Resolution) -> str:
    """How much stands in a version: paragraphs and footnotes."""
    paragraphs = sum(one.kind is not Kind.HEADING for one in version.paragraphs)
    notes = sum(len(one.footnotes) for one in version.paragraphs)
    told = trn("{n} paragraph", "{n} paragraphs", paragraphs)
    return f"{told}, {trn('{n} footnote', '{n} footnotes', notes)}" if notes else told


def remarks(version: Resolution) -> str:
    """How many remarks of the reader a drafter should check; empty for none."""
    looks = sum(warning.needs_look for warning in version.warnings)
    return trn("▲ {n} place to check", "▲ {n} places to check", looks) if looks else ""


def in_full(version: Resolution) -> str:
    """All that was found in a file, and every remark of the reader, line by line."""
    shown = sorted(version.warnings, key=lambda one: not one.needs_look)
    lines = [f"{'▲' if one.needs_look else '·'} {one.sentence}" for one in shown]
    return "\n".join([facts(version), *(lines or [tr("Nothing to check.")])])
