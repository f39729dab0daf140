# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an edit weighs what it weighs, in the language that is spoken; files are written in English."""

from __future__ import annotations

from drafting.comparing.records import Edit, Reason
from drafting.translation import marked, tr

REASONS = {
    Reason.GLYPH: marked("glyph or white space"),
    Reason.PUNCTUATION: marked("punctuation"),
    Reason.SPELLING: marked("spelling"),
    Reason.ABBREVIATION: marked("short or full form"),
    Reason.SESSION: marked("session"),
    Reason.DATE: marked("date"),
    Reason.CITED_DATE: marked("date of a resolution"),
    Reason.CITATION: marked("resolution cited"),
    Reason.SYMBOL: marked("document symbol"),
    Reason.NUMBER: marked("number"),
    Reason.RENUMBERED: marked("renumbering"),
    Reason.ADVERB: marked("also, further"),
    Reason.RISES: marked("force of the verb rises"),
    Reason.FALLS: marked("force of the verb falls"),
    Reason.VERB: marked("verb changes"),
    Reason.NEGATION: marked("negation"),
    Reason.QUALIFIER_ADDED: marked("qualifier added"),
    Reason.QUALIFIER_DROPPED: marked("qualifier dropped"),
    Reason.QUALIFIER_CHANGED: marked("qualifier changed"),
    Reason.AMOUNT: marked("amount, share or time limit"),
    Reason.REFERENCE_ADDED: marked("reference added"),
    Reason.REFERENCE_DROPPED: marked("reference dropped"),
    Reason.BRACKETS: marked("square brackets"),
    Reason.WORDING: marked("wording"),
}


def in_words(edit: Edit) -> str:
    """The reason in words: "force of the verb rises: notes → requests"; the words stay those of the text."""
    verdict = edit.judge()
    reason = tr(REASONS[verdict.reason])
    return tr("{head}: {text}").format(head=reason, text=verdict.detail) if verdict.detail else reason
