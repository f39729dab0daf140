# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything Penholder knows of a series as one JSON object.

The contract for scripts, scores and tests: its shape only grows.

Offsets count Unicode code points. The proposals apply to the text of the base version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafting.checking import Finding, Spot, findings_of
from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Change, Edit, NoteEdit, Pair, Thread, Weight
from drafting.comparing.summary import Summary, summarize
from drafting.draft import Draft, find_all
from drafting.opening import Opened
from drafting.resolution import Ballot, Comment, Paragraph, ReadWarning, Resolution, Revision
from drafting.updating.facts import judge
from drafting.updating.records import Fact, FactPart, MastheadChange, Proposal
from drafting.updating.shelf import Answer, Shelved, contradictions

Json = dict[str, Any]


def report(opened: Opened) -> Json:
    """The report of a series and of the draft proposed for it."""
    versions = opened.lineage.versions
    alignments = list(opened.lineage.alignments)
    found = findings_of(opened.lineage)
    if len(versions) > 2:
        alignments.append(align(versions[0], versions[-1]))
    return {
        "format": "penholder-report",
        "version": 1,
        "resolutions": [
            resolution_json(version) | {"findings": [_finding(one) for one in findings]}
            for version, findings in zip(versions, found, strict=True)
        ],
        "refused": [{"file": error.path.name, "reason": error.reason} for error in opened.refused],
        "warnings": _warnings(opened.warnings),
        "alignments": [alignment_json(alignment) for alignment in alignments],
        "lineages": [_thread(thread, versions) for thread in opened.lineage.threads],
        "draft": _draft(opened),
        "shelf": [_shelved(one) for one in opened.draft.shelf],
        "shelf_refused": [{"file": one.path.name, "reason": one.reason} for one in opened.shelf_refused],
    }


def resolution_json(resolution: Resolution) -> Json:
    """One version as read."""
    head, vote = resolution.masthead, resolution.vote
    sides = vote and {
        "for": _ballot(vote.in_favour),
        "against": _ballot(vote.against),
        "abstaining": _ballot(vote.abstaining),
    }
    shown = {
        "symbol": head.symbol,
        "body": head.body,
        "number": resolution.number,
        "title": head.title,
        "session": head.session,
        "session_dates": head.session_dates,
        "agenda_item": head.agenda_item,
        "agenda_points": head.agenda_points,
        "agenda_title": head.agenda_title,
        "adopted": head.adopted.isoformat() if head.adopted else None,
        "adoption": head.adoption,
        "meeting": head.meeting,
        "committee_report": head.report,
        "sponsors": head.sponsors,
        "notes": list(head.notes),
        "language": head.language,
        "source": resolution.source,
        "format": resolution.format,
        "vote": sides,
        "paragraphs": [_paragraph(paragraph) for paragraph in resolution.paragraphs],
        "warnings": _warnings(resolution.warnings),
        "read_report": [_remark(warning) for warning in resolution.warnings],
    }
    return shown | _tracked(resolution)


def _tracked(resolution: Resolution) -> Json:
    """What a Word file held beside its text; nothing for a file without changes and comments."""
    original = resolution.original
    found = {
        "revisions": [_revision(revision) for revision in resolution.revisions],
        "comments": [_where(comment) for comment in resolution.comments],
        "original": [{"id": one.id, "text": one.text} for one in original.paragraphs] if original else [],
    }
    return {name: items for name, items in found.items() if items}


def _remark(warning: ReadWarning) -> Json:
    look = warning.needs_look
    return {"message": warning.message, "place": warning.place, "needs_look": look, "text": warning.text}


def _revision(revision: Revision) -> Json:
    return _where(revision) | {
        "act": revision.act.value,
        "footnote": revision.footnote,
        "moved": revision.moved,
    }


def _where(item: Revision | Comment) -> Json:
    """Who said what, when, and in which paragraph; offsets count in its accepted text."""
    return {
        "paragraph": item.paragraph or None,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "author": item.author,
        "at": item.at,
    }


