# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures as they are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafting.resolution import Kind, Part
from tests.corpus.files import NO_RESOLUTION, language_of
from tests.corpus.measures import Measure
from tests.corpus.pairs import Shared
from tests.corpus.processes import Run

FILES = (
    f"{'file':<30}{'kind':<6}{'words':>7}{'told':>6}{'lost':>6}{'twice':>6}{'PP':>5}{'OP':>5}{'sub':>5}{'head':>5}"
    f"{'annex':>6}{'openings':>10}{'notes':>6}{'look':>6}{'info':>5}{'s':>7}"
)
PAIRS = f"{'one resolution, two formats':<42}{'paragraphs':>18}{'same id':>10}{'openings':>18}{'notes':>18}"
_COUNTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.HEADING)
_SHOWN = 40  # words of a list


def file_lines(measure: Measure, *, warnings: bool) -> Iterator[str]:
    """One file: its row, and under it whatever is not as it should be."""
    yield _row(measure)
    if measure.lost:
        yield f"    lost: {_listed(measure.lost)}"
    if measure.doubled:
        yield f"    twice: {_listed(measure.doubled)}"
    if measure.unnumbered:
        yield f"    numbers without a paragraph: {', '.join(measure.unnumbered)}"
    if language_of(measure.path) == "en":
        for paragraph in measure.unopened:
            yield f"    no opening in {paragraph.id}: {paragraph.text[:90]!r}"
    if warnings and measure.resolution:
        for warning in measure.resolution.warnings:
            yield f"    {'look' if warning.needs_look else 'info'}: {warning.place}: {warning.sentence}"


def _row(measure: Measure) -> str:
    name = f"{measure.path.name:<30}{measure.kind:<6}"
    if measure.resolution is None:
        verdict = "rightly refused" if measure.expected else "REFUSED" if measure.refusal else "FAULT"
        return f"{name} {verdict} ({measure.seconds:.2f} s): {measure.refusal or measure.fault}"
    paragraphs = measure.paragraphs
    kinds = Counter(paragraph.kind for paragraph in paragraphs if paragraph.part is not Part.ANNEX)
    looks = sum(warning.needs_look for warning in measure.resolution.warnings)
    openings = f"{len(measure.openable) - len(measure.unopened)}/{len(measure.openable)}"
    words = measure.source.words.total() if measure.source else 0
    counts = [
        *(f"{kinds[kind]:>5}" for kind in _COUNTED),
        f"{sum(paragraph.part is Part.ANNEX for paragraph in paragraphs):>6}",
        f"{openings:>10}",
        f"{sum(len(paragraph.footnotes) for paragraph in paragraphs):>6}",
        f"{looks:>6}{len(measure.resolution.warnings) - looks:>5}{measure.seconds:>7.2f}",
        "" if measure.expected else "  READ, BUT IS NO RESOLUTION",
    ]
    lost, doubled = measure.lost.total(), measure.doubled.total()
    return f"{name}{words:>7}{measure.told:>6}{lost:>6}{doubled:>6}{''.join(counts)}"


def _listed(words: Counter[str]) -> str:
    shown = [word if times == 1 else f"{word} ×{times}" for word, times in words.most_common(_SHOWN)]
    return " ".join(shown) + (f" … ({len(words) - _SHOWN} more)" if len(words) > _SHOWN else "")


def language_lines(measures: Sequence[Measure]) -> Iterator[str]:
    """Every translation beside the English text: its paragraphs and how many footnotes each has."""
    english = {measure.path.stem: measure for measure in measures if language_of(measure.path) == "en"}
    for measure in measures:
        original = english.get(measure.path.stem.rpartition(".")[0])
        if not original or not measure.resolution:
            continue
        told = measure.resolution.masthead.language
        right = "" if told == language_of(measure.path) else " (WRONG)"
        more, less = _apart(_shape(measure), _shape(original))
        shape = "UNLIKE the English" if more or less else "paragraphs and footnotes as in English"
        yield f"{measure.path.name:<30}{shape}, language {told}{right}"
        if more or less:
            yield f"    only here: {more or '–'}; only in English: {less or '–'}"


def _shape(measure: Measure) -> Counter[tuple[str, int]]:
    return Counter((paragraph.id, len(paragraph.footnotes)) for paragraph in measure.paragraphs)


