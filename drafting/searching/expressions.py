# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for a regular expression in a draft, and what to tell a drafter whose expression is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafting.errors import SearchError
from drafting.searching import patterns
from drafting.searching.apart import (
    LONGEST_WORDS,
    Answer,
    Ask,
    BrokenError,
    Fault,
    Seeker,
    SupersededError,
    TooLongError,
)
from drafting.searching.plain import check_number
from drafting.searching.records import MOST, Field, Found, Query
from drafting.translation import marked, tr


def find(
    seeker: Seeker,
    fields: Sequence[Field],
    query: Query,
    template: str | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Found:
    """Every place of an expression, none of which overlaps another or goes beyond its text.

    Places may be empty ("^"). With a `template`, every place knows what it would give way to. Nothing is
    found when `stop` says that nobody waits any more. Raises SearchError with a sentence for the drafter.
    """
    if not query.words:
        return Found()
    if len(query.words) > LONGEST_WORDS:
        raise SearchError(tr("This expression is too long to be looked for."))
    jobs = [(field.text, field.low, field.high) for field in fields]
    try:
        answer = seeker.search(Ask(jobs, query.words, template, (query.case, query.whole, MOST)), stop)
    except SupersededError:
        return Found()
    except TooLongError:
        raise SearchError(tr(_TOO_LONG)) from None
    except BrokenError:
        raise SearchError(tr(_BROKEN)) from None
    if isinstance(answer, Answer):
        return Found(tuple(fields), tuple(answer.spans), tuple(answer.news))
    if answer.what == patterns.TOO_MANY:
        check_number(MOST + 1)
    raise SearchError(explained(answer, query.words))


_TOO_LONG = marked(
    "Looking for this takes too long and was stopped. Say it more simply: repeats within repeats, such as "
    "(a+)+, can take for ever."
)
_BROKEN = marked("The search broke off. Nothing was changed. Try again, or look for plain words.")

_FAULTS: tuple[tuple[str, str], ...] = (
    (r"missing \), unterminated subpattern", marked("The bracket “(” at character {at} is not closed.")),
    (
        r"unbalanced parenthesis",
        marked("The bracket “)” at character {at} closes nothing: type \\) for the sign itself."),
    ),
    (
        r"unterminated character set",
        marked("The square bracket at character {at} is not closed: type \\[ for the sign itself."),
    ),
    (
        r"nothing to repeat|multiple repeat",
        marked("“{sign}” at character {at} has nothing to repeat: type \\{sign} for the sign itself."),
    ),
    (
        r"min repeat greater than max repeat",
        marked("In the braces at character {at} the first number is greater than the second."),
    ),
    (
        r"bad escape \(end of pattern\)",
        marked("The backslash at the end stands alone: type \\\\ for the sign itself."),
    ),
    (r"bad escape", marked("“{two}” at character {at} means nothing in an expression.")),
    (
        r"(incomplete|bad) .*escape|undefined character name|missing \{|missing character name",
        marked("The sign after the backslash at character {at} is not written out."),
    ),
    (r"bad character range", marked("The range at character {at} runs backwards or has no end.")),
    (
        r"invalid group reference|unknown group name",
        marked("At character {at} a bracket is meant that is not there."),
    ),
    (
        r"cannot refer to an open group",
        marked("At character {at} a bracket is meant that is not closed yet."),
    ),
    (
        r"look-behind requires fixed-width pattern",
        marked("What must stand before, (?<=…), must have a fixed length."),
    ),
    (r"redefinition of group name", marked("Two brackets have the same name: give each its own.")),
    (
        r"missing group name|bad character in group name|missing >|unterminated name",
        marked("The name of the bracket at character {at} is not written out: (?P<name>…)."),
    ),
    (
        r"unknown extension|unexpected end of pattern",
        marked("What follows “(?” at character {at} means nothing."),
    ),
    (r"global flags not at the start", marked("Flags such as (?i) must stand at the very beginning.")),
    (
        patterns.NO_GROUP,
        marked("There is no bracket for “{told}” in the replacement: type $$ for a dollar sign."),
    ),
    (patterns.NO_NAME, marked("No bracket of the expression is named “{told}”.")),
    (patterns.NO_ESCAPE, marked("“{told}” means nothing in a replacement: type \\\\ for a backslash.")),
    (r"too large", marked("This expression is too large to be looked for.")),
)
_OTHER = marked("This is no regular expression: something is wrong at character {at}.")
_NOWHERE = marked("This is no regular expression.")


def explained(fault: Fault, words: str) -> str:
    """What is wrong with an expression or its replacement, in a sentence that counts characters from 1."""
    sentence = next((told for said, told in _FAULTS if re.match(said, fault.what)), None)
    if sentence is None:
        sentence = _OTHER if fault.at >= 0 else _NOWHERE
    sign, two = words[fault.at : fault.at + 1], words[fault.at : fault.at + 2]
    return tr(sentence).format(at=fault.at + 1, sign=sign, two=two, told=fault.told)
