# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools that compare two texts, ours among them, each asked for the same: what stayed, what went, what came.

A tool is a function from the paragraphs of both versions to its marks, in the order of the new version. What
it does around its own work (starting a process, writing files for it) is counted where its users pay it too.
"""

from __future__ import annotations

import difflib
import importlib
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import Levenshtein
import psutil

from drafting.comparing.paragraphs import align
from drafting.comparing.records import Alignment, Pair
from drafting.resolution import Paragraph, Resolution
from tests.benchmarks.documents import libreoffice, redlines
from tests.benchmarks.marks import COME, GONE, KEPT, Marks, NotInstalled, Result
from tests.benchmarks.processes import LONGEST

Tool = Callable[[Resolution, Resolution], Result]


def _texts(version: Resolution) -> list[str]:
    return [paragraph.text for paragraph in version.paragraphs]


# --------------------------------------------------------------------------------------------------- ours


def ours(old: Resolution, new: Resolution) -> Result:
    """Alignment and all words, nothing else: the weights are worked out when they are asked for."""
    start = time.perf_counter()
    alignment = align(old, new).worked_out()
    cost = (time.perf_counter() - start) * 1000
    result = _told(alignment)
    return Result(result.marks, result.moves, result.exact, ms=cost)


def ours_aligned(old: Resolution, new: Resolution) -> Result:
    """The same without words: what a window waits for before it shows the paragraphs."""
    start = time.perf_counter()
    alignment = align(old, new)
    cost = (time.perf_counter() - start) * 1000
    result = _told(alignment)
    return Result(result.marks, result.moves, result.exact, ms=cost)


def _told(alignment: Alignment) -> Result:
    marks: Marks = []
    exact = True
    for pair in alignment.pairs:
        one, other = _sides(alignment, pair)
        if not pair.old or not pair.new:
            marks += [(GONE, one), (COME, other)]
        else:
            told = _edited(one, other, pair)
            marks += told
            exact = exact and _rebuilt(one, other, pair)
        marks.append((KEPT, "\n"))
    moved = sum(pair.change.moved for pair in alignment.pairs)
    return Result(marks, moved, exact and _complete(alignment))


def _sides(alignment: Alignment, pair: Pair) -> tuple[str, str]:
    return (
        "\n".join(alignment.old.paragraph(name).text for name in pair.old),
        "\n".join(alignment.new.paragraph(name).text for name in pair.new),
    )


def _edited(old: str, new: str, pair: Pair) -> Marks:
    marks: Marks = []
    at = 0
    for edit in pair.words:
        marks += [(KEPT, new[at : edit.new.start]), (GONE, edit.old.of(old)), (COME, edit.new.of(new))]
        at = edit.new.end
    return [*marks, (KEPT, new[at:])]


def _rebuilt(old: str, new: str, pair: Pair) -> bool:
    made, at = "", 0
    for edit in pair.edits:
        made += old[at : edit.old.start] + edit.new.of(new)
        at = edit.old.end
    return made + old[at:] == new


def _complete(alignment: Alignment) -> bool:
    olds = [name for pair in alignment.pairs for name in pair.old]
    news = [name for pair in alignment.pairs for name in pair.new]
    return sorted(olds) == sorted(_ids(alignment.old)) and sorted(news) == sorted(_ids(alignment.new))


def _ids(version: Resolution) -> list[str]:
    def name(paragraph: Paragraph) -> str:
        return paragraph.id

    return list(map(name, version.paragraphs))


# ------------------------------------------------------------------------------------- tools with a process


GIT = ("git", "diff", "--no-index", "--word-diff=porcelain", "--unified=1000000")
WDIFF = ("wdiff", "-w", "\x01", "-x", "\x02", "-y", "\x03", "-z", "\x04")  # marks that stand in no resolution


@contextmanager
def _files(old: Resolution, new: Resolution) -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("old.txt", "new.txt")]
        for file, side in zip(files, (old, new), strict=True):
            file.write_text("\n".join(_texts(side)) + "\n", encoding="utf-8")
        yield list(map(str, files))


def _run(command: Sequence[str], old: Resolution, new: Resolution) -> str:
    if shutil.which(command[0]) is None:
        raise NotInstalled(command[0])
    with _files(old, new) as files:
        done = subprocess.run(
            [*command, *files], capture_output=True, encoding="utf-8", timeout=LONGEST, check=False
        )
    return done.stdout


def memory_of(command: Sequence[str], old: Resolution, new: Resolution) -> float:
    """The most memory that a command was seen to hold, in MiB: asked without pause while it runs."""
    most = 0
    with _files(old, new) as files:
        process = psutil.Popen([*command, *files], stdout=subprocess.DEVNULL)
        while process.poll() is None:
            with suppress(psutil.NoSuchProcess):
                most = max(most, process.memory_info().rss)
    return most / 2**20


def git(old: Resolution, new: Resolution) -> Result:
    """`git diff --word-diff` as it comes."""
    told = _run(GIT, old, new)
    body = told[told.find("\n@@") + 1 :].split("\n")[1:]
    signs = {" ": KEPT, "-": GONE, "+": COME}
    return Result([(signs[line[0]], line[1:] + " ") for line in body if line and line[0] in signs])


def wdiff(old: Resolution, new: Resolution) -> Result:
    """GNU wdiff."""
    told = _run(WDIFF, old, new)
    marks: Marks = []
    for part in re.findall(r"\x01[^\x02]*\x02|\x03[^\x04]*\x04|[^\x01\x03]+", told):
        sign = {"\x01": GONE, "\x03": COME}.get(part[0], KEPT)
        marks.append((sign, part.strip("\x01\x02\x03\x04")))
    return Result(marks)


# ---------------------------------------------------------------------------------------------- libraries


def difflib_words(old: Resolution, new: Resolution) -> Result:
    """The standard library, paragraphs first and words within what was replaced."""
    before, after = _texts(old), _texts(new)
    marks: Marks = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        one, other = "\n".join([*before[i1:i2], ""]), "\n".join([*after[j1:j2], ""])
        marks += [(KEPT, other)] if tag == "equal" else _by_words(one, other)
    return Result(marks)


def _by_words(one: str, other: str) -> Marks:
    before, after = (re.findall(r"\w+|\s+|[^\w\s]", text) for text in (one, other))
    marks: Marks = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        marks += [(KEPT, come)] if tag == "equal" else [(GONE, gone), (COME, come)]
    return marks


def diff_match_patch(old: Resolution, new: Resolution) -> Result:
    """Characters, then the clean-up for readers, within the one second it gives itself."""
    try:
        library = importlib.import_module("diff_match_patch")
    except ImportError as error:
        raise NotInstalled("diff-match-patch") from error
    engine = library.diff_match_patch()
    found = engine.diff_main("\n".join(_texts(old)), "\n".join(_texts(new)))
    engine.diff_cleanupSemantic(found)
    return Result([({0: KEPT, -1: GONE, 1: COME}[sign], text) for sign, text in found])


def first_match(old: Resolution, new: Resolution) -> Result:
    """The first paragraph alike by more than 0.8, in order and without looking back; letters within.

    The rule of the comparison site of the United Nations.
    """
    before, after = _texts(old), _texts(new)
    marks: Marks = []
    at = 0
    for text in after:
        hit = next((i for i in range(at, len(before)) if Levenshtein.ratio(before[i], text) > 0.8), None)
        if hit is None:
            marks.append((COME, text))
        else:
            marks += [(GONE, left) for left in before[at:hit]]
            marks += _by_letters(before[hit], text)
            at = hit + 1
        marks.append((KEPT, "\n"))
    return Result([*marks, *((GONE, left) for left in before[at:])])


def _by_letters(one: str, other: str) -> Marks:
    marks: Marks = []
    for tag, i1, i2, j1, j2 in Levenshtein.opcodes(one, other):
        marks += [(KEPT, other[j1:j2])] if tag == "equal" else [(GONE, one[i1:i2]), (COME, other[j1:j2])]
    return marks


TOOLS: dict[str, Tool] = {
    "ours": ours,
    "ours, paragraphs without words": ours_aligned,
    "git diff --word-diff": git,
    "wdiff": wdiff,
    "difflib, paragraphs then words": difflib_words,
    "diff-match-patch": diff_match_patch,
    "first match above 0.8": first_match,
    "LibreOffice Compare": libreoffice,
    "python-redlines' engine": redlines,
}
COMMANDS = {"git diff --word-diff": GIT, "wdiff": WDIFF}