def comparison(alignment: Alignment) -> Json:
    """Two versions and what became of the one in the other, for scripts."""
    return {
        "format": "penholder-comparison",
        "version": 1,
        "resolutions": [resolution_json(version) for version in (alignment.old, alignment.new)],
        "alignment": alignment_json(alignment),
    }


def alignment_json(alignment: Alignment) -> Json:
    """Two versions paired paragraph by paragraph."""
    return {
        "old": alignment.old.number,
        "new": alignment.new.number,
        "summary": _figures(summarize(alignment)),
        "pairs": [_pair(pair) for pair in alignment.pairs],
    }


def _figures(total: Summary) -> Json:
    return {
        "changes": {change.value: total.changes[change] for change in Change},
        "weights": {weight.value: total.weights[weight] for weight in Weight},
        "edits": {weight.value: total.edits[weight] for weight in Weight},
        "words": {"deleted": total.deleted, "inserted": total.inserted},
        "footnotes": total.notes,
        "verbs": [
            {
                "old": list(turn.pair.old),
                "new": list(turn.pair.new),
                "reason": turn.reason,
                "verbs": turn.verbs,
            }
            for turn in total.turns
        ],
    }


def _warnings(warnings: Sequence[ReadWarning]) -> list[str]:
    return [warning.sentence for warning in warnings]


def _ballot(ballot: Ballot) -> Json:
    return {"count": ballot.count, "states": list(ballot.states)}


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "id": paragraph.id,
        "kind": paragraph.kind.value,
        "part": paragraph.part.value,
        "unit": paragraph.unit,
        "level": paragraph.level,
        "label": paragraph.label,
        "opening": paragraph.opening,
        "text": paragraph.text,
        "footnotes": [
            {"number": note.number, "offset": note.offset, "text": note.text} for note in paragraph.footnotes
        ],
    }


def _pair(pair: Pair) -> Json:
    return {
        "old": list(pair.old),
        "new": list(pair.new),
        "change": pair.change.value,
        "moved": pair.moved,
        "score": round(pair.score, 4),
        "weight": pair.weight,
        "guess": pair.guess,
        "words": [_edit(edit) for edit in pair.words],
        "glyphs": [_edit(edit) for edit in pair.glyphs],
        "notes": [_note_edit(note) for note in pair.notes],
    }


def _edit(edit: Edit) -> Json:
    verdict = edit.judge()
    return {
        "op": edit.op.value,
        "old": [edit.old.start, edit.old.end],
        "new": [edit.new.start, edit.new.end],
        "weight": verdict.weight,
        "reason": verdict.reason,
        "detail": verdict.detail,
    }


def _note_edit(note: NoteEdit) -> Json:
    words = [_edit(edit) for edit in note.words]
    return {"old": note.old, "new": note.new, "weight": note.weight, "words": words}


def _thread(thread: Thread, versions: Sequence[Resolution]) -> Json:
    places = {version.number: place for version, place in zip(versions, thread.places, strict=True)}
    return {
        "paragraph": thread.latest,
        "history": places,
        "stability": round(thread.stability, 4),
        "since": thread.since,
        "state": "dropped" if thread.dropped else thread.state.value,
    }


def _draft(opened: Opened) -> Json:
    draft = opened.draft
    head = draft.masthead
    answered = opened.answers()
    return {
        "session": draft.carry.session,
        "base": draft.base.number,
        "number": head.number,
        "symbol": head.symbol,
        "session_dates": head.session_dates,
        "masthead": [_masthead_change(change) for change in draft.carry.masthead_changes],
        "facts": [_fact(fact, draft, answered) for fact in draft.carry.facts],
        "suggestions": _suggestions(draft),
        "findings": _draft_findings(draft),
    }


def _suggestions(draft: Draft) -> list[Json]:
    """What is proposed, at its places in the base, whose text a fresh draft has."""
    order = {paragraph.id: at for at, paragraph in enumerate(draft.base.paragraphs)}
    origins = {paragraph.key: paragraph.origin or paragraph.key for paragraph in draft.paragraphs}
    notes = _base_notes(draft)
    styles = [
        replace(one, paragraph=origins[one.paragraph], footnote=notes.get(one.footnote))
        for one in draft.styles
    ]

    def place(one: Proposal) -> tuple[int, int, int]:
        return order[one.paragraph], one.footnote or 0, one.start

    return [_proposal(one) for one in sorted((*draft.carry.proposals, *styles), key=place)]