def _apart(here: Counter[tuple[str, int]], there: Counter[tuple[str, int]]) -> list[str]:
    sides = (here - there, there - here)
    return [", ".join(f"{name} ({notes} notes)" for name, notes in side) for side in sides]


def pair_lines(pair: Shared, *, differences: bool) -> Iterator[str]:
    """What two formats of one resolution share."""
    shares = [
        f"{_share(pair.same_texts, pair.paragraphs):>18}",
        f"{_percent(pair.same_ids, pair.same_texts):>10}",
        f"{_share(pair.same_openings, pair.openings):>18}{_share(pair.same_notes, pair.notes):>18}",
    ]
    yield f"{pair.name:<30}{'–'.join(pair.kinds):<12}{''.join(shares)}"
    if differences:
        yield from (f"    {difference}" for difference in pair.differences)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {_percent(part, whole)}" if whole else "–"


def total_lines(measures: Sequence[Measure], pairs: Sequence[Shared]) -> Iterator[str]:
    """The sums over all files and pairs, beside what is aimed at."""
    known = [measure for measure in measures if measure.source]
    sources = [measure.source for measure in measures if measure.source]
    words, numbers = (
        sum(source.words.total() for source in sources),
        sum(len(source.numbers or ()) for source in sources),
    )
    english = [measure for measure in measures if language_of(measure.path) == "en"]
    openable = sum(len(measure.openable) for measure in english)
    unopened = sum(len(measure.unopened) for measure in english)
    unnumbered = sum(len(measure.unnumbered) for measure in known)
    right = sum(measure.expected for measure in measures)
    told = sum(measure.told for measure in known)
    yield from _total("files read, or rightly refused", right, len(measures), 100)
    yield from _total("words conserved", words - sum(measure.lost.total() for measure in known), words, 100)
    yield f"    of them {told} stand in a warning's text ({_percent(told, words)})"
    yield from _total("files with every word", sum(not measure.lost for measure in known), len(known), 100)
    yield from _total("openings found (English)", openable - unopened, openable, 99.5)
    yield from _total("paragraph numbers accounted for", numbers - unnumbered, numbers, 100)
    for kinds in sorted({pair.kinds for pair in pairs}):
        yield from _pair_totals("–".join(kinds), [pair for pair in pairs if pair.kinds == kinds])
    yield from _pair_totals("all pairs", pairs)
    texts, notes = (sum(pair.apart_texts for pair in pairs), sum(pair.apart_notes for pair in pairs))
    yield f"  not counted: {texts} paragraphs and {notes} footnotes in which the sources themselves differ"
    yield f"  not to be read as a resolution: {', '.join(sorted(NO_RESOLUTION))}"


def _pair_totals(name: str, pairs: Iterable[Shared]) -> Iterator[str]:
    pairs = list(pairs)
    texts = sum(pair.same_texts for pair in pairs)
    whole = sum(pair.paragraphs - pair.apart_texts for pair in pairs)
    openings = sum(pair.same_openings for pair in pairs)
    notes = sum(pair.same_notes for pair in pairs)
    yield from _total(f"{name}: paragraphs with one text", texts, whole, 99)
    yield from _total(f"{name}: … under one id", sum(pair.same_ids for pair in pairs), whole, 99)
    yield from _total(f"{name}: openings", openings, sum(pair.openings for pair in pairs), 99)
    yield from _total(f"{name}: footnotes", notes, sum(p.notes - p.apart_notes for p in pairs), 99)


def _total(name: str, part: int, whole: int, aim: float) -> Iterator[str]:
    if whole:
        share = 100 * part / whole
        verdict = "met" if share >= aim else "missed"
        yield f"  {name:<44}{part:>8} of {whole:<8}{share:>9.3f} %   aim {aim:g} %: {verdict}"


def run_line(run: Run) -> str:
    """One whole process."""
    verdict = "met" if run.met else "missed" if run.reported else "NO REPORT"
    time = f"{run.seconds:>7.2f} s   aim ≤ {run.aim:g} s: {verdict:<10}"
    return f"  {run.name:<28}{time}processor {run.worked:>5.2f} s{run.memory:>7.0f} MiB"
