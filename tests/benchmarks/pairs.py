# SPDX-License-Identifier: GPL-3.0-or-later
"""Aligning two versions and finding the words that changed, beside what else does something like it.

The peers do less: difflib and the word tools know no moved, split or merged paragraphs, and git and wdiff
include the start of a process. They say what order of time the work is worth.
"""

from __future__ import annotations

import difflib
import functools
import gc
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from drafting.comparing.paragraphs import align
from drafting.reading import read
from drafting.resolution import Resolution
from tests.benchmarks.commands import SAMPLES
from tests.benchmarks.figures import Figure, timed

PAIRS = (("53-11", "56-2"), ("47-9", "56-2"))
RUNS = 31
AIM = 5.0


def figures() -> Iterator[Figure]:
    """One figure a pair of versions."""
    versions = {path.stem: read(path) for path in SAMPLES}
    for old_name, new_name in PAIRS:
        old, new = versions[old_name], versions[new_name]
        peers = [Figure("difflib, paragraphs then words", timed(partial(_difflib, old, new), 3))]
        peers += _word_tools(old, new)
        own = timed(partial(align, old, new), RUNS, before=_forget)
        name = f"alignment and words {old.number} → {new.number}"
        yield Figure(name, own, aim=AIM, against=peers, note=f"first time in this process {own[0]:.1f} ms")


@functools.cache
def _caches() -> tuple[functools._lru_cache_wrapper[object], ...]:
    return tuple(
        thing
        for thing in gc.get_objects()
        if isinstance(thing, functools._lru_cache_wrapper)
        and thing.__module__.startswith("drafting.comparing")
    )


def _forget() -> None:
    """Empty whatever comparing remembers of earlier texts, so that every run is the first of its pair."""
    for cache in _caches():
        cache.cache_clear()


def _texts(resolution: Resolution) -> list[str]:
    return [paragraph.text for paragraph in resolution.paragraphs]


def _difflib(old: Resolution, new: Resolution) -> list[object]:
    before, after = _texts(old), _texts(new)
    found: list[object] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace":
            words = [re.findall(r"\w+|\W", " ".join(part)) for part in (before[i1:i2], after[j1:j2])]
            found.append(difflib.SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes())
    return found


def _word_tools(old: Resolution, new: Resolution) -> Iterator[Figure]:
    tools = {
        "git diff --word-diff": ["git", "diff", "--no-index", "--word-diff=plain", "--unified=100000"],
        "wdiff": ["wdiff"],
    }
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder, name)) for name in ("old.txt", "new.txt")]
        for file, side in zip(files, (old, new), strict=True):
            Path(file).write_text("\n".join(_texts(side)) + "\n", encoding="utf-8")
        for name, command in tools.items():
            if shutil.which(command[0]) is None:
                continue
            runs = timed(partial(subprocess.run, [*command, *files], capture_output=True, check=False), 9)
            yield Figure(f"{name}, with its process", runs)
