# SPDX-License-Identifier: GPL-3.0-or-later
"""Doing a sequence of acts, seeing that everything holds, and cutting one that fails down to its core."""

from __future__ import annotations

import re
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from tests.always import acts
from tests.always.acts import Act
from tests.always.holding import after_act, at_the_end, looks_as_drawn_anew
from tests.always.starts import SHARES, STARTS
from tests.always.world import TroubleError, World

EVERY = 10
"""Acts after which the looks of the page are held against a fresh drawing."""


@dataclass(frozen=True, slots=True)
class Work:
    """Acts one after another on a draft, `moves` as the export at the end tracks what moved."""

    start: str
    acts: tuple[Act, ...]
    moves: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """What did not hold, after how many acts."""

    done: int
    kind: str
    told: str


def by_chance(seed: int, length: int) -> Work:
    """The sequence of a seed."""
    chance = Random(seed)  # noqa: S311 - keeps no secret
    [start] = chance.choices(list(SHARES), list(SHARES.values()))
    return Work(start, tuple(acts.drawn(chance, length)), chance.random() < 0.5)


def tried(world: World, sequence: Work, folder: Path) -> Failure | None:
    """Do the acts; None when everything held."""
    first, done, hook = STARTS[sequence.start](), 0, sys.excepthook
    sys.excepthook = world.catch
    try:
        world.begin(first)
        after_act(world)
        for done, act in enumerate(sequence.acts, start=1):
            acts.do(world, act)
            world.turn()
            after_act(world)
            if done % EVERY == 0:
                looks_as_drawn_anew(world)
        done += 1
        at_the_end(world, first, folder, moves=sequence.moves)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        world.troubles.clear()
        told = str(error) if isinstance(error, TroubleError) else "".join(traceback.format_exception(error))
        return Failure(done, _kind(told), told)
    finally:
        sys.excepthook = hook
    return None


def _kind(told: str) -> str:
    """The same for failures at the same place: where it was, and the kind of error."""
    places = re.findall(r'File ".*?([^/\\"]+)", line (\d+)', told)
    place = ":".join(places[-1]) if places else "Qt"
    return f"{told.rstrip().splitlines()[-1].partition(':')[0]} at {place}"


def shrunk(world: World, sequence: Work, failure: Failure, folder: Path, patience: float) -> Work:
    """A short sequence that fails in the same way, found by taking acts out; `patience` in seconds."""
    latest = monotonic() + patience
    kept = list(sequence.acts[: failure.done])
    size = max(len(kept) // 2, 1)
    while size and monotonic() < latest:
        before, at = len(kept), len(kept) - size
        while at >= 0 and monotonic() < latest:
            shorter = Work(sequence.start, (*kept[:at], *kept[at + size :]), sequence.moves)
            found = tried(world, shorter, folder)
            if found and found.kind == failure.kind:
                kept = list(shorter.acts)
            at = min(at, len(kept)) - size
        size = size if size == 1 and len(kept) < before else size // 2
    return Work(sequence.start, tuple(kept), sequence.moves)


def as_code(sequence: Work) -> str:
    """The sequence as it can be tried again."""
    lines = "".join(f"    {act!r},\n" for act in sequence.acts)
    return f"Work({sequence.start!r}, (\n{lines}), moves={sequence.moves})"
