# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make findings` runs: what the rules of checking remark on adopted texts, which are well edited.

Most of what is told of them at warning or above is a false alarm until it is read. It measures and does not
judge: its exit status is 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from time import process_time
from typing import NamedTuple

from drafting.checking import check, rules
from drafting.checking.records import Finding, Severity, Subject
from tests.corpus.files import CORPUS
from tests.findings.texts import subjects

_SAMPLE = 20
_BESIDE = 70  # characters on either side of a finding


class Told(NamedTuple):
    """A finding in the text it is about."""

    subject: Subject
    finding: Finding


def main() -> None:
    """Print the tables, or the sample of one rule."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    arguments = _arguments()
    if not CORPUS.is_dir():
        print("The corpus of real documents is not beside the project: nothing was measured.")
        return
    texts = list(subjects())
    started = process_time()
    off = None if not arguments.all else frozenset[str]()
    told = [Told(subject, one) for subject in texts for one in check(subject, off)]
    seconds = process_time() - started
    if arguments.read:
        _print(_sample([one for one in told if one.finding.rule in arguments.read]))
        return
    _print(_texts(texts, told) if arguments.texts else ())
    _print(_rules(told))
    _print(_totals(texts, told, seconds))


def _sample(told: Sequence[Told]) -> Iterator[str]:
    """Findings spread evenly over all of a rule, each wording once."""
    different = list({(one.finding.rule, one.finding.words, _about(one)): one for one in told}.values())
    step = max(1, len(different) // _SAMPLE)
    yield f"{len(told)} findings, {len(different)} different; {len(different[::step])} of them:"
    for one in different[::step]:
        finding = one.finding
        note = "" if finding.spot.footnote is None else f" note {finding.spot.footnote}"
        yield f"\n{one.subject.text.number} {finding.spot.paragraph}{note} ({finding.severity}):"
        yield f"    {_about(one)}"
        yield f"    {finding.message}" + "".join(f" → {mend.new!r}" for mend in finding.fix)


def _about(one: Told) -> str:
    spot = one.finding.spot
    paragraph = one.subject.text.paragraph(spot.paragraph)
    notes = {note.number: note.text for note in paragraph.footnotes}
    text = paragraph.text if spot.footnote is None else notes[spot.footnote]
    before, after = text[max(0, spot.start - _BESIDE) : spot.start], text[spot.end : spot.end + _BESIDE]
    return f"…{before}[{text[spot.start : spot.end]}]{after}…"


def _texts(texts: Iterable[Subject], told: Iterable[Told]) -> Iterator[str]:
    counts: dict[int, Counter[Severity]] = defaultdict(Counter)
    for one in told:
        counts[id(one.subject)][one.finding.severity] += 1
    yield f"{'text':24}{'error':>7}{'warning':>9}{'info':>6}"
    for subject in texts:
        count = counts[id(subject)]
        yield f"{subject.text.number:24}{_columns(count)}"


def _rules(told: Sequence[Told]) -> Iterator[str]:
    """For every rule how often it speaks at each severity, in how many texts, in how many different words."""
    yield f"\n{'rule':26}{'error':>7}{'warning':>9}{'info':>6}{'texts':>7}{'different':>11}"
    for rule in rules():
        mine = [one for one in told if one.finding.rule == rule.id]
        count = Counter(one.finding.severity for one in mine)
        texts = len({id(one.subject) for one in mine})
        different = len({(one.finding.words, _about(one)) for one in mine})
        yield (f"{rule.id:26}{_columns(count)}{texts:7}{different:11}" + ("" if rule.on else "  off"))


def _columns(count: Counter[Severity]) -> str:
    return f"{count[Severity.ERROR]:7}{count[Severity.WARNING]:9}{count[Severity.INFO]:6}"


def _totals(texts: Sequence[Subject], told: Sequence[Told], seconds: float) -> Iterator[str]:
    loud = [one for one in told if one.finding.severity is not Severity.INFO]
    quiet = len(texts) - len({id(one.subject) for one in loud})
    paragraphs = sum(len(subject.text.paragraphs) for subject in texts)
    yield (
        f"\n{len(texts)} texts, {paragraphs} paragraphs: {len(loud) / len(texts):.2f} findings of warning or "
        f"above a text, {quiet} texts without any; {(len(told) - len(loud)) / len(texts):.2f} of information"
    )
    yield f"{seconds:.1f} s of processor time for checking all of them"


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make findings")
    parser.add_argument(
        "--read", metavar="RULE", nargs="+", help="print some findings of these rules, to be read"
    )
    parser.add_argument("--texts", action="store_true", help="counts for every text")
    parser.add_argument("--all", action="store_true", help="with the rules that are off unless switched on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