def _base_notes(draft: Draft) -> dict[int | None, int | None]:
    """The footnote numbers of the base by those of the draft, which are counted anew."""
    numbers = draft.note_numbers
    return {numbers[note.key]: note.origin for paragraph in draft.paragraphs for note in paragraph.notes}


def _draft_findings(draft: Draft) -> list[Json]:
    """What is found in a fresh draft, at its places in the base."""
    printed = zip(draft.resolution.paragraphs, draft.paragraphs, strict=True)
    origins = {shown.id: paragraph.origin or shown.id for shown, paragraph in printed}
    notes = _base_notes(draft)

    def moved(spot: Spot) -> Spot:
        return replace(spot, paragraph=origins[spot.paragraph], footnote=notes.get(spot.footnote))

    found = (one.finding for one in find_all(draft))
    return [_finding(one, moved) for one in found]


def _masthead_change(change: MastheadChange) -> Json:
    return {
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "certainty": change.certainty.value,
        "fact": change.fact,
        "reason": change.reason,
    }


def _fact(fact: Fact, draft: Draft, answered: Sequence[Answer]) -> Json:
    values = draft.facts.get(fact.id, {})
    return {
        "id": fact.id,
        "question": fact.question,
        "kind": fact.sought.kind.value if fact.sought else None,
        "parts": [_part(part) for part in fact.parts],
        "used_in": list(fact.used_in),
        "values": dict(values),
        "problems": _problems(fact, values, answered),
        "answers": [
            {"values": dict(one.values), "document": one.document, "reason": one.reason, "sure": one.sure}
            for one in answered
            if one.fact == fact.id
        ],
    }


def _part(part: FactPart) -> Json:
    return {
        "name": part.name,
        "label": part.label,
        "placeholder": part.placeholder,
        "kind": part.kind.value,
        "form": part.form,
    }


def _problems(fact: Fact, values: Mapping[str, str], answered: Sequence[Answer]) -> list[Json]:
    """What is wrong with a value, and where a document has another, with `part` null."""
    judged = ((part.name, judge(part, values.get(part.name, ""))) for part in fact.parts)
    told = [(name, one) for name, one in judged if one is not None]
    told += [("", one) for one in contradictions(fact, values, answered)]
    return [{"part": name or None, "message": one.sentence, "stays_out": one.stays_out} for name, one in told]


def _shelved(one: Shelved) -> Json:
    return {
        "source": one.source,
        "kind": one.kind.value,
        "symbol": one.symbol,
        "number": one.number,
        "title": one.title,
        "body": one.organ,
        "session": one.session,
        "date": one.date.isoformat() if one.date else None,
        "session_dates": one.session_dates,
        "agenda_item": one.item,
    }


def _finding(finding: Finding, place: Callable[[Spot], Spot] = lambda spot: spot) -> Json:
    return _spot(place(finding.spot)) | {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "words": finding.words,
        "message": finding.message,
        "related": [_spot(place(spot)) for spot in finding.related],
        "fix": [_spot(place(mend.spot)) | {"old": mend.old, "new": mend.new} for mend in finding.fix],
    }


def _spot(spot: Spot) -> Json:
    return {
        "paragraph": spot.paragraph,
        "footnote": spot.footnote,
        "start": spot.start,
        "end": spot.end,
    }


def _proposal(proposal: Proposal) -> Json:
    return {
        "paragraph": proposal.paragraph,
        "footnote": proposal.footnote,
        "start": proposal.start,
        "end": proposal.end,
        "old": proposal.old,
        "new": proposal.new,
        "certainty": proposal.certainty.value,
        "kind": proposal.kind,
        "fact": proposal.fact,
        "reason": proposal.reason,
        "evidence": [
            {"version": item.version, "paragraph": item.paragraph, "text": item.text}
            for item in proposal.evidence
        ],
    }
