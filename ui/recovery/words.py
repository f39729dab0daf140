# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recovery screen says of a copy that was left behind."""

from __future__ import annotations

from html import escape

from drafting.keeping.differences import GONE, NEW, Difference
from drafting.translation import listed, tr, trn
from ui.comparing import versions_of
from ui.comparison.rows import Version
from ui.panels.wording_card import marked_html
from ui.panels.wordings import Wording
from ui.recovery.finding import Found
from ui.recovery.place import moment
from ui.theme import Theme, current_theme

MOST = 200
"""Paragraphs that are shown; the comparison shows all."""


def when(found: Found) -> str:
    """When the copy was made, in words that follow "Recovered as it was"."""
    at = found.copy.origin.at
    return moment(at) if at else tr("at an unknown time")


def times(found: Found) -> tuple[str, ...]:
    """When it was recovered and saved, and where, in sentences."""
    lines = [tr("Recovered as it was {when}.").format(when=when(found))]
    file = found.copy.origin.file
    if found.trouble:
        lines.append(found.trouble)
    elif found.stamp and file:
        lines.append(
            tr("Saved {moment} in {parent}.").format(moment=moment(found.stamp.when), parent=file.parent)
        )
    if found.changed:
        lines.append(
            tr(
                "▲ The saved file was written after the program had last seen it: "
                "look at both before you choose."
            )
        )
    return tuple(lines)


def summary(found: Found) -> str:
    """All differences in a sentence."""
    count = len(found.differences.paragraphs)
    parts = ((trn("{n} paragraph", "{n} paragraphs", count),) if count else ()) + found.differences.others
    old = tr("what was saved") if found.saved is not None else found.copy.draft.base.number
    return (
        tr("The recovered draft differs from {old} in {parts}.").format(old=old, parts=listed(parts))
        if parts
        else tr("The texts are the same.")
    )


def both(found: Found) -> tuple[Version, Version]:
    """The saved and the recovered text, or the base where none is saved, as the comparison wants them."""
    base, new = versions_of(found.copy.draft)[-2:]
    recovered = Version(
        tr("Recovered draft"), tr("as it was {when}").format(when=when(found)), new.resolution, is_draft=True
    )
    if found.saved is None:
        return base, recovered
    saved = tr("as saved {moment}").format(moment=moment(found.stamp.when)) if found.stamp else ""
    return Version(tr("Saved draft"), saved, found.saved.resolution), recovered


def html(found: Found) -> str:
    """The paragraphs that differ, with what left them struck and what came underlined."""
    theme = current_theme()
    shown = found.differences.paragraphs[:MOST]
    left = len(found.differences.paragraphs) - len(shown)
    rows = [_row(one, theme) for one in shown]
    if left:
        more = trn(
            "{n} more paragraph differs. Look at both shows it.",
            "{n} more paragraphs differ. Look at both shows them.",
            left,
        )
        rows.append(f"<p>{more}</p>")
    return "".join(rows)


def _row(one: Difference, theme: Theme) -> str:
    if one.what == NEW:
        words = f'<u style="color:{theme.inserted}">{escape(one.new)}</u>'
    elif one.what == GONE:
        words = f'<s style="color:{theme.deleted}">{escape(one.old)}</s>'
    else:
        words = marked_html(Wording((), text=one.new, before=one.old, edits=one.edits), theme)
    lines = words.replace("\n", "<br>")
    head = f"<b>{escape(one.label)}</b> <span class='muted'>{escape(tr(one.what))}</span>"
    return f"<p class='head'>{head}</p><p>{lines}</p>"


def style() -> str:
    """The style sheet of `html` in the theme in force."""
    theme = current_theme()
    return (
        f"p {{ color: {theme.text}; margin-top: 2px; margin-bottom: 10px; }}"
        f".head {{ margin-top: 4px; margin-bottom: 0px; }} .muted {{ color: {theme.muted}; }}"
    )
