# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make office` runs: files with tracked changes asked about in LibreOffice, pandoc and two validators.

All changes accepted, a file must read like the clean draft, and rejected like the clean base: every word,
number and footnote. The exit status is 1 when one did not.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from office import known, libreoffice, pandoc, validators
from office.cases import Case, View, Way, cases, written
from office.tools import Tools, found, missing

AS_IT_IS = "as it is"
_SHOWN = 160  # letters of a paragraph that are printed


@dataclass
class Outcome:
    """How many files of each way came back in each tool, and what did not."""

    right: Counter[tuple[str, Way, str]] = field(default_factory=Counter)
    known: Counter[tuple[str, Way, str]] = field(default_factory=Counter)
    total: Counter[tuple[str, Way, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)

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


def main() -> int:
    """Print the counts, and every file that did not come back."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments, tools, begun = _arguments(), found(), time.perf_counter()
    made = [*cases(Way.LAID, arguments.laid, arguments.seed)]
    made += cases(Way.OFFICIAL, arguments.official, arguments.seed)
    outcome = Outcome()
    for case in made:
        outcome.count("our own proof", case, "both", case.fault)
    whole = [case for case in made if not case.fault]
    with tempfile.TemporaryDirectory() as folder:
        paths = written(whole, Path(arguments.keep or folder))
        _ask(tools, whole, paths, outcome)
    _report(outcome, tools)
    print(f"\n{len(made)} files in {time.perf_counter() - begun:.0f} s")
    return bool(outcome.faults)


Paths = dict[tuple[str, str], Path]


def _ask(tools: Tools, made: Sequence[Case], paths: Paths, outcome: Outcome) -> None:
    _rules("openxml-audit", validators.audit, made, paths, outcome)
    if tools.validator:
        _rules("Open XML SDK", validators.sdk(tools), made, paths, outcome)
    if tools.pandoc:
        _readings("pandoc", _pandoc(tools, made, paths), made, paths, outcome)
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
    asked = set()
    for case in made:
        for view in View:
            for question in ((paths[case.name, "tracked"], view), (paths[case.name, view], AS_IT_IS)):
                if question not in asked:
                    asked.add(question)
                    yield question


def _pandoc(tools: Tools, made: Sequence[Case], paths: Paths) -> Answers:
    answers = ((question, pandoc.ask(tools, *question)) for question in _questions(made, paths))
    return {question: told for question, told in answers if told is not None}


def _office(tools: Tools, made: Sequence[Case], paths: Paths) -> Answers:
    return dict(libreoffice.ask(tools, [*_questions(made, paths)]))


def _readings(tool: str, answers: Answers, made: Sequence[Case], paths: Paths, outcome: Outcome) -> None:
    for case in made:
        for view in View:
            read = answers.get((paths[case.name, "tracked"], view))
            wanted = answers.get((paths[case.name, view], AS_IT_IS))
            by_rule = ""
            if read is None or wanted is None:
                fault = "    it gave no answer"
            else:
                fault = _difference(*(_without_tail(told, case.way) for told in (read, wanted)))
                by_rule = known.fault(tool, view, case, read, wanted) if fault else ""
            outcome.count(tool, case, view, fault, by_rule)


def _without_tail(told: libreoffice.Told, way: Way) -> libreoffice.Told:
    """Without empty paragraphs at its end: LibreOffice adds some to official files."""
    end = len(told)
    while way is Way.OFFICIAL and end and not any(told[end - 1]):
        end -= 1
    return told[:end]


def _difference(read: libreoffice.Told, wanted: libreoffice.Told) -> str:
    """The first paragraph that reads otherwise, as it is and as it should be; empty where all are alike."""
    for one, other in zip_longest(read, wanted):
        if one != other:
            return f"    read:   {_told(one)}\n    wanted: {_told(other)}"
    return ""


def _told(paragraph: tuple[str, str] | None) -> str:
    if paragraph is None:
        return "(no paragraph)"
    text = " ".join(filter(None, paragraph))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _report(outcome: Outcome, tools: Tools) -> None:
    for fault in outcome.faults:
        print(fault)
    if outcome.faults:
        print()
    print(f"{'':<18}{'':<16}{'':<10}{'right':>10}{'known fault':>13}{'wrong':>7}")
    for tool, way, what in outcome.total:
        key = tool, way, what
        right, apart, total = outcome.right[key], outcome.known[key], outcome.total[key]
        counts = f"{f'{right}/{total}':>10}{apart:>13}{total - right - apart:>7}"
        print(f"{tool:<18}{way:<16}{what:<10}{counts}")
    for name, count in outcome.named.items():
        print(f"{count} × {name}")
    for sentence in missing(tools):
        print(sentence)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make office", description=__doc__)
    parser.add_argument("--laid", type=int, default=60, help="drafts laid out by Penholder")
    parser.add_argument("--official", type=int, default=40, help="drafts written into official files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="an empty folder for the files")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
