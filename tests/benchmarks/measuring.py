# SPDX-License-Identifier: GPL-3.0-or-later
"""One tool on one pair of versions, in a process of its own: time, memory, and what it marked.

Called as a module with the name of a tool and a file that holds the pair; prints JSON.
"""

from __future__ import annotations

import json
import pickle
import statistics
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import psutil

from drafting.glyphs import squeezed
from drafting.resolution import Resolution
from tests.benchmarks.figures import timed
from tests.benchmarks.marks import COME, GONE, Marks, NotInstalled, Result, rebuilt
from tests.benchmarks.peers import COMMANDS, TOOLS, memory_of
from tests.benchmarks.processes import collect_as_the_program_does

_ENOUGH = 1500  # ms that all runs of one tool may take together


def main(name: str, path: Path) -> None:
    """Print what was measured."""
    collect_as_the_program_does()
    old, new = pickle.loads(path.read_bytes())  # noqa: S301 (the file is our own)
    tool = TOOLS[name]
    try:
        found = tool(old, new)
    except NotInstalled as missing:
        print(json.dumps({"missing": str(missing)}))
        return
    first, *runs = _costs(lambda: tool(old, new), found)
    if found.mib is not None:
        mib = found.mib
    else:
        mib = memory_of(COMMANDS[name], old, new) if name in COMMANDS else peak()
    print(json.dumps({"ms": statistics.median([first, *runs]), "mib": mib, **measured(found, old, new)}))


def _costs(work: Callable[[], Result], found: Result) -> list[float]:
    """Milliseconds of some runs, as the tool tells them, or else from call to answer."""
    if found.ms is None:
        first = timed(work, 1)
        return [*first, *timed(work, max(1, min(15, int(_ENOUGH / first[0]))))]
    more = min(15, int(_ENOUGH / found.ms))
    return [found.ms, *(again.ms for again in (work() for _ in range(more)) if again.ms is not None)]


def peak() -> float:
    """The most memory this process ever held, in MiB; what its parent held does not count."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset) / 2**20
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere a process is not charged with its parent's memory
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 2**10
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def measured(found: Result, old: Resolution, new: Resolution) -> dict[str, Any]:
    """Words marked, paragraphs of the new version marked and truly changed, and whether all is there."""
    texts = [squeezed(paragraph.text) for paragraph in new.paragraphs]
    more = Counter(texts)
    more.subtract(Counter(squeezed(paragraph.text) for paragraph in old.paragraphs))
    changed = {text: max(0, more[text]) for text in texts}  # of texts repeated more often, any is the new one
    marked = _marked(found.marks, texts)
    by_text = Counter(texts[place] for place in marked)
    exact = found.exact if found.exact is not None else rebuilt(found.marks, old, new)
    return {
        "deleted": _words(found.marks, GONE),
        "inserted": _words(found.marks, COME),
        "marked": len(marked),
        "changed": sum(changed.values()),
        "falsely": sum(max(0, by_text[text] - count) for text, count in changed.items()),
        "missed": sum(max(0, count - by_text[text]) for text, count in changed.items()),
        "moves": found.moves,
        "exact": exact,
    }


def _words(marks: Marks, sign: str) -> int:
    return sum(len(text.split()) for one, text in marks if one == sign)


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _marked(marks: Marks, texts: list[str]) -> set[int]:
    """The paragraphs of the new version in which a tool marks something, counted by their letters."""
    ends = list(accumulate(map(_letters, texts)))
    found: set[int] = set()
    at = 0
    for sign, text in marks:
        length = _letters(text)
        if sign == COME and length:
            found.update(range(bisect_right(ends, at), bisect_left(ends, at + length) + 1))
        elif sign == GONE and length and at not in (0, *ends[-1:]) and ends[bisect_left(ends, at)] != at:
            found.add(bisect_right(ends, at))  # within a paragraph, not between two
        if sign != GONE:
            at += length
    return found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
