# SPDX-License-Identifier: GPL-3.0-or-later
"""Small drafts of paragraphs of one letter, and how they stand, for tests of acts on whole paragraphs.

A picture is "PP1 a OP1 b OP1(a) cat": names as computed, words as they stand, "^" a footnote.
"""

from __future__ import annotations

from annexed import drafted, version

from drafting.draft import Draft

PLAIN = "PP1 a PP2 b OP1 c OP1(a) d OP1(a)(i) e OP1(b) f OP2 g OP3 h"
SECTIONS = "PP1 a OP1 b H1 c OP2 d OP2(a) e H2 f OP3 g"
BULLETS = "PP1 a OP1 b OP1(a) c OP1(b) d OP2 e OP2(–1) f OP2(–2) g"
GOING_ON = "PP1 a OP1 b OP1(a) c T1 d OP1(b) e OP2 f"
ANNEXED = "PP1 a OP1 b OP2 c A1 d A1.OP1 e A1.OP2 f A2 g A2.OP1 h"
PARTS = "A a A.PP1 b A.OP1 c A.OP2 d B e B.PP1 f B.OP1 g"
PICTURES = (PLAIN, SECTIONS, BULLETS, GOING_ON, ANNEXED, PARTS)


def drawn(picture: str) -> Draft:
    """The draft that stands like this; every footnote is "^"."""
    lines = []
    for name, word in zip(*[iter(picture.split())] * 2, strict=True):
        local = name.rpartition(".")[2]
        label = "–" if "(–" in name else name[name.rindex("(") :] if name.endswith(")") else ""
        number = "".join(filter(str.isdigit, local)) if local.startswith("OP") and not label else ""
        head = name if local == name and "." not in name and name[0] in "AB" else ""
        lines.append(f"{name} | {label or number or head} | {word.replace('^', '^{Note.}')}")
    return drafted(version("\n".join(lines)))


def picture(draft: Draft) -> str:
    """How a draft stands now."""
    numbers = (f"{draft.label(one.key).id} {shown(one.text, len(one.notes))}" for one in draft.paragraphs)
    return " ".join(numbers)


def shown(text: str, notes: int) -> str:
    """The word of a paragraph; a footnote is "^", wherever in it."""
    return f"{text}{'^' * notes}"


def key(draft: Draft, word: str) -> str:
    """The key of the paragraph with this word."""
    return next(one.key for one in draft.paragraphs if one.text.startswith(word))


def keys(draft: Draft, words: str) -> list[str]:
    """The keys of the paragraphs with these words."""
    return [key(draft, word) for word in words.split()]
