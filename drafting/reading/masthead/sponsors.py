# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the list of a draft's sponsors begins, which may run over several lines under the agenda's title."""

from __future__ import annotations

import re

from drafting.reading.languages import wording
from drafting.reading.masthead.states import is_state, states_in

_SMALL = frozenset({"and", "of", "the", "d'Ivoire", "d\u2019Ivoire", "et", "de", "la", "y", "e"})
_STOP = re.compile(r"[\x01-\x04]")


def sponsors_begin(text: str, line: int, end: int, language: str) -> int:
    """The offset where the list that ends with the line `[line, end)` begins; `line` where it is one line.

    Lines above belong to it as far as all together are a list of States (`states.json`) or, where the States
    are not known by name, as far as they hold nothing but names divided by commas. A blank line ends both.
    """
    starts = [line]
    while (above := text.rfind("\n", 0, starts[-1] - 1) + 1) < starts[-1]:
        words = text[above : starts[-1]]
        if not words.strip() or _STOP.search(words):
            break
        starts.append(above)
    lists = [start for start in starts if _is_list(text[start:end], language)]
    if lists:
        return lists[-1]
    names = line
    for start, after in zip(starts[1:], starts, strict=False):
        if not _only_names(text[start:after]):
            break
        names = start
    return names


def _is_list(words: str, language: str) -> bool:
    """Whether the words are a list of States, perhaps on behalf of a group."""
    listed = re.sub(r"\s+", " ", words.replace("*", " ")).strip(" :\uff1a")
    names = states_in(re.split("|".join(wording(language, "on_behalf")), listed)[0], language=language)
    known = sum(is_state(name) for name in names)
    return bool(names) and is_state(names[0]) and 2 * known > len(names)


def _only_names(line: str) -> bool:
    if "," not in line or ":" in line:
        return False
    words = re.sub(r"[,()*]", " ", line).split()
    return all(word[0].isupper() or word in _SMALL for word in words)
