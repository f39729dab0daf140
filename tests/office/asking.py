# SPDX-License-Identifier: GPL-3.0-or-later
"""What every program that is there makes of the files of one worker, counted."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from office import known, libreoffice, pandoc, validators
from office.cases import Case, Share, View, Way, cases, written
from office.tools import Tools, found

OWN = "our own proof"
_AS_IT_IS = "as it is"
_SHOWN = 160  # letters of a paragraph that are printed


@dataclass
class Outcome:
    """How many files of each way came back in each tool, and what did not."""

    right: Counter[tuple[str, Way, str]] = field(default_factory=Counter)
    known: Counter[tuple[str, Way, str]] = field(default_factory=Counter)
    total: Counter[tuple[str, Way, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)

    def add(self, other: Outcome) -> None:
        """What another worker counted."""
        for one in ("right", "known", "total", "named"):
            getattr(self, one).update(getattr(other, one))
        self.faults += other.faults

    def made(self) -> int:
        """How many files there were."""
        return sum(count for (tool, _, _), count in self.total.items() if tool == OWN)

    def count(self, tool: str, case: Case, what: str, fault: str, by_rule: str = "") -> None:
        """One answer; `by_rule` names the known fault of the tool that explains it."""
        key = tool, case.way, what
        self.total[key] += 1
        self.right[key] += not fault
        if fault and by_rule:
            self.known[key] += 1
            self.named[by_rule] += 1
        elif fault:
            self.faults.append(f"{tool}, {what}: {case.name} ({', '.join(case.edits)})\n{fault}")


def asked(laid: int, official: int, seed: int, share: Share, keep: str = "") -> Outcome:
    """What comes of the files that fall to one worker, which has a LibreOffice of its own."""
    made = [*cases(Way.LAID, laid, seed, share), *cases(Way.OFFICIAL, official, seed, share)]
    outcome = Outcome()
    for case in made:
        outcome.count(OWN, case, "both", case.fault)
    whole = [case for case in made if not case.fault]
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(keep or folder) / str(share.worker)
        kept.mkdir(parents=True, exist_ok=True)
        _ask(found(), whole, written(whole, kept), outcome)
    return outcome


Paths = dict[tuple[str, str], Path]


def _ask(tools: Tools, made: Sequence[Case], paths: Paths, outcome: Outcome) -> None:
    _rules("openxml-audit", validators.audit, made, paths, outcome)
    if tools.validator:
        _rules("Open XML SDK", validators.sdk(tools), made, paths, outcome)
    if tools.pandoc:
        _readings(pandoc.version(tools), _pandoc(tools, made, paths), made, paths, outcome)
    if tools.office:
        _readings(libreoffice.version(tools), _office(tools, made, paths), made, paths, outcome)


def _rules(tool: str, rule: validators.Rule, made: Sequence[Case], paths: Paths, outcome: Outcome) -> None:
    for case in made:
        before = paths[case.name, View.REJECTED] if case.way is Way.OFFICIAL else None
        faults = validators.new_faults(rule, paths[case.name, "tracked"], before)
        told = ["    it could not look"] if faults is None else [f"    {fault}" for fault in faults]
        outcome.count(tool, case, "rules", "\n".join(told))


Answers = dict[libreoffice.Question, libreoffice.Told]


def _questions(made: Sequence[Case], paths: Paths) -> Iterator[libreoffice.Question]:
    """Each file once for each view of it that is needed."""
    asked = (
        question
        for case in made
        for view in View
        for question in ((paths[case.name, "tracked"], str(view)), _meant(case, view, paths))
    )
    yield from dict.fromkeys(asked)


def _meant(case: Case, view: View, paths: Paths) -> libreoffice.Question:
    """The clean file and how it is read: an official one may have had changes in it before ours."""
    had_some = case.way is Way.OFFICIAL and view is View.REJECTED
    return paths[case.name, view], str(view) if had_some else _AS_IT_IS


def _pandoc(tools: Tools, made: Sequence[Case], paths: Paths) -> Answers:
    answers = ((question, pandoc.ask(tools, *question)) for question in _questions(made, paths))
    return {question: told for question, told in answers if told is not None}


def _office(tools: Tools, made: Sequence[Case], paths: Paths) -> Answers:
    return dict(libreoffice.ask(tools, [*_questions(made, paths)]))


def _readings(tool: str, answers: Answers, made: Sequence[Case], paths: Paths, outcome: Outcome) -> None:
    for case in made:
        for view in View:
            read = answers.get((paths[case.name, "tracked"], str(view)))
            wanted = answers.get(_meant(case, view, paths))
            by_rule = ""
            if read is None or wanted is None:
                fault = "    it gave no answer"
            else:
                read, wanted = (_without_tail(told, case.way) for told in (read, wanted))
                fault = _difference(read, wanted)
                by_rule = known.fault(tool, view, case, read, wanted) if fault else ""
            outcome.count(tool, case, view, fault, by_rule)


def _without_tail(told: libreoffice.Told, way: Way) -> libreoffice.Told:
    """Without empty paragraphs at its end: LibreOffice adds some to official files."""
    end = len(told)
    while way is Way.OFFICIAL and end and not told[end - 1].strip():
        end -= 1
    return told[:end]


def _difference(read: libreoffice.Told, wanted: libreoffice.Told) -> str:
    """The first paragraph that reads otherwise, as it is and as it should be; empty where all are alike."""
    for one, other in zip_longest(read, wanted):
        if one != other:
            return f"    read:   {_told(one)}\n    wanted: {_told(other)}"
    return ""


def _told(text: str | None) -> str:
    if text is None:
        return "(no paragraph)"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
